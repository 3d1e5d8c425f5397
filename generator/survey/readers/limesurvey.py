"""LimeSurvey (csv, xlsx): one header row, in one of three forms.

    codes      id | submitdate | lastpage | startlanguage | Q1 | Q2[SQ001] | Q2[other]
               (or with underscores, as for R and SPSS: Q2_SQ001 | Q2_other)
    both       id. Response ID | ... | Q1. wording | Q2[SQ001]. wording [option]
    text       Response ID | Date submitted | ... | wording | wording [option]

A blank submitdate is an answer that was never sent off. 'N/A' is written where a question was not
shown to a respondent. Cells of several answers hold Yes/No or Y and nothing. The rows of an array
may have no wording but their own: `likert1[A3]. [Do you enjoy your work?]`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, tidy
from generator.survey.readers.export_layout import HeadColumn, Outline, Role, RowMark
from generator.survey.tables.export_table import Sample

NAME = "limesurvey"
TITLE = "LimeSurvey"

_ROLES: dict[str, Role] = {
    "id": "id",
    "response id": "id",
    "submitdate": "completed",
    "date submitted": "completed",
    "lastpage": "meta",
    "last page": "meta",
    "startlanguage": "meta",
    "start language": "meta",
    "seed": "meta",
    "startdate": "started",
    "date started": "started",
    "datestamp": "meta",
    "date last action": "meta",
    "ipaddr": "person",
    "ip address": "person",
    "refurl": "person",
    "referrer url": "person",
    "token": "person",
    "access code": "person",
    "firstname": "person",
    "first name": "person",
    "lastname": "person",
    "last name": "person",
    "email": "person",
    "email address": "person",
    "interviewtime": "meta",
    "total time": "meta",
}
_CODED = re.compile(r"^([A-Za-z][\w-]*)((?:\[[\w#-]+\])*)$")
_FULL = re.compile(r"^([A-Za-z][\w-]*)((?:\[[\w#-]+\])*)\.(?:\s+(.*))?$", re.DOTALL)
_OTHER = "-oth-"  # the code of 'Other' among codes of answers
_UNDERSCORED = re.compile(r"^([A-Za-z]\w*?)_(SQ\d+(?:comment)?|other(?:comment)?)$")
_ATTRIBUTE = re.compile(r"^attribute[ _]\d+$")  # what the council knew of each person
_TICKS = frozenset({"yes", "no", "y"})
_NOTHING = frozenset({"", "n/a"})
_TIMING = re.compile(r"^(?:(?:group|question)\w*time\d*|(?:question|group) time: .*)$")
_ROLE_OF_PART: dict[str, Role] = {"other": "other", "filecount": "meta"}


def recognise(sample: Sample) -> float:
    """By its own columns, or by headings of the form `code[SQ001]. wording [option]`."""
    headings = [tidy(cell) for cell in sample.row(0) if cell.strip()]
    own = {fold(_plain_code(heading)) for heading in headings[:25]}
    if len(own & {"submitdate", "lastpage", "startlanguage", "datestamp"}) >= 2:
        return 0.95
    if {"response id", "date submitted"} <= own or {"response id", "last page"} <= own:
        return 0.93
    if len(headings) < 2:
        return 0.0
    full = sum(bool(_FULL.match(heading)) for heading in headings) / len(headings)
    parts = sum(bool(_CODED.match(h)) and "[" in h for h in headings) / len(headings)
    return 0.8 if full > 0.7 else (0.6 if parts > 0.2 else 0.0)


def outline(sample: Sample, _hints: ExportFile) -> Outline:
    """See base.Layout."""
    columns = _boxes_marked(
        [_column(index, tidy(heading)) for index, heading in enumerate(sample.row(0))], sample
    )
    return Outline(
        NAME,
        header_rows=1,
        columns=columns,
        not_asked=frozenset({"n/a"}),
        replacements={_OTHER: "Other"} if any(c.part_code == "other" for c in columns) else {},
        complete=tuple(RowMark(c.index) for c in columns if c.role == "completed"),
        identity=tuple(
            c.index
            for c in columns
            if c.role == "id" or fold(_plain_code(c.heading)) in ("token", "access code")
        ),
    )


def _boxes_marked(columns: Sequence[HeadColumn], sample: Sample) -> tuple[HeadColumn, ...]:
    """The columns, with times and the box for other answers known by what stands beside them.

    Headings without codes say `wording [Other]` both of that box and of a row of an array; it is
    the box where the columns beside it hold Yes and No, and it does not, or where one column has
    the wording alone.
    """
    codes = {column.code for column in columns}
    alone = {column.text for column in columns if not column.part and not column.code}
    cells = {
        column.index: {fold(row[column.index]) for row in sample.rows[1:]}
        for column in columns
        if column.part and not column.code
    }

    def is_box(column: HeadColumn) -> bool:
        if fold(column.part) != "other" or cells.get(column.index, _TICKS) & _TICKS:
            return False
        if column.text in alone:
            return True
        beside = [c for c in columns if c.index in cells and c.text == column.text and c != column]
        return bool(beside) and all(cells[c.index] <= _TICKS | _NOTHING for c in beside)

    def role(column: HeadColumn) -> Role:
        # `Q2Time` beside `Q2` is how long somebody took.
        timed = column.code.removesuffix("Time")
        if timed != column.code and timed in codes and not column.part:
            return "meta"
        return "other" if is_box(column) else column.role

    return tuple(replace(column, role=role(column)) for column in columns)


def _plain_code(heading: str) -> str:
    found = _FULL.match(heading)
    return found.group(1) if found and not found.group(2) else heading


def _column(index: int, heading: str) -> HeadColumn:
    plain = fold(_plain_code(heading))
    if not heading:
        # A blank heading is a row number that some other program has put in front.
        return HeadColumn(index, heading, "", role="meta")
    if plain in _ROLES or _TIMING.match(plain):
        return HeadColumn(index, heading, heading, role=_ROLES.get(plain, "meta"))
    if _ATTRIBUTE.match(plain):
        return HeadColumn(index, heading, heading, role="person")
    if under := _UNDERSCORED.match(heading):
        made = _column(index, "{}[{}]".format(*under.groups()))
        return replace(made, heading=heading, full_code=heading)
    full = _FULL.match(heading) or _CODED.match(heading)
    if full is None:
        text, part = split_brackets(heading)
        return HeadColumn(index, heading, text, part=part)
    code, subcodes = full.group(1), full.group(2)
    wording = (full.group(3) or "") if full.re is _FULL else ""
    part_code = "_".join(re.findall(r"\[([^\]]+)\]", subcodes))
    text, part = split_brackets(wording) if part_code else (wording, "")
    if not wording and part_code:
        part = part_code
    if part_code and not part and wording:
        # An array with one row that has no wording of its own is one question.
        return HeadColumn(index, heading, text, code, "", part_code, full_code=code + subcodes)
    if part_code.endswith("comment"):
        # A comment on an answer is a text of its own, and no other answer.
        name = code + subcodes
        return HeadColumn(index, heading, wording or name, name, full_code=name)
    role = _ROLE_OF_PART.get(part_code, "question")
    return HeadColumn(index, heading, text, code, part, part_code, role, full_code=code + subcodes)


def split_brackets(wording: str) -> tuple[str, str]:
    """('wording', 'option') of 'wording [option]'; the option may hold brackets itself."""
    if not wording.endswith("]"):
        return wording, ""
    depth = 0
    for index in range(len(wording) - 1, -1, -1):
        depth += (wording[index] == "]") - (wording[index] == "[")
        if depth == 0:
            return wording[:index].strip(), wording[index + 1 : -1].strip()
    return wording, ""
