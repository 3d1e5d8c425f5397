"""What an index of several questions tells of one of them, or of a theme made of some of them.

The index of a theme adds up the scores of its questions. Who knows it, and the scores of all of its
questions but one, knows the last; as long as two others are free to vary, it tells next to nothing.
In the same way the index of the whole tells that of a theme where those of all others are known,
and the index of those who answered every question that of those who answered most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from generator.model.survey.codebook import Question
from generator.survey.measures.figure import Figure, Variable
from generator.survey.measures.people import People
from generator.survey.measures.scores import option_scores, person_scores, scored

if TYPE_CHECKING:
    from numpy.typing import NDArray

Told = Mapping[Variable, Sequence[Figure]]
"""The figures of each variable of one wave and one set of cohorts."""


MOST_PATTERNS = 300
"""Sets of answers to the questions of a theme with bands that are told apart."""

MOST_WORK = 60_000
"""Such sets, times figures: what takes a few seconds."""


def looked_at_together(told: Told, questions: Mapping[str, Question]) -> list[tuple[str, ...]]:
    """Sets of questions whose figures are looked at together, as bands of a theme join them.

    Not where there are too many sets of answers: then most of the questions are free to vary.
    """
    found: list[tuple[str, ...]] = []
    for variable in told:
        if variable.kind == "score" and any(_is_band(figure) for figure in told[variable]):
            joined = [items for items in found if set(items) & set(variable.questions)]
            every = tuple(dict.fromkeys(q for some in (*joined, variable.questions) for q in some))
            sets = prod(len(questions[item].every_option) + 1 for item in every)
            figures = sum(len(told[one]) for one in told if set(one.questions) <= set(every))
            if sets <= MOST_PATTERNS and sets * figures <= MOST_WORK:
                found = [*(items for items in found if items not in joined), every]
    return found


def _is_band(figure: Figure) -> bool:
    return figure.cell.weigh is not None and figure.count is not None


def wholes_of(part: Variable, told: Told, questions: Mapping[str, Question]) -> list[Variable]:
    """The indices of all questions of `part`, and more, where they help to work out `part` itself.

    That is where figures of groups tell everything else but one question, or figures of the whole
    cohort tell every other question.
    """
    mine = set(part.questions)
    wholes = [
        other
        for other in told
        if other != part and other.kind == "score" and mine <= set(other.questions)
    ]
    if not wholes:
        return []
    grouped = [v for v in told if any(figure.cell.breakdown for figure in told[v])]
    known = [v for v in dict.fromkeys([*grouped, *wholes]) if v != part]
    if _is_told(part, [v for v in known if v.kind in ("answers", "score")]):
        return wholes
    others = {whole: [q for q in whole.questions if q not in mine] for whole in wholes}
    return [whole for whole in wholes if means_told(others[whole], told, questions)]


def _is_told(part: Variable, known: Sequence[Variable]) -> bool:
    """Whether sums over the questions of each of `known`, and one question more, tell that of
    `part`: a combination of them is the sum of its questions.
    """
    items = list(dict.fromkeys(q for v in (part, *known) for q in v.questions))
    sums = np.array([[float(item in v.questions) for item in items] for v in (part, *known)])
    _, sizes, directions = np.linalg.svd(sums[1:], full_matrices=False)
    basis = directions[sizes > 1e-9]
    left = np.eye(len(items)) - basis.T @ basis
    wanted = left @ sums[0]
    if np.allclose(wanted, 0, atol=1e-9):
        return True
    return any(
        np.allclose(wanted, wanted[at] / left[at, at] * left[at], atol=1e-9)
        for at, item in enumerate(items)
        if item not in part.questions and left[at, at] > 1e-9
    )


def answered_alike(
    people: People, part: Variable, whole: Variable, questions: Mapping[str, Question]
) -> NDArray[np.intp]:
    """Classes of respondents who can exchange their scores of `part` and leave the sum of `whole`.

    They answered as many questions of the part, and of the rest. 0: who has no score of the whole.
    """
    scores, _, _ = person_scores(questions, people, whole.questions, whole.missing)
    counts = np.zeros((2, people.size), dtype=np.intp)
    for item in whole.questions:
        points = option_scores(questions[item], people.options(item))
        counts[int(item in part.questions)] += ~np.isnan(scored(people, item, points))
    classes = counts[0] * (len(part.questions) + 1) + counts[1] + 1
    classes[np.isnan(scores)] = 0
    found: NDArray[np.intp] = np.unique(classes, return_inverse=True)[1] + (classes.min() > 0)
    return found


def means_told(items: Sequence[str], told: Told, questions: Mapping[str, Question]) -> bool:
    """Whether figures of the whole cohort tell the mean score of every one of these questions."""
    return all(
        _mean_told(questions[item], told.get(Variable("answers", (item,)), ())) for item in items
    )


def _mean_told(question: Question, figures: Sequence[Figure]) -> bool:
    options = question.own_options
    values = np.arange(len(options), dtype=np.float64)
    known = [
        figure.cell.weigh(values)
        for figure in figures
        if not figure.cell.breakdown and figure.cell.weigh is not None
    ]
    matrix = np.array([np.ones(len(options)), *known])
    scores = np.nan_to_num(option_scores(question, options))
    return int(np.linalg.matrix_rank(np.vstack([matrix, scores]))) == int(
        np.linalg.matrix_rank(matrix)
    )
