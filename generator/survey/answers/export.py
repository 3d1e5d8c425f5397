"""Reading the answers of one export: match, filter, decode, and list what is wrong."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.survey.codebook import Codebook, ExportFile, Question
from generator.model.wording.counting import column_letters
from generator.model.wording.english import few_listed
from generator.survey.answers.decode import Decoder, read_number
from generator.survey.answers.derive import derived_columns, with_sources
from generator.survey.answers.filters import (
    Kept,
    apply_filters,
    check_selection,
    filter_columns,
    moments_of,
    time_columns,
)
from generator.survey.answers.matching import Match, expected_questions, match_questions
from generator.survey.answers.options import option_index, part_index
from generator.survey.answers.responses import Column
from generator.survey.answers.wrong_answers import wrong_answers
from generator.survey.likeness import fold, nearest, shown
from generator.survey.readers.export_layout import HeadColumn, Outline
from generator.survey.survey_rules import EXPORT_ANSWERS, EXPORT_EMPTY, EXPORT_WEIGHTS
from generator.survey.tables.export_table import ExportTable, TableColumns

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class OpenExport:
    """An open file and how it is to be read. digest: of its bytes, '' where that is not known."""

    table: ExportTable
    outline: Outline
    where: Where
    digest: str = ""


@dataclass(frozen=True, slots=True)
class ExportAnswers:
    """The counted answers of one entry of the codebook's files.

    moments: when each was sent, or else begun, in minutes; None where the export does not say, or
    is too large to look.
    """

    export: ExportFile
    file: str
    layout: str
    columns: Mapping[str, Column]
    unread: frozenset[str]
    rows: NDArray[np.int64]
    excluded: Mapping[str, int]
    weights: NDArray[np.float64] | None
    notes: tuple[str, ...]
    moments: NDArray[np.uint64] | None = None


def read_answers(
    codebook: Codebook, export: ExportFile, source: OpenExport, needed: Names[str] | None
) -> ExportAnswers:
    """Read one export. Raises InputProblems with everything wrong in it."""
    where, outline = source.where, _with_missing(source.outline, export)
    asked = expected_questions(codebook.questions, export.cohort, export.wave)
    matches, problems = match_questions(asked, outline, export, where)
    weight, weight_problems = _weight_column(codebook.weights, outline, where)
    problems += weight_problems
    problems += check_selection(export.select, outline, matches, where)
    large = source.table.large
    read = _chosen(matches, with_sources(codebook.questions, needed)) if large else matches
    wanted = filter_columns(codebook.filters, export.select, outline, matches)
    wanted |= {c.index for match in read.values() for c in (*match.columns, *match.others)}
    wanted |= {weight.index} if weight else set()
    wanted |= set() if large else time_columns(outline)
    table = source.table.read(wanted, outline.header_rows)
    _refuse_empty(table, "has headings but no answers", "export it again", where, problems)
    kept, found = apply_filters(codebook.filters, export.select, outline, matches, table, where)
    problems += found
    counted = _take(table, kept)
    what = "has no answer left after filtering" + _reasons(kept)
    _refuse_empty(counted, what, "check filters: in the codebook", where, problems)
    columns, found = _decode(read, outline, counted, where, codebook.people)
    problems += found
    derived, found = derived_columns(codebook.questions, columns, where)
    problems += found
    weights, found = _weights(weight, counted, where)
    problems += found
    if problems:
        raise InputProblems(problems)
    return ExportAnswers(
        export=export,
        file=where.file,
        layout=outline.layout,
        columns=columns | derived,
        unread=_unread(codebook.questions, matches, columns),
        rows=counted.rows,
        excluded=kept.excluded,
        weights=weights,
        notes=_notes(codebook, source, kept),
        moments=None if large else _minutes(outline, counted),
    )


def _refuse_empty(
    table: TableColumns, what: str, mend: str, where: Where, problems: Sequence[Issue]
) -> None:
    """Raise InputProblems, with those found already, where there is no answer."""
    if not table.size:
        raise InputProblems([*problems, EXPORT_EMPTY.issue(where, what, mend)])


def _unread(
    questions: Mapping[str, Question], matches: Names[str], columns: Names[str]
) -> frozenset[str]:
    """The questions that were asked and not read, and those derived from them."""
    unread = frozenset(matches) - frozenset(columns)
    return unread | {key for key, question in questions.items() if question.source in unread}


def _with_missing(outline: Outline, export: ExportFile) -> Outline:
    if not export.missing:
        return outline
    return replace(outline, missing=outline.missing | {fold(text) for text in export.missing})


def _chosen(matches: Mapping[str, Match], needed: Names[str] | None) -> Mapping[str, Match]:
    return {
        key: match
        for key, match in matches.items()
        if (match.question.kind != "text" if needed is None else key in needed)
    }


def _take(table: TableColumns, kept: Kept) -> TableColumns:
    if kept.rows.all():
        return table
    factors = {index: factor.take(kept.rows) for index, factor in table.factors.items()}
    return TableColumns(factors, table.rows[kept.rows])


def _decode(
    matches: Mapping[str, Match],
    outline: Outline,
    table: TableColumns,
    where: Where,
    people: Sequence[str],
) -> tuple[dict[str, Column], list[Issue]]:
    decoder = Decoder(outline)
    columns: dict[str, Column] = {}
    problems: list[Issue] = []
    for key, match in matches.items():
        columns[key] = decoder.column(match.question, match.columns, table.factors, match.others)
        if match.spread:
            problems += _unknown_parts(match, decoder, where)
        if decoder.wrong:
            problems += wrong_answers(match.question, decoder.wrong, table, where, people)
            decoder.wrong = []
    return columns, problems


def _unknown_parts(match: Match, decoder: Decoder, where: Where) -> list[Issue]:
    """Columns of a multi question for options that the codebook does not list."""
    known = option_index(match.question)
    problems: list[Issue] = []
    for head in match.columns:
        part = fold(head.part)
        if part_index(match.question, head.part, known) is not None:
            continue
        if decoder.state(match.question, part) < 0:
            continue
        near = nearest(head.part, match.question.every_option)
        what = f"{shown(head.part)} is not an option of {match.question.id!r}"
        mend = (
            f"did you mean {near!r}? If so, list it in {match.question.where} under "
            "renamed_options:"
            if near
            else f"add it to the options in {match.question.where}"
        )
        problems.append(EXPORT_ANSWERS.issue(_column_place(head, where), what, mend))
    return problems


def _weight_column(
    name: str, outline: Outline, where: Where
) -> tuple[HeadColumn | None, list[Issue]]:
    if not name:
        return None, []
    for column in outline.columns:
        if fold(name) in (fold(column.heading), fold(column.code)) and column.role != "person":
            return column, []
    near = nearest(name, [c.heading for c in outline.columns if c.role != "person"])
    mend = f"did you mean {shown(near)}?" if near else "correct weights: in the codebook"
    return None, [EXPORT_WEIGHTS.issue(where, f"has no column {shown(name)} with weights", mend)]


def _weights(
    head: HeadColumn | None, table: TableColumns, where: Where
) -> tuple[NDArray[np.float64] | None, list[Issue]]:
    if head is None:
        return None, []
    factor = table.factors[head.index]
    numbers = [read_number(fold(value)) for value in factor.values]
    table_of = np.array([np.nan if n is None or n < 0 else n for n in numbers] or [0.0])
    weights = factor.lookup(table_of)
    wrong = table.rows[np.isnan(weights)]
    if not len(wrong):
        return weights, []
    what = f"no weight in row {few_listed(list(wrong))}"
    return None, [
        EXPORT_WEIGHTS.issue(_column_place(head, where), what, "give every respondent a weight")
    ]


def _minutes(outline: Outline, table: TableColumns) -> NDArray[np.uint64] | None:
    """When each answer was sent, in minutes since 1970; None unless that is known of most."""
    seconds = moments_of(outline, table, np.arange(table.size))
    known = np.isfinite(seconds)
    if np.count_nonzero(known) * 2 <= table.size:
        return None
    return (np.where(known, seconds, 0.0) // 60).astype(np.int64).view(np.uint64)


def _column_place(head: HeadColumn, where: Where) -> Where:
    return Where(where.file, path=f"column {column_letters(head.index)}")


def _reasons(kept: Kept) -> str:
    counted = [f"{count} {reason}{'s' if count > 1 else ''}" for reason, count in
               kept.excluded.items()]  # fmt: skip
    return f" ({few_listed(counted)} left out)" if counted else ""


def _notes(codebook: Codebook, source: OpenExport, kept: Kept) -> tuple[str, ...]:
    notes = [f"{source.where.file}: {note}" for note in source.table.notes]
    if codebook.filters.duplicates == "id" and not source.outline.identity:
        notes.append(f"{source.where.file}: no column tells respondents apart, so no duplicates")
    if kept.partial:
        # Without their number: notes are kept with the findings, where counts may be rounded.
        notes.append(f"{source.where.file}: counts answers that were never submitted")
    return tuple(notes)
