from __future__ import annotations

from pathlib import Path

import pytest

from generator.survey.inspection.inspect import inspect_export
from generator.survey.readers.limesurvey import split_brackets
from tests.survey.exports import (
    option_counts,
    outline_of,
    questions_of,
    read_one,
    states,
    write_csv,
)

EXCERPT = Path(__file__).parents[2] / "data" / "rse_us_2017_excerpt.csv"
CODES = ["id", "submitdate", "lastpage", "startlanguage", "ipaddr"]
BOTH = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
        "startlanguage. Start language", "ipaddr. IP address"]  # fmt: skip
TEXTS = ["Response ID", "Date submitted", "Last page", "Start language", "IP address"]


def row(number: int, *answers: str, sent: str = "2022-09-12 10:05:00") -> list[str]:
    return [str(number), sent, "3", "en", "192.0.2.1", *answers]


ANSWERS = [row(1, "Yes", "Y", "", "", "Good"), row(2, "N/A", "", "Y", "Boat", "Bad")]


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        (CODES, ["Q1", "Q2[SQ001]", "Q2[SQ002]", "Q2[other]", "rate[pay]"]),
        (
            BOTH,
            ["Q1. Happy?", "Q2[SQ001]. Which? [Car]", "Q2[SQ002]. Which? [Bike]",
             "Q2[other]. Which? [Other]", "rate[pay]. Rate [My pay]"],
        ),
        (TEXTS, ["Happy?", "Which? [Car]", "Which? [Bike]", "Which? [Other]", "Rate [My pay]"]),
    ],
    ids=["codes", "codes and text", "text"],
)  # fmt: skip
def test_each_form_of_heading_is_recognised(
    tmp_path: Path, own: list[str], asked: list[str]
) -> None:
    outline = outline_of(write_csv(tmp_path / "a.csv", [[*own, *asked], *ANSWERS]))
    assert outline.layout == "limesurvey"
    assert [c.index for c in outline.role("person")] == [4]
    assert next(iter(questions_of(outline))).index == 5


def test_codes_and_text_are_read(tmp_path: Path) -> None:
    rows = [[*BOTH, "Q1. Happy?", "Q2[SQ001]. Which? [Car]", "Q2[SQ002]. Which? [Bike]",
             "Q2[other]. Which? [Other]", "rate[pay]. Rate [My pay]"], *ANSWERS]  # fmt: skip
    questions = """
  happy: {text: Happy?, options: ["Yes", "No"]}
  which: {text: Which?, kind: multi, options: [Car, Bike], other: true}
  pay: {text: x, codes: pay, options: [Good, Bad]}
"""
    answers = read_one(tmp_path, rows, questions)
    assert states(answers, "happy") == {"answered": 1, "not asked": 1}
    assert option_counts(answers, "which") == [1, 1, 1]
    assert answers.codes("pay").tolist() == [0, 1]


def test_codes_alone_name_options_by_their_codes(tmp_path: Path) -> None:
    rows = [[*CODES, "Q2[SQ001]", "Q2[SQ002]"], row(1, "Y", ""), row(2, "Y", "Y")]
    questions = """
  which:
    text: Which?
    codes: Q2
    kind: multi
    options: [Car, Bike]
    renamed_options: {SQ001: Car, SQ002: Bike}
"""
    assert option_counts(read_one(tmp_path, rows, questions), "which") == [2, 1]


def test_a_blank_submitdate_is_an_incomplete_answer(tmp_path: Path) -> None:
    rows = [[*CODES, "Q1"], row(1, "Yes"), row(2, "No", sent="")]
    questions = '  q: {text: Q1, options: ["Yes", "No"]}\n'
    dropped = read_one(tmp_path, rows, questions, rest="filters: {incomplete: drop}")
    assert (dropped.size, dict(dropped.collection.excluded)) == (1, {"incomplete answer": 1})


def test_rows_of_an_array_without_a_question_are_known_by_their_own_code(tmp_path: Path) -> None:
    rows = [
        [*CODES, "likert1[turnOver3]. [How often do you consider leaving?]",
         "likert3[s1]. [How satisfied are you with [Your career]]"],
        row(1, "Often", "7"),
    ]  # fmt: skip
    columns = questions_of(outline_of(write_csv(tmp_path / "a.csv", rows)))
    assert [(c.part_code, c.wording) for c in columns] == [
        ("turnOver3", "How often do you consider leaving?"),
        ("s1", "How satisfied are you with [Your career]"),
    ]


def test_the_real_excerpt_is_read_with_its_kinds() -> None:
    found = inspect_export(EXCERPT)
    assert (found.layout, found.answers, found.personal) == ("limesurvey", 24, ())
    kinds = {question.code: question.kind for question in found.questions}
    assert kinds["soft1can"] == "number"
    assert kinds["proj4can"] == "multi"
    assert kinds["turnOver3"] == "scale"
    assert kinds["affSat2"] == "scale"
    testing = next(q for q in found.questions if q.code == "proj4can")
    assert [o.text for o in testing.options] == [
        "No formal testing", "Developers conduct testing", "Test engineers conduct testing",
        "Users conduct testing",
    ]  # fmt: skip
    agreed = next(q for q in found.questions if q.code == "affSat2")
    assert [o.text for o in agreed.options][:2] == ["Strongly Agree", "Agree"]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Which? [Car]", ("Which?", "Car")),
        ("[Only a row]", ("", "Only a row")),
        ("With [Your [own] desk]", ("With", "Your [own] desk")),
        ("No brackets", ("No brackets", "")),
        ("Broken]", ("Broken]", "")),
        ("Empty []", ("Empty", "")),
    ],
)
def test_brackets_are_split_at_the_last_pair(wording: str, expected: tuple[str, str]) -> None:
    assert split_brackets(wording) == expected


def test_the_box_for_other_answers_is_known_without_codes(tmp_path: Path) -> None:
    headings = [*TEXTS, "Which? [Car]", "Which? [Bike]", "Which? [Other]", "Rate [Pay]",
                "Rate [Other]"]  # fmt: skip
    rows = [
        headings,
        row(1, "Yes", "No", "", "Good", "Bad"),
        row(2, "No", "No", "Boat; red", "Bad", "Good"),
        row(3, "N/A", "N/A", "", "Bad", "Good"),
    ]
    questions = """
  which: {text: Which?, kind: multi, options: [Car, Bike], other: true}
  rest: {text: "Rate [Other]", options: [Good, Bad]}
"""
    answers = read_one(tmp_path, rows, questions)
    assert option_counts(answers, "which") == [1, 0, 1]
    assert states(answers, "which") == {"answered": 2, "not asked": 1}
    assert answers.codes("rest").tolist() == [1, 0, 0]


def test_the_box_beside_a_question_with_one_answer_is_known_without_codes(tmp_path: Path) -> None:
    rows = [[*TEXTS, "How?", "How? [Other]"], row(1, "Car", ""), row(2, "Other", "Boat")]
    answers = read_one(tmp_path, rows, "  how: {text: How?, options: [Car], other: true}\n")
    assert answers.options("how") == ("Car", "Other")
    assert answers.codes("how").tolist() == [0, 1]


def test_the_code_of_other_is_the_option_other(tmp_path: Path) -> None:
    rows = [[*CODES, "Q1", "Q1[other]"], row(1, "A1", ""), row(2, "-oth-", "Boat")]
    found = inspect_export(write_csv(tmp_path / "b.csv", rows))
    assert {option.text for option in found.questions[0].options} == {"A1", "Other"}
    answers = read_one(tmp_path, rows, "  q: {text: x, codes: Q1, options: [A1], other: true}\n")
    assert answers.codes("q").tolist() == [0, 1]


def test_comments_on_answers_are_texts_of_their_own(tmp_path: Path) -> None:
    heads = ["Q6[SQ001]", "Q6[SQ001comment]", "Q6[SQ002]", "Q6[SQ002comment]"]
    rows = [[*CODES, *heads], row(1, "Y", "useful", "", ""), row(2, "", "", "", "meh")]
    questions = """
  q: {text: x, codes: Q6, kind: multi, options: [SQ001, SQ002], other: true}
  why: {text: y, codes: "Q6[SQ001comment]", kind: text}
"""
    answers = read_one(tmp_path, rows, questions)
    assert option_counts(answers, "q") == [1, 0, 0]
    assert answers.texts("why").tolist() == ["useful", ""]


def test_times_and_counts_of_files_are_no_questions(tmp_path: Path) -> None:
    asked = ["Q2", "Q2Time", "leadTime", "Q6[filecount]", "groupTime5", "Question time: Q2"]
    outline = outline_of(write_csv(tmp_path / "a.csv", [[*CODES, *asked], row(1, *["3"] * 6)]))
    assert [c.heading for c in questions_of(outline)] == ["Q2", "leadTime"]


def test_underscores_stand_for_brackets_in_exports_for_statistics(tmp_path: Path) -> None:
    heads = ["Q5_SQ001", "Q5_SQ002", "Q5_other", "Q6_pay", "attribute_1"]
    rows = [[*CODES, *heads], row(1, "Y", "", "", "Good", "x"), row(2, "", "Y", "Boat", "Bad", "y")]
    questions = """
  q: {text: x, codes: Q5, kind: multi, options: [SQ001, SQ002], other: true}
  pay: {text: y, codes: Q6_pay, options: [Good, Bad]}
"""
    answers = read_one(tmp_path, rows, questions)
    assert option_counts(answers, "q") == [1, 1, 1]
    assert answers.codes("pay").tolist() == [0, 1]
    outline = outline_of(tmp_path / "export.csv")
    assert [c.heading for c in outline.role("person")] == ["ipaddr", "attribute_1"]
