"""The table of counts behind all figures of one family, and what is left of it during moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from generator.model.frozen import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Counts = list[list[int]]
Values = Sequence[int]


NO_ANSWER = -0.001
"""The weight of a value that is in no base of a figure: another than 0, which tells as much."""


@dataclass(frozen=True, slots=True)
class FamilyTable:
    """The table behind all figures of one question in one wave, and what each figure adds up.

    counts: row atoms x value atoms, respondents. members: per row atom, the figures that count it,
    as bits. weights: per figure, what each value atom adds to it. breakdown: bits of the figures
    under the stricter minimums. costs: per figure, what withholding it loses. joint: bits of the
    figures of groups made by two questions. known: bits of figures that a reader is taken to know.
    elsewhere: bits of indices of more questions, protected in a table of their own. overstated:
    bits of figures that tell less than their weights do: medians, and these indices. bases: the
    respondents behind the first figures, where these are others than the rows that they count.
    room: row atoms x pools, how many more people can come to have a value of each pool; [] where
    nothing limits it. pools: the pools of each value; () where each has its own. by_value: moves
    are looked at value by value, however many there are.
    """

    counts: Counts
    members: Sequence[int]
    weights: Sequence[Sequence[float]]
    breakdown: int
    costs: Sequence[int]
    joint: int = 0
    known: int = 0
    elsewhere: int = 0
    overstated: int = 0
    bases: Sequence[int] = ()
    room: Counts = field(default_factory=list)
    pools: Sequence[frozenset[int]] = ()
    by_value: bool = False

    @property
    def rows(self) -> int:
        """How many row atoms."""
        return len(self.counts)

    @property
    def values(self) -> int:
        """How many value atoms."""
        return len(self.weights[0]) if self.weights else 0

    @property
    def all_figures(self) -> int:
        """Bits of every figure."""
        return (1 << len(self.weights)) - 1

    def base(self, figure: int) -> int:
        """The respondents behind a figure."""
        if figure < len(self.bases):
            return self.bases[figure]
        counted = (row for row in range(self.rows) if self.members[row] >> figure & 1)
        return sum(sum(self.counts[row]) for row in counted)

    def is_share(self, figure: int) -> bool:
        """Whether a figure counts people."""
        return all(weight in (0.0, 1.0) for weight in self.weights[figure])

    def able(self, row: int, given: Values, taken: Values) -> int:
        """How many people of a row can give one of some values and take on one of others."""
        counts = self.counts[row]
        people = counts[given[0]] if len(given) == 1 else sum(counts[value] for value in given)
        if not self.room or not people:
            return people
        return min(people, sum(room_for(self, self.room[row], given[0], one) for one in taken))


UNLIMITED = 10**9


def room_for(table: FamilyTable, room: Sequence[int], given: int, taken: int) -> int:
    """How many of a row there is room for who take on a value: within a pool, any number."""
    if not table.pools:
        return room[taken]
    return min((room[pool] for pool in table.pools[taken] - table.pools[given]), default=UNLIMITED)


class Left:
    """What moves have left of a table: each takes its people, and the room that they fill."""

    def __init__(self, table: FamilyTable) -> None:
        self.table = table
        self.counts: dict[int, list[int]] = {}
        self.room: dict[int, list[int]] = {}

    def able(self, row: int, given: int, taken: int) -> int:
        """How many people of a row can still give one value and take on another."""
        people = (self.counts.get(row) or self.table.counts[row])[given]
        if not people or not self.table.room:
            return people
        room = self.room.get(row) or self.table.room[row]
        return min(people, room_for(self.table, room, given, taken))

    def able_in(self, rows: Sequence[int], given: int, taken: int, enough: int = UNLIMITED) -> int:
        """How many people of some rows can; as many as are enough, if so many can."""
        people = 0
        for row in rows:
            people += self.able(row, given, taken)
            if people >= enough:
                return enough
        return people

    def move(self, rows: Sequence[int], given: int, taken: int, size: int) -> None:
        """Let so many people of some rows, who can, give one value and take on another."""
        for row in rows:
            if not size:
                return
            moved = min(size, self.able(row, given, taken))
            if moved:
                self._counts(row)[given] -= moved
                self._fill(row, given, taken, moved)
            size -= moved

    def _counts(self, row: int) -> list[int]:
        if row not in self.counts:
            self.counts[row] = list(self.table.counts[row])
        return self.counts[row]

    def _fill(self, row: int, given: int, taken: int, size: int) -> None:
        if not self.table.room:
            return
        if row not in self.room:
            self.room[row] = list(self.table.room[row])
        pools = self.table.pools
        for pool in pools[taken] - pools[given] if pools else (taken,):
            self.room[row][pool] -= size


def size_table(sizes: NDArray[np.int64], told: int = 0, unions: Sequence[int] = ()) -> FamilyTable:
    """The table of sizes, with a figure for each size row by row. told: bits of known figures.

    The totals of columns are taken to be known; those of rows no move changes. unions: bits of
    columns of the only row of which it is known how many are in them together.
    """
    rows, columns = sizes.shape
    weights = [
        tuple(float(column == other) for other in range(columns))
        for _ in range(rows)
        for column in range(columns)
    ]
    members = [((1 << columns) - 1) << (row * columns) for row in range(rows)]
    costs = [int(size) + 1 for size in sizes.ravel()]
    cells = (1 << rows * columns) - 1
    if rows > 1:
        weights += [
            tuple(float(column == other) for other in range(columns)) for column in range(columns)
        ]
        members = [bits | ((1 << columns) - 1) << (rows * columns) for bits in members]
        costs += [int(total) + 1 for total in sizes.sum(axis=0)]
    for union in unions:
        told |= 1 << len(weights)
        members = [bits | 1 << len(weights) for bits in members]
        weights.append(tuple(float(union >> column & 1) for column in range(columns)))
        costs.append(1)
    # A share has a group's whole row or column as its base.
    bases = [int(max(row, column)) for row in sizes.sum(axis=1) for column in sizes.sum(axis=0)]
    return FamilyTable(sizes.tolist(), members, weights, cells, costs, known=told, bases=bases)


def with_room(
    table: FamilyTable, options: Sequence[str], room: Mapping[frozenset[str], int]
) -> FamilyTable:
    """A table of sizes of one question, with what limits them."""
    pools = [frozenset(at for at, pool in enumerate(room) if option in pool) for option in options]
    return replace(table, room=[list(room.values())], pools=pools)
