"""The pages of a fitted template: A4, and what every page must say in its header or footer.

    {%p if marking %}
    {{ marking }}                   at the end of a header that has none, nor its footer
    {%p endif %}
    Page { PAGE } of { NUMPAGES }   at the end of a footer, likewise

Each kind of page is looked at for itself: the first one, even ones and the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy

from generator.word.package.elements import Element, clark, text_of, w
from generator.word.package.lengths import A4, A4_TOLERANCE
from generator.word.package.namespaces import R
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from generator.word.styles.style_sheet import put_in_order
from generator.word.template.page_stories import (
    PAGES,
    PageStories,
    field_codes,
    page_stories,
    prints,
)

FROM_MODEL = 99  # marks copied parts: external99-...
_ROOTS = {"header": "hdr", "footer": "ftr"}
_MARKING = "{{ marking }}"
_WHITE = "200"  # twips


def fit_pages(
    ours: Parts,
    theirs: Parts,
    style: Callable[[str], str],
    take: Callable[[Element, str, str], None],
) -> Iterator[str]:
    """Set pages to A4 and complete their headers and footers; yields what was done.

    style: name -> id of a paragraph style. take: makes a story of theirs one of ours, in place.
    """
    body = ours.xml(DOCUMENT).find(clark("w:body"))
    if body is None:
        return
    if body.find(clark("w:sectPr")) is None:
        body.append(w("sectPr"))
    sections = list(body.iter(clark("w:sectPr")))
    for page in sections:
        yield from _as_a4(page)
    for kind in ("header", "footer"):
        if all(page.find(clark(f"w:{kind}Reference")) is None for page in sections):
            yield from _model_story(ours, theirs, kind, sections[0], take)
    done: list[str] = []
    for stories in list(page_stories(ours)):
        done += _complete(ours, stories, style)
    yield from dict.fromkeys(done)  # once for all sections


def _model_story(
    ours: Parts, theirs: Parts, kind: str, page: Element, take: Callable[[Element, str, str], None]
) -> Iterator[str]:
    """The model's header or footer."""
    name = theirs.related_part(DOCUMENT, kind)
    if name is None:
        return
    given = f"word/{kind}{FROM_MODEL}.xml"
    story = deepcopy(theirs.xml(name))
    ours.add(given, story, theirs.content_type(name))
    take(story, name, given)
    _refer(ours, page, kind, "default", given)
    yield f"a {kind} was put in"


def _refer(parts: Parts, page: Element, story: str, kind: str, part: str) -> None:
    reference = w(f"{story}Reference", type=kind)
    reference.set(f"{{{R}}}id", parts.relate(DOCUMENT, story, part))
    page.insert(0, reference)


# ---------------------------------------------------------------- what every page says
def _complete(parts: Parts, page: PageStories, style: Callable[[str], str]) -> Iterator[str]:
    """The marking and the page number, where neither header nor footer has them."""
    where = f" of {PAGES[page.kind]}" if PAGES[page.kind] else ""
    roots = page.roots(parts)
    if not any(prints(root, "marking") for root in roots):
        header = _story(parts, page, "header")
        if not prints(header, "marking"):  # made for the section before, it may have one by now
            _put_marking(header, style("Header"))
        yield f"{_MARKING} was put into the header{where}"
    codes = {code for root in roots for code in field_codes(root)}
    if not {"PAGE", "NUMPAGES"} <= codes:
        footer = _story(parts, page, "footer")
        if "NUMPAGES" not in field_codes(footer):
            footer.append(_page_of_pages(style("Footer")))
            _keep_white(footer[0], "before")
        yield f"'Page X of Y' was put into the footer{where}"


def _story(parts: Parts, page: PageStories, story: str) -> Element:
    """The header or footer of a kind of page, made where there is none."""
    name = page.header if story == "header" else page.footer
    if name:
        return parts.xml(name)
    given = f"word/{story}{FROM_MODEL}-{page.kind}.xml"
    if given not in parts:
        parts.add(given, w(_ROOTS[story]), f"{WORD_TYPE}{story}+xml")
    _refer(parts, page.section, story, page.kind, given)
    return parts.xml(given)


def _put_marking(story: Element, style: str) -> None:
    if len(story) and story[-1].tag == clark("w:p"):  # a line that is empty may go
        lines = ["{%p if marking %}", _MARKING, "{%p endif %}"]
    else:
        lines = [_MARKING]
    added = [text_paragraph(style, line) for line in lines]
    for one in added:
        if text_of(one) == _MARKING:
            _keep_white(one, "after")
    story.extend(added)


def _keep_white(block: Element, side: str) -> None:
    """White towards the text: a story with a line more may be higher than its margin."""
    if block.tag == clark("w:p"):
        properties = block.find(clark("w:pPr"))
        if properties is None:
            properties = w("pPr")
            block.insert(0, properties)
        spacing = properties.find(clark("w:spacing"))
        if spacing is None:
            spacing = w("spacing")
            put_in_order(properties, spacing)
        spacing.set(clark(f"w:{side}"), _WHITE)


def text_paragraph(style: str, text: str) -> Element:
    """A paragraph of a style, given by its id."""
    return _paragraph(style, _run(text))


def _page_of_pages(style: str) -> Element:
    made = _paragraph(style)
    for text, code in (("Page ", " PAGE "), (" of ", " NUMPAGES ")):
        made.extend([_run(text), w("fldSimple", _run("1"), instr=code)])
    return made


def _paragraph(style: str, *runs: Element) -> Element:
    return w("p", w("pPr", w("pStyle", val=style)), *runs)


def _run(text: str) -> Element:
    shown = w("t")
    shown.text = text
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", shown)


# ---------------------------------------------------------------- A4
def is_upright(page: Element) -> bool:
    """Whether the pages of a w:sectPr stand."""
    size = page.find(clark("w:pgSz"))
    return size is None or size.get(clark("w:orient")) != "landscape"


def page_text_width(body: Element) -> int:
    """Between the margins of the last section, in twips."""
    page = list(body.iter(clark("w:sectPr")))[-1]
    size, margins = page.find(clark("w:pgSz")), page.find(clark("w:pgMar"))
    whole = A4[0] if size is None else int(size.get(clark("w:w"), str(A4[0])))
    if margins is None:
        return whole
    return whole - sum(int(margins.get(clark(f"w:{side}"), "0")) for side in ("left", "right"))


def _as_a4(page: Element) -> Iterator[str]:
    size = page.find(clark("w:pgSz"))
    if size is None:
        size = w("pgSz")
        after = [node for node in page if str(node.tag).endswith(("Reference", "}type"))]
        page.insert(len(after), size)
    wanted = dict(zip("wh" if is_upright(page) else "hw", A4, strict=True))
    found = {side: int(size.get(clark(f"w:{side}"), "0")) for side in wanted}
    if any(abs(found[side] - wanted[side]) > A4_TOLERANCE for side in wanted):
        for side in "wh":
            size.set(clark(f"w:{side}"), str(wanted[side]))
        yield "the page was set to A4"
