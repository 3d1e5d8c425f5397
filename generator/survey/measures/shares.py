"""Shares of answers: percent, top_box, bottom_box, shares and multi.

The base of a share is everybody of the group who gave a substantive answer. For a question with
several answers the base is those who chose at least one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.survey.codebook import NumberRange
from generator.model.survey.finding_specs import FindingSpec
from generator.model.wording.rounding import PER_CENT
from generator.survey.answers.derive import within
from generator.survey.measures.context import Context, MeasuredFigures, Slice
from generator.survey.measures.figure import (
    Figure,
    Place,
    PublishedCell,
    Variable,
    Weigh,
    share_figure,
)
from generator.survey.measures.people import NO_GROUP, counts_by_group

if TYPE_CHECKING:
    from numpy.typing import NDArray

Category = tuple[str | None, "NDArray[np.bool_]", Callable[[int], PublishedCell]]
"""A category's label (None: the finding has none), which values count, and the cell of a group."""


def percent(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """Per cent who gave one of the options (or a number in the range): percent and the boxes."""
    question = context.responses.codebook.questions[spec.questions[0]]
    if question.kind == "number":
        return _of_numbers(spec, context)
    if question.kind == "multi":
        return chosen(spec, context, [(None, spec.options)])
    return answers(spec, context, [(None, spec.options)])


def shares(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """Every answer of a question with one answer each."""
    options = _options(spec, context)
    return answers(spec, context, [(option, (option,)) for option in options])


def multi(spec: FindingSpec, context: Context) -> MeasuredFigures:
    """Every answer of a question with several, of those who chose at least one."""
    options = _options(spec, context)
    return chosen(spec, context, [(option, (option,)) for option in options])


def answers(
    spec: FindingSpec, context: Context, wanted: Sequence[tuple[str | None, tuple[str, ...]]]
) -> MeasuredFigures:
    """Shares of sets of options of a question with one answer each."""
    question = spec.questions[0]
    is_group = question in context.grouping and spec.strict is not False
    figures: list[Figure] = []
    for one in context.slices(spec):
        options = one.people.options(question)
        codes = one.people.codes(question)
        categories: list[Category] = []
        for label, names in wanted:
            counted = np.array([option in names for option in options])
            if is_group:
                cell = _size_cell(spec, one, question, names)
            else:
                cell = cell_of(spec, one, Variable("answers", (question,)), indicator(counted))
            if _could_choose(one, question, names):
                categories.append((label, counted, cell))
            else:
                nobody = np.full_like(codes, NO_GROUP)
                category: Category = (label, counted, cell)
                figures += coded_shares(spec, context, one, nobody, len(options), [category])
        figures += coded_shares(spec, context, one, codes, len(options), categories)
    return _computed(figures, [label for label, _ in wanted])


def _could_choose(one: Slice, question: str, names: Sequence[str]) -> bool:
    """Whether any of some options was offered in the wave; else nobody is in their base."""
    return not one.people.asked(question) or not one.people.offered(question).isdisjoint(names)


def chosen(
    spec: FindingSpec, context: Context, wanted: Sequence[tuple[str | None, tuple[str, ...]]]
) -> MeasuredFigures:
    """Shares who chose any of a set of options, of a question with several answers."""
    question = spec.questions[0]
    figures: list[Figure] = []
    for one in context.slices(spec):
        answered = one.people.answered(question)
        for label, names in wanted:
            # 1: chosen, 0: answered without it, -1: did not answer.
            codes = one.people.chose(question, names).astype(np.int8)
            codes[~answered] = NO_GROUP
            if not _could_choose(one, question, names):
                codes[:] = NO_GROUP
            variable = Variable("chosen", (question,), tuple(sorted(names)))
            cell = cell_of(spec, one, variable, indicator(np.array([False, True])))
            category: Category = (label, np.array([False, True]), cell)
            figures += coded_shares(spec, context, one, codes, 2, [category])
    return _computed(figures, [label for label, _ in wanted])


def _of_numbers(spec: FindingSpec, context: Context) -> MeasuredFigures:
    question, limits = spec.questions[0], spec.numbers or NumberRange()
    variable = Variable("number", (question,))
    figures: list[Figure] = []
    for one in context.slices(spec):
        numbers = one.people.numbers(question)
        known = ~np.isnan(numbers) & one.people.answered(question)
        codes = np.where(known, in_range(limits)(numbers), NO_GROUP).astype(np.int8)
        cell = cell_of(spec, one, variable, in_range(limits))
        category: Category = (None, np.array([False, True]), cell)
        figures += coded_shares(spec, context, one, codes, 2, [category])
    return _computed(figures, [None])


def in_range(limits: NumberRange) -> Callable[[NDArray[Any]], NDArray[Any]]:
    """A test of an array of numbers against the range; NaN is in none."""

    def test(numbers: NDArray[Any]) -> NDArray[Any]:
        found: NDArray[Any] = within(limits, numbers).astype(np.float64)
        return found

    return test


def coded_shares(
    spec: FindingSpec,
    context: Context,
    one: Slice,
    codes: NDArray[Any],
    values: int,
    categories: Sequence[Category],
) -> list[Figure]:
    """A figure for each category and group. codes: 0 to values - 1, negative for no answer."""
    precision = context.precision(spec)
    groups = one.groups
    table = counts_by_group(groups, codes, values)
    bases = table.sum(axis=1)
    weighing = _Weighted.of(spec, one, codes, values)
    figures: list[Figure] = []
    for group, label in enumerate(groups.labels):
        for category, counted, cell in categories:
            figures.append(
                share_figure(
                    Place(one.people.wave, category, label or None),
                    cell(group),
                    int(table[group, counted].sum()),
                    int(bases[group]),
                    precision,
                    groups.populations[group],
                    None if weighing is None else weighing.sums(group, counted),
                )
            )
    return figures


def cell_of(
    spec: FindingSpec, one: Slice, variable: Variable, weigh: Weigh
) -> Callable[[int], PublishedCell]:
    """The cell of each group."""
    return lambda group: PublishedCell(
        variable, one.groups.rows[group], weigh, spec.breakdown, spec.by
    )


def _size_cell(
    spec: FindingSpec, one: Slice, question: str, names: Sequence[str]
) -> Callable[[int], PublishedCell]:
    """The cell of each group where the answers counted are groups of people themselves."""
    variable, by = Variable("size", (question,)), (*spec.by, question)
    return lambda group: PublishedCell(
        variable, one.groups.rows[group].within(question, names), None, True, by, size=True
    )


class _Weighted:
    """Sums of weights by group and value."""

    def __init__(self, weights: NDArray[Any], squares: NDArray[Any]) -> None:
        self.weights = weights
        self.squares = squares

    @classmethod
    def of(
        cls, spec: FindingSpec, one: Slice, codes: NDArray[Any], values: int
    ) -> _Weighted | None:
        weights = one.people.weights() if spec.weighted else None
        if weights is None:
            return None
        return cls(
            counts_by_group(one.groups, codes, values, weights),
            counts_by_group(one.groups, codes, values, weights**2),
        )

    def sums(self, group: int, counted: NDArray[np.bool_]) -> tuple[float, float, float]:
        row = self.weights[group]
        return float(row[counted].sum()), float(row.sum()), float(self.squares[group].sum())


def indicator(counted: NDArray[np.bool_]) -> Weigh:
    """1 for the values that count, 0 for the others; values are indices."""

    def weigh(values: NDArray[Any]) -> NDArray[Any]:
        return counted[values.astype(np.intp)].astype(np.float64)

    return weigh


def _options(spec: FindingSpec, context: Context) -> tuple[str, ...]:
    for one in context.slices(spec):
        return one.people.options(spec.questions[0])
    return ()


def _computed(figures: list[Figure], labels: Sequence[str | None]) -> MeasuredFigures:
    categories = tuple(label for label in labels if label is not None)
    return MeasuredFigures(tuple(figures), PER_CENT, categories, group_labels(figures))


def group_labels(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The groups of some figures, in the order they come."""
    found = (figure.estimate.group for figure in figures)
    return tuple(dict.fromkeys(label for label in found if label is not None))
