from __future__ import annotations

from pathlib import Path

from generator.survey.inspection.inspect import inspect_export
from tests.survey.exports import (
    option_counts,
    outline_of,
    problems_of,
    questions_of,
    read_one,
    states,
    write_csv,
)

OWN = ["UserID", "UserNo", "Name", "Email", "IP", "ID", "Started", "Ended", "Tracking"]
NONE = [""] * len(OWN)
EXCERPT = Path(__file__).parents[2] / "data" / "cars_dummy_2023_excerpt.csv"


def row(number: int, *answers: str) -> list[str]:
    ended = "12/09/2022 10:05"
    return [str(number), "1", "Ann Example", "", "192.0.2.1", "", "", ended, "Link", *answers]


ROWS = [
    [*OWN, "Do you drive?", "", "Which do you use?", "", "", "How happy are you with", ""],
    [*NONE, "Answer", "Other (please specify)", "Car", "Bike", "Other (please specify)",
     "Your pay", "Your team"],
    [*NONE, "", "", "", "", "", "", ""],
    row(1, "Yes", "-", "Car", "", "", "Happy", "-"),
    row(2, "-", "Sometimes", "Car", "Bike", "Boat", ".", "Don@SQ@t know"),
    row(3, "-", "", "-", "-", "-", "", ""),
]  # fmt: skip
QUESTIONS = """
  drive: {text: Do you drive?, options: ["Yes", "No"], other: true}
  use: {text: Which do you use?, kind: multi, options: [Car, Bike], other: true}
  pay: {text: "How happy are you with [Your pay]", options: [Happy, Sad, Don't know]}
  team: {text: "How happy are you with: Your team", options: [Happy, Sad, "Don't know"]}
"""


def test_the_question_is_carried_right_over_its_options(tmp_path: Path) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", ROWS))
    assert (outline.layout, outline.header_rows) == ("smartsurvey", 3)
    assert [(c.text, c.part) for c in questions_of(outline)] == [
        ("Do you drive?", ""),
        ("Which do you use?", "Car"),
        ("Which do you use?", "Bike"),
        ("How happy are you with", "Your pay"),
        ("How happy are you with", "Your team"),
    ]
    assert [c.index for c in outline.role("other")] == [10, 13]


def test_answers_boxes_marks_and_apostrophes_are_read(tmp_path: Path) -> None:
    answers = read_one(tmp_path, ROWS, QUESTIONS)
    assert answers.options("drive") == ("Yes", "No", "Other")
    assert answers.codes("drive").tolist() == [0, 2, -1]
    assert option_counts(answers, "use") == [2, 1, 1]
    assert states(answers, "use") == {"answered": 2, "blank": 1}
    assert answers.texts("use").tolist() == ["", "Boat", ""]
    assert answers.codes("pay").tolist() == [0, -1, -1]
    assert answers.codes("team").tolist() == [-1, 2, -1]


def test_a_third_row_names_sub_questions(tmp_path: Path) -> None:
    rows = [
        [*OWN, "Tools", "", ""],
        [*NONE, "Python", "", "R"],
        [*NONE, "At work", "At home", "At work"],
        row(1, "Yes", "No", "Yes"),
    ]
    columns = questions_of(outline_of(write_csv(tmp_path / "a.csv", rows)))
    assert [c.part for c in columns] == ["Python - At work", "Python - At home", "R - At work"]


def test_persons_ip_and_tracking_are_never_read(tmp_path: Path) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", ROWS))
    assert [c.heading for c in outline.role("person")] == ["Name", "Email", "IP", "Tracking"]
    text = " ".join(problems_of(tmp_path, ROWS, "  n: {text: Name, kind: text}\n"))
    assert "personal data" in text
    assert "Ann" not in text


def test_a_file_that_r_wrote_has_na_for_every_blank() -> None:
    found = inspect_export(EXCERPT)
    assert (found.layout, found.answers, found.partial) == ("smartsurvey", 25, 0)
    assert str(found.first) >= "2023-10-01"
    by_code = {question.code: question for question in found.questions}
    assert by_code["Q26.1"].text == "Matlab"
    assert all(o.text != "NA" for question in found.questions for o in question.options)
    assert by_code["Q24"].kind == "scale"
    assert by_code["Q24"].options[0].text == "All the time"


def test_na_is_an_answer_where_the_header_has_none(tmp_path: Path) -> None:
    rows = [[*OWN, "Q"], [*NONE, "Answer"], [*NONE, ""], row(1, "NA"), row(2, "None")]
    answers = read_one(tmp_path, rows, "  q: {text: Q, options: [NA, None]}\n")
    assert answers.codes("q").tolist() == [0, 1]


def test_codes_of_columns_can_be_named(tmp_path: Path) -> None:
    rows = [
        [*OWN, "Q4.1", "Q4.2"],
        [*NONE, "Q4.1. Engineer", ""],
        [*NONE, "", ""],
        row(1, "Yes", "No"),
    ]
    questions = (
        "  one: {text: x, codes: Q4.1, options: ['Yes', 'No']}\n"
        "  two: {text: y, codes: Q4.2, options: ['Yes', 'No']}\n"
    )
    answers = read_one(tmp_path, rows, questions)
    assert (answers.codes("one")[0], answers.codes("two")[0]) == (0, 1)


def test_a_question_keeps_its_wording_when_its_number_changes(tmp_path: Path) -> None:
    rows = [
        [*OWN, "1. Do you drive?", "2. Tick all", "", "3. Why?", "4. Tick all", "", "5) Why?"],
        [*NONE, "Answer", "Car", "Bike", "Answer", "Pay", "Leave", "Answer"],
        [*NONE, "", "", "", "", "", "", ""],
        row(1, "Yes", "Car", "-", "Late", "-", "Leave", "Early"),
    ]
    questions = """
  drive: {text: Do you drive?, options: ["Yes", "No"]}
  use: {text: Tick all, kind: multi, options: [Car, Bike]}
  want: {text: Tick all, kind: multi, options: [Pay, Leave]}
  why: {text: Why?, kind: text}
  why_then: {text: 5) Why?, kind: text}
"""
    answers = read_one(tmp_path, rows, questions)
    assert answers.codes("drive").tolist() == [0]
    assert option_counts(answers, "use") == [1, 0]
    assert option_counts(answers, "want") == [0, 1]
    assert [answers.texts(q)[0] for q in ("why", "why_then")] == ["Late", "Early"]
    kinds = [q.kind for q in inspect_export(tmp_path / "export.csv").questions]
    assert kinds.count("multi") == 2
