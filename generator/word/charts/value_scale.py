"""The value axis: from zero, to 100 for per cents, else to a round number over all values."""

from __future__ import annotations

import math

from generator.compose.figures.figure_words import is_low_at, label_at
from generator.model.document import Chart, Series
from generator.model.frozen import dataclass
from generator.model.wording.rounding import MINUS, is_per_cent, is_signed, rounded_number

# A chart of small per cents may stop before 100, where it is not beside others of its kind.
_SMALL, _SMALL_LINES = 45.0, 75.0
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Axis from minimum to maximum with a tick at each step, in the chart's unit.

    ratio: the axis is the share of a whole, which Word counts from 0 to 1 and not to 100.
    """

    minimum: float
    maximum: float
    step: float
    ratio: bool = False

    def position(self, value: float) -> float:
        """Where a value lies on the axis: 0 at its minimum, 1 at its maximum."""
        return (value - self.minimum) / (self.maximum - self.minimum)


def value_scale(chart: Chart) -> ValueScale:
    """The axis of a chart. Stacks run to the whole, or to the greatest sum where parts miss."""
    if chart.kind == "stacked":
        return _stack_scale(chart)
    values = [
        cell_value(value, chart)
        for series in chart.series
        for value in series.values
        if value is not None
    ]
    highest, lowest = max(values, default=0.0), min(values, default=0.0)
    in_hundred = lowest >= 0 and highest <= 100
    if in_hundred and is_per_cent(chart.unit):
        most = _SMALL_LINES if chart.kind == "line" else _SMALL
        small = chart.size == "full" and 0 < highest <= most
        return _nice(0, highest) if small else ValueScale(0, 100, 20)
    if in_hundred and chart.unit.strip().casefold() == "index":
        return ValueScale(0, 100, 20)
    return _nice(min(lowest, 0.0), max(highest, 0.0))


def _stack_scale(chart: Chart) -> ValueScale:
    if is_whole(chart):
        return ValueScale(0, 100, 20, ratio=True)
    sums = [
        sum(max(cell_value(series.values[index] or 0.0, chart), 0) for series in chart.series)
        for index in range(len(chart.categories))
    ]
    if is_per_cent(chart.unit) and max(sums) <= 103:
        return ValueScale(0, 100, 20)
    return _nice(0, max(sums))


def is_whole(chart: Chart) -> bool:
    """Whether every stack holds all its parts: per cents that add up to 100 but for rounding.

    Only then may Word draw shares of the sum: with a part withheld, the others would be stretched
    and the withheld one could be read off the axis all the same. Rows withheld altogether do not
    count. Source of the tolerance: each of n rounded parts is off by half a unit at most.
    """
    if not is_per_cent(chart.unit):
        return False
    tolerance = len(chart.series) * 0.5 * 10 ** -max(chart.decimals, 0) + 1e-9
    for index in range(len(chart.categories)):
        row = [series.values[index] for series in chart.series]
        parts = [value for value in row if value is not None]
        if not parts:
            continue
        if len(parts) < len(row) or min(parts) < 0 or abs(sum(parts) - 100) > tolerance:
            return False
    return True


def _nice(lowest: float, highest: float) -> ValueScale:
    """Round numbers round both ends, with four to six steps between them."""
    span = (highest - lowest) or 1.0
    size = 10 ** math.floor(math.log10(span / 5))
    step = next(size * part for part in _STEPS if span / (size * part) <= 5.5)
    top = math.ceil(highest * 1.02 / step - 1e-9) * step if highest > 0 else 0.0
    bottom = math.floor(lowest * 1.02 / step + 1e-9) * step if lowest < 0 else 0.0
    if top == bottom:
        top = bottom + step
    return ValueScale(round(bottom, 10), round(top, 10), round(step, 10))


def number_format(chart: Chart, decimals: int | None = None) -> str:
    """The number format of labels, cells and axis: '0"%"', '0.0', '#,##0', '+0;"−"0;0'."""
    places = chart.decimals if decimals is None else decimals
    digits = "0" + ("." + "0" * places if places else "")
    if is_per_cent(chart.unit):
        return _with_minus(f'{digits}"%"', chart)
    if is_signed(chart.unit):
        return f'+{digits};"{MINUS}"{digits};{digits}'
    return _with_minus(f"#,##{digits}", chart)


def _with_minus(form: str, chart: Chart) -> str:
    """The format, with the minus of the text where a figure is negative: Word's is a hyphen."""
    values = (value for series in chart.series for value in series.values)
    below = any(value is not None and value < 0 for value in values)
    return f'{form};"{MINUS}"{form}' if below else form


def point_format(chart: Chart, series: Series, index: int) -> str:
    """The number format of one label and its cell: the chart's, or '"<1%"' for what is not quite 0.

    What reads otherwise than its number is one piece of text, so that it shows whatever the number.
    """
    if is_low_at(series, index):
        return f'"{label_at(chart, series, index)}"'
    return number_format(chart)


def axis_format(chart: Chart, scale: ValueScale) -> str:
    """The number format of the axis: as the labels', with no more decimals than its steps need."""
    if scale.ratio:
        return "0%"
    places = next((n for n in range(4) if round(scale.step, n) == scale.step), 4)
    return number_format(chart, places)


def plain_number(value: float) -> str:
    """A number as the schema wants it: '20', '0.25', never in powers of ten."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return text or "0"


def cell_value(value: float, chart: Chart) -> float | int:
    """The published figure that both the workbook's cell and the chart's cache hold."""
    return rounded_number(value, chart.decimals)
