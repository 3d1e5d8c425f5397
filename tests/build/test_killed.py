"""A build that is killed at any moment leaves whole files, and the next one builds as if alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Committee
from tests.small import FOLDER, NAME, ROOT


def files(root: Path) -> dict[str, bytes]:
    folder = root / "output" / NAME
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".tmp"}


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
        assert err == b""
        for name, data in files(workspace).items():
            assert data in (old[name], new[name]), (moment, name)
    assert committee("build", NAME, cwd=workspace).code == 0
    assert files(workspace) == new


def test_several_builds_at_once_give_one_whole_report(pristine: Path, fresh: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", NAME]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(
            command, cwd=fresh, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for process in running:
        _, err = process.communicate()
        assert (process.returncode, err) == (0, b"")
    assert files(fresh) == files(pristine)
