"""Numbers of people in the codebook that the replies belie: sent the survey, and headcounts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from generator.errors import Problems
from generator.model.survey.codebook import Codebook, Headcount
from generator.model.survey.finding_specs import FindingsFile
from generator.model.wording.rounding import number_text
from generator.survey.answers.responses import Answers, Responses
from generator.survey.measures.grouping import headcount_entry
from generator.survey.survey_rules import EXPORT_SENT, WORKFORCE_HEADCOUNT


def check_sent(responses: Responses, problems: Problems) -> None:
    """Note every survey to which more people replied than were sent it."""
    codebook = responses.codebook
    for found in responses.collections:
        if found.sent is not None and found.received > found.sent:
            where = next(
                file.where
                for file in codebook.files
                if (file.cohort, file.wave) == (found.cohort, found.wave)
            )
            what = f"{found.received} replies were counted, but only {found.sent} people were asked"
            problems.add(
                EXPORT_SENT, where, what, "check 'sent:', and whether answers stand there twice"
            )


def check_headcounts(
    responses: Responses, settings: FindingsFile | None, problems: Problems
) -> None:
    """Note every headcount of a group, or of all groups, that more people than that replied from.

    settings: whose waves are looked at; None for all of the codebook.
    """
    waves = responses.codebook.waves if settings is None else settings.waves
    for (_, wave), answers in responses.answers.items():
        if wave in waves:
            for entry in _entries(responses.codebook, answers):
                _check(entry, answers, problems)


def _entries(codebook: Codebook, answers: Answers) -> Iterator[Headcount]:
    """The headcounts that hold for a cohort and wave, of questions that were read."""
    for question in dict.fromkeys(entry.question for entry in codebook.workforce):
        entry = headcount_entry(codebook, question, answers.cohort, answers.wave)
        if entry is not None and question in answers.columns:
            yield entry


def _check(entry: Headcount, answers: Answers, problems: Problems) -> None:
    who = f"{answers.cohort} {answers.wave}"
    mend = (
        "check the number, and whether answers stand there twice; where it is of another survey, "
        f"give this one's under '{answers.cohort}.{answers.wave}:'"
    )
    options, counts = answers.options(entry.question), entry.counts
    for option in options:
        replied = int(np.count_nonzero(answers.chose(entry.question, option)))
        people = counts.get(option)
        if people is not None and replied > people:
            what = f"{option!r} has {_people(people)}, but {_replies(replied)} in {who}"
            problems.add(WORKFORCE_HEADCOUNT, entry.where, what, mend)
    total = sum(counts.values())
    if set(options) <= set(counts) and answers.size > total:
        what = f"the groups have {_people(total)}, but {_replies(answers.size)} in {who}"
        problems.add(WORKFORCE_HEADCOUNT, entry.where, what, mend)


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number_text(number)} people"


def _replies(number: int) -> str:
    return "1 reply was counted" if number == 1 else f"{number_text(number)} replies were counted"
