"""Moves: ways in which the answers could be otherwise, with every published figure the same.

The proof that a withheld count cannot be worked out is that other answers exist which would have
given exactly the same publication, with another count. Such answers are reached by moves, in the
table of one question (columns: its answers) by groups of respondents (rows: those who are counted
by the same figures):

- exchange: somebody in one row who answered s, and somebody in another who answered t, exchange
  their answers. It changes only figures that count one of the rows and one of the answers.
- change: one person answers t in place of s; possible where no published figure counts that row and
  one of the two answers.
- ring: two exchanges at once, (a,b) with (a,b') and (a',b') with (a',b), which leave the figures of
  groups a, a', b and b' as they are: for breakdowns by two questions.

How far a count can be moved up and down by disjoint moves is its width. A reader's best bounds, by
whatever calculation, are at least as wide, for every table on the way is a possible truth. This
needs no solver. The method is kin to the hypercube method of tau-ARGUS (Giessing and Repsilber
2002), with the width measured over all moves at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from generator.survey.disclosure.family_table import NO_ANSWER, FamilyTable, Left

MOST_VALUES = 12
"""Means over more values (ages, hours) are looked at value by value no longer, but as a whole."""

_MOST_PAIRS, _MOST_RINGS, _MOST_VALUE_PAIRS = 20_000, 300, 400
"""Pairs of rows tried for rings, rings kept of a row, and pairs of values of a figure: protection
does without the others.
"""

_MOST_PATTERN_PAIRS = 100
"""Pairs of sets of answers to the questions of a theme, which are many more."""

_MOST_KEPT = 200
"""Ways to sort the rows that are kept."""

Ring = tuple[int, int, int, int, int]
Inside = frozenset[int]
"""The rows that a figure counts."""


class Moves:
    """The moves that a set of withheld figures leaves possible. What was looked up is kept."""

    def __init__(self, table: FamilyTable) -> None:
        self.table = table
        shares = all(table.is_share(figure) for figure in range(len(table.weights)))
        limited = bool(table.room) or table.values <= MOST_VALUES
        self.by_value = shares or limited or table.by_value
        self.any_separating = sum(
            1 << figure for figure, weights in enumerate(table.weights) if len(set(weights)) > 1
        )
        self.rows_of = _rows_of(table)
        self._alike: dict[tuple[float, ...], int] = {}
        for figure, weights in enumerate(table.weights):
            key = tuple(weights)
            self._alike[key] = self._alike.get(key, 0) | 1 << figure
        self._counting = _counting(table) if shares else []
        self._separating: dict[tuple[int, int], int] = {}
        self._pairs: dict[tuple[float, ...], list[tuple[int, int]]] = {}
        self._classes: dict[int, dict[int, list[int]]] = {}
        self._known_rings: dict[int, list[Ring]] = {}

    def separating(self, first: int, second: int) -> int:
        """Bits of the figures to which two value atoms add different amounts."""
        if self._counting:
            return self._counting[first] ^ self._counting[second]
        key = (first, second) if first < second else (second, first)
        bits = self._separating.get(key)
        if bits is None:
            bits = 0
            for weights, figures in self._alike.items():
                if weights[first] != weights[second]:
                    bits |= figures
            self._separating[key] = bits
        return bits

    def value_pairs(self, weights: Sequence[float]) -> list[tuple[int, int]]:
        """(low, high): pairs of values of which the second adds more to a figure; widest first.

        Of very many, those that fewest figures tell apart.
        """
        found = self._pairs.get(tuple(weights))
        if found is None:
            found = _pairs(weights)
            most = _MOST_PATTERN_PAIRS if self.table.by_value else _MOST_VALUE_PAIRS
            if len(found) > most:
                found.sort(key=lambda pair: self.separating(*pair).bit_count())
                del found[most:]
            found.sort(key=lambda pair: weights[pair[0]] - weights[pair[1]])
            self._pairs[tuple(weights)] = found
        return found

    def width(self, figure: int, withheld: int, enough: int) -> int:
        """How many people lie between the lowest and highest possible count; stops at `enough`.

        withheld: bits of the figures that are not published. For a figure that is no count, how
        many of its respondents could have answered something else.
        """
        if not self.by_value:
            return self._width_as_a_whole(figure, withheld)
        inside = self.rows_of[figure]
        up = self._moved(figure, withheld, inside, 1, enough)
        return up if up >= enough else up + self._moved(figure, withheld, inside, -1, enough - up)

    def _moved(self, figure: int, withheld: int, inside: Inside, sign: int, enough: int) -> int:
        """People that can be moved up (sign 1) or down in a figure by disjoint moves."""
        left = Left(self.table)
        total = 0
        for low, high in self.value_pairs(self.table.weights[figure]):
            published = self.separating(low, high) & ~withheld
            given, taken = (low, high) if sign > 0 else (high, low)
            total += self._changes(left, inside, given, taken, published)
            total += self._exchanges(left, inside, given, taken, published)
            if total < enough and self.table.joint >> figure & 1:
                total += self._rings(left, inside, given, taken, published, enough - total)
            if total >= enough:
                return total
        return total

    def classes(self, published: int) -> dict[int, list[int]]:
        """Rows by which of these figures count them."""
        found = self._classes.get(published)
        if found is None:
            if len(self._classes) >= _MOST_KEPT:
                self._classes.clear()
            found = self._classes[published] = {}
            for row, members in enumerate(self.table.members):
                found.setdefault(members & published, []).append(row)
        return found

    def _counted_alike(self, key: int, published: int) -> list[int]:
        """The rows that these of the published figures count, and no others."""
        plain = published & ~self.table.joint  # differs less often than what is published
        members = self.table.members
        rows = self.classes(plain).get(key & plain, ())
        return [row for row in rows if members[row] & published == key]

    def _changes(self, left: Left, inside: Inside, given: int, taken: int, published: int) -> int:
        moved = 0
        for row in inside:
            if not self.table.members[row] & published:
                size = left.able(row, given, taken)
                left.move([row], given, taken, size)
                moved += size
        return moved

    def _exchanges(self, left: Left, inside: Inside, given: int, taken: int, published: int) -> int:
        moved = 0
        able = [row for row in sorted(inside) if left.able(row, given, taken)]
        for key in dict.fromkeys(self.table.members[row] & published for row in able):
            rows = self._counted_alike(key, published)
            ours = [row for row in rows if row in inside]
            others = [row for row in rows if row not in inside]
            size = left.able_in(ours, given, taken)
            size = size and left.able_in(others, taken, given, size)
            left.move(ours, given, taken, size)
            left.move(others, taken, given, size)
            moved += size
        return moved

    def _rings(
        self,
        left: Left,
        inside: Inside,
        given: int,
        taken: int,
        published: int,
        enough: int,
    ) -> int:
        moved = 0
        able, move = left.able, left.move
        for a in sorted(inside):
            for _, b, c, d, _ in self.rings(a, inside, published) if able(a, given, taken) else ():
                size = min(able(b, taken, given), able(d, taken, given))
                size = size and min(size, able(c, given, taken), able(a, given, taken))
                if size:
                    move([a], given, taken, size)
                    move([c], given, taken, size)
                    move([b], taken, given, size)
                    move([d], taken, given, size)
                    moved += size
                    if moved >= enough:
                        return moved
                    if not able(a, given, taken):
                        break
        return moved

    def rings(self, a: int, inside: Inside, published: int = 0) -> list[Ring]:
        """Rows (a, b, c, d), only a of those inside a figure, and the figures that they change.

        a and c take on an answer that b and d give up. Only figures of two questions are changed,
        and none that is published.
        """
        found = self._known_rings.get(a)
        if found is None:
            found = self._known_rings[a] = list(islice(self._new_rings(a), _MOST_RINGS))
        if published:
            found = [ring for ring in found if not ring[4] & published]
        if len(inside) > 1:
            found = [ring for ring in found if inside.isdisjoint(ring[1:4])]
        return found

    def _new_rings(self, a: int) -> Iterator[Ring]:
        members = self.table.members
        unchanged = self.table.all_figures & ~self.table.joint
        classes = self.classes(unchanged)
        for b, d in islice(combinations(self._near(a, unchanged), 2), _MOST_PAIRS):
            for c in classes.get((members[a] ^ members[b] ^ members[d]) & unchanged, ()):
                if c not in (a, b, d):
                    breaks = ring_breaks(members, (a, b, c, d))
                    if not breaks & unchanged:
                        yield a, b, c, d, breaks

    def _near(self, a: int, unchanged: int) -> list[int]:
        """The rows that share a group with `a`: they close most rings."""
        members = self.table.members
        apart = {
            row: ((members[row] ^ members[a]) & unchanged).bit_count()
            for row in range(self.table.rows)
            if row != a
        }
        farthest = max(apart.values(), default=0)
        near = [row for row in apart if apart[row] < farthest] or list(apart)
        return sorted(near, key=lambda row: apart[row])

    def _width_as_a_whole(self, figure: int, withheld: int) -> int:
        """People in a figure whose answer could be exchanged with another answer elsewhere."""
        table, inside = self.table, self.rows_of[figure]
        width = 0
        for members, rows in self.classes(self.any_separating & ~withheld).items():
            ours = [row for row in rows if row in inside]
            if not members:
                width += sum(sum(table.counts[row]) for row in ours)
                continue
            others = [row for row in rows if row not in inside]
            width += _exchangeable(table, figure, ours, others) if ours and others else 0
        return width


def _pairs(weights: Sequence[float]) -> list[tuple[int, int]]:
    """Pairs of values of which the second has more weight, in their order."""
    alike: dict[float, list[int]] = {}
    for value, weight in enumerate(weights):
        alike.setdefault(0.0 if weight == NO_ANSWER else weight, []).append(value)
    ways = (
        (lows, highs) for low, lows in alike.items() for high, highs in alike.items() if low < high
    )
    return sorted(pair for lows, highs in ways for pair in product(lows, highs))


def _rows_of(table: FamilyTable) -> list[frozenset[int]]:
    """Per figure, the row atoms that it counts."""
    found: list[list[int]] = [[] for _ in table.weights]
    for row, members in enumerate(table.members):
        while members:
            low = members & -members
            found[low.bit_length() - 1].append(row)
            members ^= low
    return [frozenset(rows) for rows in found]


def _counting(table: FamilyTable) -> list[int]:
    """Per value atom, bits of the shares that count it."""
    return [
        sum(1 << figure for figure, weights in enumerate(table.weights) if weights[value])
        for value in range(table.values)
    ]


def _exchangeable(
    table: FamilyTable, figure: int, ours: Sequence[int], others: Sequence[int]
) -> int:
    """Pairs of people, one of ours and one of the others, whose answers add different amounts."""
    mine: dict[float, int] = {}
    both: dict[float, int] = {}
    for value, weight in enumerate(table.weights[figure]):
        here = sum(table.counts[row][value] for row in ours)
        mine[weight] = mine.get(weight, 0) + here
        there = sum(table.counts[row][value] for row in others)
        both[weight] = both.get(weight, 0) + here + there
    inner, whole = sum(mine.values()), sum(both.values())
    return min(inner, whole - inner, whole - max(both.values(), default=0))


def ring_breaks(members: Sequence[int], ring: tuple[int, int, int, int]) -> int:
    """Bits of the figures that a ring of rows changes: counted a - b + c - d is not 0."""
    a, b, c, d = (members[row] for row in ring)
    return (a ^ b ^ c ^ d) | ((a & c) ^ (b & d))
