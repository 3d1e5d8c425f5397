"""Questions that take several answers: all figures of one of them, seen together.

Whoever is in the base chose at least one option. So no option has more people than the base, and
all options together have as many ticks or more: where nobody chose two, the counts are those of a
question with one answer. Any counts within these limits fit some answers. So where each figure is
of one option, the table counts ticks: a column for each option, and one for a tick the fewer.

Where a figure is of several options (who chose either of two) or of those who chose another option,
it depends on what was chosen together. Then the table has a column for each set of options.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from generator.survey.disclosure.families import Atoms, Counted, Listed, counted_values
from generator.survey.disclosure.topics import Member
from generator.survey.measures.people import People

if TYPE_CHECKING:
    from numpy.typing import NDArray


def several_answers(
    people: People, question: str, members: Sequence[Member], atoms: Atoms
) -> tuple[list[Listed], Counted]:
    """The figures of a question that takes several answers, and the counts that they add up."""
    options = people.options(question)
    chosen = np.array([people.chose(question, (o,)) for o in options]).T.reshape(-1, len(options))
    answered = people.answered(question)
    if all(len(one) == 1 for member in members for one in (member.picked, *member.picked)):
        patterns = np.eye(len(options) + 1, len(options), dtype=np.bool_)
        counted = _ticks(chosen, answered, atoms)
    else:
        found, codes = np.unique(chosen, axis=0, return_inverse=True)
        codes = np.where(answered, codes.ravel(), -1)
        # Readers reckon with sets that nobody chose, too.
        unseen = np.vstack([np.eye(len(options), dtype=np.bool_), np.ones(len(options)) > 0])
        patterns = np.vstack([found, unseen])
        counted = counted_values(atoms, codes, len(patterns))
    listed = [
        Listed(
            member.index,
            member.cell,
            atoms.members(member.cell.rows),
            _weights(member, patterns, options),
            member.known,
        )
        for member in members
    ]
    return listed, counted


def _ticks(chosen: NDArray[np.bool_], answered: NDArray[np.bool_], atoms: Atoms) -> Counted:
    """Ticks by atom and option. In the last column: ticks that could be added; room: be missed."""
    index = atoms.index
    bases = np.bincount(index[answered], minlength=atoms.count)
    ticks = np.array(
        [np.bincount(index[answered & one], minlength=atoms.count) for one in chosen.T]
    ).T.reshape(atoms.count, -1)
    room = bases[:, None] - ticks
    spare = ticks.sum(axis=1) - bases
    counts = np.column_stack([ticks, room.sum(axis=1)])
    return Counted(counts, bases, np.column_stack([room, spare]))


def _weights(
    member: Member, patterns: NDArray[np.bool_], options: Sequence[str]
) -> tuple[float, ...]:
    """1 for every set of options that a figure counts."""
    counts = np.ones(len(patterns), dtype=np.bool_)
    for wanted in member.picked:
        counts &= patterns[:, [option in wanted for option in options]].any(axis=1)
    return tuple(counts.astype(np.float64).tolist())
