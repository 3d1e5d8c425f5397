"""The numbers that the references of an edited file may show, after Word has counted anew.

    REF _cap_leaving \\h      shows what stands in that bookmark there: "Table 2"
    REF _ref_workload \\r \\h  "3.2", the number of the paragraph that it stands in, as Word counts

Another number was typed over the field by hand.
"""

from __future__ import annotations

import re

from generator.model.readings import ReadDocument

_NUMBERED = re.compile(r"(?:[^\W\d]+\s)?\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxl]+)[.)]?(?:\([a-z]+\))*")
_AROUND = re.compile(r"(?:\d+(?:\.\d+)*)?[.:]?")  # an item's own number, before its letter


def is_number(shown: str) -> bool:
    """Whether words are a number and nothing else, or a label with one: '3.4', 'Table 2'."""
    return _NUMBERED.fullmatch(shown.strip()) is not None


class ShownNumbers:
    """What the references of one edited file may show."""

    def __init__(self, copy: ReadDocument) -> None:
        self._said = {
            mark.name: _plain(text.text[mark.start : mark.end])
            for text in copy.accepted
            for mark in text.marks
        }
        self._counted = copy.numbers

    def may_be(self, bookmark: str, shown: str, was: str) -> bool:
        """Whether a reference to a bookmark may show a number. was: what it showed in the draft."""
        now, said = _plain(shown), self._said.get(bookmark, "")
        if now == _plain(was) or (is_number(said) and now == said):
            return True
        counted = (one.rstrip(".") for one in self._counted.get(bookmark, ()))
        return any(one and _is(now.rstrip("."), one) for one in counted)


def _is(shown: str, counted: str) -> bool:
    """Whether a number is shown, alone or as that of an item of a paragraph: '(a)', '3.2(a)'."""
    if counted[0].isdigit() or not shown.endswith(counted):
        return shown == counted
    return _AROUND.fullmatch(shown.removesuffix(counted)) is not None


def _plain(text: str) -> str:
    return " ".join(text.split())
