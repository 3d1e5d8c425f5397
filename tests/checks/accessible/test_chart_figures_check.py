"""The figures of charts as a table or text."""

from __future__ import annotations

from dataclasses import replace

from generator.checks.accessible.chart_figures_check import check_chart_figures
from generator.model.release.paper import PaperChart, PaperDrawing, PaperSeries
from tests.checks.papers import drawn, table, text, told

SERIES = PaperSeries("2022", ("Duty", "Court"), (0.354, 1204.0))
CHART = PaperDrawing("chart", 1, "Chart 1", chart=PaperChart("c", "Replies", series=(SERIES,)))


def test_figures_that_stand_nowhere_are_found() -> None:
    found = told(check_chart_figures, drawn(CHART, text("Figure 1: Replies", "caption")))
    assert found == [("chart-figures", "Figure 1: Replies")]


def test_figures_in_the_alternative_text_or_beside_the_chart_are_enough() -> None:
    assert not told(check_chart_figures, drawn(replace(CHART, alternative="Duty 35%, Court 1,204")))
    assert not told(check_chart_figures, drawn(CHART, text("Duty has 35.4% and Court 1,204.")))


def test_figures_in_a_table_anywhere_are_enough() -> None:
    rows = [["Team", "Replies"], ["Duty", "35"], ["Court", "1,204"]]
    assert not told(check_chart_figures, replace(table(rows), drawings=(replace(CHART, text=0),)))
