"""How many people a group has: sizes under the minimum cell are kept from being worked out.

The bases of a breakdown add up to the base of the whole, and a response rate times its headcount is
a size, so a group of three is told by the other groups unless another is withheld with it, and the
same ones in every finding. What is found here holds for all findings that look at the groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from generator.model.findings_file import DisclosureRules
from generator.model.frozen import dataclass
from generator.survey.disclosure.moves import FamilyTable
from generator.survey.disclosure.secondary import is_limited, secure
from generator.survey.measures.figure import Figure
from generator.survey.measures.people import People, Rows, people_of
from generator.survey.responses import Responses

if TYPE_CHECKING:
    from numpy.typing import NDArray

Condition = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way in which findings group a wave's people. context: conditions that all must meet."""

    wave: str
    cohorts: tuple[str, ...]
    context: tuple[Condition, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HiddenSizes:
    """Groups whose sizes must not be told: sets of answers, one for each question of `by`.

    Any figure that counts some of them but not all of them would narrow them down.
    """

    grouping: Grouping
    groups: frozenset[tuple[str, ...]]

    def told_by(self, figure: Figure) -> bool:
        """Whether a figure counts some of these groups and not the others."""
        rows, grouping = figure.cell.rows, self.grouping
        if figure.cell.external:
            return False
        if figure.estimate.wave != grouping.wave or not set(rows.cohorts) & set(grouping.cohorts):
            return False
        conditions = dict(rows.conditions)
        if not any(question in conditions for question in grouping.by):
            return False
        if any(conditions.get(question) != answers for question, answers in grouping.context):
            return False
        counted = [
            all(
                question not in conditions or answer in conditions[question]
                for question, answer in zip(grouping.by, group, strict=True)
            )
            for group in self.groups
        ]
        if len(grouping.by) > 1 and not all(question in conditions for question in grouping.by):
            return False  # a whole row or column of the table: its size is known anyway
        return any(counted) and not all(counted)


def hidden_sizes(
    figures: Sequence[Figure],
    withheld: Collection[int],
    responses: Responses,
    rules: DisclosureRules,
) -> Iterator[HiddenSizes]:
    """The groups whose sizes are withheld, for every way in which the figures group people.

    withheld: positions of the figures that are withheld already; the sizes among them are
    protected.
    """
    if rules.minimum_cell_breakdown <= 0:
        return
    for grouping, names in _groupings(figures, withheld).items():
        people = people_of(responses, grouping.cohorts, grouping.wave)
        if people is None:
            continue
        mask = people.mask(Rows(grouping.cohorts, grouping.context))
        options = [people.options(question) for question in grouping.by]
        codes = [people.codes(question) for question in grouping.by]
        sizes = _sizes(codes, [len(known) for known in options], mask)
        flat = dict(zip(product(*options), range(sizes.size), strict=True))
        small = sum(1 << flat[name] for name in names if name in flat)
        groups = list(flat)
        known = all(_is_told(question, grouping, figures, people) for question in grouping.by)
        hidden = frozenset(groups[bit] for bit in _hidden(sizes, small, rules, known))
        if hidden:
            yield HiddenSizes(grouping, hidden)


def _is_told(question: str, grouping: Grouping, figures: Sequence[Figure], people: People) -> bool:
    """Whether figures of the groups of one question alone tell the size of each."""
    told: set[str] = set()
    for figure in figures:
        rows = figure.cell.rows
        if (figure.estimate.wave, rows.cohorts) == (grouping.wave, grouping.cohorts):
            conditions = dict(rows.conditions)
            if set(conditions) == {question} and len(conditions[question]) == 1:
                told |= conditions[question]
    return told >= set(people.options(question))


def _groupings(
    figures: Iterable[Figure], withheld: Collection[int]
) -> dict[Grouping, set[tuple[str, ...]]]:
    """Each grouping, with the groups whose size is a figure that is withheld."""
    found: dict[Grouping, set[tuple[str, ...]]] = {}
    for index, figure in enumerate(figures):
        cell = figure.cell
        if not cell.by or cell.external:
            continue
        by = tuple(sorted(set(cell.by)))
        context = tuple(one for one in cell.rows.conditions if one[0] not in by)
        grouping = Grouping(figure.estimate.wave, cell.rows.cohorts, context, by)
        names = found.setdefault(grouping, set())
        if cell.size and index in withheld:
            conditions = dict(cell.rows.conditions)
            names.update(product(*(sorted(conditions.get(q, ())) for q in by)))
    return found


def _sizes(
    codes: Sequence[NDArray[np.int8]], counts: Sequence[int], mask: NDArray[np.bool_] | None
) -> NDArray[np.int64]:
    """Respondents by the answers to one or two questions: (1, options) or (options, options)."""
    kept = np.ones(len(codes[0]), dtype=np.bool_) if mask is None else mask.copy()
    flat = np.zeros(len(codes[0]), dtype=np.intp)
    for code, count in zip(codes, counts, strict=True):
        kept &= code >= 0
        flat = flat * count + code
    size = int(np.prod(counts))
    return np.bincount(flat[kept], minlength=size).reshape(-1, counts[-1])


def _hidden(
    sizes: NDArray[np.int64], small: int, rules: DisclosureRules, margins_known: bool
) -> list[int]:
    """Positions of the groups to withhold, so that no size under the minimum can be worked out.

    small: bits of sizes that are withheld for another reason. margins_known: the sizes of the
    groups of single questions are published, as the table takes them to be. Where they are not, and
    would leave too little open, all sizes are withheld.
    """
    least = rules.minimum_cell_breakdown
    for bit, size in enumerate(sizes.ravel()):
        if 0 < size < least:
            small |= 1 << bit
    if not small:
        return []
    table = size_table(sizes)
    is_whole = len(sizes) > 1 and not margins_known
    if is_whole and is_limited(table, small, 0, rules.protection_range):
        return list(range(sizes.size))
    hidden = secure(table, small, 0, rules.protection_range)
    return [bit for bit in range(sizes.size) if hidden >> bit & 1]


def size_table(sizes: NDArray[np.int64]) -> FamilyTable:
    """The table of sizes, with a figure for each size row by row.

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
    return FamilyTable(sizes.tolist(), members, weights, cells, costs)


def external_hidden(figures: Mapping[int, Figure], rules: DisclosureRules) -> set[int]:
    """Headcounts of the workforce to withhold: those under the minimum, and what protects them."""
    tables: dict[tuple[object, ...], list[int]] = {}
    for index, figure in figures.items():
        if figure.cell.external:
            cell = figure.cell
            key = (figure.estimate.wave, cell.rows.cohorts, cell.variable)
            tables.setdefault(key, []).append(index)
    hidden: set[int] = set()
    for indices in tables.values():
        sizes = np.array([[figures[index].count or 0 for index in indices]])
        hidden |= {indices[column] for column in _hidden(sizes, 0, rules, True)}
    return hidden
