"""Tables that an author writes in Markdown, with bars between the cells."""

from __future__ import annotations

from typing import Any

from generator.model.document import Alignment, Inline, Table
from generator.narrative.expressions.spoken import SpokenBlocks
from generator.narrative.markdown.inline_writer import joined_lines
from generator.narrative.markdown.token_reader import TokenReader

ALIGNMENTS: dict[str, Alignment] = {"left": "left", "right": "right", "center": "centre"}


def write_table(reader: TokenReader) -> list[Table]:
    """The table that begins at the reader's place, without its caption."""
    line = reader.line(reader.tokens[reader.at])
    reader.at += 1
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    alignments: list[Alignment] = []
    while reader.tokens[reader.at].type != "table_close":
        if reader.tokens[reader.at].type == "tr_open":
            rows.append(_row(reader, len(rows[0]) if rows else 0, alignments))
        else:
            reader.at += 1
    reader.at += 1
    return [Table(rows[0], tuple(rows[1:]), tuple(alignments), line=line)]


def _row(
    reader: TokenReader, width: int, alignments: list[Alignment]
) -> tuple[tuple[Inline, ...], ...]:
    """A row's cells. width: the header's number of cells, 0 for the header itself."""
    opening = reader.tokens[reader.at]
    _check_width(reader, opening, width)
    reader.at += 1
    cells: list[tuple[Inline, ...]] = []
    while reader.tokens[reader.at].type != "tr_close":
        cell, inline = reader.tokens[reader.at : reader.at + 2]
        inline.map = inline.map or opening.map
        _, pieces, first = reader.content()
        if any(isinstance(piece, SpokenBlocks) for piece in pieces):
            reader.note(reader.lines(first), "a chart or table stands in a cell", "move it out")
        cells.append(joined_lines(pieces))
        if not width:
            style = str(cell.attrs.get("style", ""))
            alignments.append(ALIGNMENTS.get(style.rpartition(":")[2], "left"))
    reader.at += 1
    return tuple(cells)


def _check_width(reader: TokenReader, row: Any, width: int) -> None:
    """Markdown drops cells beyond the header's without a word; here that is a problem."""
    from markdown_it.rules_block.table import escapedSplit

    if not width or not row.map:
        return
    cells = [cell.strip() for cell in escapedSplit(reader.rendered[row.map[0]].strip(" \t>"))]
    while cells and not cells[0]:
        cells.pop(0)
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > width:
        what = f"a row has {len(cells)} cells, and its header {width}"
        reader.note(reader.line(row), what, r"write a bar inside a cell as \|")
