"""Microsoft Forms (xlsx, csv): one header row.

    ID | Start time | Completion time | Email | Name | question | question | question2

Several answers in one cell are joined with ';' and end in one. A heading that stands twice has 2
behind it. Headings may hold line breaks and non-breaking spaces. Quizzes add 'Points - question'
and 'Feedback - question'. Dates in csv files are in US order.
"""

from __future__ import annotations

from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, tidy
from generator.survey.readers.export_layout import (
    HeadColumn,
    Outline,
    Role,
    RowMark,
    folded_row,
    numbered_repeats,
)
from generator.survey.tables.export_table import Sample

NAME = "microsoft-forms"
TITLE = "Microsoft Forms"

_ROLES: dict[str, Role] = {
    "id": "id",
    "start time": "started",
    "completion time": "completed",
    "email": "person",
    "name": "person",
    "last modified time": "meta",
    "language": "meta",
    "total points": "meta",
    "quiz feedback": "meta",
    "grade posted time": "meta",
}


def recognise(sample: Sample) -> float:
    """By the headings that every such export begins with."""
    first = set(folded_row(sample, 0)[:8])
    if {"start time", "completion time"} <= first:
        return 0.97 if "id" in first else 0.9
    return 0.8 if {"id", "completion time"} <= first else 0.0


def outline(sample: Sample, _hints: ExportFile) -> Outline:
    """See base.Layout."""
    headings = sample.row(0)
    known = {fold(heading) for heading in headings}
    columns: list[HeadColumn] = []
    for index, (text, repeat) in enumerate(numbered_repeats(headings)):
        heading = headings[index]
        role = _role(fold(heading), known, asked=any(c.role == "question" for c in columns))
        columns.append(HeadColumn(index, tidy(heading), tidy(text), role=role, repeat=repeat))
    completed = [c.index for c in columns if c.role == "completed"]
    return Outline(
        NAME,
        header_rows=1,
        columns=tuple(columns),
        separators=(";",),
        complete=tuple(RowMark(index) for index in completed),
        identity=tuple(c.index for c in columns if c.role == "id" or fold(c.heading) == "email"),
        nobody=frozenset({"anonymous"}),
        day_first=False,
    )


def _role(heading: str, known: set[str], asked: bool) -> Role:
    for prefix in ("points - ", "feedback - "):
        if heading.startswith(prefix) and heading.removeprefix(prefix) in known:
            return "meta"
    role = _ROLES.get(heading, "question")
    # A question of the form may itself be called Name or Language; the tool's own come first.
    if asked and (heading == "language" or role not in ("started", "completed", "meta")):
        return "question"
    return role
