"""Rounding half up, on the decimal value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.rounding import (
    bare_text,
    figure_text,
    label_text,
    number_text,
    round_half_up,
    rounded_number,
    unit_beside,
    with_true_minus,
)


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (66.5, 0, "67"),
        (67.5, 0, "68"),
        (100 * 23 / 40, 0, "58"),
        (2.25, 1, "2.3"),
        (1.005 * 100, 0, "101"),
        (-0.5, 0, "-1"),
        (-0.4, 0, "0"),
        (99.95, 1, "100.0"),
    ],
)
def test_halves_go_away_from_zero(value: float, decimals: int, rounded: str) -> None:
    assert str(round_half_up(value, decimals)) == rounded


def test_numbers_have_commas_and_a_true_minus_sign() -> None:
    assert number_text(1234567.5) == "1,234,568"
    assert number_text(-3.25, 1) == "−3.3"
    assert number_text(-0.2) == "0"


def test_a_share_that_is_not_nothing_is_not_printed_as_nothing() -> None:
    assert figure_text(0.4, 0, "per cent") == "less than 1%"
    assert figure_text(0.0, 0, "per cent") == "0%"
    assert figure_text(0.4, 0, "hours") == "0"


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "text"),
    [
        (67.0, 0, "per cent", "67%"),
        (6.5, 1, "%", "6.5%"),
        (1204.0, 0, "people", "1,204"),
        (5.0, 0, "points", "+5"),
        (-5.0, 0, "percentage points", "\u22125"),
        (0.2, 0, "points", "0"),
        (-0.0, 0, "hours", "0"),
    ],
)
def test_a_figure_reads_by_its_unit(value: float, decimals: int, unit: str, text: str) -> None:
    assert figure_text(value, decimals, unit) == text


@pytest.mark.parametrize(
    ("value", "decimals", "said", "cell", "label"),
    [
        (0.3, 0, "less than 1%", "less than 1", "<1%"),
        (0.03, 1, "less than 0.1%", "less than 0.1", "<0.1%"),
        (0.5, 0, "1%", "1", "1%"),
        (0.0, 0, "0%", "0", "0%"),
    ],
)
def test_prose_cells_and_labels_tell_the_same_figure(
    value: float, decimals: int, said: str, cell: str, label: str
) -> None:
    assert figure_text(value, decimals, "per cent") == said
    assert bare_text(value, decimals, "per cent") == cell
    assert label_text(value, decimals, "per cent") == label


def test_a_share_that_comes_rounded_may_be_said_to_be_more_than_nothing() -> None:
    assert figure_text(0, 0, "per cent", low=True) == "less than 1%"
    assert label_text(0, 1, "per cent", low=True) == "<0.1%"


def test_a_unit_stands_beside_a_figure_that_does_not_tell_it() -> None:
    units = ("hours", "per cent", "%", "points", "index", "")
    assert [unit_beside(unit) for unit in units] == ["hours", "", "", "", "", ""]


def test_whole_numbers_for_charts_are_ints() -> None:
    assert rounded_number(66.5) == 67
    assert isinstance(rounded_number(66.5), int)
    assert isinstance(rounded_number(66.55, 1), float)


@given(st.integers(0, 2000), st.integers(1, 2000), st.integers(0, 2))
def test_shares_are_rounded_as_exact_fractions_are(count: int, base: int, decimals: int) -> None:
    scale = 10**decimals
    exact = (2 * 100 * count * scale + base) // (2 * base)
    assert round_half_up(100 * count / base, decimals) == Decimal(exact) / scale


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("-4", "\N{MINUS SIGN}4"),
        ("-£3.5m", "\N{MINUS SIGN}£3.5m"),
        ("-12%", "\N{MINUS SIGN}12%"),
        ("-", "-"),
        ("2021-22", "2021-22"),
        ("-a", "-a"),
        ("-4 to -2", "-4 to -2"),
    ],
)
def test_a_hyphen_before_a_figure_becomes_a_minus(typed: str, printed: str) -> None:
    assert with_true_minus(typed) == printed
