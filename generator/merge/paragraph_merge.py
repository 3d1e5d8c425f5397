"""Paragraphs that an officer added, took out or moved."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from generator.merge.account import ALREADY, MOVE_PART
from generator.merge.arrival_account import Arrival, refuse_arrival, tell_contested
from generator.merge.arrivals import place_arrivals, with_tables
from generator.merge.furniture import Furniture, untouched
from generator.merge.layout.new_tables import printed_words
from generator.merge.layout.printed_again import merge_printed_again
from generator.merge.layout.shape_changes import ShapeChanges
from generator.merge.layout.tables_gone import headed, tables_gone
from generator.merge.pairs.held_texts import Pair, Pairing
from generator.merge.pairs.said_words import bare
from generator.merge.pairs.same_order import in_order
from generator.merge.sources.narrative_blocks import NarrativeBlocks
from generator.merge.text_account import OFFICER, as_told
from generator.merge.texts_gone import IN_TAGS, TextsGone
from generator.merge.work import Work, tokens_of
from generator.model.readings import ReadText
from generator.model.wording.conflict_marks import both

_UNPRINTED = "new data or settings print this now"


class ParagraphMerge:
    """One copy's paragraphs. shown: which of today's texts can be seen in today's file."""

    def __init__(
        self,
        work: Work,
        today: Sequence[ReadText],
        known: Pairing,
        furniture: Furniture,
        given_up: Mapping[int, str],
    ) -> None:
        self._given_up = given_up
        self._work, self._furniture = work, furniture
        self._today = today
        self._shown = {index for one in known.pairs if one.pieces for index in one.entries}
        self._blocks: dict[str, NarrativeBlocks] = {}

    def run(self) -> None:
        """Merge them."""
        moved = self._moved()
        TextsGone(self._work, self.blocks, self._shown, self._given_up).run()
        self._changed_furniture()
        ShapeChanges(self._work, self.blocks, self._given_up).run()
        self._tell_there()
        arrivals = [*self._arrivals(moved), *self._contested_arrivals()]
        arrivals = with_tables(self._work, sorted(arrivals, key=lambda one: one.read))
        arrivals = [one for one in arrivals if not self._gave_up(one)]
        place_arrivals(self._work, arrivals, self.blocks)

    def _tell_there(self) -> None:
        """Tell of new texts that the report says already."""
        printed = {bare(text) for text in self._today}
        for at in self._furniture.there:
            new = self._work.copy.accepted[at]
            said = printed_words(new)
            said = bare(new, "") if said == bare(new) and said not in printed else said
            self._work.note("merged", "paragraph added", (), "", new.text, ALREADY, (at,), (said,))

    def blocks(self, file: str) -> NarrativeBlocks:
        """The blocks of a narrative."""
        if file not in self._blocks:
            self._blocks[file] = NarrativeBlocks(self._work.fields, file, self._work.now.entries)
        return self._blocks[file]

    # ------------------------------------------------------------ come and moved
    def _moved(self) -> set[int]:
        """The pairs, by their place in the pairing, that stand elsewhere than they did."""
        kinds = ("front-matter", "footnote", "cell", *IN_TAGS)
        work, pairs = self._work, self._work.pairing.pairs
        placed = [
            (index, one.pieces[0].read)
            for index, one in enumerate(pairs)
            if one.pieces and work.drafted(one)[0].kind not in kinds
        ]
        heads = {read for index, read in placed if work.drafted(pairs[index])[0].kind == "heading"}
        tracked = {read for _, read in placed if work.copy.accepted[read].moved}
        others = {read for _, read in placed} - heads - tracked
        stay = _staying(placed, heads - tracked, others)
        # What the report has moved likewise by now has not to be moved again.
        today = sorted(
            (work.became[pairs[index].entries[0]], read)
            for index, read in placed
            if pairs[index].entries[0] in work.became
        )
        there = _staying(today, heads - tracked, others, tracked)
        self._tell_moved([pairs[index] for index, read in placed if read in there - stay])
        return {index for index, read in placed if read not in stay | there}

    def _tell_moved(self, moved: Sequence[Pair]) -> None:
        """Tell of texts that the report has moved as the copy has."""
        work = self._work
        for one in moved:
            read = one.pieces[0].read
            said, today = work.copy.accepted[read], work.today(one) or ()
            kind, printed = "paragraph moved", as_told(tokens_of(today)).split("\n")
            work.note("merged", kind, today, said.text, said.text, ALREADY, (read,), printed)

    def _arrivals(self, moved: set[int]) -> list[Arrival]:
        """New and moved texts, each with what stands before it in the file."""
        found = [
            Arrival(one.pieces[0].read, one, index)
            for index, one in enumerate(self._work.pairing.pairs)
            if index in moved
        ]
        rows = self._rows_taken_out()
        for at in self._furniture.arrived:
            text = self._work.copy.accepted[at]
            if (text.table, text.row) in rows:
                kind, said = "printed by the program", text.text
                self._work.note("superseded", kind, (), said, "", _UNPRINTED, (at,))
            else:
                found.append(Arrival(at))
        return found

    def _rows_taken_out(self) -> set[tuple[int, int]]:
        """The rows of the copy that say front matter which the author has taken out."""
        work = self._work
        reads = [
            piece.read
            for one in work.pairing.pairs
            if work.drafted(one)[0].kind == "front-matter" and not work.today(one)
            for piece in one.pieces
        ]
        texts = [work.copy.accepted[read] for read in reads]
        return {(text.table, text.row) for text in texts if text.table >= 0}

    def _contested_arrivals(self) -> list[Arrival]:
        """What an officer changed and the author took out: it gets a place to be decided at."""
        work, found = self._work, list[Arrival]()
        marked = {entry.printed for entry in work.now.entries}
        for read in work.orphans:
            text = work.copy.accepted[read]
            who = work.author([read]) or OFFICER
            one = Arrival(read, contested=who, beside=self._referring(text))
            mark = both("", bare(text, ""), one.contested)
            if mark in marked:
                tell_contested(work, one, (mark,))
            elif self._is_row(read):
                tell_contested(work, one, ())
            else:
                found.append(one)
        return found

    def _referring(self, text: ReadText) -> int:
        """The text of the copy that refers to a footnote; -1 for other texts."""
        texts = enumerate(self._work.copy.accepted) if text.note else ()
        return next((at for at, one in texts if any(s.note == text.note for s in one.spans)), -1)

    def _is_row(self, read: int) -> bool:
        """Whether a text is one of the front matter."""
        pairs = (one for one in self._work.pairing.pairs if any(p.read == read for p in one.pieces))
        return any(each.kind == "front-matter" for one in pairs for each in self._work.drafted(one))

    def _gave_up(self, one: Arrival) -> bool:
        reason = self._given_up.get(one.read, "")
        if one.pair is not None and not reason:
            reason = self._work.parts_given_up.get((one.read, MOVE_PART), "")
        reason = reason or (one.table.reason if one.table is not None else "")
        if not reason and one.pair is None and self._heading(one.read) in self._given_up:
            reason = "it stands under a heading that could not be merged; put both in by hand"
        if reason:
            refuse_arrival(self._work, one, reason)
        return bool(reason)

    def _heading(self, read: int) -> int:
        """The heading of the section that a text of the copy stands in, if it is new; else -1."""
        texts, new = self._work.copy.accepted, self._furniture.arrived
        found = (at for at in range(read - 1, -1, -1) if texts[at].kind == "heading")
        heading = next((at for at in found if texts[at].level == 1), -1)
        return heading if heading in new and texts[read].level != 1 else -1

    # ------------------------------------------------------------ what the program prints
    def _merged_again(self, here: int | None, there: int | None) -> bool:
        """Whether what changed was a text of front matter, printed again, and has been merged."""
        if here is None or there is None or here in self._given_up:
            return False
        return merge_printed_again(self._work, here, bare(self._today[there]))

    def _changed_furniture(self) -> None:
        """Cells and lines that the program prints, where the copy has others."""
        work = self._work
        same_draft = work.draft.draft == work.now.draft
        tables = tables_gone(self._furniture.changed, self._today)
        told_already = {at for first, cells in tables.items() for at in cells if at != first}
        for here, there in self._furniture.changed:
            if self._merged_again(here, there) or (here is None and there in told_already):
                continue
            read = work.copy.accepted[here] if here is not None else None
            old = self._today[there].text if there is not None else ""
            new = read.text if read is not None else ""
            who = work.author([here]) if here is not None else ""
            reads = (here,) if here is not None else ()
            cells = tables.get(there, ()) if here is None and there is not None else ()
            printed = [self._today[at].text for at in cells] or [old]
            old = headed(cells, self._today) if cells else old
            if not same_draft and (read is None or untouched(read, work.draft, who)):
                told = (old, new, _UNPRINTED, reads, printed)
                work.note("superseded", "printed by the program", (), *told)
            else:
                reason = "the program prints it; change the data or what asks for it"
                kind = "table" if (read or self._today[there or 0]).kind == "cell" else "words"
                work.note("refused", kind, (), old, new, reason, reads, printed)


def _staying(placed: Sequence[tuple[int, int]], *ranks: Collection[int]) -> set[int]:
    """The texts of the copy that stand where they did; those of the first rank before others.

    placed: where each stood and stands, sorted. ranks: texts by where they stand in the copy.
    """
    fixed: list[tuple[int, int]] = []
    end = 1 + max((max(one) for one in placed), default=0)
    for rank in ranks:
        ranked = [one for one in placed if one[1] in rank]
        fits: list[tuple[int, int]] = []
        for (first, start), (last, stop) in pairwise([(-1, -1), *fixed, (end, end)]):
            fits += in_order([(a, b) for a, b in ranked if first < a < last and start < b < stop])
        fixed = sorted([*fixed, *fits])
    return {read for _, read in fixed}
