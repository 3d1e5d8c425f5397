"""Texts of a draft, and the stretches of an edited file that hold them.

A text that was divided is held by several stretches; texts that were joined are held together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass

IN_CHARTS = ("title", "description")
"""Kinds of texts that stand in no paragraph."""


@dataclass(frozen=True, slots=True)
class HeldText:
    """Characters start:stop of the edited file's text `read`."""

    read: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Texts of the draft (their indexes), and what they are now; one of the two may be ()."""

    entries: tuple[int, ...]
    pieces: tuple[HeldText, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """pairs: in the order of the draft. free: texts of the file that hold none of the draft's.

    by_words: how many were found by their words alone, though they had a mark.
    """

    pairs: tuple[Pair, ...]
    free: tuple[int, ...]
    by_words: int = 0


def joined_pairs(entries: Sequence[BaseEntry], held: dict[int, list[HeldText]]) -> list[Pair]:
    """Texts that share a paragraph together, each with all its pieces; what is gone with none."""
    group = {index: index for index in range(len(entries))}

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    by_read: dict[int, int] = {}
    for index in sorted(held):
        for piece in held[index]:
            other = by_read.setdefault(piece.read, index)
            apart = entries[index].kind == entries[other].kind == "front-matter"
            if not apart:
                group[root(index)] = root(other)
    members: dict[int, list[int]] = {}
    for index, entry in enumerate(entries):
        if entry.kind not in IN_CHARTS:
            members.setdefault(root(index), []).append(index)
    return [
        Pair(
            tuple(ones),
            tuple(
                sorted(
                    {p for one in ones for p in held.get(one, [])}, key=lambda p: (p.read, p.start)
                )
            ),
        )
        for ones in sorted(members.values())
    ]


def joined_since(pairing: Pairing, became: Mapping[int, int]) -> Pairing:
    """The pairing with texts that are one text by now as one pair. became: as of `now_of`."""
    made: list[Pair] = []
    for one in pairing.pairs:
        last = made[-1] if made else None
        now = became.get(one.entries[0])
        if last is not None and now is not None and became.get(last.entries[-1]) == now:
            made[-1] = Pair((*last.entries, *one.entries), (*last.pieces, *one.pieces))
        else:
            made.append(one)
    return replace(pairing, pairs=tuple(made))
