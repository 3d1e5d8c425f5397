"""The paragraphs and tables of a body, cell or note, as one text with its changes tracked.

What says the same stands in both; of the rest, the paragraphs, tables and rows that have most words
in common are one that was changed; what is left was put in or taken out. A cell or note ends with
a paragraph whose end nobody can take out. So where paragraphs are put in there, or taken out, it is
the end before each of them that is marked:

    <w:p>kept <w:ins/></w:p><w:p><w:ins>put in</w:ins></w:p>     and not  <w:p>put in <w:ins/></w:p>
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from generator.model.frozen import dataclass
from generator.model.wording.alignment import Pair, between, common, likeliest
from generator.word.package.elements import Element, clark
from generator.word.redline.block_texts import (
    Block,
    ParagraphBlock,
    RowBlock,
    TableBlock,
    paragraphs_in,
)
from generator.word.redline.brought_styles import BroughtStyles
from generator.word.redline.counted_changes import ChangeCounts
from generator.word.redline.deleted_copies import DeletedCopies
from generator.word.redline.note_pairs import LEAST_ALIKE
from generator.word.redline.paragraph_changes import ParagraphChanges
from generator.word.redline.tracked_writing import Tracker

_WRAPPERS = {clark("w:sdt"), clark("w:sdtContent"), clark("w:customXml")}


@dataclass(frozen=True, slots=True)
class _Step:
    """What became of a block: old and new are places, None where it stands in one only."""

    old: int | None
    new: int | None


class BlockChanges:
    """Tracks what changed between the blocks of one story."""

    def __init__(
        self,
        tracker: Tracker,
        copies: DeletedCopies,
        styles: BroughtStyles,
        paragraphs: ParagraphChanges,
        counts: ChangeCounts,
    ) -> None:
        self._tracker, self._copies, self._styles = tracker, copies, styles
        self._paragraphs, self._counts = paragraphs, counts

    def compare(self, old: Sequence[Block], new: Sequence[Block], parent: Element) -> None:
        """Track in `parent`, which holds the new blocks, what became of the old ones."""
        steps = _ended_alike(_steps(old, new), old, new)
        tail = _tail(steps, old, new)
        beside = 0
        for place, step in enumerate(steps):
            one = None if step.old is None else old[step.old]
            other = None if step.new is None else new[step.new]
            last = bool(tail) and place == len(steps) - 1
            if one is not None and other is not None:
                self._pair(one, other)
            elif other is not None:
                self._insert(other, end=not last)
            elif one is not None:
                following = new[beside].element if beside < len(new) else None
                _put(self._delete(one, end=not last), following, parent)
            beside += other is not None
        if tail:
            self._mark_tail(steps, old, new, steps[-tail - 1], parent)

    def _pair(self, old: Block, new: Block) -> None:
        if isinstance(old, TableBlock) and isinstance(new, TableBlock):
            if old.key != new.key:
                self._table(old, new)
                return
            sides = paragraphs_in([old]), paragraphs_in([new])
            for one, other in zip(*sides, strict=True):
                self._pair(one, other)
        elif isinstance(old, ParagraphBlock) and isinstance(new, ParagraphBlock):
            self._paragraphs.compare(old.text, new.text)
            self._look(old.element, new.element)

    def _look(self, old: Element, new: Element) -> None:
        """Track that a paragraph has another style, or another place in a list."""
        if not self._styles.look_alike(old, new):
            before = self._copies.properties(old.find(clark("w:pPr")))
            self._tracker.paragraph_look(new, before)
            self._counts["formatting"] += 1

    def insert(self, blocks: Sequence[Block]) -> None:
        """Track all blocks of a note that is new; the end of a note cannot be inserted."""
        for block in blocks[:-1]:
            self._insert_silently(block, end=True)
        for block in blocks[-1:]:
            self._insert_silently(block, end=False)

    def _insert(self, block: Block, end: bool) -> None:
        if isinstance(block, TableBlock):
            self._counts["rows_inserted"] += len(block.rows)
        else:
            self._counts["paragraphs_inserted"] += 1
        self._insert_silently(block, end)

    def _insert_silently(self, block: Block, end: bool) -> None:
        if isinstance(block, TableBlock):
            for row in block.rows:
                self._insert_row(row)
            return
        self._paragraphs.insert(block.text)
        if end:
            self._tracker.end(block.element, "ins")

    def _insert_row(self, row: RowBlock) -> None:
        for cell in row.cells:
            self.insert(cell.blocks)
        self._tracker.row(row.element, "ins")

    def _delete(self, block: Block, end: bool) -> Element:
        if isinstance(block, TableBlock):
            self._counts["rows_deleted"] += len(block.rows)
            return self._copies.block(block)
        self._counts["paragraphs_deleted"] += 1
        return self._copies.paragraph(block, end)

    def _table(self, old: TableBlock, new: TableBlock) -> None:
        beside = 0
        for step in _steps(old.rows, new.rows):
            one = None if step.old is None else old.rows[step.old]
            other = None if step.new is None else new.rows[step.new]
            following = new.rows[beside].element if beside < len(new.rows) else None
            if one is not None and other is not None and one.columns == other.columns:
                for ours, theirs in zip(one.cells, other.cells, strict=True):
                    self.compare(ours.blocks, theirs.blocks, theirs.element)
            else:
                if one is not None:
                    _put(self._copies.row(one), following, new.element)
                    self._counts["rows_deleted"] += 1
                if other is not None:
                    self._insert_row(other)
                    self._counts["rows_inserted"] += 1
            beside += other is not None

    def _mark_tail(
        self,
        steps: Sequence[_Step],
        old: Sequence[Block],
        new: Sequence[Block],
        pair: _Step,
        parent: Element,
    ) -> None:
        """Mark the end before paragraphs put in, or taken out, at the end of a text.

        The last paragraph is the one that stays: it must look as the one before did.
        """
        if pair.old is None or pair.new is None:
            return
        before, after = old[pair.old].element, new[pair.new].element
        inserted = steps[-1].new is not None
        self._tracker.end(after, "ins" if inserted else "del")
        if inserted:
            last = new[-1].element
            if not self._styles.look_alike(before, last):
                self._tracker.paragraph_look(last, self._copies.properties(_properties(before)))
            return
        last = _last_paragraph(parent)
        gone = _properties(last)
        kept = _properties(after)
        if gone is not None:
            last.remove(gone)
        if kept is not None:
            last.insert(0, _bare(kept))
        self._tracker.paragraph_look(last, gone)


def _steps(
    old: Sequence[Block] | Sequence[RowBlock], new: Sequence[Block] | Sequence[RowBlock]
) -> list[_Step]:
    """What became of each block, in order; what was taken out stands before what was put in."""
    same = common([each.key for each in old], [each.key for each in new])
    changed: list[Pair] = []
    for gap in between(same, len(old), len(new)):
        bags = [each.bag for each in old[gap.start : gap.end]]
        others = [each.bag for each in new[gap.begin : gap.stop]]
        found = likeliest(bags, others, LEAST_ALIKE)
        changed += [(gap.start + one, gap.begin + other) for one, other in found]
    return list(_in_order(sorted([*same, *changed]), len(old), len(new)))


def _in_order(pairs: Sequence[Pair], length: int, width: int) -> Iterator[_Step]:
    at, beside = 0, 0
    for old, new in [*pairs, (length, width)]:
        yield from (_Step(each, None) for each in range(at, old))
        yield from (_Step(None, each) for each in range(beside, new))
        if old < length or new < width:
            yield _Step(old, new)
        at, beside = old + 1, new + 1


def _ended_alike(steps: list[_Step], old: Sequence[Block], new: Sequence[Block]) -> list[_Step]:
    """Pair the last paragraphs where each of them is left over: one of them must stay."""
    last_old, last_new = _Step(len(old) - 1, None), _Step(None, len(new) - 1)
    if last_old not in steps[-len(old) - len(new) :] or last_new not in steps:
        return steps
    if not (isinstance(old[-1], ParagraphBlock) and isinstance(new[-1], ParagraphBlock)):
        return steps
    kept = [step for step in steps if step not in (last_old, last_new)]
    return [*kept, _Step(len(old) - 1, len(new) - 1)]


def _tail(steps: Sequence[_Step], old: Sequence[Block], new: Sequence[Block]) -> int:
    """How many paragraphs at the end stand in one document only, where marks must move.

    0 too where a table is among them, or before them: the end before cannot be marked then.
    """
    for count, step in enumerate(reversed(steps)):
        if step.old is not None and step.new is not None:
            pair = old[step.old], new[step.new]
            return count if all(isinstance(each, ParagraphBlock) for each in pair) else 0
        block = old[step.old] if step.old is not None else new[step.new or 0]
        if isinstance(block, TableBlock):
            return 0
    return 0


def _put(made: Element, following: Element | None, parent: Element) -> None:
    """Put a deleted block or row before what follows it, outside a control that begins there."""
    if following is None:
        section = parent.find(clark("w:sectPr"))
        if section is None:
            parent.append(made)
        else:
            section.addprevious(made)
        return
    outer = following.getparent()
    while outer is not None and outer.tag in _WRAPPERS and outer[0] is following:
        following, outer = outer, outer.getparent()
        if outer is not None and outer.tag == clark("w:sdt"):
            following, outer = outer, outer.getparent()
    following.addprevious(made)


def _properties(paragraph: Element) -> Element | None:
    return paragraph.find(clark("w:pPr"))


def _bare(properties: Element) -> Element:
    """Properties of a paragraph without a section's, without changes and without its end's."""
    made = deepcopy(properties)
    for tag in ("w:rPr", "w:sectPr", "w:pPrChange"):
        for node in made.findall(clark(tag)):
            made.remove(node)
    return made


def _last_paragraph(parent: Element) -> Element:
    return [node for node in parent if node.tag == clark("w:p")][-1]
