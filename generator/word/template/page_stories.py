"""Headers and footers by the pages that they stand on.

    <w:sectPr><w:headerReference w:type="first" r:id="rId7"/> ... <w:titlePg/></w:sectPr>
    <w:settings> ... <w:evenAndOddHeaders/> ...</w:settings>

A section has those of the section before it where it names none of its own. Without a part for the
first page, or for even ones, these pages have no header or footer at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark, is_on, text_of
from generator.word.package.namespaces import R
from generator.word.package.parts import DOCUMENT, Parts

_PRINTED, _WORD = re.compile(r"\{\{.*?\}\}", re.DOTALL), re.compile(r"[\w.]+")
PAGES = {"default": "", "first": "the first page", "even": "even pages"}


@dataclass(frozen=True, slots=True)
class PageStories:
    """The header and footer of one kind of page, as names of parts; '' for none."""

    section: Element
    kind: str
    header: str
    footer: str

    def roots(self, parts: Parts) -> list[Element]:
        """The header and footer, as far as there are any."""
        return [parts.xml(name) for name in (self.header, self.footer) if name]


def page_stories(
    parts: Parts, main: str = DOCUMENT, root: Element | None = None
) -> Iterator[PageStories]:
    """Headers and footers of each section, for each kind of page that it has.

    main: the part that holds the text. root: its root where it has just been written. What tracked
    changes keep of a section is none.
    """
    targets = {one.id: one.target for one in parts.related(main) if one.target in parts}
    known: dict[tuple[str, str], str] = {}
    sections = (parts.xml(main) if root is None else root).iter(clark("w:sectPr"))
    for section in (one for one in sections if not _is_kept(one)):
        for story in ("header", "footer"):
            for node in section.iterfind(clark(f"w:{story}Reference")):
                kind = node.get(clark("w:type"), "default")
                known[story, kind] = targets.get(node.get(f"{{{R}}}id", ""), "")
        for kind in _kinds(parts, section, main):
            header, footer = (known.get((story, kind), "") for story in ("header", "footer"))
            yield PageStories(section, kind, header, footer)


def _is_kept(section: Element) -> bool:
    around = section.getparent()
    return around is not None and around.tag == clark("w:sectPrChange")


def _kinds(parts: Parts, section: Element, main: str) -> Iterator[str]:
    yield "default"
    if is_on(section.find(clark("w:titlePg"))):
        yield "first"
    settings = parts.related_part(main, "settings")
    if settings and is_on(parts.xml(settings).find(clark("w:evenAndOddHeaders"))):
        yield "even"


def unmarked_pages(parts: Parts) -> Iterator[str]:
    """What is to be said of each kind of page that nowhere prints the marking."""
    for page in page_stories(parts):
        if not any(prints(root, "marking") for root in page.roots(parts)):
            where = f" of {PAGES[page.kind]}" if PAGES[page.kind] else ""
            yield f"no header or footer{where} prints {{{{ marking }}}}"


def prints(root: Element, name: str) -> bool:
    """Whether a {{ tag }} of a story names something, such as the marking."""
    tags = _PRINTED.findall(text_of(root))
    return any(name in _WORD.findall(tag) for tag in tags)


def field_codes(root: Element) -> set[str]:
    """The words of all field instructions in a story: PAGE, NUMPAGES, \\*, ..."""
    fields = root.iter(clark("w:instrText"), clark("w:fldSimple"))
    return set(" ".join(node.text or node.get(clark("w:instr")) or "" for node in fields).split())
