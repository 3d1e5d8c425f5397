from __future__ import annotations

from pathlib import Path

import pytest

from tests.survey.exports import (
    option_counts,
    outline_of,
    problems_of,
    read_all,
    read_one,
    states,
    write_codebook,
    write_ods,
    write_xlsx,
)

ROWS = [
    ["Number", "Surname", "Team", "Which", "Finished at"],
    ["1", "Example", "North", "Pay|Leave", "2022-09-12"],
    ["2", "Sample", "NULL", "Leave", ""],
    ["2", "Sample", "South", "Pay", "2022-09-13"],
]
QUESTIONS = """
  team: {text: Team, options: [North, South]}
  which: {text: Which, kind: multi, options: [Pay, Leave]}
"""
MAPPING = ', mapping: {id: Number, completed: Finished at, separator: "|"}, missing: ["NULL"]'


def test_a_mapping_names_ids_times_and_separators(tmp_path: Path) -> None:
    rest = "filters: {duplicates: id, incomplete: drop}"
    answers = read_one(tmp_path, ROWS, QUESTIONS, rest=rest, entry=MAPPING)
    assert dict(answers.collection.excluded) == {"incomplete answer": 1}
    assert option_counts(answers, "which") == [2, 1]


def test_marks_of_missing_answers_are_blank(tmp_path: Path) -> None:
    rest = "filters: {duplicates: id, keep: first}"
    answers = read_one(tmp_path, ROWS, QUESTIONS, rest=rest, entry=MAPPING)
    assert states(answers, "team") == {"answered": 1, "blank": 1}


def test_a_mapping_to_a_column_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    entry = ", mapping: {id: Numbr}"
    (message,) = problems_of(tmp_path, ROWS, QUESTIONS, entry=entry)
    assert message == (
        "codebook.yaml:4: files[0]: mapping: no column 'Numbr'; did you mean 'Number'?"
    )


def test_usual_names_of_people_are_not_read(tmp_path: Path) -> None:
    read_one(tmp_path, ROWS, QUESTIONS, entry=MAPPING)
    outline = outline_of(tmp_path / "export.csv")
    assert [c.heading for c in outline.role("person")] == ["Surname"]


def test_two_header_rows_hold_options(tmp_path: Path) -> None:
    rows = [["Which", "", "Team"], ["Pay", "Leave", ""], ["1", "0", "North"], ["1", "1", "South"]]
    entry = ", layout: flat, mapping: {header_rows: 2}"
    answers = read_one(tmp_path, rows, QUESTIONS, entry=entry)
    assert option_counts(answers, "which") == [2, 1]


@pytest.mark.parametrize("kind", ["ods", "parquet", "xlsx"])
def test_other_files_hold_the_same(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"export.{kind}"
    rows: list[list[object]] = [
        ["Team", "Which", "Hours"],
        ["North", "Pay;Leave", 7],
        [None, "Pay", 8],
    ]
    if kind == "parquet":
        arrow = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        columns = dict(zip(map(str, rows[0]), zip(*rows[1:], strict=True), strict=True))
        parquet.write_table(arrow.table({k: list(v) for k, v in columns.items()}), path)
    elif kind == "ods":
        write_ods(path, rows)
    else:
        write_xlsx(path, rows)
    questions = QUESTIONS + "  hours: {text: Hours, kind: number}\n"
    codebook = write_codebook(tmp_path, questions, file=path.name)
    answers = read_all(tmp_path, codebook).of("staff", "2022")
    assert answers is not None
    assert answers.codes("team").tolist() == [0, -1]
    assert option_counts(answers, "which") == [2, 1]
    assert answers.numbers("hours").tolist() == [7.0, 8.0]


def test_repeated_and_blank_headings_do_not_hurt(tmp_path: Path) -> None:
    rows = [["", "Team", "Team", ""], ["1", "North", "South", ""]]
    questions = "  a: {text: Team, options: [North, South]}\n" * 1
    questions += "  b: {text: Team, options: [North, South]}\n"
    answers = read_one(tmp_path, rows, questions)
    assert (answers.codes("a")[0], answers.codes("b")[0]) == (0, 1)
