from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import InputProblems
from generator.survey.answers.decode import read_number
from generator.survey.likeness import fold
from generator.survey.tables.delimited import find_delimiter
from tests.survey.exports import (
    csv_text,
    problems_of,
    read_all,
    read_one,
    write_codebook,
    write_csv,
)
from tests.work import at_most

QUESTIONS = "  a: {text: A, kind: text}\n  b: {text: B, kind: text}\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_found_among_the_others(tmp_path: Path, delimiter: str) -> None:
    rows = [["A", "B"], ["x, y; z", "Pay;Leave;"], ["p|q", "1,5"]]
    assert find_delimiter(csv_text(rows, delimiter)) == delimiter
    write_csv(tmp_path / "export.csv", rows, delimiter=delimiter)
    codebook = write_codebook(tmp_path, QUESTIONS, rest="filters: {duplicates: none}")
    answers = read_all(tmp_path, codebook).of("staff", "2022")
    assert answers is not None
    assert list(answers.texts("a")) == ["x, y; z", "p|q"]


@pytest.mark.parametrize(
    "rows", [[["0 ", "1 ,;"], ["", ",;"]], [["0 ", "1 ,;"], ["", ";,"]]]
)  # fmt: skip
def test_a_delimiter_that_breaks_the_quotation_marks_or_makes_one_row_is_not_taken(
    rows: list[list[str]],
) -> None:
    assert find_delimiter(csv_text(rows, ",")) == ","


def test_a_delimiter_in_the_headings_alone_is_not_taken() -> None:
    assert find_delimiter("0 ;;,1 ;;\n,0\n") == ","


@pytest.mark.parametrize("above", [[["Staff survey"]], [["Staff survey", ""], ["", ""]]])
def test_a_title_above_the_headings_is_passed_over(tmp_path: Path, above: list[list[str]]) -> None:
    answers = read_one(tmp_path, [*above, ["A", "B", "C"], ["x", "y", "z"]], QUESTIONS)
    assert (list(answers.texts("a")), list(answers.texts("b"))) == (["x"], ["y"])


def test_excels_note_of_the_delimiter_is_no_heading(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("sep=;\nA;B\nx;y\nz;bad\n", encoding="utf-8")
    questions = "  a: {text: A, kind: text}\n  b: {text: B, options: [y]}\n"
    codebook = write_codebook(tmp_path, questions, rest="filters: {duplicates: none}")
    with pytest.raises(InputProblems, match=r"export.csv: B4: 'bad' is not an option"):
        read_all(tmp_path, codebook)


def test_none_and_na_are_answers(tmp_path: Path) -> None:
    rows = [["A", "B"], ["None", "NA"], ["nan", "null"], ["#N/A", "-"]]
    answers = read_one(tmp_path, rows, QUESTIONS)
    assert list(answers.texts("a")) == ["None", "nan", "#N/A"]
    assert list(answers.texts("b")) == ["NA", "null", "-"]


def test_a_file_cut_off_in_a_row_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("A,B\nx,y\nz", encoding="utf-8")
    codebook = write_codebook(tmp_path, QUESTIONS)
    with pytest.raises(InputProblems, match=r"ends in the middle of row 3: it has 1 of 2 cells"):
        read_all(tmp_path, codebook)


def test_a_file_cut_off_in_a_quotation_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text('A,B\nx,y\nz,"and', encoding="utf-8")
    codebook = write_codebook(tmp_path, QUESTIONS)
    with pytest.raises(InputProblems, match=r"export.csv:3: ends within a quoted cell"):
        read_all(tmp_path, codebook)


def test_rows_of_other_lengths_are_named(tmp_path: Path) -> None:
    rows = [["A", "B"], ["x", "y", "z"], ["x", "y"], ["x"], ["x", "y"]]
    (message,) = problems_of(tmp_path, rows, QUESTIONS)
    assert "rows 2 and 4 have 1 and 3 cells where the heading has 2" in message


def test_empty_cells_beyond_the_headings_and_blank_lines_do_no_harm(tmp_path: Path) -> None:
    rows = [["A", "B"], ["x", "y", "", ""], [], ["", ""], ["p", "q"], []]
    answers = read_one(tmp_path, rows, QUESTIONS)
    assert list(answers.texts("a")) == ["x", "p"]
    assert answers.rows.tolist() == [2, 5]


def test_a_file_without_answers_is_refused(tmp_path: Path) -> None:
    assert "has headings but no answers" in problems_of(tmp_path, [["A", "B"]], QUESTIONS)[0]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(b"")
    codebook = write_codebook(tmp_path, QUESTIONS)
    with pytest.raises(InputProblems, match="is an empty file"):
        read_all(tmp_path, codebook)


WILD = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=60
).filter(fold) | st.sampled_from(
    ["&<>\"'", "🙂🇬🇧", "שלום ‏x", "a" * 2000, 'she said "no"; twice', "=1+1"]
)


def test_an_answer_of_invisible_characters_alone_is_blank(tmp_path: Path) -> None:
    answers = read_one(tmp_path, [["A", "B"], ["\u00ad\u200b", "x"]], QUESTIONS)
    assert list(answers.texts("a")) == [""]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WILD, WILD), min_size=1, max_size=5))
def test_wild_answers_come_through_exactly(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("wild")
    rows = [["A", "B"], *([one, other] for one, other in pairs)]
    answers = read_one(folder, rows, QUESTIONS)
    assert list(answers.texts("a")) == [one for one, _ in pairs]
    assert list(answers.texts("b")) == [other for _, other in pairs]


def test_more_columns_than_a_spreadsheet_has_are_no_export(tmp_path: Path) -> None:
    line = ",".join(f"h{number}" for number in range(20_000))
    (tmp_path / "export.csv").write_text(f"{line}\n{line}\n", encoding="utf-8")
    codebook = write_codebook(tmp_path, QUESTIONS)
    with (
        at_most(calls=300_000),
        pytest.raises(InputProblems, match="has 20,000 columns; a spreadsheet has 16,384 at most"),
    ):
        read_all(tmp_path, codebook)


def test_a_number_beyond_what_a_spreadsheet_keeps_is_none() -> None:
    for text in ("9" * 400, "9" * 16, "-" + "9" * 16):
        assert read_number(text) is None
    assert read_number("9" * 15) == 999_999_999_999_999
