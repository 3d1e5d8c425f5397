"""Tables that an officer took out whole: one edit, and not one for each cell.

| Step | When |        a table of the narrative goes with its caption, before it or after
|------|------|
| One  | June |

Table: Next steps {#steps}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.merge.layout.table_rows import RULED
from generator.merge.pairs.said_words import bare
from generator.model.readings import ReadText


def tables_gone(
    changed: Sequence[tuple[int | None, int | None]], today: Sequence[ReadText]
) -> Mapping[int, tuple[int, ...]]:
    """The texts of each table of which none is left in the copy, by the first of them.

    changed: what differs, as `Furniture` has it: (text of the copy or None, what is printed today).
    """
    lost = {there for here, there in changed if here is None and there is not None}
    tables = {today[at].table for at in lost if today[at].kind == "cell"} - {-1}
    found: dict[int, tuple[int, ...]] = {}
    for table in sorted(tables):
        cells = tuple(at for at, one in enumerate(today) if one.table == table and bare(one))
        if len(cells) > 1 and lost.issuperset(cells):
            found[cells[0]] = cells
    return found


def headed(cells: Sequence[int], today: Sequence[ReadText]) -> str:
    """What tells a table: the texts of its first row."""
    first = today[cells[0]].row
    return " | ".join(" ".join(today[at].text.split()) for at in cells if today[at].row == first)


class WrittenTable(NamedTuple):
    """A table of a narrative. start, end: of its text. rows: the lines of its rows, from 1.
    caption: the line of its caption, 0 for none.
    """

    start: int
    end: int
    rows: tuple[int, ...]
    caption: int


def written_table(text: str, line: int) -> WrittenTable | None:
    """The table whose headings stand in a line of a narrative, with its caption; None where they
    head none.
    """
    lines = text.split("\n")
    if not RULED.fullmatch("".join(lines[line : line + 1]).strip("\r")):
        return None
    last = line + 1
    while last < len(lines) and "|" in lines[last]:
        last += 1
    rows = (line, *range(line + 2, last + 1))
    first, caption = line - 1, _caption(lines, line - 2, -1)
    if caption:
        first = caption - 1
    elif caption := _caption(lines, last, 1):
        last = caption
    while last < len(lines) and not lines[last].strip():
        last += 1
    starts = [0]
    for one in lines:
        starts.append(starts[-1] + len(one) + 1)
    return WrittenTable(starts[first], min(starts[last], len(text)), rows, caption)


def _caption(lines: Sequence[str], at: int, step: int) -> int:
    """The line, from 1, of a caption next to a table, over blank lines; 0 for none."""
    while 0 <= at < len(lines) and not lines[at].strip():
        at += step
    return at + 1 if 0 <= at < len(lines) and lines[at].startswith("Table:") else 0
