"""Answers of derived questions: those of another question in bands or groups."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.issues import Issue, Where
from generator.model.survey.codebook import NumberRange, Question
from generator.model.wording.english import few_listed
from generator.survey.answers.responses import NOT_APPLICABLE, Column
from generator.survey.survey_rules import EXPORT_ANSWERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NONE = -100
"""Code of a number that lies in no band; never leaves this module."""


def with_sources(
    questions: Mapping[str, Question], needed: Collection[str] | None
) -> frozenset[str] | None:
    """The ids that are needed, and those of the questions that derived ones are made from."""
    if needed is None:
        return None
    return frozenset(needed) | {questions[key].source or key for key in needed if key in questions}


def derived_columns(
    questions: Mapping[str, Question], columns: Mapping[str, Column], where: Where
) -> tuple[dict[str, Column], list[Issue]]:
    """The columns of the questions derived from these, and a problem for numbers in no band."""
    found: dict[str, Column] = {}
    problems: list[Issue] = []
    for question in questions.values():
        if question.source not in columns:
            continue
        source = columns[question.source]
        codes = _of_bands(question, source) if question.bands else _of_groups(question, source)
        lost = codes == _NONE
        if source.numbers is not None:
            # An answer that is no number has been told of as one to the source.
            lost &= ~np.isnan(source.numbers)
            if lost.any():
                problems.append(_lost(question, np.unique(source.numbers[lost]), where))
        found[question.id] = Column(question.options, codes)
    return found, problems


def within(limits: NumberRange, numbers: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which numbers lie in a range; NaN lies in none."""
    fits = ~np.isnan(numbers)
    for bound, compare in (
        (limits.at_least, np.greater_equal),
        (limits.at_most, np.less_equal),
        (limits.above, np.greater),
        (limits.below, np.less),
    ):
        if bound is not None:
            fits &= compare(numbers, bound)
    return fits


def _of_bands(question: Question, source: Column) -> NDArray[Any]:
    codes = source.codes.astype(np.int16)
    answered = codes >= 0
    codes[answered] = _NONE
    if source.numbers is not None:
        for place, band in enumerate(question.bands.values()):
            codes[answered & within(band, source.numbers)] = place
    return codes


def _of_groups(question: Question, source: Column) -> NDArray[Any]:
    places = {o: place for place, group in enumerate(question.groups.values()) for o in group}
    table = np.array([places.get(o, NOT_APPLICABLE) for o in source.options] or [0], dtype=np.int16)
    codes = source.codes
    return np.where(codes >= 0, table[np.maximum(codes, 0)], codes).astype(np.int16)


def _lost(question: Question, numbers: NDArray[np.float64], where: Where) -> Issue:
    shown = few_listed([f"{number:g}" for number in numbers])
    what = f"no band of {question.id!r} holds {shown}, answered to {question.source!r}"
    mend = f"widen the bands in {question.where}, or correct the export"
    return EXPORT_ANSWERS.issue(where, what, mend)
