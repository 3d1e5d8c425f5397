"""The script beside the action plan makes the file that stands there."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from generator.model.release.paper import Paper
from generator.word.paper.read_paper import read_paper
from tests.small import ROOT

FOLDER = ROOT / "inputs" / "agency-social-work-2023" / "appendices"

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def said(path: Path) -> tuple[object, ...]:
    """What a .docx says, whichever pandoc wrote it."""
    paper: Paper = read_paper(path.read_bytes(), "action-plan.docx")
    texts = [(text.kind, text.text) for text in paper.texts]
    rows = [(row.header, row.whole) for table in paper.tables for row in table.rows]
    return texts, rows, [drawing.alternative for drawing in paper.drawings]


def test_the_script_makes_the_action_plan_that_is_there(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("plan", FOLDER / "make_action_plan.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.main(tmp_path / "action-plan.docx")
    assert said(tmp_path / "action-plan.docx") == said(FOLDER / "action-plan.docx")
