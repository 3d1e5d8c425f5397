"""What stands above the plot: title, unit and legend, no higher than they need."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.figures.figure_words import marked_categories
from generator.model.document import Chart
from generator.model.wording.english import capital
from generator.model.wording.rounding import is_per_cent
from generator.word.charts.chart_boxes import NARROW, Box, ChartRoom, Head
from generator.word.charts.text_width import LINE, line_count, text_width
from generator.word.charts.value_scale import value_scale
from generator.word.package.xml_text import on_one_line

_KEY, _LINE_KEY = 24.0, 40.0  # the swatch of a legend entry, with the space round it
_UNDER = 4.0  # below title and legend
_APART = 18.0  # between a title and the legend beside it
# LibreOffice breaks titles at four fifths of the width, Word a little before the edge.
_TITLE_SHARE = 0.79


def chart_head(chart: Chart, room: ChartRoom, size: float, named: bool = False) -> Head:
    """The head of a chart whose text has a size in points. named: it needs no legend."""
    width = room.width(chart)
    bold = not room.captioned
    title = on_one_line(chart.title.text)
    title_size = size if room.captioned else _title_size(title, width)
    lines = line_count(title, width * _TITLE_SHARE, title_size, bold) if title else 0
    down = lines * title_size * LINE + (_UNDER if title else 0)
    unit, unit_at = unit_told(chart), Box(0, down, 0, 0)
    if unit:
        beside = text_width(title, title_size, bold) + 8
        if lines == 1 and beside + text_width(f"({unit})", size) < width * _TITLE_SHARE:
            unit, unit_at = f"({unit})", Box(beside, (title_size - size) * 0.9, 0, 0)
        else:
            unit, down = capital(unit), down + size * LINE + _UNDER
    legend = None if named else _legend(chart, width, down, size)
    if legend and room.captioned and lines == 1:
        beside = text_width(f"{title} {unit if unit_at.x else ''}", title_size) + _APART
        legend = _beside_title(legend, beside, width, size)
    return Head(
        width=width,
        text_size=size,
        title_size=title_size,
        bold=bold,
        categories=tuple(on_one_line(text) for text in marked_categories(chart)),
        unit=unit,
        unit_at=unit_at,
        legend=legend,
        below=max(down, legend.y + legend.height + _UNDER if legend else 0),
        scale=value_scale(chart),
    )


def _title_size(title: str, width: float) -> float:
    """Points of a bold title: less than usual where it has one line then. LibreOffice sets lines of
    a title in the middle.
    """
    usual = 11.0 if width < NARROW else 12.0
    fits = (
        size
        for size in (usual, usual - 0.5, usual - 1, usual - 1.5)
        if line_count(title, width * _TITLE_SHARE, size, bold=True) == 1
    )
    return next(fits, usual)


def unit_told(chart: Chart) -> str:
    """The unit that the chart itself must say: '' for per cents, and where its words say it."""
    unit = on_one_line(chart.unit)
    names = chart.series[0].name if len(chart.series) == 1 else ""
    said = f"{chart.title.text} {chart.caption.text} {names}".casefold()
    return "" if is_per_cent(chart.unit) or unit.casefold() in said else unit


def _legend(chart: Chart, width: float, top: float, size: float) -> Box | None:
    """The legend above the plot, in the order of the series: its entries in equal columns."""
    names = [on_one_line(series.name) for series in chart.series]
    if len(names) == 1:
        return None
    key = _LINE_KEY if chart.kind == "line" else _KEY
    widest = min(max(text_width(name, size) for name in names) + key, width)
    columns = max(1, min(len(names), int(width / widest)))
    rows = -(-len(names) // columns)
    each = [line_count(name, width - key, size) for name in names]
    lines = sum(each) if columns == 1 else rows * max(each)
    height = lines * (size * LINE + 3) + 2
    return Box(0, top, min(width, widest * columns * 1.04), height)


def _beside_title(legend: Box, x: float, width: float, size: float) -> Box:
    """The legend beside a title of one line, where both have room; else where it was."""
    one_row = legend.height < 2 * size * LINE
    return replace(legend, x=x, y=0.0) if one_row and x + legend.width <= width else legend
