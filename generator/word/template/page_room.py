"""About how far down its page a text has come: a contents list is not begun where it would split.

    <w:pPr><w:pStyle w:val="TOCHeading"/><w:keepNext/><w:pageBreakBefore/></w:pPr>

Only what lays out pages knows where one ends. What stands above a contents list is little, though,
and much the same in all reports: front matter, recommendations. Its lines are counted by their
widths (fonts.py). Keeping each entry with the next would say the same without counting, but
LibreOffice then leaves the heading behind.
"""

from __future__ import annotations

from collections.abc import Iterable

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
_NARROWEST = 20.0  # points
_BLOCKS = frozenset(map(clark, ("w:p", "w:tbl", "w:sdt")))
_SPACING, _INDENT, _NUMBER = (
    f"{clark('w:pPr')}/{clark(name)}" for name in ("w:spacing", "w:ind", "w:numPr")
)
_CELL_MARGINS = f"{clark('w:tcPr')}/{clark('w:tcMar')}"
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())


@dataclass(frozen=True, slots=True)
class _Look:
    """What a style says of heights. before, after, left: in twips; line, wide: in points."""

    before: float
    after: float
    line: float
    wide: float
    bold: bool
    kept: bool
    left: float | None
    counted: bool


def read_blocks(markup: str) -> Element:
    """Written blocks as the children of one element."""
    return parse(f"<w:body {_DECLARED}>{markup}</w:body>".encode())


class PageRoom:
    """Estimates heights, in points, of text in the styles of a document."""

    def __init__(self, styles: StyleSheet, fonts: Fonts, width: int, height: float) -> None:
        """width, in twips, and height, in points: of the text on a page."""
        self._styles, self._fonts = styles, fonts
        self._width, self._page = width, height
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
        first = next(block.iter(clark("w:p")), None)
        if first is None:
            return False
        own = first.find(f"{clark('w:pPr')}/{clark('w:keepNext')}")
        return self._look(self._style_of(first)).kept if own is None else is_on(own)

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
        if block.tag == clark("w:p"):
            return self._paragraph(block, width, table)
        if block.tag == clark("w:tbl"):
            return 0.0, sum(self.row_heights(block)), 0.0
        inner = block.find(clark("w:sdtContent")) if block.tag == clark("w:sdt") else None
        return 0.0, 0.0 if inner is None else self._stacked(inner, width), 0.0

    def row_heights(self, table: Element) -> list[float]:
        """The height of each row of a table."""
        grid = table.iterfind(f"{clark('w:tblGrid')}/{clark('w:gridCol')}")
        columns = [float(column.get(clark("w:w"), "0")) for column in grid]
        white = self._white_in_cells(table) + _RULE
        style = value_at(table, "w:tblPr/w:tblStyle")
        rows = table.iterchildren(clark("w:tr"))
        return [self._row(row, columns, style) + white for row in rows]

    def _row(self, row: Element, columns: list[float], table: str) -> float:
        each = zip(row.findall(clark("w:tc")), columns, strict=False)
        heights = [self._stacked(cell, width - _at_sides(cell), table) for cell, width in each]
        return max(heights, default=0.0)

    def _white_in_cells(self, table: Element) -> float:
        """Above and below the text of a cell, as the table or its style says."""
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
        look = self._look(self._style_of(paragraph), table)
        own = paragraph.find(_SPACING)
        before, after = (
            float((None if own is None else own.get(clark(f"w:{side}"))) or white) / TWIPS_PER_POINT
            for side, white in (("before", look.before), ("after", look.after))
        )
        room = max((width - self._indent(paragraph, look)) / TWIPS_PER_POINT, _NARROWEST)
        texts = text_of(paragraph).split("\n")
        lines = sum(line_count(text, room, look.wide, look.bold) for text in texts)
        inline = (one.find(clark("wp:extent")) for one in paragraph.iter(clark("wp:inline")))
        drawn = (int(one.get("cy", "0")) for one in inline if one is not None)
        picture = max(drawn, default=0) / EMU_PER_POINT
        return before, max(lines * look.line, picture), after

    def _style_of(self, paragraph: Element) -> str:
        return value_at(paragraph, "w:pPr/w:pStyle") or self._styles.paragraph("Normal")

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
                left=_indent_of(fonts.chain(style_id)),
                counted=_is_counted(fonts.chain(style_id)),
            )
        return self._looks[style_id, table]

    def _indent(self, paragraph: Element, look: _Look) -> float:
        """What a paragraph leaves free at its sides, in twips."""
        own = paragraph.find(_INDENT)
        right = 0.0 if own is None else float(own.get(clark("w:right"), "0"))
        said = _indent_of([paragraph])
        left = look.left if said is None else said
        counted = look.counted or _is_counted([paragraph])
        return right + (max(left or 0.0, float(NUMBER_INDENT)) if counted else left or 0.0)


def _indent_of(nodes: Iterable[Element]) -> float | None:
    """The first indent that a paragraph or a style says, in twips."""
    indents = (node.find(_INDENT) for node in nodes)
    said = (node.get(clark("w:left")) for node in indents if node is not None)
    return next((float(one) for one in said if one is not None), None)


def _is_counted(nodes: Iterable[Element]) -> bool:
    return any(node.find(_NUMBER) is not None for node in nodes)


def _at_sides(cell: Element) -> float:
    """What a cell keeps free at its left and right, in twips."""
    sides = (cell.find(f"{_CELL_MARGINS}/{clark(f'w:{side}')}") for side in ("left", "right"))
    return sum(_MARGINS / 2 if one is None else float(one.get(clark("w:w"), "0")) for one in sides)
