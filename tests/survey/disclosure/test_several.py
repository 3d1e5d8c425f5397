"""Questions that take several answers: what their options tell of one another."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.findings import Findings
from generator.survey.compute import findings_of
from tests.survey.disclosure.attacker import COHORT, leaks
from tests.survey.disclosure.program import Test
from tests.survey.made import answers, codebook, computed, question, responses
from tests.survey.made import settings as findings_file

BOOK = codebook(
    [
        question("u", "multi", ["a", "b", "c"]),
        question("team", "single", ["Care", "Duty", "Court"]),
        question("hours", "single", ["Full", "Part"]),
        question("v", "single", ["yes", "no"]),
    ],
    sent=900,
)
TEAMS = {"Care": (3, 9, 8), "Duty": (3, 8, 9), "Court": (3, 9, 8)}
EACH = """findings:
  sw:
    all: {measure: multi, question: u}
    by: {measure: multi, question: u, by: team}
"""


def rows_of(team: str, patterns: dict[str, int]) -> list[dict[str, Any]]:
    """pattern: the letters of the options chosen."""
    return [
        {"team": team, "u": list(pattern)}
        for pattern, size in patterns.items()
        for _ in range(size)
    ]


def withheld(findings: Findings, key: str) -> set[tuple[str | None, str | None]]:
    found = findings.items[key].estimates
    return {(one.category, one.group) for one in found if one.mark == "[c]"}


def test_where_nobody_chose_two_the_other_options_do_not_tell_the_withheld_one() -> None:
    rows = [
        row
        for team, counts in TEAMS.items()
        for row in rows_of(team, dict(zip("abc", counts, strict=True)))
    ]
    found = computed(BOOK, EACH, answers(BOOK, rows))
    hidden = withheld(found, "sw.by")
    assert {("a", team) for team in TEAMS} <= hidden
    # 9, 26 and 25 are the base of 60: with b and c of a team published, a would be the rest.
    assert all({("b", team), ("c", team)} & hidden for team in TEAMS)


def test_where_many_chose_two_the_other_options_tell_next_to_nothing() -> None:
    rows = [
        row for team in TEAMS for row in rows_of(team, {"a": 1, "ab": 2, "bc": 9, "b": 3, "c": 5})
    ]
    found = computed(BOOK, EACH, answers(BOOK, rows))
    assert withheld(found, "sw.by") == {("a", team) for team in TEAMS}


MENU = (
    "{measure: multi, question: u}",
    "{measure: multi, question: u, by: team}",
    "{measure: multi, question: u, by: hours}",
    "{measure: multi, question: u, where: {hours: Full}}",
    "{measure: multi, question: u, where: {team: [Care, Duty]}}",
    "{measure: percent, question: u, options: [a], by: team}",
    "{measure: percent, question: u, options: [a, b], by: team}",
    "{measure: percent, question: u, options: [a, b]}",
    "{measure: percent, question: u, options: [b, c], by: hours}",
    "{measure: percent, question: u, options: [a], by: team, where: {u: b}}",
    "{measure: percent, question: v, options: ['yes'], where: {u: a}}",
    "{measure: shares, question: team}",
)
PEOPLE = [
    {"team": team, "hours": hours, "u": list(pattern), "v": v}
    for team in ("Care", "Duty", "Court")
    for hours in ("Full", "Part")
    for pattern in ("a", "b", "c", "ab", "bc", "abc", "")
    for v in ("yes", "no")
]
people = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.integers(0, 9)), min_size=1, max_size=24
).map(lambda some: [row for row, times in some for _ in range(times)] or [some[0][0]])


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(people, st.lists(st.sampled_from(MENU), min_size=2, max_size=5, unique=True))
def test_no_solver_can_narrow_down_how_many_chose_an_option(
    rows: list[dict[str, Any]], menu: list[str]
) -> None:
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(BOOK, f"findings:\n  sw:\n{listed}")
    findings = findings_of(responses(BOOK, answers(BOOK, rows)), file)
    everybody = [{COHORT: "sw", **row, "u": frozenset(row["u"]) or None} for row in rows]

    def truth(test: Test) -> int:
        return int(sum(test(row) for row in everybody))

    assert leaks(BOOK, file, findings, truth, whole=True) == []
