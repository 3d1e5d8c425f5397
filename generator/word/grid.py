"""Dashboards: blocks side by side without a layout table.

    <w:p>...chart <w:tab/> chart</w:p>
    <w:p>...<w:ind w:left="0" w:right="7140"/> Figure 3: ...</w:p>
    <w:p>...<w:ind w:left="7069"/> Figure 4: ...</w:p>

- Charts are drawings in line with the text: two or three fit on a line. Their captions follow in
  the same order, and stand in so far that each is under its chart.
- Key figures become a table whose columns are headed by what they say (tables.py).
- Text is set in newspaper columns: a stretch of its own on the same page (page_layout.py).

Everything is read out in the order in which it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.document import Block, Chart, Grid, Inline, LineBreak, Paragraph, Table
from generator.word.blocks import Blocks
from generator.word.paragraphs import PARAGRAPH, begin_with, paragraph
from generator.word.tables import KeyFigure

_SIZES = {1: "full", 2: "half", 3: "third"}
_BETWEEN = 70  # twips by which a chart beside another stands off the middle
_MOST_CHARTS, _MOST = 3, 4


def write_grid(blocks: Blocks, grid: Grid) -> None:
    """Write a grid, row by row."""
    drawn = any(isinstance(inner, Chart) for cell in grid.cells for inner in cell)
    columns = max(1, min(grid.columns, _MOST_CHARTS if drawn else _MOST))
    for start in range(0, len(grid.cells), columns):
        row = grid.cells[start : start + columns]
        charts = [_chart_first(cell) for cell in row]
        figures = [_key_figure(cell) for cell in row]
        if all(figures):
            _key_figures(blocks, [figure for figure in figures if figure], columns)
        elif all(charts):
            _chart_row(blocks, [chart for chart in charts if chart], row, columns)
        elif columns > 1 and _can_take_columns(blocks) and not any(map(_ends_in_table, row)):
            _column_row(blocks, row, columns)
        else:
            for cell in row:
                blocks.write(cell)


def _key_figures(blocks: Blocks, figures: list[KeyFigure], columns: int) -> None:
    made = blocks.tables.key_figures(figures, blocks.layout.text_width(), columns)
    blocks.out.append(blocks.apart(made))


def _chart_row(
    blocks: Blocks, charts: list[Chart], row: Sequence[Sequence[Block]], columns: int
) -> None:
    """Charts side by side in one line; their captions and notes follow, each under its own."""
    width = blocks.layout.text_width()
    drawings = [
        blocks.figures.draw(replace(chart, size=_SIZES[columns]), width) for chart in charts
    ]
    stops = tuple(width * place // columns + _BETWEEN for place in range(1, columns))
    line = "<w:r><w:tab/></w:r>".join(drawings)
    style = blocks.styles.paragraph("Committee Figure")
    blocks.out.append(paragraph(style, line, keep_next=True, tabs=stops))
    for index, (chart, cell) in enumerate(zip(charts, row, strict=True)):
        left = stops[index - 1] if index else 0
        right = width - stops[index] + 2 * _BETWEEN if index < columns - 1 else 0
        blocks.chart_caption(chart, index < len(charts) - 1, left, right)
        blocks.write(cell[1:])


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
