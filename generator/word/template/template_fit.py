"""Making a report template of any Word document: a letterhead, a finished paper, a corporate style.

What is there stays: page, headers, footers, logo, and every style that it has. What a report
template needs besides is taken from another one, the model:

- a document without {{ body }} loses its text, and what belonged to it, and gets the model's title,
  table of front matter and {{ body }};
- styles that are missing come from the model, in the document's own font;
- text under 12 pt becomes 12 pt, justified text is aligned left, pages become A4, the language
  English (United Kingdom); a header, a footer, the marking and 'Page X of Y' are put in where
  there are none;
- colours stay, and those that are too pale are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from generator.word.external.clean import in_schema_order
from generator.word.external.foreign_files import ForeignFiles
from generator.word.external.foreign_pages import fill_width, fit_width
from generator.word.package.elements import Element, clark, text_of, value_at, w
from generator.word.package.namespaces import R
from generator.word.package.parts import DOCUMENT, DOCUMENT_TYPE, Parts
from generator.word.package.settings import BRITISH, tidy_settings
from generator.word.package.zip_package import PackageError
from generator.word.styles.style_sheet import (
    PARAGRAPH_STYLES,
    REQUIRED,
    StyleSheet,
    properties_of,
    put_in_order,
    style_names,
)
from generator.word.template.complete_parts import complete_parts
from generator.word.template.page_stories import page_stories, prints
from generator.word.template.style_check import SMALLEST, default_size, inherited_text
from generator.word.template.style_colours import colours_left
from generator.word.template.tab_stops import draw_in, fit_stops
from generator.word.template.template_pages import (
    FROM_MODEL,
    fit_pages,
    is_upright,
    page_text_width,
    text_paragraph,
)
from generator.word.template.template_tags import TITLED

_KEPT = (
    "styles", "settings", "numbering", "fontTable", "theme", "webSettings", "footnotes", "endnotes",
)  # fmt: skip
_STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def fit_template(document: bytes, model: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A report template made of a .docx, and what was done to it, a line each.

    document: may be a Word template (.dotx), too. model: a report template that is whole. Raises
    PackageError when either cannot be read, or holds macros.
    """
    ours, theirs = Parts(document), Parts(model)
    kind = ours.content_type(DOCUMENT) if DOCUMENT in ours else ""
    if not kind.endswith(("document.main+xml", "template.main+xml")) or "macroEnabled" in kind:
        raise PackageError("it is not a Word document without macros; save it as .docx")
    ours.overrides[DOCUMENT] = DOCUMENT_TYPE
    fit = _Fit(ours, theirs)
    taken = list(fit.text())
    notes = [*taken, *fit.styles(), *fit.sizes(), *fit.pages()]
    width = page_text_width(_body(ours))
    fit_width(list(_body(ours)), width)
    if taken:
        fill_width(list(_body(ours)), page_text_width(_body(theirs)), width)
    notes += fit.stops()
    fit.order()
    complete_parts(ours)
    tidy_settings(ours, BRITISH)
    fit.forget()
    notes += colours_left(ours)
    return ours.to_bytes(), tuple(notes)


class _Fit:
    def __init__(self, ours: Parts, theirs: Parts) -> None:
        self._ours, self._theirs = ours, theirs
        self._files = ForeignFiles(theirs, ours, FROM_MODEL)
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
        page = next((s for s in body.iter(clark("w:sectPr")) if is_upright(s)), None)
        made = w("sectPr") if page is None else deepcopy(page)
        for node in list(body):
            body.remove(node)
        blocks = [deepcopy(each) for each in _body(self._theirs) if each.tag != clark("w:sectPr")]
        if not any(prints(block, "title") for block in blocks):
            blocks = _with_title(blocks)
        for block in blocks:
            self._take(block, DOCUMENT, DOCUMENT)
            body.append(block)
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
        kind, name = style.get(clark("w:type"), "paragraph"), value_at(style, "w:name")
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
        """A4 pages with headers and footers that say what each page must."""
        return fit_pages(self._ours, self._theirs, self._sheet.paragraph, self._take)

    def order(self) -> None:
        """Properties in the order of the schema, which not every program keeps."""
        for page in page_stories(self._ours):
            for root in page.roots(self._ours):
                in_schema_order(root)
        in_schema_order(self._ours.xml(DOCUMENT))
        in_schema_order(self._sheet.root)

    def stops(self) -> Iterator[str]:
        """Tab stops of added styles, headers and footers where our cells and our text end."""
        added = {name.casefold() for name in self._added}
        names = style_names(self._sheet.root).items()
        ids = {style.get(clark("w:styleId"), "") for (_, name), style in names if name in added}
        widths = (page_text_width(_body(self._theirs)), page_text_width(_body(self._ours)))
        fit_stops(self._ours, ids, *widths)
        stories = [root for page in page_stories(self._ours) for root in page.roots(self._ours)]
        for style_id in draw_in(self._ours, stories, widths[1]):
            yield f"style {self._name(style_id)}: tab stops drawn in to the edge of the text"

    def _name(self, style_id: str) -> str:
        found = (style for style in self._sheet.root if style.get(clark("w:styleId")) == style_id)
        return next((value_at(style, "w:name") for style in found), style_id)

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


def _with_title(blocks: list[Element]) -> list[Element]:
    """The model's text with the title above its table, for formats that have no row for it.

    Models whose own format has such a row print the committee there, and the title nowhere else.
    """
    at = next((i for i, block in enumerate(blocks) if block.tag == clark("w:tbl")), 0)
    like = blocks[at - 1] if at else None
    style = None if like is None else like.find(f"{clark('w:pPr')}/{clark('w:pStyle')}")
    lines = [f"{{%p if not {TITLED} %}}", "{{ title }}", "{%p endif %}"]
    name = "Title" if style is None else style.get(clark("w:val"), "")
    return [*blocks[:at], *(text_paragraph(name, line) for line in lines), *blocks[at:]]


def style_names_of(styles: dict[str, Element]) -> dict[tuple[str, str], Element]:
    """Styles by (type, name in lower case)."""
    return {
        (style.get(clark("w:type"), "paragraph"), value_at(style, "w:name").casefold()): style
        for style in styles.values()
    }


def _body(parts: Parts) -> Element:
    body = parts.xml(DOCUMENT).find(clark("w:body"))
    return w("body") if body is None else body


def _forget_notes(root: Element, kind: str, document: Element) -> None:
    name = kind.removesuffix("s")
    used = {node.get(clark("w:id")) for node in document.iter(clark(f"w:{name}Reference"))}
    for note in list(root):
        if note.get(clark("w:type")) is None and note.get(clark("w:id")) not in used:
            root.remove(note)
