"""What values are worked out from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.compose.figures.figure_facts import FactsOf
from generator.model.findings import NO_FINDINGS, Change, Estimate, Finding
from generator.model.issues import Where
from generator.model.release.explained import FigureFacts
from generator.model.report import SourcedFigure

STRESS = Finding(
    "sw.stress",
    "shares",
    "sw",
    "Stress",
    "Per cent of social workers by answer.",
    "per cent",
    0,
    ("2021", "2022"),
    "2022",
    ("stress",),
    {"stress": "How often are you stressed?"},
    (
        Estimate("2021", 10.0, 1200, 120, "Never"),
        Estimate("2022", 20.0, 100, 20, "Never", low=13.0, high=29.0),
        Estimate("2022", 30.0, 100, 30, "Rarely"),
        Estimate("2022", None, None, None, "Often", mark="[c]"),
    ),
    (Change("2021", "2022", 10.0, 3.0, 17.0, 0.01, tested=True, category="Never"),),
)
FACTS = FactsOf(
    replace(NO_FINDINGS, cohorts={"sw": "social workers"}, items={"sw.stress": STRESS}),
    {"rate": SourcedFigure("rate", "20%", "The Department", Where("r.yaml"), date(2022, 9, 30))},
)


def facts(key: str) -> FigureFacts:
    return FACTS.facts(key)


def test_the_interval_of_a_figure_is_told() -> None:
    found = facts('sw.stress["Never"].percent@2022')
    assert (found.counted, found.count, found.base) == (("Never",), "20", "100")
    assert found.interval == "95% interval: 13% to 29%"


def test_of_a_change_both_waves_and_the_interval_of_the_difference_are_told() -> None:
    found = facts('sw.stress["Never"].points@2021..2022')
    assert found.base == "1,200 (2021), 100 (2022)"
    assert found.interval == "95% interval of the difference: +3 to +17 percentage points"


def test_answers_together_have_their_counts_together() -> None:
    found = facts('sw.stress.any_of("Never", "Rarely").percent@2022')
    assert (found.count, found.base) == ("50", "100")


def test_answers_together_have_no_count_where_one_of_them_is_withheld() -> None:
    found = facts('sw.stress.any_of("Never", "Often").percent@2022')
    assert (found.count, found.base) == ("", "")


def test_a_withheld_figure_has_only_its_mark() -> None:
    found = facts('sw.stress["Often"].figure@2022')
    assert (found.count, found.base, found.interval) == ("", "", "")
    assert found.mark.startswith("[c] confidential")


@pytest.mark.parametrize(
    ("key", "kind", "source"),
    [
        ("sourced.rate.value", "sourced", "The Department, 30 September 2022"),
        ("file:tables/posts.csv", "sourced", "a table of the council's"),
        ("report.budget", "typed", ""),
        ("survey.wave", "text", ""),
        ("sw.stress.title@2022", "words", ""),
        ("sw.stress.chart", "words", ""),
    ],
)
def test_other_values_are_told_apart(key: str, kind: str, source: str) -> None:
    assert (facts(key).kind, facts(key).source) == (kind, source)
