"""The rows and cells of a table, also those in content controls and custom XML.

<w:tbl><w:bookmarkStart .../><w:tr><w:trPr><w:ins .../></w:trPr>
  <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr> ... </w:tc></w:tr></w:tbl>
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.word.package.elements import Element, clark, value_at, whole
from generator.word.reading.view import CHANGES

_ROW, _CELL = clark("w:tr"), clark("w:tc")
_AROUND = CHANGES | {clark(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag")}

MarkTaker = Callable[[Element], bool]


class TableCounter:
    """Numbers the tables of a reading from 0, in the order in which they begin."""

    def __init__(self) -> None:
        self._next = 0

    def next(self) -> int:
        """The number of one more table."""
        self._next += 1
        return self._next - 1


def rows(table: Element, mark: MarkTaker) -> Iterator[Element]:
    """The rows of a table, but not of tables in it. mark: takes bookmarks that stand between."""
    return _found(table, _ROW, mark)


def cells(row: Element, mark: MarkTaker) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with the column of the grid that it begins in."""
    column = whole(value_at(row, "w:trPr/w:gridBefore"), 0)
    for cell in _found(row, _CELL, mark):
        yield column, cell
        column += max(whole(value_at(cell, "w:tcPr/w:gridSpan"), 1), 1)


def goes_on(cell: Element) -> bool:
    """Whether a cell is merged with the one above, and its words stand there."""
    merged = cell.find(f"{clark('w:tcPr')}/{clark('w:vMerge')}")
    return merged is not None and merged.get(clark("w:val"), "continue") == "continue"


def _found(node: Element, tag: str, mark: MarkTaker) -> Iterator[Element]:
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _found(child, tag, mark)
        else:
            mark(child)
