"""Which figures are printed in the chart, and where, so that none covers another.

A label's place is Word's own word for it: 'outEnd', 'ctr', 't', 'b', 'r', 'l'; '' prints none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.compose.figures.figure_words import label_at
from generator.model.document import Chart, Series
from generator.word.charts.chart_boxes import Box, ChartLayout
from generator.word.charts.text_width import LINE, text_width
from generator.word.package.xml_text import on_one_line

Places = tuple[tuple[str, ...], ...]
_SMALLEST_SHARE = 0.04  # of a stack; under it no figure fits, on any page
_MARKER = 7.0


def label_places(chart: Chart, layout: ChartLayout) -> Places:
    """A place for the figure of every series and category, parallel to the series' values."""
    if chart.kind == "stacked":
        return _in_segments(chart, layout)
    if chart.kind == "line":
        return _Lines(chart, layout).places()
    place = "outEnd" if layout.labelled else ""
    return tuple(
        tuple(place if value is not None else "" for value in series.values)
        for series in chart.series
    )


def named_width(chart: Chart, series: Series, index: int, size: float) -> float:
    """Width of a label "Social workers: 35%" in points, and a little more: none may break it."""
    text = f"{on_one_line(series.name)}: {label_at(chart, series, index)}"
    return text_width(text, size) * 1.1 + 12


def _in_segments(chart: Chart, layout: ChartLayout) -> Places:
    scale, size = layout.head.scale, layout.head.text_size
    span = scale.maximum - scale.minimum
    sums = [
        sum(abs(series.values[index] or 0) for series in chart.series)
        for index in range(len(chart.categories))
    ]

    def place(series: Series, index: int) -> str:
        value, whole = series.values[index], sums[index]
        if value is None or whole == 0 or not layout.labelled:
            return ""
        share = abs(value) / (whole if scale.ratio else span)
        label = text_width(label_at(chart, series, index), size)
        fits = label + 1 <= share * layout.plot.width
        return "ctr" if fits and share >= _SMALLEST_SHARE else ""

    return tuple(
        tuple(place(series, index) for index in range(len(chart.categories)))
        for series in chart.series
    )


class _Lines:
    """Labels beside the points of lines, highest point first: each takes the best free place.

    No label covers a marker or another label; where there is a choice it keeps off the lines too.
    A point with no free place goes without: the table of figures has it.
    """

    def __init__(self, chart: Chart, layout: ChartLayout) -> None:
        self.chart = chart
        self.layout = layout
        self.points = [
            [self._point(index, value) for index, value in enumerate(series.values)]
            for series in chart.series
        ]

    def places(self) -> Places:
        """A place for each point, by series and category."""
        placed: dict[tuple[int, int], str] = {}
        count = len(self.chart.categories)
        if self.layout.named:  # room is kept beside the last points for name and figure
            count -= 1
            placed = {(row, count): "r" for row in range(len(self.points))}
        before: list[Box] = []
        for index in range(count):
            rows = [(at, row) for row, line in enumerate(self.points) if (at := line[index])]
            rows.sort(key=lambda item: (item[0].y, item[1]))
            taken, now = [*self._markers(index), *before], list[Box]()
            for rank, (at, row) in enumerate(rows):
                order = "tbrl" if rank < (len(rows) + 1) // 2 else "btrl"
                found = self._free_place(at, self._width(row, index), order, [*taken, *now])
                if found:
                    placed[row, index] = found[0]
                    now.append(found[1])
            before = now
        return tuple(
            tuple(placed.get((row, index), "") for index in range(len(line)))
            for row, line in enumerate(self.points)
        )

    def _markers(self, index: int) -> Iterator[Box]:
        """The points of a category and of those beside it."""
        for line in self.points:
            yield from (at for at in line[max(index - 1, 0) : index + 2] if at)

    def _point(self, index: int, value: float | None) -> Box | None:
        if value is None:
            return None
        plot = self.layout.plot
        x = plot.x + plot.width * (index + 0.5) / len(self.chart.categories)
        y = plot.y + plot.height * (1 - self.layout.head.scale.position(value))
        return Box(x - _MARKER / 2, y - _MARKER / 2, _MARKER, _MARKER)

    def _width(self, row: int, index: int) -> float:
        label = label_at(self.chart, self.chart.series[row], index)
        return text_width(label, self.layout.head.text_size)

    def _free_place(
        self, at: Box, width: float, order: str, taken: list[Box]
    ) -> tuple[str, Box] | None:
        free = []
        for place in order:
            box = self._label_box(place, at, width)
            inside = _within(box, self.layout.plot)
            if inside and not any(_overlap(box, other) for other in taken if other is not at):
                free.append((place, box))
        crossed = [sum(_crosses(box, *stroke) for stroke in self._strokes()) for _, box in free]
        return free[crossed.index(min(crossed))] if free else None

    def _strokes(self) -> Iterator[tuple[Box, Box]]:
        for line in self.points:
            for start, end in pairwise(line):
                if start and end:
                    yield start, end

    def _label_box(self, place: str, at: Box, width: float) -> Box:
        height = self.layout.head.text_size * LINE
        middle = at.x + at.width / 2 - width / 2
        if place == "t":
            return Box(middle, at.y - height - 1, width, height)
        if place == "b":
            return Box(middle, at.y + at.height + 1, width, height)
        side = at.x + at.width + 2 if place == "r" else at.x - width - 2
        return Box(side, at.y + at.height / 2 - height / 2, width, height)


def _within(box: Box, plot: Box) -> bool:
    """Inside the plot; above it there is room kept for one row of labels."""
    return (
        box.x >= plot.x
        and box.x + box.width <= plot.x + plot.width
        and box.y + box.height <= plot.y + plot.height
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _crosses(box: Box, start: Box, end: Box) -> bool:
    """Whether the line between the middles of two markers runs through a box."""
    half = _MARKER / 2
    x1, y1, x2, y2 = start.x + half, start.y + half, end.x + half, end.y + half
    left, right = max(box.x, x1), min(box.x + box.width, x2)
    if left >= right:
        return False
    slope = (y2 - y1) / (x2 - x1)
    low, high = sorted((y1 + slope * (left - x1), y1 + slope * (right - x1)))
    return low < box.y + box.height and box.y < high
