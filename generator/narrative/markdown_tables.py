"""Tables that an author writes in Markdown, with bars between the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.document import Alignment, Inline, Table
from generator.narrative.inlines import joined_lines
from generator.narrative.spoken import Blocks

if TYPE_CHECKING:
    from generator.narrative.blocks import BlockWriter

ALIGNMENTS: dict[str, Alignment] = {"left": "left", "right": "right", "center": "centre"}


def write_table(writer: BlockWriter) -> list[Table]:
    """The table that begins at the writer's place, without its caption."""
    line = writer.line(writer.tokens[writer.at])
    writer.at += 1
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    alignments: list[Alignment] = []
    while writer.tokens[writer.at].type != "table_close":
        if writer.tokens[writer.at].type == "tr_open":
            rows.append(_row(writer, len(rows[0]) if rows else 0, alignments))
        else:
            writer.at += 1
    writer.at += 1
    return [Table(rows[0], tuple(rows[1:]), tuple(alignments), line=line)]


def _row(
    writer: BlockWriter, width: int, alignments: list[Alignment]
) -> tuple[tuple[Inline, ...], ...]:
    """A row's cells. width: the header's number of cells, 0 for the header itself."""
    opening = writer.tokens[writer.at]
    _check_width(writer, opening, width)
    writer.at += 1
    cells: list[tuple[Inline, ...]] = []
    while writer.tokens[writer.at].type != "tr_close":
        cell, inline = writer.tokens[writer.at : writer.at + 2]
        inline.map = inline.map or opening.map
        _, pieces, first = writer.content()
        if any(isinstance(piece, Blocks) for piece in pieces):
            writer.note(writer.lines(first), "a chart or table stands in a cell", "move it out")
        cells.append(joined_lines(pieces))
        if not width:
            style = str(cell.attrs.get("style", ""))
            alignments.append(ALIGNMENTS.get(style.rpartition(":")[2], "left"))
    writer.at += 1
    return tuple(cells)


def _check_width(writer: BlockWriter, row: Any, width: int) -> None:
    """Markdown drops cells beyond the header's without a word; here that is a problem."""
    from markdown_it.rules_block.table import escapedSplit

    if not width or not row.map:
        return
    cells = [cell.strip() for cell in escapedSplit(writer.rendered[row.map[0]].strip(" \t>"))]
    while cells and not cells[0]:
        cells.pop(0)
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > width:
        what = f"a row has {len(cells)} cells, and its header {width}"
        writer.note(writer.line(row), what, r"write a bar inside a cell as \|")
