"""docs/narrative.md: every expression that it documents prints what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.document import Block, Chart, Contents, Grid, ListBlock, Paragraph, Table
from generator.model.walk import plain
from generator.narrative.expressions.part_table import METHODS, PARTS
from generator.narrative.expressions.word_filters import FILTERS

from . import makers

DOCUMENT = (makers.ROOT / "docs" / "narrative.md").read_text(encoding="utf-8")


def rows(heading: str) -> Iterator[tuple[str, str]]:
    """(source, result) of each table row under a heading that shows an expression."""
    section = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", DOCUMENT, re.M | re.S)
    assert section is not None, heading
    for line in section.group(1).splitlines():
        cells = re.match(r"\| `(.+?)` \| (.+) \|$", line)
        if cells is not None:
            yield cells.group(1).replace("\\|", "|"), cells.group(2)


PRINTING = [
    row
    for heading in (
        "Figures",
        "Change between waves",
        "Proportions in words",
        "Answers, groups and rankings",
        "The report, other sources and quotations",
        "Filters",
        "Choosing and repeating",
    )
    for row in rows(heading)
]
PLACING = [
    row
    for row in rows("Charts, tables and other things on a line of their own")
    if row[0].startswith("{{")
]
REFUSED = [*rows("What is refused"), *rows("Claims")]


@pytest.mark.parametrize(("source", "result"), PRINTING)
def test_every_documented_expression_prints_its_result(source: str, result: str) -> None:
    said, *footnotes = makers.text(source).strip().split("\n")
    assert said + ", and its source as a footnote" * len(footnotes) == result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "costs.csv").write_text("Item,Cost\nPost,10\nRoom,5\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("source", "result"), PLACING)
def test_every_documented_line_places_what_it_says(source: str, result: str, folder: Path) -> None:
    assert shown(makers.blocks(source, folder=folder)[0]) == result


@pytest.mark.parametrize(("source", "result"), REFUSED)
def test_every_documented_problem_is_found(source: str, result: str, folder: Path) -> None:
    assert makers.problems(source, folder=folder) == [(2, result)]


@pytest.mark.parametrize("source", re.findall(r"^```narrative\n(.*?)^```", DOCUMENT, re.M | re.S))
def test_every_documented_narrative_can_be_written(source: str) -> None:
    assert makers.write(source).sections


def test_every_part_method_and_filter_is_documented() -> None:
    for name in (*PARTS, *METHODS):
        assert f".{name}" in DOCUMENT, name
    for name in FILTERS:
        assert re.search(rf"\| {name}\b", DOCUMENT), name


def shown(block: Block) -> str:
    """A block in the few words that the documentation uses."""
    if isinstance(block, Chart):
        return f'{block.kind}: {", ".join(block.categories)}. "{block.title}"'
    if isinstance(block, Table):
        header = ", ".join(plain(cell, " ") for cell in block.header)
        return f"table: {header}. {len(block.rows)} rows"
    if isinstance(block, ListBlock):
        return "list: " + "; ".join(plain(item.content, " ") for item in block.items)
    if isinstance(block, Grid):
        cells = [" ".join(_text(inner) for inner in cell) for cell in block.cells]
        told = "; ".join(cell for cell in cells if cell)
        return f"grid of {block.columns} columns" + (f": {told}" if told else "")
    if isinstance(block, Contents):
        return "contents"
    return _text(block)


def _text(block: Block) -> str:
    return plain(block.content, " ") if isinstance(block, Paragraph) else ""
