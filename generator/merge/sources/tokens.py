"""A text as tokens: words with their look, references, footnotes, and the ends of paragraphs.

Three versions of a text are compared by `Token.key`. What a reference shows plays no part in it,
but what it leads to: numbers move when paragraphs do. A computed figure is compared by its words,
so that one which was typed over shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Literal, Protocol

from generator.model.draft_base import BaseEntry, BaseSpan
from generator.model.frozen import dataclass
from generator.model.readings import ReadText, Span
from generator.model.wording.word_diff import words

TokenKind = Literal["word", "reference", "note", "end"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a word looks, and where it links to."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Token:
    """One word, space, sign, reference, footnote mark or end of a paragraph.

    note: of a footnote in a file that was read, its id. value: it is part of a computed figure.
    target: of a reference in a file that was read, the bookmark whose number it shows. leads: of a
    reference, the name of what it leads to.
    """

    text: str
    look: Look = PLAIN
    kind: TokenKind = "word"
    note: str = ""
    value: bool = False
    target: str = ""
    leads: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What it is compared by."""
        if self.kind != "word":
            return (self.kind, self.leads)
        return ("word", ("\n" * self.breaks or " ") if self.text.isspace() else self.text)

    @property
    def breaks(self) -> int:
        """How many lines end here, within a paragraph."""
        return self.text.count("\n") if self.text.isspace() else 0


END = Token("", kind="end")


def keys(tokens: Iterable[Token]) -> list[tuple[str, str]]:
    """What the tokens are compared by."""
    return [token.key for token in tokens]


def as_text(tokens: Iterable[Token]) -> str:
    """The tokens as words; a paragraph's end is a line's."""
    return "".join("\n" if token.kind == "end" else token.text for token in tokens)


def entry_tokens(entry: BaseEntry) -> list[Token]:
    """The tokens of a text of a draft, from what its base says of it."""
    return list(_printed_tokens(entry.printed, entry.spans))


@lru_cache(maxsize=4096)  # most texts of a draft are the same today
def _printed_tokens(printed: str, spans: tuple[BaseSpan, ...]) -> tuple[Token, ...]:
    pieces: list[Token] = []
    at = 0
    for span in sorted(spans, key=lambda one: (one.at, one.to)):
        pieces.append(Token(printed[at : span.at]))
        pieces.append(_of_span(printed[span.at : span.to], span))
        at = max(at, span.to)
    return tuple(_worded([*pieces, Token(printed[at:])]))


def _of_span(text: str, span: BaseSpan) -> Token:
    if span.note:
        return Token("", kind="note")
    if span.reference:
        # What it stands in is no link of its own: it leads somewhere by itself.
        look = Look(span.bold, span.italic, span.superscript)
        return Token(text, look, "reference", leads=span.reference)
    look = Look(span.bold, span.italic, span.superscript, span.link)
    return Token(text, look, value=bool(span.value))


class LedNames(Protocol):
    """What the bookmarks of an edited file are called in the sources."""

    def leads(self, bookmark: str) -> str:
        """The name of what a reference to a bookmark leads to, '' for none."""

    def link(self, bookmark: str) -> str:
        """'#name' of what a link in words leads to, '' for what has none and can be given none."""

    def worded(self, bookmark: str, shown: str) -> str:
        """The same of a reference that shows the words of what it leads to, '' for others."""


def read_tokens(
    text: ReadText, start: int = 0, stop: int | None = None, names: LedNames | None = None
) -> list[Token]:
    """The tokens of characters start:stop of a text that was read.

    names: of what references and links in the document lead to; without them these are compared
    by nothing but that they are there. A footnote mark between two stretches belongs to the first,
    whose words it follows.
    """
    pieces: list[Token] = []
    stop = len(text.text) if stop is None else stop
    for at, span in placed_spans(text):
        if span.note:
            if start < at <= stop or at == start == 0:
                pieces.append(Token("", kind="note", note=span.note))
            continue
        shown = span.text[max(0, start - at) : max(0, stop - at)]
        if shown:
            pieces.append(_of_read(shown, span, names))
    return _worded(pieces)


def placed_spans(text: ReadText) -> list[tuple[int, Span]]:
    """The spans of a text with the character at which each begins."""
    placed: list[tuple[int, Span]] = []
    at = 0
    for span in text.spans:
        placed.append((at, span))
        at += len(span.text)
    return placed


def _of_read(shown: str, span: Span, names: LedNames | None) -> Token:
    if span.reference:
        look = Look(span.bold, span.italic, span.superscript)
        target = "" if span.page else span.reference
        leads = names.leads(target) if names is not None else ""
        worded = names.worded(target, shown) if names is not None else ""
        if worded:
            return Token(shown, replace(look, link=worded))
        return Token(shown, look, "reference", target=target, leads=leads)
    link = span.link
    if link.startswith("#_"):
        link = names.link(link[1:]) if names is not None else ""
    look = Look(span.bold, span.italic, span.superscript, link)
    return Token(shown, look, value=bool(span.value))


def _worded(pieces: Iterable[Token]) -> list[Token]:
    """Pieces of text as words. Only a change of look divides one.

    '{{ rate }}%' prints one figure of two pieces, and LibreOffice ends the bookmark of a figure
    behind a footnote a character too early.
    """
    made: list[Token] = []
    for (kind, look), group in groupby(pieces, key=lambda one: (one.kind, one.look)):
        ones = list(group)
        if kind == "word":
            made += _words_of(ones, look)
        else:
            made += ones
    return _with_whole_breaks(made)


def _with_whole_breaks(tokens: Iterable[Token]) -> list[Token]:
    """Tokens with the end of a line and the spaces around it as one, whatever looks these have."""
    made: list[Token] = []
    for one in tokens:
        last = made[-1] if made else None
        blank = last is not None and last.text.isspace() and one.text.isspace()
        if last is not None and blank and (last.breaks or one.breaks):
            made[-1] = Token(last.text + one.text)
        else:
            made.append(one)
    return made


def _words_of(pieces: Sequence[Token], look: Look) -> Iterator[Token]:
    """The words of pieces of one look; those that a computed figure has a part in are its."""
    told = words("".join(one.text for one in pieces))
    if not any(one.value for one in pieces):
        yield from (_looking(Token(word), look) for word in told)
        return
    ends = list(accumulate(len(one.text) for one in pieces))
    figures = [
        (end - len(one.text), end) for one, end in zip(pieces, ends, strict=True) if one.value
    ]
    at = 0
    for word in told:
        end = at + len(word)
        is_value = any(start < end and at < stop for start, stop in figures)
        yield _looking(Token(word, value=is_value), look)
        at = end


def _looking(token: Token, look: Look) -> Token:
    """A token in a look; the end of a line has none."""
    return token if token.breaks else replace(token, look=look)
