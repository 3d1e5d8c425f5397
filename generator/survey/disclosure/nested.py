"""Groups within groups: teams, and the services that these are of.

Two questions may tell of one division of people, a finer and a wider: whoever knows that a team is
of a service knows that the service less its other teams is the team. Nobody declares this, and it
need not hold of everybody; so it is seen in the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

import numpy as np

from generator.model.survey.codebook import Question
from generator.survey.answers.responses import Responses
from generator.survey.measures.figure import Figure

NESTED_SHARE = 0.95  # of those who answered both; some people tick the wrong service


def with_nested(figures: Sequence[Figure], responses: Responses) -> Mapping[str, Question]:
    """The questions of the codebook; one whose groups are made of another's has that as source."""
    questions = dict(responses.codebook.questions)
    rows = [figure.cell.rows for figure in figures if not figure.cell.external]
    used = {name for one in rows for name, _ in one.conditions}
    single = sorted(name for name in used if questions[name].kind in ("single", "scale"))
    # Those with most groups first: a region is made of areas, and these of wards.
    single.sort(key=lambda name: -len(questions[name].own_options))
    for fine, wide in permutations(single, 2):
        own = questions[fine].source or fine
        if not questions[wide].source and own != wide and _is_made_of(wide, fine, responses):
            questions[wide] = replace(questions[wide], source=own)
    return questions


def _is_made_of(wide: str, fine: str, responses: Responses) -> bool:
    """Whether nearly everybody of a group of `fine` is of one and the same group of `wide`."""
    codes = [
        np.array([part.codes(wide), part.codes(fine)])
        for part in responses.answers.values()
        if {wide, fine} <= set(part.columns)
    ]
    both = np.concatenate(codes, axis=1) if codes else np.empty((2, 0), dtype=np.int16)
    both = both[:, (both >= 0).all(axis=0)]
    if not both.size:
        return False
    table = np.zeros(both.max(axis=1) + 1, dtype=np.int64)
    np.add.at(table, tuple(both), 1)
    groups = [int(np.count_nonzero(table.sum(axis=axis))) for axis in (1, 0)]
    kept = int(table.max(axis=0).sum())
    return 2 <= groups[0] < groups[1] and kept >= NESTED_SHARE * int(table.sum())
