"""What two sequences have in common in the same order: the longest such run, or the most alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.merge.pairs.held_texts import IN_CHARTS, HeldText
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText
from generator.model.wording.word_diff import ALIKE, likeness


def in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs in which both sides rise; pairs are sorted by their first."""
    tails: list[int] = []  # index into pairs of the smallest last of a run of each length
    before: dict[int, int] = {}
    for index, (_, value) in enumerate(pairs):
        at = bisect_left(tails, value, key=lambda one: pairs[one][1])
        if at:
            before[index] = tails[at - 1]
        tails[at : at + 1] = [index]
    run: list[int] = []
    at_last = tails[-1] if tails else None
    while at_last is not None:
        run.append(at_last)
        at_last = before.get(at_last)
    return [pairs[index] for index in reversed(run)]


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Which of two sequences of texts are the same, in order: equal ones, then similar ones."""
    found: list[tuple[int, int]] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        if kind == "equal":
            found += [(start + step, begin + step) for step in range(end - start)]
            continue
        at = begin
        for index in range(start, end):
            like = [(likeness(ours[index], theirs[one]), -one) for one in range(at, stop)]
            best, place = max(like, default=(0.0, 0))
            if best >= ALIKE:
                found.append((index, -place))
                at = 1 - place
    return found


def gaps(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: Mapping[int, Sequence[HeldText]]
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """Each two neighbouring known texts, as (entry, text)."""
    known = sorted(
        (index, pieces[0].read)
        for index, pieces in held.items()
        if pieces and entries[index].kind not in (*IN_CHARTS, "footnote")
    )
    return pairwise([(-1, -1), *in_order(known), (len(entries), len(texts))])
