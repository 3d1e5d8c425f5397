"""Derived questions: one column counted in several ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.survey.exports import option_counts, problems_of, read_one, states

AGES = [["Age", "Grade"], ["24", "Nurse"], ["25", "Doctor"], ["40", "Clerk"], ["", "Doctor"],
        ["71", "Prefer not to say"]]  # fmt: skip
ASKED = """
  age: {text: Age, kind: number}
  grade:
    text: Grade
    options: [Nurse, Doctor, Clerk]
    prefer_not_to_say: [Prefer not to say]
"""
DERIVED = """
  age_group:
    text: Age group
    from: age
    bands: {Under 25: {below: 25}, 25 and over: {at_least: 25}}
  thirds:
    from: age
    bands: {young: {at_most: 24}, middle: {above: 24, below: 60}, old: {at_least: 60}}
  clinical: {from: grade, groups: {Clinical: [Nurse, Doctor], Other staff: [Clerk]}}
  doctors: {from: grade, groups: {Doctors: [Doctor], Nurses: [Nurse]}, not_applicable: [Clerk]}
"""


def test_any_number_of_questions_is_derived_from_one_column(tmp_path: Path) -> None:
    answers = read_one(tmp_path, AGES, ASKED + DERIVED)
    assert answers.options("age_group") == ("Under 25", "25 and over")
    assert option_counts(answers, "age_group") == [1, 3]
    assert option_counts(answers, "thirds") == [1, 2, 1]
    assert option_counts(answers, "clinical") == [3, 1]
    assert option_counts(answers, "doctors") == [2, 1]
    assert answers.numbers("age").tolist()[:3] == [24, 25, 40]


def test_what_is_no_answer_to_the_one_is_none_to_the_other(tmp_path: Path) -> None:
    answers = read_one(tmp_path, AGES, ASKED + DERIVED)
    assert states(answers, "age_group") == {"answered": 4, "blank": 1}
    assert states(answers, "doctors") == {
        "answered": 3, "not applicable": 1, "prefer not to say": 1,
    }  # fmt: skip


def test_a_derived_question_has_the_wording_of_the_other_unless_it_has_its_own(
    tmp_path: Path,
) -> None:
    questions = read_one(tmp_path, AGES, ASKED + DERIVED).questions
    assert (questions["age_group"].text, questions["thirds"].text) == ("Age group", "Age")


def test_an_answer_that_is_no_number_is_told_once(tmp_path: Path) -> None:
    rows = [["Age"], ["24"], ["about forty"]]
    (message,) = problems_of(
        tmp_path, rows, ASKED.partition("  grade")[0] + DERIVED.partition("  clinical")[0]
    )
    assert "'about forty' is not a number ('age')" in message


def test_a_number_in_no_band_is_a_problem(tmp_path: Path) -> None:
    gap = "  g: {from: age, bands: {young: {below: 25}, old: {above: 60}}}\n"
    (message,) = problems_of(tmp_path, AGES, ASKED + gap)
    assert "no band of 'g' holds 25 and 40, answered to 'age'; widen the bands in" in message


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{from: agee, bands: {a: {below: 5}}}", "no question 'agee'; did you mean 'age'?"),
        ("{from: age}", "needs either 'bands' or 'groups'"),
        ("{from: grade, bands: {a: {below: 5}}}", "'grade' is no number, but single"),
        ("{from: age, groups: {a: [b]}}", "'age' is of the kind number; use 'bands'"),
        ("{from: age, bands: {a: {at_most: 5}, b: {at_least: 5}}}", "'a' and 'b' overlap"),
        ("{from: age, bands: {a: {below: 5}, b: {above: 4}}}", "'a' and 'b' overlap"),
        ("{from: age, kind: single, bands: {a: {below: 5}}}", "takes no 'kind'"),
        ("{from: grade, groups: {a: [Nurse, Doktor, Clerk]}}", "has no answer 'Doktor'"),
        ("{from: grade, groups: {a: [Nurse], b: [Doctor]}}", "no group has 'Clerk'"),
        ("{from: grade, groups: {a: [Nurse, Doctor, Clerk], b: [Clerk]}}", "'Clerk' stands twice"),
        ("{from: y, bands: {a: {below: 5}}}", "'y' is derived itself; derive this one from 'age'"),
        ("{text: Age, kind: number, bands: {a: {below: 5}}}", "has 'bands'; add 'from:'"),
        ("{from: age, bands: {a: {}}}", "x.bands.a"),
        ("{options: [A]}", "the key 'text' is missing"),
    ],
)
def test_what_contradicts_itself_is_refused(tmp_path: Path, entry: str, said: str) -> None:
    other = "  y: {from: age, bands: {all: {at_least: 0}}}\n"
    found = problems_of(tmp_path, AGES, f"{ASKED}  x: {entry}\n{other}")
    assert any(said in message for message in found), found
