"""How many people a group has: sizes under the minimum cell are kept from being worked out.

The bases of a breakdown add up to the base of the whole, and a response rate times its headcount is
a size, so a group of three is told by the other groups unless another is withheld with it, and the
same ones in every finding. What is found here holds for all findings that look at the groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.finding_specs import DisclosureRules
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.earlier import told_groups, told_together
from generator.survey.disclosure.empty_groups import (
    Singles,
    known_empty,
    told_answers,
    without_empty,
)
from generator.survey.disclosure.family_table import FamilyTable, size_table, with_room
from generator.survey.disclosure.groupings import Grouping, groupings_of, rests_of
from generator.survey.disclosure.headcounts import Secret, published_headcounts, room_by_groups
from generator.survey.disclosure.moves import Moves
from generator.survey.disclosure.secondary import is_limited, most_widths, secure
from generator.survey.disclosure.wholes import room_in_wholes, told_sizes
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
    staff, sizes = published_headcounts(figures, withheld), told_sizes(figures)
    shown = [figure for index, figure in enumerate(figures) if index not in withheld]
    groupings = groupings_of(figures, withheld)
    looked_at = [(grouping, grouping, names) for grouping, names in groupings.items()]
    looked_at += [(*both, set()) for both in dict.fromkeys(rests_of(groupings, responses))]
    single: dict[Grouping, frozenset[tuple[str, ...]]] = {}
    looked_at.sort(key=_narrowness)
    for grouping, told, names in looked_at:
        people = people_of(responses, grouping.cohorts, grouping.wave)
        if people is None:
            continue
        out = told_groups(told, figures, known)
        if len(grouping.by) == 1:
            limits = _Limits(
                room_by_groups(grouping, staff, responses),
                room_in_wholes(grouping, sizes, responses, single),
                out,
                told_together(told, figures, known),
            )
            hidden, narrow = _hidden_answers(grouping, names, people, rules, limits)
            single[told] = single.get(told, frozenset()) | hidden
            if narrow:
                yield HiddenSizes(grouping, hidden, headcounts=True)
        else:
            hidden = _hidden_groups(grouping, names, shown, people, rules, single, out)
            hidden = without_empty(hidden, set(known_empty(grouping, shown, people, single)))
        if hidden:
            yield HiddenSizes(told, hidden)


def _narrowness(one: tuple[Grouping, object, object]) -> tuple[int, int, int]:
    """What puts a grouping after those of more people, whose hidden sizes it is to know."""
    grouping = one[0]
    return len(grouping.by), len(grouping.context), -len(grouping.cohorts)


def secret_sizes(found: Iterable[HiddenSizes]) -> Secret:
    """The groups of single questions among these whose numbers of replies are withheld."""
    secret: dict[tuple[str, tuple[str, ...], str], set[tuple[str, ...]]] = {}
    for one in found:
        grouping = one.grouping
        if len(grouping.by) == 1 and not grouping.context and not one.headcounts:
            key = (grouping.wave, grouping.cohorts, grouping.by[0])
            secret.setdefault(key, set()).update(one.groups)
    return secret


class _Limits(NamedTuple):
    """What limits the sizes of the groups of one question, beside those that the report tells.

    room: how many more of some groups can have replied, where headcounts tell that; wholes: where
    the sizes of whole groups do. out: groups whose size has been told before; unions: groups of
    which it was told how many are in them together.
    """

    room: Mapping[frozenset[str], int]
    wholes: Mapping[frozenset[str], int]
    out: Collection[tuple[str, ...]]
    unions: Sequence[frozenset[str]]

    def bare_table(self, sizes: NDArray[np.int64], options: Sequence[str]) -> FamilyTable:
        """The table of sizes, without any limits to how many more there can be."""
        told = _bits(at for at, option in enumerate(options) if (option,) in self.out)
        unions = [_bits(at for at, o in enumerate(options) if o in some) for some in self.unions]
        return size_table(sizes, told, unions)

    def table(self, sizes: NDArray[np.int64], options: Sequence[str]) -> FamilyTable:
        """The table of sizes, without the limits that headcounts set."""
        table = self.bare_table(sizes, options)
        return with_room(table, options, self.wholes) if self.wholes else table

    def all_room(self) -> dict[frozenset[str], int]:
        """How many more of groups there can be by headcounts and by the sizes of whole groups."""
        found = dict(self.wholes)
        for pool, size in self.room.items():
            found[pool] = min(size, found.get(pool, size))
        return found


def _hidden_answers(
    grouping: Grouping,
    names: Collection[tuple[str, ...]],
    people: People,
    rules: DisclosureRules,
    limits: _Limits,
) -> tuple[frozenset[tuple[str, ...]], bool]:
    """The groups of one question whose sizes are withheld; whether headcounts must be as well."""
    options = people.options(grouping.by[0])
    sizes = _sizes(grouping, people)
    small = _bits(
        at
        for at, (o, size) in enumerate(zip(options, sizes[0], strict=True))
        if (o,) not in limits.out and ((o,) in names or 0 < size < rules.minimum_cell_breakdown)
    )
    if not small:
        return frozenset(), False
    table, room = limits.table(sizes, options), limits.all_room()
    limited = with_room(table, options, room) if room else table
    range_ = rules.protection_range
    narrow = bool(limits.room) and (
        most_widths(limited, small, range_) < most_widths(table, small, range_)
    )
    hidden = secure(Moves(table if narrow else limited), small, 0, range_)
    if limits.wholes:  # what these are taken to tell may be withheld, and then excuses nothing
        hidden = secure(Moves(limits.bare_table(sizes, options)), hidden, 0, range_)
    return frozenset((option,) for at, option in enumerate(options) if hidden >> at & 1), narrow


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
    figures: those that are not withheld. out: groups whose size has been told before.
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


def _bits(places: Iterable[int]) -> int:
    return sum(1 << place for place in set(places))
