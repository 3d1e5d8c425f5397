"""Despatch: clear working days before the meeting, with the bank holidays of the jurisdiction."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.release.law import Period
from generator.model.report import Jurisdiction
from generator.signoff import despatch
from generator.signoff.despatch import (
    bank_holiday,
    clear_days_between,
    last_day,
    looked_up_bank_holidays,
    working_days_before,
    working_days_left,
    working_days_of,
)

FIVE = Period(5)


@pytest.mark.parametrize(
    ("meeting", "despatch"),
    [
        (date(2023, 3, 15), date(2023, 3, 7)),
        (date(2023, 1, 24), date(2023, 1, 16)),
        # The days of the state funeral of 2022 and the coronation of 2023 were bank holidays.
        (date(2022, 9, 22), date(2022, 9, 13)),
        (date(2023, 5, 11), date(2023, 5, 2)),
    ],
)
def test_five_clear_working_days_lie_between(meeting: date, despatch: date) -> None:
    assert last_day(meeting, FIVE, "england") == despatch
    assert clear_days_between(despatch, meeting, FIVE, "england") == 5


def test_a_council_may_have_other_bank_holidays_and_another_number_of_days() -> None:
    # 2 January is a bank holiday in Scotland, and 17 March in Northern Ireland.
    meeting = date(2024, 1, 4)
    assert last_day(meeting, Period(1), "england") == date(2024, 1, 2)
    assert last_day(meeting, Period(1), "scotland") == date(2023, 12, 29)
    irish = working_days_of("northern-ireland")
    assert not irish(date(2023, 3, 17))
    assert working_days_of("wales")(date(2023, 3, 17))


@pytest.mark.parametrize("place", ["england", "wales", "scotland", "northern-ireland"])
def test_the_years_that_are_kept_are_as_the_library_has_them(place: Jurisdiction) -> None:
    known = despatch._known_bank_holidays()[place]
    assert set(map(str, range(2018, 2026))) <= set(known)
    for year, days in known.items():
        found = looked_up_bank_holidays(place, int(year))
        assert {day.isoformat(): name for day, name in sorted(found.items())} == days


def test_calendar_days_count_weekends_and_bank_holidays_too() -> None:
    notice = Period(28, "calendar")
    assert last_day(date(2022, 7, 27), notice, "england") == date(2022, 6, 28)
    assert clear_days_between(date(2022, 6, 28), date(2022, 7, 27), notice, "england") == 28
    assert clear_days_between(date(2022, 7, 27), date(2022, 6, 28), notice, "england") == 0


def test_bank_holidays_have_their_names_those_for_one_time_too() -> None:
    assert "Funeral" in bank_holiday(date(2022, 9, 19), "england")
    assert "Coronation" in bank_holiday(date(2023, 5, 8), "england")
    assert bank_holiday(date(2023, 5, 9), "england") == ""


def test_working_days_are_counted_backwards_from_any_day() -> None:
    # 8 May 2023, a Monday, is a bank holiday.
    assert working_days_before(date(2023, 5, 9), 1, "england") == date(2023, 5, 5)
    assert working_days_before(date(2023, 5, 7), 2, "england") == date(2023, 5, 4)
    assert working_days_before(date(2023, 5, 9), 0, "england") == date(2023, 5, 9)


def test_working_days_left_are_counted_from_tomorrow() -> None:
    despatch = date(2023, 3, 7)
    left = {day: working_days_left(date(2023, 3, day), despatch, "england") for day in (1, 4, 7, 9)}
    assert left == {1: 4, 4: 2, 7: 0, 9: -2}


@given(st.dates(date(2021, 1, 1), date(2026, 12, 31)), st.integers(0, 10))
def test_exactly_so_many_working_days_lie_between_and_one_more_day_would_not_do(
    meeting: date, days: int
) -> None:
    works = working_days_of("england")
    found = last_day(meeting, Period(days), "england")
    between = [found + timedelta(step) for step in range(1, (meeting - found).days)]
    assert works(found)
    assert sum(map(works, between)) == days
    assert clear_days_between(found, meeting, Period(days), "england") == days
