"""Which text of an officer's copy is which of the new draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from generator.merge.pairs.held_texts import HeldText, Pair
from generator.merge.pairs.now_of import now_of
from generator.merge.pairs.said_words import bare
from generator.merge.pairs.same_order import in_order
from generator.merge.sources.tokens import Token, keys
from generator.merge.work import tokens_of
from generator.model.frozen import dataclass
from generator.update.row_matches import same_cells
from generator.update.sides import Side

_ELSEWHERE = ("footnote", "title", "description", "front-matter")


@dataclass(frozen=True, slots=True)
class TextMatch:
    """Texts of the old draft, where the copy has them, what they are today, and where that stands.

    Numbers of entries and places; each may be ().
    """

    drafted: tuple[int, ...]
    pieces: tuple[HeldText, ...]
    today: tuple[int, ...]
    theirs: tuple[HeldText, ...]


class Matches:
    """The texts of both, by their bases."""

    def __init__(self, mine: Side, theirs: Side) -> None:
        self._mine, self._theirs = mine, theirs
        self.became = now_of(mine.base.entries, theirs.base.entries)
        self.became |= same_cells(self.became, mine, theirs)
        moved = self._moved()
        self.moved = {at for at in moved if not self.left_alone(mine.pairs[at])}
        """Texts that the author has moved and the officer changed."""
        for at in moved - self.moved:
            del self.became[at]
        self.all = tuple(self._match(pair) for pair in mine.pairing.pairs)

    def drafted(self, numbers: Sequence[int]) -> list[Token]:
        """What texts were in the draft."""
        return tokens_of(self._mine.base.entries[at] for at in numbers)

    def left_alone(self, pair: Pair | TextMatch) -> bool:
        """Whether a pair stands in the copy as it was drafted."""
        numbers = pair.entries if isinstance(pair, Pair) else pair.drafted
        said = self._mine.stretch(pair.pieces).tokens
        drafted = self.drafted(numbers)
        return keys(said) == keys(drafted) and all(
            one.look == other.look or not one.text.strip()
            for one, other in zip(said, drafted, strict=True)
        )

    def _match(self, pair: Pair) -> TextMatch:
        today = [self.became[at] for at in pair.entries if at in self.became]
        theirs = self._theirs.pieces(today)
        if today and len({p.read for p in pair.pieces}) > len(today):
            today, theirs = self._divided(pair, today)
        return TextMatch(pair.entries, pair.pieces, tuple(today), theirs)

    def _divided(self, pair: Pair, today: list[int]) -> tuple[list[int], tuple[HeldText, ...]]:
        """With the new texts behind, where a text is divided today just as the officer did it."""
        known, entries = set(self.became.values()), self._theirs.base.entries
        said = keys(self._mine.stretch(pair.pieces).tokens)
        more = list(today)
        for at in range(today[-1] + 1, len(entries)):
            if entries[at].kind == "footnote":
                continue
            if at in known:
                break
            more.append(at)
            pieces = self._theirs.pieces(more)
            if keys(self._theirs.stretch(pieces).tokens) == said:
                return more, pieces
        return today, self._theirs.pieces(today)

    def _moved(self) -> set[int]:
        """Texts that the author has moved since the draft, and that the copy has where they were.

        Not those that stand in the copy where they are today.
        """
        drafted, entries = self._mine.pairs, self._mine.base.entries
        there = {
            at: (drafted[at].pieces[0].read, now)
            for at, now in self.became.items()
            if entries[at].kind not in _ELSEWHERE
            and at in drafted
            and drafted[at].pieces
            and len(drafted[at].entries) == 1
            and self._theirs.pieces([now])
        }
        kept = {at for at, _ in in_order(sorted((at, now) for at, (_, now) in there.items()))}
        placed = set(in_order(sorted(there.values())))
        return {at for at, where in there.items() if at not in kept and where not in placed}

    @cached_property
    def reads(self) -> dict[int, int]:
        """Text of the new draft -> the text of the copy that it is matched with."""
        found: dict[int, int] = {}
        for one in self.all:
            ours = list(dict.fromkeys(piece.read for piece in one.pieces))
            theirs = list(dict.fromkeys(piece.read for piece in one.theirs))
            for at, read in enumerate(theirs if ours else ()):
                found[read] = ours[at] if len(ours) == len(theirs) else ours[-1]
        return {**self.adopted, **found}

    @cached_property
    def added(self) -> tuple[int, ...]:
        """The texts of the new draft that the old one did not have."""
        known = {at for one in self.all for at in one.today} | set(self.became.values())
        return tuple(at for at in range(len(self._theirs.base.entries)) if at not in known)

    @cached_property
    def adopted(self) -> dict[int, int]:
        """Text of the new draft -> what the officer has put into the copy in the same words."""
        there: dict[str, list[int]] = {}
        for at in self._mine.pairing.free:
            there.setdefault(bare(self._mine.reads[at]), []).append(at)
        found: dict[int, int] = {}
        for piece in self._theirs.pieces(self.added):
            known = there.get(bare(self._theirs.reads[piece.read]))
            if known and piece.read not in found and bare(self._theirs.reads[piece.read]):
                found[piece.read] = known.pop(0)
        return found
