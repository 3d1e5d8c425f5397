"""How the figures of a chart read: as text, as labels, and what stands where one is withheld.

A figure reads '67%', '6.5%', '1,204' or '16.2'; a withheld one reads as its mark, '[c]'. Marks and
their meanings are those of `generator.model.findings.MARKS`.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.model.document import Chart, Series
from generator.model.findings import LOW, NOT_AVAILABLE, marks_explained
from generator.model.wording.rounding import bare_text, figure_text, label_text


def said_at(chart: Chart, series: Series, index: int) -> str:
    """The figure at a category in words: '67%', 'less than 1%'; its mark where it is withheld."""
    return _figure_at(chart, series, index, figure_text)


def cell_at(chart: Chart, series: Series, index: int) -> str:
    """The same for a cell whose column's head has the per cent sign."""
    return _figure_at(chart, series, index, bare_text)


def label_at(chart: Chart, series: Series, index: int) -> str:
    """The same for a label: '<1%'."""
    return _figure_at(chart, series, index, label_text)


def _figure_at(chart: Chart, series: Series, index: int, write: Callable[..., str]) -> str:
    value = series.values[index]
    if value is None:
        return mark_at(series, index)
    return write(value, chart.decimals, chart.unit, is_low_at(series, index))


def is_low_at(series: Series, index: int) -> bool:
    """Whether the figure at a category is a share that is more than 0 and rounds to 0."""
    return series.values[index] is not None and _mark(series, index) == LOW


def mark_at(series: Series, index: int) -> str:
    """The mark that stands at this category: '' where there is a figure.

    A missing figure without a mark reads as '[x]', not available.
    """
    return "" if series.values[index] is not None else _mark(series, index) or NOT_AVAILABLE


def _mark(series: Series, index: int) -> str:
    return series.marks[index] if index < len(series.marks) else ""


def marks_used(chart: Chart) -> tuple[str, ...]:
    """The marks in the chart, each once, in the order in which they are met."""
    marks = (
        mark_at(series, index) for series in chart.series for index in range(len(chart.categories))
    )
    return tuple(dict.fromkeys(mark for mark in marks if mark))


def mark_note(chart: Chart) -> str:
    """'[c] confidential: ...; [z] not applicable.' for the marks in the chart; '' for none."""
    used = marks_used(chart)
    return f"{marks_explained(used)}." if used else ""


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
