"""Phrases put together as text: a computed figure keeps its key through joining and sorting.

Words of a title or an alternative text are joined, cut and listed as strings. `told` wraps a figure
in characters that no text may hold, and `phrase_of` makes the phrase of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.document import Inline, Phrase, Text, Value
from generator.model.origin import NOWHERE, Origin
from generator.model.walk import plain

_OPEN, _MIDDLE, _CLOSE = "\ufdd2", "\ufdd3", "\ufdd4"
_TOLD = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")


def told(text: str, key: str) -> str:
    """The text, known to come from that key."""
    return f"{_OPEN}{key}{_MIDDLE}{text}{_CLOSE}" if key and text else text


def unmarked(text: str) -> str:
    """The words alone."""
    return _TOLD.sub(lambda found: found[2], text)


def phrase_of(text: str, rest: str = "", origin: Origin = NOWHERE) -> Phrase:
    """The phrase of a text with told figures in it. rest: the key of all other words, or ''."""
    pieces: list[Text | Value] = []
    for index, piece in enumerate(_TOLD.split(text)):
        if index % 3 == 1:
            key = piece
        elif piece:
            known = key if index % 3 == 2 else rest
            pieces.append(Value(piece, known) if known else Text(piece))
    return Phrase(tuple(pieces), origin)


def joined(*phrases: Phrase, between: str = " ") -> Phrase:
    """The phrases that say anything, one after the other; the origin is the first's."""
    kept = [one for one in phrases if one]
    pieces: list[Text | Value] = []
    for one in kept:
        pieces += [Text(between)] if pieces else []
        pieces += one.pieces
    return Phrase(tuple(pieces), kept[0].origin if kept else NOWHERE)


def flat_phrase(content: Iterable[Inline], origin: Origin = NOWHERE) -> Phrase:
    """Inlines as a phrase: values keep their keys, all else becomes text."""
    pieces: list[Text | Value] = []
    for inline in content:
        last = pieces[-1] if pieces else None
        if isinstance(inline, Value):
            pieces.append(Value(inline.text, inline.key))
        elif isinstance(last, Text):
            pieces[-1] = Text(last.text + plain((inline,)))
        else:
            pieces.append(Text(plain((inline,))))
    return Phrase(tuple(piece for piece in pieces if piece.text), origin)
