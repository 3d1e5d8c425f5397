"""How many people a group has: sizes under the minimum cell are kept from being worked out.

The bases of a breakdown add up to the base of the whole, and a response rate times its headcount is
a size, so a group of three is told by the other groups unless another is withheld with it, and the
same ones in every finding. What is found here holds for all findings that look at the groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from generator.model.finding_specs import DisclosureRules
from generator.model.frozen import dataclass
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.earlier import told_groups
from generator.survey.disclosure.empty_groups import (
    Singles,
    known_empty,
    room_in_wholes,
    told_answers,
    without_empty,
)
from generator.survey.disclosure.family_table import UNLIMITED, FamilyTable
from generator.survey.disclosure.groupings import Grouping, groupings_of, rests_of
from generator.survey.disclosure.headcounts import Secret, published_headcounts, room_by_groups
from generator.survey.disclosure.moves import Moves
from generator.survey.disclosure.secondary import is_limited, most_widths, secure
from generator.survey.measures.figure import Figure
from generator.survey.measures.people import People, Rows, people_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class HiddenSizes:
    """Groups whose sizes must not be told: sets of answers, one for each question of `by`.

    Any figure that counts some of them but not all of them would narrow them down. headcounts: what
    is to be withheld are not sizes but the headcounts, which would narrow them too far.
    """

    grouping: Grouping
    groups: frozenset[tuple[str, ...]]
    headcounts: bool = False

    def told_by(self, figure: Figure) -> bool:
        """Whether a figure counts some of these groups and not the others."""
        rows, grouping = figure.cell.rows, self.grouping
        if self.headcounts:
            return self._is_headcount(figure)
        if figure.cell.external:
            return False
        if figure.estimate.wave != grouping.wave or not set(rows.cohorts) & set(grouping.cohorts):
            return False
        conditions = dict(rows.conditions)
        if not any(question in conditions for question in grouping.by):
            return False
        if any(conditions.get(question) != answers for question, answers in grouping.context):
            return False
        if not all(question in conditions for question in grouping.by):
            return False  # a whole row or column of the table: its size is known anyway
        wanted = [conditions[question] for question in grouping.by]
        counted = sum(group in self.groups for group in product(*wanted))
        return 0 < counted < len(self.groups)

    def _is_headcount(self, figure: Figure) -> bool:
        """Whether a figure tells the headcount of one of these groups, in whatever wave."""
        cell = figure.cell
        if not (cell.external or cell.rate) or cell.by != self.grouping.by:
            return False
        answers = dict(cell.rows.conditions)[cell.by[0]]
        return set(self.grouping.cohorts) <= set(cell.rows.cohorts) and any(
            group[0] in answers for group in self.groups
        )


def hidden_sizes(
    figures: Sequence[Figure],
    withheld: Collection[int],
    responses: Responses,
    rules: DisclosureRules,
    known: Collection[int] = (),
) -> Iterator[HiddenSizes]:
    """The groups whose sizes are withheld, for every way in which the figures group people.

    withheld: positions of the figures that are withheld already; the sizes among them are
    protected. known: positions of figures that were published before.
    """
    staff = published_headcounts(figures, withheld)
    groupings = groupings_of(figures, withheld)
    looked_at = [(grouping, grouping, names) for grouping, names in groupings.items()]
    looked_at += [(*both, set()) for both in dict.fromkeys(rests_of(groupings, responses))]
    single: dict[Grouping, frozenset[tuple[str, ...]]] = {}
    looked_at.sort(key=lambda one: (len(one[0].by), len(one[0].context)))
    for grouping, told, names in looked_at:
        people = people_of(responses, grouping.cohorts, grouping.wave)
        if people is None:
            continue
        out = told_groups(told, figures, known)
        if len(grouping.by) == 1:
            room = room_by_groups(grouping, staff, responses)
            wholes = room_in_wholes(grouping, figures, people, single)
            hidden, narrow = _hidden_answers(grouping, names, people, rules, room, wholes, out)
            single[told] = single.get(told, frozenset()) | hidden
            if narrow:
                yield HiddenSizes(grouping, hidden, headcounts=True)
        else:
            hidden = _hidden_groups(grouping, names, figures, people, rules, single, out)
            hidden = without_empty(hidden, set(known_empty(grouping, figures, people, single)))
        if hidden:
            yield HiddenSizes(told, hidden)


def secret_sizes(found: Iterable[HiddenSizes]) -> Secret:
    """The groups of single questions among these whose numbers of replies are withheld."""
    secret: dict[tuple[str, tuple[str, ...], str], set[tuple[str, ...]]] = {}
    for one in found:
        grouping = one.grouping
        if len(grouping.by) == 1 and not grouping.context and not one.headcounts:
            key = (grouping.wave, grouping.cohorts, grouping.by[0])
            secret.setdefault(key, set()).update(one.groups)
    return secret


def _hidden_answers(
    grouping: Grouping,
    names: Collection[tuple[str, ...]],
    people: People,
    rules: DisclosureRules,
    room: Mapping[frozenset[str], int],
    wholes: Mapping[frozenset[str], int],
    out: Collection[tuple[str, ...]],
) -> tuple[frozenset[tuple[str, ...]], bool]:
    """The groups of one question whose sizes are withheld, and whether headcounts must be as well.

    room: how many more of some groups can have replied, where headcounts tell that; wholes: where
    the sizes of whole groups do. out: groups whose size has been told before.
    """
    options = people.options(grouping.by[0])
    sizes = _sizes(grouping, people)
    small = sum(
        1 << at
        for at, (option, size) in enumerate(zip(options, sizes[0], strict=True))
        if (option,) not in out and ((option,) in names or 0 < size < rules.minimum_cell_breakdown)
    )
    if not small:
        return frozenset(), False
    table = size_table(sizes, sum(1 << at for at, o in enumerate(options) if (o,) in out))
    least = {pool: min(room.get(pool, UNLIMITED), wholes.get(pool, UNLIMITED))
             for pool in (*room, *wholes)}  # fmt: skip
    limited = _with_room(table, options, least) if least else table
    table = _with_room(table, options, wholes) if wholes else table
    range_ = rules.protection_range
    narrow = bool(room) and most_widths(limited, small, range_) < most_widths(table, small, range_)
    hidden = secure(Moves(table if narrow else limited), small, 0, range_)
    return frozenset((option,) for at, option in enumerate(options) if hidden >> at & 1), narrow


def _with_room(
    table: FamilyTable, options: Sequence[str], room: Mapping[frozenset[str], int]
) -> FamilyTable:
    """A table of sizes of one question, with what limits them."""
    narrowest = sorted(room, key=lambda pool: (len(pool), room[pool]))
    found = [next((pool for pool in narrowest if option in pool), None) for option in options]
    own = len(narrowest)
    pools = [own + at if pool is None else narrowest.index(pool) for at, pool in enumerate(found)]
    free = [UNLIMITED] * len(options)
    return replace(table, room=[[*(room[pool] for pool in narrowest), *free]], pools=pools)


def _hidden_groups(
    grouping: Grouping,
    names: Iterable[tuple[str, ...]],
    figures: Sequence[Figure],
    people: People,
    rules: DisclosureRules,
    single: Singles,
    out: Collection[tuple[str, ...]],
) -> frozenset[tuple[str, ...]]:
    """The groups of two questions whose sizes are withheld, for these that are withheld already.

    Answers whose own sizes are withheld are looked at as one: their total is what readers know.
    out: groups whose size has been told before.
    """
    options = [people.options(question) for question in grouping.by]
    groups = list(product(*options))
    sizes = _sizes(grouping, people)
    merged, cells = _merged(sizes, _classes(grouping, options, single))
    wanted = {
        group: cell
        for group, cell, size in zip(groups, cells, sizes.ravel(), strict=True)
        if group not in out and (group in names or 0 < size < rules.minimum_cell_breakdown)
    }
    # In a larger class, how its people divide hides the size of each part.
    flat, range_ = merged.ravel(), rules.protection_range
    guarded = {c for c in wanted.values() if cells.count(c) == 1 or flat[c] < range_}
    told = {cell for group, cell in zip(groups, cells, strict=True) if group in out}
    known = all(
        told_answers(question, grouping, figures) >= set(people.options(question))
        for question in grouping.by
    )
    hidden = _hidden(merged, _bits(guarded - told), rules, known, _bits(told))
    hidden |= set(wanted.values())
    return frozenset(
        group
        for group, cell in zip(groups, cells, strict=True)
        if cell in hidden and group not in out
    )


def _classes(
    grouping: Grouping, options: Sequence[Sequence[str]], single: Singles
) -> list[list[int]]:
    """Per question, the class of each option: those whose own sizes are withheld share one."""
    found = []
    for question, known in zip(grouping.by, options, strict=True):
        alone = Grouping(grouping.wave, grouping.cohorts, (), (question,))
        kept = {answers[0] for answers in single.get(alone, ())}
        shown = [option for option in known if option not in kept]
        found.append([shown.index(o) if o in shown else len(shown) for o in known])
    return found


def _merged(
    sizes: NDArray[np.int64], classes: Sequence[Sequence[int]]
) -> tuple[NDArray[np.int64], list[int]]:
    """The sizes by classes of options, and the place of each group's class among them."""
    shape = [max(one) + 1 for one in classes]
    cells = [int(np.ravel_multi_index(at, shape)) for at in product(*classes)]
    merged = np.zeros(int(np.prod(shape)), dtype=np.int64)
    np.add.at(merged, cells, sizes.ravel())
    return merged.reshape(-1, shape[-1]), cells


def _sizes(grouping: Grouping, people: People) -> NDArray[np.int64]:
    """Respondents by the answers to one or two questions: (1, options) or (options, options)."""
    kept = people.mask(Rows(grouping.cohorts, grouping.context))
    kept = np.ones(people.size, dtype=np.bool_) if kept is None else kept.copy()
    flat = np.zeros(people.size, dtype=np.intp)
    counts = [len(people.options(question)) for question in grouping.by]
    for question, count in zip(grouping.by, counts, strict=True):
        code = people.codes(question)
        kept &= code >= 0
        flat = flat * count + code
    return np.bincount(flat[kept], minlength=int(np.prod(counts))).reshape(-1, counts[-1])


def _hidden(
    sizes: NDArray[np.int64], small: int, rules: DisclosureRules, margins_known: bool, told: int
) -> set[int]:
    """Positions of the sizes to withhold, so that none of `small` can be worked out.

    small, told: as bits; told: what was published before. margins_known: the sizes of the groups of
    single questions are published, as the table takes them to be. Where they are not, and would
    leave too little open, all are withheld.
    """
    if not small:
        return set()
    table = size_table(sizes, told)
    if not margins_known and is_limited(Moves(table), small, 0, rules.protection_range):
        return set(range(sizes.size))
    hidden = secure(Moves(table), small, 0, rules.protection_range)
    return {bit for bit in range(sizes.size) if hidden >> bit & 1}


def size_table(sizes: NDArray[np.int64], told: int = 0) -> FamilyTable:
    """The table of sizes, with a figure for each size row by row. told: bits of known figures.

    The totals of columns are taken to be known; those of rows no move changes.
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
    # A share has a group's whole row or column as its base.
    bases = [int(max(row, column)) for row in sizes.sum(axis=1) for column in sizes.sum(axis=0)]
    return FamilyTable(sizes.tolist(), members, weights, cells, costs, known=told, bases=bases)


def _bits(places: Iterable[int]) -> int:
    return sum(1 << place for place in set(places))
