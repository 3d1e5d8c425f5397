"""The numbers that lists print, counted as Word counts them.

<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
    -> '3.2' for the second paragraph of that level under the third of the level above

Numbers that stand on one list (w:abstractNum) count together; a number with a w:startOverride
begins anew when it is first used. A level begins anew after one above it.
"""

from __future__ import annotations

import re

from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, clark, is_on, value_at, whole

_PLACE = re.compile("%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
BULLET = "•"


class PrintedNumbers:
    """Counts through the paragraphs of a file in their order."""

    def __init__(self, lists: ReadLists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, num: str, level: int) -> str:
        """What stands before the next paragraph of that number and level, '' for nothing."""
        found = self._lists.level(num, level)
        if found is None:
            return ""
        counts = self._counts.setdefault(self._lists.list_of(num), {})
        start = self._start(num, level, found)
        override = self._lists.start_override(num, level)
        if override is not None and (num, level) not in self._begun:
            counts.pop(level, None)
            start = override
        self._begun.add((num, level))
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return self._text(num, level, found, counts)

    def _start(self, num: str, level: int, found: Element) -> int:
        return whole(value_at(found, "w:start"), 0)

    def _text(self, num: str, level: int, found: Element, counts: dict[int, int]) -> str:
        if value_at(found, "w:numFmt", "decimal") == "bullet":
            return BULLET
        legal = is_on(found.find(clark("w:isLgl")))

        def one(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = found if at == level else self._lists.level(num, at)
            form = "decimal" if of is None or legal else value_at(of, "w:numFmt", "decimal")
            begun = 1 if of is None else self._start(num, at, of)
            return counted(counts.setdefault(at, begun) if at < level else counts[level], form)

        return _PLACE.sub(one, value_at(found, "w:lvlText")).strip()


def counted(number: int, form: str) -> str:
    """A number in a form of Word's ('lowerLetter'): 3 as '3', 'c', 'iii'; '' for 'none'."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        times, at = divmod(number - 1, 26)
        letters = chr(ord("a") + at) * (times + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        made = ""
        for value, letters in _ROMAN:
            while number >= value:
                made, number = made + letters, number - value
        return made if form == "lowerRoman" else made.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
