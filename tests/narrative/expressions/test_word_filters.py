"""Numbers, dates and lists in words."""

from __future__ import annotations

import pytest

from generator.narrative.expressions.spoken import Refused
from generator.narrative.expressions.word_filters import ordinal, plural, words

from ..makers import problems


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "first"), (10, "tenth"), (11, "11th"), (13, "13th"), (21, "21st"), (102, "102nd")],
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [(0, "no"), (10, "ten"), (11, "11"), (12345, "12,345"), ("1,234", "1,234")]
)
def test_numbers_up_to_ten_are_words(number: object, text: str) -> None:
    assert words(number) == text


@pytest.mark.parametrize("value", [1.5, "x", None, True, float("nan"), float("inf"), 1e20, "²"])
def test_what_is_not_a_whole_number_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        words(value)


def test_plural_follows_the_number() -> None:
    assert plural(1, "reply", "replies") == "1 reply"
    assert plural(0, "reply", "replies") == "0 replies"


@pytest.mark.parametrize(
    "expression",
    ['"15/3/2023" | date', '"x" | number', "1 | number(99)", '"abc" | joined', "none | capital"],
)
def test_filters_refuse_what_they_cannot_read(expression: str) -> None:
    assert len(problems(f"{{{{ {expression} }}}}")) == 1
