from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.survey.exports import (
    option_counts,
    outline_of,
    questions_of,
    read_all,
    read_one,
    states,
    write_codebook,
    write_csv,
    write_xlsx,
)

HEAD = ["ID", "Start time", "Completion time", "Email", "Name"]
WHO = ["1", "9/12/22 10:00:00", "9/12/22 10:05:00", "anonymous", ""]


def row(number: int, *answers: str, email: str = "anonymous") -> list[str]:
    return [str(number), *WHO[1:3], email, "", *answers]


def test_forms_are_recognised_with_the_id_heading_of_either_file(tmp_path: Path) -> None:
    for heading in ("ID", "Id"):
        path = write_csv(tmp_path / f"{heading}.csv", [[heading, *HEAD[1:], "Q"], row(1, "a")])
        assert outline_of(path).layout == "microsoft-forms"


def test_an_export_without_email_and_name_is_recognised(tmp_path: Path) -> None:
    rows = [["Id", "Start time", "Completion time", "Q"], ["1", "a", "b", "c"]]
    path = write_csv(tmp_path / "a.csv", rows)
    assert [c.text for c in questions_of(outline_of(path))] == ["Q"]


def test_email_and_name_are_never_questions_but_a_later_name_is(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [[*HEAD, "Team", "Name"], row(1, "x", "y")])
    outline = outline_of(path)
    assert [c.heading for c in outline.role("person")] == ["Email", "Name"]
    assert [c.index for c in questions_of(outline)] == [5, 6]


def test_a_question_may_be_called_language(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [[*HEAD, "Language", "Team"], row(1, "en", "x")])
    assert [c.text for c in questions_of(outline_of(path))] == ["Team"]
    path = write_csv(tmp_path / "b.csv", [[*HEAD, "Team", "Language"], row(1, "x", "Welsh")])
    assert [c.text for c in questions_of(outline_of(path))] == ["Team", "Language"]


def test_quiz_columns_are_no_questions(tmp_path: Path) -> None:
    head = [*HEAD, "Last modified time", "Total points", "Quiz feedback", "Why?",
            "Points - Why?", "Feedback - Why?", "Points - of view"]  # fmt: skip
    path = write_csv(tmp_path / "a.csv", [head, row(1, *"abcdefg")])
    assert [c.text for c in questions_of(outline_of(path))] == ["Why?", "Points - of view"]


def test_a_repeated_heading_has_its_number_taken_off(tmp_path: Path) -> None:
    head = [*HEAD, "Why?", "How many in 2022", "Why?2", "Why?3", "Level 5"]
    columns = questions_of(outline_of(write_csv(tmp_path / "a.csv", [head, row(1, *"abcde")])))
    assert [(c.text, c.repeat) for c in columns] == [
        ("Why?", 1), ("How many in 2022", 1), ("Why?", 2), ("Why?", 3), ("Level 5", 1),
    ]  # fmt: skip


def test_questions_of_one_wording_take_its_columns_in_turn(tmp_path: Path) -> None:
    questions = "  a: {text: Why?, kind: text}\n  b: {text: Why?, kind: text}\n"
    answers = read_one(tmp_path, [[*HEAD, "Why?", "Why?2"], row(1, "one", "two")], questions)
    assert (answers.texts("a")[0], answers.texts("b")[0]) == ("one", "two")


def test_headings_with_line_breaks_and_hard_spaces_match(tmp_path: Path) -> None:
    rows = [[*HEAD, "My workload\xa0is\r\nmanageable "], row(1, "Yes")]
    questions = "  a: {text: My workload is manageable, options: ['Yes', 'No']}\n"
    assert option_counts(read_one(tmp_path, rows, questions), "a") == [1, 0]


def test_joined_answers_end_in_a_semicolon(tmp_path: Path) -> None:
    rows = [[*HEAD, "All"], row(1, "Pay;Training;"), row(2, "Training;"), row(3, "")]
    answers = read_one(tmp_path, rows, "  a: {text: All, kind: multi, options: [Pay, Training]}\n")
    assert option_counts(answers, "a") == [1, 2]
    assert states(answers, "a") == {"answered": 2, "blank": 1}


def test_options_that_hold_a_semicolon_are_found(tmp_path: Path) -> None:
    rows = [[*HEAD, "All"], row(1, "Pay; or a bonus;Training;")]
    questions = '  a: {text: All, kind: multi, options: ["Pay; or a bonus", Training, Pay]}\n'
    assert option_counts(read_one(tmp_path, rows, questions), "a") == [1, 1, 0]


def test_numbers_and_dates_of_a_workbook_are_stable_text(tmp_path: Path) -> None:
    when = datetime(2022, 9, 12, 10, 5)
    rows: list[list[object]] = [
        [*HEAD, "Hours", "Day"],
        [1, when, when, "anonymous", None, 7.0, when],
        [2, when, when, "anonymous", None, 7.5, when],
    ]
    write_xlsx(tmp_path / "export.xlsx", rows)
    questions = "  hours: {text: Hours, kind: number}\n  day: {text: Day, kind: date}\n"
    codebook = write_codebook(tmp_path, questions, file="export.xlsx")
    answers = read_all(tmp_path, codebook).of("staff", "2022")
    assert answers is not None
    assert answers.numbers("hours").tolist() == [7.0, 7.5]
    assert answers.texts("day").tolist() == ["2022-09-12"] * 2


def test_an_ambiguous_date_of_a_csv_is_in_us_order(tmp_path: Path) -> None:
    rows = [[*HEAD, "Day"], row(1, "9/12/2022"), row(2, "")]
    answers = read_one(tmp_path, rows, "  day: {text: Day, kind: date}\n")
    assert answers.texts("day").tolist() == ["2022-09-12", ""]


def test_anonymous_respondents_are_no_duplicates_of_each_other(tmp_path: Path) -> None:
    rows = [[*HEAD, "Q"], row(1, "Yes"), row(2, "Yes")]
    questions = "  q: {text: Q, options: ['Yes', 'No']}\n"
    assert read_one(tmp_path, rows, questions, rest="").size == 2


def test_a_respondent_who_answered_twice_is_counted_once(tmp_path: Path) -> None:
    rows = [
        [*HEAD, "Q"],
        row(1, "Yes", email="a@example.org"),
        row(2, "No", email="b@example.org"),
        row(3, "No", email="A@example.org "),
    ]
    questions = "  q: {text: Q, options: ['Yes', 'No']}\n"
    last = read_one(tmp_path, rows, questions, rest="filters: {duplicates: id}")
    assert (last.size, option_counts(last, "q")) == (2, [0, 2])
    assert dict(last.collection.excluded) == {"duplicate answer": 1}
    first = read_one(tmp_path, rows, questions, rest="filters: {duplicates: id, keep: first}")
    assert option_counts(first, "q") == [1, 1]
