"""DataFrames for analysts: findings, which are published, and answers, which are not.

The frames of findings hold what stands in findings.json and nothing else. The frame of answers is
made of the questions that measures can use, choices and numbers: never of names, addresses, free
text, dates, ids or the rows of an export. It is in the order of the answers themselves, so that a
row's place tells neither who sent it nor when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from pandas import Categorical, CategoricalDtype, DataFrame, Series, concat
from pandas.arrays import BooleanArray

from generator.model.findings import Findings
from generator.model.findings_rows import (
    CHANGE_COLUMNS,
    FIGURE_COLUMNS,
    Row,
    SheetColumn,
    change_rows,
    figure_rows,
)
from generator.model.survey.codebook import Codebook, Question
from generator.survey.answers.responses import Answers, Responses

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["DataFrame", "answers_frame", "asked_for_answers", "changes_frame", "figures_frame"]

_TYPES: Mapping[str, Any] = {"text": "str", "whole": "Int64", "number": "float64", "flag": "bool"}
_WAVES = ("wave", "earlier", "later")
_KINDS = ("scale", "single", "multi", "number")
_RESERVED = ("cohort", "wave", "weight")


def figures_frame(findings: Findings) -> DataFrame:
    """A row for each figure, as FIGURE_COLUMNS says; see `_typed` for the types."""
    return _typed(findings, FIGURE_COLUMNS, figure_rows(findings.items.values()))


def changes_frame(findings: Findings) -> DataFrame:
    """A row for each change between two waves, as CHANGE_COLUMNS says."""
    return _typed(findings, CHANGE_COLUMNS, change_rows(findings.items.values()))


def _typed(findings: Findings, columns: Sequence[SheetColumn], rows: Iterable[Row]) -> DataFrame:
    """Text as str, whole numbers as Int64, others as float64; cohorts and waves as categories, the
    waves in their order. What a figure does not have is missing.
    """
    table = list(zip(*rows, strict=True)) or [()] * len(columns)
    made: dict[str, Any] = {}
    for column, cells in zip(columns, table, strict=True):
        kind = _TYPES[column.kind]
        if column.name in _WAVES:
            kind = CategoricalDtype(_distinct(*findings.waves, *cells), ordered=True)
        elif column.name == "cohort":
            kind = CategoricalDtype(_distinct(*findings.cohorts, *cells))
        made[column.name] = Series(cells, dtype=kind)
    return DataFrame(made)


def _distinct(*values: Any) -> list[Any]:
    return list(dict.fromkeys(values))


def asked_for_answers(codebook: Codebook) -> tuple[Question, ...]:
    """The questions whose answers `answers_frame` shows, in codebook order."""
    return tuple(question for question in codebook.questions.values() if question.kind in _KINDS)


def answers_frame(responses: Responses) -> DataFrame:
    """A row for each respondent counted: cohort, wave, the questions, and weight if there is one.

    A choice is a categorical in the order of its options, ordered where they are a scale; a number
    a float64; an option of a question that takes several a boolean column 'question: option'. Where
    somebody gave no answer, for whatever reason, or was not asked, it is missing.
    """
    parts = [_answers_of(answers, responses.codebook) for answers in responses.answers.values()]
    return concat(parts, ignore_index=True)


def _answers_of(answers: Answers, codebook: Codebook) -> DataFrame:
    made: dict[str, Any] = {
        "cohort": _everywhere(answers, answers.cohort, list(codebook.cohorts)),
        "wave": _everywhere(answers, answers.wave, codebook.waves, ordered=True),
    }
    for question in asked_for_answers(codebook):
        made.update(_columns(answers, question))
    if codebook.weights:
        missing = np.full(answers.size, np.nan)
        made["weight"] = missing if answers.weights is None else answers.weights
    frame = DataFrame(made)
    return frame.sort_values(list(frame.columns), kind="stable", ignore_index=True)


def _everywhere(
    answers: Answers, value: str, known: Sequence[str], *, ordered: bool = False
) -> Categorical[Any]:
    return _choices(np.full(answers.size, known.index(value)), known, ordered=ordered)


def _choices(codes: NDArray[Any], options: Sequence[str], *, ordered: bool) -> Categorical[Any]:
    kind = CategoricalDtype(list(options), ordered=ordered)
    return Categorical.from_codes(np.maximum(codes, -1), dtype=kind)


def _columns(answers: Answers, question: Question) -> Iterator[tuple[str, Any]]:
    """The columns of one question. Ids are single words, so no two of these names are the same."""
    key = question.id
    name = f"{key} (question)" if key in _RESERVED else key
    if question.kind == "number":
        yield name, answers.numbers(key)
        return
    options = answers.options(key)
    if question.kind == "multi":
        missing = ~answers.answered(key)
        for option in options:
            yield f"{name}: {option}", BooleanArray(answers.chose(key, option), missing.copy())
        return
    yield name, _choices(answers.codes(key), options, ordered=question.kind == "scale")
