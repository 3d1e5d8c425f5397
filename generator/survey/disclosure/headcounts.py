"""Headcounts of the workforce: withheld where they are small, and what they tell of respondents.

No more people of a group reply than it has. Of services of 9 and 5 people, 13 replies in both are 8
and 5 or 9 and 4, so the headcounts that are published narrow the sizes that are not, and the sizes
that are published narrow withheld headcounts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Question
from generator.model.survey.finding_specs import DisclosureRules
from generator.survey.answers.responses import Responses
from generator.survey.disclosure.family_table import FamilyTable
from generator.survey.disclosure.groupings import Grouping
from generator.survey.disclosure.moves import Moves
from generator.survey.disclosure.nested import NESTED_SHARE, with_nested
from generator.survey.disclosure.secondary import secure
from generator.survey.measures.figure import Figure
from generator.survey.measures.grouping import headcount
from generator.survey.measures.people import People, Rows, people_of

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
    for heads in _workforces(figures, responses):
        kept = sum(1 << bit for bit, head in enumerate(heads) if head.index in withheld)
        if kept:
            told = sum(1 << bit for bit, head in enumerate(heads) if head.index in known)
            table = _table(heads, secret)
            table = replace(table, known=table.known | told)
            bits = secure(Moves(table), kept, 0, rules.protection_range)
            hidden |= {head.index for bit, head in enumerate(heads) if bits >> bit & 1}
    return hidden


@dataclass(frozen=True, slots=True)
class _Head:
    """A headcount: its position among all figures, its figure, how many of the group replied.

    classes: the groups that it is made of, by place: of the finest grouping of the workforce.
    """

    index: int
    figure: Figure
    replied: int
    classes: frozenset[int]


def _workforces(figures: Sequence[Figure], responses: Responses) -> Iterator[list[_Head]]:
    """The headcounts that add up to one workforce: of one question, or of several of one column."""
    found: dict[tuple[object, ...], dict[str, list[int]]] = {}
    questions: Mapping[str, Question] = {}
    for index, figure in enumerate(figures):
        if figure.cell.external:
            questions = questions or with_nested(figures, responses)
            name = figure.cell.rows.conditions[0][0]
            key = (figure.estimate.wave, figure.cell.rows.cohorts, questions[name].source or name)
            found.setdefault(key, {}).setdefault(name, []).append(index)
    for by_question in found.values():
        # The finest grouping first: the groups of the others are made of its groups.
        order = sorted(by_question.values(), key=lambda one: -len(_groups(one, figures)))
        while order:
            finest = _groups(order[0], figures)
            fitting = [[_head(at, figures, finest, responses) for at in one] for one in order]
            yield [head for heads in fitting for head in heads if head.classes]
            # Groupings that overlap with the finest: some of their groups are made of its groups.
            order = [
                one
                for one, heads in zip(order, fitting, strict=True)
                if not all(head.classes for head in heads)
            ]


def _groups(indices: Sequence[int], figures: Sequence[Figure]) -> list[Figure]:
    """One headcount of each group, however many findings publish it."""
    first = {figures[at].cell.rows: figures[at] for at in reversed(indices)}
    return list(reversed(first.values()))


def _head(
    index: int, figures: Sequence[Figure], finest: Sequence[Figure], responses: Responses
) -> _Head:
    """A headcount in words of the finest groups; without any where it is not made of these."""
    figure = figures[index]
    people = people_of(responses, figure.cell.rows.cohorts, figure.estimate.wave)
    mask = None if people is None else people.mask(figure.cell.rows)
    replied = 0 if mask is None else int(np.count_nonzero(mask))
    questions = responses.codebook.questions
    classes = frozenset(
        place
        for place, one in enumerate(finest)
        if one.cell.rows == figure.cell.rows
        or _is_part(one.cell.rows, figure.cell.rows, questions, people)
    )
    size = sum(finest[place].count or 0 for place in classes)
    return _Head(index, figure, replied, classes if size == figure.count else frozenset())


def _is_part(
    fine: Rows, wide: Rows, questions: Mapping[str, Question], people: People | None
) -> bool:
    """Whether a group is a part of another: by the codebook, else by who replied."""
    (one, answers), (other, wanted) = fine.conditions[0], wide.conditions[0]
    if one == other:
        return False
    if (questions[one].source or one) == (questions[other].source or other):
        return _asked(questions[one], answers) <= _asked(questions[other], wanted)
    if people is None:
        return False
    both = people.chose(one, answers) & people.answered(other)
    inside = int(np.count_nonzero(both & people.chose(other, wanted)))
    return inside > 0 and inside >= NESTED_SHARE * int(np.count_nonzero(both))


def _asked(question: Question, answers: Collection[str]) -> set[str]:
    """Answers in words of the question that was asked."""
    return {one for answer in answers for one in question.groups.get(answer, (answer,))}


def _table(heads: Sequence[_Head], secret: Secret) -> FamilyTable:
    """Those who did not reply, and those who did, by group. Headcounts count both.

    How many replied is known of every group but those in `secret`.
    """
    single = {min(head.classes): head for head in heads if len(head.classes) == 1}
    groups = [single[place] for place in sorted(single)]
    sizes, replied = [one.figure.count or 0 for one in groups], [one.replied for one in groups]
    shown = [head for head in heads if not _is_secret(head.figure, secret)]
    weights = [_of(head.classes, len(groups)) for head in (*heads, *shown)]
    every, sized = (1 << len(heads)) - 1, ((1 << len(shown)) - 1) << len(heads)
    counts = [head.figure.count or 0 for head in heads]
    return FamilyTable(
        counts=[[max(size - some, 0) for size, some in zip(sizes, replied, strict=True)], replied],
        members=[every, every | sized],
        weights=weights,
        breakdown=every,
        costs=[size + 1 for size in counts] + [0] * len(shown),
        known=sized,
        bases=counts,
    )


def _is_secret(head: Figure, secret: Secret) -> bool:
    """Whether it is withheld how many of a group replied."""
    rows = head.cell.rows
    (question, answers), *_ = rows.conditions
    groups = secret.get((head.estimate.wave, rows.cohorts, question), ())
    return any((answer,) in groups for answer in answers)


def _of(places: Collection[int], count: int) -> tuple[float, ...]:
    """1 at some of so many places, 0 at the others."""
    return tuple(float(place in places) for place in range(count))
