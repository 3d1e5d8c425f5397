"""What the law asks of council papers: the program's file, and a workspace's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.format.council_file import load_council
from generator.config.jurisdictions import load_law, shipped_law, shipped_laws
from generator.config.schema.schema_check import find_problems, load_schema
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.release.law import Period

Write = Callable[[str, str], Path]
OWN = """\
england:
  name: England
  clear_days: {days: 7, of: calendar, source: our constitution}
  exempt: {schedule: Schedule 12A, paragraphs: {"3": Business affairs}}
"""


def test_the_programs_own_file_fits_its_schema() -> None:
    assert find_problems(shipped_laws(), load_schema("jurisdictions")) == []


def test_each_part_of_the_kingdom_has_its_days_and_its_exempt_paragraphs() -> None:
    england, wales = shipped_law("england"), shipped_law("wales")
    scotland, ireland = shipped_law("scotland"), shipped_law("northern-ireland")
    laws = (england, wales, scotland, ireland)
    assert [law.clear_days.days for law in laws] == [5, 3, 3, 5]
    assert [(min(law.exempt), max(law.exempt)) for law in laws] == [
        (1, 7), (12, 18), (1, 15), (1, 7),
    ]  # fmt: skip
    assert england.notice == Period(28, "calendar", "SI 2012/2089, regulation 9")
    assert [law.notice for law in laws[1:]] == [None, None, None]
    assert [law.public_interest for law in laws] == [True, True, False, True]


def test_a_council_may_ask_for_another_number_of_clear_days(workspace: Workspace) -> None:
    council = load_council(workspace, "example").council
    assert load_law(workspace, council).clear_days.days == 5
    own = load_law(workspace, replace(council, clear_days=8)).clear_days
    assert (own.days, own.of) == (8, "working")


def test_a_workspace_may_have_a_file_of_its_own(workspace: Workspace, write: Write) -> None:
    write("config/jurisdictions.yaml", OWN)
    council = load_council(workspace, "example").council
    law = load_law(workspace, council)
    assert (law.clear_days.days, law.clear_days.of, list(law.exempt)) == (7, "calendar", [3])
    assert law.notice is None
    assert load_law(workspace, replace(council, jurisdiction="wales")) == shipped_law("wales")


def test_what_is_wrong_in_it_is_told_with_its_line(workspace: Workspace, write: Write) -> None:
    write("config/jurisdictions.yaml", OWN.replace("of: calendar", "of: week"))
    council = load_council(workspace, "example").council
    with pytest.raises(InputProblems, match=r"jurisdictions.yaml:3: england.clear_days.of"):
        load_law(workspace, council)
    write("config/jurisdictions.yaml", OWN.replace('"3": Business', "three: Business"))
    with pytest.raises(InputProblems, match=r"expected the number of a paragraph"):
        load_law(workspace, council)
