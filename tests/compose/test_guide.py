"""The guide to formats: what it shows can be written as it stands, and prints what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config.yaml.yaml_file import parse_yaml
from generator.model.document import Document, Table
from tests.phrases import texts
from tests.starters.drafts import ROOT, compose_draft, workspace_in

from .builders import cell_text, outline

GUIDE = (ROOT / "docs" / "formats.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, flags=re.M | re.S)


def named(path: str) -> str:
    """The block that begins with a comment naming its file."""
    return next(text for _, text in BLOCKS if path in text.split("\n", 1)[0])


@pytest.fixture
def example(tmp_path: Path) -> Document:
    workspace = workspace_in(tmp_path)
    for path in ("config/formats/harrowdale-2024.yaml", "config/councils/harrowdale.yaml"):
        (workspace.root / path).write_text(named(path), "utf-8")
    folder = workspace.root / "inputs" / "new"
    folder.mkdir()
    (folder / "report.yaml").write_text(named("trial/report.yaml"), "utf-8")
    (folder / "narrative.md").write_text(named("trial/narrative.md"), "utf-8")
    return compose_draft(workspace, folder)


def test_every_yaml_block_of_the_guide_is_yaml() -> None:
    blocks = [text for language, text in BLOCKS if language == "yaml"]
    assert len(blocks) > 12
    for text in blocks:
        # A block may show one entry of a list, without the list.
        parse_yaml(f"x:\n{text}" if text.startswith("  - ") else text, "docs/formats.md")


def test_the_worked_example_prints_what_the_guide_says(example: Document) -> None:
    lines = outline(example)
    assert [line for line in lines if line.startswith("#")] == [
        "# Summary",
        "# 1. Recommendations",
        "# 2. Background",
        "# 3. What we found",
        "# 4. Options",
        "# 5. Issues",
        "# 6. Timetable",
        "# 7. Appendices",
        "# 8. Background documents",
    ]
    assert lines[2] == "This is not a key decision."
    assert lines[4] == "1.1 That the Committee notes the findings."


def test_the_worked_example_has_its_rows_and_tables(example: Document) -> None:
    rows = {row.label: texts(row.lines) for row in example.front_matter}
    assert rows["Key decision"] == (("☐ Yes", "☒ No"),)
    assert rows["Lead officer"] == (("Bo Sample, Head of Practice",),)
    assert "Timetable" not in rows
    blocks = [block for section in example.sections for block in section.blocks]
    tables = [block for block in blocks if isinstance(block, Table)]
    printed = [[[cell_text(cell) for cell in row] for row in (t.header, *t.rows)] for t in tables]
    assert printed == [
        [["Issue", "What it means", "Adviser"], ["Finance", "None.", "–"], ["Law", "None.", "–"],
         ["Equality", "The survey asks about fair treatment.", "–"]],
        [["Meeting", "Date"], ["Leadership Team", "20 February 2024"],
         ["Children and Families Committee", "15 March 2024"]],
        [["Document", "Held at"], ["Workforce strategy 2023", "Town Hall, room 12"]],
    ]  # fmt: skip


def test_the_guide_names_every_kind_style_form_and_source() -> None:
    from typing import get_args

    from generator.compose.format_phrases import BUILT_IN
    from generator.compose.parts.front_matter import SOURCES
    from generator.config.schema.schema_check import load_schema
    from generator.model.format import PartKind, RowKind

    forms = load_schema("format")["$defs"]["part"]["properties"]["form"]["enum"]
    words = [*get_args(PartKind), *get_args(RowKind), *forms, *SOURCES, "sub_headings", "grid"]
    assert [word for word in words if f"`{word}`" not in GUIDE] == []
    assert [word for word in BUILT_IN if f"`{{{word}}}`" not in GUIDE] == []
