"""The answers as Microsoft Forms exports them, with the quirks of the real thing."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter
from answers import AGREEMENT, Wave
from respondents import Respondent

NAMED = frozenset({("sw", 2019), ("wf", 2020), ("sw", 2022)})
"""The exports that hold (made-up) names and e-mail addresses; the others were anonymous."""

WITH_LAST_MODIFIED = 2021
"""From this year on the exports have the column 'Last modified time', always empty."""

TEST_NOTE = "TEST ANSWER - please delete"
Row = list[object]


def headings(wave: Wave, suffix: str) -> list[str]:
    """The heading row. A heading that stands twice gets 2 appended; csv writes 'Id' for 'ID'."""
    first = ["Id" if suffix == "csv" else "ID", "Start time", "Completion time", "Email", "Name"]
    if wave.year >= WITH_LAST_MODIFIED:
        first.append("Last modified time")
    row = list(first)
    seen: dict[str, int] = {}
    for question in wave.questions:
        text = question.get("texts", {}).get(wave.year, question["text"])
        text = text.replace("~", "\u00a0")
        seen[text] = seen.get(text, 0) + 1
        row.append(text if seen[text] == 1 else f"{text}{seen[text]}")
    return row


def rows(wave: Wave, people: list[Respondent]) -> list[Row]:
    """Every answer as a row, in the order of completion, with a test answer and one sent twice."""
    random = Random(f"{wave.cohort}-{wave.year}-export")
    first, last = wave.margins["fieldwork"][wave.year]
    sent: list[tuple[datetime, datetime, list[str], Row]] = []
    for person in people:
        begun = _moment(first, last, random)
        done = begun + timedelta(seconds=random.randrange(420, 2400))
        sent.append((begun, done, _who(wave, random), _cells(wave, person)))
    begun, done, who, cells = sent[random.randrange(len(sent) // 4, len(sent) // 2)]
    later = timedelta(minutes=random.randrange(3, 9))
    sent.append((begun + later, done + later, who, list(cells)))
    start = datetime.combine(first, time(8, 2, 11))
    tester = ["test.account@example.org", "Test Account"] if _named(wave) else ["anonymous", ""]
    sent.append((start, start + timedelta(seconds=95), tester, _test_cells(wave)))
    sent.sort(key=lambda item: item[1])
    blank: Row = [""] if wave.year >= WITH_LAST_MODIFIED else []
    return [
        [number, begun, done, *who, *blank, *cells]
        for number, (begun, done, who, cells) in enumerate(sent, 1)
    ]


def write_csv(path: Path, heading: list[str], body: list[Row]) -> None:
    """Comma separated, UTF-8 with byte order mark, CR LF, US-order dates, as the form saves it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(heading)
    for row in body:
        writer.writerow([_us(cell) if isinstance(cell, datetime) else cell for cell in row])
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def write_xlsx(path: Path, heading: list[str], body: list[Row], created: datetime) -> None:
    """One sheet 'Sheet1'; moments are Excel dates shown in US order. No clock enters the file."""
    book = xlsxwriter.Workbook(
        path,
        {
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "remove_timezone": True,
        },
    )
    book.set_properties({"created": created, "author": "", "company": ""})
    sheet = book.add_worksheet("Sheet1")
    moment = book.add_format({"num_format": "m/d/yy h:mm:ss"})
    sheet.write_row(0, 0, heading)
    for r, row in enumerate(body, 1):
        for c, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(r, c, cell, moment)
            elif isinstance(cell, int):
                sheet.write_number(r, c, cell)
            elif cell:
                sheet.write_string(r, c, str(cell))
    sheet.set_column(1, 2, 18)
    book.close()


def _cells(wave: Wave, person: Respondent) -> Row:
    return [_cell(wave, question, person) for question in wave.questions]


def _cell(wave: Wave, question: dict[str, Any], person: Respondent) -> object:
    answer = person.answers[question["id"]]
    if answer is None:
        return _unanswered(question, person)
    renamed = question.get("renamed", {}).get(wave.year, {})
    if isinstance(answer, list):
        return "".join(f"{renamed.get(option, option)};" for option in answer)
    return renamed.get(answer, answer)


def _unanswered(question: dict[str, Any], person: Respondent) -> str:
    """What stands where there is no answer: the way out that the form offers, or nothing at all."""
    way_out = question.get("unanswered", "")
    skips = Random(f"{question['id']}/{person.feelings['fatigue']!r}").random() < 0.3
    return "" if skips else way_out


def _test_cells(wave: Wave) -> Row:
    cells: Row = []
    for question in wave.questions:
        kind, renamed = question["kind"], question.get("renamed", {}).get(wave.year, {})
        options = [renamed.get(option, option) for option in question.get("options", AGREEMENT)]
        by_kind = {
            "number": 1,
            "text": TEST_NOTE if question["id"] == "one_change" else "test",
            "multi": f"{options[0]};",
        }
        cells.append(by_kind.get(kind, options[0]))
    return cells


def _who(wave: Wave, random: Random) -> list[str]:
    given = random.choice(wave.comments["given_names"])
    family = random.choice(wave.comments["family_names"])
    number = random.randrange(10, 100)
    if not _named(wave):
        return ["anonymous", ""]
    return [f"{given}.{family}{number}@example.org".lower(), f"{given} {family}"]


def _named(wave: Wave) -> bool:
    return (wave.cohort, wave.year) in NAMED


def _moment(first: date, last: date, random: Random) -> datetime:
    """A working moment in the fieldwork; most answer in the first days and after a reminder."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    working = [day for day in days if day.weekday() < 5]
    at = int(len(working) * random.random() ** 1.6)
    return datetime.combine(working[at], time(9)) + timedelta(seconds=random.randrange(8 * 3600))


def _us(moment: datetime) -> str:
    return f"{moment.month}/{moment.day}/{moment:%y} {moment.hour}:{moment:%M:%S}"
