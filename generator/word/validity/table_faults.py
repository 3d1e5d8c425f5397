"""Tables: a grid, rows as wide as it, merges that begin somewhere, a paragraph at each cell's end.

<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>
  <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.word.package.elements import Element, clark, local_name, value_at, whole
from generator.word.validity.fault import Fault, Story
from generator.word.validity.structure_rules import (
    CELL_END,
    MERGE_LOOSE,
    ROW_WIDTH,
    TABLE_EMPTY,
    TABLE_GRID,
)

_ROW, _CELL = clark("w:tr"), clark("w:tc")
_WRAPS = tuple(
    clark(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "del", "smartTag")
)
_END_IN = (*map(clark, ("w:tc", "w:footnote", "w:endnote", "w:hdr", "w:ftr", "w:txbxContent")),)
_MARKS = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
    "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd", "tcPr", "customXmlInsRangeStart", "customXmlInsRangeEnd",
    "customXmlDelRangeStart", "customXmlDelRangeEnd",
)  # fmt: skip
_MOST_COLUMNS = 63


def find_table_faults(story: Story) -> Iterator[Fault]:
    """Of the tables of a text, and of whatever must end in a paragraph."""
    for table in story.root.iter(clark("w:tbl")):
        yield from _table(story, table)
    for node in story.root.iter(*_END_IN):
        last = next((one for one in reversed(node) if local_name(one) not in _MARKS), None)
        if last is None or last.tag == clark("w:tbl"):
            said = {"tc": "a cell", "hdr": "a header", "ftr": "a footer"}.get(local_name(node))
            what = said or ("a text box" if local_name(node) == "txbxContent" else "a note")
            how = "has no paragraph" if last is None else "ends in a table"
            yield Fault(CELL_END, f"{what} {how}", story.name, node)


def _table(story: Story, table: Element) -> Iterator[Fault]:
    grid = table.find(clark("w:tblGrid"))
    columns = 0 if grid is None else len(grid.findall(clark("w:gridCol")))
    if grid is None:
        yield Fault(TABLE_GRID, "a table has no grid of columns", story.name, table)
    elif columns > _MOST_COLUMNS:
        what = f"a table has {columns} columns; Word takes {_MOST_COLUMNS}"
        yield Fault(TABLE_GRID, what, story.name, table)
    found = list(_inside(table, _ROW))
    if not found:
        yield Fault(TABLE_EMPTY, "a table has no rows", story.name, table)
    above: set[int] = set()
    for number, row in enumerate(found, start=1):
        begun: set[int] = set()
        at = whole(value_at(row, "w:trPr/w:gridBefore"), 0)
        cells = list(_inside(row, _CELL))
        if not cells:
            yield Fault(TABLE_EMPTY, f"row {number} of a table has no cells", story.name, row)
            continue
        for cell in cells:
            yield from _merge(story, cell, at, number, above, begun)
            at += max(whole(value_at(cell, "w:tcPr/w:gridSpan"), 1), 1)
        at += whole(value_at(row, "w:trPr/w:gridAfter"), 0)
        above = begun
        if columns and at != columns:
            what = f"row {number} of a table has {at} of {columns} columns"
            yield Fault(ROW_WIDTH, what, story.name, row)


def _inside(node: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also within controls and tracked changes."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPS:
            yield from _inside(child, tag)


def _merge(
    story: Story, cell: Element, at: int, number: int, above: set[int], begun: set[int]
) -> Iterator[Fault]:
    merge = cell.find(f"{clark('w:tcPr')}/{clark('w:vMerge')}")
    if merge is None:
        return
    begun.add(at)
    if merge.get(clark("w:val"), "continue") == "continue" and at not in above:
        what = f"a cell in row {number} of a table goes on from none above it"
        yield Fault(MERGE_LOOSE, what, story.name, cell)
