"""When a report must be sent out: so many clear days before its meeting.

Neither the day of despatch nor that of the meeting is a clear day. Which days count, and how many
there must be, the law of the jurisdiction says (config/jurisdictions.yaml): for councils in England
five working days (Local Government Act 1972, sections 100A(6) and 100B). A working day is Monday to
Friday without the bank holidays of the jurisdiction, those for one time too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from generator.model.release.law import Period
from generator.model.report import Jurisdiction

IsWorkingDay = Callable[[date], bool]
_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
_KNOWN = Path(__file__).with_name("bank_holidays.json")
"""Those of years that are over, which change no more: importing the library takes 180 ms."""
_DAY = timedelta(days=1)
_SATURDAY = 5


def working_days_of(jurisdiction: Jurisdiction) -> IsWorkingDay:
    """Tells whether a day is a working day there."""

    def is_working_day(day: date) -> bool:
        return day.weekday() < _SATURDAY and not bank_holiday(day, jurisdiction)

    return is_working_day


def bank_holiday(day: date, jurisdiction: Jurisdiction) -> str:
    """The name of a bank holiday, '' for any other day."""
    return _bank_holidays(jurisdiction, day.year).get(day, "")


@cache
def _bank_holidays(jurisdiction: Jurisdiction, year: int) -> Mapping[date, str]:
    known = _known_bank_holidays()[jurisdiction].get(str(year))
    if known is None:
        return looked_up_bank_holidays(jurisdiction, year)
    return {date.fromisoformat(day): name for day, name in known.items()}


@cache
def _known_bank_holidays() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Jurisdiction -> year -> day -> name, of years that will not change any more."""
    found: dict[str, dict[str, dict[str, str]]] = json.loads(_KNOWN.read_text("utf-8"))
    return found


def looked_up_bank_holidays(jurisdiction: Jurisdiction, year: int) -> Mapping[date, str]:
    """Those of any year, from the library that knows them."""
    from holidays import country_holidays  # lazily: 180 ms

    return dict(country_holidays("GB", subdiv=_SUBDIVISIONS[jurisdiction], years=year))


def last_day(meeting: date, period: Period, jurisdiction: Jurisdiction) -> date:
    """The last day that leaves so many clear days before a meeting.

    Where working days count it is one itself, as nobody sends out or publishes on others.
    """
    if period.of == "calendar":
        return meeting - _DAY * (period.days + 1)
    works = working_days_of(jurisdiction)
    day, left = meeting - _DAY, period.days
    while left or not works(day):
        left -= works(day)
        day -= _DAY
    return day


def clear_days_between(
    first: date, meeting: date, period: Period, jurisdiction: Jurisdiction
) -> int:
    """How many days that count lie between two, neither of them counted."""
    works = working_days_of(jurisdiction)
    between = (first + _DAY * step for step in range(1, (meeting - first).days))
    return sum(period.of == "calendar" or works(day) for day in between)


def working_days_before(day: date, days: int, jurisdiction: Jurisdiction) -> date:
    """The working day that is so many before another day."""
    works = working_days_of(jurisdiction)
    while days or not works(day):
        day -= _DAY
        days -= works(day) and days > 0
    return day


def working_days_after(day: date, days: int, jurisdiction: Jurisdiction) -> date:
    """The working day that is so many after another day."""
    works = working_days_of(jurisdiction)
    while days:
        day += _DAY
        days -= works(day)
    return day


def working_days_left(today: date, despatch: date, jurisdiction: Jurisdiction) -> int:
    """Working days from tomorrow to the day of despatch; 0 on that day, less than 0 after it."""
    works = working_days_of(jurisdiction)
    first, last = min(today, despatch), max(today, despatch)
    days = sum(works(first + _DAY * step) for step in range(1, (last - first).days + 1))
    return days if despatch >= today else -days
