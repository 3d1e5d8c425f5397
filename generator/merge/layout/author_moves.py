"""Which texts of an edited copy the author has put elsewhere since it was drafted.

Of texts that stand in another order now, those moved that are not in the longest run which kept its
order: swap two, and one of them has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from generator.merge.pairs.held_texts import Pairing
from generator.model.draft_base import BaseEntry

_APART = ("footnote", "front-matter", "title", "description")


def author_moves(
    draft: Sequence[BaseEntry], became: Mapping[int, int], pairing: Pairing
) -> tuple[int, ...]:
    """Indexes of texts of the copy. became: index in the draft -> index now."""
    kept = [at for at in sorted(became) if draft[at].kind not in _APART]
    stayed = _in_order([became[at] for at in kept])
    moved = {at for place, at in enumerate(kept) if place not in stayed}
    found = {
        piece.read
        for pair in pairing.pairs
        if not moved.isdisjoint(pair.entries)
        for piece in pair.pieces
    }
    return tuple(sorted(found))


def _in_order(values: Sequence[int]) -> set[int]:
    """The places of the longest rising run of some numbers."""
    ends: list[int] = []  # the lowest number that a run of each length ends with
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            places.append(place)
        else:
            ends[length], places[length] = value, place
    found: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
