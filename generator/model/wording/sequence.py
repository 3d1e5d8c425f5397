"""Labels that stand in an order of their own: ages, grades, lengths of service, ranges of pay.

Under 25, 25 to 34, 35 to 44, 65 and over, Prefer not to say
Less than 6 months, 6 months to 1 year, 1 to 2 years, Over 2 years
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BELOW = re.compile(r"\b(?:under|below|less than|fewer than|up to|younger than)\W*$", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:over|above|more than|older than)\W*$", re.IGNORECASE)
_UNIT = re.compile(r"\b(day|week|month|year|yr)s?\b", re.IGNORECASE)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.0, "yr": 365.0}
_EDGE = 1e-6  # 'under 25' comes before 25, 'over 25' after it
_OTHERS = 2  # such as 'Newly qualified' and 'Prefer not to say'


def in_sequence(labels: Sequence[str]) -> bool:
    """Whether the numbers that the labels begin with rise, or fall, from each to the next.

    One label may have no number where three have one, and two where four have.
    """
    starts = [start for label in labels if (start := _start(label)) is not None]
    if len(starts) < 2 or len(labels) - len(starts) > min(_OTHERS, len(starts) - 2):
        return False
    steps = [later - earlier for earlier, later in pairwise(starts)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _start(label: str) -> float | None:
    """Where the range of a label begins, lengths of time in days; None without a number."""
    number = _NUMBER.search(label)
    if number is None:
        return None
    unit = _UNIT.search(label, number.end())
    size = float(number.group().replace(",", "")) * (_DAYS[unit[1].lower()] if unit else 1.0)
    before = label[: number.start()]
    if _BELOW.search(before):
        return size - _EDGE
    return size + _EDGE if _ABOVE.search(before) else size
