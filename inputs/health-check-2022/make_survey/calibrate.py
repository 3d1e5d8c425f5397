"""Exact counts out of leanings: who gives which answer, so that the totals come out as they must.

The respondents' leanings decide who; the margins decide how many. With quotas on groups, the choice
is moved as little as the quotas ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Quota:
    """Exactly `count` of those chosen are among `members` (positions)."""

    members: frozenset[int]
    count: int


def choose(leanings: dict[int, float], size: int, quotas: Sequence[Quota] = ()) -> set[int]:
    """The `size` positions with the highest leanings, changed by swaps until every quota is met.

    Raises ValueError when the quotas cannot be met by swaps.
    """
    ranked = sorted(leanings, key=lambda i: (-leanings[i], i))
    chosen = set(ranked[:size])
    while miss := _miss(chosen, quotas):
        swap = _best_swap(chosen, leanings, quotas, miss)
        if swap is None:
            raise ValueError(f"quotas cannot be met: {[(len(q.members), q.count) for q in quotas]}")
        chosen.symmetric_difference_update(swap)
    return chosen


def cut(leanings: dict[int, float], counts: Sequence[int]) -> dict[int, int]:
    """Position -> index of the option: the highest leanings get option 0, and so on."""
    if sum(counts) != len(leanings):
        raise ValueError(f"{list(counts)} do not add up to {len(leanings)} answers")
    ranked = sorted(leanings, key=lambda i: (-leanings[i], i))
    options = [option for option, count in enumerate(counts) for _ in range(count)]
    return dict(zip(ranked, options, strict=True))


def five_points(agree: int, base: int, disagree: int) -> list[int]:
    """Counts of the five points: the stronger the agreement, the more of it is strong."""
    strong = round(agree * (0.15 + 0.4 * agree / base))
    strongly_not = round(disagree * 0.3)
    neither = base - agree - disagree
    if neither < 0:
        raise ValueError(f"{agree} and {disagree} are more than {base}")
    return [strong, agree - strong, neither, disagree - strongly_not, strongly_not]


def pick_several(
    leanings: Sequence[dict[int, float]], counts: Sequence[int], random: Random
) -> dict[int, set[int]]:
    """Position -> options chosen; option j is chosen counts[j] times and everyone chooses one.

    leanings: per option, position -> leaning.
    """
    picks: dict[int, set[int]] = {i: set() for i in leanings[0]}
    for option, count in enumerate(counts):
        for i in choose(leanings[option], count):
            picks[i].add(option)
    for options in picks.values():
        if not options:
            givers = [j for j in picks if len(picks[j]) > 1]
            giver = random.choice(givers)
            given = random.choice(sorted(picks[giver]))
            picks[giver].remove(given)
            options.add(given)
    return picks


def numbers_with_mean(drawn: Sequence[float], mean: float, most: int, random: Random) -> list[int]:
    """Whole numbers near `drawn`, 0 to `most`, whose mean is `mean` when rounded to one decimal."""
    scale = mean * len(drawn) / sum(drawn)
    values = [min(most, max(0, round(value * scale))) for value in drawn]
    missing = round(mean * len(values)) - sum(values)
    step = 1 if missing > 0 else -1
    while missing:
        i = random.randrange(len(values))
        if values[i] > 0 and 0 < values[i] + step <= most:
            values[i] += step
            missing -= step
    if abs(sum(values) / len(values) - mean) >= 0.05:
        raise ValueError(f"{len(values)} whole numbers cannot have the mean {mean}")
    return values


def _miss(chosen: set[int], quotas: Sequence[Quota]) -> int:
    return sum(abs(len(chosen & quota.members) - quota.count) for quota in quotas)


def _best_swap(
    chosen: set[int], leanings: dict[int, float], quotas: Sequence[Quota], miss: int
) -> tuple[int, int] | None:
    best: tuple[float, int, int] | None = None
    for leaves in sorted(chosen):
        for joins in sorted(leanings.keys() - chosen):
            loss = leanings[leaves] - leanings[joins]
            if best is not None and loss >= best[0]:
                continue
            if _miss(chosen ^ {leaves, joins}, quotas) < miss:
                best = (loss, leaves, joins)
    return None if best is None else (best[1], best[2])
