"""SurveyMonkey (csv, xlsx): two header rows.

    Respondent ID | Collector ID | Start Date | End Date | IP Address | ... | question | question
                  |              |            |          |            |     | Response | option

Expanded exports have one column per option, with the option's text in row 2 and in the cells;
condensed ones have one column per question, several answers joined with a comma and nothing (or no
second row at all) below the question. 'Response' and 'Open-Ended Response' are no options.
"""

from __future__ import annotations

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

NAME = "surveymonkey"
TITLE = "SurveyMonkey"

_ROLES: dict[str, Role] = {
    "respondent id": "id",
    "respondentid": "id",
    "collector id": "meta",
    "collectorid": "meta",
    "start date": "started",
    "startdate": "started",
    "date created": "started",
    "end date": "completed",
    "enddate": "completed",
    "date modified": "completed",
    "ip address": "person",
    "email address": "person",
    "first name": "person",
    "last name": "person",
}
_NO_OPTION = {"response", "open-ended response", ""}


def recognise(sample: Sample) -> float:
    """By its first two columns."""
    first = folded_row(sample, 0)[:2]
    return (
        0.97
        if first in (("respondent id", "collector id"), ("respondentid", "collectorid"))
        else 0.0
    )


def outline(sample: Sample, _hints: ExportFile) -> Outline:
    """See base.Layout."""
    first, second = sample.row(0), sample.row(1)
    # Where an id stands under 'Respondent ID', the second row is an answer already.
    header_rows = 1 if len(sample.rows) > 1 and second[0].strip() else 2
    if header_rows == 1:
        second = ("",) * sample.width
    columns: list[HeadColumn] = []
    asked = False
    for index, text in enumerate(carried_right(first)):
        role = "question" if asked else _role(fold(text))
        asked = asked or role == "question"
        part = "" if fold(second[index]) in _NO_OPTION else tidy(second[index])
        if role == "question" and is_write_in(part):
            role = "other"
        shown = tidy(text) if not part else f"{tidy(text)} / {part}"
        columns.append(HeadColumn(index, shown, tidy(text), part=part, role=role))
    return Outline(
        NAME,
        header_rows,
        boxes_told_apart(columns, sample, header_rows),
        separators=(",", ";"),
        complete=tuple(RowMark(c.index) for c in columns if c.role == "completed"),
        identity=tuple(
            c.index for c in columns if c.role == "id" or fold(c.text) == "email address"
        ),
    )


def _role(heading: str) -> Role:
    # Custom Data holds what the sender knew of each person, often names.
    return "person" if heading.startswith("custom data") else _ROLES.get(heading, "question")
