"""Who replied: response rates, and how well respondents stand for the workforce."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.model.survey.finding_specs import FindingSpec
from generator.model.wording.rounding import PER_CENT
from generator.survey.measures.context import Context, MeasuredFigures, Slice
from generator.survey.measures.figure import (
    Figure,
    Place,
    PublishedCell,
    Variable,
    share_figure,
)
from generator.survey.measures.grouping import headcount
from generator.survey.measures.people import Rows
from generator.survey.measures.shares import group_labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

RESPONDENTS = "Respondents"
WORKFORCE = "Workforce"


def response_rate(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """Answers counted, of those who were sent the survey; by a group, of its headcount."""
    figures: list[Figure] = []
    unknown: list[str] = []
    for one in context.slices(spec):
        if spec.by:
            figures += _rates_by_group(spec, context, one)
            continue
        sent = one.people.population
        if sent is None:
            unknown.append(one.people.wave)
            continue
        cell = PublishedCell(Variable("size", ()), one.groups.rows[0], None, False, size=True)
        place = Place(one.people.wave)
        figures.append(share_figure(place, cell, one.people.size, sent, context.precision(spec)))
    notes = tuple(f"It is not known how many were sent the survey in {wave}." for wave in unknown)
    return MeasuredFigures(tuple(figures), PER_CENT, (), group_labels(figures), notes=notes)


def _rates_by_group(spec: FindingSpec, context: Context, one: Slice) -> list[Figure]:
    figures = []
    for index, label in enumerate(one.groups.labels):
        people = one.groups.populations[index]
        if not people:
            continue
        replied = int(np.count_nonzero(one.groups.codes == index))
        cell = PublishedCell(
            Variable("size", spec.by), one.groups.rows[index], None, True, spec.by, True, rate=True
        )
        place = Place(one.people.wave, None, label)
        figures.append(share_figure(place, cell, replied, people, context.precision(spec)))
    return figures


def representativeness(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """Each group's share of the respondents beside its share of the workforce.

    Respondents: of those who answered the question. Workforce: of the headcounts in the codebook.
    """
    question = spec.questions[0]
    figures: list[Figure] = []
    options: tuple[str, ...] = ()
    for wave in spec.waves:
        people = context.people(spec, wave)
        if people is None:
            continue
        options = people.options(question)
        codes = people.codes(question)
        counts = np.bincount(codes[codes >= 0], minlength=len(options))
        heads = _heads(spec, context, wave, question, options)
        known = _known(spec, context, wave, question)
        for index, option in enumerate(options):
            rows = Rows(tuple(sorted(spec.cohorts))).within(question, [option])
            for group, table in ((RESPONDENTS, counts), (WORKFORCE, heads)):
                external = group == WORKFORCE
                variable = Variable("size", (question,))
                cell = PublishedCell(variable, rows, None, True, (question,), True, external)
                # A group that the codebook gives no headcount of is not one of nobody.
                if not table.sum() or (external and option not in known):
                    continue
                place = Place(wave, option, group)
                figures.append(
                    share_figure(
                        place, cell, int(table[index]), int(table.sum()), context.precision(spec)
                    )
                )
    groups = (RESPONDENTS, WORKFORCE)
    return MeasuredFigures(tuple(figures), PER_CENT, options, groups)


def _known(spec: FindingSpec, context: Context, wave: str, question: str) -> set[str]:
    """The options whose headcount the codebook gives."""
    codebook = context.responses.codebook
    return {o for cohort in spec.cohorts for o in headcount(codebook, question, cohort, wave)}


def _heads(
    spec: FindingSpec, context: Context, wave: str, question: str, options: tuple[str, ...]
) -> NDArray[np.int64]:
    """The workforce by option, all cohorts of the finding together."""
    total = np.zeros(len(options), dtype=np.int64)
    for cohort in spec.cohorts:
        found = headcount(context.responses.codebook, question, cohort, wave)
        total += np.array([found.get(option, 0) for option in options], dtype=np.int64)
    return total
