"""The officer's copy and the new draft, each with its texts and which of them hold what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.merge.pairs.held_texts import HeldText, Pair, Pairing
from generator.merge.pairs.pairing import pair
from generator.merge.pairs.said_words import own_end
from generator.merge.sources.plain_marks import plain_base, plain_texts
from generator.merge.sources.tokens import END, Token, read_tokens
from generator.merge.typed_sign_offs import sort_out
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.word.updating.opened_texts import OpenedTexts
from generator.word.updating.placed_text import PlacedSpan, PlacedText, Unplaced


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """The token of a held text that has this number among all of it."""

    held: HeldText
    number: int


@dataclass(frozen=True, slots=True)
class HeldStretch:
    """Some held texts as tokens, and where each of them stands (None: the end of a paragraph)."""

    held: tuple[HeldText, ...]
    tokens: tuple[Token, ...]
    places: tuple[TokenPlace | None, ...]


class Side:
    """A file with the base that tells of its texts."""

    def __init__(self, opened: OpenedTexts, base: DraftBase, pattern: str) -> None:
        """pattern: of the format's sign-off codes, '' where it has none."""
        self.opened, self.base = opened, plain_base(base)
        texts = plain_texts([text.read for text in opened.texts])
        self.reads = sort_out(texts, self.base, pattern).texts
        self.pairing: Pairing = pair(self.base.entries, self.reads)

    @cached_property
    def pairs(self) -> dict[int, Pair]:
        """Entry of the base -> the pair that it is in."""
        return {index: one for one in self.pairing.pairs for index in one.entries}

    @cached_property
    def units(self) -> dict[int, str]:
        """Text -> the unit that it belongs to, for those that a base tells of."""
        return {
            piece.read: self.base.entries[one.entries[0]].unit
            for one in self.pairing.pairs
            for piece in one.pieces
        }

    def pieces(self, entries: Sequence[int]) -> tuple[HeldText, ...]:
        """Where entries of the base stand, one after the other."""
        found = [piece for at in entries if at in self.pairs for piece in self.pairs[at].pieces]
        return tuple(dict.fromkeys(found))

    def mark(self, read: int) -> str:
        """The bookmark of the text that stands at a place, '' where it has none."""
        held = (one for one in self.pairing.pairs if any(p.read == read for p in one.pieces))
        return next((self.base.entries[one.entries[0]].mark for one in held), "")

    def text(self, read: int) -> PlacedText:
        """A text by its number."""
        return self.opened.texts[read]

    def whole(self, read: int) -> HeldText:
        """All that a text says, but for a sign-off at its end."""
        return HeldText(read, 0, own_end(self.reads[read]))

    def stretch(self, held: Sequence[HeldText]) -> HeldStretch:
        """The tokens of held texts, without spaces at their ends, an END between paragraphs."""
        tokens: list[Token] = []
        places: list[TokenPlace | None] = []
        for index, one in enumerate(held):
            if index and held[index - 1].read != one.read:
                tokens.append(END)
                places.append(None)
            found = self._tokens(one)
            said = [at for at, token in enumerate(found) if not token.text.isspace()]
            kept = range(said[0], said[-1] + 1) if said else range(0)
            tokens += [found[at] for at in kept]
            places += [TokenPlace(one, at) for at in kept]
        return HeldStretch(tuple(held), tuple(tokens), tuple(places))

    def _tokens(self, held: HeldText) -> list[Token]:
        return read_tokens(self.reads[held.read], held.start, held.stop)

    def place(self, stretch: HeldStretch, start: int, end: int) -> tuple[int, PlacedSpan]:
        """Where tokens start:end of a stretch stand: in which text, and where in it.

        Raises Unplaced where that is in more than one paragraph.
        """
        if start == end:
            return self._between(stretch, start)
        first, last = stretch.places[start], stretch.places[end - 1]
        if first is None or last is None or first.held != last.held:
            raise Unplaced("paragraphs")
        spans = self._spans(first.held)
        one, other = spans[first.number], spans[last.number]
        if one.which != other.which:
            raise Unplaced("paragraphs")
        return first.held.read, PlacedSpan(one.which, one.start, other.end)

    def _between(self, stretch: HeldStretch, at: int) -> tuple[int, PlacedSpan]:
        """The place before a token: behind the one before it where that is in the same text."""
        before = stretch.places[at - 1] if at else None
        after = stretch.places[at] if at < len(stretch.places) else None
        if before is not None:
            span = self._spans(before.held)[before.number]
            return before.held.read, PlacedSpan(span.which, span.end, span.end)
        if after is not None:
            span = self._spans(after.held)[after.number]
            return after.held.read, PlacedSpan(span.which, span.start, span.start)
        if not stretch.held:
            raise Unplaced("nothing")
        held = stretch.held[-1]
        return held.read, self.text(held.read).places(held.start, [(0, "")])[0]

    def _spans(self, held: HeldText) -> list[PlacedSpan]:
        lengths = [(len(token.text), token.note) for token in self._tokens(held)]
        return self.text(held.read).places(held.start, lengths)
