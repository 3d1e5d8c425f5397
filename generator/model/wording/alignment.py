"""Two sequences side by side: what stands in both, and what has most likely become of the rest.

Long sequences are first divided at the items that each holds once and that stand in the same order
in both ("patience"), then compared in the gaps; so two thousand pages take seconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.model.wording.word_diff import WordChange, changes

_MOST = 250_000  # pairs that are compared one by one; beyond, what stands everywhere is passed over
_RARE = 24  # a word in more texts than this says little of which has become which
_NEAREST = 8  # texts that are looked at for each

Pair = tuple[int, int]


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """The places of items that stand in both sequences, in order: (place in old, place in new)."""
    found: list[Pair] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        start, end, begin, stop = waiting.pop()
        while start < end and begin < stop and old[start] == new[begin]:
            found.append((start, begin))
            start, begin = start + 1, begin + 1
        while start < end and begin < stop and old[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
            found.append((end, stop))
        if start == end or begin == stop:
            continue
        anchors = _anchors(old, new, start, end, begin, stop)
        if not anchors:
            found += _compared(old, new, start, end, begin, stop)
            continue
        found += anchors
        edges = [(start - 1, begin - 1), *anchors, (end, stop)]
        for (a, b), (c, d) in pairwise(edges):
            waiting.append((a + 1, c, b + 1, d))
    return sorted(found)


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], start: int, end: int, begin: int, stop: int
) -> list[Pair]:
    """Items that stand once in each stretch, as many as are in the same order in both."""
    once_old = Counter(old[start:end])
    once_new = Counter(new[begin:stop])
    places = {new[at]: at for at in range(begin, stop) if once_new[new[at]] == 1}
    both = [
        (at, places[old[at]])
        for at in range(start, end)
        if once_old[old[at]] == 1 and old[at] in places
    ]
    return rising(both, [1.0] * len(both))


def _compared(
    old: Sequence[Hashable], new: Sequence[Hashable], start: int, end: int, begin: int, stop: int
) -> Iterator[Pair]:
    one, other = old[start:end], new[begin:stop]
    if len(one) * len(other) <= _MOST:
        yield from _kept(changes(one, other), len(one), len(other), start, begin)
        return
    for a, b, size in SequenceMatcher(None, one, other, autojunk=True).get_matching_blocks():
        yield from ((start + a + step, begin + b + step) for step in range(size))


def _kept(
    made: Sequence[WordChange], length: int, width: int, start: int, begin: int
) -> Iterator[Pair]:
    """What lies between changes."""
    at, beside = 0, 0
    for change in [*made, WordChange(length, length, width, width)]:
        for step in range(change.start - at):
            yield start + at + step, begin + beside + step
        at, beside = change.end, change.stop


def between(pairs: Sequence[Pair], length: int, width: int) -> Iterator[WordChange]:
    """What lies between pairs of places in sequences of these lengths, where something does."""
    at, beside = 0, 0
    for old, new in [*pairs, (length, width)]:
        if old > at or new > beside:
            yield WordChange(at, old, beside, new)
        at, beside = old + 1, new + 1


def rising(pairs: Sequence[Pair], weights: Sequence[float]) -> list[Pair]:
    """The heaviest choice of pairs that rise in both places. pairs: by first place, then any."""
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at][0], -pairs[at][1]))
    seconds = sorted({new for _, new in pairs})
    heaviest: list[tuple[float, int]] = [(0.0, -1)] * (len(seconds) + 1)  # a Fenwick tree of maxima
    before: dict[int, int] = {}
    best = (0.0, -1)
    for at in order:
        place = bisect_left(seconds, pairs[at][1])
        reached, before[at] = _heaviest(heaviest, place)
        mine = (reached + weights[at], at)
        best = max(best, mine, key=lambda one: one[0])
        place += 1
        while place < len(heaviest):
            if mine[0] > heaviest[place][0]:
                heaviest[place] = mine
            place += place & -place
    chosen = []
    at = best[1]
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _heaviest(tree: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    """The heaviest entry of those before a place."""
    best = (0.0, -1)
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best


Bag = Mapping[str, int]


def alike(old: Bag, new: Bag) -> float:
    """How much two texts have in common, from 0 to 1, by the number of times they say each word."""
    total = sum(old.values()) + sum(new.values())
    if not total:
        return 1.0
    fewer, more = (old, new) if len(old) <= len(new) else (new, old)
    return 2 * sum(min(times, more.get(word, 0)) for word, times in fewer.items()) / total


def likeliest(old: Sequence[Bag], new: Sequence[Bag], least: float) -> list[Pair]:
    """Which text has become which, in order: pairs that have at least `least` in common."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(old):
        for word in bag:
            holding[word].append(at)
    pairs, weights = [], []
    for beside, bag in enumerate(new):
        for at in _nearest(bag, holding, len(old)):
            weight = alike(old[at], bag)
            if weight >= least:
                pairs.append((at, beside))
                weights.append(weight)
    return rising(pairs, weights)


def _nearest(bag: Bag, holding: Mapping[str, Sequence[int]], count: int) -> list[int]:
    """The texts that share most rare words with one, or all where there are few."""
    if count <= _NEAREST:
        return list(range(count))
    shared: Counter[int] = Counter()
    for word in bag:
        places = holding.get(word, ())
        if len(places) <= _RARE:
            shared.update(places)
    return sorted(
        at for at, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_NEAREST]
    )
