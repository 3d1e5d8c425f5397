"""Dashboards: blocks side by side, without frames or text boxes.

    <w:tbl>...<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>
        <w:tc> Figure 3: ... chart </w:tc><w:tc> Figure 4: ... chart </w:tc></w:tr></w:tbl>

- Charts become a table of one row without rules: each stands under its caption, and both are read
  out in order. Two or three fit on a line, fewer where it would be higher than its page.
  (LibreOffice would keep a table of several rows with what follows, and leave pages blank.)
- Key figures become a table whose columns are headed by what they say (tables.py).
- Text is set in newspaper columns: a stretch of its own on the same page (page_layout.py).

Everything is read out in the order in which it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.document import Block, Chart, Grid, Inline, LineBreak, Paragraph, Table
from generator.word.package.runs import runs
from generator.word.paging.page_room import PageRoom
from generator.word.styles.flow import ABOVE
from generator.word.writing.blocks import Blocks
from generator.word.writing.level_captions import room_under_captions
from generator.word.writing.paragraphs import PARAGRAPH, begin_with, paragraph
from generator.word.writing.tables import KeyFigure

_SIZES = {2: "half", 3: "third"}
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{title}"/>'
    '<w:tblDescription w:val="Charts side by side, each under its caption."/></w:tblPr>'
    "<w:tblGrid>{grid}</w:tblGrid>"
    "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr></w:tbl>"
)
_MOST_CHARTS, _MOST = 3, 4
_GAP = 280  # twips between charts side by side, as they leave it (charts/chart_boxes.py)


def write_grid(blocks: Blocks, grid: Grid, leads: bool) -> None:
    """Write a grid, row by row. leads: its key figures stay with what follows."""
    drawn = any(isinstance(inner, Chart) for cell in grid.cells for inner in cell)
    columns = max(1, min(grid.columns, _MOST_CHARTS if drawn else _MOST))
    for start in range(0, len(grid.cells), columns):
        row = grid.cells[start : start + columns]
        charts = [_chart_first(cell) for cell in row]
        figures = [_key_figure(cell) for cell in row]
        if all(figures):
            shown = [figure for figure in figures if figure]
            _key_figures(blocks, shown, columns, leads or start + columns < len(grid.cells))
        elif columns > 1 and all(charts):
            _chart_rows(blocks, [chart for chart in charts if chart], row, columns)
        elif columns > 1 and _can_take_columns(blocks) and not any(map(_ends_in_table, row)):
            _column_row(blocks, row, columns)
        else:
            for cell in row:
                blocks.write(cell)


def _key_figures(blocks: Blocks, figures: list[KeyFigure], columns: int, kept: bool) -> None:
    width = blocks.layout.text_width()
    if kept:
        blocks.leading.append(len(blocks.out))
    blocks.out.append(blocks.tables.key_figures(figures, width, columns, kept))


def _chart_rows(
    blocks: Blocks, charts: list[Chart], row: Sequence[Sequence[Block]], columns: int
) -> None:
    """Charts side by side: fewer in a row that would be higher than its page, and be cut off.

    One that is left alone has the whole width: a table of one cell would be no table.
    """
    if columns == 1 or len(row) == 1:
        for cell in row:
            blocks.write(cell)
        return
    spare = _spare(blocks, charts, columns)
    if spare >= 0:
        _chart_row(blocks, charts, row, columns, spare)
    else:
        fewer = columns - 1
        for start in range(0, len(row), fewer):
            end = start + fewer
            _chart_rows(blocks, charts[start:end], row[start:end], fewer)


def _chart_row(
    blocks: Blocks, charts: list[Chart], row: Sequence[Sequence[Block]], columns: int, spare: float
) -> None:
    """Charts side by side, each under its caption, their plots level. spare: points left of a page.

    What follows a chart stands under it, but for blocks that no cell may hold: they come after.
    """
    page = blocks.layout.text_width()
    width = _width(page, columns)
    sized = [replace(chart, size=_SIZES[columns]) for chart in charts]
    drawn = blocks.figures.draw_row(sized, page, blocks.layout.text_height())
    above = room_under_captions(charts, width, blocks.styles, blocks.fonts)
    said = [blocks.figure_caption(chart, ABOVE, loose=True) for chart in charts]
    shown: list[str] = []
    after: list[Block] = []
    for index, (chart, cell) in enumerate(zip(charts, row, strict=True)):
        following = cell[1:]
        if not all(isinstance(block, Paragraph) for block in following):
            after += following
            following = ()
        shown.append(_under_caption(blocks, chart, drawn.runs[index], above[index], following))
    widths = [width + _GAP * (index < columns - 1) for index in range(len(charts))]
    pairs = zip(said, shown, widths, strict=True)
    cells = "".join(_cell(caption + under, wide, wide - width) for caption, under, wide in pairs)
    numbers = ", ".join(f"Figure {chart.number}" for chart in charts)
    table = _TABLE.format(
        width=sum(widths),
        title=numbers,
        grid="".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths),
        cells=cells,
    )
    blocks.rows[len(blocks.out)] = replace(drawn, usual=min(drawn.usual, spare))
    blocks.out.append(table)
    blocks.write(after)


def _spare(blocks: Blocks, charts: Sequence[Chart], columns: int) -> float:
    """Points that charts side by side leave of a page, drawn low, with their captions and notes."""
    page = blocks.layout.text_width()
    room = PageRoom(blocks.styles, blocks.fonts, _width(page, columns), blocks.layout.text_height())
    sized = [replace(chart, size=_SIZES[columns]) for chart in charts]
    said = [f"Figure {chart.number}: {(chart.caption or chart.title).text}" for chart in charts]
    captions = [_text_height(blocks, room, "Caption", text) for text in said]
    notes = [_text_height(blocks, room, "Committee Note", chart.note.text) for chart in charts]
    drawn = blocks.figures.row_heights(sized, page, blocks.layout.text_height())
    under = max(height + note for height, note in zip(drawn, notes, strict=True))
    return room.most - max(captions) - under


def _text_height(blocks: Blocks, room: PageRoom, style: str, text: str) -> float:
    made = paragraph(blocks.styles.paragraph(style), runs(text)) if text else ""
    return room.of_markup(made)


def _width(page: int, columns: int) -> int:
    """The width of one of the charts that share a page's, in twips."""
    return (page - (columns - 1) * _GAP) // columns


def _under_caption(
    blocks: Blocks, chart: Chart, drawing: str, above: int, following: Sequence[Block]
) -> str:
    """The chart, its note and what else its cell holds, as paragraphs. above: twips, or 0."""
    outside, blocks.out = blocks.out, []
    style = blocks.styles.paragraph("Committee Figure")
    blocks.out.append(paragraph(style, drawing, loose=True, space_before=above))
    blocks.note(chart.note, chart.name)
    blocks.write(following, 0)
    made, blocks.out = "".join(blocks.out), outside
    return made


def _cell(content: str, width: int, gap: int) -> str:
    """A cell; gap: what it keeps free at its right, in twips."""
    free = f'<w:tcMar><w:right w:w="{gap}" w:type="dxa"/></w:tcMar>' if gap else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{free}</w:tcPr>{content}</w:tc>'


def _can_take_columns(blocks: Blocks) -> bool:
    # The stretch before columns ends in a paragraph, and not in the section's heading: LibreOffice
    # finds no bookmark in a heading that ends a stretch.
    return blocks.ends_in_text() and len(blocks.out) > 1


def _column_row(blocks: Blocks, row: Sequence[Sequence[Block]], columns: int) -> None:
    """Cells of text in newspaper columns, each but the first begun by a column break."""
    outside = blocks.layout.current
    blocks.switch(replace(outside, columns=columns))
    for index, cell in enumerate(row):
        before = len(blocks.out)
        blocks.write(cell)
        if index and len(blocks.out) > before and blocks.out[before].startswith(PARAGRAPH):
            column = '<w:r><w:br w:type="column"/></w:r>'
            blocks.out[before] = begin_with(blocks.out[before], column)
    blocks.switch(outside)


def _key_figure(cell: Sequence[Block]) -> KeyFigure | None:
    """A cell of one large figure, then what it says."""
    if len(cell) < 2 or not all(isinstance(block, Paragraph) for block in cell):
        return None
    first, *others = (block for block in cell if isinstance(block, Paragraph))
    if first.style != "key-figure":
        return None
    says: tuple[Inline, ...] = others[0].content
    for other in others[1:]:
        says += (LineBreak(), *other.content)
    return KeyFigure(first.content, says)


def _chart_first(cell: Sequence[Block]) -> Chart | None:
    """The chart of a cell that begins with its only chart."""
    charts = [block for block in cell if isinstance(block, Chart)]
    return charts[0] if len(charts) == 1 and cell[0] is charts[0] else None


def _ends_in_table(cell: Sequence[Block]) -> bool:
    """Columns must end in a paragraph: it holds the properties of their stretch."""
    return not cell or (isinstance(cell[-1], Table) and not cell[-1].note)
