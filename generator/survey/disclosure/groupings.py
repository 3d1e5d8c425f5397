"""Ways in which findings group people, and the people whom two of them leave between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import permutations, product

from generator.model.frozen import dataclass
from generator.survey.answers.responses import Responses
from generator.survey.measures.figure import Figure

Condition = tuple[str, frozenset[str]]
Part = tuple[tuple[Condition, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way in which findings group a wave's people. context: conditions that all must meet."""

    wave: str
    cohorts: tuple[str, ...]
    context: tuple[Condition, ...]
    by: tuple[str, ...]


def groupings_of(
    figures: Iterable[Figure], withheld: Collection[int]
) -> dict[Grouping, set[tuple[str, ...]]]:
    """Each grouping, with the groups whose size is a figure that is withheld."""
    found: dict[Grouping, set[tuple[str, ...]]] = {}
    for index, figure in enumerate(figures):
        cell = figure.cell
        if not cell.by or cell.external:
            continue
        by = tuple(sorted(set(cell.by)))
        context = tuple(one for one in cell.rows.conditions if one[0] not in by)
        grouping = Grouping(figure.estimate.wave, cell.rows.cohorts, context, by)
        names = found.setdefault(grouping, set())
        if cell.size and index in withheld:
            conditions = dict(cell.rows.conditions)
            names.update(product(*(sorted(conditions.get(q, ())) for q in by)))
    return found


def rests_of(
    groupings: Iterable[Grouping], responses: Responses
) -> Iterator[tuple[Grouping, Grouping]]:
    """(people in one grouping and not in another, the grouping to withhold sizes of for them).

    The services of all, less the services of those who work full time, are the services of the
    others; the services of both cohorts, less those of one, are the other's.
    """
    parts = {grouping: _parts(grouping, responses) for grouping in groupings}
    for one, whole in permutations(parts, 2):
        if one.wave != whole.wave:
            continue
        if set(one.cohorts) < set(whole.cohorts):
            left = tuple(cohort for cohort in whole.cohorts if cohort not in one.cohorts)
            same = (one.context, one.by) == (whole.context, whole.by)
            shared = [(one.context, one.by)] if same else _in_order(parts[one] & parts[whole])
            for context, by in shared:
                rest = Grouping(whole.wave, left, context, by)
                yield rest, rest
        elif one.cohorts == whole.cohorts and set(whole.by) <= set(one.by):
            left_out = _left_out(one, whole, responses)
            if left_out is not None:
                rest = Grouping(whole.wave, whole.cohorts, left_out, whole.by)
                yield rest, Grouping(one.wave, one.cohorts, one.context, whole.by)


def _parts(grouping: Grouping, responses: Responses) -> frozenset[Part]:
    """A grouping as (context, by), with what a grouping by two questions tells by one of them: of
    all, and of those with each answer to the other.
    """
    found: set[Part] = {(grouping.context, grouping.by)}
    if len(grouping.by) == 2:
        for question, by in (grouping.by, grouping.by[::-1]):
            found.add((grouping.context, (by,)))
            for option in _options(question, grouping, responses):
                added = (question, frozenset({option}))
                context = sorted((*grouping.context, added), key=lambda one: one[0])
                found.add((tuple(context), (by,)))
    return frozenset(found)


def _in_order(parts: Iterable[Part]) -> list[Part]:
    return sorted(
        parts, key=lambda part: ([(q, sorted(answers)) for q, answers in part[0]], part[1])
    )


def _options(question: str, grouping: Grouping, responses: Responses) -> frozenset[str]:
    parts = (responses.of(cohort, grouping.wave) for cohort in grouping.cohorts)
    return frozenset(o for part in parts if part is not None for o in part.options(question))


def _left_out(one: Grouping, whole: Grouping, responses: Responses) -> tuple[Condition, ...] | None:
    """The conditions of those whom a grouping leaves out of another, if one question does it."""
    mine, wide = dict(one.context), dict(whole.context)
    if not set(wide) <= set(mine):
        return None
    narrower = [question for question in mine if mine[question] != wide.get(question)]
    if len(narrower) != 1 or narrower[0] in whole.by:
        return None
    (question,) = narrower
    left = wide.get(question, _options(question, one, responses)) - mine[question]
    if not left or not mine[question] <= wide.get(question, mine[question]):
        return None
    return tuple(sorted({**wide, question: left}.items(), key=lambda pair: pair[0]))
