"""Totals in tables that are not the sum of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.consistent.figure_rules import TOTAL_WRONG
from generator.checks.held import Held
from generator.checks.paper_sections import table_texts
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_TOTAL = late_pattern(r"(?:grand\s+|overall\s+)?totals?(?:\s+\([^)]*\))?", re.IGNORECASE)
_PART = late_pattern(
    r"sub-?totals?|of\s+which|average|mean|median|change|difference|base", re.IGNORECASE
)
_RATE = late_pattern(
    r"%|\bper\b|\b(?:averages?|means?|medians?|rate|ratio|percentages?|points|index|scores?)\b",
    re.IGNORECASE,
)
_NUMBER = late_pattern(
    r"\(?-?\s?\N{POUND SIGN}?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|[mk]|bn)?\)?", re.I
)

Cell = tuple[Decimal, int, str]
"""A figure of a cell: its value, its decimals and its unit."""


def check_totals(held: Held) -> Iterator[Issue]:
    """Rows and columns that are named Total."""
    for number, table in enumerate(held.paper.tables):
        width = len(table.rows[0].cells) if table.rows else 0
        even = all(
            len(row.cells) == width and not any(c.below or c.span > 1 for c in row.cells)
            for row in table.rows
        )
        if len(table.rows) < 3 or width < 2 or not even:
            continue
        grid = [
            [" ".join(cell).strip() for cell in table_texts(held.paper, number, at)]
            for at in range(len(table.rows))
        ]
        places = [[cell.texts[0] if cell.texts else -1 for cell in row.cells] for row in table.rows]
        yield from _rows(held, grid, places)
        turned = [list(one) for one in zip(*grid, strict=True)]
        yield from _rows(held, turned, [list(one) for one in zip(*places, strict=True)])


def _rows(
    held: Held, grid: Sequence[Sequence[str]], places: Sequence[Sequence[int]]
) -> Iterator[Issue]:
    """A row named Total, of the rows above it."""
    totals = [at for at, row in enumerate(grid) if _TOTAL.fullmatch(row[0])]
    if len(totals) != 1 or totals[0] < 3 or totals[0] != len(grid) - 1:
        return
    if any(_PART.search(row[0]) for row in grid):
        return
    last = grid[totals[0]]
    for column in range(1, len(last)):
        parts = [_cell(row[column]) for row in grid[1 : totals[0]]]
        whole = _cell(last[column])
        known = [one for one in parts if one is not None]
        if whole is None or len(known) < len(parts) or {one[2] for one in known} != {whole[2]}:
            continue
        sums = sum((one[0] for one in known), Decimal(0))
        name = grid[0][column] or last[0]
        if _is_rate(name, whole):
            continue
        if abs(sums - whole[0]) > _rounding([*known, whole]):
            what = f"the total of {name!r} is {last[column]}, and its parts add up to {sums:,}"
            place = held.paper.where(places[totals[0]][column], last[column])
            yield held.issue(TOTAL_WRONG, place, what)


def _is_rate(name: str, whole: Cell) -> bool:
    """Whether the figure of the whole is one of its own, such as a change or a rate in per cent.

    Shares of a whole, which end in 100%, do add up.
    """
    rate = bool(_RATE.search(name)) or whole[2] == "%"
    return rate and whole[0] != 100


def _rounding(cells: Sequence[Cell]) -> Decimal:
    """What rounding may take or add: half a last place for each; nothing for whole counts."""
    if all(decimals == 0 and not unit for _, decimals, unit in cells):
        return Decimal(0)
    return sum((Decimal(5).scaleb(-decimals - 1) for _, decimals, _ in cells), Decimal(0))


def _cell(words: str) -> Cell | None:
    found = _NUMBER.fullmatch(words.replace("\N{MINUS SIGN}", "-"))
    if found is None:
        return None
    value = Decimal(found[1].replace(",", "") + (found[2] or ""))
    negative = "-" in words or "\N{MINUS SIGN}" in words or words.startswith("(")
    return -value if negative else value, len(found[2] or ".") - 1, found[3] or ""
