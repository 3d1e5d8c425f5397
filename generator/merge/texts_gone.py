"""Texts that an officer took out: they go from the source, or what stands against it is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from generator.merge.account import gone
from generator.merge.front_matter_edits import (
    change_front_matter,
    changed_since,
    contested_name,
    take_out_entry,
)
from generator.merge.layout.table_rows import RULED
from generator.merge.layout.tables_gone import written_table
from generator.merge.pairs.held_texts import Pair
from generator.merge.sources.narrative_blocks import NarrativeBlocks
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import list_entry
from generator.merge.sources.source_map import source_map
from generator.merge.sources.tokens import as_text, entry_tokens, keys
from generator.merge.text_account import OFFICER, as_told
from generator.merge.text_merge import SEVERAL, UNDECIDED
from generator.merge.work import ListChange, Work, tokens_of
from generator.model.draft_base import BaseEntry
from generator.model.wording.conflict_marks import both, marks_in

_OUT = "taken out"
_CHANGED = "the author has changed what the officer took out"
IN_TAGS = ("caption", "title", "description")
"""Kinds of texts that stand within an expression."""


class TextsGone:
    """One copy's. blocks: the blocks of a narrative, by file. shown: which of today's texts can be
    seen in today's file. given_up: texts that a try before this could not merge.
    """

    def __init__(
        self,
        work: Work,
        blocks: Callable[[str], NarrativeBlocks],
        shown: Collection[int],
        given_up: Mapping[int, str],
    ) -> None:
        self._work, self._blocks = work, blocks
        self._shown, self._given_up = shown, given_up

    def run(self) -> None:
        """Take them out."""
        lost = [one for one in self._work.pairing.pairs if not one.pieces]
        rows = self._rows_gone(lost)
        for one in lost:
            if not any(index in rows for index in one.entries):
                self._gone(one)

    def _gone(self, one: Pair) -> None:
        work = self._work
        drafted, today = work.drafted(one), work.today(one)
        if today is None:
            return  # the author took it out as well
        old, entry = as_text(tokens_of(drafted)), today[0]
        reads = tuple(map(gone, one.entries))
        given_up = next((self._given_up[at] for at in reads if at in self._given_up), "")
        if not all(entry.written for entry in drafted):
            if any(work.became[index] in self._shown for index in one.entries):
                reason = f"{_maker(drafted[0])} prints it; take out what asks for it"
                work.note("refused", _OUT, drafted, old, "", reason, reads, _told(drafted))
        elif given_up:
            work.note("refused", _OUT, today, old, "", given_up, reads, _told(today))
        elif entry.kind == "front-matter" and take_out_entry(work, entry):
            work.note("merged", "front matter", today, old, "", "", reads)
        elif entry.kind == "front-matter" and changed_since(work, entry):
            self._contested_entry(entry, old, reads)
        elif entry.kind in IN_TAGS or entry.repeated or entry.kind == "front-matter":
            reason = f"{_maker(entry)} prints it; change that"
            work.note("refused", _OUT, today, old, "", reason, reads, _told(today))
        elif any(marks_in(as_text(tokens_of(today)))):
            work.note("conflict", _OUT, today, old, "", UNDECIDED, reads, _told(today))
        elif keys(tokens_of(drafted)) != keys(tokens_of(today)):
            self._contested(today, old, _CHANGED, reads)
        elif self._led_to(today):
            reason = "a reference leads to it, and would lead nowhere"
            self._contested(today, old, reason, reads)
        else:
            self._take_out(today, old, reads)

    def _take_out(self, today: Sequence[BaseEntry], old: str, reads: tuple[int, ...]) -> None:
        work = self._work
        for entry in today:
            place = work.fields.place(entry)
            if place is None:
                work.note("refused", _OUT, today, old, "", SEVERAL, reads, _told(today))
                return
            if not place.field.path:
                blocks = self._blocks(entry.file)
                work.change(place.field, [blocks.without(blocks.block(entry))])
            elif entry.section.startswith(("recommendations", "background_papers")):
                work.lists.append(ListChange("remove", entry.file, list_entry(entry)))
            else:
                text = work.fields.text(place.field)
                behind = place.end + len(text[place.end :]) - len(text[place.end :].lstrip("\n"))
                work.change(place.field, [Splice(place.start, behind, "")])
        work.note("merged", _OUT, today, old, "", "", reads)

    def _contested(
        self, today: Sequence[BaseEntry], old: str, reason: str, reads: tuple[int, ...]
    ) -> None:
        work = self._work
        printed = []
        for entry in today:
            place = work.fields.place(entry)
            now = entry_tokens(entry)
            if place is None:
                continue
            pieces = [one for one in source_map(place.source, now) if one is not None]
            start, end = pieces[0].start, pieces[-1].end
            marked = both(place.source[start:end], "", OFFICER)
            work.splice(place, [Splice(start, end, marked)])
            printed.append(both(as_told(now), "", OFFICER))
        work.note("conflict", _OUT, today, old, "", reason, reads, printed)

    def _contested_entry(self, entry: BaseEntry, old: str, reads: tuple[int, ...]) -> None:
        """A person or body that the author has changed since."""
        work = self._work
        undecided = any(marks_in(entry.printed))
        marked = "" if undecided else contested_name(entry, OFFICER)
        placed = bool(marked) and change_front_matter(work, entry, marked)
        reason, printed = UNDECIDED if undecided else _CHANGED, marked if placed else entry.printed
        work.note("conflict", _OUT, (entry,), old, "", reason, reads, (printed,))

    def _led_to(self, today: Sequence[BaseEntry]) -> bool:
        names = {name for entry in today for name in (entry.name, *entry.aliases) if name}
        return any(
            span.reference in names
            for entry in self._work.now.entries
            if entry not in today
            for span in entry.spans
        )

    def _rows_gone(self, missing: Sequence[Pair]) -> set[int]:
        """Rows of written tables that were taken out whole; give the texts in them."""
        work = self._work
        lost = {index for one in missing for index in one.entries}
        rows: dict[tuple[str, int], list[int]] = {}
        for index, entry in enumerate(work.draft.entries):
            if entry.kind == "cell" and entry.written and "row" in entry.place:
                rows.setdefault((entry.file, entry.line), []).append(index)
        lines: dict[tuple[str, int], list[int]] = {}
        for cells in rows.values():
            today = [work.became[index] for index in cells if index in work.became]
            given_up = any(gone(index) in self._given_up for index in cells)
            if set(cells) <= lost and today and not given_up:
                entry = work.now.entries[today[0]]
                lines[entry.file, entry.line] = cells
        found = self._tables_gone(lines, lost)
        for cells in lines.values():
            if found.isdisjoint(cells):
                self._row_gone([work.now.entries[at] for at in self._now(cells)], cells)
        return found.union(*lines.values())

    def _now(self, cells: Sequence[int]) -> list[int]:
        """Which of today's texts those of the draft have become."""
        return [self._work.became[index] for index in cells if index in self._work.became]

    def _tables_gone(
        self, lines: Mapping[tuple[str, int], Sequence[int]], lost: Collection[int]
    ) -> set[int]:
        """Take tables out of which nothing is left, with their captions; give the texts in them.

        lines: (file, line) of the rows that are gone -> their texts. lost: all texts that are.
        """
        work, found = self._work, set[int]()
        for file, line in lines:
            field = self._blocks(file).field
            table = written_table(work.fields.text(field), line)
            if table is None or not all((file, at) in lines for at in table.rows):
                continue
            texts = [index for at in table.rows for index in lines[file, at]]
            captions = [
                index
                for index in lost
                for entry in (work.now.entries[at] for at in self._now([index]))
                if (entry.kind, entry.file, entry.line) == ("caption", file, table.caption)
            ]
            if table.caption and not captions:
                continue  # its caption stands in the copy
            texts += captions
            first = [work.now.entries[at] for at in self._now(lines[file, line])]
            old = " | ".join(work.draft.entries[index].printed for index in lines[file, line])
            work.change(field, [Splice(table.start, table.end, "")])
            work.note("merged", "table taken out", first, old, "", "", tuple(map(gone, texts)))
            found.update(texts)
        return found

    def _row_gone(self, today: Sequence[BaseEntry], cells: Sequence[int]) -> None:
        """Take the line of a row out, unless it is the one that makes the lines below a table."""
        work, file, line = self._work, today[0].file, today[0].line
        start, end = (work.fields.line_start(file, at) for at in (line, line + 1))
        old = " | ".join(work.draft.entries[index].printed for index in cells)
        reads = tuple(map(gone, cells))
        following = work.fields.text(self._blocks(file).field)[end:].partition("\n")[0]
        if RULED.match(following):
            reason = "a table needs its row of headings; take the table out in the narrative"
            printed = [entry.printed for entry in today]
            work.note("refused", "row taken out", today, old, "", reason, reads, printed)
            return
        work.change(self._blocks(file).field, [Splice(start, end, "")])
        work.note("merged", "row taken out", today, old, "", "", reads)


def _told(entries: Sequence[BaseEntry]) -> list[str]:
    """What texts print, as the proof compares it."""
    return [as_told(entry_tokens(one)) for one in entries]


def _maker(entry: BaseEntry) -> str:
    source = entry.source.strip().split("\n")[0]
    return repr(source) if source.startswith("{{") else entry.file or "the program"
