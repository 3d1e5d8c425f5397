"""A warning of a text says under which heading and number the report prints it."""

from __future__ import annotations

from pathlib import Path

from generator.config.workspace import find_workspace
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import prepare
from tests.small import FOLDER, NAME, NARRATIVE, REPORT


def test_a_typed_figure_is_told_with_the_number_of_its_paragraph(fresh: Path) -> None:
    added = "\n\nWe counted 17.5% in the canteen.\n\n- and 18.5% in the hall\n"
    texts = {
        f"{FOLDER}/narrative.md": NARRATIVE.rstrip() + added,
        f"{FOLDER}/report.yaml": REPORT.replace("Note the findings.", "Note the 19.5% of them."),
    }
    prepared = prepare(read_inputs(find_workspace(fresh), NAME, texts))
    told = {issue.message.split()[0]: issue.where for issue in prepared.warnings}
    last = prepared.document.sections
    numbers = {
        block.number
        for section in last
        for block in section.blocks
        if "17.5%" in str(block) and getattr(block, "number", "")
    }
    assert {told["17.5%"].paragraph} == {told["18.5%"].paragraph} == numbers
    assert told["17.5%"].as_plain()["paragraph"] == numbers.pop()
    assert told["18.5%"].heading
    recommendation = told["19.5%"]
    assert recommendation.heading == "Recommendation for decision"
    assert recommendation.paragraph == "1"
