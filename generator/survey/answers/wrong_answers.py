"""Saying which answers cannot be right, without saying who gave them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.model.issues import Issue, Where
from generator.model.survey.codebook import Question
from generator.model.wording.counting import column_letters
from generator.survey.answers.decode import Wrong
from generator.survey.answers.split import AnswerSplitter
from generator.survey.likeness import fold, looks_misread, nearest, shown
from generator.survey.survey_rules import EXPORT_ANSWERS
from generator.survey.tables.export_table import TableColumns

SHOWN_ANSWERS = 5
_STATES = {
    "prefer not to say": "prefer_not_to_say",
    "prefer not to answer": "prefer_not_to_say",
    "rather not say": "prefer_not_to_say",
    "not applicable": "not_applicable",
    "n/a": "not_applicable",
    "na": "not_applicable",
    "does not apply": "not_applicable",
    "not relevant": "not_applicable",
}


def wrong_answers(
    question: Question,
    wrong: Sequence[Wrong],
    table: TableColumns,
    where: Where,
    people: Sequence[str] = (),
) -> list[Issue]:
    """One problem for each distinct wrong answer among the counted rows, at its first row.

    people: names of staff, which no message may hold.
    """
    problems: list[Issue] = []
    hidden = 0
    for answer in wrong:
        rows = np.flatnonzero(table.factors[answer.column.index].codes == answer.code)
        if not len(rows):
            continue
        if len(problems) >= SHOWN_ANSWERS:
            hidden += 1
            continue
        place = f"{column_letters(answer.column.index)}{table.rows[rows[0]]}"
        what = f"{_quoted(answer.value, people)} is not {_expected(question, answer)}"
        if len(rows) > 1:
            what += f", in this and {len(rows) - 1} more row{'s' if len(rows) > 2 else ''}"
        problems.append(
            EXPORT_ANSWERS.issue(Where(where.file, path=place), what, _mend(question, answer))
        )
    if hidden:
        what = f"{hidden} other answer{'s' if hidden > 1 else ''} to {question.id!r} "
        what += "are wrong as well" if hidden > 1 else "is wrong as well"
        mend = f"check that {question.where} is of the right kind"
        column = f"column {column_letters(wrong[0].column.index)}"
        problems.append(EXPORT_ANSWERS.issue(Where(where.file, path=column), what, mend))
    return problems


def _quoted(value: str, people: Sequence[str]) -> str:
    """The answer, shortened; never one that tells who gave it."""
    from generator.survey.answers.free_text import find_personal

    if find_personal(value, people):
        return "an answer that looks like personal data"
    return shown(value) if value.strip() else "a blank"


def _expected(question: Question, answer: Wrong) -> str:
    if question.kind in ("scale", "single"):
        return f"an option of {question.id!r}"
    if question.kind == "multi" and not answer.column.part:
        return f"made of the options of {question.id!r}"
    return f"{answer.expected} ({question.id!r})"


def _joins_options(value: str, options: Sequence[str]) -> bool:
    known = {fold(option): place for place, option in enumerate(options)}
    split = (AnswerSplitter(known, (mark,)).split(fold(value)) for mark in (";", ",", "|"))
    return any(len(found) > 1 and not unknown for found, unknown in split)


def _mend(question: Question, answer: Wrong) -> str:
    place = question.where
    if looks_misread(answer.value):
        return "the file was read in a wrong encoding: name the right one in the codebook"
    key = _STATES.get(fold(answer.value))
    if key:
        return f"list it in {place} under {key}:"
    if question.kind in ("number", "date"):
        return f"correct the export, or list it in {place} under not_applicable:"
    options = question.every_option
    if question.kind != "multi" and _joins_options(answer.value, options):
        return f"it joins several of them: say 'kind: multi' in {place}"
    near = nearest(answer.value, options) if question.kind != "multi" else None
    if near is not None:
        return f"did you mean {near!r}? If so, list it in {place} under renamed_options:"
    return f"add it to the options in {place}, or say 'other: true'"
