"""Counts as they are printed: letters, roman numerals, the patterns of a numbering scheme."""

from __future__ import annotations

import re

_LEVEL = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """1 is 'A', 26 'Z', 27 'AA', 28 'BB': as Word counts."""
    times, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (times + 1)


def column_letters(index: int) -> str:
    """0 is 'A', 25 'Z', 26 'AA': as a spreadsheet names its columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def roman(number: int) -> str:
    """1 is 'i', 4 'iv', 19 'xix'."""
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def item_number(marker: str, number: int) -> str:
    """The number of a list item as printed: 'B.' for marker 'A.' and 2; '' for bullets."""
    if marker == "bullet":
        return ""
    kinds = {
        "1": str(number),
        "A": letters(number),
        "a": letters(number).lower(),
        "i": roman(number),
        "I": roman(number).upper(),
    }
    core = marker.strip("().")
    return marker.replace(core, kinds[core], 1) if core in kinds else ""


def filled_pattern(pattern: str, *levels: int) -> str:
    """A pattern such as '%1.%2' with the counts of its levels: '3.5'."""
    return _LEVEL.sub(lambda found: str(levels[min(int(found[1]), len(levels)) - 1]), pattern)


def bare(number: str) -> str:
    """A number as a reference prints it: without the full stop at its end."""
    return number.rstrip(".")


def appendix_number(scheme: str, number: int) -> str:
    """'2', 'B' or 'ii' by a format's appendix scheme ('1', 'A', 'a', 'i', 'I')."""
    return item_number(scheme, number) or str(number)
