"""What the steps of writing hand to one another: rendered text with its lines, and problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

NoteProblem = Callable[[int, str, str], None]
"""Takes a problem of a narrative: its line, what is wrong, how to mend it."""


class RenderedText(NamedTuple):
    """Markdown text, the source line of each of its lines, and what its sentinels stand for.

    source: the lines of the source. repeated: those, from 1, that a loop may print several times.
    """

    text: str
    lines: tuple[int, ...]
    values: Sequence[Any] = ()
    source: Sequence[str] = ()
    repeated: frozenset[int] = frozenset()

    def line(self, index: int) -> int:
        """The source line of a rendered line, both as the first is counted: from 0 and from 1."""
        return self.lines[min(max(index, 0), len(self.lines) - 1)]
