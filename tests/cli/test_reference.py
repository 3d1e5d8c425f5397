"""docs/reference/ is what the program says of itself; `make docs` writes it.

That every command has help with an example, and that the list of commands has each command's own
short help, is tested in tests/cli/test_help.py; the page of YAML keys in tests/config/.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import reference

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", sorted(reference.pages()))
def test_the_page_is_current(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == reference.pages()[name], "run: make docs"


def test_check_says_whether_they_are_current(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reference.main(["--check"]) == 0
    monkeypatch.setattr(reference, "pages", lambda: {"commands.md": "something else"})
    assert reference.main(["--check"]) == 1
    assert "commands.md" in capsys.readouterr().err


def test_every_command_stands_under_its_name() -> None:
    headings = re.findall(r"^## `(.+)`$", reference.commands_reference(), re.M)
    assert headings[0] == "committee"
    assert {"committee build", "committee survey inspect", "committee format new"} <= set(headings)
    assert len(set(headings)) == len(headings)
