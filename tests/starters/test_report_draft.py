"""A new report's files: every blank is pointed out, and filling the blanks is enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config.format.council_file import load_council
from generator.config.format.format_file import format_names, load_format
from generator.config.report.report_file import load_report
from generator.config.workspace import Workspace, find_workspace
from generator.errors import InputProblems
from generator.starters.report_draft import draft_report_files

from .drafts import (
    ROOT,
    compose_draft,
    drafted,
    fill_metadata,
    fill_narrative,
    take_up_samples,
    workspace_in,
)

SHIPPED = format_names(find_workspace(ROOT))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return workspace_in(tmp_path)


@pytest.mark.parametrize("key", SHIPPED)
def test_every_blank_of_the_metadata_is_pointed_out(workspace: Workspace, key: str) -> None:
    drafted(workspace, key)
    with pytest.raises(InputProblems) as caught:
        load_report(workspace, "new")
    found = [str(problem) for problem in caught.value.problems]
    assert all("got nothing" in text for text in found)
    assert all(problem.where.line for problem in caught.value.problems)


@pytest.mark.parametrize("key", SHIPPED)
def test_every_unwritten_section_is_pointed_out_with_its_guidance(
    workspace: Workspace, key: str
) -> None:
    folder = drafted(workspace, key)
    fill_metadata(folder, workspace, key)
    with pytest.raises(InputProblems) as caught:
        compose_draft(workspace, folder)
    found = [str(problem) for problem in caught.value.problems]
    pattern = r"narrative.md:\d+: the section .* has no text; write it"
    assert all(re.search(pattern, text) for text in found)


@pytest.mark.parametrize("key", SHIPPED)
def test_filling_the_blanks_is_enough(workspace: Workspace, key: str) -> None:
    folder = drafted(workspace, key)
    fill_metadata(folder, workspace, key)
    fill_narrative(folder)
    format_ = load_format(workspace, key)
    titles = [section.title for section in compose_draft(workspace, folder).sections]
    required = [part.title for part in format_.layout if part.kind == "section" and part.required]
    assert [title for title in titles if title in required] == required


def test_a_draft_tells_how_an_editor_checks_it(workspace: Workspace) -> None:
    text = (drafted(workspace, SHIPPED[0]) / "report.yaml").read_text("utf-8")
    command = f"committee format schema {SHIPPED[0]} --write inputs/new/report.schema.json"
    assert command in text
    assert "\n# # yaml-language-server: $schema=report.schema.json\n" in text


def test_a_report_without_a_survey_is_not_offered_its_appendices(workspace: Workspace) -> None:
    format_ = load_format(workspace, SHIPPED[0])
    files = draft_report_files(format_, load_council(workspace, format_.council), "new", False)
    assert sorted(files) == ["narrative.md", "report.yaml", "sign_offs.yaml"]
    assert "survey_questions" not in files["report.yaml"]


@pytest.mark.parametrize("key", SHIPPED)
def test_every_sample_that_stands_commented_out_may_be_taken_up(
    workspace: Workspace, key: str
) -> None:
    folder = drafted(workspace, key, survey=False)
    fill_metadata(folder, workspace, key)
    fill_narrative(folder)
    take_up_samples(folder)
    assert "\nappendices:\n" in (folder / "report.yaml").read_text("utf-8")
    compose_draft(workspace, folder)
