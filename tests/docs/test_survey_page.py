"""docs/survey.md: its codebook, its findings and every measure work with the tutorial's survey."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.config.files import Files
from generator.config.schema.schema_check import load_schema
from generator.model.findings import MARKS, Findings
from generator.survey.compute import compute_findings

from . import pages

PAGE = pages.DOCS / "survey.md"
TEXT = PAGE.read_text("utf-8")
YAML = [block.text for block in pages.blocks(TEXT) if block.language == "yaml"]
EXAMPLES = re.findall(r"`(\{measure: .+?\})`(?= \||[.])", TEXT)


def part(key: str) -> str:
    """The page's YAML block that begins with a key."""
    return next(block for block in YAML if block.startswith(f"{key}:"))


def computed(findings: str, folder: Path) -> Findings:
    """Findings of the tutorial's exports, with the page's codebook and quotation."""
    (folder / "survey").mkdir()
    for export in (pages.DOCS / "tutorial").glob("*.csv"):
        shutil.copyfile(export, folder / "survey" / export.name)
    (folder / "codebook.yaml").write_text(part("cohorts") + part("quotations"), "utf-8")
    (folder / "findings.yaml").write_text(findings, "utf-8")
    return compute_findings(folder, Files(folder))


def test_the_findings_of_the_page_are_computed(tmp_path: Path) -> None:
    found = computed(part("disclosure") + part("wave"), tmp_path)
    assert set(found.items) == {
        "staff.response", "staff.workload", "staff.workload_by_hub", "staff.north",
    }  # fmt: skip
    assert found.items["staff.workload"].changes


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_measure_is_computed_as_the_page_writes_it(example: str, tmp_path: Path) -> None:
    found = computed(f"findings:\n  staff:\n    tried: {example}\n", tmp_path)
    tried = found.items["staff.tried"]
    assert tried.quotations or any(e.value is not None for e in tried.estimates)


def test_every_measure_has_an_example() -> None:
    measures = load_schema("findings")["$defs"]["finding"]["properties"]["measure"]["enum"]
    shown = {re.match(r"\{measure: (\w+)", example)[1] for example in EXAMPLES}  # type: ignore[index]
    assert shown == set(measures)


def test_every_mark_is_explained() -> None:
    for mark, meaning in MARKS.items():
        assert re.search(
            rf"^\| `{re.escape(mark)}` \| {re.escape(meaning.split(':')[0])}", TEXT, re.M
        )


def test_the_minimums_of_the_page_are_those_of_the_program() -> None:
    rules = load_schema("findings")["properties"]["disclosure"]["properties"]
    for key, value in re.findall(
        r"^  (minimum\w+|rounding_base): (\d+)$", part("disclosure"), re.M
    ):
        assert rules[key]["default"] == int(value), key
    for key, value in re.findall(r"`(\w+)` \((\d+)\)", TEXT):
        assert rules[key]["default"] == int(value), key
