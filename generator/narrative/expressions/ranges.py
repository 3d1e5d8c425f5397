"""Numbers in expressions, and range() without Jinja: a text that has no tags does not import it."""

from __future__ import annotations

from typing import Any

from generator.narrative.expressions.spoken import Refused

MAX_LIST = 1_000
MAX_NUMBER = 1e15


def bounded_range(*limits: int) -> range:
    """Jinja's range, of at most a thousand numbers. Raises Refused."""
    if not 1 <= len(limits) <= 3 or not all(_is_whole(limit) for limit in limits):
        raise Refused("range() needs whole numbers", "write range(1, 4) for 1, 2, 3")
    if len(limits) == 3 and limits[2] == 0:
        raise Refused("range() cannot go in steps of 0")
    found = range(*(int(limit) for limit in limits))
    try:
        too_long = len(found) > MAX_LIST
    except OverflowError:
        too_long = True
    if too_long:
        raise Refused(f"range() gives at most {MAX_LIST:,} numbers")
    return found


def _is_whole(value: Any) -> bool:
    return is_number(value) and abs(value) < MAX_NUMBER and value == int(value)


def is_number(value: Any) -> bool:
    """Whether an expression's value is a number; True and False are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
