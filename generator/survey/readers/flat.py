"""Any other csv, xlsx, ods or parquet file: a row of headings, or what the codebook says of it.

    files:
      - file: survey/staff.csv
        layout: flat
        mapping: {id: Number, completed: Finished at, separator: "|", header_rows: 2}

With two or three header rows the lower ones hold options or sub-questions.
"""

from __future__ import annotations

from generator.errors import InputProblems
from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, nearest, shown, tidy, without_markup
from generator.survey.readers.boxes import boxes_told_apart
from generator.survey.readers.export_layout import (
    HeadColumn,
    Outline,
    Role,
    RowMark,
    carried_right,
    is_write_in,
)
from generator.survey.survey_rules import EXPORT_LAYOUT
from generator.survey.tables.export_table import Sample

NAME = "flat"
TITLE = "Flat table"

_PERSONS = frozenset(
    (
        "name", "full name", "first name", "last name", "surname", "forename", "your name",
        "email", "e-mail", "email address", "e-mail address", "ip", "ip address", "telephone",
        "phone", "phone number", "mobile", "username", "user name", "user id", "login",
        "payroll number", "employee number", "staff number", "national insurance number",
        "latitude", "longitude", "address", "postcode",
    )
)  # fmt: skip


def recognise(_sample: Sample) -> float:
    """Every table is one, when nothing better fits."""
    return 0.05


def outline(sample: Sample, hints: ExportFile) -> Outline:
    """See base.Layout. Raises InputProblems for a mapping to a column that is not there."""
    header_rows = int(hints.mapping.get("header_rows", "1"))
    first = (
        [tidy(cell) for cell in carried_right(sample.row(0))]
        if header_rows > 1
        else [tidy(cell) for cell in sample.row(0)]
    )
    lower = [sample.row(index) for index in range(1, header_rows)]
    roles = _mapped(hints, first)
    columns: list[HeadColumn] = []
    for index, text in enumerate(first):
        part = " - ".join(tidy(row[index]) for row in lower if row[index].strip())
        role: Role = roles.get(index, "person" if fold(text) in _PERSONS else "question")
        if not text and not part:
            role = "meta"
        elif role == "question" and is_write_in(part):
            role = "other"
        shown_heading = f"{text} / {part}" if part else text
        columns.append(HeadColumn(index, shown_heading, text, part=part, role=role))
    return Outline(
        NAME,
        header_rows,
        boxes_told_apart(columns, sample, header_rows) if header_rows > 1 else tuple(columns),
        separators=(hints.mapping["separator"],) if "separator" in hints.mapping else (";", "|"),
        complete=tuple(RowMark(c.index) for c in columns if c.role == "completed"),
        identity=tuple(c.index for c in columns if c.role == "id"),
    )


def _mapped(hints: ExportFile, headings: list[str]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    known: tuple[Role, ...] = ("id", "started", "completed")
    problems = []
    for role in known:
        heading = hints.mapping.get(role, "")
        same = {fold(heading), fold(without_markup(heading))} - {""}
        found = [i for i, o in enumerate(headings) if {fold(o), fold(without_markup(o))} & same]
        if found:
            roles[found[0]] = role
        elif heading:
            near = nearest(heading, headings)
            mend = f"did you mean {shown(near)}?" if near else ""
            problems.append(
                EXPORT_LAYOUT.issue(hints.where, f"mapping: no column {shown(heading)}", mend)
            )
    if problems:
        raise InputProblems(problems)
    return roles
