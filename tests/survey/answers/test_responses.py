from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.files import Files
from generator.survey.answers.responses import NOT_ASKED
from tests.survey.exports import option_counts, read_one

QUESTIONS = """
  q: {text: Q, scale: agreement}
  m: {text: M, kind: multi, options: [A, B]}
  n: {text: N, kind: number}
  t: {text: T, kind: text}
  old: {text: Old, options: [X], cohorts: [others]}
"""
REST = """
scales: {agreement: {options: [Agree, Neither, Disagree]}}
filters: {duplicates: none}
"""
ROWS = [
    ["Q", "M", "N", "T"], ["Agree", "A;B;", "3", "one"], ["Disagree", "B;", "4", ""],
    ["", "", "", "three"], ["Agree", "A;", "5", "four"],
]  # fmt: skip


@pytest.fixture
def answers(tmp_path: Path):  # type: ignore[no-untyped-def]
    from generator.config.survey.codebook_file import load_codebook
    from generator.survey.answers.read import read_responses
    from tests.survey.exports import write_csv

    write_csv(tmp_path / "a.csv", ROWS)
    (tmp_path / "codebook.yaml").write_text(
        "cohorts: {staff: staff, others: others}\nwaves: [2022]\nfiles:\n"
        f"  - {{file: a.csv, cohort: staff, wave: 2022}}\n{REST}\nquestions:{QUESTIONS}",
        encoding="utf-8",
    )
    codebook = load_codebook(tmp_path / "codebook.yaml", Files(tmp_path))
    return read_responses(codebook, tmp_path, Files(tmp_path)).of("staff", "2022")


def test_answers_are_counted_per_option(answers) -> None:  # type: ignore[no-untyped-def]
    assert option_counts(answers, "q") == [2, 0, 1]
    assert option_counts(answers, "m") == [2, 2]


def test_choosing_any_of_several_options(answers) -> None:  # type: ignore[no-untyped-def]
    assert answers.chose("q", ["Agree", "Neither"]).tolist() == [True, False, False, True]
    assert answers.chose("m", ["A"]).tolist() == [True, False, False, True]
    with pytest.raises(ValueError, match="not in"):
        answers.chose("q", "Perhaps")


def test_a_question_not_asked_is_a_state_of_all(answers) -> None:  # type: ignore[no-untyped-def]
    assert not answers.asked("old")
    assert answers.codes("old").tolist() == [NOT_ASKED] * 4
    assert answers.options("old") == ("X",)
    assert option_counts(answers, "old") == [0]
    assert not answers.chose("old", "X").any()
    with pytest.raises(KeyError):
        answers.codes("unknown")


def test_waves_of_a_question(tmp_path: Path) -> None:
    found = read_one(tmp_path, [["Q", "R"], ["Yes", ""]], "  q: {text: Q, options: ['Yes']}\n")
    assert found.asked("q")
