"""Who is counted in each group of a finding: its cohorts, its filter and its breakdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from generator.model.survey.codebook import Codebook, Headcount
from generator.model.survey.finding_specs import FindingSpec
from generator.survey.measures.people import NO_GROUP, Groups, People, Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

JOINT = ", "
"""Between the answers that name a group of two questions: 'Duty, Full time'."""


def groups_of(spec: FindingSpec, people: People, codebook: Codebook) -> Groups:
    """The groups that a finding shows of these people, in the order of the options.

    People who did not answer a question of `by` or `where` are in no group.
    """
    rows = Rows(tuple(sorted(spec.cohorts)))
    for question, answers in spec.only.items():
        rows = rows.within(question, answers)
    mask = people.mask(rows)
    if not spec.by:
        codes = None if mask is None else np.where(mask, 0, NO_GROUP).astype(np.intp)
        population = people.population if mask is None else None
        return Groups(codes, ("",), (rows,), (population,))
    return _broken_down(spec, people, codebook, rows, mask)


def _broken_down(
    spec: FindingSpec,
    people: People,
    codebook: Codebook,
    rows: Rows,
    mask: NDArray[np.bool_] | None,
) -> Groups:
    codes = np.zeros(people.size, dtype=np.intp)
    kept = np.ones(people.size, dtype=np.bool_) if mask is None else mask.copy()
    labels: list[tuple[str, ...]] = [()]
    groups = [rows]
    for question in spec.by:
        options = people.options(question)
        answers = people.codes(question)
        kept &= answers >= 0
        codes = codes * len(options) + answers
        labels = [(*label, option) for label in labels for option in options]
        groups = [group.within(question, [option]) for group in groups for option in options]
    codes[~kept] = NO_GROUP
    populations: list[int | None] = [None] * len(groups)
    if len(spec.by) == 1 and not spec.only:
        heads = [headcount(codebook, spec.by[0], cohort, people.wave) for cohort in spec.cohorts]
        for index, label in enumerate(labels):
            found = [counts.get(label[0]) for counts in heads]
            known = [number for number in found if number is not None]
            populations[index] = sum(known) if len(known) == len(found) else None
    joined = tuple(JOINT.join(label) for label in labels)
    return Groups(codes, joined, tuple(groups), tuple(populations))


def headcount(codebook: Codebook, question: str, cohort: str, wave: str) -> dict[str, int]:
    """The workforce by the options of a question; {} where the codebook does not say."""
    entry = headcount_entry(codebook, question, cohort, wave)
    return {} if entry is None else dict(entry.counts)


def headcount_entry(codebook: Codebook, question: str, cohort: str, wave: str) -> Headcount | None:
    """The headcount that holds for a cohort and wave: the one that names both, else one."""

    def nearness(entry: Headcount) -> int:
        return 2 * (entry.cohort == cohort) + (entry.wave == wave)

    fitting = [
        entry
        for entry in codebook.workforce
        if entry.question == question and entry.cohort in ("", cohort) and entry.wave in ("", wave)
    ]
    return max(fitting, key=nearness, default=None)
