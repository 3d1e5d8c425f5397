"""One export that is named for two waves or cohorts, under whatever name."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.config.files import Files
from generator.config.survey.codebook_file import load_codebook
from generator.errors import InputProblems
from generator.model.issues import Issue
from generator.survey.answers import same_answers
from generator.survey.answers.responses import Column
from generator.survey.inspection.compare import compare_codebook
from tests.survey.exports import read_all, write_csv, write_xlsx

ANSWERS = ["Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"]
Rows = list[list[str]]


def people(size: int, items: int, seed: int, weights: Sequence[int] = (2, 4, 3, 2, 1)) -> Rows:
    """Answers of people who have nothing to do with one another."""
    drawn = random.Random(seed)
    return [drawn.choices(ANSWERS, weights, k=items) for _ in range(size)]


def headed(rows: Sequence[Sequence[str]], more: Sequence[str] = ()) -> Rows:
    """The rows of an export with items Q1, Q2, ... and then other columns."""
    items = len(rows[0]) - len(more)
    return [[*(f"Q{i + 1}" for i in range(items)), *more], *map(list, rows)]


def codebook(folder: Path, files: str, items: int, rest: str = "", more: str = "") -> None:
    questions = "".join(f"  q{i + 1}: {{text: Q{i + 1}, scale: agreement}}\n" for i in range(items))
    (folder / "codebook.yaml").write_text(
        f"cohorts: {{staff: staff, heads: heads}}\nwaves: [2022, 2023]\nfiles:\n{files}{rest}\n"
        f"scales: {{agreement: {{options: [{', '.join(ANSWERS)}]}}}}\n"
        f"questions:\n{questions}{more}",
        encoding="utf-8",
    )


TWO = "  - {file: a.csv, cohort: staff, wave: 2022}\n  - {file: b.csv, cohort: staff, wave: 2023}\n"


def said(folder: Path) -> list[str]:
    """What reading the codebook's exports ends with."""
    found: list[Issue] = []
    try:
        read_all(folder, load_codebook(folder / "codebook.yaml", Files(folder)))
    except InputProblems as error:
        found += error.problems
    assert {issue.rule for issue in found} <= {"survey.repeated"}
    return [str(issue) for issue in found]


def test_a_file_named_for_two_waves_is_refused(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", headed(people(20, 3, 1)))
    codebook(tmp_path, TWO.replace("b.csv", "a.csv"), 3)
    assert said(tmp_path) == [
        "codebook.yaml:5: files[1]: a.csv is named for staff 2022 and again for staff 2023, and "
        "100% of its answers would count in both; name the export of staff 2023, or say with "
        "'select:' which of its answers belong here"
    ]


@pytest.mark.parametrize("wave", ["2022", "2023"])
def test_a_file_named_for_two_cohorts_or_twice_for_one_is_refused(
    tmp_path: Path, wave: str
) -> None:
    write_csv(tmp_path / "a.csv", headed(people(20, 3, 1)))
    entry = "  - {{file: a.csv, cohort: {}, wave: {}}}\n"
    for cohort, words in (("heads", f"for staff 2022 and again for heads {wave}"), ("staff", "")):
        codebook(tmp_path, entry.format("staff", "2022") + entry.format(cohort, wave), 3)
        (problem,) = said(tmp_path)
        assert words in problem
    assert ("is named twice for staff 2022" in problem) == (wave == "2022")


def test_a_copy_under_another_name_is_refused_however_few_answered(tmp_path: Path) -> None:
    rows = headed([["Agree"], ["Agree"], ["Disagree"]])
    write_csv(tmp_path / "a.csv", rows)
    write_csv(tmp_path / "b.csv", rows)
    codebook(tmp_path, TWO, 1)
    assert said(tmp_path) == [
        "codebook.yaml:5: files[1]: b.csv, named for staff 2023, holds the answers of a.csv, named "
        "for staff 2022: 100% of them are the same; put the export of staff 2023 in its place; if "
        "people did answer alike, raise 'same_answers:' under filters:"
    ]


def test_the_same_answers_in_another_order_kind_of_file_and_spelling_are_refused(
    tmp_path: Path,
) -> None:
    rows = people(40, 5, 1)
    write_csv(tmp_path / "a.csv", headed(rows))
    again = [[f" {answer.upper()}" for answer in row] for row in reversed(rows)]
    write_xlsx(tmp_path / "b.xlsx", headed(again))
    codebook(tmp_path, TWO.replace("b.csv", "b.xlsx"), 5)
    (problem,) = said(tmp_path)
    assert "b.xlsx, named for staff 2023, holds the answers of a.csv" in problem


def test_an_export_that_holds_last_years_answers_too_is_refused(tmp_path: Path) -> None:
    rows = people(60, 5, 1)
    write_csv(tmp_path / "a.csv", headed(rows))
    write_csv(tmp_path / "b.csv", headed([*rows, *people(80, 5, 2)]))
    codebook(tmp_path, TWO, 5)
    assert len(said(tmp_path)) == 1


@pytest.mark.parametrize("items", [1, 2, 3, 4, 6, 12])
@pytest.mark.parametrize("size", [8, 30, 150, 600])
def test_people_who_answer_alike_by_chance_are_not_the_same_export(
    tmp_path: Path, items: int, size: int
) -> None:
    write_csv(tmp_path / "a.csv", headed(people(size, items, 1)))
    write_csv(tmp_path / "b.csv", headed(people(size, items, 2)))
    codebook(tmp_path, TWO, items)
    assert said(tmp_path) == []


def test_a_panel_that_mostly_thinks_as_before_is_not_the_same_export(tmp_path: Path) -> None:
    before, drawn = people(120, 5, 1), random.Random(2)
    after = [[a if drawn.random() < 0.9 else drawn.choice(ANSWERS) for a in row] for row in before]
    times = [f"2022-05-{1 + i % 28:02} 10:{i % 60:02}" for i in range(120)]
    assert sum(one == other for one, other in zip(before, after, strict=True)) > 60
    entry = ", mapping: {completed: Sent}}"
    for file, rows, year in (("a.csv", before, "2022"), ("b.csv", after, "2023")):
        sent = [[*row, at.replace("2022", year)] for row, at in zip(rows, times, strict=True)]
        write_csv(tmp_path / file, headed(sent, ["Sent"]))
    codebook(tmp_path, TWO.replace("}", entry), 5)
    assert said(tmp_path) == []
    sent = [[*row, at] for row, at in zip(before[:70] + after[70:], times, strict=True)]
    write_csv(tmp_path / "b.csv", headed(sent, ["Sent"]))
    assert len(said(tmp_path)) == 1


def test_how_much_may_be_the_same_is_a_setting(tmp_path: Path) -> None:
    rows = people(60, 6, 1)
    write_csv(tmp_path / "a.csv", headed(rows))
    write_csv(tmp_path / "b.csv", headed([*rows[:24], *people(36, 6, 2)]))
    codebook(tmp_path, TWO, 6)
    assert said(tmp_path) == []
    codebook(tmp_path, TWO, 6, "filters: {same_answers: 0.2, duplicates: none}")
    assert len(said(tmp_path)) == 1
    codebook(tmp_path, TWO.replace("b.csv", "a.csv"), 6, "filters: {same_answers: 1}")
    assert said(tmp_path) == []


def test_parts_of_one_export_that_are_selected_apart_are_legitimate(tmp_path: Path) -> None:
    rows = [[*row, "Heads" if i % 3 else "Staff"] for i, row in enumerate(people(30, 3, 1))]
    write_csv(tmp_path / "a.csv", headed(rows, ["Who"]))
    entry = "  - {{file: a.csv, cohort: {}, wave: 2022, select: {{column: Who, answers: [{}]}}}}\n"
    parts = entry.format("staff", "Staff") + entry.format("heads", "Heads")
    codebook(tmp_path, parts, 3)
    assert said(tmp_path) == []
    codebook(tmp_path, entry.format("staff", "Staff, Heads") + entry.format("heads", "Heads"), 3)
    (problem,) = said(tmp_path)
    assert "100% of its answers would count in both" in problem


def test_other_sheets_of_one_workbook_are_other_answers(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for sheet, seed in (("first", 1), ("second", 2)):
        page = book.create_sheet(sheet)
        for row in headed(people(30, 5, seed)):
            page.append(row)
    book.save(tmp_path / "a.xlsx")
    entry = "  - {{file: a.xlsx, sheet: {}, cohort: staff, wave: {}}}\n"
    codebook(tmp_path, entry.format("first", 2022) + entry.format("second", 2023), 5)
    assert said(tmp_path) == []


def test_files_that_share_no_question_are_not_the_same_export(tmp_path: Path) -> None:
    rows = headed(people(30, 4, 1))
    write_csv(tmp_path / "a.csv", [row[:2] for row in rows])
    write_csv(tmp_path / "b.csv", [row[2:] for row in rows])
    asked = "".join(
        f"  q{i}: {{text: Q{i}, scale: agreement, waves: [{2022 if i < 3 else 2023}]}}\n"
        for i in range(1, 5)
    )
    codebook(tmp_path, TWO, 0, more=asked)
    assert said(tmp_path) == []


def test_each_question_of_each_file_is_looked_at_once_however_many_files_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []
    numbers = same_answers._numbers

    def counted(column: Column) -> NDArray[np.uint64]:
        looked_at.append(id(column))
        return numbers(column)

    monkeypatch.setattr(same_answers, "_numbers", counted)
    entries = ""
    for seed, name in enumerate("abcd"):
        write_csv(tmp_path / f"{name}.csv", headed(people(30, 5 if name < "c" else 3, seed)))
        wave, cohort = 2022 + seed // 2, ("staff", "heads")[seed % 2]
        entries += f"  - {{file: {name}.csv, cohort: {cohort}, wave: {wave}}}\n"
    asked = "".join(
        f"  q{i}: {{text: Q{i}, scale: agreement, waves: [2022]}}\n" for i in range(4, 6)
    )
    codebook(tmp_path, entries, 3, more=asked)
    assert said(tmp_path) == []
    assert len(looked_at) == len(set(looked_at)) == 5 + 5 + 3 + 3


def test_compare_says_so_also_where_the_codebook_does_not_know_an_answer(tmp_path: Path) -> None:
    rows = headed([*people(20, 3, 1), ["Whatever", "Agree", "Agree"]])
    write_csv(tmp_path / "a.csv", rows)
    write_csv(tmp_path / "b.csv", rows)
    codebook(tmp_path, TWO, 3)
    files = Files(tmp_path)
    found = compare_codebook(
        load_codebook(tmp_path / "codebook.yaml", files), tmp_path, Files(tmp_path)
    )
    assert [issue.rule for issue in found.repeated] == ["survey.repeated"]
