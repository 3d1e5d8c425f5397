"""What whole-report tests share: the small workspace, and running the command."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from generator.cli import committee as command
from tests import small

# The same examples on every machine and day, and no clock: what fails here fails for everybody.
# HYPOTHESIS_PROFILE=search looks further, with new examples each time.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@dataclass(frozen=True)
class Run:
    """What one run of the command gave."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        """The problems listed on standard error, without 'error: '."""
        lines = self.err.splitlines()
        return [line.removeprefix("error: ") for line in lines if line.startswith("error: ")]


Committee = Callable[..., Run]


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace, built once; nobody writes into it."""
    root = small.write_workspace(tmp_path_factory.mktemp("pristine"))
    assert run("build", small.NAME, "-w", str(root)).code == 0
    return root


@pytest.fixture
def fresh(pristine: Path, tmp_path: Path) -> Path:
    """The small workspace before anything was built in it."""
    root = tmp_path / "workspace"
    shutil.copytree(pristine, root, ignore=shutil.ignore_patterns("output"))
    return root


@pytest.fixture
def workspace(pristine: Path, tmp_path: Path) -> Path:
    """The small workspace, built, with its cache."""
    root = tmp_path / "workspace"
    shutil.copytree(pristine, root)
    return root


@pytest.fixture
def committee() -> Committee:
    """Runs the command in this process: committee('build', 'check', cwd=folder)."""
    return run


def run(*arguments: str, cwd: Path | None = None) -> Run:
    """The command in this process. Any exception but its exit is the test's to see."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(out))
        stack.enter_context(contextlib.redirect_stderr(err))
        if cwd is not None:
            stack.enter_context(contextlib.chdir(cwd))
        try:
            command.main(list(arguments), prog_name="committee")
        except SystemExit as exit_:
            code = exit_.code
    assert isinstance(code, int | None)
    return Run(code or 0, out.getvalue(), err.getvalue())


def spawn(*arguments: str, cwd: Path, **variables: str) -> Run:
    """The command in a process of its own, with these environment variables besides."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "generator", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(small.ROOT)} | variables,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
