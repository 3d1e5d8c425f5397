"""What sizes of whole groups tell of their parts: that one of them is empty."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from generator.survey.disclosure.groupings import Grouping
from generator.survey.measures.figure import Figure
from generator.survey.measures.people import People

Singles = Mapping[Grouping, Collection[tuple[str, ...]]]
"""The groups withheld of each grouping by one question."""


def told_answers(question: str, grouping: Grouping, figures: Sequence[Figure]) -> set[str]:
    """The answers to one question with figures that tell how many gave them."""
    told: set[str] = set()
    for figure in figures:
        rows = figure.cell.rows
        if (figure.estimate.wave, rows.cohorts) == (grouping.wave, grouping.cohorts):
            conditions = dict(rows.conditions)
            if set(conditions) == {question} and len(conditions[question]) == 1:
                told |= conditions[question]
    return told


def known_empty(
    grouping: Grouping,
    figures: Sequence[Figure],
    people: People,
    single: Singles,
) -> Iterator[tuple[str, ...]]:
    """Groups in an answer of one question that nobody gave, as other figures tell: no secret."""
    groups = list(product(*(people.options(question) for question in grouping.by)))
    for place, question in enumerate(grouping.by):
        alone = Grouping(grouping.wave, grouping.cohorts, (), (question,))
        kept = {answers[0] for answers in single.get(alone, ())}
        for answer in told_answers(question, grouping, figures) - kept:
            if not people.chose(question, (answer,)).any():
                yield from (group for group in groups if group[place] == answer)


def without_empty(
    hidden: frozenset[tuple[str, ...]], empty: set[tuple[str, ...]]
) -> frozenset[tuple[str, ...]]:
    """The hidden groups without those known to be empty, which are no secret.

    But where one hidden group alone is left beside them, they stay hidden: published, they would
    show the base that is its size.
    """
    left = hidden - empty
    told: set[tuple[str, ...]] = set()
    for place in range(len(next(iter(hidden), ()))):
        for group in left:
            if sum(other[place] == group[place] for other in left) == 1:
                told |= {one for one in hidden & empty if one[place] == group[place]}
    return left | told
