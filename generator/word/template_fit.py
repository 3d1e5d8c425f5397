"""Making a report template of any Word document: a letterhead, a finished paper, a corporate style.

What is there stays: page, headers, footers, logo, and every style that it has. What a report
template needs besides is taken from another one, the model:

- a document without {{ body }} loses its text, and what belonged to it, and gets the model's title,
  table of front matter and {{ body }};
- styles that are missing come from the model, in the document's own font;
- text under 12 pt becomes 12 pt, justified text is aligned left, pages become A4, the language
  English (United Kingdom); a header, a footer and 'Page X of Y' are put in where there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from generator.word.elements import Element, R, clark, text_of, w
from generator.word.external.files import ForeignFiles
from generator.word.external.pages import fit_width
from generator.word.package import PackageError
from generator.word.parts import DOCUMENT, Parts
from generator.word.settings import tidy_settings
from generator.word.style_check import SMALLEST, default_size, inherited_text
from generator.word.styles import (
    PARAGRAPH_STYLES,
    REQUIRED,
    StyleSheet,
    properties_of,
    put_in_order,
    style_names,
)

_A4 = {"w": "11906", "h": "16838"}
_KEPT = (
    "styles", "settings", "numbering", "fontTable", "theme", "webSettings", "footnotes", "endnotes",
)  # fmt: skip
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_FROM_MODEL = 99  # marks copied parts: external99-...


def fit_template(document: bytes, model: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A report template made of a .docx, and what was done to it, a line each.

    document: may be a Word template (.dotx), too. model: a report template that is whole. Raises
    PackageError when either cannot be read, or holds macros.
    """
    ours, theirs = Parts(document), Parts(model)
    kind = ours.content_type(DOCUMENT) if DOCUMENT in ours else ""
    if not kind.endswith(("document.main+xml", "template.main+xml")) or "macroEnabled" in kind:
        raise PackageError("it is not a Word document without macros; save it as .docx")
    ours.overrides[DOCUMENT] = _MAIN
    fit = _Fit(ours, theirs)
    notes = [*fit.text(), *fit.styles(), *fit.sizes(), *fit.pages()]
    fit_width(list(_body(ours)), _text_width(_body(ours)))
    tidy_settings(ours)
    fit.forget()
    return ours.to_bytes(), tuple(notes)


class _Fit:
    def __init__(self, ours: Parts, theirs: Parts) -> None:
        self._ours, self._theirs = ours, theirs
        self._files = ForeignFiles(theirs, ours, _FROM_MODEL)
        self._sheet = StyleSheet(ours)
        name = theirs.related_part(DOCUMENT, "styles") or "word/styles.xml"
        self._their_styles = {
            style.get(clark("w:styleId"), ""): style
            for style in theirs.xml(name).iterfind(clark("w:style"))
        }
        self._ids: dict[str, str] = {}
        self._added: list[str] = []

    # ------------------------------------------------------------ text
    def text(self) -> Iterator[str]:
        """Front matter and {{ body }} in place of the text, where it has no {{ body }}."""
        body = _body(self._ours)
        if "{{body}}" in text_of(body).replace(" ", ""):
            return
        page = next((s for s in body.iter(clark("w:sectPr")) if _is_upright(s)), None)
        made = w("sectPr") if page is None else deepcopy(page)
        for node in list(body):
            body.remove(node)
        for block in _body(self._theirs):
            if block.tag != clark("w:sectPr"):
                taken = deepcopy(block)
                self._take(taken, DOCUMENT, DOCUMENT)
                body.append(taken)
        body.append(made)
        yield "its text was taken out; title, front matter and {{ body }} were put in"

    def _take(self, story: Element, part: str, target: str) -> None:
        """Styles and relationships of a story of the model, in place."""
        self._files.fit(story, part, target)
        for name in _STYLED:
            for node in story.iter(clark(f"w:{name}")):
                node.set(clark("w:val"), self._style(node.get(clark("w:val"), "")))

    # ------------------------------------------------------------ styles
    def styles(self) -> Iterator[str]:
        """The styles that a report template must have."""
        theirs = style_names_of(self._their_styles)
        for kind, names in REQUIRED.items():
            for name in names:
                style = theirs.get((kind, name.casefold()))
                if style is not None:
                    self._style(style.get(clark("w:styleId"), ""))
        if self._added:
            yield f"styles added: {', '.join(sorted(self._added, key=str.casefold))}"

    def _style(self, style_id: str) -> str:
        """The document's style of the same name as one of the model, copied where there is none."""
        if style_id in self._ids or style_id not in self._their_styles:
            return self._ids.get(style_id, style_id)
        style = self._their_styles[style_id]
        kind, name = style.get(clark("w:type"), "paragraph"), _value(style, "w:name")
        known = style_names(self._sheet.root).get((kind, name.casefold()))
        if known is not None:
            self._ids[style_id] = known.get(clark("w:styleId"), "")
            return self._ids[style_id]
        given = self._ids[style_id] = self._sheet.free_id(style_id)
        made = deepcopy(style)
        made.set(clark("w:styleId"), given)
        if made.get(clark("w:default")):
            del made.attrib[clark("w:default")]
        for tag in ("w:basedOn", "w:next", "w:link"):
            for node in made.findall(clark(tag)):
                node.set(clark("w:val"), self._style(node.get(clark("w:val"), "")))
        for tag in ("w:rFonts", "w:numPr"):  # the font is the document's, numbers are the program's
            for node in list(made.iter(clark(tag))):
                node.getparent().remove(node)  # type: ignore[union-attr]
        self._sheet.add(made)
        self._added.append(name)
        return given

    def sizes(self) -> Iterator[str]:
        """Text that everybody can read: 12 pt or more, aligned left, in British English."""
        by_id = {s.get(clark("w:styleId"), ""): s for s in self._sheet.root.iter(clark("w:style"))}
        enlarged: list[str] = []
        for name in PARAGRAPH_STYLES:
            style = style_names(self._sheet.root).get(("paragraph", name.casefold()))
            if style is None:
                continue
            size = inherited_text(style, by_id, "w:rPr/w:sz") or default_size(self._sheet.root)
            if float(size) < SMALLEST:
                for tag in ("sz", "szCs"):
                    put_in_order(properties_of(style, "rPr"), w(tag, val=SMALLEST))
                enlarged.append(name)
            if inherited_text(style, by_id, "w:pPr/w:jc") in ("both", "distribute"):
                put_in_order(properties_of(style), w("jc", val="left"))
                yield f"style {name}: aligned left, because it was justified"
        if enlarged:
            yield f"set to 12 pt, because it was smaller: {', '.join(enlarged)}"
        yield from self._language()

    def _language(self) -> Iterator[str]:
        root = self._sheet.root
        path = ("docDefaults", "rPrDefault", "rPr")
        node = root
        for place, tag in enumerate(path):
            found = node.find(clark(f"w:{tag}"))
            if found is None:
                found = w(tag)
                node.insert(0 if place < 2 else len(node), found)
            node = found
        language = node.find(clark("w:lang"))
        if language is None or language.get(clark("w:val")) not in ("en-GB", "cy-GB"):
            put_in_order(node, w("lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))
            yield "the language was set to English (United Kingdom)"

    # ------------------------------------------------------------ pages
    def pages(self) -> Iterator[str]:
        """A4 pages with a header, a footer and the number of each page."""
        body = _body(self._ours)
        if body.find(clark("w:sectPr")) is None:
            body.append(w("sectPr"))
        sections = list(body.iter(clark("w:sectPr")))
        for page in sections:
            yield from _as_a4(page)
        for kind in ("header", "footer"):
            if all(page.find(clark(f"w:{kind}Reference")) is None for page in sections):
                yield from self._story(kind, sections[0])
        stories = [self._ours.xml(name) for name in self._story_parts()]
        codes = " ".join(
            node.text or node.get(clark("w:instr")) or ""
            for story in stories
            for node in story.iter(clark("w:instrText"), clark("w:fldSimple"))
        ).split()
        if not {"PAGE", "NUMPAGES"} <= set(codes):
            footers = (r.target for r in self._ours.related(DOCUMENT) if r.type.endswith("/footer"))
            footer = self._ours.xml(next(footers))
            footer.append(_page_of_pages(self._sheet.paragraph("Footer")))
            yield "'Page X of Y' was put into the footer"

    def _story(self, kind: str, page: Element) -> Iterator[str]:
        """The model's header or footer."""
        name = self._theirs.related_part(DOCUMENT, kind)
        if name is None:
            return
        given = f"word/{kind}{_FROM_MODEL}.xml"
        story = deepcopy(self._theirs.xml(name))
        self._ours.add(given, story, self._theirs.content_type(name))
        self._take(story, name, given)
        reference = w(f"{kind}Reference", type="default")
        reference.set(f"{{{R}}}id", self._ours.relate(DOCUMENT, kind, given))
        page.insert(0, reference)
        yield f"a {kind} was put in"

    def _story_parts(self) -> Iterator[str]:
        for relationship in self._ours.related(DOCUMENT):
            if relationship.type.rsplit("/", 1)[-1] in ("header", "footer"):
                yield relationship.target

    # ------------------------------------------------------------ what is left
    def forget(self) -> None:
        """Take out what nothing refers to any more: pictures, notes, comments of the old text."""
        used = {
            str(value)
            for node in self._ours.xml(DOCUMENT).iter(etree.Element)
            for name, value in node.attrib.items()
            if str(name).startswith(f"{{{R}}}")
        }
        related = self._ours.related(DOCUMENT)
        related[:] = [
            one for one in related if one.id in used or one.type.rsplit("/", 1)[-1] in _KEPT
        ]
        for kind in ("footnotes", "endnotes"):
            name = self._ours.related_part(DOCUMENT, kind)
            if name is not None:
                _forget_notes(self._ours.xml(name), kind, self._ours.xml(DOCUMENT))
        package = self._ours.related("")
        package[:] = [one for one in package if one.type.endswith("/officeDocument")]
        reached = {DOCUMENT}
        waiting = [DOCUMENT]
        while waiting:
            for one in self._ours.related(waiting.pop()):
                if not one.external and one.target not in reached:
                    reached.add(one.target)
                    waiting.append(one.target)
        for name in self._ours.names():
            if name not in reached:
                self._ours.remove(name)


def _text_width(body: Element) -> int:
    """Between the margins of the last section, in twips."""
    page = list(body.iter(clark("w:sectPr")))[-1]
    size, margins = page.find(clark("w:pgSz")), page.find(clark("w:pgMar"))
    whole = int(_A4["w"]) if size is None else int(size.get(clark("w:w"), _A4["w"]))
    if margins is None:
        return whole
    return whole - sum(int(margins.get(clark(f"w:{side}"), "0")) for side in ("left", "right"))


def style_names_of(styles: dict[str, Element]) -> dict[tuple[str, str], Element]:
    """Styles by (type, name in lower case)."""
    return {
        (style.get(clark("w:type"), "paragraph"), _value(style, "w:name").casefold()): style
        for style in styles.values()
    }


def _value(style: Element, tag: str) -> str:
    node = style.find(clark(tag))
    return "" if node is None else str(node.get(clark("w:val"), ""))


def _body(parts: Parts) -> Element:
    body = parts.xml(DOCUMENT).find(clark("w:body"))
    return w("body") if body is None else body


def _is_upright(page: Element) -> bool:
    size = page.find(clark("w:pgSz"))
    return size is None or size.get(clark("w:orient")) != "landscape"


def _as_a4(page: Element) -> Iterator[str]:
    size = page.find(clark("w:pgSz"))
    if size is None:
        size = w("pgSz")
        after = [node for node in page if str(node.tag).endswith(("Reference", "}type"))]
        page.insert(len(after), size)
    upright = _is_upright(page)
    wanted = _A4 if upright else {"w": _A4["h"], "h": _A4["w"]}
    if any(abs(int(size.get(clark(f"w:{s}"), "0")) - int(wanted[s])) > 30 for s in wanted):
        for side, length in wanted.items():
            size.set(clark(f"w:{side}"), length)
        yield "the page was set to A4"


def _page_of_pages(style: str) -> Element:
    paragraph = w("p", w("pPr", w("pStyle", val=style)))
    for text, code in (("Page ", " PAGE "), (" of ", " NUMPAGES ")):
        shown = w("t")
        shown.text = text
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        field = w("fldSimple", w("r", w("t")), instr=code)
        field[0][0].text = "1"
        paragraph.extend([w("r", shown), field])
    return paragraph


def _forget_notes(root: Element, kind: str, document: Element) -> None:
    name = kind.removesuffix("s")
    used = {node.get(clark("w:id")) for node in document.iter(clark(f"w:{name}Reference"))}
    for note in list(root):
        if note.get(clark("w:type")) is None and note.get(clark("w:id")) not in used:
            root.remove(note)
