"""Change between waves: from unrounded figures, in words that agree with what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.findings import Change, Estimate, Findings
from generator.model.wording.rounding import number_text

from .. import makers
from ..makers import finding, findings_of, percent, problems, said


def two(earlier: float, later: float, **more: object) -> Findings:
    """Findings with one finding sw.x of 2021 and 2022."""
    estimates = [Estimate("2021", earlier, 1000, 0), Estimate("2022", later, 1000, 0)]
    return findings_of(finding("sw.x", estimates, **more))


def test_the_difference_is_of_unrounded_figures() -> None:
    found = two(78.6, 67.4)
    assert said("sw.x.points", found) == "11 percentage points lower"
    assert said("sw.x.change", found) == "down from 79% in 2021"


def test_a_change_within_the_threshold_is_similar() -> None:
    assert said("sw.x.change", two(66.0, 67.0)) == "similar to 66% in 2021"
    assert said("sw.x.change", two(66.0, 67.1)) == "up from 66% in 2021"
    assert said("sw.x.points", two(66.0, 67.0)) == "about the same"


def test_figures_that_print_the_same_never_change() -> None:
    found = two(20.01, 20.04, measure="mean", unit="hours", decimals=1)
    assert said("sw.x.change", found) == "similar to 20.0 in 2021"
    assert said("sw.x.direction", found) == "same"


def test_one_is_singular() -> None:
    assert said("sw.x.difference", two(50.0, 51.2)) == "1 percentage point"
    found = two(7.0, 8.0, measure="mean", unit="hours", decimals=1)
    assert said("sw.x.points", found) == "1 hour higher"


def test_a_declared_change_is_used_where_there_is_one() -> None:
    found = two(50.0, 60.0, changes=(Change("2021", "2022", 9.4),))
    assert said("sw.x.points", found) == "9 percentage points higher"


@pytest.mark.parametrize("part", ["change", "points", "compared", "trend", "significance"])
def test_a_change_of_other_questions_or_answers_is_refused(part: str) -> None:
    found = two(50.0, 60.0, changes=(Change("2021", "2022", None),))
    ((_, what),) = problems(f"{{{{ sw.x.{part} }}}}", found)
    assert "sw.x is not made of the same questions and answers in 2021 and 2022" in what


def test_a_change_from_a_withheld_wave_names_that_wave() -> None:
    found = findings_of(percent("sw.x", {"2021": (None, None), "2022": (50, 94)}))
    ((_, what),) = problems("{{ sw.x.change }}", found)
    assert what.startswith("sw.x of 2021 may not be published")


def test_a_first_wave_has_no_change() -> None:
    ((_, what),) = problems("{{ sw.workload_manageable[2019].change }}")
    assert what == (
        "sw.workload_manageable has no figure of a wave before 2019, so it has no change;"
        " leave the change out"
    )


def test_a_wave_in_which_it_was_not_asked_is_passed_over() -> None:
    estimates = [
        Estimate("2020", 40.0, 100),
        Estimate("2021", None, None, mark="[x]"),
        Estimate("2022", 60.0, 100),
    ]
    found = findings_of(finding("sw.x", estimates))
    assert said("sw.x.change", found) == "up from 40% in 2020"
    assert said("sw.x.trend", found) == "60% in 2022 and 40% in 2020"


def test_a_trend_with_a_withheld_wave_offers_the_others() -> None:
    found = findings_of(percent("sw.x", {"2020": (40, 94), "2021": (None, None), "2022": (50, 94)}))
    ((_, what),) = problems("{{ sw.x.trend }}", found)
    assert "name the waves: .trend_of(2022, 2020)" in what
    assert said("sw.x.trend_of(2022, 2020)", found) == "53% in 2022 and 43% in 2020"


@pytest.mark.parametrize("wave", ["2022", "2023", '"x"'])
def test_since_needs_an_earlier_wave(wave: str) -> None:
    assert len(problems(f"{{{{ sw.consulted.since({wave}).change }}}}")) == 1


def test_significance_needs_a_test_that_bears_it() -> None:
    tested = Change("2021", "2022", -11.0, p=0.01, tested=True)
    assert said("sw.x.significance", two(78, 67, changes=(tested,))) == "significantly lower"
    untested = Change("2021", "2022", -11.0, p=0.01, tested=False)
    ((_, what),) = problems("{{ sw.x.significance }}", two(78, 67, changes=(untested,)))
    assert "no test was made" in what
    weak = Change("2021", "2022", -11.0, p=0.05, tested=True)
    ((_, what),) = problems("{{ sw.x.significance }}", two(78, 67, changes=(weak,)))
    assert "is not significant (p = 0.05)" in what


def test_a_change_knows_both_its_waves() -> None:
    (value,) = makers.content("{{ sw.workload_manageable.since(2019).change }}")
    assert value.key == "sw.workload_manageable.change@2019..2022"  # type: ignore[union-attr]


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_words_for_change_never_contradict_the_printed_figures(a: int, b: int) -> None:
    found = two(a / 10, b / 10)
    text = said("sw.x.change", found)
    if text.startswith("up"):
        assert b > a
        assert number_text(b / 10) != number_text(a / 10)
    elif text.startswith("down"):
        assert b < a
        assert number_text(b / 10) != number_text(a / 10)
    else:
        assert abs(b - a) <= 10
