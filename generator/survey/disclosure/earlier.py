"""What readers know already: figures that were published of the same answers before.

They can be withheld no more. What they withheld is protected now as it was then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.model.frozen import dataclass
from generator.survey.disclosure.groupings import Grouping
from generator.survey.measures.figure import Figure


@dataclass(frozen=True, slots=True)
class Earlier:
    """Figures of earlier publications. shown: positions of those that were not withheld."""

    figures: tuple[Figure, ...] = ()
    shown: frozenset[int] = frozenset()


NOTHING_EARLIER = Earlier()


def told_groups(
    grouping: Grouping, figures: Sequence[Figure], known: Collection[int]
) -> frozenset[tuple[str, ...]]:
    """The groups of which a figure that is known for good has told how many they are."""
    found = [_told_by(figures[index], grouping) for index in known]
    return frozenset(
        tuple(next(iter(answers)) for answers in told)
        for told in found
        if told and all(len(answers) == 1 for answers in told)
    )


def told_together(
    grouping: Grouping, figures: Sequence[Figure], known: Collection[int]
) -> list[frozenset[str]]:
    """Answers to the question of a grouping of which it is known how many gave any of them."""
    found = dict.fromkeys(_told_by(figures[index], grouping) for index in known)
    return [told[0] for told in found if len(told) == 1 and len(told[0]) > 1]


def _told_by(figure: Figure, grouping: Grouping) -> tuple[frozenset[str], ...]:
    """The answers to each question of a grouping that a figure is of; () if it is of other rows."""
    rows = figure.cell.rows
    conditions = dict(rows.conditions)
    asked = {*grouping.by, *(question for question, _ in grouping.context)}
    if figure.cell.external or set(conditions) != asked:
        return ()
    if (figure.estimate.wave, rows.cohorts) != (grouping.wave, grouping.cohorts):
        return ()
    if any(conditions[question] != answers for question, answers in grouping.context):
        return ()
    return tuple(conditions[question] for question in grouping.by)
