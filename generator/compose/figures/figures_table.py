"""The figures of a chart as a table, so that nobody has to read them off bars."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from generator.compose.figures.figure_words import (
    cell_at,
    marks_used,
)
from generator.model.document import (
    Alignment,
    Chart,
    Inline,
    Phrase,
    Series,
    Table,
    Text,
    Value,
    phrase,
)
from generator.model.findings import marks_explained
from generator.model.wording.english import capital, quoted
from generator.model.wording.phrases import joined
from generator.model.wording.rounding import is_per_cent, with_unit

Cell = tuple[Inline, ...]

_CATEGORY = "Category"
_LONG_NAME, _SHORT_NAME, _MOST_COLUMNS = 40, 20, 6  # characters, and columns
_MANY_NAMES = 8  # columns whose heads keep whole words
_OWN_UNIT = re.compile(r"\([^()]*[%£€$][^()]*\)$")


class _Sides(NamedTuple):
    """What heads the first column, each row and each other column, and the figures in rows."""

    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: tuple[tuple[Cell, ...], ...]


def figures_table(chart: Chart, heading: str = "") -> Table:
    """The chart's figures: a row for each category, headed by it, a column for each series.

    Many series, and long names of them such as answers in whole sentences, head rows where the
    categories are few and short: over narrow columns they would take many lines. heading: of the
    first column; by default what the chart calls its categories, 'Year' for years, 'Category' for
    all else. The unit stands in the heads of the columns that do not say their own, so cells hold
    bare numbers, or the mark of a withheld one. The caption names the figure where it is numbered
    already.
    """
    sides = _turned(chart) if not heading and _is_turned(chart) else _upright(chart, heading)
    right: Alignment = "right"
    return Table(
        header=tuple(_cell_text(text) for text in (sides.corner, *sides.columns)),
        rows=tuple(
            (_cell_text(name), *figures)
            for name, figures in zip(sides.rows, sides.figures, strict=True)
        ),
        alignments=("left", *(right,) * len(sides.columns)),
        caption=_caption(chart),
        note=joined(phrase(_marks(chart)), chart.note),
        description=phrase(_description(chart, sides)),
        row_headers=True,
        origin=replace(chart.origin, by="program"),
    )


def _upright(chart: Chart, heading: str) -> _Sides:
    years = "Year" if all(map(_is_year, chart.categories)) else ""
    return _Sides(
        heading or chart.heads or years or _CATEGORY,
        chart.categories,
        tuple(_column_head(series.name, chart.unit) for series in chart.series),
        tuple(
            tuple(_figure(chart, series, index) for series in chart.series)
            for index in range(len(chart.categories))
        ),
    )


def _turned(chart: Chart) -> _Sides:
    upright = _upright(chart, "")
    return _Sides(
        "Answer" if chart.ordered else _CATEGORY,
        tuple(series.name for series in chart.series),
        tuple(_column_head(category, chart.unit) for category in chart.categories),
        tuple(zip(*upright.figures, strict=True)),
    )


def _is_turned(chart: Chart) -> bool:
    names, categories = [series.name for series in chart.series], chart.categories
    return (
        len(names) > 1
        and all(names)
        and (max(map(len, names)) > _LONG_NAME or len(names) > _MANY_NAMES)
        and len(categories) <= _MOST_COLUMNS
        and max(map(len, categories)) <= _SHORT_NAME
    )


def _marks(chart: Chart) -> str:
    """What those marks mean that the chart's own note does not explain yet."""
    missing = [mark for mark in marks_used(chart) if f"{mark} " not in chart.note.text]
    return f"{marks_explained(missing)}." if missing else ""


def _is_year(category: str) -> bool:
    return len(category) == 4 and category.isascii() and category.isdigit()


def _column_head(name: str, unit: str) -> str:
    shown = "%" if is_per_cent(unit) else unit
    if not name:
        return capital(shown)
    return capital(name if _OWN_UNIT.search(name) else with_unit(name, shown))


def _cell_text(text: str) -> Cell:
    return (Text(text),)


def _figure(chart: Chart, series: Series, index: int) -> Cell:
    text = cell_at(chart, series, index)
    return (Value(text, series.keys[index]),) if series.keys else (Text(text),)


def _caption(chart: Chart) -> Phrase:
    subject = Phrase((chart.title or chart.caption).pieces)
    if not chart.number:
        return subject
    figure = chart.number if chart.number.startswith("Figure") else f"Figure {chart.number}"
    before, after = f"Figures shown in {figure}, {quoted('|')}".split("|")
    return Phrase((Text(before), *subject.pieces, Text(after)))


def _description(chart: Chart, sides: _Sides) -> str:
    turned = sides.rows != chart.categories
    heads = chart.categories if turned else [one.name for one in chart.series if one.name]
    columns = f" Columns: {', '.join(heads)}." if heads else ""
    withheld = " Some figures are withheld." if marks_used(chart) else ""
    by = f"by {sides.corner.lower()}, in {len(sides.rows)} rows"
    return f"The figures of the chart, {by}.{columns}{withheld}"
