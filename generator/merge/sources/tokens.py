"""A text as tokens: words with their look, references, footnotes, and the ends of paragraphs.

Three versions of a text are compared by `Token.key`. What a reference shows plays no part in it:
numbers move when paragraphs do. A computed figure is compared by its words, so that one which was
typed over shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

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
    """

    text: str
    look: Look = PLAIN
    kind: TokenKind = "word"
    note: str = ""
    value: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What it is compared by."""
        if self.kind != "word":
            return (self.kind, "")
        return ("word", " " if self.text.isspace() and "\n" not in self.text else self.text)


END = Token("", kind="end")


def keys(tokens: Iterable[Token]) -> list[tuple[str, str]]:
    """What the tokens are compared by."""
    return [token.key for token in tokens]


def as_text(tokens: Iterable[Token]) -> str:
    """The tokens as words; a paragraph's end is a line's."""
    return "".join("\n" if token.kind == "end" else token.text for token in tokens)


def entry_tokens(entry: BaseEntry) -> list[Token]:
    """The tokens of a text of a draft, from what its base says of it."""
    made: list[Token] = []
    at = 0
    for span in sorted(entry.spans, key=lambda one: (one.at, one.to)):
        made += _words(entry.printed[at : span.at], PLAIN)
        made += _of_span(entry.printed[span.at : span.to], span)
        at = max(at, span.to)
    return [*made, *_words(entry.printed[at:], PLAIN)]


def _of_span(text: str, span: BaseSpan) -> list[Token]:
    if span.note:
        return [Token("", kind="note")]
    look = Look(span.bold, span.italic, span.superscript, span.link)
    if span.reference:
        return [Token(text, look, "reference")]
    return _words(text, look, bool(span.value))


def read_tokens(text: ReadText, start: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens of characters start:stop of a text that was read."""
    made: list[Token] = []
    stop = len(text.text) if stop is None else stop
    for at, span in placed_spans(text):
        if span.note:
            if start <= at <= stop:
                made.append(Token("", kind="note", note=span.note))
            continue
        shown = span.text[max(0, start - at) : max(0, stop - at)]
        if shown:
            made += _of_read(shown, span)
    return _joined(made)


def placed_spans(text: ReadText) -> list[tuple[int, Span]]:
    """The spans of a text with the character at which each begins."""
    placed: list[tuple[int, Span]] = []
    at = 0
    for span in text.spans:
        placed.append((at, span))
        at += len(span.text)
    return placed


def _of_read(shown: str, span: Span) -> list[Token]:
    link = "" if span.reference or span.link.startswith("#_") else span.link
    look = Look(span.bold, span.italic, span.superscript, link)
    if span.reference:
        return [Token(shown, look, "reference")]
    return _words(shown, look, bool(span.value))


def _words(text: str, look: Look, value: bool = False) -> list[Token]:
    return [Token(word, look, value=value) for word in words(text)]


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Words that only a change of look within them divides as one, in the look of its beginning."""
    made: list[Token] = []
    for token in tokens:
        last = made[-1] if made else None
        if last is not None and last.kind == token.kind == "word" and last.look == token.look:
            both = words(last.text + token.text)
            if len(both) == 1:
                made[-1] = Token(both[0], last.look, value=last.value or token.value)
                continue
        made.append(token)
    return made
