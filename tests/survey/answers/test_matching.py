from __future__ import annotations

from pathlib import Path

from generator.survey.inspection.inspect import inspect_export
from tests.survey.exports import option_counts, problems_of, read_one

OWN = ["id", "submitdate", "lastpage"]
WHO = ["1", "2022-09-12", "3"]


def test_the_wording_of_the_wave_is_looked_for(tmp_path: Path) -> None:
    rows = [["I feel fine", "I am fine"], ["Yes", "No"]]
    questions = "  q: {text: I am fine, texts: {'2022': I feel fine}, options: ['Yes', 'No']}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0]


def test_the_wording_of_the_cohort_and_wave_comes_first(tmp_path: Path) -> None:
    rows = [["A", "B"], ["Yes", "No"]]
    questions = "  q: {text: C, texts: {'2022': B, staff.2022: A}, options: ['Yes', 'No']}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0]


def test_one_of_several_wordings_is_enough(tmp_path: Path) -> None:
    rows = [["Third", "x"], ["Yes", ""]]
    questions = "  q: {text: C, texts: {'2022': [First, Third]}, options: ['Yes', 'No']}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0]


def test_a_code_goes_before_a_wording(tmp_path: Path) -> None:
    rows = [[*OWN, "Q1. Same words", "Q2. Same words"], [*WHO, "Yes", "No"]]
    questions = (
        "  two: {text: Same words, codes: q2, options: ['Yes', 'No']}\n"
        "  one: {text: Same words, options: ['Yes', 'No']}\n"
    )
    answers = read_one(tmp_path, rows, questions)
    assert (answers.codes("one")[0], answers.codes("two")[0]) == (0, 1)


def test_a_telling_code_of_a_sub_question_is_found_in_any_array(tmp_path: Path) -> None:
    for heading in ("perfCheck1. Do you get enough?", "likert1[perfCheck1]. [Do you get enough?]"):
        rows = [[*OWN, heading, "x[SQ001]. y [z]"], [*WHO, "Yes", ""]]
        questions = "  q: {text: Enough, codes: perfCheck1, options: ['Yes', 'No']}\n"
        assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0]


def test_the_code_of_a_whole_array_is_not_enough_for_one_answer(tmp_path: Path) -> None:
    rows = [[*OWN, "rate[a]. Rate [Pay]", "rate[b]. Rate [Team]"], [*WHO, "Good", "Bad"]]
    questions = "  q: {text: Rate, options: [Good, Bad]}\n"
    (message,) = problems_of(tmp_path, rows, questions)
    assert "2 columns fit the question 'q'" in message
    assert "name one sub-question" in message


def test_a_sub_question_alone_is_enough_where_it_stands_once(tmp_path: Path) -> None:
    rows = [[*OWN, "rate[a]. Rate [Pay]", "rate[b]. Rate [Team]"], [*WHO, "Good", "Bad"]]
    questions = "  q: {text: Team, options: [Good, Bad]}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [1]


def test_a_column_is_claimed_once(tmp_path: Path) -> None:
    rows = [["A", "B"], ["Yes", "No"]]
    questions = "  a: {text: A, options: ['Yes']}\n  b: {text: A, options: ['Yes']}\n"
    (message,) = problems_of(tmp_path, rows, questions)
    assert "column A, which 'b' names, is that of the question 'a'" in message
    assert "write 'from: a' with 'groups:' or 'bands:' in codebook.yaml:8: questions.b" in message


def test_a_multi_question_takes_all_columns_of_its_wording(tmp_path: Path) -> None:
    rows = [[*OWN, "m[1]. Which [A]", "q. Why", "m[2]. Which [B]"], [*WHO, "Yes", "x", "Yes"]]
    questions = "  m: {text: Which, kind: multi, options: [A, B]}\n"
    assert option_counts(read_one(tmp_path, rows, questions), "m") == [1, 1]


def test_a_code_and_a_wording_that_point_at_two_columns_are_an_error(tmp_path: Path) -> None:
    rows = [[*OWN, "Q1. I feel safe", "Q2. I am busy"], [*WHO, "Yes", "No"]]
    questions = "  busy: {text: I am busy, codes: Q1, options: ['Yes', 'No']}\n"
    (message,) = problems_of(tmp_path, rows, questions)
    assert "the code of 'busy' stands at column D, 'I feel safe', but its wording at column E" in (
        message
    )
    settled = questions.replace("codes", "texts: {'2022': I feel safe}, codes")
    assert read_one(tmp_path, rows, settled).codes("busy").tolist() == [0]


def test_a_heading_is_the_code_of_a_column_without_one(tmp_path: Path) -> None:
    rows = [["q1", "q2"], ["Yes", "No"]]
    questions = "  busy: {text: I am busy, codes: q2, options: ['Yes', 'No']}\n"
    assert read_one(tmp_path, rows, questions).codes("busy").tolist() == [1]


def test_a_row_may_have_the_code_of_its_array(tmp_path: Path) -> None:
    rows = [
        [*OWN, "time[time]. I have time for [Work]", "time[rest]. I have time for [Breaks]"],
        [*WHO, "Yes", "No"],
    ]
    questions = (
        "  work: {text: Work, codes: time, options: ['Yes', 'No']}\n"
        "  breaks: {text: Breaks, codes: rest, options: ['Yes', 'No']}\n"
    )
    answers = read_one(tmp_path, rows, questions)
    assert (answers.codes("work")[0], answers.codes("breaks")[0]) == (0, 1)


def test_the_html_of_a_questionnaire_is_no_part_of_its_wordings(tmp_path: Path) -> None:
    heading = "<p>How do you <strong>travel</strong>&nbsp;here?</p>"
    rows = [[*OWN, f"Q1. {heading}", "Q2. Why?"], [*WHO, "Car", ""]]
    for text in ("How do you travel here?", heading):
        questions = f"  q: {{text: {text!r}, options: [Car]}}\n"
        assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0]


def test_the_html_of_a_row_is_no_part_of_its_wording(tmp_path: Path) -> None:
    rows = [[*OWN, "r[SQ1]. Rate [<b>My pay</b>]", "r[SQ2]. Rate [My team]"], [*WHO, "Good", "Bad"]]
    questions = "  q: {text: 'Rate [My pay]', options: [Good, Bad]}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0]
    found = inspect_export(tmp_path / "export.csv").questions
    assert [one.text for one in found] == ["Rate [My pay]", "Rate [My team]"]
