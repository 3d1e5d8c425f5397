"""Secondary suppression: what else is withheld so that a withheld figure cannot be worked out.

For every withheld figure the width (see `moves`) must reach the protection range, or the number of
people in its base where that is smaller, or what is reached with every breakdown of the question
withheld: what the whole cohort's own figures tell of a group cannot be taken back. Where it does
not, the figures that stand in the way of the cheapest move are withheld too, and so on until every
withheld figure is safe, those withheld on the way included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from generator.survey.disclosure.moves import FamilyTable, Moves, ring_breaks
from generator.survey.disclosure.totals import tell_totals

_MOST_TRIALS = 60


def secure(table: FamilyTable, withheld: int, implied: int, protection_range: int) -> int:
    """The figures to withhold, as bits: `withheld` and what protects them.

    implied: bits of figures that nobody lists but that follow from listed ones, such as the people
    whom a filter leaves out; they are never published, and protected where they are in `withheld`.
    """
    return _Protection(table, withheld, implied, protection_range).secured()


class _Protection:
    def __init__(
        self, table: FamilyTable, withheld: int, implied: int, protection_range: int
    ) -> None:
        self.table = table
        self.moves = Moves(table)
        self.implied = implied
        self.hidden = withheld | implied
        self.guarded = withheld
        self.range = protection_range
        self.targets: dict[int, int] = {}

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
                waiting += _bits(more)
            while self._is_unsafe(figure):
                more = self._cheapest(figure)
                self.hidden |= more
                waiting += _bits(more)
        return self.hidden & ~self.implied

    def _is_unsafe(self, figure: int) -> bool:
        target = self._target(figure)
        return bool(target) and self.moves.width(figure, self.hidden, target) < target

    def _is_beyond_moves(self, figure: int) -> bool:
        """Whether moves cannot tell what the whole cohort's own figures leave open.

        A total of scores leaves open what moves of one or two people do not show: then no figure of
        the breakdown can be shown to be harmless, and all are withheld.
        """
        wanted = min(self.range, self.table.base(figure))
        if self._target(figure) >= wanted:
            return False
        fixed = _bits(self.table.all_figures & ~self._hideable(figure) & ~self.implied)
        return not tell_totals([self.table.weights[one] for one in fixed])

    def _hideable(self, figure: int) -> int:
        """Figures that may be withheld for the sake of one: a group's never costs a cohort's."""
        breakdown = self.table.breakdown
        return breakdown if breakdown >> figure & 1 else self.table.all_figures

    def _target(self, figure: int) -> int:
        if figure not in self.targets:
            wanted = min(self.range, self.table.base(figure))
            most = self.hidden | self._hideable(figure)
            self.targets[figure] = min(wanted, self.moves.width(figure, most, wanted))
        return self.targets[figure]

    def _cheapest(self, figure: int) -> int:
        """Bits to withhold: the cheapest set that makes a figure safe, else the best step there."""
        target = self._target(figure)
        now = self.moves.width(figure, self.hidden, target)
        best, best_gain = 0, 0.0
        candidates = sorted(
            set(self._candidates(figure)), key=lambda bits: (self._cost(bits), bits)
        )
        for bits in candidates[:_MOST_TRIALS]:
            width = self.moves.width(figure, self.hidden | bits, target)
            if width >= target:
                return bits
            gain = (width - now) / self._cost(bits)
            if gain > best_gain:
                best, best_gain = bits, gain
        if best:
            return best
        # No single step helps: give up the breakdown that informs least, and look again.
        left = self._hideable(figure) & ~self.hidden
        return 1 << min(_bits(left), key=lambda other: (self.table.costs[other], other))

    def _candidates(self, figure: int) -> Iterator[int]:
        """Sets of published figures that stand in the way of one move of a figure."""
        table, members = self.table, self.table.members
        weights, hideable = table.weights[figure], self._hideable(figure)
        inside = table.counted_rows(figure)
        outside = [row for row in range(table.rows) if row not in set(inside)]
        for separating, values in self._separations(weights):
            published = separating & ~self.hidden
            ours = [row for row in inside if any(table.counts[row][value] for value in values)]
            blocks = {members[a] & published for a in ours}
            others = {members[b] & published for b in outside}
            blocks |= {a ^ b for a, b in product(blocks, others)}
            yield from (bits for bits in blocks if bits and not bits & ~hideable)
            if table.joint:
                yield from self._ring_blocks(set(ours), published, hideable)

    def _ring_blocks(self, inside: set[int], published: int, hideable: int) -> Iterator[int]:
        """What stands in the way of rings that leave all but the figures of two questions alone."""
        members = self.table.members
        outside = [row for row in range(self.table.rows) if row not in inside]
        kept = published & ~self.table.joint
        for ring in self.moves.rings(sorted(inside), outside, inside, kept):
            bits = ring_breaks(members, ring) & published
            if bits and not bits & ~hideable:
                yield bits

    def _separations(self, weights: Sequence[float]) -> Iterator[tuple[int, Sequence[int]]]:
        """(figures that tell some values apart, those values) for every kind of move."""
        if not self.moves.by_value:
            yield self.moves.any_separating, range(self.table.values)
            return
        for low, high in self.moves.value_pairs(weights):
            yield self.moves.separating(low, high), (low, high)

    def _cost(self, bits: int) -> float:
        return sum(self.table.costs[figure] for figure in _bits(bits))


def _bits(bits: int) -> Iterator[int]:
    """The positions of the set bits, lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
