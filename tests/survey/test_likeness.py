from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.survey.likeness import (
    fold,
    likenesses,
    nearest,
    shown,
    without_markup,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I don’t\u00a0know ", "i DON'T  know"),
        ("“Fair” – or not…", '"fair" - or not...'),
        ("line\r\nbreak", "Line break"),
        ("zero\u200bwidth", "zerowidth"),
        ("Caf\u0065\u0301", "caf\u00e9"),
    ],
)
def test_differences_that_nobody_sees_are_folded_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=150), st.text(max_size=150))
def test_folding_does_not_depend_on_what_stands_beside(one: str, other: str) -> None:
    """Answers joined in one cell fold to what they fold to alone."""
    assert fold(fold(one)) == fold(one)
    assert fold(f"{one} ; {other}").replace(" ", "") == (fold(one) + ";" + fold(other)).replace(
        " ", ""
    )


def test_the_nearest_wording_is_found_or_none() -> None:
    known = ["My workload is manageable", "My manager supports me"]
    assert nearest("my workload is managable", known) == known[0]
    assert nearest("shoe size", known) is None


def test_likeness_below_the_floor_is_none() -> None:
    assert likenesses("abc def", ["abc def", "abc deg", "xyz"], 0.6)[::2] == [1.0, 0.0]


def test_long_texts_are_shortened() -> None:
    assert shown("a" * 90, 20) == "'" + "a" * 17 + "...'"


@pytest.mark.parametrize(
    ("wording", "plain"),
    [
        ("How do you <strong>travel</strong>?", "How do you travel?"),
        ("<p>One</p><p>two<br/>three</p>", "One two three"),
        ('<span style="color:red">Pay</span> &amp; leave&nbsp;', "Pay & leave"),
        ("<5 years or >10 & more", "<5 years or >10 & more"),
        ("a <b c", "a <b c"),
        ("R&D; other", "R&D; other"),
    ],
)
def test_html_is_taken_out_of_a_wording_and_nothing_else(wording: str, plain: str) -> None:
    assert without_markup(wording) == plain
