"""How much work something takes, in calls: the same on every machine, unlike seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooMuchWork(AssertionError):
    """More calls were made than should be needed."""


@contextmanager
def at_most(calls: int) -> Iterator[None]:
    """Fail as soon as the block has made more calls, of Python's functions and of C's.

    What takes its time within one call, such as a regular expression, is not seen: it shows as a
    test that does not end.
    """
    made = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")
        if made > calls:
            sys.setprofile(None)
            raise TooMuchWork(f"more than {calls:,} calls")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(before)
