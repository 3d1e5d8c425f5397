"""Columns and lines: categories from left to right, a plot as low as its figures allow."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from generator.compose.figures.figure_words import label_at
from generator.model.document import Chart
from generator.model.wording.rounding import figure_text
from generator.word.charts.chart_boxes import (
    Box,
    ChartLayout,
    ChartRoom,
    Head,
    bars_apart,
    gap_width,
)
from generator.word.charts.chart_head import chart_head
from generator.word.charts.labels import named_width
from generator.word.charts.text_width import LINE, line_count, longest_word, text_width
from generator.word.charts.value_scale import ValueScale, value_scale
from generator.word.package.xml_text import on_one_line

_COLUMNS, _LINES = 100.0, 125.0  # height of a plot
_LOW_COLUMNS, _LOW_LINES = 54.0, 70.0
_WIDEST_COLUMN = 64.0
_COLUMN_LINES, _MOST_LINES = 2, 8  # lines of a label under columns; under whatever stays upright
_BETWEEN_NAMES = 10.0  # where only some points of a line have theirs
_END = 9.0  # from the last point of a line to the name beside it
_WIDEST_NAME = 0.34  # of the chart, for names at the ends of lines


def upright(chart: Chart, room: ChartRoom, size: float, axis: bool) -> ChartLayout:
    """Columns or lines with text of a size in points, and with or without a value axis."""
    width, line = room.width(chart), chart.kind == "line"
    columns, lines = (_LOW_COLUMNS, _LOW_LINES) if room.low else (_COLUMNS, _LINES)
    height = max(lines if line else columns, room.plot)
    names = _names_at_ends(chart, width, size, height) if line else 0.0
    head = chart_head(chart, room, size, named=names > 0)
    count, series = len(head.categories), len(chart.series)
    left = _tick_width(chart, head) + 8 if axis else 0.0
    across = width - left
    if names:  # the last point stands half a slot before the end of the plot
        across = min(across, (across - names) * count / (count - 0.5))
    slot = across / count
    skip = _skipped(head, slot) if line else 1
    bar = min(slot / (series + (0.6 if series < 3 else 0.9)), _WIDEST_COLUMN)
    under = max(line_count(text, slot * skip - 4, size) for text in head.categories)
    top = max(head.below + _room_over(chart, head, height), room.top)
    labelled = line or _widest_figure(chart, size) + 2 <= (bar if series > 1 else slot)
    if labelled and not line:
        head = replace(head, scale=_with_room_under(chart, head, height))
    return ChartLayout(
        head=head,
        height=top + height + min(under, _MOST_LINES) * size * LINE + _below_names(head),
        horizontal=False,
        plot=Box(left, top, across, height),
        bar=bar,
        gap=gap_width(slot, bar, series, bars_apart(chart)),
        axis=axis,
        labelled=labelled,
        named=names > 0,
        skip=skip,
    )


def is_readable(layout: ChartLayout) -> bool:
    """Whether columns have room for their figures, and for whole words on few lines under them."""
    size = layout.head.text_size
    lines = (line_count(text, layout.slot, size) for text in layout.head.categories)
    return layout.labelled and has_whole_words(layout) and max(lines) <= _COLUMN_LINES


def has_whole_words(layout: ChartLayout) -> bool:
    """Whether no name of a category would be broken inside a word."""
    size = layout.head.text_size
    return all(longest_word(text, size) <= layout.slot for text in layout.head.categories)


def _room_over(chart: Chart, head: Head, height: float) -> float:
    """What the label of the highest figure needs above the plot."""
    values = [value for one in chart.series for value in one.values if value is not None]
    highest = head.scale.position(max(values, default=0.0))
    row = head.text_size * LINE + (7 if chart.kind == "line" else 4)
    return max(0.0, row - (1 - highest) * height)


def _with_room_under(chart: Chart, head: Head, height: float) -> ValueScale:
    """The scale, reaching so far down that the label of the lowest figure is over the names."""
    values = [value for one in chart.series for value in one.values if value is not None]
    scale, lowest = head.scale, min(values, default=0.0)
    row = (head.text_size * LINE + 4) / height
    if lowest >= 0 or scale.position(lowest) >= row:
        return scale
    return replace(scale, minimum=round((lowest - row * scale.maximum) / (1 - row), 4))


def _below_names(head: Head) -> float:
    """White below the names: LibreOffice hangs those lower that stand under negative figures."""
    return 6.0 if head.scale.minimum >= 0 else 12.0


def _skipped(head: Head, slot: float) -> int:
    """How many points share a name under a line: 1 where each has room for its own words."""
    size = head.text_size
    if all(longest_word(text, size) <= slot - 4 for text in head.categories):
        return 1
    widest = max(text_width(text, size) for text in head.categories)
    return math.ceil((widest + _BETWEEN_NAMES) / slot)


def _names_at_ends(chart: Chart, width: float, size: float, height: float) -> float:
    """Width that names and figures beside the last points need; 0 where a legend is better."""
    ends = [series.values[-1] for series in chart.series]
    names = [on_one_line(series.name) for series in chart.series]
    if len(ends) == 1 or len(chart.categories) == 1 or not all(names):
        return 0.0
    scale = value_scale(chart)
    levels = sorted(scale.position(end) * height for end in ends if end is not None)
    apart = all(high - low >= size for low, high in pairwise(levels))
    if len(levels) < len(ends) or not apart:
        return 0.0
    last = len(chart.categories) - 1
    widest = max(named_width(chart, series, last, size) for series in chart.series)
    return widest + _END if widest <= width * _WIDEST_NAME else 0.0


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
