from __future__ import annotations

from pathlib import Path

from tests.survey.exports import (
    option_counts,
    outline_of,
    problems_of,
    questions_of,
    read_one,
    write_csv,
)

HEAD = ["Timestamp", "Email Address"]
WHO = ["2022/09/12 10:05:01 am GMT+1", "ann@example.org"]


def test_the_mail_column_is_personal(tmp_path: Path) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", [[*HEAD, "Q"], [*WHO, "x"]]))
    assert outline.layout == "google-forms"
    assert [c.heading for c in outline.role("person")] == ["Email Address"]


def test_declared_options_are_matched_longest_first_and_the_rest_is_other(tmp_path: Path) -> None:
    rows = [
        [*HEAD, "Which?"],
        [*WHO, "Yes, always, Pay"],
        [WHO[0], "b@example.org", "Yes, Pay, more coffee, please"],
    ]
    questions = (
        '  w: {text: Which?, kind: multi, options: ["Yes", "Yes, always", Pay], other: true}\n'
    )
    assert option_counts(read_one(tmp_path, rows, questions), "w") == [1, 1, 2, 1]
    strict = questions.replace(", other: true", "")
    (message,) = problems_of(tmp_path, rows, strict)
    assert "C3: 'Yes, Pay, more coffee, please' is not made of the options of 'w'" in message


def test_a_grid_names_its_rows_in_brackets(tmp_path: Path) -> None:
    rows = [[*HEAD, "How often [E-mail]", "How often [Post]"], [*WHO, "Daily", "Never"]]
    columns = questions_of(outline_of(write_csv(tmp_path / "a.csv", rows)))
    assert [(c.text, c.part) for c in columns] == [("How often", "E-mail"), ("How often", "Post")]
    questions = '  mail: {text: "How often [E-mail]", options: [Daily, Never]}\n'
    assert read_one(tmp_path, rows, questions).codes("mail").tolist() == [0]


def test_one_question_for_two_equal_headings_is_ambiguous(tmp_path: Path) -> None:
    rows = [[*HEAD, "Why?", "Why?"], [*WHO, "a", "b"]]
    (message,) = problems_of(tmp_path, rows, "  w: {text: Why?, kind: text}\n")
    assert "several columns fit the question 'w'" in message
    both = "  w: {text: Why?, kind: text}\n  v: {text: Why?, kind: text}\n"
    answers = read_one(tmp_path, rows, both)
    assert (answers.texts("w")[0], answers.texts("v")[0]) == ("a", "b")


def test_a_csv_of_the_form_itself_joins_answers_with_semicolons(tmp_path: Path) -> None:
    rows = [
        [*HEAD, "Which?"],
        [*WHO, "Yes, always;Pay"],
        [WHO[0], "b@example.org", "Pay;Yes"],
    ]
    questions = '  w: {text: Which?, kind: multi, options: ["Yes", "Yes, always", Pay]}\n'
    assert option_counts(read_one(tmp_path, rows, questions), "w") == [1, 1, 2]
