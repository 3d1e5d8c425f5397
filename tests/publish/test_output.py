"""An edited report that stands where a new one goes is kept."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from generator.model.digests import bytes_digest
from generator.publish.provenance import recorded_output
from tests.conftest import Committee
from tests.small import FOLDER, NAME


def change_title(root: Path, title: str) -> None:
    path = root / FOLDER / "report.yaml"
    path.write_text(path.read_text("utf-8").replace("Staff check 2022", title), "utf-8")


def word_files(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "output" / NAME).glob("*.docx"))


def edit(root: Path, mark: bytes = b"officer") -> bytes:
    path = root / "output" / NAME / "check.docx"
    path.write_bytes(path.read_bytes() + mark)
    return path.read_bytes()


def test_an_edited_report_is_set_aside_under_a_name_that_tells_so(
    workspace: Path, committee: Committee
) -> None:
    edited = edit(workspace)
    done = committee("build", NAME, cwd=workspace)
    assert done.code == 0
    [aside] = [name for name in word_files(workspace) if "(edited" in name]
    assert (workspace / "output" / NAME / aside).read_bytes() == edited
    assert f"is kept as {Path('output', NAME, aside)}" in done.err


def test_every_edit_is_kept_and_the_same_one_once(workspace: Path, committee: Committee) -> None:
    for mark in (b"one", b"two", b"one"):
        edit(workspace, mark)
        committee("build", NAME, cwd=workspace)
    assert len(word_files(workspace)) == 3


def test_a_report_as_it_was_built_is_replaced_without_a_copy(
    workspace: Path, committee: Committee
) -> None:
    for title in ("Another", "A third"):
        change_title(workspace, title)
        assert committee("build", NAME, cwd=workspace).code == 0
    assert word_files(workspace) == ["check.docx"]


@pytest.mark.parametrize("record", ["", "{", "[]", '{"outputs": {"check.docx": 3}}', "\0\xff"])
def test_without_a_usable_record_of_what_was_built_the_report_counts_as_edited(
    workspace: Path, committee: Committee, record: str
) -> None:
    (workspace / "output" / NAME / "provenance.json").write_text(record, "latin-1")
    change_title(workspace, "Another")
    assert committee("build", NAME, cwd=workspace).code == 0
    assert len(word_files(workspace)) == 2


def test_a_dry_run_says_that_an_edited_report_would_be_kept_and_touches_nothing(
    workspace: Path, committee: Committee
) -> None:
    edited = edit(workspace)
    done = committee("build", NAME, "--dry-run", cwd=workspace)
    assert "would be kept as" in done.err
    assert word_files(workspace) == ["check.docx"]
    assert (workspace / "output" / NAME / "check.docx").read_bytes() == edited


@pytest.mark.parametrize("failing", range(5))
@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_when_a_rename_fails_the_edited_report_is_where_it_was(
    workspace: Path,
    committee: Committee,
    monkeypatch: pytest.MonkeyPatch,
    failing: int,
    links: bool,
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    edit(workspace)
    change_title(workspace, "Another")
    before = {p.name: p.read_bytes() for p in (workspace / "output" / NAME).iterdir()}
    plain, calls = Path.replace, iter(range(100))

    def replace(self: Path, target: Path) -> Path:
        if ".cache" not in self.parts and next(calls) == failing:
            raise PermissionError(errno.EACCES, "Permission denied", str(self), None, str(target))
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    done = committee("build", NAME, cwd=workspace)
    # The journal's, the copy's, the .docx's, provenance.json's; findings.json is the same.
    if failing < (3 if links else 4):
        assert done.code == 1
        assert "Permission denied" in done.err
        assert {p.name: p.read_bytes() for p in (workspace / "output" / NAME).iterdir()} == before
    else:
        assert done.code == 0


def no_links(_path: Path, _name: Path) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def leave_unfinished(folder: Path) -> bytes:
    """As it is left by a build that is killed before its first rename; the .docx of that build."""
    record, steps = folder / "provenance.json", {}
    new = {"check.docx": (folder / "check.docx").read_bytes() + b"of the killed build"}
    outputs = {"check.docx": {"digest": f"sha256:{bytes_digest(new['check.docx'])}"}}
    new["provenance.json"] = json.dumps({"outputs": outputs}).encode()
    for name, data in new.items():
        temporary = f".committee-set-{name}.new"
        (folder / temporary).write_bytes(data)
        steps[name] = {"temporary": temporary, "known": recorded_output(record, name)}
    (folder / ".committee-set.json").write_text(json.dumps(steps))
    return new["check.docx"]


def test_what_a_killed_build_left_is_mended_and_told_in_a_line(
    workspace: Path, committee: Committee
) -> None:
    folder = workspace / "output" / NAME
    leave_unfinished(folder)
    done = committee("build", NAME, cwd=workspace)
    what = "a build was killed while it wrote there; mended: check.docx, provenance.json"
    assert (done.code, done.err) == (0, f"{Path('output', NAME)}: {what}\n")
    assert not list(folder.glob(".committee*"))


def test_what_a_killed_build_left_is_mended_also_where_the_inputs_have_problems(
    workspace: Path, committee: Committee
) -> None:
    folder = workspace / "output" / NAME
    new = leave_unfinished(folder)
    (workspace / FOLDER / "sign_offs.yaml").write_text("sign_offs: 3\n", "utf-8")
    assert committee("build", NAME, "--dry-run", cwd=workspace).code == 1
    assert list(folder.glob(".committee*")), "a dry run mends nothing"
    done = committee("build", NAME, cwd=workspace)
    assert (done.code, "mended: check.docx" in done.err) == (1, True)
    assert (folder / "check.docx").read_bytes() == new
    assert not list(folder.glob(".committee*"))


def test_what_was_edited_after_a_kill_is_kept_and_told(
    workspace: Path, committee: Committee
) -> None:
    folder = workspace / "output" / NAME
    leave_unfinished(folder)
    edited = edit(workspace)
    done = committee("build", NAME, cwd=workspace)
    [aside] = folder.glob("*(edited*")
    assert aside.read_bytes() == edited
    assert f"is kept as {Path('output', NAME, aside.name)}" in done.err


def test_problems_in_the_input_leave_the_previous_output_untouched(
    workspace: Path, committee: Committee
) -> None:
    edit(workspace)
    folder = workspace / "output"
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    (workspace / FOLDER / "sign_offs.yaml").write_text("sign_offs: 3\n", "utf-8")
    assert committee("build", NAME, cwd=workspace).code == 1
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
