"""What an inspection says of an export as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from generator.model.wording.counting import column_letters
from generator.model.wording.english import few_listed
from generator.survey.answers.when import is_day_first, read_when
from generator.survey.inspection.inspection import InspectedQuestion
from generator.survey.likeness import fold
from generator.survey.readers.export_layout import Outline
from generator.survey.tables.export_table import Sample, TableColumns


def span(outline: Outline, table: TableColumns) -> tuple[date | None, date | None]:
    """First and last day on which answers came in."""
    for role in ("completed", "started"):
        for column in outline.columns:
            if column.role != role:
                continue
            values = [value for value in table.factors[column.index].values if value.strip()]
            day_first = is_day_first(values, outline.day_first)
            days = [when.date() for value in values if (when := read_when(value, day_first))]
            if days:
                return min(days), max(days)
    return None, None


def previews(outline: Outline, table: TableColumns) -> int:
    """How many rows are the maker's own trials."""
    rows = np.zeros(table.size, dtype=np.bool_)
    for rule in outline.previews:
        factor = table.factors[rule.column]
        rows |= factor.mask([rule.matches(value) for value in factor.values])
    return int(np.count_nonzero(rows))


def tests(outline: Outline, table: TableColumns, questions: Sequence[InspectedQuestion]) -> int:
    """How many rows only say 'test' to one of the questions."""
    rows = np.zeros(table.size, dtype=np.bool_)
    by_letters = {column_letters(column.index): column.index for column in outline.questions}
    for question in questions:
        said = {fold(text) for text in question.tests}
        first, _, last = question.column.partition("-")
        places = range(by_letters[first], by_letters[last or first] + 1) if said else ()
        for factor in (table.factors[place] for place in places if place in table.factors):
            rows |= factor.mask([fold(value) in said for value in factor.values])
    return int(np.count_nonzero(rows))


def headless(outline: Outline, sample: Sample) -> Iterator[str]:
    """Columns with answers and no heading; a first one of running numbers is a program's own."""
    found = [
        column.index
        for column in outline.columns
        if not column.heading and any(row[column.index].strip() for row in sample.rows)
        and not (column.index == 0 and all(row[0].isdecimal() for row in sample.rows[1:]))
    ]  # fmt: skip
    if found:
        letters = few_listed([column_letters(index) for index in found])
        yield f"Not read, because nothing stands over them in the first row: {letters}"
