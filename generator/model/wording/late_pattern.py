"""Patterns that are compiled when they are first asked: most are for what few texts hold."""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    """Stands for a pattern; its methods are the pattern's."""

    def __init__(self, source: str, flags: int) -> None:
        self._said = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._said), name)
        setattr(self, name, found)
        return found


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as re.compile makes it, which costs nothing before it is used."""
    return cast("re.Pattern[str]", _LatePattern(source, int(flags)))
