"""Quotation marks and apostrophes: one sign for one sign, and nothing else of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.quotation_marks import curly, straight

WILD = st.text(alphabet="ab1 .,-–(['\"“”‘’\n@/:s", max_size=40)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It isn't the managers' view.", "It isn’t the managers’ view."),
        ("the '90s, class of '21", "the ’90s, class of ’21"),
        ("the 1990's and O'Brien's", "the 1990’s and O’Brien’s"),
        ("'Twas rock 'n' roll", "’Twas rock ’n’ roll"),
        ('They said "yes".', "They said “yes”."),
        ("They said 'yes'.", "They said ‘yes’."),
        ("\"My 'team' is\"", "“My ‘team’ is”"),
        ("'My \"team\"'", "‘My “team”’"),
        ("\"'Growing our own' works\"", "“‘Growing our own’ works”"),
        ('("in brackets") ["here"]', "(“in brackets”) [“here”]"),
        ('well—"yes"—then, and - "no" -', "well—“yes”—then, and - “no” -"),
        ('said:"yes", non-"white"', "said:“yes”, non-“white”"),
        ('"well—", they said', "“well—”, they said"),
        ('"...and so on"', "“...and so on”"),
        ("\"in 2021\" or 'in 2021'", "“in 2021” or ‘in 2021’"),
        ("“in 2021\" and it's", "“in 2021” and it’s"),
        ('"not closed', "“not closed"),
        ("(the Council)'s", "(the Council)’s"),
    ],
)
def test_marks_are_turned_by_what_stands_beside_them(typed: str, printed: str) -> None:
    assert curly(typed) == printed
    assert curly(printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "5'10\" tall, 5' 10\", 6' by 4', 10\"",
        "o'brien@example.org",
        "https://example.org/it's",
        "a ' b \" c",
        "nothing at all",
    ],
)
def test_measures_addresses_and_lone_signs_stay(text: str) -> None:
    assert curly(text) == text


def test_a_measure_in_a_quotation_stays_and_the_quotation_closes() -> None:
    assert curly('"He is 5\'10" tall", she said') == "“He is 5'10\" tall”, she said"


@given(WILD)
def test_nothing_but_marks_changes_and_no_place_moves(text: str) -> None:
    assert len(curly(text)) == len(text)
    assert straight(curly(text)) == straight(text)
    assert len(straight(text)) == len(text)


@given(WILD)
def test_turning_twice_is_turning_once(text: str) -> None:
    assert curly(curly(text)) == curly(text)
