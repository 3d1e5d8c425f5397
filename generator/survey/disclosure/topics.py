"""Topics: all that is published of one question in one wave, in whatever finding it stands.

Besides the figures of a question these are the bases of others that are filtered by it (so many
answered who work full time), and figures of a theme that would tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Question
from generator.survey.disclosure.joined import Joined
from generator.survey.disclosure.themes import Told, looked_at_together, means_told, wholes_of
from generator.survey.measures.figure import Figure, PublishedCell, Variable, Weigh
from generator.survey.measures.people import Rows
from generator.survey.measures.shares import indicator

Topic = tuple[str, str, Variable]
"""Wave, name of the cohorts that are looked at together, and variable."""


@dataclass(frozen=True, slots=True)
class Member:
    """A figure as one topic sees it: its position among all figures, and what it tells there.

    picked: of a question that takes several answers, sets of options; it counts those who chose
    some option of every set. known: it was published before, and cannot be withheld. elsewhere: it
    is protected in another topic, and only tells something in this one.
    """

    index: int
    cell: PublishedCell
    picked: tuple[frozenset[str], ...] = ()
    known: bool = False
    elsewhere: bool = False


def by_topic(
    figures: Sequence[Figure],
    joined: Joined,
    questions: Mapping[str, Question],
    columns: frozenset[str] = frozenset(),
) -> tuple[dict[Topic, list[Member]], set[Topic]]:
    """The members of each topic, and the topics whose totals follow from the figures of others.

    columns: questions that stand for several groupings of one column. How many are in each group is
    a topic of its own, as the sizes of the groups of one grouping tell those of another.
    """
    own: dict[Topic, list[Member]] = {}
    together: dict[tuple[str, str], dict[Variable, list[Figure]]] = {}
    for index, figure in enumerate(figures):
        if not figure.cell.size and figure.base:
            member = _member(index, figure.cell, questions)
            topic = (figure.estimate.wave, joined.cohorts(figure), member.cell.variable)
            own.setdefault(topic, []).append(member)
            mine = together.setdefault(topic[:2], {})
            mine.setdefault(member.cell.variable, []).append(figure)
    found = {topic: list(members) for topic, members in own.items()}
    for index, figure in enumerate(figures):
        wave, cohorts = figure.estimate.wave, joined.cohorts(figure)
        for cell in _bases(figure, questions) if figure.base else ():
            member = _member(index, cell, questions)
            topic = (wave, cohorts, member.cell.variable)
            if cell.variable.questions[0] in columns:
                # That a figure is withheld makes no secret of how many are in its group.
                member = replace(member, elsewhere=not figure.cell.size)
                found.setdefault(topic, []).append(member)
            elif topic in found:
                found[topic].append(member)
    themes = _themes(found, together, questions, columns)
    told = _add_wholes(found, own, together, questions)
    return {**found, **themes}, told


def _themes(
    found: Mapping[Topic, Sequence[Member]],
    together: Mapping[tuple[str, str], Told],
    questions: Mapping[str, Question],
    columns: frozenset[str],
) -> dict[Topic, list[Member]]:
    """A topic for the bands of a theme with all that is published of its questions."""
    themes: dict[Topic, list[Member]] = {}
    for (wave, cohorts), told in together.items():
        for items in looked_at_together(told, questions):
            if not columns & {*items}:
                themes[wave, cohorts, Variable("items", items)] = [
                    member
                    for (when, who, variable), members in found.items()
                    if (when, who) == (wave, cohorts) and set(variable.questions) <= {*items}
                    for member in members
                ]
    return themes


def _add_wholes(
    found: dict[Topic, list[Member]],
    own: Mapping[Topic, Sequence[Member]],
    together: Mapping[tuple[str, str], Told],
    questions: Mapping[str, Question],
) -> set[Topic]:
    """Add indices of more questions to the topics that they tell of; topics whose totals follow."""
    told: set[Topic] = set()
    for topic in own:
        wave, cohorts, variable = topic
        others = together[wave, cohorts]
        if variable.kind in ("answers", "score"):
            for whole in wholes_of(variable, others, questions):
                found[topic] += own[wave, cohorts, whole]
        if variable.kind == "score" and means_told(variable.questions, others, questions):
            told.add(topic)
    return told


def _member(index: int, cell: PublishedCell, questions: Mapping[str, Question]) -> Member:
    """A figure as the topic of its own question sees it.

    That it counts only those who gave some answers to the question itself is no matter of rows.
    """
    variable = cell.variable
    if variable.kind not in ("answers", "chosen"):
        return Member(index, cell)
    question = variable.questions[0]
    kept = [answers for name, answers in cell.rows.conditions if name == question]
    others = tuple(one for one in cell.rows.conditions if one[0] != question)
    cell = replace(cell, rows=Rows(cell.rows.cohorts, others))
    if variable.kind == "chosen":
        cell = replace(cell, variable=Variable("ticks", (question,)))
        return Member(index, cell, (frozenset(variable.options), *kept))
    options = questions[question].every_option
    for answers in kept:
        cell = replace(cell, weigh=_of_those(cell.weigh, [one in answers for one in options]))
    return Member(index, cell)


def _of_those(weigh: Weigh | None, counted: Sequence[bool]) -> Weigh | None:
    """The weigh of a figure of some of the answers only."""
    if weigh is None:
        return None
    kept = indicator(np.array(counted))
    return lambda values: weigh(values) * kept(values)


def _bases(figure: Figure, questions: Mapping[str, Question]) -> Iterator[PublishedCell]:
    """What a figure's base tells of the questions that it is filtered or broken down by."""
    rows = figure.cell.rows
    for condition in rows.conditions:
        name, answers = condition
        others = Rows(rows.cohorts, tuple(one for one in rows.conditions if one != condition))
        question = questions[name]
        if question.kind == "multi":
            variable = Variable("chosen", (name,), tuple(sorted(answers)))
            counted = np.array([False, True])
        else:
            variable = Variable("answers", (name,))
            counted = np.array([option in answers for option in question.every_option])
        by = tuple(one for one in figure.cell.by if one != name)
        yield PublishedCell(variable, others, indicator(counted), True, by)
