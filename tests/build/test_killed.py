"""Builds that are killed, or run at once: whole files, of one build, and no edits made up."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.config.workspace import find_workspace
from generator.pipeline.report import build_report
from generator.publish.output import publish
from tests.conftest import Committee
from tests.publish.at_once import together
from tests.small import FOLDER, NAME, ROOT


def files(root: Path) -> dict[str, bytes]:
    folder = root / "output" / NAME
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_a_whole_build_killed_at_any_time_leaves_the_old_files_or_the_new(
    pristine: Path, workspace: Path, committee: Committee
) -> None:
    old = files(pristine)
    report = workspace / FOLDER / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("Staff check", "Staff survey"), "utf-8")
    (workspace / "output" / ".cache").rename(workspace.parent / "cache")
    committee("build", NAME, "-o", str(workspace.parent / "new"), cwd=workspace)
    new = {path.name: path.read_bytes() for path in (workspace.parent / "new").iterdir()}
    for moment in range(12):
        with subprocess.Popen(
            [sys.executable, "-m", "generator", "build", NAME],
            cwd=workspace,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            time.sleep(0.06 * moment)
            process.kill()
            _, err = process.communicate()
        # Whoever comes after one that was killed between its renames tells so.
        assert all(b"a build was killed" in line for line in err.splitlines())
        left = files(workspace)
        for name in old:
            assert left[name] in (old[name], new[name]), (moment, name)
    assert committee("build", NAME, cwd=workspace).code == 0
    assert files(workspace) == new


def build_at_once(*commands: Sequence[str | Path]) -> None:
    """Run `committee build check` several times at once, each with further words."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", NAME, *words],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for words in commands
    ]
    for process in running:
        _, err = process.communicate()
        assert (process.returncode, err) == (0, b"")


def test_several_builds_at_once_give_one_whole_report(pristine: Path, fresh: Path) -> None:
    build_at_once(*[("-w", fresh)] * 4)
    assert files(fresh) == files(pristine)


def test_builds_at_once_of_inputs_that_change_between_leave_one_of_them_and_no_edit(
    pristine: Path, fresh: Path, tmp_path: Path
) -> None:
    report = fresh / FOLDER / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("Staff check", "Staff survey"), "utf-8")
    build_at_once(("-w", fresh))
    out = tmp_path / "out"
    for _ in range(3):
        build_at_once(("-w", pristine, "-o", out), ("-w", fresh, "-o", out))
        left = {path.name: path.read_bytes() for path in out.iterdir()}
        assert left in (files(pristine), files(fresh))


def test_builds_in_threads_give_the_report_that_one_alone_gives(
    pristine: Path, fresh: Path
) -> None:
    workspace = find_workspace(fresh)
    together(lambda _: publish(build_report(workspace, NAME).files, fresh / "output" / NAME))
    assert files(fresh) == files(pristine)
