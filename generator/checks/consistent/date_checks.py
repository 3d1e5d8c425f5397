"""Weekdays that do not fit their dates, ranges that run backwards, two days of one meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.consistent.consistent_rules import (
    MEETING_DATES,
    RANGE_REVERSED,
    WEEKDAY_WRONG,
)
from generator.checks.held import Held
from generator.checks.paper_sections import is_heading
from generator.checks.quick_looks import has_year
from generator.model.issues import Issue
from generator.model.release.paper import Paper
from generator.model.wording.dates import MONTHS, WEEKDAYS, date_text
from generator.model.wording.late_pattern import late_pattern

_RULES = {rule.id: rule for rule in (RANGE_REVERSED, WEEKDAY_WRONG)}
_MONTHS = {name.casefold(): at for at, name in enumerate(MONTHS, start=1)}
_SHORT = {name[:3]: at for name, at in _MONTHS.items()}
_DAYS = [name.casefold() for name in WEEKDAYS]
_DATE = late_pattern(
    r"\b(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun),?\s+"
    r"(?:the\s+)?)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+"
    rf"(?P<month>{'|'.join(_MONTHS)}|{'|'.join(_SHORT)})\.?,?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IN_A_MONTH = late_pattern(
    r"(?<![\w.,/-])(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?:to|until|-|\N{EN DASH})\s*"
    rf"(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:{'|'.join(_MONTHS)})\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_YEARS = late_pattern(
    r"(?<![\d.,/\N{POUND SIGN}-])(?P<first>(?:19|20)\d\d)"
    r"(?:\s*(?:\N{EN DASH}|-|/)\s*(?P<last>(?:19|20)\d\d|\d\d)"
    r"|\s+(?:to|until)\s+(?P<then>(?:19|20)\d\d))"
    r"(?![\d.,]*\d|[-/\N{EN DASH}]\d|\s*(?:%|people|staff))"
)
_BETWEEN = late_pattern(r"\bbetween\s+((?:19|20)\d\d)\s+and\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_TWICE = late_pattern(r"\b(?:19|20)\d\d\s?[-\N{EN DASH}/]\s?[-\N{EN DASH}/]\s?(?:19|20)?\d\d\b")
_JOINED = late_pattern(r"\s*(?:to|-|\N{EN DASH}|until)\s*")
_MEETING = late_pattern(
    r"(?:date\s+of\s+)?(?:the\s+)?(?:meeting(?:\s+date)?|date(?:\s+of\s+(?:the\s+)?meeting)?)\s*:?",
    re.I,
)


def check_dates(held: Held) -> Iterator[Issue]:
    """Days of the week, days that there are not, ranges of dates and years."""
    for at, wrong in held.found(_wrong_in):
        if held.paper.texts[at].kind != "contents":
            for rule, said, what in wrong:
                yield held.issue(_RULES[rule], held.paper.where(at, said), what)


def _wrong_in(words: str) -> list[tuple[str, str, str]]:
    """What is wrong with the dates of a text: the id of its rule, as it stands, what is wrong."""
    if not has_year(words):
        return []
    years = ((RANGE_REVERSED.id, said, what) for said, what in _wrong_years(words))
    return [*_wrong_days(words), *_wrong_months(words), *years]


def _wrong_months(words: str) -> Iterator[tuple[str, str, str]]:
    """Days of one month that run backwards: '21 to 12 October 2022'."""
    for found in _IN_A_MONTH.finditer(words):
        if int(found["last"]) < int(found["first"]):
            yield RANGE_REVERSED.id, found[0], f"{found[0]!r} ends before it begins"


def _wrong_days(words: str) -> Iterator[tuple[str, str, str]]:
    """Each date of a text, and each range of two."""
    before: tuple[date, int, str] | None = None
    for found in _DATE.finditer(words):
        day, wrong = _day(found)
        if wrong:
            yield WEEKDAY_WRONG.id, found[0], wrong
        joined = before is not None and _JOINED.fullmatch(words, before[1], found.start())
        if joined and before is not None and day is not None and day < before[0]:
            said = f"{before[2]} to {found[0]}"
            yield RANGE_REVERSED.id, said, f"{said!r} ends before it begins"
        before = None if day is None else (day, found.end(), found[0])


def _day(found: re.Match[str]) -> tuple[date | None, str]:
    month = _MONTHS.get(found["month"].casefold()) or _SHORT[found["month"].casefold()[:3]]
    try:
        day = date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None, f"there is no {found['day']} {MONTHS[month - 1]} {found['year']}"
    said = (found["weekday"] or "").casefold()
    right = _DAYS[day.weekday()]
    if said and not right.startswith(said[:3]):
        given = found["weekday"].capitalize()
        return day, f"{date_text(day)} was a {right.capitalize()}, not a {given}"
    return day, ""


def _wrong_years(words: str) -> Iterator[tuple[str, str]]:
    """Ranges of years that run backwards, as they stand and what is wrong."""
    for found in _TWICE.finditer(words):
        yield found[0], f"{found[0]!r} is no range of years"
    for found in _YEARS.finditer(words):
        first, shown = int(found["first"]), found["last"] or found["then"]
        last = int(shown) if len(shown) == 4 else first // 100 * 100 + int(shown)
        if len(shown) == 2 and (first % 100 == 99 or (int(shown) < 13 and "-" in found[0])):
            continue  # a turn of the century, or a month: 2019-04
        if last < first:
            yield found[0], f"{found[0]!r} ends before it begins"
    for found in _BETWEEN.finditer(words):
        if int(found[2]) < int(found[1]):
            yield found[0], f"{found[0]!r} ends before it begins"


def check_meeting_date(held: Held) -> Iterator[Issue]:
    """The day of the meeting is one day wherever the paper states it as its own."""
    stated = list(_stated(held.paper))
    days = list(dict.fromkeys(day for _, day, _ in stated))
    right = held.report.meeting if held.report is not None else days[0] if days else None
    for at, day, said in stated:
        if right is not None and day != right:
            what = f"the meeting is dated {said!r} here, and {date_text(right)} elsewhere"
            yield held.issue(MEETING_DATES, held.paper.where(at, said), what)


def _stated(paper: Paper) -> Iterator[tuple[int, date, str]]:
    """Dates alone in the title block or a header, and in rows named for the meeting."""
    heads = (
        at for at, text in enumerate(paper.texts) if is_heading(text) and text.style != "title"
    )
    first = next(heads, 0)
    for at, text in enumerate(paper.texts):
        titled = at < first and text.table < 0 and text.style in ("title", "subtitle")
        labelled = text.table >= 0 and text.column == 1 and at < first and _labelled(paper, at)
        found = _DATE.search(text.text) if titled or labelled else None
        day = _day(found)[0] if found is not None else None
        if found is not None and day is not None:
            yield at, day, found[0]


def _labelled(paper: Paper, at: int) -> bool:
    before = paper.texts[at - 1]
    return before.column == 0 and _MEETING.fullmatch(before.text.strip()) is not None
