"""Topics: all that is published of one question in one wave, in whatever finding it stands.

Besides the figures of a question these are the bases of others that are filtered by it (so many
answered who work full time), and figures of a theme that would tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from generator.config.survey.finding_questions import options_of
from generator.model.codebook import Question
from generator.model.frozen import dataclass
from generator.survey.disclosure.joined import Joined
from generator.survey.disclosure.themes import means_told, wholes_of
from generator.survey.measures.figure import Figure, PublishedCell, Variable
from generator.survey.measures.people import Rows
from generator.survey.measures.shares import indicator

Topic = tuple[str, str, Variable]
"""Wave, name of the cohorts that are looked at together, and variable."""


@dataclass(frozen=True, slots=True)
class Member:
    """A figure as one topic sees it: its position among all figures, and what it tells there."""

    index: int
    cell: PublishedCell


def by_topic(
    figures: Sequence[Figure], joined: Joined, questions: Mapping[str, Question]
) -> tuple[dict[Topic, list[Member]], set[Topic]]:
    """The members of each topic, and the topics whose totals follow from the figures of others."""
    own: dict[Topic, list[Member]] = {}
    for index, figure in enumerate(figures):
        if not figure.cell.size and figure.base:
            topic = (figure.estimate.wave, joined.cohorts(figure), figure.cell.variable)
            own.setdefault(topic, []).append(Member(index, figure.cell))
    found = {topic: list(members) for topic, members in own.items()}
    for index, figure in enumerate(figures):
        wave, cohorts = figure.estimate.wave, joined.cohorts(figure)
        for cell in _bases(figure, questions) if figure.base else ():
            topic = (wave, cohorts, cell.variable)
            if topic in found:
                found[topic].append(Member(index, cell))
    told: set[Topic] = set()
    together: dict[tuple[str, str], dict[Variable, list[Figure]]] = {}
    for (wave, cohorts, variable), members in own.items():
        mine = together.setdefault((wave, cohorts), {})
        mine[variable] = [figures[member.index] for member in members]
    for topic in own:
        wave, cohorts, variable = topic
        others = together[wave, cohorts]
        if variable.kind in ("answers", "score"):
            for whole in wholes_of(variable, others, questions):
                found[topic] += own[wave, cohorts, whole]
        for other in _tied(variable, others):
            found[topic] += own[wave, cohorts, other]
        if variable.kind == "score" and means_told(variable.questions, others, questions):
            told.add(topic)
    return found, told


def _tied(variable: Variable, others: Iterable[Variable]) -> list[Variable]:
    """Other sets of options of a question with several answers, where one set has several.

    So many chose either of two, and so many chose one, tell how many chose the other at least; and
    who chose neither chose something else.
    """
    if variable.kind != "chosen":
        return []
    return [
        other
        for other in others
        if other != variable
        and (other.kind, other.questions) == ("chosen", variable.questions)
        and len(variable.options) + len(other.options) > 2
    ]


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
            counted = np.array([option in answers for option in options_of(question)])
        by = tuple(one for one in figure.cell.by if one != name)
        yield PublishedCell(variable, others, indicator(counted), True, by)
