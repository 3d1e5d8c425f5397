from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.survey import readers
from generator.survey.readers.layout_registry import layouts
from tests.survey.exports import outline_of, write_csv


def test_every_layout_has_a_name_and_a_title() -> None:
    assert {name: layout.TITLE for name, layout in layouts().items()} == {
        "flat": "Flat table",
        "google-forms": "Google Forms",
        "limesurvey": "LimeSurvey",
        "microsoft-forms": "Microsoft Forms",
        "qualtrics": "Qualtrics",
        "smartsurvey": "SmartSurvey",
        "surveymonkey": "SurveyMonkey",
    }


def test_a_new_layout_is_one_new_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "ballot_box.py").write_text(
        "from generator.survey.readers.export_layout import HeadColumn, Outline\n"
        "NAME, TITLE = 'ballot-box', 'Ballot Box'\n"
        "def recognise(sample):\n"
        "    return 1.0 if sample.row(0)[0] == 'Ballot' else 0.0\n"
        "def outline(sample, hints):\n"
        "    return Outline(NAME, 1, tuple(HeadColumn(i, h, h) for i, h in"
        " enumerate(sample.row(0))))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(readers, "__path__", [*readers.__path__, str(folder)])
    layouts.cache_clear()
    try:
        path = write_csv(tmp_path / "a.csv", [["Ballot", "Vote"], ["1", "Yes"]])
        assert outline_of(path).layout == "ballot-box"
    finally:
        layouts.cache_clear()
        sys.modules.pop("generator.survey.readers.ballot_box", None)
