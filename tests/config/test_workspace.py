"""Finding the workspace and its reports from wherever a user stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.workspace import Workspace, find_workspace, inside, path_inside
from generator.errors import InputProblems
from generator.model.issues import Where


def test_a_workspace_is_found_from_any_folder_in_it(workspace: Workspace) -> None:
    for folder in (workspace.root, workspace.inputs / "check", workspace.config / "formats"):
        assert find_workspace(folder) == workspace
    assert workspace.output == workspace.root / "output"
    assert workspace.templates == workspace.root / "report_templates"


def test_outside_a_workspace_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputProblems, match=r"is not in a workspace.*committee init"):
        find_workspace(tmp_path)


def test_a_workspace_may_be_reached_through_a_link(workspace: Workspace, tmp_path: Path) -> None:
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path, target_is_directory=True)
    found = find_workspace(link / "inputs")
    assert found == workspace
    assert found.report_folder(link / "inputs" / "check") == workspace.inputs / "check"


def test_report_names_are_the_folders_with_a_report_file(workspace: Workspace) -> None:
    (workspace.inputs / "empty").mkdir()
    (workspace.inputs / ".hidden").mkdir()
    (workspace.inputs / ".hidden" / "report.yaml").write_text("", "utf-8")
    (workspace.inputs / "notes.txt").write_text("", "utf-8")
    (workspace.inputs / "another").mkdir()
    (workspace.inputs / "another" / "report.yaml").write_text("", "utf-8")
    assert workspace.report_names() == ("another", "check")


@pytest.mark.parametrize(
    ("start", "typed"),
    [
        (".", "check"),
        (".", "check/"),
        (".", "inputs/check"),
        (".", "./inputs/check/"),
        (".", "inputs/check/report.yaml"),
        ("inputs", "check"),
        ("inputs/check", "."),
        ("inputs/check", "../check"),
        ("config/formats", "check"),
        ("config/formats", "inputs/check"),
        ("config/formats", "../../inputs/check"),
        ("config", "config/../inputs/check"),
    ],
)
def test_a_report_is_named_as_a_user_would_type_it(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, start: str, typed: str
) -> None:
    monkeypatch.chdir(workspace.root / start)
    assert workspace.report_folder(typed) == workspace.inputs / "check"


def test_an_absolute_path_names_a_report(workspace: Workspace) -> None:
    assert workspace.report_folder(workspace.inputs / "check") == workspace.inputs / "check"


def test_an_unknown_report_gives_the_nearest_name(workspace: Workspace) -> None:
    with pytest.raises(InputProblems) as caught:
        workspace.report_folder("inputs/chekc", workspace.root)
    assert str(caught.value) == "inputs/chekc: there is no such report; did you mean 'check'?"


def test_a_folder_without_report_file_is_said_so(workspace: Workspace) -> None:
    (workspace.inputs / "empty").mkdir()
    with pytest.raises(InputProblems, match=r"inputs/empty/report\.yaml: no such file"):
        workspace.report_folder("empty", workspace.root)


@pytest.mark.parametrize(
    "typed", ["..", "inputs", ".", "../..", "/", "inputs/../../check", "config"]
)
def test_what_is_no_report_folder_is_refused(workspace: Workspace, typed: str) -> None:
    with pytest.raises(InputProblems):
        workspace.report_folder(typed, workspace.root)


def test_a_report_folder_that_is_a_link_out_of_the_workspace_is_refused(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "report.yaml").write_text("", "utf-8")
    (workspace.inputs / "linked").symlink_to(outside, target_is_directory=True)
    with pytest.raises(InputProblems, match="is not a report of this workspace"):
        workspace.report_folder("linked", workspace.root)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("/etc/passwd", "is not a relative path"),
        ("C:/plan.docx", "is not a relative path"),
        ("~/plan.docx", "is not a relative path"),
        ("\\\\server\\plan.docx", "is not a relative path"),
        ("../plan.docx", "leads out of the report's folder"),
        ("a/../../plan.docx", "leads out of the report's folder"),
        ("link.docx", "leads out of the report's folder"),
        ("a\\plan.docx", "has backslashes; write it with forward slashes: a/plan.docx"),
        ("a/plam.docx", "there is no file 'a/plam.docx' in report/a/; did you mean 'a/plan.docx'?"),
        ("a/Plan.docx", "there is no file 'a/Plan.docx' in report/a/; did you mean 'a/plan.docx'?"),
        ("b/plan.docx", "there is no folder 'b' either"),
        ("a", "there is no file 'a' in report/; name a file in that folder"),
    ],
)
def test_a_path_in_yaml_stays_in_its_folder(tmp_path: Path, text: str, message: str) -> None:
    folder = tmp_path / "report"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "plan.docx").write_text("", "utf-8")
    (tmp_path / "plan.docx").write_text("", "utf-8")
    (folder / "link.docx").symlink_to(tmp_path / "plan.docx")
    with pytest.raises(InputProblems) as caught:
        path_inside(text, folder, Where("f", 3))
    assert message in str(caught.value)


def test_a_good_path_is_given_absolute(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_text("", "utf-8")
    assert path_inside("plan.docx", tmp_path, Where("f")) == (tmp_path / "plan.docx").resolve()
    assert inside(tmp_path / "a" / ".." / "b", tmp_path)
    assert not inside(tmp_path / "a" / ".." / ".." / "b", tmp_path)
