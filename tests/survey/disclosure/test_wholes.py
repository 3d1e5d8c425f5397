"""Sizes of groups of more people limit those of the same groups among some of these."""

from __future__ import annotations

from typing import Any

from generator.survey.disclosure.groupings import Grouping
from generator.survey.disclosure.wholes import room_in_wholes, told_sizes
from generator.survey.measures.context import Context
from generator.survey.measures.measure_registry import MEASURES
from tests.survey.made import answers, codebook, computed, question, responses
from tests.survey.made import settings as findings_file

TEAMS = ["Court", "Care", "Duty"]
HOURS = ["Full", "Part"]
BOOK = codebook(
    [question("m"), question("team", "single", TEAMS), question("hours", "single", HOURS)],
    cohorts=("sw", "wf"),
    sent=900,
)  # fmt: skip
FULL = (("hours", frozenset({"Full"})),)


def rows_of(**sizes: tuple[int, int]) -> list[dict[str, Any]]:
    """Team -> how many work full time, and part time; 'none' stands for a blank."""
    return [
        {"team": team if team in TEAMS else None, "hours": hours, "m": "Agree"}
        for team, counts in sizes.items()
        for hours, size in zip(("Full", "Part"), counts, strict=True)
        for _ in range(size)
    ]


SW = rows_of(Court=(14, 1), Care=(27, 3), Duty=(3, 1), none=(1, 2))
WF = rows_of(Court=(5, 2), Care=(2, 0), Duty=(1, 0))


def room(findings: str, context: Any = FULL) -> dict[frozenset[str], int]:
    """How many more social workers of teams there could be, of all or of some."""
    given = responses(BOOK, answers(BOOK, SW, "sw"), answers(BOOK, WF, "wf"))
    file = findings_file(BOOK, f"findings: {{sw: {{{findings}}}}}")
    figures = [
        figure
        for spec in file.findings
        for figure in MEASURES[spec.measure](spec, Context(given, file, frozenset())).figures
    ]
    grouping = Grouping("2022", ("sw",), context, ("team",))
    return room_in_wholes(grouping, told_sizes(figures), given, {})


def test_teams_that_are_told_together_limit_each_other() -> None:
    two = "two: {measure: top_box, question: m, where: {team: [Court, Care]}}"
    # 1 of Court and 3 of Care work part time; 1 of Duty, and 2 who left the team blank.
    assert room(two) == {frozenset({"Court", "Care"}): 4, frozenset({"Duty"}): 3}


def test_both_cohorts_limit_one() -> None:
    both = "both: {measure: top_box, question: m, by: team, cohort: [sw, wf]}"
    assert room(both, ()) == {
        frozenset({"Court"}): 7,
        frozenset({"Care"}): 2,
        frozenset({"Duty"}): 1,
    }


def test_figures_of_the_same_people_or_of_others_limit_nothing() -> None:
    assert room("same: {measure: shares, question: team, where: {hours: Full}}") == {}
    assert room("part: {measure: shares, question: team, where: {hours: Part}}") == {}


def test_a_part_of_few_is_not_told_by_two_teams_of_the_whole_together() -> None:
    # At most 4 of Duty at all, so 13 to 17 of Court among the 17 who are left beside Care.
    found = computed(
        BOOK,
        """findings:
  sw:
    two: {measure: top_box, question: m, where: {team: [Court, Care]}}
    full: {measure: shares, question: team, where: {hours: Full}}
    all: {measure: top_box, question: m, by: team, cohort: [sw, wf]}
""",
        answers(BOOK, rows_of(Court=(14, 0), Care=(27, 3), Duty=(3, 1)), "sw"),
        answers(BOOK, WF, "wf"),
    )
    marks = {one.category for one in found.items["sw.full"].estimates if one.mark == "[c]"}
    assert marks == {"Court", "Care", "Duty"}
