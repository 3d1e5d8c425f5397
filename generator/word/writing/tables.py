"""Tables that read out well: a repeated header row, no merged, nested or blank cells.

    <w:tbl>
      <w:tblPr><w:tblStyle w:val="CommitteeTable"/><w:tblW w:w="9070" w:type="dxa"/>
        <w:tblLayout w:type="fixed"/>
        <w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1" .../>
        <w:tblCaption w:val="Table 2: ..."/><w:tblDescription w:val="..."/></w:tblPr>
      <w:tblGrid><w:gridCol w:w="4535"/>...</w:tblGrid>
      <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>...</w:tc></w:tr>
      <w:tr><w:trPr><w:cantSplit/></w:trPr>...</w:tr>
    </w:tbl>

Which side the text of a column stands on is said by the style of its paragraphs, so that a row
which an officer adds looks like the others. That a row stays with the next one is said once, by the
first paragraph of its first cell: what Word and LibreOffice look at.

The caption stands above and is kept with the header row, the header row with the first two rows,
the last row with the one before it, and a short table on one page. A cell with nothing in it gets
'-', so that a screen reader has something to say. The table style of the template draws rules and
shading; whether the first column heads its rows is said by w:firstColumn.

Key figures of a dashboard are such a table too: what each figure says heads its column. It reads
out as what it is, and needs no layout table, frame or columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.model.document import (
    Footnote,
    Inline,
    LineBreak,
    Table,
    Text,
)
from generator.model.frozen import dataclass
from generator.model.origin import NOWHERE, Origin
from generator.model.walk import plain
from generator.word.charts.text_width import line_count
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.package.runs import runs
from generator.word.package.xml_text import clean, escape
from generator.word.styles.fonts import Fonts
from generator.word.styles.numbering import NumberingPart
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.cells import Cells
from generator.word.writing.column_widths import PADDING, Sizes, column_widths, stood_off
from generator.word.writing.inlines import Inlines
from generator.word.writing.paragraphs import paragraph
from generator.word.writing.table_looks import TableLooks

Row = tuple[tuple[Inline, ...], ...]

BLANK = "-"
KEPT_WHOLE = 5  # rows
_KEPT_LINES = 8  # rows of more text may run over two pages: kept whole, they leave pages blank
_BASE = re.compile(r" \([\d,]+\)")
_WORDS = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")
_LOWER = 0.85  # of a table's lines: fewer, and figures have their bases below them
_WORD_LINES = 2  # words beside figures may take so many lines
_HEADER = "<w:tblHeader/>"
_KEY_FIGURE = (  # what one says stands off what the next one says
    '<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    f'<w:tcMar><w:right w:w="{PADDING}" w:type="dxa"/></w:tcMar></w:tcPr>'
)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure of a dashboard and what it says."""

    figure: tuple[Inline, ...]
    says: tuple[Inline, ...]


def _text(content: Iterable[Inline]) -> str:
    """The text of a cell as it is printed; a list in it does not begin with a line end."""
    return plain(content).lstrip("\n")


class Tables:
    """Writes tables in the template's styles."""

    def __init__(
        self, styles: StyleSheet, fonts: Fonts, inlines: Inlines, numbering: NumberingPart
    ) -> None:
        self._inlines = inlines
        self._cells = Cells(inlines, numbering)
        self._styles = styles
        self._table = styles.table("Committee Table")
        self._heading = styles.paragraph("Table Heading")
        self._figure = styles.paragraph("Committee Key Figure")
        self._looks = TableLooks(styles, fonts)
        self.sizes = self._looks.sizes

    def write(
        self, table: Table, width: int, title: str, indent: int = 0, kept: bool = False
    ) -> str:
        """A w:tbl of at most `width` twips, `indent` from the margin. title: for its properties.

        kept: keep its last row with what follows it.
        """
        aligned = [
            table.alignments[column] if column < len(table.alignments) else "left"
            for column in range(len(table.header))
        ]
        figures = [alignment == "right" for alignment in aligned]
        sizes = self._looks.sizes_for(_marked(table.header, table.rows), width)
        body, widths = _arranged(table, width, figures, sizes)
        texts = _texts((table.header, *body))
        heads = self._looks.styles("Table Heading", aligned, sizes)
        cells = self._looks.styles("Table Text", aligned, sizes)
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        keep_header = (bool(table.rows) or kept) and not self._styles.keeps_next(heads[0])
        origins = table.origins or ((),) * (len(table.rows) + 1)
        first = origins[0]
        about = _cell_properties(widths, aligned)
        rows = self._row(table.header, texts[0], about, heads, keep_header, first, _HEADER)
        stay = _kept([_lines(row, widths, sizes.body) for row in texts[1:]], kept)
        for index, (row, keep) in enumerate(zip(body, stay, strict=True), start=1):
            rows += self._row(row, texts[index], about, cells, keep, origins[index])
        properties = self._properties(table, sum(widths), title, indent, sizes.padding)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def fits(self, table: Table, width: int) -> bool:
        """Whether a table of at most `width` twips can be written without words being broken."""
        return self._looks.fits(_marked(table.header, table.rows), width)

    def key_figures(
        self, figures: Sequence[KeyFigure], width: int, columns: int, kept: bool = False
    ) -> str:
        """A row of large figures, each under what it says: a table of headers and one row.

        columns: how many of them fill `width`; fewer figures make a narrower table. kept: it stays
        with what follows it.
        """
        said = [cell.says for cell in figures]
        shown = [cell.figure for cell in figures]
        table = Table(tuple(said), (tuple(shown),), row_headers=False)
        widths = [width // columns] * len(figures)
        heads, large = [self._heading] * len(figures), [self._figure] * len(figures)
        keep = not self._styles.keeps_next(self._heading)
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        about = [_KEY_FIGURE.format(width=each) for each in widths]
        rows = self._row(said, [*map(_text, said)], about, heads, keep, header=_HEADER)
        rows += self._row(shown, [*map(_text, shown)], about, large, keep=kept)
        properties = self._properties(table, sum(widths), "Key figures", 0)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _properties(
        self, table: Table, width: int, title: str, indent: int, padding: int = PADDING
    ) -> str:
        look = (
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
            if table.row_headers
            else '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        )
        said = f'<w:tblCaption w:val="{escape(clean(title))}"/>' if title else ""
        description = escape(clean(table.description.text or _described(table)))
        shift = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
        ends = "".join(f'<w:{end} w:w="{padding // 2}" w:type="dxa"/>' for end in ("left", "right"))
        margins = f"<w:tblCellMar>{ends}</w:tblCellMar>" if padding < PADDING else ""
        return (
            f'<w:tblPr><w:tblStyle w:val="{escape(self._table)}"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/>{shift}<w:tblLayout w:type="fixed"/>'
            f'{margins}{look} w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{said}'
            f'<w:tblDescription w:val="{description}"/></w:tblPr>'
        )

    def _row(
        self,
        cells: Sequence[tuple[Inline, ...]],
        texts: Sequence[str],
        about: list[str],
        styles: list[str],
        keep: bool,
        origins: Sequence[Origin] = (),
        header: str = "",
    ) -> str:
        """A w:tr. about: w:tcPr, and styles: ids, one for each cell. header: more of its w:trPr."""
        origins = origins or (NOWHERE,) * len(cells)
        made = f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>"
        each_cell = zip(cells, texts, about, styles, origins, strict=True)
        for cell, text, properties, style, origin in each_cell:
            if text.strip():
                written = self._cells.write(cell, style, keep, origin)
            else:
                # A footnote may stand alone in a cell: it follows the mark.
                content = self._inlines.write(cell)
                content = runs(BLANK) + (content if "<w:footnoteReference" in content else "")
                written = paragraph(style, content, keep_next=keep)
            made += f"<w:tc>{properties}{written}</w:tc>"
            keep = False
        return f"{made}</w:tr>"


def _cell_properties(widths: Sequence[int], aligned: Sequence[str]) -> list[str]:
    """The w:tcPr of each column. Text to the right of figures stands off them: these end where
    their column does.
    """
    gaps = stood_off([each == "right" for each in aligned], [each == "left" for each in aligned])
    return [
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:tcMar><w:left w:w="{PADDING // 2 + gap}" w:type="dxa"/></w:tcMar>' if gap else "")
        + "</w:tcPr>"
        for width, gap in zip(widths, gaps, strict=True)
    ]


def _texts(rows: Iterable[Row]) -> list[list[str]]:
    return [[_text(cell) for cell in row] for row in rows]


def _arranged(
    table: Table, width: int, figures: Sequence[bool], sizes: Sizes
) -> tuple[Sequence[Row], list[int]]:
    """Rows and widths: figures have their bases on a line below where they would take two lines, or
    where this leaves so much room for the text beside them that the table is lower.
    """
    widths = _widths(table, table.rows, width, figures, sizes)
    below = tuple(_bases_below(row, figures) for row in table.rows)
    if below == table.rows:
        return table.rows, widths
    narrower = _widths(table, below, width, figures, sizes)
    texts, lower = _texts(table.rows), _texts(below)
    height = sum(_lines(row, widths, sizes.body) for row in texts)
    saved = sum(_lines(row, narrower, sizes.body) for row in lower) < height * _LOWER
    if saved or _wraps(texts, widths, figures, sizes.body):
        return below, narrower
    return table.rows, widths


def _widths(
    table: Table, body: Sequence[Row], width: int, figures: Sequence[bool], sizes: Sizes
) -> list[int]:
    marked = _marked(table.header, body)
    widths = column_widths(marked, width, figures, table.widths, sizes)
    broken = _broken_words(marked[1:], widths, figures, sizes.body)
    if not any(broken):
        return widths
    plain_figures = [figure and not word for figure, word in zip(figures, broken, strict=True)]
    return column_widths(marked, width, plain_figures, table.widths, sizes)


def _wraps(
    rows: Sequence[Sequence[str]], widths: Sequence[int], figures: Sequence[bool], size: float
) -> bool:
    """Whether a figure with its base in brackets would take two lines in its column."""
    return any(
        figure and _BASE.search(text) and line_count(text, _room(width), size) > 1
        for row in rows
        for text, width, figure in zip(row, widths, figures, strict=True)
    )


def _broken_words(
    rows: Sequence[Sequence[str]], widths: Sequence[int], figures: Sequence[bool], size: float
) -> list[bool]:
    """Per column of figures, whether words in it ('11 percentage points lower') take many lines:
    it has to be as wide as a column of text then.
    """
    return [
        figure
        and any(
            _WORDS.search(row[column]) and line_count(row[column], _room(width), size) > _WORD_LINES
            for row in rows
        )
        for column, (width, figure) in enumerate(zip(widths, figures, strict=True))
    ]


def _bases_below(row: Row, figures: Sequence[bool]) -> Row:
    """A row whose figures have their base on a line below: some above and some beside would hop."""
    return tuple(
        _base_below(cell) if figure else cell for cell, figure in zip(row, figures, strict=True)
    )


def _base_below(cell: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The cell with a line end for the space before its base."""
    if not _BASE.search(plain(cell)):
        return cell
    made: list[Inline] = []
    for inline in cell:
        before, bracket, after = (
            inline.text.rpartition(" (") if isinstance(inline, Text) else ("", "", "")
        )
        if not bracket:
            made.append(inline)
            continue
        made += [Text(before)] if before else []
        made += [LineBreak(), Text(f"({after}")]
    return tuple(made)


def _marked(header: Row, body: Sequence[Row]) -> list[list[str]]:
    """The texts of the cells, with as much after them as the marks of their footnotes are wide."""
    return [
        [_text(cell) + "r" * sum(isinstance(each, Footnote) for each in cell) for cell in row]
        for row in (header, *body)
    ]


def _lines(row: Sequence[str], widths: Sequence[int], size: float) -> int:
    """About how many lines of text a row takes."""
    return max(
        sum(
            line_count(line, max(_room(width), PADDING / TWIPS_PER_POINT), size)
            for line in text.split("\n")
        )
        for text, width in zip(row, widths, strict=True)
    )


def _kept(lines: Sequence[int], last: bool) -> list[bool]:
    """For each row, by its lines of text, whether it stays on a page with what follows it.

    A longer table may run over two pages, but leaves no row alone. last: what the last row does.
    """
    count = len(lines)
    whole = count <= KEPT_WHOLE and sum(lines) <= _KEPT_LINES
    stay = [
        whole or (row in (0, count - 2) and one + other <= _KEPT_LINES)
        for row, (one, other) in enumerate(pairwise(lines))
    ]
    return [*stay, last] if count else []


def _room(width: int) -> float:
    """What a cell of so many twips leaves for text, in points."""
    return (width - PADDING) / TWIPS_PER_POINT


def _described(table: Table) -> str:
    columns = ", ".join(_text(cell).strip() or BLANK for cell in table.header)
    rows = "1 row" if len(table.rows) == 1 else f"{len(table.rows)} rows"
    return f"Columns: {columns}. {rows}."
