"""Tables: header row, rows that split, merged, nested and blank cells, titles.

A grid of labels and what they say, such as the front matter of a report, has no header row: its
labels stand in the first column, and it is read row by row. A table of one row or column, or one
that places charts side by side, is layout, and is judged by its order alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.accessible.paper_texts import has_words, is_front, texts_of
from generator.checks.accessible.table_rules import (
    TABLE_BLANK,
    TABLE_HEADER,
    TABLE_LAYOUT,
    TABLE_MERGED,
    TABLE_NESTED,
    TABLE_ROW_SPLIT,
    TABLE_TITLE,
)
from generator.checks.held import Held
from generator.model.issues import Issue, Rule
from generator.model.release.paper import Paper, PaperCell, PaperTable, PaperText


class _Seen(NamedTuple):
    """A table of the body: its number, how people call it, and what kind it is."""

    number: int
    table: PaperTable
    named: str
    layout: bool
    grid: bool


def check_tables(held: Held) -> Iterator[Issue]:
    """Header row, rows that split, merged cells and title of each table of the body."""
    for one in _tables(held.paper):
        for rule, what in (*_build(one, held.paper), *_name(one, held.paper)):
            where = held.paper.where(_first(held.paper, one.table), None)
            yield held.issue(rule, where, f"{one.named} {what}")


def _tables(paper: Paper) -> Iterator[_Seen]:
    for number, table in enumerate(paper.tables):
        if table.story == "body" and table.rows:
            caption = _caption(paper, table)
            named = repr(table.title or caption) if table.title or caption else ""
            named = f"the table {named}" if named else f"table {number + 1} of the file"
            drawn = any(text.drawings for _, text in texts_of(paper, table))
            single = len(table.rows) == 1 or _columns(table) == 1
            grid = not single and _is_grid(paper, table)
            yield _Seen(number, table, named, drawn or single, grid)


def _columns(table: PaperTable) -> int:
    return max((sum(cell.span for cell in row.cells) for row in table.rows), default=0)


def _is_grid(paper: Paper, table: PaperTable) -> bool:
    """Whether its first column has the labels: it is front matter, or bold there and only there."""
    firsts = [row.cells[0] for row in table.rows if row.cells]
    if any(is_front(paper.texts[index]) for cell in firsts for index in cell.texts):
        return True
    rest = [cell for row in table.rows[:1] for cell in row.cells[1:]]
    return (
        _columns(table) == 2
        and all(_bold(paper, cell) for cell in firsts)
        and not any(_bold(paper, cell) for cell in rest)
    )


def _bold(paper: Paper, cell: PaperCell) -> bool:
    runs = [run for index in cell.texts for run in paper.texts[index].runs if has_words(run.text)]
    return bool(runs) and all(run.look.bold for run in runs)


def _first(paper: Paper, table: PaperTable) -> int:
    """The index of its first text with words, for its place."""
    found = (index for index, text in texts_of(paper, table) if text.text.strip())
    return next(found, table.after)


# ---------------------------------------------------------------- how it is built
def _build(one: _Seen, paper: Paper) -> Iterator[tuple[Rule, str]]:
    table = one.table
    if table.within >= 0:
        yield TABLE_NESTED, "stands within a cell of another table"
    if not one.layout and not one.grid and not table.rows[0].header:
        later = any(row.header for row in table.rows)
        yield (
            TABLE_HEADER,
            "has a header row that is not its first"
            if later
            else ("has no row marked as its header"),
        )
    if one.layout and _columns(table) == 1 and len(table.rows) == 1:
        yield TABLE_LAYOUT, "has one cell only"
    split = sum(not row.whole for row in table.rows)
    if split and not one.layout:
        yield TABLE_ROW_SPLIT, f"has {split} rows that may be split between pages"
    merged = sum(cell.span > 1 or cell.below for row in table.rows for cell in row.cells)
    if merged and not one.layout:
        yield TABLE_MERGED, f"has {merged} merged cells, the first {_merged(paper, table)}"


def _merged(paper: Paper, table: PaperTable) -> str:
    for at, row in enumerate(table.rows, start=1):
        for cell in row.cells:
            if cell.span > 1 or cell.below:
                words = _words(paper, cell)
                return f"in row {at}" + (f": {words!r}" if words else "")
    return ""


def _words(paper: Paper, cell: PaperCell) -> str:
    return " ".join(" ".join(paper.texts[index].text for index in cell.texts).split())[:60]


# ---------------------------------------------------------------- what it is called
def _name(one: _Seen, paper: Paper) -> Iterator[tuple[Rule, str]]:
    table = one.table
    said = table.title.strip() or table.description.strip() or _caption(paper, table)
    if not said and not one.layout and not one.grid and table.within < 0:
        yield TABLE_TITLE, "has neither caption nor title"


def _caption(paper: Paper, table: PaperTable) -> str:
    """The caption before or after a table, or the heading that it follows."""
    for index in range(table.after - 1, max(table.after - 4, -1), -1):
        text = paper.texts[index]
        if text.text.strip():
            if _names_a_table(text):
                return text.text.strip()
            break
    last = max((index for index, _ in texts_of(paper, table)), default=table.after)
    after = paper.texts[last + 1 : last + 2]
    return after[0].text.strip() if after and after[0].kind == "caption" else ""


def _names_a_table(text: PaperText) -> bool:
    typed = text.text.lstrip().casefold().startswith("table ")
    return text.table < 0 and (text.kind in ("caption", "heading") or typed)


# ---------------------------------------------------------------- cells
def check_blank_cells(held: Held) -> Iterator[Issue]:
    """Cells that say nothing, in tables that are no layout."""
    paper = held.paper
    nesting = {table.within for table in paper.tables}
    for one in _tables(paper):
        if one.layout or one.grid or one.number in nesting:
            continue
        found = list(_blank(paper, one.table))
        if found:
            row, column = found[0]
            more = f", and {len(found) - 1} more" if len(found) > 1 else ""
            beside = paper.where(_beside(paper, one.table, row))
            what = f"{one.named} has a blank cell in row {row + 1}, column {column + 1}{more}"
            yield held.issue(TABLE_BLANK, beside, what)


def _blank(paper: Paper, table: PaperTable) -> Iterator[tuple[int, int]]:
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            texts = [paper.texts[index] for index in cell.texts]
            said = any(text.text.strip() or text.drawings or text.number for text in texts)
            if not said and not cell.below and not cell.fill:
                yield at, cell.column


def _beside(paper: Paper, table: PaperTable, row: int) -> int:
    """The first text with words of a row, or of the table."""
    indexes = (index for cell in table.rows[row].cells for index in cell.texts)
    return next((at for at in indexes if paper.texts[at].text.strip()), _first(paper, table))
