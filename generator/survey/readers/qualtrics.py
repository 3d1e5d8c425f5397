"""Qualtrics (csv, xlsx): three header rows.

    StartDate                | Status | ... | Q1                  | Q2_1
    Start Date               | Response ... | wording             | wording - Selected Choice - A
    {"ImportId":"startDate"} | ...          | {"ImportId":"QID1"} | {"ImportId":"QID2", ...}

Codes in row 1 change when questions are moved; the ImportId does not, so it is the question's code.
The code of row 1 may be used as well.
Trials by the survey's makers are known by Status, unfinished answers by Finished and Progress.
'-99' is written where a question was seen and not answered.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import fold, tidy
from generator.survey.readers.boxes import names_other
from generator.survey.readers.export_layout import HeadColumn, Outline, Role, RowMark, folded_row
from generator.survey.tables.export_table import Sample

NAME = "qualtrics"
TITLE = "Qualtrics"

_ROLES: dict[str, Role] = {
    "startdate": "started",
    "enddate": "completed",
    "recordeddate": "meta",
    "status": "status",
    "progress": "status",
    "finished": "status",
    "duration (in seconds)": "meta",
    "responseid": "id",
    "ipaddress": "person",
    "recipientlastname": "person",
    "recipientfirstname": "person",
    "recipientemail": "person",
    "externalreference": "person",
    "locationlatitude": "person",
    "locationlongitude": "person",
    "distributionchannel": "meta",
    "userlanguage": "meta",
}
_QUESTION_ID = re.compile(r"^(QID\d+)(?:[-_#](.*))?$")
# Times, the order in which choices were shown, groups of promoters, and facts about files.
_PARADATA = re.compile(
    r"(?:^|_)(?:first_click|last_click|page_submit|click_count|do(?:_\d+)?|nps_group"
    r"|file_(?:id|name|size|type))$",
    re.IGNORECASE,
)
_PREVIEWS = frozenset({"survey preview", "survey test", "spam", "1", "2", "8", "9", "12", "17"})


def recognise(sample: Sample) -> float:
    """By the ImportId in its third row, or the headings of its first."""
    if any(cell.lstrip().startswith('{"ImportId"') for cell in sample.row(2)):
        return 0.99
    first = set(folded_row(sample, 0))
    return 0.9 if {"responseid", "recordeddate"} <= first else 0.0


def outline(sample: Sample, _hints: ExportFile) -> Outline:
    """See base.Layout."""
    codes, texts = sample.row(0), sample.row(1)
    ids = [_import_id(cell) for cell in sample.row(2)]
    header_rows = 3 if any(group for group, _ in ids) else 2
    groups = [group or tidy(code) for (group, _), code in zip(ids, codes, strict=True)]
    columns: list[HeadColumn] = []
    for index, code in enumerate(codes):
        role = _ROLES.get(fold(code), "question")
        heading = tidy(code)
        if role == "question" and any(_PARADATA.search(name) for name in (heading, *ids[index])):
            role = "meta"
        if role != "question" or groups[index].startswith("_"):
            columns.append(HeadColumn(index, heading, tidy(texts[index]), role=role))
            continue
        beside = [texts[i] for i, group in enumerate(groups) if group == groups[index]]
        columns.append(_question(index, heading, texts[index], beside, ids[index]))
    return Outline(
        NAME,
        header_rows,
        tuple(columns),
        separators=(",",),
        missing=frozenset({"-99"}),
        complete=_complete(codes),
        previews=tuple(
            RowMark(i, _PREVIEWS) for i, code in enumerate(codes) if fold(code) == "status"
        ),
        identity=tuple(
            i
            for i, code in enumerate(codes)
            if fold(code) in ("responseid", "recipientemail", "externalreference")
        ),
    )


def _question(
    index: int, code: str, text: str, beside: Sequence[str], import_id: tuple[str, str]
) -> HeadColumn:
    group, choice = import_id
    full = "_".join(filter(None, import_id)) if group else code
    if len(beside) < 2:
        stem = re.sub(r" - Selected Choice$", "", tidy(text))
        return HeadColumn(index, code, stem, group or code, full_code=group or code, alias=code)
    stem = _shared_beginning([tidy(other) for other in beside])
    part = tidy(text)[len(stem) :].removeprefix(" - ").removesuffix(" - Text")
    stem = re.sub(r" - Selected Choice$", "", stem)
    part = re.sub(r"^Selected Choice(?: - |$)", "", part)
    base = _shared_code(code, choice)
    typed = code.endswith("_TEXT") or choice.endswith("TEXT")
    if typed and part and not names_other(part):
        # What was typed beside another choice is a text of its own, and no other answer.
        return HeadColumn(index, code, f"{stem} [{part}]", full, full_code=full, alias=code)
    role: Role = "other" if typed else "question"
    return HeadColumn(
        index, code, stem, group or base, part, full if part else "", role,
        full_code=full, alias=code, group_alias=base,
    )  # fmt: skip


def _shared_beginning(texts: Sequence[str]) -> str:
    """The wording that all columns of a question begin with, up to a ' - '."""
    pieces = [text.split(" - ") for text in texts]
    shared: list[str] = []
    for step in zip(*pieces, strict=False):
        if len(set(step)) > 1:
            break
        shared.append(step[0])
    return " - ".join(shared)


def _shared_code(code: str, choice: str) -> str:
    """'Q2_4_TEXT' of choice '4_TEXT' as 'Q2'."""
    plain = code.removesuffix("_TEXT")
    return plain.rpartition("_")[0] or plain if choice or "_" in plain else plain


def _import_id(cell: str) -> tuple[str, str]:
    """(question, choice) of a cell of row 3; ('_name', '') for what is no question."""
    if not cell.lstrip().startswith("{"):
        return "", ""
    try:
        data = json.loads(cell)
    except ValueError:
        return "", ""
    whole = str(data.get("ImportId", "")) if isinstance(data, dict) else ""
    found = _QUESTION_ID.match(whole)
    if not found:
        # Embedded data comes with its own name as ImportId; it may be a question of the codebook.
        return whole, ""
    choice = "_".join(
        str(piece) for piece in (found.group(2), data.get("choiceId")) if piece is not None
    )
    return found.group(1), choice


def _complete(codes: Sequence[str]) -> tuple[RowMark, ...]:
    rules = []
    for index, code in enumerate(codes):
        if fold(code) == "finished":
            rules.append(RowMark(index, frozenset({"true", "1", "yes"})))
        elif fold(code) == "progress":
            rules.append(RowMark(index, frozenset({"100"})))
    return tuple(rules)
