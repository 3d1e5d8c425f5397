"""The index survey of an example: its script writes the exports that are kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REPORT = Path(__file__).resolve().parents[2] / "inputs" / "social-worker-health-check-2021"
EXPORTS = ["social_workers_2020.csv", "social_workers_2021.csv"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("survey")
    command = [sys.executable, "-B", str(REPORT / "make_survey"), "--to", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", EXPORTS)
def test_the_script_writes_the_exports_byte_for_byte(made: Path, name: str) -> None:
    assert (made / name).read_bytes() == (REPORT / "survey" / name).read_bytes()


def test_the_questionnaire_has_ninety_statements_in_nine_themes() -> None:
    text = (REPORT / "codebook.yaml").read_text(encoding="utf-8")
    assert text.count("scale: agreement") == 90
    themes = text.partition("themes:\n")[2].partition("questions:\n")[0].splitlines()
    assert len(themes) == 9 + 1  # and 'About you'
