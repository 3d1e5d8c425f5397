"""Whether a printed percentage can be true at its base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.attainable import attainable, bases_for, counts_for
from generator.model.wording.rounding import number_text

SERVICES = ["36.1%", "16%", "14.3%", "14.3%", "5.9%", "4.2%", "4.2%", "2.5%", "1.68%", "0.8"]


def test_the_service_shares_of_2020_fit_119_replies_and_not_the_100_that_are_claimed() -> None:
    assert bases_for(SERVICES, 200) == [119]
    assert not attainable("36.1%", 100)


@pytest.mark.parametrize(
    ("text", "base", "possible"),
    [
        ("67%", 94, True),
        ("66.5%", 94, False),
        ("100%", 77, True),
        ("98.0%", 94, False),
        ("12.5", 8, True),
        ("50 per cent", 1, False),
        ("0%", 3, True),
        ("35%", 0, False),
    ],
)
def test_a_percentage_is_possible_where_some_count_rounds_to_it(
    text: str, base: int, possible: bool
) -> None:
    assert attainable(text, base) is possible


def test_exactly_half_way_may_be_rounded_either_way() -> None:
    assert attainable("12%", 8)
    assert attainable("13%", 8)


def test_the_counts_behind_a_percentage_are_told() -> None:
    assert list(counts_for("2%", 94)) == [2]
    assert list(counts_for("10%", 1000)) == list(range(95, 106))


def test_a_text_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        attainable("about half", 10)


@given(st.integers(1, 5000), st.data(), st.integers(0, 2))
def test_every_true_percentage_is_attainable(base: int, data: st.DataObject, decimals: int) -> None:
    count = data.draw(st.integers(0, base))
    text = number_text(100 * count / base, decimals)
    assert attainable(text, base)
    assert count in counts_for(text, base)
