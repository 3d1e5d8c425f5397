"""What sizes of groups among more people tell of the same groups among some of these.

No more of a service can work full time than work there at all, and no more of it can be social
workers than are of both cohorts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from generator.survey.answers.responses import Responses
from generator.survey.disclosure.empty_groups import Singles
from generator.survey.disclosure.groupings import Condition, Grouping
from generator.survey.measures.figure import Figure
from generator.survey.measures.people import NO_GROUP, People, Rows, people_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

Among = tuple[tuple[str, ...], tuple[Condition, ...]]
"""Some people: cohorts, and conditions that all must meet."""

Told = Mapping[tuple[str, str], Mapping[Among, Collection[frozenset[str]]]]
"""(wave, question) -> some people -> sets of answers of which figures tell how many gave one."""


def told_sizes(figures: Iterable[Figure]) -> Told:
    """What figures tell of the sizes of groups, in whatever context."""
    found: dict[tuple[str, str], dict[Among, set[frozenset[str]]]] = {}
    for figure in figures:
        rows = figure.cell.rows
        for question, answers in () if figure.cell.external else rows.conditions:
            rest = tuple(one for one in rows.conditions if one[0] != question)
            wholes = found.setdefault((figure.estimate.wave, question), {})
            wholes.setdefault((rows.cohorts, rest), set()).add(answers)
    return found


def room_in_wholes(
    grouping: Grouping, told: Told, responses: Responses, single: Singles
) -> dict[frozenset[str], int]:
    """How many more of some groups could be among some of the people, where it is told how many are
    in these groups among more people: of all hours, or of all cohorts.

    grouping: by one question. Groups that are told together are one; so are those that are not
    told, as it is known how many people there are.
    """
    room: dict[frozenset[str], int] = {}
    for (cohorts, context), known in told.get((grouping.wave, grouping.by[0]), {}).items():
        whole = Grouping(grouping.wave, cohorts, context, grouping.by)
        people = people_of(responses, cohorts, grouping.wave) if _holds(whole, grouping) else None
        if people is not None:
            kept = {answers[0] for answers in single.get(whole, ())}
            sets = [one for one in known if kept <= one or kept.isdisjoint(one)]
            for pool, more in _room_in(whole, grouping, sets, people):
                room[pool] = min(more, room.get(pool, more))
    return room


def _holds(whole: Grouping, part: Grouping) -> bool:
    """Whether the people of one grouping are all among those of another, and not all of these."""
    wide, narrow = dict(whole.context), dict(part.context)
    return (
        (whole.cohorts, whole.context) != (part.cohorts, part.context)
        and set(part.cohorts) <= set(whole.cohorts)
        and all(question in narrow and narrow[question] <= wide[question] for question in wide)
    )


def _room_in(
    whole: Grouping, part: Grouping, known: Sequence[frozenset[str]], people: People
) -> Iterator[tuple[frozenset[str], int]]:
    """Sets of answers, and how many of the whole who are not of the part gave one of them.

    Whoever left the question blank counts with those of whom nothing is told.
    """
    (question,) = whole.by
    others = _chosen(whole, people) & ~_chosen(part, people)
    alike: dict[tuple[bool, ...], set[str]] = {}
    for option in people.options(question):
        alike.setdefault(tuple(option in one for one in known), set()).add(option)
    for where, answers in alike.items():
        more = people.chose(question, sorted(answers))
        if not any(where):
            more = more | ~people.answered(question)
        yield frozenset(answers), int(np.count_nonzero(others & more))


def _chosen(grouping: Grouping, people: People) -> NDArray[np.bool_]:
    """Who of some people is of the cohorts of a grouping and meets its conditions."""
    found: NDArray[np.bool_] = people.cohort_index(grouping.cohorts) != NO_GROUP
    mask = people.mask(Rows(grouping.cohorts, grouping.context))
    return found if mask is None else found & mask
