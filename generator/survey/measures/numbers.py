"""Means and medians of numbers, and the means of scores that net and index share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.findings import Estimate
from generator.model.survey.finding_specs import FindingSpec
from generator.model.wording.rounding import round_half_up
from generator.survey.measures.context import Context, MeasuredFigures, Slice
from generator.survey.measures.figure import (
    Figure,
    Place,
    PublishedCell,
    Variable,
    Weigh,
    mean_figure,
)
from generator.survey.measures.people import Groups
from generator.survey.measures.shares import group_labels

if TYPE_CHECKING:
    from numpy.typing import NDArray


def mean(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """The mean of a number, of those who gave one."""
    question = context.responses.codebook.questions[spec.questions[0]]
    variable = Variable("number", (question.id,))
    figures: list[Figure] = []
    for one in context.slices(spec):
        numbers = answered_numbers(one, question.id)
        figures += mean_figures(spec, context, one, numbers, variable, as_they_are)
    return MeasuredFigures(tuple(figures), question.unit, (), group_labels(figures))


def median(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """The median of a number, of those who gave one; half-way between the middle two."""
    question = context.responses.codebook.questions[spec.questions[0]]
    precision = context.precision(spec)
    figures: list[Figure] = []
    for one in context.slices(spec):
        numbers = answered_numbers(one, question.id)
        for index, label in enumerate(one.groups.labels):
            found = numbers if one.groups.codes is None else numbers[one.groups.codes == index]
            found = found[~np.isnan(found)]
            value = float(np.median(found)) if found.size else 0.0
            if precision.rules.rounding_base > 1:
                value = float(round_half_up(value, spec.decimals))
            place = Place(one.people.wave, None, label or None)
            estimate = Estimate(
                place.wave, value, precision.rules.rounded(found.size), group=place.group
            )
            variable = Variable("number", (question.id,))
            cell = PublishedCell(variable, one.groups.rows[index], None, spec.breakdown, spec.by)
            extreme = bool(found.size) and float(found.min()) == float(found.max())
            figures.append(Figure(estimate, cell, int(found.size), extreme=extreme))
    return MeasuredFigures(tuple(figures), question.unit, (), group_labels(figures))


def answered_numbers(one: Slice, question: str) -> NDArray[np.float64]:
    """The numbers given; NaN for those who gave none or whose answer does not count."""
    numbers = one.people.numbers(question)
    return np.where(one.people.answered(question), numbers, np.nan)


def as_they_are(values: NDArray[Any]) -> NDArray[Any]:
    """The weigh of a mean of the values themselves."""
    return values


def mean_figures(
    spec: FindingSpec,
    context: Context,
    one: Slice,
    numbers: NDArray[np.float64],
    variable: Variable,
    weigh: Weigh,
) -> list[Figure]:
    """The mean of `numbers` (one per respondent, NaN where there is none) in each group."""
    precision = context.precision(spec)
    weights = one.people.weights() if spec.weighted else None
    moments = moments_by_group(one.groups, numbers, weights)
    figures = []
    for index, label in enumerate(one.groups.labels):
        base, average, deviation, effective, alike = moments[index]
        figures.append(
            mean_figure(
                Place(one.people.wave, None, label or None),
                PublishedCell(variable, one.groups.rows[index], weigh, spec.breakdown, spec.by),
                average,
                deviation,
                base,
                precision,
                extreme=alike,
                population=one.groups.populations[index],
                effective=effective,
                weighted=weights is not None,
            )
        )
    return figures


def moments_by_group(
    groups: Groups, numbers: NDArray[np.float64], weights: NDArray[np.float64] | None
) -> list[tuple[int, float, float, float, bool]]:
    """(base, mean, standard deviation, effective base, whether all are alike) of each group."""
    known = ~np.isnan(numbers)
    if groups.codes is not None:
        known &= groups.codes >= 0
    codes = np.zeros(int(known.sum()), np.intp) if groups.codes is None else groups.codes[known]
    values = numbers[known]
    weight = np.ones_like(values) if weights is None else weights[known]
    count = groups.count
    base = np.bincount(codes, minlength=count)
    total = np.bincount(codes, weight, minlength=count)
    squares = np.bincount(codes, weight**2, minlength=count)
    with np.errstate(invalid="ignore", divide="ignore"):
        average = np.bincount(codes, weight * values, minlength=count) / total
        # From deviations and not from squares, which would lose digits for large numbers.
        spread = np.bincount(codes, weight * (values - average[codes]) ** 2, minlength=count)
        effective = total**2 / squares
        deviation = np.sqrt(spread / total * effective / np.maximum(effective - 1, 1e-12))
    return [
        (
            int(base[index]),
            float(average[index]) if base[index] else 0.0,
            float(deviation[index]) if effective[index] > 1 + 1e-9 else 0.0,
            float(effective[index]) if base[index] else 0.0,
            bool(base[index]) and float(spread[index]) <= 1e-12,
        )
        for index in range(count)
    ]
