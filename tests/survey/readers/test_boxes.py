"""Boxes beside options, whatever the maker of a survey has called them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.survey.inspection.inspect import inspect_export
from tests.survey.exports import option_counts, outline_of, read_one, write_csv

from . import test_smartsurvey, test_surveymonkey

Made = Callable[..., list[list[str]]]
OTHERS = [
    "Other, please say", "If other, please state", "Please specify", "Another reason",
    "Something else (please tell us)", "Other", "Other (tell us more)", "Other:",
]  # fmt: skip
COMMENTS = [
    "Please explain",
    "Please add a comment:",
    "Comments:",
    "Any other comments?",
    "Further comments",
]


def monkey(label: str, *written: str) -> list[list[str]]:
    """A SurveyMonkey export: two options, and a box with a label."""
    made = test_surveymonkey
    head = [
        [*made.OWN, "Days?", "", "", "Happy?"],
        [*made.NONE, "Mon", "Tue", label, "Response"],
    ]
    answers = (("Mon", "", ""), ("Mon", "Tue", ""), *(("", "Tue", text) for text in written))
    return [*head, *(made.row(i, *each, "Yes") for i, each in enumerate(answers, 1))]


def smart(label: str, *written: str) -> list[list[str]]:
    """The same of SmartSurvey."""
    made = test_smartsurvey
    head = [
        [*made.OWN, "Days?", "", ""],
        [*made.NONE, "Mon", "Tue", label],
        [*made.NONE, *[""] * 3],
    ]
    answers = (("Mon", "", ""), ("Mon", "Tue", "-"), *(("", "Tue", text) for text in written))
    return [*head, *(made.row(i, *each) for i, each in enumerate(answers, 1))]


QUESTION = "  days: {text: Days?, kind: multi, options: [Mon, Tue], other: true}\n"


@pytest.mark.parametrize("made", [monkey, smart])
@pytest.mark.parametrize("label", OTHERS)
def test_a_box_for_other_answers_may_have_any_name(tmp_path: Path, made: Made, label: str) -> None:
    rows = made(label, "a half day", "Wednesdays")
    assert option_counts(read_one(tmp_path, rows, QUESTION), "days") == [2, 3, 2]
    drafted = inspect_export(tmp_path / "export.csv").questions[0]
    assert ([o.text for o in drafted.options], drafted.other) == (["Mon", "Tue"], True)


@pytest.mark.parametrize("made", [monkey, smart])
@pytest.mark.parametrize("label", COMMENTS)
def test_a_box_for_comments_is_a_text_of_its_own(tmp_path: Path, made: Made, label: str) -> None:
    rows = made(label, "It varies", "Ask me")
    comment = f"  why: {{text: 'Days? [{label}]', kind: text}}\n"
    answers = read_one(tmp_path, rows, QUESTION + comment)
    assert option_counts(answers, "days") == [2, 3, 0]
    assert answers.texts("why").tolist() == ["", "", "It varies", "Ask me"]


def test_an_option_of_that_name_is_an_option(tmp_path: Path) -> None:
    rows = monkey("Another day", "Another day", "Another day")
    outline = outline_of(write_csv(tmp_path / "a.csv", rows))
    assert [c.role for c in outline.columns if c.text == "Days?"] == ["question"] * 3


def test_a_row_of_a_grid_of_that_name_is_a_row(tmp_path: Path) -> None:
    made = test_surveymonkey
    rows = [
        [*made.OWN, "Rate", "", ""], [*made.NONE, "Manager", "Another team", "Other comments"],
        made.row(1, "Good", "Bad", "Good"), made.row(2, "Bad", "Good", "Bad"),
    ]  # fmt: skip
    outline = outline_of(write_csv(tmp_path / "a.csv", rows))
    assert [c.role for c in outline.columns if c.text == "Rate"] == ["question"] * 3


def test_what_was_written_beside_a_single_choice_counts_as_other(tmp_path: Path) -> None:
    made = test_surveymonkey
    rows = [
        [*made.OWN, "Happy?", ""], [*made.NONE, "Response", "Other, please say"],
        made.row(1, "Yes", ""), made.row(2, "", "It depends"),
    ]  # fmt: skip
    questions = "  q: {text: Happy?, options: ['Yes', 'No'], other: true}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0, 2]


def test_a_flat_table_with_two_rows_of_headings_may_have_such_boxes(tmp_path: Path) -> None:
    rows = [["Days?", "", ""], ["Mon", "Tue", "Another day"], ["Mon", "", ""], ["", "Tue", "Fri"]]
    entry = ", mapping: {header_rows: 2}"
    answers = read_one(tmp_path, rows, QUESTION, entry=entry)
    assert option_counts(answers, "days") == [1, 1, 1]
