"""`build --public` keeps the register of publications, and drafts are held against it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publish import output
from generator.starters.workspace_draft import starter_files
from tests import small
from tests.conftest import Run

REGISTER = "inputs/published.jsonl"


def named(workspace: Path, published: str = "") -> Path:
    """Give the survey a name; published: what findings.yaml is to say of the register."""
    folder = workspace / small.FOLDER
    book = folder / "codebook.yaml"
    book.write_text(f"survey: staff-check\n{book.read_text('utf-8')}", "utf-8")
    if published:
        findings = folder / "findings.yaml"
        text = findings.read_text("utf-8")
        assert "disclosure: {" in text
        asked = text.replace("disclosure: {", f"disclosure: {{published: {published}, ")
        findings.write_text(asked, "utf-8")
    return workspace / REGISTER


def add_answer(workspace: Path) -> None:
    """One more manager has answered."""
    export = workspace / small.FOLDER / "survey" / "mg_2022.csv"
    rows = small.qualtrics_rows("c", 16, 4)
    export.write_bytes(small.csv_bytes(rows))


def test_a_copy_for_publication_adds_a_line_and_the_same_copy_no_other(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    register = named(workspace)
    assert committee("build", small.NAME, cwd=workspace).code == 0
    assert not register.exists()
    assert committee("build", small.NAME, "--public", "--dry-run", cwd=workspace).code == 0
    assert not register.exists()
    done = committee("build", small.NAME, "--public", cwd=workspace)
    assert "says what was published of 'staff-check'" in done.err
    (line,) = register.read_text("utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["survey"], entry["report"]) == ("staff-check", small.NAME)
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    assert register.read_text("utf-8").splitlines() == [line]
    assert not [name for name in small.people() if name in line]


def test_the_register_says_what_is_published_before_it_is(
    workspace: Path, committee: Callable[..., Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    register = named(workspace)
    monkeypatch.setattr(output, "publish", killed)
    committee("build", small.NAME, "--public", cwd=workspace)
    assert not (workspace / "output" / small.NAME / "public" / "findings.json").exists()
    assert len(register.read_text("utf-8").splitlines()) == 1
    monkeypatch.undo()
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    assert len(register.read_text("utf-8").splitlines()) == 1


def test_a_new_workspace_merges_lines_of_two_branches() -> None:
    assert b"\ninputs/published.jsonl merge=union\n" in starter_files()[".gitattributes"]


def test_a_survey_without_a_name_has_no_register(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    assert not (workspace / REGISTER).exists()


def test_a_draft_lists_the_register_among_its_inputs_and_says_what_it_would_tell(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    named(workspace)
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    done = committee("build", small.NAME, cwd=workspace)
    assert "survey" not in done.err
    provenance = json.loads((workspace / "output" / small.NAME / "provenance.json").read_text())
    assert REGISTER in provenance["inputs"]
    add_answer(workspace)
    done = committee("build", small.NAME, cwd=workspace)
    assert done.code == 0
    assert f"warning: {REGISTER}: the answers have changed since 'Staff check 2022'" in done.err
    assert "tells what a few people answered; use the export as it was then" in done.err


def test_a_build_that_is_to_protect_what_was_published_is_refused(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    named(workspace, "protect")
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    assert committee("build", small.NAME, cwd=workspace).code == 0
    add_answer(workspace)
    done = committee("build", small.NAME, cwd=workspace)
    assert done.code == 1
    assert f"{REGISTER}: the answers have changed since 'Staff check 2022'" in done.err


def test_the_cache_forgets_what_was_computed_before_another_report_was_published(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    register = named(workspace)
    assert committee("build", small.NAME, cwd=workspace).code == 0
    register.write_text("{}\n", "utf-8")
    done = committee("build", small.NAME, cwd=workspace)
    assert done.code == 1
    assert f"{REGISTER}:1: is not an entry of the register" in done.err
