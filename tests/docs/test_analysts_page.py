"""docs/guide-analysts.md: its commands and its Python do what the page says."""

from __future__ import annotations

import re
import shutil
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from generator.model.findings_rows import CHANGE_COLUMNS, FIGURE_COLUMNS

from . import pages
from .follow import Reader, printed_as

PAGE = pages.DOCS / "guide-analysts.md"
TEXT = PAGE.read_text("utf-8")
REPORT = "health-check-2022"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the report that the page is about."""
    root = tmp_path_factory.mktemp("analysts")
    for name in ("config", "report_templates", f"inputs/{REPORT}"):
        shutil.copytree(pages.ROOT / name, root / name)
    return root


def test_the_commands_do_what_the_page_says(example: Path) -> None:
    assert Reader(PAGE, example).follow() == 3


def test_the_python_prints_what_the_page_says(example: Path) -> None:
    names: dict[str, Any] = {}
    printed: list[str] = []
    tried = 0
    for block in pages.blocks(TEXT):
        if block.language == "python":
            out = StringIO()
            with chdir(example), redirect_stdout(out):
                exec(compile(block.text, f"{PAGE.name}:{block.line}", "exec"), names)
            printed = out.getvalue().splitlines()
        elif block.language == "text":
            assert printed_as(block.text.splitlines(), printed), (block.line, printed)
            tried += 1
    assert tried == 5


@pytest.mark.parametrize(
    ("heading", "columns"), [("Of figures:", FIGURE_COLUMNS), ("Of changes:", CHANGE_COLUMNS)]
)
def test_every_column_is_explained_as_the_workbook_explains_it(heading: str, columns: Any) -> None:
    table = TEXT.split(f"\n{heading}\n")[1].strip().split("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.M)
    assert rows == [(column.name, column.meaning) for column in columns]
