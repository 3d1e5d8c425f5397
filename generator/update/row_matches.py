"""Cells of a written table whose words are all new: they stand in the same column of the same row.

draft   One | June        now   One | August        June became August
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from generator.model.readings import ReadText
from generator.update.sides import Side


class _Row(NamedTuple):
    table: int
    row: int


def same_cells(became: Mapping[int, int], mine: Side, theirs: Side) -> dict[int, int]:
    """Entry of the old base -> entry of the new one, for such cells that `became` leaves out."""
    rows: dict[_Row, Counter[_Row]] = {}
    for drafted, today in became.items():
        here, there = _cell(mine, drafted), _cell(theirs, today)
        if here is not None and there is not None:
            rows.setdefault(_row(there), Counter())[_row(here)] += 1
    left = {
        (*_row(cell), cell.column): at
        for at in range(len(mine.base.entries))
        if at not in became and (cell := _cell(mine, at)) is not None
    }
    found: dict[int, int] = {}
    known = set(became.values())
    for today in range(len(theirs.base.entries)):
        cell = None if today in known else _cell(theirs, today)
        if cell is not None and _row(cell) in rows:
            likeliest = rows[_row(cell)].most_common(1)[0][0]
            drafted = left.pop((*likeliest, cell.column), -1)
            if drafted >= 0:
                found[drafted] = today
    return found


def _cell(side: Side, entry: int) -> ReadText | None:
    """The cell of a table that an entry stands in, as it is read."""
    if side.base.entries[entry].kind != "cell" or entry not in side.pairs:
        return None
    pieces = side.pairs[entry].pieces
    text = side.reads[pieces[0].read] if pieces else None
    return text if text is not None and text.table >= 0 else None


def _row(text: ReadText) -> _Row:
    return _Row(text.table, text.row)
