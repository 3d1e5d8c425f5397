"""What readers know already: figures that were published of the same answers before.

They can be withheld no more. What they withheld is protected now as it was then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

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
    return frozenset(
        group for index in known for group in _told_by(figures[index], grouping) if group
    )


def _told_by(figure: Figure, grouping: Grouping) -> Iterator[tuple[str, ...]]:
    rows = figure.cell.rows
    conditions = dict(rows.conditions)
    asked = {*grouping.by, *(question for question, _ in grouping.context)}
    if figure.cell.external or set(conditions) != asked:
        return
    if (figure.estimate.wave, rows.cohorts) != (grouping.wave, grouping.cohorts):
        return
    if any(conditions[question] != answers for question, answers in grouping.context):
        return
    wanted = [conditions[question] for question in grouping.by]
    if all(len(answers) == 1 for answers in wanted):
        yield tuple(next(iter(answers)) for answers in wanted)
