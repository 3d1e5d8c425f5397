"""Despatch: clear working days before the meeting, with the bank holidays of the jurisdiction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.report import Council
from generator.signoff.despatch import despatch_day, working_days_left, working_days_of

COUNCIL = Council("example", "Borough of Example", "Example")


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
    assert despatch_day(meeting, COUNCIL) == despatch


def test_a_council_may_have_other_bank_holidays_and_another_number_of_days() -> None:
    # 2 January is a bank holiday in Scotland, and 17 March in Northern Ireland.
    meeting = date(2024, 1, 4)
    assert despatch_day(meeting, replace(COUNCIL, clear_days=1)) == date(2024, 1, 2)
    scottish = replace(COUNCIL, clear_days=1, jurisdiction="scotland")
    assert despatch_day(meeting, scottish) == date(2023, 12, 29)
    irish = working_days_of("northern-ireland")
    assert not irish(date(2023, 3, 17))
    assert working_days_of("wales")(date(2023, 3, 17))


def test_working_days_left_are_counted_from_tomorrow() -> None:
    despatch = date(2023, 3, 7)
    left = {day: working_days_left(date(2023, 3, day), despatch, "england") for day in (1, 4, 7, 9)}
    assert left == {1: 4, 4: 2, 7: 0, 9: -2}


@given(st.dates(date(2021, 1, 1), date(2026, 12, 31)), st.integers(0, 10))
def test_exactly_so_many_working_days_lie_between_and_one_more_day_would_not_do(
    meeting: date, days: int
) -> None:
    works = working_days_of("england")
    found = despatch_day(meeting, replace(COUNCIL, clear_days=days))
    between = [found + timedelta(step) for step in range(1, (meeting - found).days)]
    assert works(found)
    assert sum(map(works, between)) == days
