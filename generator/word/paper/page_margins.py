"""Which headers and footers the pages of a file print, by section and kind of page.

<w:sectPr><w:headerReference w:type="first" r:id="rId8"/> ... <w:titlePg/>     first pages differ
<w:evenAndOddHeaders/>     in settings.xml: so do even ones

A section without a reference of a kind prints that of the section before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.release.paper import PaperPages
from generator.word.package.elements import Element, clark
from generator.word.reading.word_file import WordFile

_OFF = ("0", "false", "off")
_KINDS = ("default", "first", "even")


def page_margins(file: WordFile) -> tuple[PaperPages, ...]:
    """The kinds of pages of a file, in its order, each with the parts in its margins."""
    related = {one.id: one.target for one in file.parts.related(file.main)}
    settings = file.part("settings")
    even = settings is not None and _is_on(settings, "w:evenAndOddHeaders")
    found: list[PaperPages] = []
    known: dict[tuple[str, str], str] = {}
    for number, section in enumerate(_sections(file.body), start=1):
        known |= _own(section, related)
        for kind in _kinds(section, even):
            parts = (known.get((margin, kind), "") for margin in ("header", "footer"))
            found.append(PaperPages(number, kind, _lies(section), tuple(filter(None, parts))))
    return tuple(found)


def _sections(body: Element) -> Iterator[Element]:
    """The sections, without what tracked changes keep of how they were."""
    for one in body.iter(clark("w:sectPr")):
        around = one.getparent()
        if around is None or around.tag != clark("w:sectPrChange"):
            yield one


def _own(section: Element, related: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """(header or footer, kind of page) -> part, of the references of a section itself."""
    return {
        (margin, one.get(clark("w:type"), "default")): related.get(one.get(clark("r:id"), ""), "")
        for margin in ("header", "footer")
        for one in section.findall(clark(f"w:{margin}Reference"))
    }


def _kinds(section: Element, even: bool) -> Iterator[str]:
    """The kinds of pages. A section that begins within a page has no first one of its own."""
    begins = section.find(clark("w:type"))
    within = begins is not None and begins.get(clark("w:val")) == "continuous"
    yield _KINDS[0]
    if _is_on(section, "w:titlePg") and not within:
        yield _KINDS[1]
    if even:
        yield _KINDS[2]


def _lies(section: Element) -> bool:
    size = section.find(clark("w:pgSz"))
    return size is not None and size.get(clark("w:orient")) == "landscape"


def _is_on(node: Element, name: str) -> bool:
    said = node.find(clark(name))
    return said is not None and said.get(clark("w:val"), "1") not in _OFF
