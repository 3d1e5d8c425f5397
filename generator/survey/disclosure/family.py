"""One family, ready to be protected: its table, with the figures behind the table's bits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.survey.codebook import Question
from generator.model.survey.finding_specs import DisclosureRules
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.families import (
    Atoms,
    Counted,
    Listed,
    atoms_of,
    by_class,
    counted_values,
    family_table,
    known_totals,
    listed,
    values_of,
    without_copies,
)
from generator.survey.disclosure.family_table import FamilyTable
from generator.survey.disclosure.implied import implied_figures
from generator.survey.disclosure.moves import Moves
from generator.survey.disclosure.patterns import theme_answers
from generator.survey.disclosure.secondary import is_limited, secure
from generator.survey.disclosure.several import several_answers
from generator.survey.disclosure.themes import answered_alike
from generator.survey.disclosure.topics import Member, Topic
from generator.survey.measures.figure import Variable
from generator.survey.measures.people import People


class Family:
    """A family's table, and which of its figures are withheld."""

    def __init__(self, table: FamilyTable, members: Sequence[Listed], risky: int) -> None:
        self.table = table
        self.moves = Moves(table)
        self.settled: int | None = None
        self.members = members
        self.implied = sum(
            1 << bit for bit, one in enumerate(members) if one.index is None and not one.known
        )
        self.risky = risky

    def _withheld(self, hidden: set[int]) -> int:
        bits = sum(
            1 << bit
            for bit, one in enumerate(self.members)
            if one.index is not None and not hidden.isdisjoint((one.index, *one.copies))
        )
        return bits | self.risky

    def is_limited(self, hidden: set[int], rules: DisclosureRules) -> bool:
        """Whether something withheld stays too narrow here whatever else is withheld."""
        start = self._withheld(hidden)
        return is_limited(self.moves, start, self.implied, rules.protection_range)

    def secured(self, hidden: set[int], rules: DisclosureRules) -> set[int]:
        """Positions of the figures to withhold in this family."""
        start = self._withheld(hidden)
        if not start or start == self.settled:
            return set()
        bits = secure(self.moves, start, self.implied, rules.protection_range)
        self.settled = bits
        found = [one for bit, one in enumerate(self.members) if bits >> bit & 1]
        return {at for one in found if one.index is not None for at in (one.index, *one.copies)}


def family_of(
    topic: Topic,
    members: Sequence[Member],
    responses: Responses,
    rules: DisclosureRules,
    pinned: bool,
    columns: frozenset[str],
) -> Family:
    """The table of some figures. pinned: what each cohort answered in all is taken as known.

    columns: questions that stand for several groupings of one column.
    """
    wave, _, variable = topic
    cells = [member.cell for member in members]
    cohorts = {cohort for cell in cells for cohort in cell.rows.cohorts}
    parts = (responses.of(cohort, wave) for cohort in sorted(cohorts))
    questions = responses.codebook.questions
    people = People(wave, tuple(part for part in parts if part is not None))
    if variable.kind == "ticks":
        atoms = atoms_of(people, [cell.rows for cell in cells], {})
        own, counted = several_answers(people, variable.questions[0], members, atoms)
    elif variable.kind == "items":
        atoms = atoms_of(people, [cell.rows for cell in cells], {})
        own, counted = theme_answers(people, variable.questions, members, atoms, questions)
    else:
        own, counted, atoms = _one_answer(variable, people, members, questions)
    own = without_copies([
        replace(one, elsewhere=member.elsewhere) for one, member in zip(own, members, strict=True)
    ])  # fmt: skip
    every, risky = implied_figures(own, atoms, counted, rules, columns)
    every = by_class(every, atoms)
    if pinned:
        every += known_totals(atoms, variable, counted.counts.shape[1])
    return Family(family_table(every, atoms, counted, variable), every, risky)


def _one_answer(
    variable: Variable, people: People, members: Sequence[Member], questions: Mapping[str, Question]
) -> tuple[list[Listed], Counted, Atoms]:
    """The figures of something each respondent has one value of, and the counts they add up."""
    cells = [member.cell for member in members]
    others = dict.fromkeys(cell.variable for cell in cells if cell.variable != variable)
    wholes = [other for other in others if other.kind == "score"]
    classes = {v: answered_alike(people, variable, v, questions) for v in wholes}
    atoms = atoms_of(people, [cell.rows for cell in cells], classes)
    codes, values = values_of(people, variable, questions, cells)
    own = [listed(one.index, one.cell, atoms, values, variable, one.known) for one in members]
    return own, counted_values(atoms, codes, len(values)), atoms
