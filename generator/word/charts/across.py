"""Bars from left to right: categories run down the left side, and the chart grows with them."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.figures.figure_words import label_at
from generator.model.document import Chart
from generator.word.charts.chart_boxes import (
    LABEL_GAP,
    NARROW,
    SNUG,
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
from generator.word.charts.value_scale import ValueScale
from generator.word.package.xml_text import on_one_line

USUAL, WIDE = 0.46, 0.58  # of a chart's width, for the names of categories
_SHARE_NARROW = 0.42
_SMALLEST_PLOT = 44.0
_NAMES_OFF = LABEL_GAP + 0.1  # so that the widest name is no wider than its column
_THICK = {1: 1.5, 2: 1.25}  # a bar, in sizes of its text, by the number of series
_THICK_STACK = 2.0
_THICKEST = 36.0  # of bars in a plot that is higher than they need it
_LOW = 0.8  # of a bar's usual thickness, where charts are low
_WIDEST_NAME = 0.2  # of the chart, for names of series beside their first bars
_TICK_END = 16.0  # what the last number of a value axis juts out
_LEFT_MOST = 0.4  # of the plot, for the label of a negative figure


def across(chart: Chart, room: ChartRoom, size: float, share: float = USUAL) -> ChartLayout:
    """Bars or stacks with text of a size in points. share: of the chart's width that names of
    categories take at most.
    """
    named = chart.kind != "stacked" and _names_fit(chart, room.width(chart), size)
    layout = _bars(chart, room, chart_head(chart, room, size, named), named, share)
    if named and not layout.labelled:
        layout = _bars(chart, room, chart_head(chart, room, size), False, share)
    return layout


def _bars(chart: Chart, room: ChartRoom, head: Head, named: bool, share: float) -> ChartLayout:
    size, stacked = head.text_size, chart.kind == "stacked"
    series = 1 if stacked else len(chart.series)
    labels = _label_column(head, share)
    least = size * (_THICK_STACK if stacked else _THICK.get(series, 1.17))
    least *= _LOW if room.low else 1.0
    lines = max(line_count(text, (labels - LABEL_GAP) * SNUG, size) for text in head.categories)
    slot = max(least * (series + (0.4 if series == 1 else 0.8)), lines * size * LINE + 5)
    top = max(head.below, room.top)
    ticks = size + 9
    height = max(min(slot * len(head.categories), room.tallest - top - ticks), _SMALLEST_PLOT)
    height = max(height, room.plot)
    slot = height / len(head.categories)
    bar = max(least * 1.7, min(slot / (series + 1), _THICKEST))
    bar = min(bar, slot / (series + (0.4 if series == 1 else 0.7)))
    # The label of a bar that stands alone may be a little taller than it.
    labelled = (slot / LINE if series == 1 else bar) >= size
    room_right = head.width - labels
    if stacked:
        width = room_right - (0 if labelled else _TICK_END)
    else:
        width = _room_for_labels(chart, head, room_right, not labelled, named)
        if labelled:
            head = replace(head, scale=_with_room_left(chart, head, width))
            width = _room_for_labels(chart, head, room_right, not labelled, named)
    return ChartLayout(
        head=head,
        height=top + height + (2 if labelled else ticks),
        horizontal=True,
        plot=Box(labels, top, width, height),
        bar=bar,
        gap=gap_width(slot, bar, series, bars_apart(chart)),
        axis=not labelled,
        labelled=labelled,
        named=named,
    )


def _names_fit(chart: Chart, width: float, size: float) -> bool:
    """Whether the names of several series fit beside the first bars, so that no legend is needed.

    LibreOffice would turn the legend of such bars upside down.
    """
    firsts = [series.values[0] for series in chart.series]
    if len(firsts) == 1 or any(value is None or value <= 0 for value in firsts):
        return False
    names = [text_width(on_one_line(series.name), size) for series in chart.series]
    return min(names) > 0 and max(names) <= width * _WIDEST_NAME


def _label_column(head: Head, share: float) -> float:
    """Width of the column of category labels: as wide as they are, up to a share of the chart."""
    widest = max(text_width(text, head.text_size) for text in head.categories) / SNUG + _NAMES_OFF
    words = max(longest_word(text, head.text_size) for text in head.categories) / SNUG + _NAMES_OFF
    most = head.width * (min(share, _SHARE_NARROW) if head.width < NARROW else share)
    return min(widest, max(most, min(words, head.width * 0.5)))


def _room_for_labels(chart: Chart, head: Head, room: float, axis: bool, named: bool) -> float:
    """Width of the plot such that the figure at the end of each bar stays inside the chart."""
    width = room - (_TICK_END if axis else 2)
    for series in chart.series:
        for index, value in enumerate(series.values):
            share = head.scale.position(value) if value is not None and value > 0 else 0.0
            if share > 0:
                if named and not index:
                    label = named_width(chart, series, index, head.text_size)
                else:
                    label = text_width(label_at(chart, series, index), head.text_size)
                width = min(width, (room - label - 8) / share)
    return max(width, room * 0.4)


def _with_room_left(chart: Chart, head: Head, width: float) -> ValueScale:
    """The scale, reaching so far down that labels of negative figures keep off the names."""
    scale, minimum = head.scale, head.scale.minimum
    for series in chart.series:
        for index, value in enumerate(series.values):
            if value is not None and value < 0:
                label = text_width(label_at(chart, series, index), head.text_size) + 8
                share = min(label / width, _LEFT_MOST)
                minimum = min(minimum, (value - share * scale.maximum) / (1 - share))
    return scale if minimum == scale.minimum else replace(scale, minimum=round(minimum, 4))
