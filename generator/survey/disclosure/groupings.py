"""Ways in which findings group people, and the people whom two of them leave between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import permutations, product

from generator.model.frozen import dataclass
from generator.survey.measures.figure import Figure
from generator.survey.responses import Responses

Condition = tuple[str, frozenset[str]]


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
    for one, whole in permutations(groupings, 2):
        if one.wave != whole.wave or not set(whole.by) <= set(one.by):
            continue
        if one.context == whole.context and set(one.cohorts) < set(whole.cohorts):
            left = tuple(cohort for cohort in whole.cohorts if cohort not in one.cohorts)
            rest = Grouping(whole.wave, left, whole.context, whole.by)
            yield rest, rest
        elif one.cohorts == whole.cohorts:
            context = _left_out(one, whole, responses)
            if context is not None:
                rest = Grouping(whole.wave, whole.cohorts, context, whole.by)
                yield rest, Grouping(one.wave, one.cohorts, one.context, whole.by)


def _left_out(one: Grouping, whole: Grouping, responses: Responses) -> tuple[Condition, ...] | None:
    """The conditions of those whom a grouping leaves out of another, if one question does it."""
    mine, wide = dict(one.context), dict(whole.context)
    if not set(wide) <= set(mine):
        return None
    narrower = [question for question in mine if mine[question] != wide.get(question)]
    if len(narrower) != 1 or narrower[0] in whole.by:
        return None
    (question,) = narrower
    parts = (responses.of(cohort, one.wave) for cohort in one.cohorts)
    options = {name for part in parts if part is not None for name in part.options(question)}
    left = wide.get(question, frozenset(options)) - mine[question]
    if not left or not mine[question] <= wide.get(question, mine[question]):
        return None
    return tuple(sorted({**wide, question: left}.items(), key=lambda pair: pair[0]))
