"""Numbers, dates and lists in words."""

from __future__ import annotations

from datetime import date

import pytest

from generator.narrative.spoken import Refused, joined
from generator.narrative.wording import date_text, ordinal, period_text, plural, words

from .makers import problems


def test_dates_read_as_a_council_writes_them() -> None:
    assert date_text(date(2023, 3, 5)) == "5 March 2023"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2022, 9, 12), date(2022, 10, 21), "12 September to 21 October 2022"),
        (date(2022, 9, 12), date(2022, 9, 21), "12 to 21 September 2022"),
        (date(2021, 12, 12), date(2022, 1, 2), "12 December 2021 to 2 January 2022"),
        (date(2022, 9, 12), date(2022, 9, 12), "12 September 2022"),
    ],
)
def test_periods_write_once_what_their_dates_share(first: date, last: date, text: str) -> None:
    assert period_text(first, last) == text


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
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_lists_are_joined_with_and(parts: list[str], text: str) -> None:
    assert joined(parts) == text


@pytest.mark.parametrize(
    "expression",
    ['"15/3/2023" | date', '"x" | number', "1 | number(99)", '"abc" | joined', "none | capital"],
)
def test_filters_refuse_what_they_cannot_read(expression: str) -> None:
    assert len(problems(f"{{{{ {expression} }}}}")) == 1
