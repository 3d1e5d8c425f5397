"""SmartSurvey (csv, xlsx): three header rows.

    UserID | UserNo | Name | Email | IP | ID | Started | ... | question |        | question
           |        |      |       |    |    |         |     | Answer   | Other  | option
           |        |      |       |    |    |         |     |          |        | sub-question

Row 1 has the question, often numbered, over its first column only (or a code over each), row 2 the
option, 'Answer' or 'Other (please specify)', row 3 the sub-question. '-' and '.' stand for no
answer, '@SQ@' for an apostrophe. Files that went through R hold 'NA' for every empty cell, in the
header rows too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, tidy
from generator.survey.readers.boxes import boxes_told_apart
from generator.survey.readers.export_layout import (
    HeadColumn,
    Outline,
    Role,
    RowMark,
    carried_right,
    folded_row,
    is_write_in,
)
from generator.survey.tables.export_table import Sample

NAME = "smartsurvey"
TITLE = "SmartSurvey"

_ROLES: dict[str, Role] = {
    "userid": "id",
    "userno": "meta",
    "name": "person",
    "email": "person",
    "ip": "person",
    "ip address": "person",
    "id": "meta",
    "unique id": "id",
    "started": "started",
    "ended": "completed",
    "tracking": "person",
    "tracking link": "person",
    "language": "meta",
}
_CODE = re.compile(r"^(Q\d+)(?:\.(\d+(?:\.\d+)*))?$")
_NUMBER = re.compile(r"^Q?\d{1,3}[.)]\s+(?=\D)")
_QUOTE = {"@SQ@": "'", "@DQ@": '"'}


def recognise(sample: Sample) -> float:
    """By its first two columns."""
    first = folded_row(sample, 0)
    return 0.98 if first[:2] == ("userid", "userno") else 0.0


def outline(sample: Sample, _hints: ExportFile) -> Outline:
    """See base.Layout."""
    rows = [_quotes(sample.row(index)) for index in range(3)]
    second = [fold(cell) for cell in rows[1]]
    # Nobody has an option called NA in most columns: the file was written by R.
    empty_is_na = second.count("na") * 2 > len(second)
    if empty_is_na:
        rows = [["" if cell == "NA" else cell for cell in row] for row in rows]
    header_rows = 3 if _is_heading(sample, 2) else 2
    columns = _columns(rows[0], rows[1], rows[2] if header_rows == 3 else [""] * len(rows[0]))
    return Outline(
        NAME,
        header_rows,
        boxes_told_apart(columns, sample, header_rows),
        separators=(";",),
        missing=frozenset({"-", ".", *(("na",) if empty_is_na else ())}),
        replacements=_QUOTE,
        complete=tuple(RowMark(c.index) for c in columns if c.role == "completed"),
        identity=tuple(c.index for c in columns if c.role == "id" or fold(c.heading) == "email"),
        nobody=frozenset({"na", "-", ".", "anonymous"}),
    )


def _columns(first: list[str], second: list[str], third: list[str]) -> list[HeadColumn]:
    starts = [bool(cell.strip()) for cell in first]
    texts = carried_right(first)
    options = carried_right(second, starts)
    columns: list[HeadColumn] = []
    numbers: dict[str, list[str]] = {}
    for index, text in enumerate(texts):
        asked = any(c.role == "question" for c in columns)
        role = "question" if asked else _ROLES.get(fold(text), "question")
        if role != "question":
            columns.append(HeadColumn(index, tidy(text), tidy(text), role=role))
            continue
        option = options[index] if third[index].strip() else second[index]
        column = _question(index, tidy(text), tidy(option), tidy(third[index]))
        same = numbers.setdefault(fold(column.text), [])
        if fold(text) not in same:
            same.append(fold(text))
        columns.append(replace(column, repeat=same.index(fold(text)) + 1))
    return columns


def _question(index: int, text: str, option: str, row: str) -> HeadColumn:
    code, part_code = "", ""
    found = _CODE.match(text)
    if found:
        code, part_code, text = found.group(1), found.group(2) or "", ""
        option = re.sub(rf"^{re.escape(found.group(0))}\.\s*", "", option)
    if fold(option) == "answer":
        option = ""
    part = " - ".join(piece for piece in (option, row) if piece)
    role: Role = "other" if is_write_in(option) and not row else "question"
    # A question keeps its wording when others move, and not its number.
    plain = _NUMBER.sub("", text)
    heading = " / ".join(piece for piece in (found.group(0) if found else text, part) if piece)
    full_code = found.group(0) if found else ""
    return HeadColumn(index, heading, plain, code, part, part_code, role, full_code=full_code)


def _quotes(row: tuple[str, ...]) -> list[str]:
    return [cell.replace("@SQ@", "'").replace("@DQ@", '"') for cell in row]


def _is_heading(sample: Sample, index: int) -> bool:
    """Whether a row still belongs to the header: nothing stands under UserID there."""
    cell = sample.row(index)[0].strip() if sample.width else ""
    return cell in ("", "NA") and len(sample.rows) > index
