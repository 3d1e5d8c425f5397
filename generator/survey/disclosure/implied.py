"""Figures that nobody lists but everybody can work out: those whom a filter leaves out.

The caseload of all, with the caseload of those who work full time, gives the caseload of the
others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from generator.model.finding_specs import DisclosureRules
from generator.survey.disclosure.families import Atoms, Counted, Listed
from generator.survey.measures.figure import PublishedCell
from generator.survey.measures.people import Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray


def implied_figures(
    members: Sequence[Listed],
    atoms: Atoms,
    counted: Counted,
    rules: DisclosureRules,
    columns: frozenset[str] = frozenset(),
) -> tuple[list[Listed], int]:
    """The listed figures followed by the implied ones that need protection, and bits of these.

    columns: questions that stand for several groupings of one column, of which every class that
    they tell apart is taken to be implied.
    """
    every, risky = list(members), 0
    seen = {(one.rows.tobytes(), one.weights) for one in members}
    every_implied = chain(
        _remainders(members, atoms, counted.bases), _classes(members, atoms, columns)
    )
    implied = [one for one in every_implied if _is_small(one, counted, rules)]
    if members and columns & set(members[0].cell.variable.questions):
        implied += _small_classes(members, counted.counts, rules)
    for one in implied:
        if (one.rows.tobytes(), one.weights) not in seen:
            seen.add((one.rows.tobytes(), one.weights))
            risky |= 1 << len(every)
            every.append(one)
    return every, risky


def _remainders(
    members: Sequence[Listed], atoms: Atoms, sizes: NDArray[np.int64]
) -> Iterator[Listed]:
    """Each figure less those of its parts that are told apart by one question."""
    for whole in members:
        for question in atoms.known:
            parts = [one for one in members if _is_part(one, whole, question)]
            if not parts:
                continue
            left = whole.rows.copy()
            for part in parts:
                left &= ~part.rows
            # People who gave no answer to the question are nobody's colleagues in a known group.
            if not sizes[left & atoms.known[question]].sum():
                continue
            cell = PublishedCell(whole.cell.variable, whole.cell.rows, whole.cell.weigh, True)
            yield Listed(None, cell, left, whole.weights)
        left = whole.rows.copy()
        for part in members:
            if _is_cohort_of(part, whole):
                left &= ~part.rows
        if left.any() and not np.array_equal(left, whole.rows):
            yield Listed(None, whole.cell, left, whole.weights)


def _classes(members: Sequence[Listed], atoms: Atoms, columns: frozenset[str]) -> Iterator[Listed]:
    """Each figure as it is for one class of a column, within its other conditions."""
    for one in members:
        for column in columns & {question for question, _ in one.cell.rows.conditions}:
            rest = tuple(c for c in one.cell.rows.conditions if c[0] != column)
            around = atoms.members(Rows(one.cell.rows.cohorts, rest))
            tests = [holds for (name, _), holds in atoms.holds.items() if name == column]
            patterns = np.array(tests, dtype=np.bool_).T
            cell = PublishedCell(one.cell.variable, one.cell.rows, one.cell.weigh, True)
            for pattern in np.unique(patterns[around], axis=0):
                rows = around & (patterns == pattern).all(axis=1)
                if pattern.any():
                    yield Listed(None, cell, rows, one.weights)


def _small_classes(
    members: Sequence[Listed], counts: NDArray[np.int64], rules: DisclosureRules
) -> Iterator[Listed]:
    """Of the sizes of groups of one column: the classes of fewer people than may be told."""
    for rows in {one.rows.tobytes(): one.rows for one in members}.values():
        cell = next(one.cell for one in members if np.array_equal(one.rows, rows))
        for place, count in enumerate(counts[rows].sum(axis=0)):
            if 0 < count < rules.minimum_cell_breakdown:
                weights = tuple(float(place == other) for other in range(counts.shape[1]))
                yield Listed(None, replace(cell, breakdown=True), rows, weights)


def _is_cohort_of(one: Listed, whole: Listed) -> bool:
    """Whether a figure is the same as another but for fewer cohorts."""
    mine, wide = one.cell.rows, whole.cell.rows
    same = one.weights == whole.weights and mine.conditions == wide.conditions
    return same and set(mine.cohorts) < set(wide.cohorts)


def _is_part(one: Listed, whole: Listed, question: str) -> bool:
    """Whether a figure is the same as another but for fewer answers to one question."""
    if one.weights != whole.weights or one.cell.rows.cohorts != whole.cell.rows.cohorts:
        return False
    mine, wide = dict(one.cell.rows.conditions), dict(whole.cell.rows.conditions)
    if question not in mine or mine[question] == wide.get(question):
        return False
    if question in wide and not mine[question] < wide[question]:
        return False
    mine.pop(question)
    wide.pop(question, None)
    return mine == wide


def _is_small(one: Listed, counted: Counted, rules: DisclosureRules) -> bool:
    by_value = counted.counts[one.rows].sum(axis=0)
    base = int(counted.bases[one.rows].sum())
    if not base:
        return False
    least = rules.cell(one.cell.breakdown)
    if base < rules.base(one.cell.breakdown):
        return True
    weights = np.array(one.weights)
    if not set(one.weights) <= {0.0, 1.0}:
        return least > 0 and len(set(weights[by_value > 0])) == 1
    count = int(by_value[weights == 1.0].sum())
    return count < least or base - count < least
