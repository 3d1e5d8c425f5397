"""What date was meant by one that is not written as 2023-03-15."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d\d)")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH, _YEAR = r"(?P<month>[a-z]+)\.?", r"(?P<year>\d{4})"
_IN_WORDS = (
    re.compile(rf"(?:[a-z]+,?\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.I),
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.I),
)
_NO_DAY = "there is no such day"


def mend_date(text: str) -> str:
    """How to mend a date: 'write 2023-03-15' for '15/03/2023' or '15 March 2023'.

    The day comes before the month, as in Britain, where that is a day. '' for what is no date.
    """
    plain = text.strip()
    for pattern in (_YEAR_FIRST, _DAY_FIRST, *_IN_WORDS):
        match = pattern.fullmatch(plain)
        if match is not None:
            return _mend(match)
    return ""


def _mend(match: re.Match[str]) -> str:
    year, day = int(match["year"]), int(match["day"])
    year += 2000 if year < 100 else 0
    month = _month(match["month"])
    if month is None:
        return ""
    found = _day(year, month, day)
    if found is None and match.re is _DAY_FIRST:
        found = _day(year, day, month)
    return _NO_DAY if found is None else f"write {found.isoformat()}"


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    fitting = [name for name in _MONTHS if len(text) > 2 and name.startswith(text.casefold())]
    return _MONTHS.index(fitting[0]) + 1 if len(fitting) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
