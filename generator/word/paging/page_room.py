"""About how far down its page a text has come: a contents list is not begun where it would split.

    <w:pPr><w:pStyle w:val="TOCHeading"/><w:keepNext/><w:pageBreakBefore/></w:pPr>

Only what lays out pages knows where one ends. What stands above a contents list is little, though,
and much the same in all reports: front matter, recommendations. Its lines are counted by their
widths (fonts.py). Keeping each entry with the next would say the same without counting, but
LibreOffice then leaves the heading behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.model.frozen import dataclass
from generator.word.charts.text_width import line_count
from generator.word.package.elements import Element, clark, is_on, parse, text_of, value_at
from generator.word.package.lengths import EMU_PER_POINT, TWIPS_PER_POINT
from generator.word.package.namespaces import NAMESPACES
from generator.word.styles.fonts import Fonts
from generator.word.styles.numbering import NUMBER_INDENT
from generator.word.styles.style_sheet import StyleSheet

_RULE = 0.5  # points between two rows
_MARGINS = 190.0  # twips of a cell's width that are not for text
_MOST_WHITE = 0.45  # of a page: rather than leave more of it white, a contents list may split
_SURE = 0.98
_FULL = 0.985  # LibreOffice and ONLYOFFICE differ by half a line, and neither is higher
_UNSURE = 0.06  # of a page left: what stands above may as well have run over to the next
_ABOVE_NOTES = 4.0  # points: white and a line, shared by two
_NARROWEST = 20.0  # points
_SLIM = 0.7  # of its size, hardly a character is wider: texts so short are not measured
_PARTED = 4  # lines: no program divides fewer, and none leaves one line alone
_P, _TABLE, _CONTROL = map(clark, ("w:p", "w:tbl", "w:sdt"))
_BLOCKS = frozenset((_P, _TABLE, _CONTROL))
_PROPERTIES, _STYLE, _VALUE = map(clark, ("w:pPr", "w:pStyle", "w:val"))
_SPACING, _INDENT, _NUMBER = map(clark, ("w:spacing", "w:ind", "w:numPr"))
_KEPT, _WHOLE = map(clark, ("w:keepNext", "w:keepLines"))
_REFERENCE, _ID = clark("w:footnoteReference"), clark("w:id")
_BEFORE, _AFTER, _LEFT = map(clark, ("w:before", "w:after", "w:left"))
_Said = Mapping[str, Element]
_NO_LISTS: Mapping[int, tuple[int, int]] = {}
_CELL_MARGINS = f"{clark('w:tcPr')}/{clark('w:tcMar')}"
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())


def _no_notes() -> Element | None:
    return None


@dataclass(frozen=True, slots=True)
class _Look:
    """What a style says of heights. before, after, left: in twips; line, wide: in points."""

    before: float
    after: float
    line: float
    wide: float
    bold: bool
    kept: bool
    whole: bool
    left: float | None
    counted: bool


def read_blocks(markup: str) -> Element:
    """Written blocks as the children of one element."""
    return parse(f"<w:body {_DECLARED}>{markup}</w:body>".encode())


class PageRoom:
    """Estimates heights, in points, of text in the styles of a document."""

    def __init__(
        self,
        styles: StyleSheet,
        fonts: Fonts,
        width: int,
        height: float,
        lists: Mapping[int, tuple[int, int]] = _NO_LISTS,
        notes: Callable[[], Element | None] = _no_notes,
    ) -> None:
        """width, in twips, and height, in points: of the text on a page.

        lists: by the number of a list, the indent of the text around it and the step of its levels,
        in twips. notes: gives the root of the footnotes, if there are any.
        """
        self._styles, self._fonts = styles, fonts
        self._lists, self._notes = lists, notes
        self._width, self._page = width, height
        self._plain = styles.paragraph("Normal")
        self._looks: dict[tuple[str, str], _Look] = {}

    @property
    def page(self) -> float:
        """The height of the text on a page."""
        return self._page

    @property
    def most(self) -> float:
        """How much of a page may be filled so that another program finds room for it as well."""
        return self._page * _FULL

    def keeps_next(self, block: Element) -> bool:
        """Whether a paragraph or a row of a table stays with what follows it."""
        first = next(block.iter(_P), None)
        if first is None:
            return False
        said = _said(first)
        own = said.get(_KEPT)
        return self._look(self._style_of(said)).kept if own is None else is_on(own)

    def splits(self, above: float, block: float) -> bool:
        """Whether a block, under text of a height, runs over its page and should begin another."""
        used = above % self._page
        left = self._page - used
        short = left * _SURE < block <= self._page
        return short and used > 0 and _UNSURE < left / self._page <= _MOST_WHITE

    def of_markup(self, markup: str) -> float:
        """The height of written blocks."""
        return self.of(read_blocks(markup))

    def of(self, blocks: Iterable[Element]) -> float:
        """The height of paragraphs and tables in the order of the text, those in controls too."""
        return self._stacked(blocks, self._width)

    def _stacked(self, blocks: Iterable[Element], width: float, table: str = "") -> float:
        """Of the white after a paragraph and before the next one Word leaves the larger."""
        total = below = 0.0
        shown = (block for block in blocks if block.tag in _BLOCKS)
        for before, height, after in (self.measures(block, width, table) for block in shown):
            total += max(below, before) + height
            below = after
        return total + below

    def measures(
        self, block: Element, width: float = 0.0, table: str = ""
    ) -> tuple[float, float, float]:
        """White before a block, its own height, and white after it.

        width: 0 for the page's. table: the id of the style of the table that it stands in.
        """
        width = width or self._width
        if block.tag == _P:
            return self._paragraph(block, width, table)
        if block.tag == _TABLE:
            return 0.0, sum(self.row_heights(block)), 0.0
        inner = block.find(clark("w:sdtContent")) if block.tag == _CONTROL else None
        return 0.0, 0.0 if inner is None else self._stacked(inner, width), 0.0

    def divided(self, paragraph: Element) -> tuple[float, list[float], float, bool]:
        """White before a paragraph, the heights that it may be divided into, as two lines at either
        end stay together, white after it, and whether it stays with what follows it.
        """
        before, height, after = self._paragraph(paragraph, self._width, "")
        said = _said(paragraph)
        look = self._look(self._style_of(said))
        kept = is_on(said[_KEPT]) if _KEPT in said else look.kept
        whole = is_on(said[_WHOLE]) if _WHOLE in said else look.whole
        lines = round(height / look.line)
        if whole or lines < _PARTED or abs(lines * look.line - height) > 1:
            return before, [height], after, kept
        line = look.line
        return before, [2 * line, *[line] * (lines - _PARTED), 2 * line], after, kept

    def notes_of(self, block: Element) -> float:
        """The height of the footnotes that a block refers to, at the foot of its page."""
        numbers = {reference.get(_ID) for reference in block.iter(_REFERENCE)}
        root = self._notes() if numbers else None
        notes = () if root is None else (one for one in root if one.get(_ID) in numbers)
        return sum(_ABOVE_NOTES + self.of(one) for one in notes)

    def row_heights(self, table: Element) -> list[float]:
        """The height of each row of a table."""
        grid = table.iterfind(f"{clark('w:tblGrid')}/{clark('w:gridCol')}")
        columns = [float(column.get(clark("w:w"), "0")) for column in grid]
        white = self.white_in_cells(table) + _RULE
        style = value_at(table, "w:tblPr/w:tblStyle")
        rows = table.iterchildren(clark("w:tr"))
        return [self._row(row, columns, style) + white for row in rows]

    def _row(self, row: Element, columns: list[float], table: str) -> float:
        each = zip(row.findall(clark("w:tc")), columns, strict=False)
        heights = [self._stacked(cell, width - _at_sides(cell), table) for cell, width in each]
        return max(heights, default=0.0)

    def white_in_cells(self, table: Element) -> float:
        """Above and below the text of a cell, in points, as the table or its style says."""
        nodes = (table, *self._fonts.chain(value_at(table, "w:tblPr/w:tblStyle")))
        margins = [node.find(f"{clark('w:tblPr')}/{clark('w:tblCellMar')}") for node in nodes]
        white = 0.0
        for side in ("top", "bottom"):
            said = [one.find(clark(f"w:{side}")) for one in margins if one is not None]
            first = next((one for one in said if one is not None), None)
            white += 0.0 if first is None else float(first.get(clark("w:w"), "0"))
        return white / TWIPS_PER_POINT

    def _paragraph(
        self, paragraph: Element, width: float, table: str
    ) -> tuple[float, float, float]:
        said = _said(paragraph)
        look, own = self._look(self._style_of(said), table), said.get(_SPACING)
        before, after = look.before, look.after
        if own is not None:
            before, after = float(own.get(_BEFORE) or before), float(own.get(_AFTER) or after)
        height = self._lines(paragraph, said, look, width) * look.line
        picture = _picture(paragraph)
        return before / TWIPS_PER_POINT, max(height, picture), after / TWIPS_PER_POINT

    def _lines(self, paragraph: Element, said: _Said, look: _Look, width: float) -> int:
        room = max((width - self._indent(said, look)) / TWIPS_PER_POINT, _NARROWEST)
        text = text_of(paragraph)
        if len(text) * look.wide * _SLIM < room and "\n" not in text:
            return 1
        return sum(line_count(each, room, look.wide, look.bold) for each in text.split("\n"))

    def _style_of(self, said: _Said) -> str:
        node = said.get(_STYLE)
        return self._plain if node is None else node.get(_VALUE, "")

    def _look(self, style_id: str, table: str = "") -> _Look:
        """What a style says, in a table of a style, asked once."""
        if (style_id, table) not in self._looks:
            fonts = self._fonts
            self._looks[style_id, table] = _Look(
                before=float(fonts.spacing(style_id, "before", table=table)),
                after=float(fonts.spacing(style_id, "after", table=table)),
                line=fonts.line(style_id, table),
                wide=fonts.as_arial(style_id),
                bold=fonts.bold(style_id),
                kept=self._styles.keeps_next(style_id),
                whole=self._is_whole(style_id),
                left=_indent_of(fonts.chain(style_id)),
                counted=_is_counted(fonts.chain(style_id)),
            )
        return self._looks[style_id, table]

    def _is_whole(self, style_id: str) -> bool:
        said = (_said(style).get(_WHOLE) for style in self._fonts.chain(style_id))
        return is_on(next((one for one in said if one is not None), None))

    def _indent(self, said: _Said, look: _Look) -> float:
        """What a paragraph leaves free at its sides, in twips."""
        own, number = said.get(_INDENT), said.get(_NUMBER)
        right = 0.0 if own is None else float(own.get(clark("w:right"), "0"))
        left = look.left if own is None else float(own.get(_LEFT) or look.left or 0)
        if number is not None and (own is None or own.get(_LEFT) is None):
            left = self._listed(number) or left
        counted = look.counted or number is not None
        return right + (max(left or 0.0, float(NUMBER_INDENT)) if counted else left or 0.0)

    def _listed(self, number: Element) -> float:
        """How far the level of a list stands in, 0 for a list that is not told of."""
        base, step = self._lists.get(int(value_at(number, "w:numId", "0")), (0, 0))
        return float(base + step * (1 + int(value_at(number, "w:ilvl", "0"))))


def _said(node: Element) -> _Said:
    """The properties of a paragraph or a style, by their names."""
    properties = node[0] if len(node) and node[0].tag == _PROPERTIES else node.find(_PROPERTIES)
    return {} if properties is None else {one.tag: one for one in properties}


def _picture(paragraph: Element) -> float:
    """The height of the highest drawing that stands in the line, in points."""
    drawn = (one.find(clark("wp:extent")) for one in paragraph.iter(clark("wp:inline")))
    heights = (int(one.get("cy", "0")) for one in drawn if one is not None)
    return max(heights, default=0) / EMU_PER_POINT


def _indent_of(styles: Iterable[Element]) -> float | None:
    """The first indent that a style says, in twips."""
    indents = (_said(style).get(_INDENT) for style in styles)
    said = (node.get(_LEFT) for node in indents if node is not None)
    return next((float(one) for one in said if one is not None), None)


def _is_counted(styles: Iterable[Element]) -> bool:
    return any(_NUMBER in _said(style) for style in styles)


def _at_sides(cell: Element) -> float:
    """What a cell keeps free at its left and right, in twips."""
    sides = (cell.find(f"{_CELL_MARGINS}/{clark(f'w:{side}')}") for side in ("left", "right"))
    return sum(_MARGINS / 2 if one is None else float(one.get(clark("w:w"), "0")) for one in sides)
