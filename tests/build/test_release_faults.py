"""Releases that are killed, run out of disk, or are made twice at once: nothing lost or doubled."""

from __future__ import annotations

import errno
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.pipeline.release import finalising, recording_releases
from generator.publish import atomic
from tests.conftest import Committee, run, spawn
from tests.small import FOLDER, NAME

DAY = ("--today", "2023-03-07")
FINAL = Path("output") / NAME / "final"


@pytest.fixture
def root(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small workspace, signed; LibreOffice is left alone."""
    monkeypatch.setattr(finalising, "libreoffice", lambda: None)
    (workspace / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    for unit, code in (("financial", "[JG/15022023/Y]"), ("legal", "[SB/05022023/I]")):
        assert run("sign-off", NAME, unit, code, cwd=workspace).code == 0
    return workspace


def _releases(root: Path) -> int:
    """How often the ledger says that the report was released."""
    lines = (root / FOLDER / "ledger.jsonl").read_text("utf-8").splitlines()
    return sum(json.loads(line)["event"] == "released" for line in lines)


@pytest.mark.parametrize("step", ["register", "publish", "_add_event"])
def test_a_release_that_was_killed_is_made_again_and_told_once(
    root: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if step == "register":
        monkeypatch.setattr(recording_releases, "write_files", killed)
    else:
        monkeypatch.setattr(recording_releases, step, killed)
    assert committee("finalise", NAME, *DAY, cwd=root).code != 0
    assert _releases(root) == 0
    monkeypatch.undo()
    monkeypatch.setattr(finalising, "libreoffice", lambda: None)
    done = committee("finalise", NAME, *DAY, cwd=root)
    assert done.code == 0, done.err
    assert _releases(root) == 1
    assert committee("verify", str(FINAL / f"{NAME}.docx"), cwd=root).code == 0


def test_a_full_disk_is_told_and_leaves_nothing_half(
    root: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    committee("check", NAME, cwd=root)

    def full(path: Path, *_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    before = {path: path.read_bytes() for path in (root / FOLDER).rglob("*") if path.is_file()}
    monkeypatch.setattr(atomic, "_write_beside", full)
    done = committee("finalise", NAME, *DAY, cwd=root)
    assert done.code == 1
    assert "Traceback" not in done.err
    assert "space" in done.err
    after = {path: path.read_bytes() for path in (root / FOLDER).rglob("*") if path.is_file()}
    assert after == before
    assert not (root / FINAL / f"{NAME}.docx").exists()


def test_two_releases_at_once_are_one(root: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(spawn, "finalise", NAME, *DAY, cwd=root, PATH="") for _ in range(2)]
        done = [one.result() for one in both]
    assert any(one.code == 0 for one in done), [one.err for one in done]
    assert all("Traceback" not in one.err for one in done)
    assert _releases(root) == 1
    shutil.rmtree(root / FINAL)
    assert run("finalise", NAME, *DAY, cwd=root).code == 0
    assert _releases(root) == 1
