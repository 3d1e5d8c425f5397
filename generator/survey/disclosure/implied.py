"""Figures that nobody lists but everybody can work out: those whom a filter leaves out.

The caseload of all, with the caseload of those who work full time, gives the caseload of the
others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from generator.model.survey.finding_specs import DisclosureRules
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
    alike = _by_all_but_one(members, list(atoms.known))
    for whole in members:
        for question in atoms.known:
            found = alike.get(_all_but_one(whole, question), ())
            parts = [one for one in found if _is_part(one, whole, question)]
            if not parts:
                continue
            left = whole.rows.copy()
            for part in parts:
                left &= ~part.rows
            # People who gave no answer to the question are nobody's colleagues in a known group.
            if not sizes[left & atoms.known[question]].sum():
                continue
            cell = PublishedCell(whole.cell.variable, whole.cell.rows, whole.cell.weigh, True)
            yield _implied(whole, cell, left)
        left = whole.rows.copy()
        for part in alike.get((whole.weights, whole.cell.rows.conditions), ()):
            if set(part.cell.rows.cohorts) < set(whole.cell.rows.cohorts):
                left &= ~part.rows
        if left.any() and not np.array_equal(left, whole.rows):
            yield _implied(whole, whole.cell, left)


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
                    yield _implied(one, cell, rows)


def _implied(one: Listed, cell: PublishedCell, rows: NDArray[np.bool_]) -> Listed:
    """A listed figure as it is for other rows."""
    return replace(one, index=None, cell=cell, rows=rows, known=False, copies=(), elsewhere=False)


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


def _by_all_but_one(
    members: Sequence[Listed], questions: Sequence[str]
) -> dict[Hashable, list[Listed]]:
    """The figures that are the same but for the answers to one question, or for the cohorts."""
    found: dict[Hashable, list[Listed]] = {}
    for one in members:
        asked = {name for name, _ in one.cell.rows.conditions}
        for question in questions:
            if question in asked:
                found.setdefault(_all_but_one(one, question), []).append(one)
        found.setdefault((one.weights, one.cell.rows.conditions), []).append(one)
    return found


def _all_but_one(one: Listed, question: str) -> Hashable:
    rows = one.cell.rows
    others = tuple(condition for condition in rows.conditions if condition[0] != question)
    return one.weights, rows.cohorts, others, question


def _is_part(one: Listed, whole: Listed, question: str) -> bool:
    """Whether a figure is of fewer answers to a question than another that is else the same."""
    mine = dict(one.cell.rows.conditions)[question]
    wide = dict(whole.cell.rows.conditions).get(question)
    return wide is None or mine < wide


def _is_small(one: Listed, counted: Counted, rules: DisclosureRules) -> bool:
    by_value = counted.counts[one.rows].sum(axis=0)
    base = int(by_value @ one.answered if one.answered else counted.bases[one.rows].sum())
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
