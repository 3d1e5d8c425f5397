"""Headcounts: no more of a group reply than it has, and readers know it."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.findings import Findings
from generator.survey.compute import findings_of
from tests.survey.disclosure.attacker import COHORT, STAFF, leaks
from tests.survey.disclosure.program import Test
from tests.survey.made import answers, codebook, computed, question, responses
from tests.survey.made import settings as findings_file

TEAMS = ["Court", "Care", "Duty", "Play"]
BOTH = """findings:
  sw:
    rate: {measure: response_rate, by: team}
    staff: {measure: representativeness, question: team}
"""


def rows_of(sizes: dict[str, int]) -> list[dict[str, Any]]:
    scale = ("Agree", "Neither", "Disagree")
    return [{"team": team, "m": scale[n % 3]} for team, size in sizes.items() for n in range(size)]


def found_for(sizes: dict[str, int], heads: dict[str, int], yaml: str = BOTH) -> Findings:
    team = question("team", "single", list(heads))
    book = codebook([question("m"), team], workforce={"team": heads}, sent=900)
    return computed(book, yaml, answers(book, rows_of(sizes)))


def withheld(findings: Findings, key: str, group: str | None = None) -> set[str | None]:
    return {
        one.category or one.group
        for one in findings.items[key].estimates
        if one.mark == "[c]" and (group is None or one.group == group)
    }


def test_the_size_beside_a_small_one_is_of_a_group_that_could_have_more_replies() -> None:
    heads = {"Court": 5, "Care": 8, "Duty": 40, "Play": 60}
    found = found_for({"Court": 4, "Care": 8, "Duty": 22, "Play": 30}, heads)
    # All of Care replied: 12 of Court and Care together would be at least 4 of Court.
    assert withheld(found, "sw.rate") >= {"Court", "Duty"}


def test_headcounts_go_where_they_leave_too_little_open() -> None:
    found = found_for({"Court": 9, "Care": 4}, {"Court": 9, "Care": 5})
    assert withheld(found, "sw.rate") == {"Court", "Care"}
    # 13 replies in both: with the headcounts they could be 9 and 4 or 8 and 5 only.
    assert withheld(found, "sw.staff", "Workforce") == {"Court", "Care"}


def test_headcounts_stay_where_they_leave_enough_open() -> None:
    heads = {"Court": 30, "Care": 25}
    found = found_for({"Court": 19, "Care": 4}, heads)
    assert withheld(found, "sw.rate") == {"Court", "Care"}
    assert not withheld(found, "sw.staff", "Workforce")


BANDS = {"Early": ["20s", "30s"], "Late": ["40s", "50s"]}
AGES = {"20s": 40, "30s": 4, "40s": 15, "50s": 26}
BY_AGE = """findings:
  sw:
    ages: {measure: representativeness, question: age}
    bands: {measure: representativeness, question: band}
    again: {measure: representativeness, question: age}
"""


def test_headcounts_of_two_groupings_of_one_column_do_not_tell_one_another() -> None:
    age = question("age", "single", list(AGES))
    derived = {"source": "age", "groups": {name: tuple(some) for name, some in BANDS.items()}}
    band = question("band", "single", list(BANDS), **derived)
    asked = question("band", "single", list(BANDS))
    heads = {"age": AGES, "band": {"Early": 44, "Late": 41}}
    rows = [
        {"age": name, "band": next(b for b, some in BANDS.items() if name in some)}
        for name, size in {"20s": 24, "30s": 4, "40s": 12, "50s": 20}.items()
        for _ in range(size)
    ]
    for one in (band, asked):  # declared, and seen in the answers
        book = codebook([age, one], workforce=heads, sent=900)
        found = computed(book, BY_AGE, answers(book, rows))
        ages = withheld(found, "sw.ages", "Workforce")
        # 44 of Early less 40 of the twenties would be the 4 of the thirties.
        assert "30s" in ages
        assert ages == withheld(found, "sw.again", "Workforce")
        assert "20s" in ages or "Early" in withheld(found, "sw.bands", "Workforce")
        assert len(ages) > 1


FINE = {"a": ("1",), "b": ("2",), "c": ("3", "4"), "d": ("5", "6")}
WIDE = {"x": ("1", "2"), "y": ("3",), "z": ("4", "5", "6")}
BY_GRADE = """findings:
  sw:
    fine: {measure: representativeness, question: fine}
    wide: {measure: representativeness, question: wide}
"""


def test_nor_do_groupings_that_overlap_where_a_group_of_one_is_made_of_groups_of_the_other() -> (
    None
):
    fine = question("fine", "single", list(FINE), source="grade", groups=FINE)
    wide = question("wide", "single", list(WIDE), source="grade", groups=WIDE)
    heads = {"fine": {"a": 4, "b": 30, "c": 12, "d": 40}, "wide": {"x": 34, "y": 8, "z": 44}}
    book = codebook(
        [question("grade", "single", list("123456")), fine, wide], workforce=heads, sent=900
    )
    rows = [
        {
            "grade": grade,
            "fine": next(name for name, grades in FINE.items() if grade in grades),
            "wide": next(name for name, grades in WIDE.items() if grade in grades),
        }
        for grade, size in zip("123456", (4, 20, 6, 6, 9, 9), strict=True)
        for _ in range(size)
    ]
    found = computed(book, BY_GRADE, answers(book, rows))
    kept = withheld(found, "sw.fine", "Workforce")
    # 34 of x less 30 of b would be the 4 of a.
    assert "a" in kept
    assert "b" in kept or "x" in withheld(found, "sw.wide", "Workforce")


def test_a_withheld_headcount_is_not_told_by_the_replies_of_another_group() -> None:
    heads = {"Court": 4, "Care": 12, "Duty": 20, "Play": 60}
    yaml = "findings: {sw: {staff: {measure: representativeness, question: team}}}"
    found = found_for({"Care": 12, "Duty": 12, "Play": 50}, heads, yaml)
    # With Care's 12 withheld, 12 replies there and 16 staff in both would leave 12 to 16.
    assert withheld(found, "sw.staff", "Workforce") >= {"Court", "Duty"}


def test_headcounts_withheld_may_hide_the_same_people_as_withheld_sizes() -> None:
    heads = {"Court": 1, "Care": 5, "Duty": 5}
    found = found_for(heads, heads)
    # All have replied, so that sizes and headcounts can only be otherwise together.
    assert len(withheld(found, "sw.staff", "Workforce")) >= 2
    assert len(withheld(found, "sw.rate")) >= 2


TEAM = question("team", "single", ["S1", "S2", "S3"])
HOURS = question("hours", "single", ["Full", "Part"])
MENU = (
    "{measure: representativeness, question: team}",
    "{measure: response_rate, by: team}",
    "{measure: shares, question: team}",
    "{measure: shares, question: team, by: hours}",
    "{measure: shares, question: team, where: {hours: Full}}",
    "{measure: top_box, question: m, by: team}",
    "{measure: top_box, question: m}",
)


@st.composite
def staffed(draw: Any) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Headcounts of the teams, and replies of no more people than these."""
    heads = {team: draw(st.integers(1, 24)) for team in TEAM.options}
    rows = []
    for team, size in heads.items():
        for n in range(max(size - draw(st.integers(0, 6)), 0)):
            hours = "Full" if draw(st.booleans()) else "Part"
            rows.append({"team": team, "hours": hours, "m": ("Agree", "Neither")[n % 2]})
    return heads, rows or [{"team": "S1", "hours": "Full", "m": "Agree"}]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(staffed(), st.lists(st.sampled_from(MENU), min_size=2, max_size=5, unique=True))
def test_no_solver_can_narrow_down_a_size_by_headcounts(
    survey: tuple[dict[str, int], list[dict[str, Any]]], menu: list[str]
) -> None:
    heads, rows = survey
    book = codebook([question("m"), TEAM, HOURS], workforce={"team": heads}, sent=900)
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(book, f"findings:\n  sw:\n{listed}")
    findings = findings_of(responses(book, answers(book, rows)), file)
    everybody = [{COHORT: "sw", **row} for row in rows]
    everybody += [
        {COHORT: STAFF, "team": team, "hours": None, "m": None}
        for team, size in heads.items()
        for _ in range(size)
        if "representativeness" in "".join(menu)
    ]

    def truth(test: Test) -> int:
        return int(sum(test(row) for row in everybody))

    assert leaks(book, file, findings, truth, whole=True) == []
