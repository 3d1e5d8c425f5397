"""Reading the tokens of Markdown one after the other: what paragraphs, lists and tables share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.model.document import Block
from generator.narrative.markdown.inline_writer import InlineWriter, Piece
from generator.narrative.markdown.origins import Origins
from generator.narrative.rendered import NoteProblem


class TokenReader(ABC):
    """The tokens of one text, and how far they are read.

    rendered: the text they were made of; lines: rendered line -> source line; kinds: of lettered
    lists, by line; note: takes a problem. origins: gives out where things come from.
    """

    def __init__(
        self,
        tokens: Sequence[Any],
        rendered: str,
        lines: Callable[[int], int],
        kinds: Mapping[int, str],
        inline: InlineWriter,
        note: NoteProblem,
        origins: Origins,
    ) -> None:
        self.tokens = tokens
        self.rendered = rendered.split("\n")
        self.lines = lines
        self.kinds = kinds
        self.inline = inline
        self.note = note
        self.origins = origins
        self.at = 0
        self.depth = 0

    @abstractmethod
    def inner(self, close: str) -> tuple[Block, ...]:
        """The blocks up to the token `close`, where no section may begin."""

    def line(self, token: Any) -> int:
        """The source line on which a token begins."""
        return self.lines(token.map[0]) if token.map else 0

    def content(self) -> tuple[Any, list[Piece], tuple[int, int]]:
        """Read 'x_open inline x_close': the opening token, its pieces, its rendered lines."""
        opening, inline = self.tokens[self.at], self.tokens[self.at + 1]
        self.at += 3
        first, end = inline.map or opening.map or (0, 1)
        pieces = self.inline.write(inline.children or [], lambda offset: self.lines(first + offset))
        return opening, pieces, (first, end)
