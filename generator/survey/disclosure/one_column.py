"""Groupings of one column, looked at together: the ages asked for, and two ways to group them.

Two groupings that have nothing to do with one another tell nothing of each other. Of one column
they do: those under 30, less those under 25, are those of 25 to 29. So do groups within groups,
such as teams and services; see `nested`. So where figures use several questions of one column, they
are told in words of one question more, whose answers are the classes that these tell apart, and are
then looked at as filters by sets of its answers are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Question
from generator.survey.answers.responses import BLANK, Answers, Column, Responses
from generator.survey.disclosure.nested import with_nested
from generator.survey.measures.figure import Figure, PublishedCell, Variable
from generator.survey.measures.people import Rows
from generator.survey.measures.scores import lookup

if TYPE_CHECKING:
    from numpy.typing import NDArray

_COLUMN = "column "  # no id of a question has a space in it


@dataclass(frozen=True, slots=True)
class Together:
    """Figures and responses in words of the questions that stand for columns; ids of these."""

    figures: Sequence[Figure]
    responses: Responses
    columns: frozenset[str]


def together(figures: Sequence[Figure], responses: Responses) -> Together:
    """Figures whose questions are of one column, told in words of one question."""
    questions = with_nested(figures, responses)
    responses = replace(responses, codebook=replace(responses.codebook, questions=questions))
    used = _used(figures, questions)
    columns = [
        _SharedColumn(root, ids, figures, responses)
        for root, ids in used.items()
        if len(ids) > 1 and root in questions
    ]
    if not columns:
        return Together(figures, responses, frozenset())
    for column in columns:
        figures = [column.told(figure) for figure in figures]
    return Together(figures, _with(columns, responses), frozenset(one.id for one in columns))


def _used(figures: Iterable[Figure], questions: Mapping[str, Question]) -> dict[str, set[str]]:
    """The ids that figures use of each column, by the question that was asked in it."""
    derived = {question.source for question in questions.values() if question.source}
    used: dict[str, set[str]] = {}
    for figure in figures if derived else ():
        cell = figure.cell
        ids = [question for question, _ in cell.rows.conditions]
        if cell.variable.kind in ("answers", "size") or _is_range(figure):
            ids += cell.variable.questions
        for name in ids:
            root = questions[name].source or name
            if root in derived:
                used.setdefault(root, set()).add(name)
    return used


def _is_range(figure: Figure) -> bool:
    """Whether a figure counts numbers of a range, as a band does."""
    weigh, variable = figure.cell.weigh, figure.cell.variable
    return variable.kind == "number" and weigh is not None and figure.count is not None


class _SharedColumn:
    """One column in the classes that the figures tell apart."""

    def __init__(
        self, root: str, ids: set[str], figures: Sequence[Figure], responses: Responses
    ) -> None:
        self.root = root
        self._ids = tuple(sorted(ids - {root}))
        asked = responses.codebook.questions[root]
        self._ranges: dict[int, Any] = {}
        if asked.kind == "number":
            ranges = [f for f in figures if _is_range(f) and f.cell.variable.questions == (root,)]
            self._ranges = {id(figure.cell.weigh): figure.cell.weigh for figure in ranges}
        elif root in ids or _is_scored(root, figures):
            self._ids = (root, *self._ids)
        # Scores are worked out of the question itself, so it has to keep its name.
        self.id = root if _is_scored(root, figures) else _COLUMN + root
        self._patterns: dict[tuple[int, ...], int] = {}
        self.codes = {key: self._coded(found) for key, found in responses.answers.items()}
        if self.id == root:
            self._classes_are_options(responses.codebook.questions)
        self.names = tuple(f"class {place}" for place in range(len(self._patterns)))
        self.options = asked.every_option if self.id == root else self.names
        self._places = {name: responses.codebook.questions[name].every_option for name in self._ids}

    def _coded(self, answers: Answers) -> NDArray[np.int16]:
        """The class of each respondent, BLANK for those who gave no answer."""
        parts = [answers.codes(name).astype(np.int64) for name in self._ids]
        if self._ranges:
            numbers = np.where(answers.answered(self.root), answers.numbers(self.root), np.nan)
            known = ~np.isnan(numbers)
            parts += [np.where(known, weigh(numbers), BLANK) for weigh in self._ranges.values()]
        rows = np.array(parts, dtype=np.int64).T
        codes = np.full(answers.size, BLANK, dtype=np.int16)
        found, inverse = np.unique(rows, axis=0, return_inverse=True)
        for place, row in enumerate(found.tolist()):
            if max(row) >= 0:
                pattern = tuple(max(code, BLANK) for code in row)
                codes[inverse.ravel() == place] = self._patterns.setdefault(
                    pattern, len(self._patterns)
                )
        return codes

    def _classes_are_options(self, questions: Mapping[str, Question]) -> None:
        """Make the classes the options of the question itself, also those that nobody chose."""

        def place(name: str, option: str) -> int:
            groups = list(questions[name].groups.values()) or [(o,) for o in options]
            return next((at for at, group in enumerate(groups) if option in group), BLANK)

        options = questions[self.root].every_option
        order = [tuple(place(name, option) for name in self._ids) for option in options]
        self._patterns = {pattern: at for at, pattern in enumerate(order)}

    # ------------------------------------------------------------ figures
    def told(self, figure: Figure) -> Figure:
        """The figure in words of the column; as it is where it has nothing to do with it."""
        cell = figure.cell
        if cell.external:
            return figure
        conditions = [self._condition(*condition) for condition in cell.rows.conditions]
        conditions.sort(key=lambda c: (c[0], sorted(c[1])))
        rows = Rows(cell.rows.cohorts, tuple(conditions))
        by = tuple(self._name(name) for name in cell.by)
        told = replace(cell, rows=rows, by=by)
        return replace(figure, cell=self._with_variable(told))

    def _name(self, question: str) -> str:
        return self.id if question in self._ids else question

    def _condition(self, question: str, answers: frozenset[str]) -> tuple[str, frozenset[str]]:
        if question not in self._ids:
            return question, answers
        wanted = {self._places[question].index(answer) for answer in answers}
        at = self._ids.index(question)
        return self.id, frozenset(
            self.options[place]
            for pattern, place in self._patterns.items()
            if pattern[at] in wanted
        )

    def _with_variable(self, cell: PublishedCell) -> PublishedCell:
        variable = cell.variable
        if variable.kind == "size":
            names = tuple(self._name(name) for name in variable.questions)
            return replace(cell, variable=replace(variable, questions=names))
        if variable.kind == "answers" and variable.questions[0] in self._ids:
            return self._answers(cell, self._ids.index(variable.questions[0]))
        if variable.kind == "number" and id(cell.weigh) in self._ranges:
            return self._answers(cell, len(self._ids) + list(self._ranges).index(id(cell.weigh)))
        return cell

    def _answers(self, cell: PublishedCell, at: int) -> PublishedCell:
        """A figure of answers, or of numbers in a range, as one of classes."""
        weigh, is_range = cell.weigh, at >= len(self._ids)
        if cell.variable.questions == (self.id,) or weigh is None:
            return cell
        codes = np.array([pattern[at] for pattern in self._patterns], dtype=np.int64)
        weights = codes if is_range else weigh(np.maximum(codes, 0))
        table = np.where(codes >= 0, weights, 0).astype(np.float64)
        rows = cell.rows
        if (codes < 0).any():  # answers that the derived question leaves out are not in its base
            kept = [self.options[place] for place in np.flatnonzero(codes >= 0)]
            rows = rows.within(self.id, kept)
        variable = Variable("answers", (self.id,))
        return replace(cell, variable=variable, weigh=lookup(table), rows=rows)

    def column(self, answers: Answers) -> Column:
        """The classes as the answers to a question."""
        return Column(self.options, self.codes[answers.cohort, answers.wave])


def _is_scored(root: str, figures: Iterable[Figure]) -> bool:
    return any(
        figure.cell.variable.kind == "score" and root in figure.cell.variable.questions
        for figure in figures
    )


def _with(columns: Sequence[_SharedColumn], responses: Responses) -> Responses:
    """The responses with the questions that stand for columns; one that was asked stays."""
    added = [column for column in columns if column.id != column.root]
    questions = dict(responses.codebook.questions)
    for column in added:
        asked = questions[column.root]
        questions[column.id] = replace(
            asked, id=column.id, kind="single", options=column.options, scale=None, other=False
        )
    answers = {
        key: replace(
            found,
            questions=questions,
            columns={**found.columns, **{column.id: column.column(found) for column in added}},
        )
        for key, found in responses.answers.items()
    }
    codebook = replace(responses.codebook, questions=questions)
    return replace(responses, codebook=codebook, answers=answers)
