"""How the figures of a chart read as text: the one place for charts, alternative text and tables.

A figure reads '67%', '6.5%', '1,204' or '16.2'; a withheld one reads as its mark, '[c]'. Marks and
their meanings are those of `generator.model.findings.MARKS`.
"""

from __future__ import annotations

from generator.model.document import Chart, Series
from generator.model.findings import MARKS
from generator.model.rounding import number_text, rounded_number

PER_CENT_UNITS = frozenset({"per cent", "percent", "%"})
SIGNED_UNITS = frozenset({"points", "percentage points"})
NOT_AVAILABLE = "[x]"


def is_per_cent(unit: str) -> bool:
    """Whether figures of this unit are printed with a per cent sign."""
    return unit.strip().casefold() in PER_CENT_UNITS


def is_signed(unit: str) -> bool:
    """Whether figures of this unit are differences, printed with + or -."""
    return unit.strip().casefold() in SIGNED_UNITS


def published(value: float, decimals: int) -> float:
    """The published figure as a plain number: an int when it has no decimals, never -0."""
    return rounded_number(value, max(decimals, 0))


def figure_text(value: float, decimals: int, unit: str = "") -> str:
    """A figure as it stands in a label: '67%', '+5', '1,204.5' (no unit but the per cent sign)."""
    text = number_text(value, max(decimals, 0))
    sign = "+" if is_signed(unit) and published(value, decimals) >= 0 else ""
    return f"{sign}{text}%" if is_per_cent(unit) else f"{sign}{text}"


def mark_at(series: Series, index: int) -> str:
    """The mark that stands at this category: '' where there is a figure.

    A missing figure without a mark reads as '[x]', not available.
    """
    if series.values[index] is not None:
        return ""
    mark = series.marks[index] if index < len(series.marks) else ""
    return mark or NOT_AVAILABLE


def marks_used(chart: Chart) -> tuple[str, ...]:
    """The marks in the chart, each once, in the order of MARKS and then of appearance."""
    found = dict.fromkeys(
        mark_at(series, index)
        for series in chart.series
        for index in range(len(chart.categories))
        if series.values[index] is None
    )
    known = [mark for mark in MARKS if mark in found]
    return tuple(known + [mark for mark in found if mark not in MARKS])


def mark_note(chart: Chart) -> str:
    """'[c] confidential: ...; [z] not applicable.' for the marks in the chart; '' for none."""
    notes = [f"{mark} {MARKS[mark]}" if mark in MARKS else mark for mark in marks_used(chart)]
    return "; ".join(notes) + "." if notes else ""


def marked_categories(chart: Chart) -> tuple[str, ...]:
    """The categories as a reader sees them: where figures are withheld, the mark stands beside.

    'Duty [c]' when every series has the same mark there, 'Duty (2021: [c])' when one of many has.
    """
    return tuple(_marked(chart, index) for index in range(len(chart.categories)))


def _marked(chart: Chart, index: int) -> str:
    category = chart.categories[index]
    marks = [mark_at(series, index) for series in chart.series]
    if not any(marks):
        return category
    if all(marks) and len(set(marks)) == 1:
        return f"{category} {marks[0]}"
    pairs = zip(chart.series, marks, strict=True)
    named = [f"{series.name}: {mark}" for series, mark in pairs if mark]
    return f"{category} ({'; '.join(named)})"
