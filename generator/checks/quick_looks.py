"""Looks that tell at once that a text has nothing of a kind, before a pattern goes through it.

A paper of forty pages has 1,500 texts, most of them cells that hold one figure, and there are over
a hundred patterns: looking for what every match must hold takes a tenth of trying to match.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.wording.late_pattern import late_pattern

_DIGIT = late_pattern(r"\d")
_LETTER = late_pattern(r"[^\W\d_]")
_YEAR = late_pattern(r"(?:19|20)\d\d")


def has_digit(words: str) -> bool:
    """Whether a text has a figure in it."""
    return _DIGIT.search(words) is not None


def has_letter(words: str) -> bool:
    """Whether a text has a letter in it, as two thirds of the cells of a table have not."""
    return _LETTER.search(words) is not None


def has_year(words: str) -> bool:
    """Whether a text has a year of the last century or this one in it."""
    return _YEAR.search(words) is not None


def has_any(words: str, parts: Iterable[str]) -> bool:
    """Whether a text holds one of some parts of words, written just so."""
    for part in parts:  # noqa: SIM110 - a third of the time of any()
        if part in words:
            return True
    return False
