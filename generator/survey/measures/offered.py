"""Which waves can be compared: those whose figures are made of the same questions and answers.

A share of an answer that could not be given a year before is no rise from 0%, and the top box of
four answers is not that of five. The export shows which options were offered where each has a
column of its own; else the codebook says so, under `offered:`. Where it does not, an option that
nobody chose, though so many did in another wave that chance cannot explain it, is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from generator.model.survey.codebook import Question
from generator.model.survey.finding_specs import FindingSpec
from generator.model.wording.english import listed, quoted
from generator.survey.answers.responses import Answers, Responses
from generator.survey.measures.context import Context
from generator.survey.measures.figure import Figure

_BY_CHANCE = 0.0001
_MANY = 50
"""Of fewer people all may have changed their minds."""
_CHOICES = ("scale", "single", "multi")


class Offers:
    """The options of a finding's questions, where they are not the same in all of its waves."""

    def __init__(self, spec: FindingSpec, context: Context) -> None:
        self._spec = spec
        self._questions = context.responses.codebook.questions
        self._offered: dict[str, Mapping[str, frozenset[str]]] = {}
        people = [found for wave in spec.waves if (found := context.people(spec, wave)) is not None]
        for question in spec.questions:
            asked = [one for one in people if one.asked(question)]
            offered = {one.wave: one.offered(question) for one in asked}
            if len(set(offered.values())) > 1:
                self._offered[question] = offered

    def comparable(self, before: Figure, after: Figure) -> bool:
        """Whether the change from one figure to the other is one of answers, not of questions."""
        questions = before.cell.variable.questions
        if questions != after.cell.variable.questions:
            return False
        return all(self._same(question, before, after) for question in questions)

    def _same(self, question: str, before: Figure, after: Figure) -> bool:
        offered = self._offered.get(question)
        if offered is None:
            return True
        if self._questions[question].kind == "scale":
            return offered[before.estimate.wave] == offered[after.estimate.wave]
        spec, category = self._spec, before.estimate.category
        counted = (*spec.options, *spec.negative) or (category,)
        return all(
            (option in offered[before.estimate.wave]) == (option in offered[after.estimate.wave])
            for option in counted
        )

    def notes(self, labels: Mapping[str, str]) -> Iterator[str]:
        """Which answers could not be given in which waves. labels: wave -> how it is printed."""
        for question, offered in self._offered.items():
            every = [
                o
                for o in self._questions[question].every_option
                if any(o in one for one in offered.values())
            ]
            named = (
                f" to {quoted(self._questions[question].text)}" if len(self._offered) > 1 else ""
            )
            for wave, options in offered.items():
                if missing := [quoted(option) for option in every if option not in options]:
                    could = f"In {labels.get(wave, wave)} the answer{named} "
                    could = could if len(missing) == 1 else could.replace("answer", "answers")
                    yield f"{could}{listed(missing)} could not be given."


def unlikely_gaps(responses: Responses, context: Context) -> Iterator[str]:
    """For the operator: options that seem not to have been offered, though nothing says so."""
    codebook = responses.codebook
    told: set[tuple[str, str, str]] = set()
    for spec in context.settings.findings:
        for name in spec.questions if spec.measure != "quotation" else ():
            question = codebook.questions[name]
            for cohort in spec.cohorts if question.kind in _CHOICES else ():
                parts = [found for wave in spec.waves if (found := responses.of(cohort, wave))]
                pairs = list(pairwise(parts))
                for one, other in (*pairs, *((later, earlier) for earlier, later in pairs)):
                    for option in _gaps(question, one, other):
                        key = (name, one.wave, option)
                        if key not in told:
                            told.add(key)
                            yield _gap(question, one, other, option)


def _gaps(question: Question, one: Answers, other: Answers) -> Iterator[str]:
    """The options that nobody chose in one wave, where in the other too many did for chance."""
    both_asked = one.asked(question.id) and other.asked(question.id)
    if one.wave in question.offered or not both_asked:
        return
    base, others = (int(np.count_nonzero(part.answered(question.id))) for part in (one, other))
    for option in one.offered(question.id) if min(base, others) >= _MANY else ():
        if not one.chose(question.id, option).any():
            share = np.count_nonzero(other.chose(question.id, option)) / others
            if (1 - share) ** base < _BY_CHANCE:
                yield option


def _gap(question: Question, one: Answers, other: Answers, option: str) -> str:
    return (
        f"{question.where}: nobody answered {option!r} in {one.wave}, though many did in "
        f"{other.wave}: if it could not be chosen, list what could under 'offered: "
        f'{{"{one.wave}": [...]}}\', and no change is worked out of it; else list all options there'
    )
