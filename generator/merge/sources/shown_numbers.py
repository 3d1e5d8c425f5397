"""The numbers that the references of an edited file may show, after Word has counted anew.

    REF _cap_leaving \\h      shows what stands in that bookmark there: "Table 2"
    REF _ref_workload \\r \\h  "3.2": of no section, and no paragraph of one, that there is not

A number that none of these can be was typed over the field by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.readings import ReadText

_NUMBERED = re.compile(r"(?:[^\W\d]+\s)?\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxl]+)[.)]?(?:\([a-z]+\))*")
_LIKE = frozenset(("paragraph", "heading", "item"))


def is_number(shown: str) -> bool:
    """Whether words are a number and nothing else, or a label with one: '3.4', 'Table 2'."""
    return _NUMBERED.fullmatch(shown.strip()) is not None


class ShownNumbers:
    """What the references of one edited file may show. texts: of its accepted reading."""

    def __init__(self, texts: Sequence[ReadText]) -> None:
        self._said = {
            mark.name: _plain(text.text[mark.start : mark.end])
            for text in texts
            for mark in text.marks
        }
        self._sections, self._longest = _counts(texts)
        self._most = sum(text.kind in _LIKE or text.kind == "caption" for text in texts)

    def may_be(self, bookmark: str, shown: str, was: str) -> bool:
        """Whether a reference to a bookmark may show a number. was: what it showed in the draft."""
        said = self._said.get(bookmark, "")
        if is_number(said):
            return _plain(shown) in (said, _plain(was))
        numbers, before = ([int(one) for one in re.findall(r"\d+", text)] for text in (shown, was))
        most = [self._most] if len(numbers) == 1 else [self._sections, self._longest]
        limits = (most + [self._most] * len(numbers))[: len(numbers)]
        own = (before + [0] * len(numbers))[: len(numbers)]
        return all(one <= max(most) for one, *most in zip(numbers, limits, own, strict=True))


def _counts(texts: Sequence[ReadText]) -> tuple[int, int]:
    """How many headings there are, and how many texts the longest section has."""
    lengths, headings = [0], 0
    for text in texts:
        headings += text.kind == "heading"
        if text.kind == "heading" and text.level == 1:
            lengths.append(0)
        lengths[-1] += text.kind in _LIKE and text.table < 0
    return headings, max(lengths)


def _plain(text: str) -> str:
    return " ".join(text.split())
