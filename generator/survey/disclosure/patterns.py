"""The questions of a theme together with its bands: what somebody answered to all of them.

A score is a function of the answers, so whoever knows how many of a group gave each answer knows
something of how many are in each band, and the other way round. Where bands are published, the
table has a column for each set of answers to the questions of the theme; every figure of one of
them, of the bands and of the index adds up columns, and is protected together with the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from generator.model.survey.codebook import Question
from generator.survey.disclosure.families import Atoms, Counted, Listed, counted_values
from generator.survey.disclosure.topics import Member
from generator.survey.measures.figure import PublishedCell, Variable
from generator.survey.measures.people import People
from generator.survey.measures.scores import option_scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLANK, _NOT_ASKED = -1, -3
"""States of an answer: missing where a score wants it, or none of the items that it wants."""


def theme_answers(
    people: People,
    items: Sequence[str],
    members: Sequence[Member],
    atoms: Atoms,
    questions: Mapping[str, Question],
) -> tuple[list[Listed], Counted]:
    """The figures of a theme and its questions, and the counts of sets of answers."""
    patterns, codes = _patterns(people, items)
    points = [option_scores(questions[item], people.options(item)) for item in items]
    places: dict[Variable, NDArray[np.float64]] = {}
    for variable in dict.fromkeys(member.cell.variable for member in members):
        places[variable] = _values(variable, items, patterns, points)
    own = [
        Listed(
            member.index,
            member.cell,
            atoms.members(member.cell.rows),
            _weights(member.cell, places[member.cell.variable], set(items)),
            member.known,
            answered=tuple(map(float, ~np.isnan(places[member.cell.variable]))),
        )
        for member in members
    ]
    return own, counted_values(atoms, codes, len(patterns))


def _patterns(people: People, items: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Sets of answers x items, also those that nobody gave, and the set of each respondent.

    Negative for who answered none of the questions.
    """
    columns = [people.codes(item).astype(np.int64) for item in items]
    states = np.array([np.where(c < 0, np.where(c < _BLANK - 1, _NOT_ASKED, _BLANK), c)
                       for c in columns]).T  # fmt: skip
    found, codes = np.unique(states, axis=0, return_inverse=True)
    ranges = [[*range(len(people.options(item))), _BLANK] for item in items]
    seen = set(map(tuple, found.tolist()))
    unseen = [one for one in product(*ranges) if one not in seen]
    patterns = np.array([*found.tolist(), *unseen], dtype=np.int64).reshape(-1, len(items))
    places = np.where((states < 0).all(axis=1), -1, codes.ravel())
    return patterns, places.astype(np.intp)


def _values(
    variable: Variable,
    items: Sequence[str],
    patterns: NDArray[np.int64],
    points: Sequence[NDArray[np.float64]],
) -> NDArray[np.float64]:
    """What each set of answers is to a figure: its answer or score; NaN where it is in no base."""
    at = [items.index(question) for question in variable.questions if question in items]
    if len(at) < len(variable.questions):  # an index of more questions tells all sets apart
        return np.arange(len(patterns), dtype=np.float64)
    if variable.kind == "answers":
        codes = patterns[:, at[0]].astype(np.float64)
        return np.where(codes < 0, np.nan, codes)
    scores = np.array([
        np.where(patterns[:, place] < 0, np.nan, points[place][np.maximum(patterns[:, place], 0)])
        for place in at
    ])  # fmt: skip
    answered = (~np.isnan(scores)).sum(axis=0)
    wanted = (~np.isnan(scores) | (patterns[:, at].T >= _BLANK)).sum(axis=0)
    enough = (answered > 0) & (answered >= variable.missing * wanted)
    means = np.nansum(scores, axis=0) / np.maximum(answered, 1)
    found: NDArray[np.float64] = np.where(enough, np.round(means, 9), np.nan)
    return found


def _weights(
    cell: PublishedCell, values: NDArray[np.float64], items: Collection[str]
) -> tuple[float, ...]:
    """What each set of answers adds to a figure; where it is no sum of them, all are told apart."""
    weights = np.zeros(len(values))
    known = ~np.isnan(values)
    if cell.weigh is None or not set(cell.variable.questions) <= set(items):
        weights[known] = np.unique(values[known], return_inverse=True)[1] + 1
    else:
        weights[known] = cell.weigh(values[known])
    return tuple(round(float(weight), 9) for weight in weights)
