"""Tables that an author writes in Markdown, with bars between the cells."""

from __future__ import annotations

import re
from typing import Any

from generator.model.document import MOST_COLUMNS, Alignment, Inline, Table
from generator.model.origin import Origin
from generator.narrative.expressions.spoken import SpokenBlocks
from generator.narrative.markdown.inline_writer import joined_lines
from generator.narrative.markdown.origins import lines_of
from generator.narrative.markdown.token_reader import TokenReader

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_HIDDEN = re.compile("\ufdd5(\\d+)\ufdd6")
ALIGNMENTS: dict[str, Alignment] = {"left": "left", "right": "right", "center": "centre"}


def write_table(reader: TokenReader) -> list[Table]:
    """The table that begins at the reader's place, without its caption."""
    origin = reader.origins.next(*lines_of(reader.tokens[reader.at]))
    opening = reader.tokens[reader.at]
    reader.at += 1
    width = _head_width(reader)
    if width > MOST_COLUMNS:
        what = f"a table of {width:,} columns; Word opens none of more than {MOST_COLUMNS}"
        reader.note(reader.line(opening), what, "write it on its side, or as several tables")
        reader.at = _end(reader) + 1
        return []
    origins: list[tuple[Origin, ...]] = []
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    alignments: list[Alignment] = []
    while reader.tokens[reader.at].type != "table_close":
        if reader.tokens[reader.at].type == "tr_open":
            opening = reader.tokens[reader.at]
            rows.append(_row(reader, len(rows[0]) if rows else 0, alignments))
            origins.append(_origins(reader, opening, len(rows), len(rows[0])))
        else:
            reader.at += 1
    reader.at += 1
    body, across = tuple(rows[1:]), tuple(alignments)
    return [Table(rows[0], body, across, origin=origin, origins=tuple(origins))]


def _head_width(reader: TokenReader) -> int:
    """How many cells the first row of the table has that the reader stands in."""
    width = 0
    for token in reader.tokens[reader.at :]:
        if token.type == "tr_close":
            break
        width += token.type == "th_open"
    return width


def _end(reader: TokenReader) -> int:
    """The place of the token that closes the table; none stands in another."""
    at = reader.at
    while reader.tokens[at].type != "table_close":
        at += 1
    return at


def _origins(reader: TokenReader, row: Any, number: int, width: int) -> tuple[Origin, ...]:
    """Of a row's cells, each with its own source. number: from 1, that of the header."""
    line = row.map[0] if row.map else 0
    cells = _source_cells(reader.origins.source_at(line))[:width]
    return reader.origins.cells(number, [*cells, *[""] * (width - len(cells))], line)


def _source_cells(line: str) -> list[str]:
    """What stands between the bars of a source line; a bar within an expression parts nothing."""
    expressions: list[str] = []

    def hide(found: re.Match[str]) -> str:
        expressions.append(found.group())
        return f"\ufdd5{len(expressions) - 1}\ufdd6"

    cells = _split(_EXPRESSION.sub(hide, line))
    cells = cells[1:] if cells and not cells[0] else cells  # before a bar that opens the row
    return [_HIDDEN.sub(lambda found: expressions[int(found[1])], cell) for cell in cells]


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
        _, pieces, (first, _) = reader.content()
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
    if not width or not row.map:
        return
    cells = _cells(reader, row.map[0])
    while cells and not cells[0]:
        cells.pop(0)
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > width:
        what = f"a row has {len(cells)} cells, and its header {width}"
        reader.note(reader.line(row), what, r"write a bar inside a cell as \|")


def _cells(reader: TokenReader, line: int) -> list[str]:
    """What stands between the bars of a rendered line; bars at its ends make blank cells."""
    return _split(reader.rendered[line])


def _split(line: str) -> list[str]:
    from markdown_it.rules_block.table import escapedSplit

    return [cell.strip() for cell in escapedSplit(line.strip(" \t>"))]
