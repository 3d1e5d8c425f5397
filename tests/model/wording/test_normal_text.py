"""Text as it is compared: what never counts, and what always does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.normal_text import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The plan  is\u00a0here.\n", " The plan is here."),
        ("the \u2018plan\u2019 and \u201cmore\u201d", "the 'plan' and \"more\""),
        ("it\u2019s", "it's"),
        ("2021\u201322", "2021-22"),
        ("2021 - 22", "2021-22"),
        ("{sw.a} \u2013 {sw.b}", "{sw.a}-{sw.b}"),
        ("north \u2013 south", "north - south"),
        ("north\u2014south", "north - south"),
        ("north -- south", "north - south"),
        ("north--south", "north - south"),
        ("co\u2011op", "co-op"),
        ("at \u22125 degrees", "at -5 degrees"),
        ("so\u2026", "so..."),
        ("in\u00advisible\u200b", "invisible"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_how_it_was_typed_does_not_count(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in form", "inform"),
        ("north - south", "north-south"),
        ("46%", "47%"),
        ("The plan", "the plan"),
        ("not agreed", "agreed"),
        ("5", "-5"),
    ],
)
def test_what_it_says_counts(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@given(st.text())
def test_a_normal_text_stays_as_it_is(text: str) -> None:
    assert normal(normal(text)) == normal(text)
