"""Rows that come into a table which is written with bars in the narrative.

| Step | When |        a row of the copy stands below the row that is above it there
|------|------|
| One  | June |
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.merge.own_sentences import BROKEN
from generator.merge.pairs.said_words import bare
from generator.merge.sources.markdown_text import escaped
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field
from generator.merge.work import Work
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText
from generator.model.wording.conflict_marks import both

RULED = re.compile(r"[ \t|:-]*-[ \t|:-]*(?=\n|$)")
"""The line below a table's headings, which makes it one."""


def place_row(work: Work, reads: Sequence[int]) -> None:
    """Put a row in whose cells are new texts of the copy, or refuse it."""
    texts = [work.copy.accepted[read] for read in reads]
    new = " | ".join(" ".join(text.text.split()) for text in texts)
    above = _above(work, texts)
    if above is None:
        reason = "the table is not written in the narrative, or the row has other columns than it"
        work.note("refused", "row added", (), "", new, reason, reads)
        return
    _put_below(work, above, [escaped(text.text, in_cell=True) for text in texts])
    work.note("merged", "row added", (above,), "", new, "", reads, [bare(text) for text in texts])
    for read, text in zip(reads, texts, strict=True):
        if "\n" in text.text.strip():
            work.note("refused", "line break", (above,), "", text.text, BROKEN, (read,))


def contested_row(work: Work, changed: Mapping[int, str]) -> dict[int, str]:
    """Put a row in again that the author took out, with marks in the cells that were changed.

    changed: cells of one row of the copy -> who changed each. Gives each one's mark as printed,
    nothing where the row, or its table, has no place.
    """
    texts = work.copy.accepted
    cell = texts[next(iter(changed))]
    row = {
        at: text
        for at, text in enumerate(texts)
        if (text.table, text.row) == (cell.table, cell.row)
    }
    held = (one for one in work.pairing.pairs if any(piece.read in row for piece in one.pieces))
    above = _above(work, list(row.values()))
    if above is None or any(work.today(one) for one in held):
        return {}
    said = {at: escaped(text.text, in_cell=True) for at, text in row.items()}
    said |= {at: both("", said[at], who) for at, who in changed.items()}
    _put_below(work, above, list(said.values()))
    return {at: both("", bare(texts[at], ""), who) for at, who in changed.items()}


def _put_below(work: Work, above: BaseEntry, cells: Sequence[str]) -> None:
    """Put a row below the one that a text stands in."""
    start = work.fields.line_start(above.file, above.line)
    line, _, below = work.fields.text(Field(above.file))[start:].partition("\n")
    rule = RULED.match(below)
    row = " | ".join(cells)
    if line.lstrip().startswith("|"):
        row = f"| {row} |"
    at = start + len(line) + (1 + len(rule[0]) if rule is not None else 0)
    work.change(Field(above.file), [Splice(at, at, f"\n{row}")])


def _above(work: Work, row: Sequence[ReadText]) -> BaseEntry | None:
    """A text of the nearest row above that is written in the narrative and has as many columns."""
    table, number = row[0].table, row[0].row
    found: dict[int, list[BaseEntry]] = {}
    for one in work.pairing.pairs:
        today = work.today(one)
        if not one.pieces or not today or today[0].kind != "cell" or "row" not in today[0].place:
            continue
        read = work.copy.accepted[one.pieces[0].read]
        if read.table == table and read.row < number:
            found.setdefault(read.row, []).append(today[0])
    last = found[max(found)] if found else []
    return last[0] if last and len({text.column for text in row}) == len(last) else None
