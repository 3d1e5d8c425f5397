"""What the steps of writing hand to one another: rendered text with its lines, problems, claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from generator.model.issues import Rule
from generator.narrative.narrative_rules import NARRATIVE_MARKDOWN


class NoteProblem(Protocol):
    """Takes a problem of a narrative: its line, what is wrong, how to mend it, by which rule.

    words: those that it is about.
    """

    def __call__(
        self, line: int, what: str, mend: str, rule: Rule = NARRATIVE_MARKDOWN, words: str = ""
    ) -> None:
        """Note it."""


def by(rule: Rule, note: NoteProblem) -> NoteProblem:
    """`note` for steps that apply another rule."""
    return partial(note, rule=rule)


class Claim(NamedTuple):
    """What the figures do not bear: its line, what is wrong, how to mend it, by which rule, and the
    words that claim it.
    """

    line: int
    what: str
    mend: str
    rule: Rule
    words: str


class RenderedText(NamedTuple):
    """Markdown text, the source line of each of its lines, and what its sentinels stand for.

    source: the lines of the source. loops: first and last line, from 1, of what a loop may print
    several times.
    """

    text: str
    lines: tuple[int, ...]
    values: Sequence[Any] = ()
    source: Sequence[str] = ()
    loops: Sequence[tuple[int, int]] = ()

    def line(self, index: int) -> int:
        """The source line of a rendered line, both as the first is counted: from 0 and from 1."""
        return self.lines[min(max(index, 0), len(self.lines) - 1)]

    def repeats(self, first: int, last: int) -> bool:
        """Whether a loop prints some of these source lines that does not stand whole in them."""
        return any(
            start <= last and first <= end and not first <= start <= end <= last
            for start, end in self.loops
        )
