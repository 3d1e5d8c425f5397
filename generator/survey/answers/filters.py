"""Which answers are left out, each counted under its reason: nothing goes silently.

Respondent ids and e-mail addresses are used here to find duplicates and are forgotten at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.survey.codebook import Filters, Selection
from generator.model.wording.counting import column_letters
from generator.model.wording.english import few_listed
from generator.survey.answers.matching import Match
from generator.survey.answers.when import is_day_first, read_when
from generator.survey.likeness import fold, nearest, shown
from generator.survey.readers.export_layout import HeadColumn, Outline, Role
from generator.survey.survey_rules import EXPORT_COLUMNS, EXPORT_DUPLICATES
from generator.survey.tables.export_table import TableColumns
from generator.survey.tables.factor import Factor

if TYPE_CHECKING:
    from numpy.typing import NDArray

PREVIEW = "preview answer"
TEST = "test answer"
INCOMPLETE = "incomplete answer"
DUPLICATE = "duplicate answer"
_TIMES: tuple[Role, ...] = ("started", "completed")  # the later ones count for more
_64_BITS = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Kept:
    """rows: mask of the answers that count. excluded: reason -> how many. partial: kept but never
    submitted."""

    rows: NDArray[np.bool_]
    excluded: Mapping[str, int]
    partial: int


def filter_columns(
    filters: Filters, select: Selection | None, outline: Outline, matches: Mapping[str, Match]
) -> set[int]:
    """The columns that filtering reads."""
    wanted = {rule.column for rule in (*outline.complete, *outline.previews)}
    if filters.duplicates in ("id", ""):
        wanted.update(outline.identity)
    if filters.duplicates == "content":
        wanted.update(c.index for c in outline.columns if c.role in ("question", "other"))
    if filters.duplicates in ("id", "content"):
        wanted.update(time_columns(outline))
    for selection in (*filters.test_answers, *((select,) if select else ())):
        wanted.update(column.index for column in selected_columns(selection, outline, matches))
    return wanted


def time_columns(outline: Outline) -> set[int]:
    """The columns that tell when somebody answered."""
    return {column.index for role in _TIMES for column in outline.role(role)}


def selected_columns(
    selection: Selection, outline: Outline, matches: Mapping[str, Match]
) -> Sequence[HeadColumn]:
    """The columns that a selection looks at; () where the export has none such.

    A selection that names neither a column nor a question looks at every answer.
    """
    if not selection.question and not selection.column:
        return outline.questions
    if selection.question:
        match = matches.get(selection.question)
        return match.columns if match else ()
    wanted = fold(selection.column)
    return [
        column
        for column in outline.columns
        if wanted in (fold(column.heading), fold(column.code), fold(column.text))
    ][:1]


def apply_filters(
    filters: Filters,
    select: Selection | None,
    outline: Outline,
    matches: Mapping[str, Match],
    table: TableColumns,
    where: Where,
) -> tuple[Kept, list[Issue]]:
    """Which rows count. Problems: duplicates that the codebook says nothing about."""
    factors = table.factors
    kept = np.ones(table.size, dtype=np.bool_)
    if select is not None:
        kept &= selected(select, outline, matches, factors, table.size)
    excluded: dict[str, int] = {}

    def leave_out(rows: NDArray[np.bool_], reason: str) -> None:
        nonlocal kept
        count = int(np.count_nonzero(kept & rows))
        if count:
            excluded[reason] = excluded.get(reason, 0) + count
            kept = kept & ~rows

    for rule in outline.previews:
        factor = factors[rule.column]
        leave_out(factor.mask([rule.matches(value) for value in factor.values]), PREVIEW)
    for test in filters.test_answers:
        leave_out(selected(test, outline, matches, factors, table.size), TEST)
    partial = ~completed(outline, factors, table.size)
    if filters.incomplete == "drop":
        leave_out(partial, INCOMPLETE)
    repeated = _duplicates(filters, outline, table, kept)
    problems: list[Issue] = []
    if filters.duplicates in ("id", "content"):
        leave_out(repeated, DUPLICATE)
    elif filters.duplicates == "" and repeated.any():
        problems.append(_undeclared(table.rows[repeated], where))
    return Kept(kept, excluded, int(np.count_nonzero(partial & kept))), problems


def selected(
    selection: Selection,
    outline: Outline,
    matches: Mapping[str, Match],
    factors: Mapping[int, Factor],
    size: int,
) -> NDArray[np.bool_]:
    """The rows that a selection picks."""
    answers = {fold(answer) for answer in selection.answers}
    within = fold(selection.contains)
    rows = np.zeros(size, dtype=np.bool_)
    several = {c.index for m in matches.values() if m.question.kind == "multi" for c in m.columns}

    def fits(value: str, part: str, joined: bool) -> bool:
        folded = fold(value)
        if within:
            return within in folded
        # In one column per option a tick stands for the option at its head.
        if part and folded in ("yes", "y", "1", "true"):
            return fold(part) in answers
        marks = outline.separators if joined else ()
        pieces = {piece.strip() for mark in marks for piece in folded.split(mark)}
        return folded in answers or bool(answers & pieces)

    for column in selected_columns(selection, outline, matches):
        factor = factors.get(column.index)
        if factor is not None:
            # In running text a semicolon joins no answers.
            joined = bool(selection.column) or column.index in several
            rows |= factor.mask([fits(value, column.part, joined) for value in factor.values])
    return rows


def completed(outline: Outline, factors: Mapping[int, Factor], size: int) -> NDArray[np.bool_]:
    """The rows that were submitted; all of them where the export does not say."""
    rows = np.ones(size, dtype=np.bool_)
    for rule in outline.complete:
        factor = factors.get(rule.column)
        if factor is None:
            continue
        empty = outline.missing
        rows &= factor.mask(
            [rule.matches(value) and fold(value) not in empty for value in factor.values]
        )
    return rows


def _duplicates(
    filters: Filters, outline: Outline, table: TableColumns, kept: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Rows that repeat another kept row: all but the first or last of each respondent, by the time
    at which they were sent.
    """
    repeated = np.zeros(table.size, dtype=np.bool_)
    if filters.duplicates == "none":
        return repeated
    if filters.duplicates == "content":
        keys: Iterable[NDArray[np.uint64]] = [_signature(outline, table)]
    else:
        keys = [
            key
            for column in outline.identity
            if (key := _identity(outline, table, column)) is not None
        ]
    for key in keys:
        rows = np.flatnonzero(kept & ~repeated & (key != 0))
        _, group, sizes = np.unique(key[rows], return_inverse=True, return_counts=True)
        rows = _in_time(outline, table, rows[sizes[group] > 1])
        order = rows if filters.keep == "first" else rows[::-1]
        _, first = np.unique(key[order], return_index=True)
        rest = np.ones(len(order), dtype=np.bool_)
        rest[first] = False
        repeated[order[rest]] = True
    return repeated


def _in_time(outline: Outline, table: TableColumns, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Rows by when they were sent, or else begun; where the export does not say, as they stand."""
    return rows[np.argsort(moments_of(outline, table, rows), kind="stable")]


def moments_of(
    outline: Outline, table: TableColumns, rows: NDArray[np.intp]
) -> NDArray[np.float64]:
    """When these rows were sent, or else begun, in seconds since 1970; -inf where nothing says."""
    moments = np.full(len(rows), -np.inf)
    columns = [column for role in _TIMES for column in outline.role(role)]
    for column in reversed(columns):  # the last that says so counts
        factor, unknown = table.factors.get(column.index), np.flatnonzero(np.isneginf(moments))
        if factor is None or not len(unknown):
            continue
        values = [factor.values[code] for code in factor.codes[rows]]
        day_first = is_day_first([*factor.values[:1000], *values], outline.day_first)
        for place in unknown:
            if when := read_when(values[place], day_first):
                moments[place] = (when - datetime(1970, 1, 1)).total_seconds()
    return moments


def _identity(outline: Outline, table: TableColumns, column: int) -> NDArray[np.uint64] | None:
    """A number per row for who answered; 0 where the cell tells nobody."""
    factor = table.factors.get(column)
    if factor is None:
        return None
    seen: dict[str, int] = {}
    nobody = {"", *outline.nobody, *outline.missing, *outline.not_asked}
    numbers = [
        0 if (folded := fold(value)) in nobody else seen.setdefault(folded, len(seen) + 1)
        for value in factor.values
    ]
    return factor.lookup(np.array(numbers, dtype=np.uint64))


def _signature(outline: Outline, table: TableColumns) -> NDArray[np.uint64]:
    """A number per row that is equal for equal answers to every question, 0 for no answer at all.

    A hash of each distinct answer, summed modulo 2^64: of a million different rows two fall
    together in one file of thirty million.
    """
    signature = np.zeros(table.size, dtype=np.uint64)
    blank = np.ones(table.size, dtype=np.bool_)
    for column in outline.columns:
        if column.role not in ("question", "other"):
            continue
        factor = table.factors[column.index]
        hashes = [hash((column.index, value)) & _64_BITS for value in factor.values]
        numbers = np.array(hashes or [0], dtype=np.uint64)
        filled = [bool(value.strip()) for value in factor.values]
        signature += factor.lookup(numbers)
        blank &= ~factor.mask(filled)
    signature[blank] = 0
    return signature


def _undeclared(rows: NDArray[np.int64], where: Where) -> Issue:
    noun = "row repeats" if len(rows) == 1 else "rows repeat"
    what = f"{len(rows)} {noun} the respondent of another row (row {few_listed(list(rows))})"
    mend = (
        "say in the codebook under filters: what counts, such as 'duplicates: id' with 'keep: last'"
    )
    return EXPORT_DUPLICATES.issue(where, what, mend)


def check_selection(
    select: Selection | None,
    outline: Outline,
    asked: Mapping[str, Match],
    where: Where,
) -> list[Issue]:
    """A problem where `select` names a column that the export does not have.

    Test answers may be looked for in a question that only other waves had, so they have no check.
    """
    if select is None or selected_columns(select, outline, asked):
        return []
    name = select.column or select.question
    near = nearest(name, [column.heading for column in outline.columns if column.role != "person"])
    mend = ""
    if near is not None:
        index = next(c.index for c in outline.columns if c.heading == near)
        mend = f"did you mean column {column_letters(index)}, {shown(near)}?"
    return [
        EXPORT_COLUMNS.issue(
            where, f"has no column {shown(name)}, by which answers are selected", mend
        )
    ]
