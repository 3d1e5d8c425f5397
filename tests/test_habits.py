"""Habits of the repository that nothing else would notice when they lapse."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
CLOCKS = {"perf_counter", "monotonic", "process_time", "thread_time"}


def _asserts_on_the_clock(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    return any(
        isinstance(inner, ast.Name | ast.Attribute)
        and (getattr(inner, "id", "") in CLOCKS or getattr(inner, "attr", "") in CLOCKS)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert)
        for inner in ast.walk(node)
    )


def test_no_test_asserts_how_long_something_took() -> None:
    tests = (ROOT / "tests").rglob("*.py")
    assert [path.name for path in tests if _asserts_on_the_clock(path)] == []


def _takes(path: Path, module: str) -> bool:
    return any(
        isinstance(node, ast.Import) and any(alias.name == module for alias in node.names)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def test_names_of_months_and_days_do_not_follow_the_machine() -> None:
    program = (ROOT / "generator").rglob("*.py")
    assert [path.name for path in program if _takes(path, "calendar")] == []


def test_the_package_says_that_it_has_types() -> None:
    assert (ROOT / "generator" / "py.typed").is_file()


def test_the_changelog_has_a_part_for_what_is_not_released() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert headings[0] == "Unreleased"


def test_the_hosted_check_and_the_hooks_run_the_projects_own_commands() -> None:
    hosted = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    steps = [step.get("run", "") for step in hosted["jobs"]["test"]["steps"]]
    assert "bash .ci/run" in steps
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    entries = [hook["entry"] for repo in hooks["repos"] for hook in repo["hooks"]]
    assert {"mypy", "python .ci/check_message.py"} <= set(entries)


def _taken(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of everything that a file takes from the program."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            yield from ((node.module or "", alias.name) for alias in node.names)


def _is_there(module: str, name: str) -> bool:
    file = ROOT.joinpath(*module.split("."), f"{name}.py")
    return file.is_file() or hasattr(import_module(module), name)


def test_what_no_test_runs_takes_from_the_program_only_what_is_there() -> None:
    folders = ("benchmarks", "docs", "tests/attack", "tests/fuzz", "tests/corpus")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    taken = {(path.name, *one) for path in files for one in _taken(path)}
    assert taken
    assert [one for one in sorted(taken) if not _is_there(*one[1:])] == []


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        ("Say why\n\nBecause it helps.\n", ""),
        ("Say why\n", "the body is missing"),
        ("Say why\nat once\n", "a blank line is missing"),
        ("x" * 73 + "\n\nWhy.\n", "73 characters"),
        ("# only a remark\n", "the subject is empty"),
    ],
)
def test_a_commit_says_what_and_why(tmp_path: Path, message: str, wrong: str) -> None:
    file = tmp_path / "message"
    file.write_text(message, "utf-8")
    command = [sys.executable, str(ROOT / ".ci" / "check_message.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is (wrong == "")
    assert wrong in done.stderr
