"""Where everything in a chart goes, worked out before Word sees it.

Word, LibreOffice and ONLYOFFICE place titles, legends and plots each in their own way, and all
cramp a plot whose labels are long. So every box is placed here, from the width of the text in
Arial, and the height of the chart follows. Where every figure is printed there is no value axis.
All lengths are in points; boxes are counted from the chart's top left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.document import Chart
from generator.word.charts.across import USUAL, WIDE, across
from generator.word.charts.chart_boxes import NARROW, PORTRAIT, ChartLayout, ChartRoom
from generator.word.charts.labels import label_places
from generator.word.charts.text_width import broken
from generator.word.charts.upright import has_whole_words, is_readable, upright
from generator.word.package.lengths import EMU_PER_POINT

_TALL = 0.65  # of its width: a chart of bars that is taller has smaller text
_LONG_SIZES = (9.0, 8.0)  # of text in charts with so many bars that larger labels would touch


def extent(chart: Chart, room: ChartRoom = PORTRAIT) -> tuple[int, int]:
    """Width and height of the chart's drawing in EMU."""
    layout = chart_layout(chart, room)
    return round(layout.head.width * EMU_PER_POINT), round(layout.height * EMU_PER_POINT)


def chart_layout(chart: Chart, room: ChartRoom = PORTRAIT) -> ChartLayout:
    """Lay a chart out. Raises ValueError without categories or series, or for unequal lengths."""
    if not chart.categories or not chart.series:
        raise ValueError(f"chart {chart.name!r} has no categories or no series")
    if any(len(series.values) != len(chart.categories) for series in chart.series):
        raise ValueError(f"chart {chart.name!r} has a series of another length than its categories")
    return _broken(_laid_out(chart, room))


def _broken(layout: ChartLayout) -> ChartLayout:
    """With names of categories broken into lines: ONLYOFFICE breaks none, and squeezes the plot."""
    head = layout.head
    lines = tuple(broken(text, layout.slot, head.text_size) for text in head.categories)
    return replace(layout, head=replace(head, categories=lines))


def _laid_out(chart: Chart, room: ChartRoom) -> ChartLayout:
    sizes = (10.0,) if room.width(chart) < NARROW else (11.0, 10.0)
    if chart.kind in ("columns", "line"):
        for size in sizes:
            layout = _upright(chart, room, size)
            if chart.kind == "line" or is_readable(layout):
                return layout
        if chart.kept and has_whole_words(layout):
            return layout
    return _across(chart, room, sizes)


def level_room(charts: Sequence[Chart], room: ChartRoom) -> ChartRoom:
    """The room of charts side by side, such that their plots are as high and begin level."""
    plots = [chart_layout(chart, room).plot for chart in charts]
    return replace(room, top=max(one.y for one in plots), plot=max(one.height for one in plots))


def _upright(chart: Chart, room: ChartRoom, size: float) -> ChartLayout:
    layout = upright(chart, room, size, axis=False)
    return layout if _all_printed(chart, layout) else upright(chart, room, size, axis=True)


def _all_printed(chart: Chart, layout: ChartLayout) -> bool:
    places = label_places(chart, layout)
    return all(
        place or value is None
        for series, row in zip(chart.series, places, strict=True)
        for value, place in zip(series.values, row, strict=True)
    )


def _across(chart: Chart, room: ChartRoom, sizes: Sequence[float]) -> ChartLayout:
    for size, share in (*((size, USUAL) for size in sizes), (sizes[-1], WIDE)):
        layout = across(chart, room, size, share)
        if layout.height <= layout.head.width * _TALL:
            break
    for size in _LONG_SIZES:
        if layout.labelled:
            break
        layout = across(chart, room, size, share)
    return layout
