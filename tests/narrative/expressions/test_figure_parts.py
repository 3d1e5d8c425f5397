"""Figures of one wave: their level, base and words."""

from __future__ import annotations

import pytest

from generator.model.findings import Estimate
from generator.model.narrative import QuantifierScale, QuantifierStep, Words

from .. import makers
from ..makers import health_check, percent, problems, said


def only(count: int, base: int, **more: object) -> str:
    """The per cent of a finding with one figure."""
    found = percent("sw.x", {"2022": (count, base)}, **more)
    return said("sw.x.percent", makers.findings_of(found))


@pytest.mark.parametrize(
    ("count", "base", "decimals", "text"),
    [
        (23, 40, 0, "58%"),  # 57.5 on paper, 57.49999999999999 in the computer
        (1, 8, 0, "13%"),
        (1, 80, 1, "1.3%"),
        (1, 3, 0, "33%"),
        (94, 94, 0, "100%"),
        (0, 94, 0, "0%"),
        (1, 400, 0, "less than 1%"),
        (1, 4000, 1, "less than 0.1%"),
    ],
)
def test_per_cents_are_rounded_half_up(count: int, base: int, decimals: int, text: str) -> None:
    assert only(count, base, decimals=decimals) == text


def test_large_counts_have_commas() -> None:
    found = makers.findings_of(percent("sw.x", {"2022": (1234, 5678)}))
    assert said("sw.x.out_of", found) == "1,234 of 5,678"


def test_a_count_that_is_not_published_is_refused() -> None:
    estimate = Estimate("2022", 40.0, 20, None)
    found = makers.findings_of(makers.finding("sw.x", [estimate]))
    ((line, what),) = problems("{{ sw.x.count }}", found)
    assert line == 2
    assert "sw.x has no count that may be published" in what


def test_all_is_only_said_where_nobody_is_left_out() -> None:
    found = makers.findings_of(percent("sw.x", {"2022": (399, 400)}))
    assert said("sw.x.proportion", found) == "almost all (100%)"
    whole = makers.findings_of(percent("sw.x", {"2022": (400, 400)}))
    assert said("sw.x.proportion", whole) == "all (100%)"


def test_none_is_only_said_where_there_is_nobody() -> None:
    found = makers.findings_of(percent("sw.x", {"2022": (1, 400)}))
    assert said("sw.x.proportion", found) == "fewer than one in ten (less than 1%)"
    nobody = makers.findings_of(percent("sw.x", {"2022": (0, 400)}))
    assert said("sw.x.proportion", nobody) == "none (0%)"


def test_a_weighted_share_that_comes_rounded_to_nothing_is_not_told_as_nothing() -> None:
    rounded = makers.finding("sw.x", [Estimate("2022", 0.0, 400, mark="[low]")])
    found = makers.findings_of(rounded)
    assert said("sw.x.percent", found) == "less than 1%"
    assert said("sw.x.value", found) == "less than 1"
    assert said("sw.x.proportion", found) == "fewer than one in ten (less than 1%)"


def test_weighted_answers_that_round_to_nothing_are_not_nothing_together() -> None:
    estimates = [
        Estimate("2022", value, 400, category=name, mark=mark)
        for name, value, mark in (("A", 0.0, "[low]"), ("B", 0.0, None), ("C", 100.0, None))
    ]
    shares = makers.finding("sw.x", estimates, measure="shares", categories=("A", "B", "C"))
    found = makers.findings_of(shares)
    assert said('sw.x.any_of("A", "B").percent', found) == "less than 1%"
    assert said('sw.x.any_of("B").percent', found) == "0%"


def test_the_word_goes_by_the_figure_as_printed() -> None:
    found = makers.findings_of(percent("sw.x", {"2022": (746, 1000)}, scale="education-scotland"))
    assert said("sw.x.proportion", found) == "most (75%)"


def test_a_scale_can_switch_the_number_off() -> None:
    scale = QuantifierScale("s", (QuantifierStep("some", 0),), {}, number_beside=False)
    assert said("sw.leaving.proportion", words=Words("s", {"s": scale})) == "some"


def test_a_scale_that_is_not_there_is_a_problem() -> None:
    found = makers.findings_of(percent("sw.x", {"2022": (3, 40)}, scale="offsted"))
    ((_, what),) = problems("{{ sw.x.proportion }}", found)
    assert "did you mean 'ofsted'?" in what


def test_a_share_without_a_word_is_a_problem() -> None:
    scale = QuantifierScale("s", (QuantifierStep("most", 90),), {})
    ((_, what),) = problems("{{ sw.leaving.proportion }}", words=Words("s", {"s": scale}))
    assert "no word for 6.4%" in what


def test_a_mean_has_no_word_for_its_proportion() -> None:
    ((_, what),) = problems("{{ sw.hours_over.proportion }}")
    assert "is not a per cent" in what


def test_a_negative_net_has_a_true_minus_sign() -> None:
    assert said("sw.balance[2021].net") == "−4"


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("sw.balance.net", "+12"),
        ("sw.balance.figure", "+12"),
        ("sw.balance.compared", "+12 compared with −4 in 2021"),
        ("sw.balance[2021].figure", "−4"),
        ("sw.balance.value", "12"),
    ],
)
def test_a_net_share_reads_the_same_in_every_part(expression: str, text: str) -> None:
    assert said(expression) == text


@pytest.mark.parametrize(
    "expression",
    ["percent", "full", "out_of", "count", "base", "value", "figure", "proportion", "interval"],
)
def test_no_part_of_a_withheld_figure_is_printed(expression: str) -> None:
    ((line, what),) = problems(f"{{{{ sw.small.{expression} }}}}")
    assert line == 2
    assert what.startswith("sw.small of 2022 may not be published ([c] confidential")
    assert "the figure of 2021 can be quoted" in what


def test_a_withheld_group_offers_the_groups_that_can_be_quoted() -> None:
    ((_, what),) = problems('{{ sw.by_service.group("Court").percent }}')
    assert "the groups Duty and Safeguarding can be quoted" in what


def test_a_figure_that_was_never_asked_for_says_where_there_are_any() -> None:
    estimates = [Estimate("2021", 50.0, 40, 20), Estimate("2022", None, None, mark="[x]")]
    found = makers.findings_of(makers.finding("sw.x", estimates))
    ((_, what),) = problems("{{ sw.x.percent }}", found)
    assert what == "sw.x has no figure of 2022; there are figures of 2021"


def test_a_value_knows_what_it_was_computed_from() -> None:
    (value,) = makers.content('{{ sw.stress[2021]["Never"].percent }}')
    assert value.key == 'sw.stress["Never"].percent@2021'  # type: ignore[union-attr]
    assert type(value.text) is str  # type: ignore[union-attr]


def test_the_question_is_that_of_the_finding() -> None:
    assert said("sw.workload_manageable.question") == "My workload is manageable"
    ((_, what),) = problems("{{ sw.consulted.question }}")
    assert "is not of one question" in what


def test_a_wave_and_an_answer_may_stand_in_any_order() -> None:
    assert said('sw.stress["Never"][2021].percent') == said('sw.stress[2021]["Never"].percent')


def test_findings_are_the_same_for_every_spelling_of_a_name() -> None:
    assert said('sw["leaving"].percent', health_check()) == said("sw.leaving.percent")


def test_a_weighted_share_stands_with_its_base_and_not_with_a_count() -> None:
    weighted = makers.finding("sw.x", [Estimate("2022", 49.2, 145)])
    assert said("sw.x.full", makers.findings_of(weighted)) == "49% (weighted; base 145)"
