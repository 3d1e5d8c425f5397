"""One draft of a codebook from the exports of several waves."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.model.survey.codebook import Codebook
from generator.starters.codebook_draft import draft_waves
from generator.survey.inspection.inspect import inspect_export
from tests.survey.exports import option_counts, read_all, states, write_csv

OWN = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page"]
STEPS = ["Strongly agree", "Agree", "Disagree", "Strongly disagree"]


def lime(folder: Path, year: int, headings: list[str], answers: list[list[str]]) -> None:
    rows = [[str(i), f"{year}-05-02", "1", *(a[i % len(a)] for a in answers)] for i in range(24)]
    write_csv(folder / f"staff-{year}.csv", [[*OWN, *headings], *rows])


def drafted(folder: Path, *years: int) -> tuple[Codebook, str]:
    files = [f"staff-{year}.csv" for year in years]
    text = draft_waves([(inspect_export(folder / file, file=file), file) for file in files])
    (folder / "codebook.yaml").write_text(text, encoding="utf-8")
    return load_codebook(folder / "codebook.yaml", Files(folder)), text


def test_questions_of_one_name_or_one_wording_are_one_question(tmp_path: Path) -> None:
    lime(tmp_path, 2023, ["enjoy. I enjoy my work", "Q2. I am proud"], [STEPS, STEPS[:3]])
    lime(tmp_path, 2024, ["enjoy. My job is fun", "Q5. I am proud"], [STEPS, STEPS])
    codebook, _ = drafted(tmp_path, 2024, 2023)
    assert codebook.waves == ("2023", "2024")
    assert list(codebook.questions) == ["enjoy", "am_proud"]
    assert codebook.questions["enjoy"].texts == {"2023": ("I enjoy my work",)}
    assert codebook.questions["am_proud"].codes == ()
    counts = {w: option_counts(a, "am_proud") for (_, w), a in
              read_all(tmp_path, codebook).answers.items()}  # fmt: skip
    assert counts == {"2023": [8, 8, 8, 0], "2024": [6, 6, 6, 6]}


def test_a_number_for_a_code_is_no_name(tmp_path: Path) -> None:
    lime(tmp_path, 2023, ["Q1. Which team?", "Q2. I feel safe"], [["North", "South"], STEPS])
    lime(tmp_path, 2024, ["Q1. I feel safe", "Q2. Which team?"], [STEPS, ["North", "South"]])
    codebook, _ = drafted(tmp_path, 2023, 2024)
    assert list(codebook.questions) == ["feel_safe", "team"]
    assert all(states(answers, "team") == {"answered": 24} for answers in
               read_all(tmp_path, codebook).answers.values())  # fmt: skip


@pytest.mark.parametrize("code", ["Q7", "QID1", "QID4_2", "G01Q02", "Q2[SQ001]", "A1"])
def test_the_code_that_a_tool_made_is_not_enough(tmp_path: Path, code: str) -> None:
    lime(tmp_path, 2023, [f"{code}. The canteen offers good food"], [STEPS])
    lime(tmp_path, 2024, [f"{code}. I trust the chief executive"], [STEPS])
    codebook, _ = drafted(tmp_path, 2023, 2024)
    assert [q.waves for q in codebook.questions.values()] == [("2024",), ("2023",)]


def test_other_words_under_the_same_code_are_remarked_on(tmp_path: Path) -> None:
    lime(tmp_path, 2023, ["Q4. My workload is manageable"], [STEPS])
    lime(tmp_path, 2024, ["Q4. My workload is unmanageable"], [STEPS])
    codebook, text = drafted(tmp_path, 2023, 2024)
    assert [q.waves for q in codebook.questions.values()] == [()]
    assert "# 2023 has the same code with other words: see whether they mean the same" in text


def test_what_only_one_wave_asked_is_said_and_likeness_is_only_a_remark(tmp_path: Path) -> None:
    lime(tmp_path, 2023, ["a. I feel fairly satisfied with my job", "old. Old?"], [STEPS, STEPS])
    lime(tmp_path, 2024, ["b. I feel fairly satisfied with my work", "new. New?"], [STEPS, STEPS])
    codebook, text = drafted(tmp_path, 2023, 2024)
    assert {key: q.waves for key, q in codebook.questions.items()} == {
        "b": ("2024",), "new": ("2024",), "a": ("2023",), "old": ("2023",),
    }  # fmt: skip
    assert "# 2023 asks 'I feel fairly satisfied with my job' (" in text
    assert "# 2023 asks 'Old?'" not in text


def test_options_of_every_wave_are_listed_and_numbers_compared(tmp_path: Path) -> None:
    old, new = ["1.0", "2.0", "Many"], ["1", "2", "Part-time"]
    lime(tmp_path, 2023, ["jobs. How many jobs?"], [old])
    lime(tmp_path, 2024, ["jobs. How many jobs?"], [new])
    codebook, text = drafted(tmp_path, 2023, 2024)
    assert codebook.questions["jobs"].renamed_options == {"1.0": "1", "2.0": "2"}
    assert "this option is from 2023 only: Many." in text
    assert [states(a, "jobs") for a in read_all(tmp_path, codebook).answers.values()] == [
        {"answered": 24}, {"answered": 24},
    ]  # fmt: skip


def test_questions_of_different_kinds_stay_apart(tmp_path: Path) -> None:
    lime(tmp_path, 2023, ["n. How many?"], [[str(i) for i in range(12)]])
    lime(tmp_path, 2024, ["n. How many?"], [["Few", "Many"]])
    codebook, text = drafted(tmp_path, 2023, 2024)
    assert [(q.kind, q.waves) for q in codebook.questions.values()] == [
        ("single", ("2024",)), ("number", ("2023",)),
    ]  # fmt: skip
    assert "# 2023 has this code with another kind of answers" in text
    assert read_all(tmp_path, codebook)


def test_two_exports_of_one_year_are_refused(tmp_path: Path) -> None:
    lime(tmp_path, 2024, ["n. How many?"], [["Few", "Many"]])
    write_csv(tmp_path / "b.csv", [[*OWN, "n. How many?"], ["1", "2024-05-02", "1", "Few"]])
    files = ["staff-2024.csv", "b.csv"]
    with pytest.raises(InputProblems, match="is of the same wave as staff-2024"):
        draft_waves([(inspect_export(tmp_path / file, file=file), file) for file in files])


def test_the_year_in_a_name_tells_exports_of_one_day_apart(tmp_path: Path) -> None:
    for year in (2023, 2024):
        answers = [[str(i), "2025-05-02", "1", "Few"] for i in range(year - 2020)]
        write_csv(tmp_path / f"staff-{year}.csv", [[*OWN, "n. How many?"], *answers])
    assert drafted(tmp_path, 2024, 2023)[0].waves == ("2023", "2024")


def test_one_export_under_two_names_is_not_drafted_as_two_waves(tmp_path: Path) -> None:
    rows = [[*OWN, "n. How many?"], *([str(i), "2025-05-02", "1", "Few"] for i in range(4))]
    for year in (2023, 2024):
        write_csv(tmp_path / f"staff-{year}.csv", rows)
    with pytest.raises(InputProblems, match="holds the same answers as staff-2023"):
        drafted(tmp_path, 2023, 2024)


def test_the_same_answers_are_known_in_another_order_of_columns_and_rows(tmp_path: Path) -> None:
    heads = ["a. Is it fair?", "b. Which?"]
    rows = [[str(i), "2025-05-02", "1", STEPS[i % 4], "xyz"[i % 3]] for i in range(24)]
    turned = [[*row[:3], row[4], row[3]] for row in reversed(rows)]
    write_csv(tmp_path / "staff-2023.csv", [[*OWN, *heads], *rows])
    write_csv(tmp_path / "staff-2024.csv", [[*OWN, *heads[::-1]], *turned])
    with pytest.raises(InputProblems, match="holds the same answers as"):
        drafted(tmp_path, 2023, 2024)


def test_bands_of_several_waves_come_in_their_order(tmp_path: Path) -> None:
    ages = ["25 to 34", "35 to 44", "45 to 54"]
    lime(tmp_path, 2023, ["age. How old are you?"], [["Under 25", *ages, "55 and over"]])
    lime(tmp_path, 2024, ["age. How old are you?"], [[*ages[::-1], "Unknown"]])
    codebook, _ = drafted(tmp_path, 2023, 2024)
    options = codebook.questions["age"].options
    assert options == ("Under 25", *ages, "55 and over", "Unknown")


def test_rows_of_a_grid_under_another_lead_in_are_remarked_on_once(tmp_path: Path) -> None:
    rows = ["Pay", "Leave", "Hours", "Tools"]
    for year, words in ((2023, "How content are you with the following?"), (2024, "Please rate")):
        lime(tmp_path, year, [f"Q7[SQ00{i}]. {words} [{row}]" for i, row in enumerate(rows)],
             [STEPS * (1 + i % 2) + STEPS[:year % 3] for i in range(4)])  # fmt: skip
    codebook, text = drafted(tmp_path, 2023, 2024)
    assert list(codebook.questions) == ["pay", "leave", "hours", "tools"]
    assert codebook.questions["pay"].texts == {
        "2023": ("How content are you with the following? [Pay]",)
    }
    assert text.count("How content are you with the following?':") == 1
    assert "(so in 4 questions)" in text
    assert len(read_all(tmp_path, codebook).answers) == 2


def test_rows_of_one_name_with_other_answers_stay_apart(tmp_path: Path) -> None:
    lime(tmp_path, 2023, ["Q7[SQ001]. How content are you? [Pay]"], [["Yes", "No", "Partly so"]])
    lime(tmp_path, 2024, ["Q7[SQ001]. Is this important? [Pay]"], [STEPS])
    assert [q.waves for q in drafted(tmp_path, 2023, 2024)[0].questions.values()] == [
        ("2024",), ("2023",),
    ]  # fmt: skip
