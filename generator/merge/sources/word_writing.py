"""How words are written into a source: escaped, with footnotes and references, whole figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Protocol

from generator.merge.sources.tokens import LedNames, Token
from generator.model.frozen import dataclass


class NoteMarks(Protocol):
    """How a source refers to the footnotes of an edited file."""

    def get(self, note: str) -> str:
        """The mark of a footnote by its id there; '' where it cannot."""


class PointerTexts(LedNames, Protocol):
    """How a source refers to what a cross-reference of an edited file points at."""

    def get(self, bookmark: str, shown: str) -> str:
        """What says a reference to a bookmark that shows this; '' where the source cannot."""

    def address(self, link: str) -> str:
        """'#name' for a link that leads within the document; '' where the source cannot say it."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How words are written into a source.

    escape: words -> as the source has them. looks: whether the source can say them. notes: marks of
    footnotes in the edited file. between: what stands between two paragraphs, '' where there can
    be but one. pointers: cross-references in the edited file.
    """

    escape: Callable[[str], str]
    looks: bool = True
    notes: NoteMarks | None = None
    between: str = "\n\n"
    pointers: PointerTexts | None = None


def paragraphs_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each paragraph, without spaces where one begins or ends at a new division."""
    groups: list[list[Token]] = [[]]
    for one in tokens:
        if one.kind == "end":
            groups.append([])
        else:
            groups[-1].append(one)
    for before, after in pairwise(groups):
        while before and before[-1].text.isspace():
            before.pop()
        while after and after[0].text.isspace():
            after.pop(0)
    return groups


def whole_values(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the words of each computed figure as one."""
    made: list[Token] = []
    for token in tokens:
        last = made[-1] if made else None
        if last is not None and last.value and token.value and last.look == token.look:
            made[-1] = Token(last.text + token.text, last.look, value=True)
        else:
            made.append(token)
    return made
