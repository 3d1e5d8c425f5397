"""The figures of a chart as a table, so that nobody has to read them off bars."""

from __future__ import annotations

from dataclasses import replace

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
from generator.model.wording.english import capital
from generator.model.wording.phrases import joined
from generator.model.wording.rounding import is_per_cent


def figures_table(chart: Chart, heading: str = "") -> Table:
    """The chart's figures: a row for each category, headed by it, a column for each series.

    heading: of the first column; by default 'Year' for years, 'Category' for all else. The unit
    stands in the heads of the columns, so cells hold bare numbers, or the mark of a withheld one.
    The caption names the figure where it is numbered already.
    """
    corner = heading or ("Year" if all(map(_is_year, chart.categories)) else "Category")
    header = [corner, *(_column_head(series, chart.unit) for series in chart.series)]
    right: Alignment = "right"
    return Table(
        header=tuple(_cell_text(text) for text in header),
        rows=tuple(
            (_cell_text(category), *(_figure(chart, series, index) for series in chart.series))
            for index, category in enumerate(chart.categories)
        ),
        alignments=("left", *(right,) * len(chart.series)),
        caption=_caption(chart),
        note=joined(phrase(_marks(chart)), chart.note),
        description=phrase(_description(chart, corner)),
        row_headers=True,
        origin=replace(chart.origin, by="program"),
    )


def _marks(chart: Chart) -> str:
    """What those marks mean that the chart's own note does not explain yet."""
    missing = [mark for mark in marks_used(chart) if f"{mark} " not in chart.note.text]
    return f"{marks_explained(missing)}." if missing else ""


def _is_year(category: str) -> bool:
    return len(category) == 4 and category.isascii() and category.isdigit()


def _column_head(series: Series, unit: str) -> str:
    shown = "%" if is_per_cent(unit) else unit
    if not shown:
        return series.name
    return f"{series.name} ({shown})" if series.name else capital(shown)


def _cell_text(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def _figure(chart: Chart, series: Series, index: int) -> tuple[Inline, ...]:
    text = cell_at(chart, series, index)
    return (Value(text, series.keys[index]),) if series.keys else (Text(text),)


def _caption(chart: Chart) -> Phrase:
    subject = Phrase((chart.title or chart.caption).pieces)
    if not chart.number:
        return subject
    figure = chart.number if chart.number.startswith("Figure") else f"Figure {chart.number}"
    return joined(phrase(f"Figures shown in {figure}"), subject, between=": ")


def _description(chart: Chart, corner: str) -> str:
    names = [series.name for series in chart.series if series.name]
    columns = f" Columns: {', '.join(names)}." if names else ""
    withheld = " Some figures are withheld." if marks_used(chart) else ""
    rows = len(chart.categories)
    return f"The figures of the chart, by {corner.lower()}, in {rows} rows.{columns}{withheld}"
