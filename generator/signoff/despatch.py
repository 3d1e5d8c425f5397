"""When a report must be sent out: so many clear days before its meeting.

Clear days are working days; neither the day of despatch nor that of the meeting is one (Local
Government Act 1972, sections 100A(6) and 100B: five for councils in England). A working day is
Monday to Friday without the bank holidays of the council's jurisdiction, those for one time too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from generator.model.report import Council, Jurisdiction

IsWorkingDay = Callable[[date], bool]
_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
_DAY = timedelta(days=1)
_SATURDAY = 5


def working_days_of(jurisdiction: Jurisdiction) -> IsWorkingDay:
    """Tells whether a day is a working day there."""

    def is_working_day(day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in _bank_holidays(jurisdiction, day.year)

    return is_working_day


@cache
def _bank_holidays(jurisdiction: str, year: int) -> frozenset[date]:
    from holidays import country_holidays  # lazily: 180 ms

    return frozenset(country_holidays("GB", subdiv=_SUBDIVISIONS[jurisdiction], years=year))


def despatch_day(meeting: date, council: Council) -> date:
    """The last day on which a report for that meeting can be sent out in time."""
    works = working_days_of(council.jurisdiction)
    day, left = meeting - _DAY, council.clear_days
    while left or not works(day):
        left -= works(day)
        day -= _DAY
    return day


def working_days_left(today: date, despatch: date, jurisdiction: Jurisdiction) -> int:
    """Working days from tomorrow to the day of despatch; 0 on that day, less than 0 after it."""
    works = working_days_of(jurisdiction)
    first, last = min(today, despatch), max(today, despatch)
    days = sum(works(first + _DAY * step) for step in range(1, (last - first).days + 1))
    return days if despatch >= today else -days
