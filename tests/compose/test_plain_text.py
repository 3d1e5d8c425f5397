"""Dates in words, headings compared, numbers as they are printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compose.numbers.counting import appendix_number, filled_pattern, item_number
from generator.compose.plain_text import DATE_PLACES, date_text, folded, listed


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{day} {month} {year}", "5 March 2023"),
        ("{day_two}/{month_two}/{year}", "05/03/2023"),
        ("{weekday} {day} {month}", "Sunday 5 March"),
    ],
)
def test_dates_follow_the_formats_pattern(pattern: str, text: str) -> None:
    assert date_text(date(2023, 3, 5), pattern) == text


def test_every_place_of_a_date_is_filled() -> None:
    pattern = " ".join(f"{{{place}}}" for place in DATE_PLACES)
    assert "{" not in date_text(date(2023, 3, 5), pattern)


def test_headings_are_compared_without_case_quotes_dashes_and_spacing() -> None:
    assert folded(" The Council\u2019s  PLAN \u2013 next:") == folded("the council's plan - next")


def test_words_are_listed_with_and() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]


@pytest.mark.parametrize(
    ("marker", "number", "printed"),
    [
        ("1.", 12, "12."), ("A.", 27, "AA."), ("a.", 28, "bb."), ("i.", 14, "xiv."),
        ("I.", 4, "IV."), ("(a)", 2, "(b)"), ("(i)", 9, "(ix)"), ("(1)", 3, "(3)"),
        ("1)", 3, "3)"), ("bullet", 3, ""),
    ],
)  # fmt: skip
def test_items_are_counted_by_their_marker_as_word_counts(
    marker: str, number: int, printed: str
) -> None:
    assert item_number(marker, number) == printed


def test_patterns_hold_section_and_paragraph() -> None:
    assert filled_pattern("%1.%2", 3, 5) == "3.5"
    assert filled_pattern("%1.0", 12) == "12.0"
    assert (appendix_number("A", 2), appendix_number("1", 2)) == ("B", "2")


@given(st.integers(1, 3000))
def test_roman_numerals_are_those_of_the_romans(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    text = item_number("i.", number).rstrip(".")
    signs = [values[sign] for sign in text]
    total = sum(
        -value if any(later > value for later in signs[index + 1 : index + 2]) else value
        for index, value in enumerate(signs)
    )
    assert total == number
