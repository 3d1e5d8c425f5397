"""Why figures are withheld: rule, other findings, what else can be said; nothing unpublished."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.files import Files
from generator.survey.why import Reason, why_withheld
from tests.survey.exports import write_codebook, write_csv

QUESTIONS = (
    "  team: {text: Team, options: [North, South, West, East]}\n"
    "  full: {text: Full time, options: ['Yes', 'No']}\n"
    "  stay: {text: Stay, options: ['Yes', 'No']}\n"
)


def folder(path: Path, findings: str, sizes: dict[tuple[str, str, str], int]) -> Path:
    """A report folder with so many people for each team, contract and answer."""
    people = [list(answers) for answers, count in sizes.items() for _ in range(count)]
    write_csv(path / "export.csv", [["Team", "Full time", "Stay"], *people])
    write_codebook(path, QUESTIONS, rest="filters: {duplicates: none}")
    (path / "findings.yaml").write_text(f"findings:\n  staff:\n{findings}", "utf-8")
    return path


def why(path: Path, name: str) -> tuple[Reason, ...]:
    return why_withheld(path, Files(path), [name])


TEAMS = {
    ("North", "Yes", "Yes"): 20, ("North", "Yes", "No"): 20,
    ("South", "Yes", "Yes"): 17, ("South", "Yes", "No"): 13,
    ("West", "Yes", "Yes"): 12, ("West", "Yes", "No"): 8,
    ("East", "Yes", "Yes"): 3, ("East", "Yes", "No"): 2,
}  # fmt: skip
WHOLE = "    stays: {measure: percent, question: stay, options: ['Yes']}\n"
BY_TEAM = "    by_team: {measure: percent, question: stay, options: ['Yes'], by: team}\n"


def test_a_breakdown_tells_its_minimums_and_not_which_group_is_small(tmp_path: Path) -> None:
    (reason,) = why(folder(tmp_path, WHOLE + BY_TEAM, TEAMS), "staff.by_team")
    assert len(reason.withheld) == 2
    assert '.group("East")' in reason.withheld
    assert reason.own
    assert reason.text().startswith(
        "a figure needs 10 people (minimum_base_breakdown), and 5 who gave the answer and 5 who"
        " did not (minimum_cell_breakdown)"
    )
    assert "East" not in reason.text()
    told = " ".join((reason.text(), *reason.instead))
    assert "staff.stays can be published" in told
    assert "staff.by_team.group(" in told
    assert "renamed_options" in told


def test_the_finding_that_makes_it_necessary_is_named(tmp_path: Path) -> None:
    sizes = {
        ("North", "Yes", "Yes"): 20, ("North", "Yes", "No"): 20, ("North", "No", "Yes"): 1,
        ("South", "Yes", "Yes"): 20, ("South", "Yes", "No"): 20, ("South", "No", "No"): 1,
    }  # fmt: skip
    part = "    full: {measure: percent, question: stay, options: ['Yes'], where: {full: 'Yes'}}\n"
    (reason,) = why(folder(tmp_path, WHOLE + part, sizes), "staff.full")
    assert not reason.own
    assert reason.others == ("staff.stays",)
    assert reason.text().startswith("staff.stays makes it necessary: together they would tell")
    assert "leave out staff.stays, and more of it can be" in reason.instead


def test_what_is_published_needs_no_reason(tmp_path: Path) -> None:
    assert why(folder(tmp_path, WHOLE + BY_TEAM, TEAMS), "staff.stays") == ()


@pytest.mark.parametrize("small", ["East", "West", "North"])
def test_reasons_tell_nothing_that_tells_the_small_group_from_the_other(
    tmp_path: Path, small: str
) -> None:
    swapped = {"East": small, small: "East"}
    sizes = {(swapped.get(t, t), full, stay): n for (t, full, stay), n in TEAMS.items()}
    (reason,) = why(folder(tmp_path, WHOLE + BY_TEAM, sizes), "staff.by_team")
    (usual,) = why(folder(tmp_path, WHOLE + BY_TEAM, TEAMS), "staff.by_team")
    assert reason.text() == usual.text()
