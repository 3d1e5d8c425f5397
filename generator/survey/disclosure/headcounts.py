"""Headcounts of the workforce: withheld where they are small, and what they tell of respondents.

No more people of a group reply than it has. Of services of 9 and 5 people, 13 replies in both are 8
and 5 or 9 and 4, so the headcounts that are published narrow the sizes that are not, and the sizes
that are published narrow withheld headcounts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from generator.model.finding_specs import DisclosureRules
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.family_table import FamilyTable
from generator.survey.disclosure.groupings import Grouping
from generator.survey.disclosure.moves import Moves
from generator.survey.disclosure.secondary import secure
from generator.survey.measures.figure import Figure
from generator.survey.measures.grouping import headcount
from generator.survey.measures.people import people_of

Staff = Mapping[tuple[tuple[str, ...], str, str], Collection[int]]
"""(cohorts, question, answer) -> headcounts that are published, of whatever wave."""

Secret = Mapping[tuple[str, tuple[str, ...], str], Collection[tuple[str, ...]]]
"""(wave, cohorts, question) -> groups whose number of replies is withheld."""


def published_headcounts(figures: Sequence[Figure], withheld: Collection[int]) -> Staff:
    """The headcounts that figures tell: those of the workforce, and the bases of response rates."""
    found: dict[tuple[tuple[str, ...], str, str], set[int]] = {}
    for index, figure in enumerate(figures):
        cell = figure.cell
        if index in withheld or not (cell.external or cell.rate) or len(cell.by) != 1:
            continue
        number = figure.count if cell.external else figure.base
        (question, answers), *_ = cell.rows.conditions
        for answer in answers:
            found.setdefault((cell.rows.cohorts, question, answer), set()).add(number or 0)
    return found


def room_by_groups(
    grouping: Grouping, staff: Staff, responses: Responses
) -> dict[frozenset[str], int]:
    """Answers -> how many more of their groups can have replied, as far as headcounts limit it.

    Of groups whose headcounts are withheld, readers know how many people they have together.
    """
    question, wave = grouping.by[0], grouping.wave
    found: dict[frozenset[str], int] = {}
    for cohorts in dict.fromkeys(cohorts for cohorts, name, _ in staff if name == question):
        people = people_of(responses, cohorts, wave)
        if people is None or not set(grouping.cohorts) <= set(cohorts):
            continue
        entries = [headcount(responses.codebook, question, one, wave) for one in cohorts]
        heads = {a: sum(one.get(a, 0) for one in entries) for entry in entries for a in entry}
        left = {a: n - int(people.chose(question, (a,)).sum()) for a, n in heads.items()}
        shown = [a for a in heads if heads[a] in staff.get((cohorts, question, a), ())]
        pools = [frozenset([answer]) for answer in shown]
        pools += [frozenset(heads) - frozenset(shown)] if shown else []
        for pool in filter(None, pools):
            room = max(sum(left[answer] for answer in pool), 0)
            found[pool] = min(found.get(pool, room), room)
    return found


def hidden_headcounts(
    figures: Sequence[Figure],
    withheld: Collection[int],
    secret: Secret,
    responses: Responses,
    rules: DisclosureRules,
    known: Collection[int] = (),
) -> set[int]:
    """Positions of the headcounts to withhold, so that none of those in `withheld` can be told.

    secret: the groups whose number of replies is withheld. known: positions of figures that were
    published before.
    """
    hidden: set[int] = set()
    for indices in _tables(figures):
        kept = sum(1 << bit for bit, index in enumerate(indices) if index in withheld)
        if kept:
            table = _table([figures[index] for index in indices], secret, responses)
            told = sum(1 << bit for bit, index in enumerate(indices) if index in known)
            table = replace(table, known=table.known | told)
            bits = secure(Moves(table), kept, 0, rules.protection_range)
            hidden |= {index for bit, index in enumerate(indices) if bits >> bit & 1}
    return hidden


def _tables(figures: Sequence[Figure]) -> Iterator[list[int]]:
    """Positions of the headcounts that add up to one workforce."""
    found: dict[tuple[object, ...], list[int]] = {}
    for index, figure in enumerate(figures):
        cell = figure.cell
        if cell.external:
            key = (figure.estimate.wave, cell.rows.cohorts, cell.variable)
            found.setdefault(key, []).append(index)
    yield from found.values()


def _table(heads: Sequence[Figure], secret: Secret, responses: Responses) -> FamilyTable:
    """Those who did not reply, and those who did, by group. Headcounts count both.

    How many replied is known of every group but those in `secret`.
    """
    first = heads[0]
    people = people_of(responses, first.cell.rows.cohorts, first.estimate.wave)
    masks = [None if people is None else people.mask(one.cell.rows) for one in heads]
    sizes = [one.count or 0 for one in heads]
    replied = [0 if mask is None else int(np.count_nonzero(mask)) for mask in masks]
    count = len(heads)
    shown = [at for at, one in enumerate(heads) if not _is_secret(one, secret)]
    weights = [_only(at, count) for at in [*range(count), *shown]]
    every, sized = (1 << count) - 1, ((1 << len(shown)) - 1) << count
    return FamilyTable(
        counts=[[max(size - some, 0) for size, some in zip(sizes, replied, strict=True)], replied],
        members=[every, every | sized],
        weights=weights,
        breakdown=every,
        costs=[size + 1 for size in sizes] + [0] * len(shown),
        known=sized,
        bases=sizes,
    )


def _is_secret(head: Figure, secret: Secret) -> bool:
    """Whether it is withheld how many of a group replied."""
    rows = head.cell.rows
    (question, answers), *_ = rows.conditions
    groups = secret.get((head.estimate.wave, rows.cohorts, question), ())
    return any((answer,) in groups for answer in answers)


def _only(place: int, count: int) -> tuple[float, ...]:
    """1 at one place of so many, 0 at the others."""
    return tuple(float(place == other) for other in range(count))
