"""Formats of councils that the shipped ones do not cover, written as YAML only.

Each file of other_formats/ says one council's layout; a report is drafted in it, its blanks are
filled, and the order, numbers and forms of what is printed are looked at.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.config.workspace import Workspace
from generator.model.document import Document, Table
from tests.phrases import texts
from tests.starters.drafts import (
    compose_draft,
    drafted,
    fill_metadata,
    fill_narrative,
    workspace_in,
)

from .builders import cell_text, outline

FORMATS = Path(__file__).parent / "other_formats"
COUNCIL = """\
name: Other Council
committees:
  board: {name: Children's Board, short_name: Board, type: committee}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = workspace_in(tmp_path)
    for path in FORMATS.glob("*.yaml"):
        shutil.copy(path, made.config / "formats" / path.name)
    (made.config / "councils" / "other.yaml").write_text(COUNCIL, "utf-8")
    return made


def printed(
    workspace: Workspace, key: str, more: str = "", sign_offs: str = "", text: str = ""
) -> Document:
    folder = drafted(workspace, key)
    fill_metadata(folder, workspace, key)
    fill_narrative(folder)
    with (folder / "narrative.md").open("a", encoding="utf-8") as file:
        file.write(text)
    with (folder / "report.yaml").open("a", encoding="utf-8") as file:
        file.write(more)
    if sign_offs:
        (folder / "sign_offs.yaml").write_text(sign_offs, "utf-8")
    return compose_draft(workspace, folder)


def tables(document: Document) -> list[list[list[str]]]:
    found = [b for s in document.sections for b in s.blocks if isinstance(b, Table)]
    return [[[cell_text(cell) for cell in row] for row in (t.header, *t.rows)] for t in found]


def rows(document: Document) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {row.label: texts(row.lines) for row in document.front_matter}


def test_brighton_numbers_its_recommendations_and_names_who_was_consulted(
    workspace: Workspace,
) -> None:
    signs = "sign_offs:\n  legal: {officer: Bo Ray, date: 2023-02-15}\n"
    document = printed(workspace, "brighton", sign_offs=signs)
    assert rows(document)["Contact officer:"] == (("Name", "Ann Example"),)
    assert rows(document)["Release:"] == (("For general release",),)
    lines = outline(document)
    at = lines.index("# 2. Recommendations")
    assert lines[at + 1] == "2.1 That the body notes the report."
    at = lines.index("# 8. Legal implications")
    assert lines[at + 1 : at + 3] == [
        "8.1 Some text.",
        "Name of lawyer consulted: Bo Ray. Date consulted: 15 February 2023",
    ]
    assert lines[-5:] == [
        "# Supporting documentation",
        "# Appendices",
        "None.",
        "# Background documents",
        "None.",
    ]


def test_maidstone_has_a_timetable_and_a_table_of_implications_with_sign_offs(
    workspace: Workspace,
) -> None:
    signs = "sign_offs:\n  financial: {officer: Bo Ray, post: Finance, date: 2023-02-15}\n"
    document = printed(workspace, "maidstone", sign_offs=signs)
    timetable, implications = tables(document)
    assert timetable == [["Meeting", "Date"], ["Leadership Team", "16 February 2023"]]
    assert implications[0] == ["Issue", "Implications", "Sign-off"]
    assert implications[3] == ["Financial", "Some text.", "Bo Ray, Finance"]
    titles = [line for line in outline(document) if line.startswith("#")]
    assert titles[:6] == [
        "# Executive summary",
        "# Purpose of report",
        "# Recommendations",
        "# Timetable",
        "# 1. Cross-cutting issues and implications",
        "# 2. Introduction and background",
    ]


def test_birmingham_has_compliance_issues_under_numbered_sub_headings(
    workspace: Workspace,
) -> None:
    document = printed(workspace, "birmingham")
    assert rows(document)["Is this a key decision?"] == (("☐ Yes", "☒ No"),)
    lines = outline(document)
    at = lines.index("# 7 Compliance issues")
    assert lines[at + 3 : at + 5] == ["## 7.3 Legal implications", "7.4 Some text."]
    assert tables(document)[-1] == [
        ["Officer", "Post", "Date"],
        ["Awaited", "–", "Awaited"],
        ["Awaited", "–", "Awaited"],
    ]


def test_manchester_has_a_yes_no_grid_before_its_numbered_text(workspace: Workspace) -> None:
    document = printed(workspace, "manchester", text="\n# Introduction\n\nSome text.\n")
    assert tables(document)[0][:3] == [
        ["Implications for", "Yes or No"],
        ["Equal opportunities policy", "Yes"],
        ["Risk management", "Yes"],
    ]
    lines = outline(document)
    assert "Name: Ann Example\nPosition: Head of Service" in lines
    assert lines[-2:] == ["# 1. Introduction", "1.1 Some text."]


def test_leeds_counts_paragraphs_under_question_headings(workspace: Workspace) -> None:
    lines = outline(printed(workspace, "leeds"))
    at = lines.index("# What is this report about?")
    assert lines[at : at + 4] == [
        "# What is this report about?",
        "1 Some text.",
        "# What impact will this proposal have?",
        "2 Some text.",
    ]


def test_durham_moves_implications_to_the_first_appendix(workspace: Workspace) -> None:
    more = "appendices:\n  - {key: plan, title: Plan, listed_only: true}\n"
    document = printed(workspace, "durham", more=more)
    lines = outline(document)
    at = lines.index("# Recommendation")
    assert lines[at + 1 : at + 3] == [
        "3 Children's Board is recommended to:",
        "  (a) Note the report.",
    ]
    assert "# Appendix 1: Implications" in lines
    assert rows(document)["Electoral divisions affected"] == (("Countywide",),)


def test_southwark_counts_recommendations_in_and_lists_who_was_asked(workspace: Workspace) -> None:
    signs = """\
sign_offs:
  legal: {officer: Bo Ray, date: 2023-02-15, comments_sought: "Yes", comments_included: "Yes"}
"""
    document = printed(workspace, "southwark", sign_offs=signs)
    lines = outline(document)
    assert lines[:4] == ["# Recommendation", "That Board:", "1. notes the report.",
                         "# Background information"]  # fmt: skip
    assert "Bo Ray" not in "\n".join(lines)
    assert tables(document)[-1] == [
        ["Adviser", "Comments sought", "Comments included"],
        ["Governance and Assurance", "Yes", "Yes"],
        ["Finance", "–", "–"],
    ]
