"""A council's file: people with their offices over time, committees."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.config.format.council_file import load_council
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.report import Committee

ROOT = Path(__file__).resolve().parents[3]
Write = Callable[[str, str], Path]


def test_a_council_is_loaded_with_people_and_committees(workspace: Workspace) -> None:
    loaded = load_council(workspace, "example")
    assert loaded.council.name == "Borough of Example"
    ada = loaded.people["ada-byron"]
    assert ada.kind == "member"
    assert ada.posts_on(date(2021, 5, 18)) == ()
    assert ada.posts_on(date(2021, 5, 19)) == ("Children",)
    assert ada.posts_on(date(2023, 5, 17)) == ("Children",)
    assert ada.posts_on(date(2023, 5, 18)) == ("Housing",)
    assert loaded.people["max-weber"].posts_on(date(2023, 5, 17)) == ()
    assert loaded.people["dee-rector"].posts_on(date(1990, 1, 1)) == ("Director of Families",)
    assert loaded.committees["cabinet"] == Committee("cabinet", "Cabinet", "Cabinet", "cabinet")
    assert loaded.meetings["cabinet"] == (date(2023, 3, 15), date(2023, 4, 19))


def test_a_council_keeps_the_bank_holidays_of_england_unless_it_says_others(
    workspace: Workspace, write: Write
) -> None:
    council = load_council(workspace, "example").council
    assert (council.jurisdiction, council.clear_days) == ("england", None)
    write("config/councils/x.yaml", "name: X\njurisdiction: wales\nclear_days: 3\n")
    council = load_council(workspace, "x").council
    assert (council.jurisdiction, council.clear_days) == ("wales", 3)


def test_an_unknown_council_gives_the_nearest_name(workspace: Workspace) -> None:
    with pytest.raises(
        InputProblems, match=r"there is no council 'exmple' in config/councils/; did"
    ):
        load_council(workspace, "exmple")
    with pytest.raises(InputProblems, match=r"write it without \.yaml: example"):
        load_council(workspace, "example.yaml")
    with pytest.raises(InputProblems, match="there is no council"):
        load_council(workspace, "../councils/example")


def test_all_that_is_wrong_is_listed(workspace: Workspace, write: Write) -> None:
    write(
        "config/councils/example.yaml",
        "name: Example\n"
        "people:\n"
        "  a: {name: A, post: X, offices: [{post: Y}]}\n"
        "  b: {name: B, from: 2021-01-01}\n"
        "  c: {name: C, offices: [{post: Y, from: 2021-02-01, to: 2021-01-01}]}\n",
    )
    with pytest.raises(InputProblems) as caught:
        load_council(workspace, "example")
    assert [str(problem).split(": ", 1)[1] for problem in caught.value.problems] == [
        "people.a: has both 'post' and 'offices'; put the post among the offices",
        "people.b: has dates but no 'post'; add the post that they are of",
        "people.c.offices[0].to: ends (2021-01-01) before it begins (2021-02-01); check the two dates",
    ]


def test_shapes_are_checked_by_schema(workspace: Workspace, write: Write) -> None:
    write(
        "config/councils/example.yaml",
        "name: Example\npeople:\n  Ada B: {name: A}\n  b: {nam: B, email: x}\n"
        "committees:\n  c: {name: C}\n  d: {name: D, type: e, meetings: [2023-13-01]}\n",
    )
    with pytest.raises(InputProblems) as caught:
        load_council(workspace, "example")
    found = [
        str(problem).removeprefix("config/councils/example.yaml:")
        for problem in caught.value.problems
    ]
    assert found == [
        "3: people.Ada B: expected a key such as cabinet_member (lower-case letters, digits, - and"
        " _), got the key 'Ada B'; write 'ada-b'",
        "4: people.b.email: expected an e-mail address, got 'x'",
        "4: people.b.nam: unknown key 'nam'; did you mean 'name'?",
        "6: committees.c: the key 'type' is missing; add it: the type that formats choose lead-ins by",
        "7: committees.d.meetings[0]: expected a date such as 2023-03-15, got '2023-13-01'; there is no such day",
    ]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "config" / "councils").glob("*.yaml")), ids=lambda path: path.stem
)
def test_shipped_councils_are_sound(path: Path) -> None:
    root = ROOT
    shipped = Workspace(root, root / "config", root / "inputs", root / "report_templates", root)
    assert load_council(shipped, path.stem).committees
