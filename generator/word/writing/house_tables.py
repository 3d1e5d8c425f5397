"""Tables and captions of an appended document, in the report's own styles where they have no look.

    <w:tbl><w:tblPr><w:tblStyle w:val="CommitteeTable"/><w:tblW w:w="8200" w:type="dxa"/>
        <w:tblLayout w:type="fixed"/><w:tblLook .../></w:tblPr> ... widths by what the cells hold

A table that shades or rules its cells, or has a style that shades, was designed by somebody and
stays as it is. One in Word's plain grid, or without any style, takes the report's: its rules, its
heading row, widths by content. A caption under a picture, or above a table, stands near to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.word.package.elements import Element, clark, text_of, value_at, w
from generator.word.styles.flow import ABOVE, BELOW
from generator.word.styles.style_sheet import StyleSheet, put_in_order
from generator.word.writing.column_widths import Sizes, column_widths

_TEXT = frozenset((
    "", "body text", "compact", "first paragraph", "no spacing", "normal", "plain text",
    "table contents", "table paragraph",
))  # fmt: skip
_OWN = ("w:tblPr/w:tblBorders", "w:tblPr/w:shd")
_OWN_CELL = ("w:tcPr/w:tcBorders", "w:tcPr/w:shd")
_UNEVEN = ("w:gridSpan", "w:vMerge", "w:hMerge")
_LONG = 400  # characters in a cell
_ROWS, _COLUMNS = 2, 2  # fewer lay something out, and are no table


class HouseTables:
    """Dresses the blocks of appended documents."""

    def __init__(self, styles: StyleSheet, sizes: Sizes) -> None:
        """sizes: of the text in the report's tables."""
        self._styles, self._sizes = styles, sizes

    def dress(self, blocks: Sequence[Element], width: int) -> None:
        """Dress blocks in place. width: of the text, in twips."""
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            if block.tag == clark("w:tbl"):
                if self._is_plain(block):
                    self._dress_table(block, width)
            elif self._is_caption(block):
                self._place_caption(block, before, after)

    def _is_plain(self, table: Element) -> bool:
        """Whether a table has no look of its own, and a cell for each column of each row."""
        rows = _rows(table)
        columns = len(rows[0])
        if len(rows) < _ROWS or columns < _COLUMNS or any(len(row) != columns for row in rows):
            return False
        uneven = any(next(table.iter(clark(name)), None) is not None for name in _UNEVEN)
        if uneven or table.find(f".//{clark('w:tbl')}") is not None:
            return False
        own = [table.find(_path(path)) for path in _OWN]
        own += [cell.find(_path(path)) for row in rows for cell in row for path in _OWN_CELL]
        return not any(node is not None for node in own) and not self._shades(table)

    def _shades(self, table: Element) -> bool:
        """Whether the table's style, or one that it is based on, shades anything."""
        style_id = value_at(table, "w:tblPr/w:tblStyle")
        chain = self._styles.based_on("table", style_id) if style_id else ()
        return any(next(style.iter(clark("w:shd")), None) is not None for style in chain)

    def _dress_table(self, table: Element, width: int) -> None:
        rows = _rows(table)
        headed = table.find(_path("w:tr/w:trPr/w:tblHeader")) is not None
        cells = [["\n".join(map(text_of, cell.iter(clark("w:p")))) for cell in row] for row in rows]
        figures = [all(map(_is_right, column)) for column in zip(*rows[1:], strict=True)]
        widths = column_widths(cells, width, figures, sizes=self._sizes)
        _set_widths(table, rows, widths)
        self._set_style(table, headed, sum(widths))
        _keep_rows_whole(table, cells)
        for number, row in enumerate(rows):
            style = "Table Heading" if headed and number == 0 else "Table Text"
            for paragraph in (one for cell in row for one in cell.iterchildren(clark("w:p"))):
                self._restyle(paragraph, style)

    def _set_style(self, table: Element, headed: bool, width: int) -> None:
        made = w(
            "tblPr",
            w("tblStyle", val=self._styles.table("Committee Table")),
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val="0420" if headed else "0400",
                firstRow=int(headed),
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=0,
                noVBand=1,
            ),
        )
        old = table.find(clark("w:tblPr"))
        if old is not None:
            for name in ("w:tblCaption", "w:tblDescription"):
                made.extend(old.findall(clark(name)))
            table.remove(old)
        table.insert(0, made)

    def _restyle(self, paragraph: Element, style: str) -> None:
        """Set the style of plain text; lists, headings and styles with a look keep theirs."""
        node = paragraph.find(_path("w:pPr/w:pStyle"))
        numbered = paragraph.find(_path("w:pPr/w:numPr")) is not None
        if node is None or numbered:
            return
        if self._name(node.get(clark("w:val"), "")) in _TEXT:
            node.set(clark("w:val"), self._styles.paragraph(style))

    def _name(self, style_id: str) -> str:
        chain = self._styles.based_on("paragraph", style_id)
        return value_at(chain[0], "w:name").casefold() if chain else ""

    def _is_caption(self, block: Element) -> bool:
        style_id = value_at(block, "w:pPr/w:pStyle")
        chain = self._styles.based_on("paragraph", style_id) if style_id else ()
        return any(value_at(style, "w:name").casefold() == "caption" for style in chain)

    def _place_caption(self, block: Element, before: Element | None, after: Element | None) -> None:
        node = block.find(_path("w:pPr/w:pStyle"))
        if node is None:
            return
        if before is not None and next(before.iter(clark("w:drawing")), None) is not None:
            node.set(clark("w:val"), self._styles.paragraph(BELOW))
        elif after is not None and after.tag == clark("w:tbl"):
            node.set(clark("w:val"), self._styles.paragraph(ABOVE))


def _rows(table: Element) -> list[list[Element]]:
    return [row.findall(clark("w:tc")) for row in table.iterchildren(clark("w:tr"))]


def _keep_rows_whole(table: Element, cells: Sequence[Sequence[str]]) -> None:
    """No row is split over two pages, but for one that might be longer than a page."""
    for row, texts in zip(table.iterchildren(clark("w:tr")), cells, strict=True):
        if max(map(len, texts)) > _LONG or row.find(_path("w:trPr/w:cantSplit")) is not None:
            continue
        properties = row.find(clark("w:trPr"))
        if properties is None:
            properties = w("trPr")
            row.insert(len(row.findall(clark("w:tblPrEx"))), properties)
        properties.insert(0, w("cantSplit"))


def _set_widths(table: Element, rows: Sequence[Sequence[Element]], widths: Sequence[int]) -> None:
    """Widths of the columns, in the grid and in each cell."""
    grid = table.find(clark("w:tblGrid"))
    if grid is not None:
        grid[:] = [w("gridCol", w=each) for each in widths]
    for row in rows:
        for cell, each in zip(row, widths, strict=True):
            properties = cell.find(clark("w:tcPr"))
            if properties is None:
                properties = w("tcPr")
                cell.insert(0, properties)
            put_in_order(properties, w("tcW", w=each, type="dxa"))


def _path(path: str) -> str:
    return "/".join(map(clark, path.split("/")))


def _is_right(cell: Element) -> bool:
    """Whether a cell's text is aligned right, as figures are."""
    found = [value_at(one, "w:pPr/w:jc") for one in cell.iter(clark("w:p"))]
    return all(each in ("right", "end") for each in found)
