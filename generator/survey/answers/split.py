"""Taking apart several answers that an export has joined in one cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class AnswerSplitter:
    """Splits folded cells into the options of one question.

    Options may hold the separator themselves ('Yes, always'), so the longest option that fits is
    taken first. known: folded option -> index.
    """

    def __init__(self, known: Mapping[str, int], separators: Sequence[str]) -> None:
        self._known = known
        self._marks = tuple(separator.strip() or separator for separator in separators) or (";",)
        self._longest_first = sorted((option for option in known if option), key=len, reverse=True)
        self._plain = not any(mark in option for option in known for mark in self._marks)

    def split(self, cell: str) -> tuple[set[int], list[str]]:
        """The options in a cell, and the pieces that are none."""
        if cell in self._known:
            return {self._known[cell]}, []
        if self._plain and len(self._marks) == 1:
            pieces = [
                stripped for piece in cell.split(self._marks[0]) if (stripped := piece.strip())
            ]
            found = {self._known[piece] for piece in pieces if piece in self._known}
            return found, [piece for piece in pieces if piece not in self._known]
        return self._by_longest(cell)

    def _by_longest(self, cell: str) -> tuple[set[int], list[str]]:
        found: set[int] = set()
        unknown: list[str] = []
        at = 0
        while at < len(cell):
            if cell[at] == " " or cell.startswith(self._marks, at):
                at += 1
                continue
            option = next((o for o in self._longest_first if self._stands(cell, o, at)), None)
            if option is not None:
                found.add(self._known[option])
                at += len(option)
                continue
            end = min((i for m in self._marks if (i := cell.find(m, at)) >= 0), default=len(cell))
            unknown.append(cell[at:end].strip())
            at = end
        return found, unknown

    def _stands(self, cell: str, option: str, at: int) -> bool:
        """Whether the option stands at this place, followed by a separator or the end."""
        if not cell.startswith(option, at):
            return False
        rest = cell[at + len(option) :].lstrip(" ")
        return not rest or rest.startswith(self._marks)
