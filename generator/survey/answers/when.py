"""Dates and times as exports write them, in either order of day and month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from generator.model.wording.dates import MONTHS

_ISO = re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T].*)?$")
_SLASHED = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:[ ,T].*)?$")
_NAMED = re.compile(r"^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})(?:[ ,T].*)?$")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?", re.IGNORECASE)
_MONTHS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}


def is_day_first(values: Iterable[str], default: bool) -> bool:
    """Whether 09/12/2022 is 9 December in a column, as its other dates show; else the default.

    Where every date could be either, the order in which they lie much closer together is taken:
    answers come in within weeks.
    """
    either: list[tuple[int, int, int]] = []
    for value in values:
        found = _SLASHED.match(value.strip())
        if found and int(found.group(1)) > 12:
            return True
        if found and int(found.group(2)) > 12:
            return False
        if found:
            first, second, year = (int(group) for group in found.groups())
            either.append((year, first, second))
    if not either:
        return default
    day_first = _days_between((year, second, first) for year, first, second in either)
    month_first = _days_between(either)
    if 2 * min(day_first, month_first) >= max(day_first, month_first):
        return default
    return day_first < month_first


def _days_between(dates: Iterable[tuple[int, int, int]]) -> int:
    """Between the first and the last of some days, as (year, month, day)."""
    days = [year * 366 + month * 31 + day for year, month, day in dates]
    return max(days) - min(days)


def read_when(value: str, day_first: bool) -> datetime | None:
    """The date and time in a cell; also seconds since 1970. None where there is none."""
    text = value.strip()
    if text.isdecimal() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text[:10]), tz=UTC).replace(tzinfo=None)
    if found := _ISO.match(text):
        year, month, day = (int(group) for group in found.groups())
    elif found := _SLASHED.match(text):
        first, second, year = (int(group) for group in found.groups())
        day, month = (first, second) if day_first else (second, first)
        year += 2000 if year < 100 else 0
    elif (found := _NAMED.match(text)) and found.group(2)[:3].casefold() in _MONTHS:
        day, year = int(found.group(1)), int(found.group(3))
        month = _MONTHS[found.group(2)[:3].casefold()]
    else:
        return None
    try:
        return datetime(year, month, day, *_time(text))
    except ValueError:
        return None


def _time(text: str) -> tuple[int, int, int]:
    found = _TIME.search(text)
    if not found:
        return 0, 0, 0
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    half = (found.group(4) or "").casefold()
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return hour, minute, second
