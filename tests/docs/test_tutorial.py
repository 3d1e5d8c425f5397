"""docs/tutorial.md: a new user who does what it says sees what it says."""

from __future__ import annotations

from pathlib import Path

from . import pages
from .follow import Reader, printed_as

TUTORIAL = pages.DOCS / "tutorial.md"


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    assert Reader(TUTORIAL, tmp_path).follow() > 10


def test_lines_left_out_are_any_lines_and_others_must_be_there() -> None:
    assert printed_as(["one", "...", "four"], ["one", "two", "three", "four"])
    assert printed_as(["a  b: ..."], ["a b: c"])
    assert not printed_as(["one", "four"], ["one", "two", "four"])
    assert not printed_as(["one"], ["one", "two"])
