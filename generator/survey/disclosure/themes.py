"""What an index of several questions tells of one of them, and the other way round.

The index of a theme adds up the scores of its questions. Who knows it, and the scores of all of its
questions but one, knows the last; as long as two others are free to vary, it tells next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from generator.model.survey import Question
from generator.survey.measures.figure import Figure, Variable
from generator.survey.measures.scores import option_scores

_FREE = 2
"""So many other questions of a theme without figures of groups keep its index from telling."""


def binds(
    item: str,
    theme: Variable,
    figures: Mapping[str, Sequence[Figure]],
    questions: Mapping[str, Question],
) -> bool:
    """Whether an index must be looked at together with the figures of one of its questions.

    figures: by question, all that are made of its answers in a wave.
    """
    others = [other for other in theme.questions if other != item]
    free = [other for other in others if not any(f.cell.breakdown for f in figures.get(other, ()))]
    return len(free) < _FREE or means_told(others, figures, questions)


def means_told(
    items: Sequence[str], figures: Mapping[str, Sequence[Figure]], questions: Mapping[str, Question]
) -> bool:
    """Whether figures of the whole cohort tell the mean score of every one of these questions."""
    return all(_mean_told(questions[item], figures.get(item, ())) for item in items)


def _mean_told(question: Question, figures: Sequence[Figure]) -> bool:
    options = question.scale.options if question.scale is not None else question.options
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
