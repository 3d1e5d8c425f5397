"""Dates and periods in English."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.format import DATE_PLACEHOLDERS
from generator.model.wording.dates import date_text, day_or_none, period_phrase, period_text


def test_dates_read_as_a_council_writes_them() -> None:
    assert date_text(date(2023, 3, 5)) == "5 March 2023"


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{day_two}/{month_two}/{year}", "05/03/2023"),
        ("{weekday} {day} {month}", "Sunday 5 March"),
    ],
)
def test_dates_follow_the_formats_pattern(pattern: str, text: str) -> None:
    assert date_text(date(2023, 3, 5), pattern) == text


def test_every_place_of_a_date_is_filled() -> None:
    pattern = " ".join(f"{{{place}}}" for place in DATE_PLACEHOLDERS)
    assert "{" not in date_text(date(2023, 3, 5), pattern)


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


def test_a_period_says_from_and_a_day_says_on() -> None:
    day = date(2022, 9, 12)
    assert period_phrase(day, day) == "on 12 September 2022"
    assert period_phrase(day, date(2022, 9, 21)) == "from 12 to 21 September 2022"


def test_a_date_that_is_not_there_is_none() -> None:
    assert day_or_none("2023-03-15") == date(2023, 3, 15)
    assert day_or_none(None) is day_or_none("") is None
