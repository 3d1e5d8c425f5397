"""The two files as the survey tools save them: LimeSurvey in 2020, SmartSurvey in 2021."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from answers import Person, Statement

PROMPT = "{}: how far do you agree?"
TEST_NOTE = "TEST ANSWER - delete"


@dataclass(frozen=True, slots=True)
class Survey:
    """What an export holds. questions, themes: codebook.yaml's. unfinished: rows never sent off."""

    wave: str
    questions: Mapping[str, Any]
    themes: Mapping[str, str]
    statements: list[Statement]
    people: list[Person]
    unfinished: int
    fieldwork: tuple[date, date]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: when it was begun, when it was sent off (None: never), and its answers by question."""

    begun: datetime
    sent: datetime | None
    cells: Mapping[str, str]


def entries_of(survey: Survey) -> list[Entry]:
    """Everybody's row in order of time, a test answer first, and rows that were never sent off."""
    random = Random(f"entries-{survey.wave}")
    first = datetime.combine(survey.fieldwork[0], datetime.min.time()) + timedelta(hours=7)
    test = (
        {s.key: "Agree" for s in survey.statements}
        | {key: survey.questions[key]["options"][0] for key in ("service", "level")}
        | {"comment": TEST_NOTE}
    )
    entries = [Entry(first, first + timedelta(minutes=2), test)]
    for person in survey.people:
        begun = _moment(survey.fieldwork, random)
        sent = begun + timedelta(seconds=random.randrange(500, 2600))
        entries.append(Entry(begun, sent, _cells(survey, person)))
    for person in random.sample(survey.people, survey.unfinished):
        kept = list(_cells(survey, person).items())[: random.randrange(10, 60)]
        entries.append(Entry(_moment(survey.fieldwork, random), None, dict(kept)))
    return sorted(entries, key=lambda entry: entry.begun)


def write_smartsurvey(path: Path, survey: Survey) -> None:
    """Three header rows: question, row of the grid, and nothing; '-' stands for no answer."""
    heads = ["UserID", "UserNo", "Name", "Email", "IP", "ID", "Started", "Ended", "Tracking"]
    rows = [list(heads), [""] * len(heads), [""] * len(heads)]
    for key in ("service", "level"):
        _add(rows, survey.questions[key]["text"], "", "")
    theme = ""
    for statement in survey.statements:
        prompt = PROMPT.format(survey.themes[statement.theme])
        _add(rows, "" if statement.theme == theme else prompt, statement.text, "")
        theme = statement.theme
    _add(rows, survey.questions["comment"]["text"], "", "")
    for number, entry in enumerate(entries_of(survey), 1):
        who = [str(211_480_300 + 7 * number), str(number), "-", "-", "-", "-"]
        sent = _day_first(entry.sent) if entry.sent else ""
        row = [*who, _day_first(entry.begun), sent, "Staff e-mail"]
        rows.append([*row, *(entry.cells.get(key) or "-" for key in _keys(survey))])
    _write(path, rows, "\r\n")


def write_limesurvey(path: Path, survey: Survey) -> None:
    """Headings `code[SQ001]. wording [statement]`; a blank submit date was never sent off."""
    heads = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
             "startlanguage. Start language", "startdate. Date started"]  # fmt: skip
    for code, key in (("A1", "service"), ("A2", "level")):
        heads.append(f"{code}. {survey.questions[key]['text']}")
    for place, theme in enumerate(dict.fromkeys(s.theme for s in survey.statements), 1):
        items = [s for s in survey.statements if s.theme == theme]
        prompt = PROMPT.format(survey.themes[theme])
        heads += [f"T{place}[SQ{n:03}]. {prompt} [{s.text}]" for n, s in enumerate(items, 1)]
    heads.append(f"Z1. {survey.questions['comment']['text']}")
    rows = [heads]
    for number, entry in enumerate(entries_of(survey), 1):
        sent = f"{entry.sent:%Y-%m-%d %H:%M:%S}" if entry.sent else ""
        page = "11" if entry.sent else "4"
        row = [str(number), sent, page, "en", f"{entry.begun:%Y-%m-%d %H:%M:%S}"]
        rows.append([*row, *(entry.cells.get(key, "") for key in _keys(survey))])
    _write(path, rows, "\n")


def _add(rows: list[list[str]], *cells: str) -> None:
    for row, cell in zip(rows, cells, strict=True):
        row.append(cell)


def _keys(survey: Survey) -> list[str]:
    return ["service", "level", *(s.key for s in survey.statements), "comment"]


def _cells(survey: Survey, person: Person) -> dict[str, str]:
    known = {s.key: person.point(s) for s in survey.statements}
    return {**{key: person.answers.get(key, "") for key in ("service", "level")}, **known,
            "comment": person.answers.get("comment", "")}  # fmt: skip


def _moment(fieldwork: tuple[date, date], random: Random) -> datetime:
    days = (fieldwork[1] - fieldwork[0]).days
    day = fieldwork[0] + timedelta(days=int(days * random.random() ** 1.5))
    return datetime.combine(day, datetime.min.time()) + timedelta(
        seconds=8 * 3600 + random.randrange(9 * 3600)
    )


def _day_first(moment: datetime) -> str:
    return f"{moment:%d/%m/%Y %H:%M:%S}"


def _write(path: Path, rows: list[list[str]], ending: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=ending).writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
