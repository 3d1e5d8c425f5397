"""Where everything in a chart goes, worked out before Word sees it.

Word and LibreOffice place titles, legends and plots each in their own way, and both cramp a plot
whose labels are long. So every box is placed here, from the width of the text in Arial, and the
height of the chart follows: charts of horizontal bars grow with their bars and labels.
All lengths are in points; boxes are counted from the chart's top left corner.
"""

from __future__ import annotations

from generator.compose.figures.figure_words import label_at, marked_categories
from generator.model.document import Chart
from generator.model.frozen import dataclass
from generator.model.wording.rounding import figure_text, is_per_cent
from generator.word.charts.drawing import TEXT_WIDTH
from generator.word.charts.text_width import LINE, line_count, longest_word, text_width
from generator.word.charts.value_scale import ValueScale, value_scale
from generator.word.package.lengths import EMU_PER_POINT
from generator.word.package.xml_text import on_one_line

MARGIN = 5.0
# LibreOffice draws every chart of a .docx 16 cm by 9 cm and then stretches it, text and all; near
# this shape it comes out as it should.
_SHAPE = 9 / 16
_DRAWN_HEIGHT = 255.1
_LOWEST = 0.85 * _SHAPE
_GUTTER = 14.0  # between charts side by side
_WIDEST = 397.0  # 14 cm: two charts and their captions share a page with the text about them
_WIDEST_LANDSCAPE = 482.0  # 17 cm: a chart for the eye and not for the wall
_TALLEST, _TALLEST_LANDSCAPE = 610.0, 400.0
_LANDSCAPE_FROM = 560.0  # a text width that only a landscape page has
_LONG_SIZES = (9.0, 8.0)  # of text in charts with so many bars that larger labels would touch
_NARROW = 300.0  # charts under this width have smaller text
_KEY, _LINE_KEY = 24.0, 40.0  # the swatch of a legend entry, with the space round it
_SMALLEST_PLOT = 88.0
_COLUMN_LINES, _MOST_LINES = 4, 8  # lines of a label under a column; under a point of a line


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the top left corner of the chart."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Head:
    """What both ways of drawing share: the text, and what stands above the plot.

    unit: what the value axis counts, '' where the labels say it. legend: None where the title
    names the only series already. below: where the plot may begin. stretch: how much taller
    LibreOffice draws text.
    """

    width: float
    text_size: float
    title_size: float
    categories: tuple[str, ...]
    unit: str
    legend: Box | None
    below: float
    stretch: float
    scale: ValueScale


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart laid out. horizontal: categories run down the left side.

    gap: between categories, as a percentage of a bar. axis: the value axis has its labels.
    labelled: bars are thick enough to carry their figures.
    """

    head: Head
    height: float
    horizontal: bool
    plot: Box
    bar: float
    gap: int
    axis: bool
    labelled: bool


def extent(chart: Chart, text_width: int = TEXT_WIDTH) -> tuple[int, int]:
    """Width and height of the chart's drawing in EMU, on a page whose text is so many EMU wide."""
    layout = chart_layout(chart, text_width)
    return round(layout.head.width * EMU_PER_POINT), round(layout.height * EMU_PER_POINT)


def chart_layout(chart: Chart, text_width: int = TEXT_WIDTH) -> ChartLayout:
    """Lay a chart out. Raises ValueError without categories or series, or for unequal lengths."""
    if not chart.categories or not chart.series:
        raise ValueError(f"chart {chart.name!r} has no categories or no series")
    if any(len(series.values) != len(chart.categories) for series in chart.series):
        raise ValueError(f"chart {chart.name!r} has a series of another length than its categories")
    page = text_width / EMU_PER_POINT
    width = _width(chart, page)
    sizes = (10.0,) if width < _NARROW else (11.0, 10.0)
    if chart.kind in ("columns", "line"):
        for size in sizes:
            layout = _upright(chart, width, size)
            if chart.kind == "line" or _readable(layout):
                return layout
    tallest = _TALLEST_LANDSCAPE if page >= _LANDSCAPE_FROM else _TALLEST
    for size in sizes:
        layout = _across(chart, width, size, tallest)
        if layout.height <= width * _SHAPE * 1.15:
            break
    for size in _LONG_SIZES:
        if layout.labelled:
            break
        layout = _across(chart, width, size, tallest)
    return layout


def _width(chart: Chart, page: float) -> float:
    if chart.size == "half":
        return (page - _GUTTER) / 2
    if chart.size == "third":
        return (page - 2 * _GUTTER) / 3
    return min(page, _WIDEST_LANDSCAPE if page >= _LANDSCAPE_FROM else _WIDEST)


# ---------------------------------------------------------------- above the plot
def _head(chart: Chart, width: float, size: float, height: float) -> Head:
    """The head of a chart of this width, and of about this height."""
    title_size = 11.0 if width < _NARROW else 12.0
    # What LibreOffice stretches needs the more room; in Word there is then some air.
    stretch = max(1.0, height / _DRAWN_HEIGHT)
    down = MARGIN
    if chart.title:
        # LibreOffice breaks titles at four fifths of the width, Word a little before the edge.
        lines = line_count(on_one_line(chart.title.text), width * 0.79, title_size, bold=True)
        down += lines * title_size * LINE * stretch + 6
    legend = _legend(chart, width, down, size, stretch)
    return Head(
        width=width,
        text_size=size,
        title_size=title_size,
        categories=tuple(on_one_line(text) for text in marked_categories(chart)),
        unit="" if is_per_cent(chart.unit) else on_one_line(chart.unit),
        legend=legend,
        below=down + (legend.height + 5 if legend else 0),
        stretch=stretch,
        scale=value_scale(chart),
    )


def _legend(chart: Chart, width: float, top: float, size: float, stretch: float) -> Box | None:
    """The legend above the plot, in the order of the series: its entries in equal columns."""
    names = [on_one_line(series.name) for series in chart.series]
    if len(names) == 1 and (not names[0] or names[0].casefold() in chart.title.text.casefold()):
        return None
    room = width - 2 * MARGIN
    key = _LINE_KEY if chart.kind == "line" else _KEY
    widest = min(max(text_width(name, size) for name in names) + key, room)
    columns = max(1, min(len(names), int(room / widest)))
    rows = -(-len(names) // columns)
    lines = max(line_count(name, room - key, size) for name in names)
    height = (rows * lines * (size * LINE + 3) + 2) * stretch
    return Box(MARGIN, top, min(room, widest * columns * 1.04), height)


# ---------------------------------------------------------------- bars from left to right
def _across(chart: Chart, width: float, size: float, tallest: float) -> ChartLayout:
    layout = _bars(chart, _head(chart, width, size, 0), tallest)
    for _ in range(3):  # the head depends on the height, and the height on the head
        if layout.height <= _DRAWN_HEIGHT:
            break
        layout = _bars(chart, _head(chart, width, size, layout.height), tallest)
    return layout


def _bars(chart: Chart, head: Head, tallest: float) -> ChartLayout:
    size, stretch = head.text_size, head.stretch
    series = 1 if chart.kind == "stacked" else len(chart.series)
    labels = _label_column(head)
    least = size * (2.0 if chart.kind == "stacked" else {1: 1.5, 2: 1.25}.get(series, 1.17))
    lines = max(line_count(text, labels - 6, size) for text in head.categories)
    slot = max(least * (series + (0.4 if series == 1 else 0.8)), lines * size * LINE + 5)
    axis = chart.size == "full"
    under = (size * stretch + 9 if axis else MARGIN) + (size * stretch + 6 if head.unit else 0)
    height = max(slot * len(head.categories), head.width * _LOWEST - head.below - under)
    height = max(min(height, tallest - head.below - under), _SMALLEST_PLOT / 2)
    slot = height / len(head.categories)
    bar = min(least * 1.7, slot / (series + (0.4 if series == 1 else 0.7)))
    # The label of a bar that stands alone may be a little taller than it.
    labelled = (slot / LINE if series == 1 else bar) >= size
    left = labels + MARGIN
    across = head.width - left - MARGIN
    ends = across - 16 if chart.kind == "stacked" else _room_for_labels(chart, head, across, axis)
    return ChartLayout(
        head=head,
        height=head.below + height + under,
        horizontal=True,
        plot=Box(left, head.below, ends, height),
        bar=bar,
        gap=_gap(slot, bar, series),
        axis=axis or not labelled,
        labelled=labelled,
    )


def _label_column(head: Head) -> float:
    """Width of the column of category labels: as wide as they are, up to 46% of the chart."""
    widest = max(text_width(text, head.text_size) for text in head.categories) + 10
    words = max(longest_word(text, head.text_size) for text in head.categories) + 10
    share = head.width * (0.42 if head.width < _NARROW else 0.46)
    return min(widest, max(share, min(words, head.width * 0.5)))


def _room_for_labels(chart: Chart, head: Head, room: float, axis: bool) -> float:
    """Width of the plot such that the figure at the end of each bar stays inside the chart."""
    width = room - (16 if axis else 2)
    for series in chart.series:
        for index, value in enumerate(series.values):
            share = head.scale.position(value) if value is not None and value > 0 else 0.0
            if share > 0:
                label = label_at(chart, series, index)
                width = min(width, (room - text_width(label, head.text_size) - 8) / share)
    return max(width, room * 0.4)


# ---------------------------------------------------------------- columns and lines
def _upright(chart: Chart, width: float, size: float) -> ChartLayout:
    head = _head(chart, width, size, width * _SHAPE)
    line = chart.kind == "line"
    axis = chart.size == "full" or line
    left = MARGIN + (_tick_width(chart, head) + 8 if axis else 0)
    across = width - left - MARGIN
    slot = across / len(head.categories)
    series = len(chart.series)
    bar = min(slot / (series + (0.6 if series < 3 else 0.9)), 64.0)
    lines = min(max(line_count(text, slot - 4, size) for text in head.categories), _MOST_LINES)
    under = lines * size * LINE * head.stretch + 10
    # Over the plot: the label of a column that reaches the top, and the unit above that.
    row = size * LINE * head.stretch + 3
    # LibreOffice wraps the title of an upright axis at less than a fifth of the chart's width.
    units = line_count(head.unit, width * 0.17, size) if head.unit else 0
    top = head.below + row * (1 + units)
    height = max(width * _SHAPE - top - under, _SMALLEST_PLOT)
    return ChartLayout(
        head=head,
        height=top + height + under,
        horizontal=False,
        plot=Box(left, top, across, height),
        bar=bar,
        gap=_gap(slot, bar, series),
        axis=axis,
        labelled=line or _widest_figure(chart, size) <= (bar if series > 1 else slot),
    )


def _widest_figure(chart: Chart, size: float) -> float:
    labels = (
        label_at(chart, series, index)
        for series in chart.series
        for index, value in enumerate(series.values)
        if value is not None
    )
    return max((text_width(label, size) for label in labels), default=0.0)


def _tick_width(chart: Chart, head: Head) -> float:
    scale = head.scale
    places = 0 if scale.step == round(scale.step) else 1
    ends = (figure_text(end, places, chart.unit) for end in (scale.minimum, scale.maximum))
    return max(text_width(end, head.text_size) for end in ends)


def _readable(layout: ChartLayout) -> bool:
    """Whether columns have room for their figures and for whole words under them."""
    head = layout.head
    slot = layout.plot.width / len(head.categories) - 4
    return layout.labelled and all(
        longest_word(text, head.text_size) <= slot
        and line_count(text, slot, head.text_size) <= _COLUMN_LINES
        for text in head.categories
    )


def _gap(slot: float, bar: float, series: int) -> int:
    """Word's gap width: what is left between two groups of bars, as a percentage of one bar."""
    return max(0, min(500, round((slot / bar - series) * 100)))
