"""Boxes beside the options of a question, known by what they are called and by what is in them.

    Days worked?      |              |                          |
    Mon               | Tue          | Another day, please say  | Comments:

Makers of surveys call a box what they like, and a tool exports it as it exports an option.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.survey.likeness import fold
from generator.survey.readers.export_layout import HeadColumn
from generator.survey.tables.export_table import Sample

_TICKS = frozenset({"yes", "no", "y", "n", "1", "0", "true", "false", "-", ".", "na"})
_OTHER = re.compile(
    r"^(?:(?:if )?other\b|another\b|(?:some|any)thing else\b"
    r"|(?:please )?(?:specify|state|describe|give details|tell us|say)\b)"
)
_ASKS = re.compile(r"\b(?:please|specify|state|describe|details|tell us|say)\b")
_COMMENT = re.compile(
    r"^(?:please )?(?:explain|elaborate|give (?:your )?reasons?)\b"
    r"|^(?:(?:please|any|further|additional|other|your|add|leave|optional|a|space for) )*"
    r"comments?\b"
)


def boxes_told_apart(
    columns: Sequence[HeadColumn], sample: Sample, header_rows: int
) -> tuple[HeadColumn, ...]:
    """The columns, with boxes beside the options of a question known whatever they are called.

    A box for other answers gets its role; one for comments becomes a text question of its own. Both
    stand with options, each in a column of its own that holds its name, or with a single answer.
    """
    told = {
        c.index: {fold(row[c.index]) for row in sample.rows[header_rows:]} - {""} for c in columns
    }

    def is_ticked(column: HeadColumn) -> bool:
        return told[column.index] <= {fold(column.part), *_TICKS}

    def told_apart(column: HeadColumn) -> HeadColumn:
        kind = _box(column.part)
        if column.role != "question" or not kind:
            return column
        beside = [
            c for c in columns
            if (c.code, c.text, c.repeat) == (column.code, column.text, column.repeat)
            and c.index != column.index and c.role == "question" and not _box(c.part)
        ]  # fmt: skip
        named = is_ticked(column) and (told[column.index] or kind == "maybe other")
        if named or not beside or not all(not c.part or is_ticked(c) for c in beside):
            return column
        if kind == "comment":
            return replace(column, text=f"{column.text} [{column.part}]", part="")
        return replace(column, role="other")

    return tuple(told_apart(column) for column in columns)


def names_other(part: str) -> bool:
    """Whether an option is one for answers that the others do not cover."""
    return bool(_OTHER.match(fold(part)))


def _box(part: str) -> str:
    """'other', 'maybe other' or 'comment' for what a box may be called; '' for anything else."""
    label = fold(part)
    if _COMMENT.match(label):
        return "comment"
    if _OTHER.match(label):
        return "other" if _ASKS.search(label) else "maybe other"
    return ""
