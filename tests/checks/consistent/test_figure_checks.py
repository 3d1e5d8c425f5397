"""What a paper says of figures; the defects of the seeds among them."""

from __future__ import annotations

import pytest

from generator.checks.consistent.claim_checks import check_claims, check_from_to, check_loose_words
from generator.checks.consistent.repeated_figures import check_figures_twice
from generator.checks.consistent.share_checks import (
    check_attainable,
    check_impossible,
    check_points,
    check_precision,
    check_signs,
)
from generator.checks.consistent.total_checks import check_totals
from generator.checks.held import Check
from tests.checks.papers import paper, table, text, told


@pytest.mark.parametrize(
    ("check", "rule", "words"),
    [
        (
            check_claims,
            "impossible",
            "Of the 101 people who replied, 101 people replied and 33.4% agreed.",
        ),
        (check_claims, "quantifier", "Most (23%) agree."),
        (check_claims, "quantifier", "A third (20%) of staff agree."),
        (check_claims, "quantifier", "Almost all (60%) agree."),
        (check_claims, "direction", "The share rose from 5% to 3%."),
        (check_from_to, "direction", "The number doubled from 10 to 15."),
        (check_from_to, "direction", "The number doubled, from 40 to 65."),
        (check_attainable, "share-of-base", "Of the 10 carers who replied, 33% were content."),
        (check_attainable, "share-of-base", "Of 7 foster carers, 14.2% agreed."),
        (check_from_to, "direction", "Caseloads fell from 14.2 to 16."),
        (check_impossible, "impossible", "It is said by 120 of 100 people."),
        (check_impossible, "impossible", "That is 130% of respondents."),
        (check_impossible, "impossible", "Of 412 members, 530 agreed with it."),
        (check_precision, "precision", "36.1% agree, and 1.68% do not."),
        (check_points, "points", "It rose from 40% to 52%, a rise of 12%."),
        (check_points, "points-unclear", "The response rate decreased by around 12%."),
    ],
)
def test_what_cannot_be_is_found(check: Check, rule: str, words: str) -> None:
    assert [found for found, _ in told(check, paper(text(words)))] == [rule]


@pytest.mark.parametrize(
    "words",
    [
        "94 of 268 replied (35%). Most (78%) agree, up from 66% in 2021.",
        "The number doubled from 10 to 21, and fell from 2019 to 2021.",
        "Of the 412 members, 247 agreed; of 12 teams, 2022 saw the best.",
        "Spending was 120% of the budget, on 12 of 31 days in 20 of the teams.",
        "It rose from 40% to 52%, by 12 percentage points.",
        "Spending rose by 12%.",
        "Of the 10 carers who replied, 30% agree; of 268 staff, 35% do.",
        "Of 8 carers, 12% agree, and of 8 carers, 13%; of 12 members, 31% of the seats are new.",
        "It rose from 5% to 12%. Of these, 100% and 36.5% agree.",
    ],
)
def test_what_can_be_is_right(words: str) -> None:
    checks = (
        check_claims, check_from_to, check_attainable, check_impossible, check_points,
        check_precision,
    )  # fmt: skip
    assert [one for check in checks for one in told(check, paper(text(words)))] == []


def test_a_list_is_rounded_alike_and_each_figure_has_its_sign() -> None:
    items = ("Supervision (36.1%)", "Caseload (12.5%)", "Training (1.68%)", "Other 0.8")
    found = told(check_precision, paper(*(text(words, "item") for words in items)))
    assert found == [("precision", "Training (1.68%)"), ("precision", "Other 0.8")]


def test_words_for_proportions_that_follow_no_scale_are_told() -> None:
    one = paper(text("The vast majority (82%) agree."), text("Most (88%) are content."))
    assert told(check_loose_words, one) == [("loose-words", "The vast majority (82%) agree.")]


def test_the_same_said_twice_with_two_figures_is_found() -> None:
    first = text("67% of social workers are satisfied with their supervision.")
    other = text("Social workers are satisfied with their supervision: 68%.")
    elsewhere = text("67% of social workers are satisfied with their managers.")
    assert told(check_figures_twice, paper(first, elsewhere, first)) == []
    assert told(check_figures_twice, paper(first, other)) == [("figure-twice", other.text)]
    rates = (text("The response rate was 35%."), text("The response rate of 36%."))
    assert [rule for rule, _ in told(check_figures_twice, paper(*rates))] == ["figure-twice"]


def test_one_of_several_figures_that_differs_is_found() -> None:
    first = text("Visits to the four libraries rose from 51,200 to 60,400.")
    one, both = "Visits to the four libraries rose from 51,200 to 64,000.", "from 70 to 80."
    assert [rule for rule, _ in told(check_figures_twice, paper(first, text(one)))] == [
        "figure-twice"
    ]
    other = text(f"Visits to the four libraries rose {both}")
    assert told(check_figures_twice, paper(first, first, other)) == []


def test_one_spelling_of_the_sign_is_kept_to() -> None:
    one = paper(text("35% agree."), text("36% agree."), text("40 per cent do not."))
    assert told(check_signs, one) == [("per-cent", "40 per cent")]


def test_a_total_is_the_sum_of_its_parts() -> None:
    rows = [
        ("Team", "2021", "2022"),
        ("North", "10", "12"),
        ("South", "11", "13"),
        ("Total", "21", "26"),
    ]
    assert told(check_totals, table(rows)) == [("total", "26")]
    right = [*rows[:3], ("Total", "21", "25")]
    assert told(check_totals, table(right)) == []
    shares = [
        ("", "Share"),
        ("Yes", "33.3%"),
        ("No", "33.3%"),
        ("Perhaps", "33.3%"),
        ("Total", "100.0%"),
    ]
    assert told(check_totals, table(shares)) == []


@pytest.mark.parametrize("head", ["Change (%)", "Change, per cent", "Average rent (£)", "Index"])
def test_the_rate_of_the_whole_is_no_sum(head: str) -> None:
    rows = [
        ("Budget", "2024", head),
        ("Repairs", "4,210", "5.0"),
        ("Roofs", "11,020", "12.1"),
        ("Total", "15,230", "9.9"),
    ]
    assert told(check_totals, table(rows)) == []
    in_cells = [(a, b, f"{c}%" if c != head else "Growth") for a, b, c in rows]
    assert told(check_totals, table(in_cells)) == []


def test_shares_that_end_in_a_hundred_are_added_up() -> None:
    rows = [("Team", "Share (%)"), ("North", "40"), ("South", "50"), ("Total", "100")]
    assert told(check_totals, table(rows)) == [("total", "100")]


def test_a_column_named_total_is_the_sum_of_its_row() -> None:
    rows = [
        ("Team", "Men", "Women", "Total"),
        ("North", "10", "12", "22"),
        ("South", "11", "13", "25"),
    ]
    assert told(check_totals, table(rows)) == [("total", "25")]
