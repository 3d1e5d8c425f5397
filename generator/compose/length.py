"""How long a report will be, roughly, to decide whether it wants a contents list.

Pages are not known before Word lays them out, and must not depend on the machine: lines of text,
charts and table rows are counted, by what fills an A4 page in Arial 12.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.model.document import (
    Block,
    Chart,
    External,
    Grid,
    Heading,
    ListBlock,
    Paragraph,
    Section,
    Table,
)
from generator.model.walk import every_block, plain

_LINES, _LINES_LANDSCAPE = 46.0, 28.0  # on a page
_WORDS = 13.0  # on a line
_BETWEEN = 0.6  # lines of space after a paragraph
_HEADING = 2.2
_FRONT = 24.0  # lines of the title and the rows on the first page
_CHART = {"full": 20.0, "half": 8.0, "third": 5.0}  # of a whole line of charts, shared
_KEY_FIGURES = 5.0
_TABLE, _ROW = 3.0, 1.6
_EXTERNAL = 2.0  # pages of a document from elsewhere


def estimated_pages(sections: Iterable[Section]) -> float:
    """Pages of A4, with the front matter."""
    pages, lines = 0.0, _FRONT / _LINES
    for section in sections:
        if section.page_break or section.landscape:
            pages, lines = pages + math.ceil(lines), 0.0
        page = _LINES_LANDSCAPE if section.landscape else _LINES
        lines += _HEADING / page + sum(_lines(block, page) for block in section.blocks)
        if section.landscape:
            pages, lines = pages + math.ceil(lines), 0.0
    return pages + lines


def _lines(block: Block, page: float) -> float:
    """What a block takes of a page."""
    if isinstance(block, External):
        return _EXTERNAL
    if isinstance(block, Grid):
        drawn = [one for one in every_block((block,)) if isinstance(one, Chart)]
        rows = math.ceil(len(block.cells) / max(block.columns, 1))
        return rows * (_CHART["full"] * 0.7 if drawn else _KEY_FIGURES) / page
    if isinstance(block, Chart):
        return _CHART.get(block.size, 20.0) / page
    if isinstance(block, Table):
        return (_TABLE + _ROW * len(block.rows)) / page
    if isinstance(block, Heading):
        return _HEADING / page
    return sum(_text_lines(one) for one in every_block((block,))) / page


def _text_lines(block: Block) -> float:
    if isinstance(block, Paragraph):
        return _wrapped(plain(block.content))
    if isinstance(block, ListBlock):
        return sum(_wrapped(plain(item.content)) for item in block.items)
    return 0.0


def _wrapped(text: str) -> float:
    lines = sum(max(1, math.ceil(len(line.split()) / _WORDS)) for line in text.split("\n"))
    return lines + _BETWEEN
