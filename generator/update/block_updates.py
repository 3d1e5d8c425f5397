"""Paragraphs, tables and rows that came into the sources or went from them.

What is new goes behind what it stands behind in the new draft, and behind what the officer has put
there. What went is marked as deleted where the officer left it alone. Blocks that no base tells of,
such as a chart or a table of the program's, come and go with the texts that they stand beside.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.update.block_matches import (
    BlockTexts,
    is_drawn,
    known_counterparts,
    sort_of,
    with_free,
)
from generator.update.block_places import BlockPlaces
from generator.update.matches import Matches
from generator.update.remarks import Remarks
from generator.update.sides import Side
from generator.update.text_updates import TextUpdates
from generator.word.package.elements import Element, clark, value_at
from generator.word.redline.block_texts import standing_in
from generator.word.updating.opened_texts import touched
from generator.word.updating.written_copy import WrittenCopy

_TABLE, _ROW, _CELL = clark("w:tbl"), clark("w:tr"), clark("w:tc")
_SHAPE = "The source has other columns in this table now; see the new draft."
_KINDS = {"row": "row", "table": "table"}


class BlockUpdates:
    """Updates what stands in the body, table by table and cell by cell."""

    def __init__(
        self,
        mine: Side,
        theirs: Side,
        matches: Matches,
        written: WrittenCopy,
        texts: TextUpdates,
        remarks: Remarks,
    ) -> None:
        self._mine, self._theirs, self._matches = mine, theirs, matches
        self._written, self._texts, self._remarks = written, texts, remarks
        held = {piece.read for one in mine.pairing.pairs for piece in one.pieces}
        held |= set(matches.adopted.values())
        known = {piece.read for one in theirs.pairing.pairs for piece in one.pieces}
        self._here, self._there = BlockTexts(mine, held), BlockTexts(theirs, known)
        self._added = {p.read for p in theirs.pieces(matches.added)} - matches.reads.keys()
        self._gone = self._gone_texts()
        self.drawn: list[tuple[Element, Element]] = []
        """Paragraphs with a drawing: of the copy, and of the new draft."""
        self.standing: dict[Element, Element] = {}
        """Paragraphs, tables and rows of the copy, as it is now -> the same of the new draft."""

    def _gone_texts(self) -> set[int]:
        """Texts of the copy that the sources do not have any more, and nobody changed."""
        gone: set[int] = set()
        stays: set[int] = set()
        for one in self._matches.all:
            left = gone if not one.today and self._matches.left_alone(one) else stays
            left.update(piece.read for piece in one.pieces)
        return gone - stays

    def update(self) -> None:
        """Update the whole body."""
        bodies = self._mine.opened.document.body, self._theirs.opened.document.body
        self._within(self._here.blocks(bodies[0]), self._there.blocks(bodies[1]))

    def _within(
        self, ours: Sequence[Element], theirs: Sequence[Element], in_cell: bool = False
    ) -> None:
        """Update the blocks of a body or cell, or the rows of a table."""
        known = known_counterparts(ours, theirs, self._here, self._there, self._matches.reads)
        found = with_free(ours, theirs, known, (self._here, self._there), in_cell)
        for block, one in found.items():
            self.standing[one] = block
            self._pair(one, block, free=block not in known)
        self._take_out(ours, set(found.values()))
        self._bring(ours, theirs, found)

    # ------------------------------------------------------------ what both have
    def _pair(self, ours: Element, theirs: Element, free: bool) -> None:
        if ours.tag == _TABLE:
            self._table(ours, theirs)
        elif ours.tag == _ROW:
            cells = list(standing_in(ours, _CELL)), list(standing_in(theirs, _CELL))
            for one, other in zip(*cells, strict=False):
                self._within(self._here.blocks(one), self._there.blocks(other), in_cell=True)
        else:
            if is_drawn(ours) and is_drawn(theirs):
                self.drawn.append((ours, theirs))
            reads = self._here.reads(ours)[:1], self._there.reads(theirs)[:1]
            for read, there in zip(*reads, strict=False):
                if free:
                    self._texts.printed(read, there)
                self._texts.signed(read, there)

    def _table(self, ours: Element, theirs: Element) -> None:
        rows = list(standing_in(ours, _ROW)), list(standing_in(theirs, _ROW))
        if {_width(row) for row in rows[0]} != {_width(row) for row in rows[1]}:
            reads = self._here.reads(ours)
            if reads:
                self._remarks.conflict("table", None, reads[0], "", "", _SHAPE)
            return
        self._within(*rows)

    # ------------------------------------------------------------ what went
    def _take_out(self, ours: Sequence[Element], kept: set[Element]) -> None:
        left = [block not in kept and self._goes(block) for block in ours]
        loose = [block not in kept and self._is_made(block) for block in ours]
        for block, goes in zip(ours, _with_neighbours(left, loose), strict=True):
            if goes:
                told = _KINDS.get(sort_of(block), "paragraph")
                reads = self._here.reads(block)
                unit = next((u for at in reads if (u := self._mine.units.get(at, ""))), "")
                self._remarks.changed(f"{told} taken out", unit, self._words(block), "")
                self._written.delete_block(block)
                if not self._here.is_free(block):
                    self._written.give_up_names(block)

    def _goes(self, block: Element) -> bool:
        """Whether all that a block says has gone from the sources, and nobody changed it."""
        reads = self._here.reads(block)
        held = [at for at in reads if at in self._gone]
        if block.tag == _ROW and not held:
            return self._is_made(block) and bool(reads)
        return bool(held) and all(at in self._gone or self._is_label(at) for at in reads)

    def _is_label(self, read: int) -> bool:
        """Whether the program prints a text beside what goes, and nobody touched it."""
        return self._here.is_loose(read) and self._texts.untouched(read)

    def _is_made(self, block: Element) -> bool:
        """Whether the program made a block that no base tells of, and nobody touched it."""
        if not self._here.is_free(block) or touched(block):
            return False
        reads = self._here.reads(block)
        if sort_of(block) == "drawing":
            return not self._words(block)
        figures = any(span.value for at in reads for span in self._mine.reads[at].spans)
        return sort_of(block) != "text" and figures and all(map(self._texts.untouched, reads))

    # ------------------------------------------------------------ what came
    def _bring(
        self, ours: Sequence[Element], theirs: Sequence[Element], found: dict[Element, Element]
    ) -> None:
        comes = [block not in found and self._comes(block) for block in theirs]
        loose = [block not in found and self._there.is_free(block) for block in theirs]
        kept = set(found.values())

        def is_own(block: Element) -> bool:
            return block not in kept and bool(self._words(block)) and self._here.is_free(block)

        places = BlockPlaces(ours, theirs, found, is_own, lambda one: not self._here.reads(one))
        for block, new in zip(theirs, _with_neighbours(comes, loose), strict=True):
            if new and ours:
                self.standing[self._written.insert(block, places.put)] = block
                reads = self._there.reads(block)
                unit = next((u for at in reads if (u := self._theirs.units.get(at, ""))), "")
                told = _KINDS.get(sort_of(block), "paragraph")
                self._remarks.changed(f"{told} added", unit, "", _said(self._theirs, reads))
            else:
                places.pass_by(block)

    def _comes(self, block: Element) -> bool:
        """Whether a block holds texts that are new in the sources, and none that the copy has."""
        reads = self._there.reads(block)
        if block.tag == _ROW and self._there.is_free(block):
            return bool(reads)
        return any(at in self._added for at in reads) and not any(
            at in self._matches.reads for at in reads
        )

    def _words(self, block: Element) -> str:
        return _said(self._mine, self._here.reads(block))


def _said(side: Side, reads: Sequence[int]) -> str:
    """What texts say, a line each."""
    return "\n".join(text for at in reads if (text := side.reads[at].text).strip())


def _width(row: Element) -> int:
    """How many columns a row takes."""
    return sum(int(value_at(cell, "w:tcPr/w:gridSpan", "1")) for cell in standing_in(row, _CELL))


def _with_neighbours(certain: Sequence[bool], loose: Sequence[bool]) -> list[bool]:
    """What comes or goes for certain, and what is loose and stands beside such."""
    made = list(certain)
    for order in (range(1, len(made)), range(len(made) - 2, -1, -1)):
        step = order.step
        for at in order:
            made[at] = made[at] or (loose[at] and made[at - step])
    return made
