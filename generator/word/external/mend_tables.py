"""Another document's tables as the schema has them.

    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>...<w:p/></w:tc>

A table has properties, then a grid of as many columns as its rows take, then rows with a cell each,
and a cell ends in a paragraph. Word repairs or refuses a file where one of these is missing.
"""

from __future__ import annotations

from generator.word.external.clean import remove
from generator.word.package.elements import Element, clark, w

_ON_OR_OFF = (
    "w:cantSplit", "w:tblHeader", "w:hidden", "w:noWrap", "w:hideMark", "w:tcFitText",
    "w:bidiVisual",
)  # fmt: skip
_BLOCKS = ("w:p", "w:tbl", "w:sdt", "w:customXml", "w:altChunk")
_DEFAULT_WIDTH = 1_000  # twips of a column that says none


def mend_tables(story: Element) -> None:
    """Mend every table of a story in place; those without a cell go."""
    for table in reversed(list(story.iter(clark("w:tbl")))):
        for row in list(table.iterchildren(clark("w:tr"))):
            _mend_row(row)
        if table.find(clark("w:tr")) is None:
            remove(table)
        else:
            _mend_table(table)
    for switch in story.iter(*map(clark, _ON_OR_OFF)):
        value = switch.get(clark("w:val"))
        if value in ("0", "false"):
            switch.set(clark("w:val"), "off")
        elif value in ("1", "true"):
            del switch.attrib[clark("w:val")]


def _mend_row(row: Element) -> None:
    cells = list(row.iterchildren(clark("w:tc")))
    if not cells:
        remove(row)
        return
    _first(row, "w:tblPrEx", "w:trPr")
    for cell in cells:
        _first(cell, "w:tcPr")
        blocks = [node for node in cell if node.tag in map(clark, _BLOCKS)]
        if not blocks or blocks[-1].tag != clark("w:p"):
            cell.append(w("p"))


def _mend_table(table: Element) -> None:
    if table.find(clark("w:tblPr")) is None:
        table.insert(0, w("tblPr"))
    if table.find(clark("w:tblGrid")) is None:
        table.insert(0, w("tblGrid"))
    _first(table, "w:tblPr", "w:tblGrid")
    grid = table.find(clark("w:tblGrid"))
    widths = _widths(table)
    if grid is not None:
        columns = list(grid.iterchildren(clark("w:gridCol")))
        grid.extend(w("gridCol", w=width) for width in widths[len(columns) :])


def _first(node: Element, *names: str) -> None:
    """Let a table, a row or a cell begin with these children, each once, in this order."""
    for place, name in enumerate(names):
        found = node.findall(clark(name))
        for extra in found[1:]:
            node.remove(extra)
        if found:
            before = sum(node.find(clark(other)) is not None for other in names[:place])
            node.remove(found[0])
            node.insert(before, found[0])


def _widths(table: Element) -> list[int]:
    """The widths of the columns that the widest row takes, as its cells say them, in twips."""
    widest: list[int] = []
    for row in table.iterchildren(clark("w:tr")):
        widths: list[int] = []
        for cell in row.iterchildren(clark("w:tc")):
            span = _number(cell.find(f"{clark('w:tcPr')}/{clark('w:gridSpan')}"), "w:val", 1)
            width = _number(cell.find(f"{clark('w:tcPr')}/{clark('w:tcW')}"), "w:w", 0)
            span = min(max(span, 1), 63)
            widths += [width // span or _DEFAULT_WIDTH] * span
        widest = max(widest, widths, key=len)
    return widest


def _number(node: Element | None, name: str, default: int) -> int:
    value = "" if node is None else node.get(clark(name), "")
    return int(value) if value.isdecimal() else default
