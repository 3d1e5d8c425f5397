"""What a chart is laid out into: boxes in points, from the top left corner of the chart.

The frame is as wide as the text around it, and what is drawn begins at its left edge: title, legend
and labels line up with the paragraphs above and below.
"""

from __future__ import annotations

from generator.model.document import Chart
from generator.model.frozen import dataclass
from generator.word.charts.drawing import TEXT_WIDTH
from generator.word.charts.value_scale import ValueScale
from generator.word.package.lengths import EMU_PER_POINT

GUTTER = 14.0  # points between charts side by side
SNUG = 0.97  # of the names' column: ONLYOFFICE sets words a little wider, and over the axis
LABEL_GAP = 8.0  # between the names of categories at the side and the plot
NARROW = 300.0  # charts under this width have smaller text
_TALLEST = 610.0
_APART = 6
_BESIDE = {"full": 1, "half": 2, "third": 3}


@dataclass(frozen=True, slots=True)
class ChartRoom:
    """The place that a chart is drawn in.

    text: width of the text there, in EMU. captioned: its caption stands above it, in bold. top,
    plot: height above the plot and of the plot that it needs at least, in points, so that its plot
    stands level with those beside it. low: columns and lines are as low as they can be read.
    tallest: points that bars may make a chart high.
    """

    text: int = TEXT_WIDTH
    captioned: bool = False
    top: float = 0.0
    plot: float = 0.0
    low: bool = False
    tallest: float = _TALLEST

    def width(self, chart: Chart) -> float:
        """Width of a chart here, in points: all of the text's, or a share that leaves gutters."""
        count = _BESIDE.get(chart.size, 1)
        return (self.text / EMU_PER_POINT - (count - 1) * GUTTER) / count


PORTRAIT = ChartRoom()


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

    categories: broken into lines once the layout is done. bold: the title is the headline, and not
    a line under the caption. unit: what the values count, '' where title, caption or labels say it;
    unit_at: its place. legend: None for one series, and where names stand at bars or lines. below:
    where the plot may begin.
    """

    width: float
    text_size: float
    title_size: float
    bold: bool
    categories: tuple[str, ...]
    unit: str
    unit_at: Box
    legend: Box | None
    below: float
    scale: ValueScale


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart laid out. horizontal: categories run down the left side.

    gap: between categories, as a percentage of a bar. axis: the value axis has labels and
    gridlines, because not every figure is printed. labelled: bars are thick enough to carry their
    figures. named: the names of the series stand beside their first bars, or at the
    ends of their lines. skip: every how manyth category has its name under it.
    """

    head: Head
    height: float
    horizontal: bool
    plot: Box
    bar: float
    gap: int
    axis: bool
    labelled: bool
    named: bool = False
    skip: int = 1

    @property
    def slot(self) -> float:
        """Width that the name of a category has, in points."""
        if self.horizontal:
            return (self.plot.x - LABEL_GAP) * SNUG
        return self.plot.width * self.skip / len(self.head.categories) - 4


def gap_width(slot: float, bar: float, series: int, apart: int = 0) -> int:
    """Word's gap width: what is left between two groups of bars, as a percentage of one bar.

    apart: what is left between two bars of a group, likewise.
    """
    return max(0, min(500, round((slot / bar - series) * 100) - (series - 1) * apart))


def bars_apart(chart: Chart) -> int:
    """The gap between bars of a group, as a percentage of one: shades do not touch."""
    return _APART if chart.waves and chart.kind != "stacked" else 0
