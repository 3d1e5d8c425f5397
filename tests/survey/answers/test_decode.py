from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.survey.answers.decode import read_number
from tests.survey.exports import option_counts, problems_of, read_one, states


def test_four_states_are_kept_apart_from_answers(tmp_path: Path) -> None:
    rows = [["Q"], ["Yes"], [" "], ["Prefer not to say"], ["Does not apply"], ["yes "]]
    rows = [["Q", "R"], *([cell, "x"] for (cell,) in rows[1:])]
    questions = (
        "  q: {text: Q, options: ['Yes', 'No'], not_applicable: [Does not apply],"
        " prefer_not_to_say: [Prefer not to say]}\n"
    )
    answers = read_one(tmp_path, rows, questions)
    assert answers.codes("q").tolist() == [0, -1, -2, -3, 0]
    assert states(answers, "q") == {
        "not applicable": 1, "prefer not to say": 1, "blank": 1, "answered": 2,
    }  # fmt: skip


def test_states_of_the_whole_codebook_hold_for_every_kind(tmp_path: Path) -> None:
    no = "Rather not say"
    rows = [["Q", "M", "N", "T"], [no, no + ";", no, no], ["Yes", "A;", "4", "text"]]
    questions = (
        "  q: {text: Q, options: ['Yes']}\n  m: {text: M, kind: multi, options: [A]}\n"
        "  n: {text: N, kind: number}\n  t: {text: T, kind: text}\n"
    )
    rest = f"prefer_not_to_say: [{no}]\nfilters: {{duplicates: none}}"
    answers = read_one(tmp_path, rows, questions, rest=rest)
    for question in "qmnt":
        assert states(answers, question) == {"prefer not to say": 1, "answered": 1}
    assert list(answers.texts("t")) == ["", "text"]


def test_an_option_wins_over_a_state_of_the_same_words(tmp_path: Path) -> None:
    questions = "  q: {text: Q, options: [None, Not applicable]}\n"
    rest = "not_applicable: [Not applicable]\nfilters: {duplicates: none}"
    rows = [["Q", "R"], ["Not applicable", "x"], ["None", "y"]]
    assert read_one(tmp_path, rows, questions, rest=rest).codes("q").tolist() == [1, 0]


def test_quotes_dashes_case_and_hard_spaces_do_not_matter(tmp_path: Path) -> None:
    rows = [["Q", "R"], ["I DON’T  know\xa0", ""], ["3–5 years", ""]]
    questions = "  q: {text: Q, options: [I don't know, 3-5 years]}\n"
    assert read_one(tmp_path, rows, questions).codes("q").tolist() == [0, 1]


def test_renamed_options_count_as_the_new_ones(tmp_path: Path) -> None:
    rows = [["Q", "R"], ["1", ""], ["Often", ""]]
    rest = (
        "scales:\n  often: {options: [Often, Never], renamed_options: {1: Often, 2: Never}}\n"
        "filters: {duplicates: none}"
    )
    answers = read_one(tmp_path, rows, "  q: {text: Q, scale: often}\n", rest=rest)
    assert option_counts(answers, "q") == [2, 0]


def test_other_answers_are_gathered(tmp_path: Path) -> None:
    rows = [["Q", "M"], ["Bus", "Pay; a car;"], ["On foot", "Leave;"], ["By boat", ""]]
    questions = (
        "  q: {text: Q, options: [Bus], other: true}\n"
        "  m: {text: M, kind: multi, options: [Pay, Leave], other: true}\n"
    )
    answers = read_one(tmp_path, rows, questions)
    assert option_counts(answers, "q") == [1, 2]
    assert option_counts(answers, "m") == [1, 1, 1]
    assert answers.chose("m", ["Pay", "Other"]).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7), ("7.5", 7.5), ("1,200", 1200), ("£12.50", 12.5), ("80%", 80), ("-3", -3),
        ("7 hours", 7), (".5", 0.5), ("1,20", None), ("7-8", None), ("", None), ("+", None),
        ("about 7", None), ("1e3", None), ("nan", None), ("inf", None),
    ],
)  # fmt: skip
def test_numbers(text: str, number: float | None) -> None:
    assert read_number(text, "hours") == number


def test_numbers_out_of_range_and_words_are_wrong(tmp_path: Path) -> None:
    rows = [["N", "R"], ["5", ""], ["900", ""], ["lots", ""], ["", ""]]
    rows = [*rows[:4], ["", "x"]]
    questions = "  n: {text: N, kind: number, unit: hours, minimum: 0, maximum: 60}\n"
    high, word = problems_of(tmp_path, rows, questions)
    assert "A3: '900' is not at most 60 ('n')" in high
    assert "A4: 'lots' is not a number ('n')" in word
    answers = read_one(tmp_path, [rows[0], rows[1], rows[4]], questions)
    assert np.array_equal(answers.numbers("n"), [5.0, np.nan], equal_nan=True)


def test_several_answers_to_a_choice_of_one_are_told_to_be_of_another_kind(tmp_path: Path) -> None:
    for mark in (";", ", ", "|"):
        rows = [["Way?"], ["Bike"], [f"Bike{mark}Bus"]]
        (message,) = problems_of(tmp_path, rows, "  w: {text: Way?, options: [Bike, Bus, Car]}\n")
        assert "it joins several of them: say 'kind: multi' in" in message


def test_dates_take_the_order_that_the_column_shows(tmp_path: Path) -> None:
    rows = [["D", "R"], ["03/04/2022", ""], ["25/12/2022", ""], ["2022-01-31", ""]]
    answers = read_one(tmp_path, rows, "  d: {text: D, kind: date}\n")
    assert list(answers.texts("d")) == ["2022-04-03", "2022-12-25", "2022-01-31"]
    (message,) = problems_of(tmp_path, [*rows, ["soon", ""]], "  d: {text: D, kind: date}\n")
    assert "'soon' is not a date" in message


def test_a_column_for_an_option_that_is_not_listed_is_a_problem(tmp_path: Path) -> None:
    rows = [["Which [Car]", "Which [Bikes]"], ["Yes", "No"], ["Maybe", "Yes"]]
    questions = "  w: {text: Which, kind: multi, options: [Car, Bike]}\n"
    rest = "filters: {duplicates: none}"
    first, second = problems_of(
        tmp_path, [["id", "submitdate", "lastpage", *rows[0]], ["1", "x", "1", *rows[1]],
                   ["2", "x", "1", *rows[2]]], questions, rest)  # fmt: skip
    assert "column E: 'Bikes' is not an option of 'w'; did you mean 'Bike'?" in first
    assert "D3: 'Maybe' is not 'Car', Yes or No ('w')" in second


OPTION = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1,
                 max_size=12)  # fmt: skip


@given(st.lists(OPTION, min_size=2, max_size=6, unique_by=lambda o: o.casefold()), st.data())
def test_joined_answers_of_any_options_are_found(options: list[str], data: st.DataObject) -> None:
    """Whatever the options are, a cell that joins some of them is taken apart into options."""
    from generator.survey.answers.split import AnswerSplitter
    from generator.survey.likeness import fold

    known = {fold(option): index for index, option in enumerate(options)}
    if len(known) < len(options) or any(";" in key or not key for key in known):
        return
    chosen = data.draw(st.lists(st.sampled_from(options), min_size=1, unique=True))
    cell = fold(";".join(chosen) + ";")
    found, unknown = AnswerSplitter(known, (";",)).split(cell)
    assert found == {options.index(option) for option in chosen}
    assert unknown == []
