"""Google Forms (csv, xlsx): one header row.

    Timestamp | Email Address | question | question [row of a grid]

Several answers in one cell are joined with ', ' where the sheet is exported, and with ';' where
the csv is downloaded from the form. Options may hold either: the declared options are matched
longest first. A heading may stand several times, unchanged.
"""

from __future__ import annotations

from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, tidy
from generator.survey.readers.export_layout import HeadColumn, Outline, Role, RowMark, folded_row
from generator.survey.tables.export_table import Sample

NAME = "google-forms"
TITLE = "Google Forms"

_ROLES: dict[str, Role] = {
    "timestamp": "completed",
    "email address": "person",
    "email": "person",
    "username": "person",
    "score": "meta",
}


def recognise(sample: Sample) -> float:
    """By the heading of its first column."""
    first = folded_row(sample, 0)
    return 0.95 if first and first[0] == "timestamp" else 0.0


def outline(sample: Sample, _hints: ExportFile) -> Outline:
    """See base.Layout."""
    columns: list[HeadColumn] = []
    seen: dict[str, int] = {}
    for index, heading in enumerate(sample.row(0)):
        folded = fold(heading)
        role: Role = _ROLES.get(folded, "question") if index < 3 else "question"
        seen[folded] = seen.get(folded, 0) + 1
        text, part = _split_grid(tidy(heading)) if role == "question" else (tidy(heading), "")
        columns.append(
            HeadColumn(index, tidy(heading), text, part=part, role=role, repeat=seen[folded])
        )
    persons = [c.index for c in columns if c.role == "person"]
    return Outline(
        NAME,
        header_rows=1,
        columns=tuple(columns),
        separators=(";", ","),
        complete=(RowMark(0),),
        identity=tuple(persons),
    )


def _split_grid(heading: str) -> tuple[str, str]:
    """'How often [E-mail]' as ('How often', 'E-mail'): a grid's row stands in brackets."""
    if not heading.endswith("]") or " [" not in heading:
        return heading, ""
    text, _, part = heading[:-1].rpartition(" [")
    return text, part
