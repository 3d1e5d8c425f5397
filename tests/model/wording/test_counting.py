"""Counts as they are printed: letters, roman numerals, patterns of a numbering scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.counting import (
    appendix_number,
    column_letters,
    filled_pattern,
    item_number,
)


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


def test_columns_are_named_as_a_spreadsheet_names_them() -> None:
    letters = [column_letters(index) for index in (0, 25, 26, 701, 702)]
    assert letters == ["A", "Z", "AA", "ZZ", "AAA"]
