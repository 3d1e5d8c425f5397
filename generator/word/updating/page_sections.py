"""Which sections of a copy lie otherwise in a new draft, and bringing that into the copy.

    copy        [upright: text, table, text]
    new draft   [upright: text] [landscape: table] [upright: text]      two ends of sections come

Where a section begins is known from the blocks that both have; what an officer put in stays with
what stands before it, as in a pull. Pages that the officer has laid otherwise stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.frozen import dataclass
from generator.model.surroundings import PageSection
from generator.word.margins.page_layouts import layout_of
from generator.word.package.elements import Element, clark
from generator.word.reading.view import ACCEPTED
from generator.word.redline.block_texts import standing_in
from generator.word.redline.tracked_writing import Tracker
from generator.word.updating.section_layouts import divided, lay

_P, _TABLE, _SECTION = clark("w:p"), clark("w:tbl"), clark("w:sectPr")
_T = clark("w:t")


@dataclass(frozen=True, slots=True)
class LaidSection:
    """A section of the copy as it lies now. was: how it lay, None where it has not changed.

    parts: the sections that it is now, in order. left: a block of it where it could not be brought
    to lie as `parts` say.
    """

    parts: tuple[PageSection, ...]
    was: PageSection | None = None
    left: Element | None = None


class PageSections:
    """The sections of a copy, and those of a new draft.

    standing: block of the copy -> the same of the new draft.
    """

    def __init__(self, copy: Element, draft: Element, standing: Mapping[Element, Element]) -> None:
        """copy, draft: the bodies."""
        self._sections = list(_sections(copy))
        self._blocks = _by_section(copy, self._sections)
        theirs = list(_sections(draft))
        under = {
            block: section
            for section, blocks in zip(theirs, _by_section(draft, theirs), strict=True)
            for block in blocks
        }
        self._like = {one: under[other] for one, other in standing.items() if other in under}

    def bring(self, drafted: Sequence[PageSection], tracker: Tracker) -> list[LaidSection]:
        """Let the copy's pages lie as the new draft's do; [] where it has other sections.

        drafted: the sections that the copy was sent with.
        """
        if len(drafted) != len(self._sections):
            return []
        return [self._bring(at, _laid(one), tracker) for at, one in enumerate(drafted)]

    def _bring(self, at: int, was: PageSection, tracker: Tracker) -> LaidSection:
        section, here = self._sections[at], layout_of(self._sections[at])
        known = [(block, self._like.get(block)) for block in self._blocks[at]]
        runs = list(_runs(known))
        wanted = tuple(_laid(layout_of(like)) for _, like in runs)
        if all(one.lies_as(was) for one in wanted):
            return LaidSection((was,))
        if len(wanted) == 1 and wanted[0].lies_as(here):
            return LaidSection(wanted)
        places = [begin for begin, _ in runs[1:]]
        if not here.lies_as(was):
            return LaidSection(wanted, was, left=runs[-1][0])
        if not places:
            lay(section, runs[0][1], tracker)
        else:
            ends = divided(section, [like for _, like in runs], tracker)
            for place, end in zip(places, ends, strict=True):
                place.addprevious(end)
        return LaidSection(wanted, was)


def _sections(body: Element) -> Iterator[Element]:
    """The sections as accepted."""
    for one in body.iter(_SECTION):
        around = one.getparent()
        kept = around is not None and around.tag == clark("w:sectPrChange")
        if not kept and not ACCEPTED.mark_gone(around):
            yield one


def _by_section(body: Element, sections: Sequence[Element]) -> list[list[Element]]:
    """The paragraphs and tables of each section."""
    found: list[list[Element]] = [[] for _ in sections]
    at = 0
    for block in standing_in(body, _P, _TABLE):
        if at < len(found):
            found[at].append(block)
        ends = {id(one) for one in block.iter(_SECTION)}
        if at < len(sections) and id(sections[at]) in ends:
            at += 1
    return found


def _laid(section: PageSection) -> PageSection:
    """How pages lie, without what they print and how they are counted."""
    return replace(section, numbers="", lines=())


_Known = tuple[Element, Element | None]


def _runs(known: Sequence[_Known]) -> Iterator[tuple[Element, Element]]:
    """Where the blocks of a section begin to lie as another section does: (block, that section)."""
    last: PageSection | None = None
    for block, like in known:
        if like is None or _is_gone(block):
            continue
        laid = _laid(layout_of(like))
        if last is None or not laid.lies_as(last):
            yield block, like
        last = laid


def _says(block: Element) -> bool:
    return any((node.text or "").strip() for node in block.iter(_T))


def _is_gone(block: Element) -> bool:
    """Whether nothing of a block is left as accepted."""
    if block.tag == _P:
        return ACCEPTED.mark_gone(block.find(clark("w:pPr"))) and not _says(block)
    return all(ACCEPTED.row_gone(row) for row in standing_in(block, clark("w:tr")))
