"""Sizes of groups: none under the minimum cell follows from the sizes that are published."""

from __future__ import annotations

from typing import Any

from generator.model.findings import Findings
from tests.survey.made import answers, codebook, computed, question

Sizes = dict[tuple[str, str], int]
"""(team, hours) -> respondents."""


def rows_of(sizes: Sizes) -> list[dict[str, Any]]:
    scale = ("Agree", "Neither", "Disagree")
    return [
        {"team": team, "hours": hours, "m": scale[n % 3]}
        for (team, hours), size in sizes.items()
        for n in range(size)
    ]


def book_of(teams: list[str], *cohorts: str, **more: Any) -> Any:
    hours = question("hours", "single", ["Full", "Part"])
    team = question("team", "single", teams)
    return codebook([question("m"), team, hours], cohorts=cohorts or ("sw",), sent=900, **more)


def counts(findings: Findings, key: str) -> dict[str, int | None]:
    """Group or category -> its count, or its base where it has no count; None if withheld."""
    return {
        one.group or one.category or "": one.base if one.count is None else one.count
        for one in findings.items[key].estimates
    }


def test_two_cohorts_together_and_one_of_them_do_not_tell_a_small_group_of_the_other() -> None:
    teams = ["Court", "Care", "Duty"]
    book = book_of(teams, "sw", "wf")
    yaml = """findings:
  sw:
    together: {measure: index, question: m, by: team, cohort: [sw, wf]}
    one: {measure: shares, question: team, cohort: wf}
"""
    small = rows_of({("Court", "Full"): 3, ("Care", "Full"): 26, ("Duty", "Full"): 25})
    large = rows_of({("Court", "Full"): 30, ("Care", "Full"): 28, ("Duty", "Full"): 25})
    parts = answers(book, small, "sw"), answers(book, large, "wf")
    found = computed(book, yaml, *parts)
    assert counts(found, "sw.one") == {"Court": 30, "Care": 28, "Duty": 25}
    assert counts(found, "sw.together") == {"Court": None, "Care": 54, "Duty": None}


def test_groups_by_two_questions_tell_no_more_of_another_cohort_than_groups_by_one() -> None:
    teams = ["Court", "Care", "Duty"]
    book = book_of(teams, "sw", "wf")
    yaml = """findings:
  sw:
    together: {measure: index, question: m, by: team, where: {hours: Full}, cohort: [sw, wf]}
    one: {measure: shares, question: team, by: hours, cohort: wf}
"""
    small = rows_of({("Court", "Full"): 3, ("Care", "Full"): 26, ("Duty", "Full"): 25})
    large = {("Court", "Full"): 30, ("Care", "Full"): 28, ("Duty", "Full"): 25}
    large |= {("Court", "Part"): 18, ("Care", "Part"): 28, ("Duty", "Part"): 25}
    found = computed(book, yaml, answers(book, small, "sw"), answers(book, rows_of(large), "wf"))
    assert counts(found, "sw.together") == {"Court": None, "Care": 54, "Duty": None}


def test_all_groups_and_those_of_a_filter_do_not_tell_a_small_group_of_the_others() -> None:
    teams = ["Court", "Care", "Duty"]
    headcount = {"team": {"Court": 50, "Care": 60, "Duty": 70}}
    book = book_of(teams, workforce=headcount)
    yaml = """findings:
  sw:
    rate: {measure: response_rate, by: team}
    full: {measure: shares, question: team, where: {hours: Full}}
"""
    sizes = {("Court", "Full"): 40, ("Care", "Full"): 26, ("Duty", "Full"): 25}
    rest = {("Court", "Part"): 3, ("Care", "Part"): 22, ("Duty", "Part"): 27}
    found = computed(book, yaml, answers(book, rows_of(sizes | rest)))
    assert counts(found, "sw.rate") == {"Court": 43, "Care": 48, "Duty": 52}
    assert counts(found, "sw.full") == {"Court": None, "Care": None, "Duty": 25}
    enough = rest | {("Court", "Part"): 5}
    found = computed(book, yaml, answers(book, rows_of(sizes | enough)))
    assert counts(found, "sw.full") == {"Court": 40, "Care": 26, "Duty": 25}


def test_what_one_grouping_withholds_another_protects() -> None:
    # Court and Duty are small, so that their cells go: all other cells would tell that these are 0.
    yaml = """disclosure: {protection_range: 3}
findings:
  sw:
    m: {measure: bottom_box, question: m, by: team}
    hours: {measure: shares, question: hours}
    cells: {measure: shares, question: team, by: hours}
"""
    full = {"Play": 12, "Court": 0, "Care": 8, "Duty": 0, "Home": 17, "Youth": 11}
    part = {"Play": 12, "Court": 3, "Care": 8, "Duty": 1, "Home": 8, "Youth": 5}
    sizes = {(team, "Full"): size for team, size in full.items()}
    sizes |= {(team, "Part"): size for team, size in part.items()}
    found = computed(book_of(list(full)), yaml, answers(book_of(list(full)), rows_of(sizes)))
    cells = [one for one in found.items["sw.cells"].estimates if one.group == "Full"]
    withheld = {one.category or "" for one in cells if one.mark}
    assert withheld > {"Court", "Duty"}
    assert sum(full[team] for team in withheld) >= 3


def test_parts_of_groups_that_are_withheld_together_cannot_be_worked_out() -> None:
    # Court and Duty are 5 together; 2 of them full time would be told by all other cells.
    yaml = """findings:
  sw:
    teams: {measure: shares, question: team}
    hours: {measure: shares, question: hours}
    cells: {measure: shares, question: team, by: hours}
"""
    sizes = {("Court", "Full"): 1, ("Duty", "Full"): 1, ("Care", "Full"): 9, ("Play", "Full"): 40}
    part = {("Court", "Part"): 2, ("Duty", "Part"): 1, ("Care", "Part"): 6, ("Play", "Part"): 17}
    headcount = {"team": {"Court": 50, "Duty": 60, "Care": 70, "Play": 90}}
    book = book_of(list(headcount["team"]), workforce=headcount)
    found = computed(book, yaml, answers(book, rows_of(sizes | part)))
    assert counts(found, "sw.teams") == {"Court": None, "Duty": None, "Care": 15, "Play": 57}
    withheld = {e.category for e in found.items["sw.cells"].estimates if e.mark}
    assert "Care" in withheld


def test_a_small_part_of_a_large_group_is_protected_where_other_groups_are_withheld() -> None:
    yaml = """disclosure: {protection_range: 1}
findings:
  sw:
    m: {measure: index, question: m, by: team}
    cells: {measure: shares, question: team, by: hours}
"""
    full = {"Court": 11, "Play": 34, "Duty": 3, "Home": 4, "Care": 0}
    part = {"Court": 4, "Play": 23, "Duty": 0, "Home": 5, "Care": 1}
    sizes = {(team, "Full"): size for team, size in full.items()}
    sizes |= {(team, "Part"): size for team, size in part.items()}
    book = book_of(list(full))
    found = computed(book, yaml, answers(book, rows_of(sizes)))
    marks = {(e.category, e.group): e.mark for e in found.items["sw.cells"].estimates}
    # 15 in all: 11 full time would tell of 4.
    assert marks["Court", "Part"] == marks["Court", "Full"] == "[c]"


def test_a_group_that_nobody_is_in_is_told_where_it_is_no_secret() -> None:
    headcount = {"team": {"Court": 50, "Care": 60, "Duty": 70, "Play": 20}}
    book = book_of(list(headcount["team"]), workforce=headcount)
    yaml = """findings:
  sw:
    teams: {measure: representativeness, question: team}
    cells: {measure: shares, question: team, by: hours}
"""
    sizes = {("Care", "Full"): 12, ("Duty", "Full"): 17, ("Care", "Part"): 2, ("Duty", "Part"): 4}
    found = computed(book, yaml, answers(book, rows_of(sizes | {("Play", "Full"): 9})))
    marks = {(e.category, e.group): e.mark for e in found.items["sw.cells"].estimates}
    assert {marks[team, "Full"] for team in ("Care", "Duty", "Play")} == {"[c]"}
    assert marks["Court", "Full"] is None


def test_sizes_withheld_for_their_base_alone_are_protected() -> None:
    teams = ["Court", "Care", "Duty"]
    book = book_of(teams)
    yaml = """disclosure: {minimum_cell_breakdown: 0, minimum_base_breakdown: 8}
findings:
  sw:
    m: {measure: index, question: m, by: team}
    cells: {measure: shares, question: team, by: hours}
"""
    sizes = {("Court", "Full"): 12, ("Care", "Full"): 12, ("Duty", "Full"): 17, ("Care", "Part"): 2}
    found = computed(book, yaml, answers(book, rows_of(sizes)))
    assert not any(one.count for one in found.items["sw.cells"].estimates if one.category == "Care")
