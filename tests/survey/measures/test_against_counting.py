"""Measures against the plainest possible counting of the same rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.findings import Estimate
from tests.survey.made import AGREEMENT, answers, codebook, computed, question

OPEN = (
    "disclosure: {minimum_base: 0, minimum_base_breakdown: 0, minimum_cell: 0, "
    "minimum_cell_breakdown: 0, unreliable_base: 0}\n"
)
TEAMS = ("Duty", "Care", "Court")
BOOK = codebook(
    [
        question("m"),
        question("n"),
        question("back", reversed=True),
        question("team", "single", TEAMS),
        question("tools", "multi", ("Phone", "Car", "Desk")),
        question("cases", "number"),
    ],
    sent=None,
)
SCORES = dict(zip(AGREEMENT.options, AGREEMENT.scores, strict=True))
agreement = st.sampled_from([*AGREEMENT.options, None, -2, -3])
rows = st.lists(
    st.fixed_dictionaries(
        {
            "m": agreement,
            "n": agreement,
            "back": agreement,
            "team": st.sampled_from([*TEAMS, None]),
            "tools": st.lists(st.sampled_from(("Phone", "Car", "Desk")), unique=True),
            "cases": st.one_of(st.none(), st.integers(0, 60)),
        }
    ),
    min_size=1,
    max_size=40,
)
usual = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Row = dict[str, Any]


def estimates(entry: str, found: Sequence[Row]) -> list[Estimate]:
    yaml = f"{OPEN}findings: {{sw: {{x: {entry}}}}}"
    return list(computed(BOOK, yaml, answers(BOOK, found)).items["sw.x"].estimates)


def share(found: Sequence[Row], asked: str, fits: Callable[[Any], bool]) -> tuple[int, int]:
    given_answers = [row[asked] for row in found if isinstance(row[asked], str)]
    return sum(fits(answer) for answer in given_answers), len(given_answers)


def same(estimate: Estimate, count: int, base: int) -> None:
    if not base:
        assert (estimate.value, estimate.mark) == (None, "[x]")
        return
    assert (estimate.count, estimate.base) == (count, base)
    assert estimate.value == pytest.approx(100 * count / base)


@usual
@given(rows)
def test_shares(found: list[Row]) -> None:
    for one in estimates("{measure: shares, question: m}", found):
        same(one, *share(found, "m", lambda answer, c=one.category: answer == c))
    (one,) = estimates("{measure: top_box, question: m}", found)
    same(one, *share(found, "m", lambda answer: answer in AGREEMENT.options[:2]))
    (one,) = estimates("{measure: top_box, question: back}", found)
    same(one, *share(found, "back", lambda answer: answer in AGREEMENT.options[3:]))


@usual
@given(rows)
def test_breakdowns_and_filters(found: list[Row]) -> None:
    for one in estimates("{measure: percent, question: m, options: [Agree], by: team}", found):
        part = [row for row in found if row["team"] == one.group]
        same(one, *share(part, "m", lambda answer: answer == "Agree"))
    (one,) = estimates("{measure: top_box, question: m, where: {team: [Duty, Court]}}", found)
    part = [row for row in found if row["team"] in ("Duty", "Court")]
    same(one, *share(part, "m", lambda answer: answer in AGREEMENT.options[:2]))
    (one,) = estimates("{measure: top_box, question: m, where: {tools: Car, team: Duty}}", found)
    part = [row for row in found if row["team"] == "Duty" and "Car" in row["tools"]]
    same(one, *share(part, "m", lambda answer: answer in AGREEMENT.options[:2]))


@usual
@given(rows)
def test_several_answers(found: list[Row]) -> None:
    chose = [row["tools"] for row in found if row["tools"]]
    for one in estimates("{measure: multi, question: tools}", found):
        same(one, sum(one.category in tools for tools in chose), len(chose))


@usual
@given(rows)
def test_numbers(found: list[Row]) -> None:
    for team, one in zip(
        TEAMS, estimates("{measure: mean, question: cases, by: team}", found), strict=True
    ):
        numbers = [r["cases"] for r in found if r["team"] == team and r["cases"] is not None]
        if numbers:
            assert one.value == pytest.approx(sum(numbers) / len(numbers))
            assert one.base == len(numbers)
        else:
            assert one.mark == "[x]"
    numbers = sorted(r["cases"] for r in found if r["cases"] is not None)
    (one,) = estimates("{measure: median, question: cases}", found)
    if numbers:
        half = len(numbers) // 2
        assert one.value == (numbers[half] + numbers[-half - 1]) / 2


@usual
@given(rows, st.sampled_from(["all", "half", "any"]))
def test_scores(found: list[Row], rule: str) -> None:
    need = {"all": 1.0, "half": 0.5, "any": 0.0}[rule]
    scores = []
    for row in found:
        items = {key: row[key] for key in ("m", "n", "back") if row[key] != -3}
        known = [
            100 - SCORES[a] if key == "back" else SCORES[a]
            for key, a in items.items()
            if isinstance(a, str)
        ]
        if known and len(known) >= need * len(items):
            scores.append(sum(known) / len(known))
    (one,) = estimates(f"{{measure: index, theme: all, missing_items: {rule}}}", found)
    if scores:
        assert one.value == pytest.approx(sum(scores) / len(scores))
        assert one.base == len(scores)
    else:
        assert one.mark == "[x]"
    good, *_ = estimates(f"{{measure: bands, theme: all, missing_items: {rule}}}", found)
    same(good, sum(score >= 75 - 1e-9 for score in scores), len(scores))
