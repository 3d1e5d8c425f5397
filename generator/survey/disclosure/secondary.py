"""Secondary suppression: what else is withheld so that a withheld figure cannot be worked out.

For every withheld figure the width (see `moves`) must reach the protection range, or the number of
people in its base where that is smaller, or what is reached with every breakdown of the question
withheld: what the whole cohort's own figures tell of a group cannot be taken back. Where it does
not, the figures that stand in the way of the cheapest move are withheld too, and so on until every
withheld figure is safe, those withheld on the way included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.survey.disclosure.family_table import FamilyTable, Values
from generator.survey.disclosure.moves import Moves
from generator.survey.disclosure.totals import tell_totals

_MOST_TRIALS = 12


def is_limited(moves: Moves, withheld: int, implied: int, protection_range: int) -> bool:
    """Whether some withheld figure could not be made safe even by withholding every breakdown."""
    protection = _Protection(moves, withheld, implied, protection_range)
    return any(protection.is_limited(figure) for figure in _bits(protection.guarded))


def most_widths(table: FamilyTable, withheld: int, protection_range: int) -> list[int]:
    """How wide each withheld figure could be made by withholding every breakdown."""
    protection = _Protection(Moves(table), withheld, 0, protection_range)
    return [protection.target(figure) for figure in _bits(withheld)]


def secure(moves: Moves, withheld: int, implied: int, protection_range: int) -> int:
    """The figures to withhold, as bits: `withheld` and what protects them.

    implied: bits of figures that nobody lists but that follow from listed ones, such as the people
    whom a filter leaves out; they are never published, and protected where they are in `withheld`.
    """
    return _Protection(moves, withheld, implied, protection_range).secured()


class _Protection:
    def __init__(self, moves: Moves, withheld: int, implied: int, protection_range: int) -> None:
        self.table = moves.table
        self.moves = moves
        self.implied = implied
        self.hidden = withheld | implied
        self.guarded = withheld & ~moves.table.elsewhere
        self.range = protection_range
        self.targets: dict[int, int] = {}
        self.costs: dict[int, float] = {}
        self.overlaps: dict[int, bool] = {}

    def secured(self) -> int:
        """Withhold until every guarded figure is wide enough.

        One that is safe stays so: withholding more takes no move away.
        """
        waiting = list(_bits(self.guarded))
        while waiting:
            figure = waiting.pop()
            if self._is_beyond_moves(figure):
                more = self._hideable(figure) & ~self.hidden
                self.hidden |= more
                waiting += _bits(more & ~self.table.elsewhere)
            while self._is_unsafe(figure):
                more = self._cheapest(figure)
                self.hidden |= more
                waiting += _bits(more & ~self.table.elsewhere)
        return self.hidden & ~self.implied

    def _is_unsafe(self, figure: int) -> bool:
        target = self.target(figure)
        return bool(target) and self.moves.width(figure, self.hidden, target) < target

    def is_limited(self, figure: int) -> bool:
        """Whether what cannot be withheld leaves less than the protection range."""
        return self.target(figure) < min(self.range, self.table.base(figure))

    def _is_beyond_moves(self, figure: int) -> bool:
        """Whether moves cannot tell what the figures that stay leave open.

        A total of scores leaves open what moves of one or two people do not show; so do figures
        that tell less than they are taken to, and figures of groups that overlap: then no figure of
        the breakdown can be shown to be harmless, and all are withheld.
        """
        if not self.is_limited(figure):
            return False
        staying = self.table.all_figures & ~self._hideable(figure) & ~self.implied
        if self.table.by_value:
            return bool(staying & self.table.known)
        if staying & self.table.overstated or self._overlap(staying):
            return True
        alike: dict[frozenset[int], list[Sequence[float]]] = {}
        for one in _bits(staying):
            rows = self.moves.rows_of[one]
            alike.setdefault(rows, []).append(self.table.weights[one])
        return not all(tell_totals(weights) for weights in alike.values())

    def _overlap(self, figures: int) -> bool:
        """Whether some of these figures count groups that share people, neither within the other.

        What is exchanged between two groups can then be made up for in two others.
        """
        if figures not in self.overlaps:
            groups = dict.fromkeys(self.moves.rows_of[one] for one in _bits(figures))
            self.overlaps[figures] = any(
                one & two and not (one <= two or two <= one) for one, two in combinations(groups, 2)
            )
        return self.overlaps[figures]

    def _hideable(self, figure: int) -> int:
        """Figures that may be withheld for the sake of one: a group's never costs a cohort's."""
        breakdown = self.table.breakdown
        free = breakdown if breakdown >> figure & 1 else self.table.all_figures
        return free & ~self.table.known

    def target(self, figure: int) -> int:
        """The width that a figure is to have: the protection range, or what can be had."""
        if figure not in self.targets:
            wanted = min(self.range, self.table.base(figure))
            most = self.hidden | self._hideable(figure)
            self.targets[figure] = min(wanted, self.moves.width(figure, most, wanted))
        return self.targets[figure]

    def _cheapest(self, figure: int) -> int:
        """Bits to withhold: the cheapest set that makes a figure safe, else the best step there."""
        target = self.target(figure)
        now = self.moves.width(figure, self.hidden, target)
        steps = self._steps(figure)
        by_cost = sorted(steps, key=lambda bits: (self._cost(bits), bits))
        for bits in [bits for bits in by_cost if now + steps[bits] >= target][:_MOST_TRIALS]:
            if self.moves.width(figure, self.hidden | bits, target) >= target:
                return bits
        best, best_gain = 0, 0.0
        by_gain = sorted(by_cost, key=lambda bits: -steps[bits] / self._cost(bits))
        for bits in by_gain[:_MOST_TRIALS]:
            gain = self.moves.width(figure, self.hidden | bits, target) - now
            if gain / self._cost(bits) > best_gain:
                best, best_gain = bits, gain / self._cost(bits)
        if best:
            return best
        # No single step helps: give up the breakdown that informs least, and look again.
        left = self._hideable(figure) & ~self.hidden
        return 1 << min(_bits(left), key=lambda other: (self.table.costs[other], other))

    def _steps(self, figure: int) -> dict[int, int]:
        """Sets of published figures in the way of a move, and how far such moves reach."""
        steps: dict[int, int] = {}
        inside = self.moves.rows_of[figure]
        hideable = self._hideable(figure)
        for separating, low, high in self._separations(self.table.weights[figure]):
            published = separating & ~self.hidden
            for bits, reach in self._moves_of_two(inside, published, low, high):
                if bits and not bits & ~hideable:
                    steps[bits] = steps.get(bits, 0) + reach
            if self.table.joint >> figure & 1:
                for bits, reach in self._moves_of_four(inside, published, low, high):
                    if bits and not bits & ~hideable:
                        steps[bits] = steps.get(bits, 0) + reach
        return steps

    def _moves_of_two(
        self, inside: frozenset[int], published: int, low: Values, high: Values
    ) -> Iterator[tuple[int, int]]:
        """What stands in the way of changes and exchanges, and how many people they concern."""
        ours: dict[int, tuple[int, int]] = {}
        others: dict[int, tuple[int, int]] = {}
        for row, members in enumerate(self.table.members):
            found = ours if row in inside else others
            lows, highs = found.get(members & published, (0, 0))
            lows += self.table.able(row, low, high)
            highs += self.table.able(row, high, low)
            found[members & published] = (lows, highs)
        for mine, (our_low, our_high) in ours.items():
            if our_low + our_high:
                yield mine, our_low + our_high
            for theirs, (other_low, other_high) in others.items():
                reach = min(our_low, other_high) + min(our_high, other_low)
                if reach:
                    yield mine ^ theirs, reach

    def _moves_of_four(
        self, inside: frozenset[int], published: int, low: Values, high: Values
    ) -> Iterator[tuple[int, int]]:
        """What stands in the way of rings, which change figures of two questions only."""
        able = self.table.able
        for a in sorted(inside):
            for one, two in ((low, high), (high, low)):
                ours = able(a, one, two)
                for _, b, c, d, breaks in self.moves.rings(a, inside) if ours else ():
                    reach = ours
                    for row, given, taken in ((b, two, one), (c, one, two), (d, two, one)):
                        reach = reach and min(reach, able(row, given, taken))
                    if reach:
                        yield breaks & published, reach

    def _separations(self, weights: Sequence[float]) -> Iterator[tuple[int, Values, Values]]:
        """(figures that tell low from high values, low, high) for every kind of move."""
        if not self.moves.by_value:
            every = range(self.table.values)
            yield self.moves.any_separating, every, every
            return
        for low, high in self.moves.value_pairs(weights):
            yield self.moves.separating(low, high), (low,), (high,)

    def _cost(self, bits: int) -> float:
        if bits not in self.costs:
            self.costs[bits] = sum(self.table.costs[figure] for figure in _bits(bits))
        return self.costs[bits]


def _bits(bits: int) -> Iterator[int]:
    """The positions of the set bits, lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
