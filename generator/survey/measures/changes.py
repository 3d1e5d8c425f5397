"""Changes between waves, from unrounded published figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from generator.model.findings import Change, Estimate
from generator.model.survey.finding_specs import FindingSpec
from generator.model.wording.rounding import PER_CENT, rounded_or_none
from generator.survey.measures.figure import Figure, Precision
from generator.survey.statistics import mean_difference, newcombe_difference, two_proportion_test


def wave_pairs(waves: Sequence[str], wave: str) -> tuple[tuple[str, str], ...]:
    """(earlier, later), any two: the quoted wave first, then neighbours, then the others."""
    before = waves[: waves.index(wave)] if wave in waves else ()
    pairs = [(earlier, wave) for earlier in reversed(before)]
    return tuple(dict.fromkeys([*pairs, *pairwise(waves), *combinations(waves, 2)]))


def changes_of(
    spec: FindingSpec,
    figures: Sequence[Figure],
    published: Sequence[Estimate],
    unit: str,
    precision: Precision,
    comparable: Callable[[Figure, Figure], bool],
) -> tuple[Change, ...]:
    """Every change between two waves that both have a figure; withheld where either is, and without
    a difference where the two are not made of the same questions and answers.

    figures: before protection; published: the same after it, in the same order.
    """
    found = {
        (shown.wave, shown.category, shown.group): (figure, shown)
        for figure, shown in zip(figures, published, strict=True)
    }
    places = dict.fromkeys((shown.category, shown.group) for shown in published)
    pairs = wave_pairs(spec.waves, spec.wave)
    return tuple(_changes(found, places, pairs, spec.test, unit, precision, comparable))


def _changes(
    found: dict[tuple[str, str | None, str | None], tuple[Figure, Estimate]],
    places: dict[tuple[str | None, str | None], None],
    pairs: Sequence[tuple[str, str]],
    tested: bool,
    unit: str,
    precision: Precision,
    comparable: Callable[[Figure, Figure], bool],
) -> Iterator[Change]:
    for category, group in places:
        for earlier, later in pairs:
            before, after = (
                found.get((earlier, category, group)),
                found.get((later, category, group)),
            )
            if before is None or after is None:
                continue
            change = Change(earlier, later, None, category=category, group=group)
            withheld = before[1].value is None or after[1].value is None
            if withheld or not comparable(before[0], after[0]):
                yield change
            else:
                yield _change(change, before, after, tested, unit, precision)


def _change(
    change: Change,
    before: tuple[Figure, Estimate],
    after: tuple[Figure, Estimate],
    tested: bool,
    unit: str,
    precision: Precision,
) -> Change:
    first, last = before[0].estimate.value or 0.0, after[0].estimate.value or 0.0
    low = high = p = None
    # A test needs a count: means, indices and medians get none, and their text no 'significant'.
    is_share = unit == PER_CENT and after[0].count is not None
    if is_share and (tested or precision.interval):
        share, size = last / 100, after[0].effective
        other, other_size = first / 100, before[0].effective
        people, others = after[0].population, before[0].population
        counts = (share * size, size, other * other_size, other_size)
        low, high = newcombe_difference(*counts, precision.confidence, people, others)
        low, high = 100 * low, 100 * high
        p = two_proportion_test(*counts, people, others) if tested else None
    elif precision.interval and after[0].deviation is not None and before[0].deviation is not None:
        low, high = mean_difference(
            (last, after[0].deviation, after[0].effective),
            (first, before[0].deviation, before[0].effective),
            precision.confidence,
            after[0].population,
            before[0].population,
        )
    found = replace(change, difference=last - first, low=low, high=high, p=p, tested=p is not None)
    if before[0].weighted or after[0].weighted:
        return _as_printed(found, precision.decimals)
    return found


def _as_printed(change: Change, decimals: int) -> Change:
    """The change of weighted figures, with no more digits than are printed; see `Figure`."""
    numbers = (change.difference, change.low, change.high)
    difference, low, high = (rounded_or_none(number, decimals) for number in numbers)
    p = None if change.p is None else round(change.p, 3)
    return replace(change, difference=difference, low=low, high=high, p=p)
