"""What a stranger's export holds: `committee survey inspect FILE`.

An inspection is for the screen of the person who has the raw file. It shows small counts; it never
shows what stands in a column that names people, nor any free answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.model.wording.counting import column_letters
from generator.survey.answers.decode import CHOSEN, NOT_CHOSEN
from generator.survey.answers.filters import completed
from generator.survey.answers.matching import is_telling
from generator.survey.answers.read import open_export
from generator.survey.answers.split import AnswerSplitter
from generator.survey.inspection.export_remarks import headless, previews, span, tests
from generator.survey.inspection.inspection import (
    InspectedQuestion,
    Inspection,
    OptionCount,
    PersonalColumn,
)
from generator.survey.inspection.kinds import Seen, look_at
from generator.survey.inspection.scales import TEST_MARKS
from generator.survey.likeness import fold, tidy
from generator.survey.readers.export_layout import HeadColumn, Outline, is_write_in
from generator.survey.readers.layout_registry import layouts
from generator.survey.survey_rules import EXPORT_EMPTY
from generator.survey.tables.export_table import TableColumns
from generator.survey.tables.factor import Factor

if TYPE_CHECKING:
    from numpy.typing import NDArray


def inspect_export(
    path: Path,
    layout: str | None = None,
    file: str = "",
    sheet: str = "",
    encoding: str = "",
    delimiter: str = "",
) -> Inspection:
    """Look at one export. file: its name in messages; default: the path as given.

    Raises InputProblems where it cannot be opened or has no answers.
    """
    where = Where(file or path.as_posix())
    hints = ExportFile(
        path.name, "", "", where, layout=layout or "", sheet=sheet, encoding=encoding,
        delimiter=delimiter,
    )  # fmt: skip
    source = open_export(path, where, hints)
    outline = source.outline
    table = source.table.read(_wanted(outline), outline.header_rows)
    if not table.size:
        raise InputProblems(
            [EXPORT_EMPTY.issue(where, "has headings but no answers", "export it again")]
        )
    complete = int(np.count_nonzero(completed(outline, table.factors, table.size)))
    first, last = span(outline, table)
    questions = _questions(outline, table)
    return Inspection(
        file=where.file,
        layout=outline.layout,
        layout_title=layouts()[outline.layout].TITLE,
        sheet=source.table.sample.sheet,
        answers=table.size,
        complete=complete,
        partial=table.size - complete,
        previews=previews(outline, table),
        tests=tests(outline, table, questions),
        has_ids=bool(outline.identity),
        first=first,
        last=last,
        questions=tuple(q for q in questions if q.kind != "personal"),
        personal=(
            *(PersonalColumn(column_letters(c.index), c.heading) for c in outline.role("person")),
            *(PersonalColumn(q.column, q.text) for q in questions if q.kind == "personal"),
        ),
        notes=(*source.table.notes, *headless(outline, source.table.sample)),
    )


def _wanted(outline: Outline) -> set[int]:
    """The columns to read: never one that names people."""
    roles = ("question", "other", "started", "completed")
    wanted = {column.index for column in outline.columns if column.role in roles}
    return wanted | {rule.column for rule in (*outline.complete, *outline.previews)}


def _questions(outline: Outline, table: TableColumns) -> Sequence[InspectedQuestion]:
    """The questions in the order of the file; the columns of a multi question as one."""
    found: list[InspectedQuestion] = []
    done: set[int] = set()
    for column in outline.questions:
        if column.index in done:
            continue
        group = _group(column, outline)
        if len(group) > 1 and _is_spread(group, table, outline):
            found.append(_spread(group, table, outline))
            done.update(other.index for other in group)
        else:
            found.append(_single(column, table, outline))
            done.add(column.index)
    return found


def _group(column: HeadColumn, outline: Outline) -> list[HeadColumn]:
    """The columns of the same question, each with its own option or sub-question."""
    if not column.part:
        return [column]
    key = _group_key(column)
    return [other for other in outline.questions if other.part and _group_key(other) == key]


def _group_key(column: HeadColumn) -> tuple[str, str, int]:
    """What the columns of one question have in common: its code, or its wording."""
    return (fold(column.code), "", 1) if column.code else ("", fold(column.text), column.repeat)


def _is_spread(group: Sequence[HeadColumn], table: TableColumns, outline: Outline) -> bool:
    """Whether columns are the options of one question: ticked or not, or holding the option."""
    for column in group:
        known = CHOSEN | NOT_CHOSEN | {fold(column.part), ""}
        known |= outline.missing | outline.not_asked
        counts = _counts(table.factors[column.index], outline)
        strangers = sum(n for text, n in counts.items() if fold(text) not in known)
        # A few test answers ('test') do not make it another kind of question.
        if strangers > 0.05 * sum(counts.values()):
            return False
    return True


def _spread(
    group: Sequence[HeadColumn], table: TableColumns, outline: Outline
) -> InspectedQuestion:
    has_box = _has_box(group[0], outline)
    options: list[OptionCount] = []
    written = _written(group[0], table, outline)
    answered = written.copy()
    tests: dict[str, None] = {}
    for column in group:
        factor = table.factors[column.index]
        ticks = [fold(v) in CHOSEN or fold(v) == fold(column.part) for v in factor.values]
        rows = factor.mask(ticks)
        unticked = (v for v, tick in zip(factor.values, ticks, strict=True) if not tick)
        tests.update(dict.fromkeys(v for v in unticked if fold(v) in TEST_MARKS))
        answered |= rows
        # 'Other (please specify)' beside its box is no option: `other: true` says it.
        if not (has_box and is_write_in(column.part)):
            options.append(OptionCount(tidy(column.part), int(np.count_nonzero(rows))))
    first = group[0]
    count = int(np.count_nonzero(answered))
    return InspectedQuestion(
        column=f"{column_letters(first.index)}-{column_letters(group[-1].index)}",
        code=first.code,
        text=first.text or first.code,
        kind="multi",
        options=tuple(options),
        answered=count,
        blank=table.size - count,
        other=has_box,
        boxed=int(np.count_nonzero(written)),
        tests=tuple(tests),
    )


def _single(column: HeadColumn, table: TableColumns, outline: Outline) -> InspectedQuestion:
    factor = table.factors[column.index]
    counts = _counts(factor, outline)
    written = _written(column, table, outline)
    chosen = factor.mask([value in counts for value in _told(factor, outline)])
    # A comma is tried too, though a table of no known tool is read with one only where it is named,
    # and a semicolon, by which answers are read whose layout has a column for each.
    separators = tuple(dict.fromkeys((*(outline.separators or (";",)), ",")))
    seen = look_at(column.part or column.text or column.heading, counts, separators)
    answered = int(np.count_nonzero(chosen | written))
    has_box = _has_box(column, outline)
    if has_box:
        # 'Other (please specify)' beside its box is no option: `other: true` says it.
        kept = tuple(option for option in seen.options if not is_write_in(option))
        seen = replace(seen, options=kept or seen.options)
    shown: Mapping[str, int] = _option_counts(counts, seen)
    numbers = _range(counts) if seen.kind == "number" else (None, None)
    return InspectedQuestion(
        column=column_letters(column.index),
        code=_code(column, outline),
        text=column.wording,
        kind=seen.kind,
        options=tuple(OptionCount(text, count) for text, count in shown.items()),
        answered=answered,
        blank=len(factor.codes) - answered,
        distinct=len(counts),
        scale=seen.scale,
        prefer_not_to_say=seen.prefer_not_to_say,
        not_applicable=seen.not_applicable,
        lowest=numbers[0],
        highest=numbers[1],
        other=has_box or bool(seen.written_in),
        boxed=int(np.count_nonzero(written)),
        written_in=seen.written_in,
        not_numbers=seen.options if seen.kind == "number" else (),
        separator=seen.separator,
        tests=seen.tests,
    )


def _code(column: HeadColumn, outline: Outline) -> str:
    """The shortest code that only this column has: likely to be the same in another wave."""
    if is_telling(column.part_code) and column.part:
        same = [c for c in outline.questions if c.part_code == column.part_code]
        if len(same) == 1:
            return column.part_code
    same = [c for c in outline.questions if c.code == column.code]
    return column.code if len(same) == 1 else column.full_code or column.code


def _has_box(column: HeadColumn, outline: Outline) -> bool:
    """Whether the export has a box for other answers beside this question."""
    return any(_group_key(other) == _group_key(column) for other in outline.role("other"))


def _written(column: HeadColumn, table: TableColumns, outline: Outline) -> NDArray[np.bool_]:
    """Who wrote something into the boxes for other answers to this question."""
    written = np.zeros(table.size, dtype=np.bool_)
    for other in outline.role("other"):
        if _group_key(other) == _group_key(column) and other.index in table.factors:
            factor = table.factors[other.index]
            written |= factor.mask([bool(text) for text in _told(factor, outline)])
    return written


def _told(factor: Factor, outline: Outline) -> list[str]:
    """Each distinct text of a column, '' for blanks and the layout's marks of none."""
    empty = {"", *outline.missing, *outline.not_asked}
    texts = []
    for value in factor.values:
        text = "" if fold(value) in empty else value
        for old, new in outline.replacements.items():
            text = text.replace(old, new)
        texts.append(text)
    return texts


def _counts(factor: Factor, outline: Outline) -> dict[str, int]:
    """Answers per distinct text, without blanks and the layout's marks of none."""
    counts: dict[str, int] = {}
    for text, count in zip(_told(factor, outline), factor.counts(), strict=True):
        if count and text:
            counts[text] = counts.get(text, 0) + int(count)
    return counts


def _option_counts(counts: Mapping[str, int], seen: Seen) -> dict[str, int]:
    if seen.kind not in ("scale", "single", "multi"):
        return {}
    shown = dict.fromkeys((*seen.options, *seen.prefer_not_to_say, *seen.not_applicable), 0)
    index = {fold(option): option for option in shown}
    if seen.kind != "multi":
        for text, count in counts.items():
            if option := index.get(fold(text)):
                shown[option] += count
        return shown
    options = list(shown)
    splitter = AnswerSplitter({fold(o): i for i, o in enumerate(options)}, (seen.separator,))
    for text, count in counts.items():
        for position in splitter.split(fold(text))[0]:
            shown[options[position]] += count
    return shown


def _range(counts: Mapping[str, int]) -> tuple[float | None, float | None]:
    from generator.survey.answers.decode import read_number

    numbers = [n for text in counts if (n := read_number(fold(text))) is not None]
    return (min(numbers), max(numbers)) if numbers else (None, None)
