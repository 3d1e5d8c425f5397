"""Families: the figures of one question in one wave, and the table of counts they are read from.

Rows of the table are respondents who are counted by the same figures, whatever group, filter or
cohort made them; columns are answers to which the figures give the same weights.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Question
from generator.survey.disclosure.family_table import NO_ANSWER, FamilyTable
from generator.survey.measures.figure import PublishedCell, Variable, Weigh
from generator.survey.measures.people import NO_GROUP, People, Rows
from generator.survey.measures.scores import person_scores, possible_scores

if TYPE_CHECKING:
    from numpy.typing import NDArray


_CANDIDATES = 2001
"""Values tried for bands that nobody is in: scores of 0 to 100 by tenths."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """Respondents by all that the rows of a family look at.

    index: the atom of each respondent. Per atom: its cohort; holds: (question, answers) of a
    condition -> whether it holds; known: question -> whether it was answered; classes: index of
    several questions -> who can exchange scores and leave it as it is (see `answered_alike`).
    """

    index: NDArray[np.intp]
    count: int
    cohort: NDArray[np.int8]
    holds: Mapping[tuple[str, frozenset[str]], NDArray[np.bool_]]
    known: Mapping[str, NDArray[np.bool_]]
    classes: Mapping[Variable, NDArray[np.intp]]
    cohorts: tuple[str, ...]

    def members(self, rows: Rows) -> NDArray[np.bool_]:
        """Which atoms some rows hold."""
        wanted = [self.cohorts.index(name) for name in rows.cohorts]
        mask = np.isin(self.cohort, wanted)
        for condition in rows.conditions:
            mask = mask & self.holds[condition]
        return mask


def atoms_of(
    people: People, rows: Sequence[Rows], classes: Mapping[Variable, NDArray[np.intp]]
) -> Atoms:
    """The atoms of the respondents that tell all these rows, and these classes, apart."""
    cohorts = tuple(dict.fromkeys(part.cohort for part in people.parts))
    conditions = dict.fromkeys(condition for one in rows for condition in one.conditions)
    columns: list[NDArray[Any]] = [people.cohort_index(cohorts)]
    columns += [people.chose(*condition).astype(np.int8) for condition in conditions]
    questions = list(dict.fromkeys(question for question, _ in conditions))
    columns += [people.answered(question).astype(np.int8) for question in questions]
    columns += classes.values()
    index = np.zeros(people.size, dtype=np.intp)
    count = 1
    for column in columns:
        # Compressed after each column, so that any number of them fits.
        radix = int(column.max(initial=0)) + 1
        wide = index * radix + column
        occurs = np.bincount(wide, minlength=count * radix) > 0
        index = (np.cumsum(occurs) - 1)[wide]
        count = int(np.count_nonzero(occurs))
    first = np.zeros(count, dtype=np.intp)
    first[index] = np.arange(people.size)
    at = [column[first] for column in columns]
    holds = {c: at[1 + i].astype(np.bool_) for i, c in enumerate(conditions)}
    offset = 1 + len(conditions)
    known = {q: at[offset + i].astype(np.bool_) for i, q in enumerate(questions)}
    offset += len(questions)
    alike = {v: at[offset + i].astype(np.intp) for i, v in enumerate(classes)}
    return Atoms(index, count, at[0].astype(np.int8), holds, known, alike, cohorts)


def values_of(
    people: People,
    variable: Variable,
    questions: Mapping[str, Question],
    cells: Sequence[PublishedCell] = (),
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Each respondent's place among the variable's values (negative for none), and the values.

    Numbers and scores have a value for each band and range of the cells, even where nobody is in
    it: readers do not know that before they see the figures.
    """
    question = variable.questions[0]
    if variable.kind == "answers":
        codes = people.codes(question).astype(np.intp)
        return codes, np.arange(len(people.options(question)), dtype=np.float64)
    if variable.kind == "chosen":
        codes = people.chose(question, variable.options).astype(np.intp)
        codes[~people.answered(question)] = NO_GROUP
        return codes, np.array([0.0, 1.0])
    if variable.kind == "number":
        numbers = np.where(people.answered(question), people.numbers(question), np.nan)
        possible = np.empty(0)
    else:
        numbers, _, _ = person_scores(questions, people, variable.questions, variable.missing)
        possible = possible_scores(questions, people, variable.questions, _CANDIDATES)
    known = ~np.isnan(numbers)
    found, positions = np.unique(numbers[known], return_inverse=True)
    codes = np.full(people.size, NO_GROUP, dtype=np.intp)
    codes[known] = positions
    weighs = [cell.weigh for cell in cells if cell.variable == variable and cell.weigh is not None]
    return codes, np.concatenate([found, _unseen(found, weighs, possible)])


def _unseen(
    found: NDArray[np.float64], weighs: Sequence[Weigh], possible: NDArray[np.float64]
) -> NDArray[np.float64]:
    """A value for each band or range that was not found, as far as there are such.

    possible: every value there can be, where that is known; numbers that were all whole stay so.
    """
    if not possible.size:
        low, high = min(0.0, *found), 2 * max(100.0, *found)
        possible = np.linspace(low, high, _CANDIDATES)
        if np.array_equal(found, np.round(found)):
            possible = np.unique(np.round(possible))
    candidates = np.concatenate([found, possible])
    added = [weigh(candidates) for weigh in weighs]
    ranges = [weights for weights in added if np.isin(weights, (0.0, 1.0)).all()]
    first: dict[tuple[float, ...], int] = {}
    for at, kind in enumerate(zip(*ranges, strict=True)):
        first.setdefault(kind, at)
    return candidates[[at for at in first.values() if at >= len(found)]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure of a family: what it publishes, and its place in the list of all figures.

    index: None for a figure that only follows from others. weights: per value of the variable.
    known: this report does not publish it, but the reader is taken to know it. answered: 1 for each
    value that is in its base; () where all are. copies: places of other figures that are the same.
    elsewhere: it is protected in another family.
    """

    index: int | None
    cell: PublishedCell
    rows: NDArray[np.bool_]
    weights: tuple[float, ...]
    known: bool = False
    answered: tuple[float, ...] = ()
    copies: tuple[int, ...] = ()
    elsewhere: bool = False

    def told(self) -> tuple[float, ...]:
        """The weights, and NO_ANSWER for a value that is not in the base and so would change it."""
        if not self.answered:
            return self.weights
        pairs = zip(self.weights, self.answered, strict=True)
        return tuple(weight if answered else NO_ANSWER for weight, answered in pairs)


def without_copies(figures: Sequence[Listed]) -> list[Listed]:
    """The figures, each of those that publish the same once: what one tells, the others tell."""
    found: dict[Hashable, Listed] = {}
    copies: dict[Hashable, list[int]] = {}
    for one in figures:
        cell = replace(one.cell, weigh=None)
        key = (cell, one.rows.tobytes(), one.weights, one.answered, one.known, one.elsewhere)
        found.setdefault(key, one)
        copies.setdefault(key, []).extend([] if one.index is None else [one.index])
    return [replace(one, copies=tuple(copies[key][1:])) for key, one in found.items()]


def known_totals(atoms: Atoms, variable: Variable, values: int) -> list[Listed]:
    """For each cohort a figure that tells all values apart, so that no move changes its totals."""
    weights = tuple(float(value + 1) for value in range(values))
    whole = [Rows((cohort,)) for cohort in atoms.cohorts]
    return [
        Listed(
            None,
            PublishedCell(variable, rows, None, False),
            atoms.members(rows),
            weights,
            known=True,
        )
        for rows in whole
    ]


def weights_of(
    cell: PublishedCell, values: NDArray[np.float64], variable: Variable
) -> tuple[float, ...]:
    """What each value adds to a figure.

    A median, and an index of several questions seen from one of them, tell all values apart.
    """
    if cell.weigh is None or cell.variable != variable:
        return tuple(float(value + 1) for value in range(len(values)))
    return tuple(round(float(weight), 9) for weight in cell.weigh(values))


def listed(
    index: int,
    cell: PublishedCell,
    atoms: Atoms,
    values: NDArray[np.float64],
    variable: Variable,
    known: bool = False,
) -> Listed:
    """A figure over the family's atoms and values."""
    return Listed(index, cell, atoms.members(cell.rows), weights_of(cell, values, variable), known)


def by_class(figures: Sequence[Listed], atoms: Atoms) -> list[Listed]:
    """The figures, with others for the classes of those that are an index of more questions.

    Bits keep their place: the first class stands for the figure, the others come at the end.
    """
    first, more = list(figures), []
    for position, figure in enumerate(figures):
        classes = atoms.classes.get(figure.cell.variable)
        if classes is None or figure.index is None:
            continue
        found = [figure.rows & (classes == one) for one in np.unique(classes[figure.rows]) if one]
        parts = [replace(figure, rows=rows) for rows in found]
        first[position : position + 1] = parts[:1] or [figure]
        more += parts[1:]
    return first + more


@dataclass(frozen=True, slots=True)
class Counted:
    """How a family's respondents answered: int64 by atom and value.

    bases: respondents of each atom. room: how many more of them could have come to have a value;
    None where nothing limits that.
    """

    counts: NDArray[np.int64]
    bases: NDArray[np.int64]
    room: NDArray[np.int64] | None = None


def counted_values(atoms: Atoms, codes: NDArray[np.intp], values: int) -> Counted:
    """The respondents by atom and value. codes: 0 to values - 1, negative for no answer."""
    kept = codes >= 0
    flat = atoms.index[kept] * values + codes[kept]
    counts = np.bincount(flat, minlength=atoms.count * values).reshape(atoms.count, values)
    return Counted(counts, counts.sum(axis=1))


def family_table(
    figures: Sequence[Listed], atoms: Atoms, counted: Counted, variable: Variable
) -> FamilyTable:
    """The counts, with rows and columns that no figure tells apart merged."""
    members = [0] * atoms.count
    for bit, figure in enumerate(figures):
        for row in np.flatnonzero(figure.rows):
            members[row] |= 1 << bit
    rows, row_of = _distinct(members)
    columns, column_of = _distinct(list(zip(*(f.told() for f in figures), strict=True)))
    places = (row_of[:, None], column_of[None, :])
    merged, room = (np.zeros((len(rows), len(columns)), dtype=np.int64) for _ in range(2))
    np.add.at(merged, places, counted.counts)
    if counted.room is not None:
        np.add.at(room, places, counted.room)
    totals = np.bincount(row_of, counted.bases, minlength=len(rows))
    bases = [
        sum(int(total) for total, member in zip(totals, rows, strict=True) if member >> bit & 1)
        for bit in range(len(figures))
    ]
    return FamilyTable(
        counts=merged.tolist(),
        members=rows,
        weights=[tuple(column[bit] for column in columns) for bit in range(len(figures))],
        breakdown=_bits(one.cell.breakdown for one in figures),
        costs=[base + 1 for base in bases],
        joint=_bits(len(one.cell.by) > 1 for one in figures),
        known=_bits(one.known for one in figures),
        elsewhere=_bits(
            one.elsewhere or _is_elsewhere(one.cell.variable, variable) for one in figures
        ),
        overstated=_bits(
            one.index is not None
            and (one.cell.weigh is None or _is_elsewhere(one.cell.variable, variable))
            for one in figures
        ),
        bases=bases,
        by_value=variable.kind == "items",
        room=[] if counted.room is None else room.tolist(),
    )


def _is_elsewhere(one: Variable, variable: Variable) -> bool:
    """Whether a figure looks at more than the family does."""
    return one != variable and not (
        variable.kind == "items" and set(one.questions) <= set(variable.questions)
    )


def _distinct(found: Sequence[Any]) -> tuple[list[Any], NDArray[np.intp]]:
    """The distinct entries in the order met, and the position of each entry among them."""
    position = {one: index for index, one in enumerate(dict.fromkeys(found))}
    return list(position), np.array([position[one] for one in found], dtype=np.intp)


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << bit for bit, flag in enumerate(flags) if flag)
