"""One small change to a small report, and what is then said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import small
from tests.conftest import Run, run

REPORT, SIGN_OFFS = "report.yaml", "sign_offs.yaml"
CODEBOOK, FINDINGS, NARRATIVE = "codebook.yaml", "findings.yaml", "narrative.md"
CSV, XLSX, QUALTRICS = "survey/sw_2021.csv", "survey/sw_2022.xlsx", "survey/mg_2022.csv"


class Case(NamedTuple):
    """In `file`, `old` becomes `new`; then a problem begins with `place` and holds all `words`."""

    name: str
    file: str
    old: str
    new: str
    place: str
    words: tuple[str, ...]


def cases(*rows: Case) -> pytest.MarkDecorator:
    """Run the test for each."""
    return pytest.mark.parametrize("case", rows, ids=lambda case: case.name)


def replace(root: Path, file: str, old: str, new: str) -> None:
    """Change the first occurrence of a text in a file of the report's folder."""
    path = root / small.FOLDER / file
    text = path.read_bytes().decode("utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def put(root: Path, file: str, data: bytes) -> None:
    """Put other bytes into a file of the report's folder."""
    (root / small.FOLDER / file).write_bytes(data)


def output(root: Path) -> dict[str, bytes]:
    """What is in the output folder of the report."""
    folder = root / "output" / small.NAME
    return {path.name: path.read_bytes() for path in folder.rglob("*")}


def refused(root: Path) -> Run:
    """Build; everything that is true of every refusal is checked here."""
    before = output(root)
    done = run("build", small.NAME, cwd=root)
    assert done.code == 1, done.out
    assert done.out == ""
    assert "Traceback" not in done.err
    lines = done.err.splitlines()
    assert lines[0] == "Nothing was written:"
    noun = "problem" if len(done.problems) == 1 else "problems"
    assert lines[-1] == f"{len(done.problems)} {noun} found."
    assert len(set(done.problems)) == len(done.problems)
    assert output(root) == before
    return done


def assert_told(done: Run, place: str, words: tuple[str, ...], alone: bool = True) -> None:
    """That a problem at the place has the words; alone: that it is the only one."""
    place = (
        place if place.startswith(("config/", "report_templates/")) else f"{small.FOLDER}/{place}"
    )
    found = [problem for problem in done.problems if problem.startswith(place)]
    assert found, f"no problem at {place} in:\n{done.err}"
    assert any(all(word in problem for word in words) for problem in found), done.err
    assert not alone or len(done.problems) == 1, done.err


def check(root: Path, case: Case) -> None:
    """The whole of a case: change, build, compare."""
    replace(root, case.file, case.old, case.new)
    assert_told(refused(root), case.place, case.words)


Change = Callable[[list[list[str]]], None]


def change_csv(root: Path, change: Change) -> None:
    """Write the csv export again with its rows changed."""
    rows = small.forms_rows("a", 24, 3, "My caseload is manageable")
    change(rows)
    put(root, CSV, small.csv_bytes(rows))


def change_xlsx(root: Path, change: Change) -> None:
    """Write the xlsx export again with its rows changed."""
    rows = small.forms_rows("b", 30, 7, small.QUESTIONS[1])
    change(rows)
    put(root, XLSX, small.xlsx_bytes(rows))
