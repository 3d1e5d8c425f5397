"""docs/architecture.md: what it names is there, and its stages run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from . import pages

PAGE = pages.DOCS / "architecture.md"
TEXT = PAGE.read_text("utf-8")
HOUSE = pages.ROOT / "generator"
BUILT = {"provenance.json"}
NAMED = sorted(set(re.findall(r"`([\w/]+\.(?:py|json|md))`", TEXT)) - BUILT)


def test_every_floor_and_room_is_drawn_and_every_one_drawn_is_there() -> None:
    table = TEXT.partition("| floor |")[2].partition("\n\n")[0]
    drawn: dict[str, set[str]] = {}
    for floor, rooms in re.findall(r"^\| `([\w.]+)/?` \|([^|]*)\|", table, re.M):
        drawn[floor] = set(re.findall(r"`(\w+)`", rooms))
    there = {
        path.name: {room.name for room in path.iterdir() if (room / "__init__.py").is_file()}
        for path in HOUSE.iterdir()
        if (path / "__init__.py").is_file()
    }
    assert {name: rooms for name, rooms in drawn.items() if not name.endswith(".py")} == there


@pytest.mark.parametrize("name", NAMED)
def test_every_file_that_the_page_names_is_there(name: str) -> None:
    found = [HOUSE / name, pages.ROOT / name, *HOUSE.rglob(name.rpartition("/")[2])]
    assert any(path.is_file() and path.as_posix().endswith(name) for path in found)


def test_the_stages_run_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("config", "report_templates", "inputs"):
        shutil.copytree(pages.ROOT / folder, tmp_path / folder)
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    monkeypatch.chdir(tmp_path)
    names: dict[str, bytes] = {}
    exec(compile(code, PAGE.name, "exec"), names)  # the page's own code
    assert names["word"][:2] == b"PK"
