"""docs/word/: every module of generator/word/ has its page, and every page has a specimen."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from . import pages

FOLDER = pages.DOCS / "word"
WORD = pages.ROOT / "generator" / "word"
INDEX = (FOLDER / "README.md").read_text("utf-8").partition("## Which module is on which page")[2]
NAMED = set(re.findall(r"`(\w+)`", INDEX))
WHOLE = {
    "charts",
    "external",
    "lists",
    "margins",
    "paper",
    "pages",
    "reading",
    "redline",
    "updating",
    "validity",
}  # folders that have one page for all their modules


def test_every_module_is_on_a_page_and_every_one_named_is_there() -> None:
    paged = (path for path in WORD.rglob("*.py") if path.parent.name not in WHOLE)
    assert {path.stem for path in paged if path.stem != "__init__"} == NAMED
    for name in WHOLE:
        assert f"`{name}/`" in INDEX


def test_every_page_is_in_the_index() -> None:
    for page in FOLDER.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in INDEX, page.name


@pytest.mark.parametrize(
    "path", sorted(WORD.rglob("*.py")), ids=lambda path: path.relative_to(WORD).as_posix()
)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
