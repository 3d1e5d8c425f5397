"""Days: publication and notice in good time, and one date of the meeting everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.held import Held
from generator.checks.lawful.lawful_rules import (
    CLEAR_DAYS,
    DESPATCH_PAST,
    MEETING_DATE,
    MEETING_DAY,
    NOTICE_EXCEPTION,
    NOTICE_SHORT,
    NOTICE_UNKNOWN,
    URGENT_ITEM,
)
from generator.checks.lawful.paper_fronts import front_values
from generator.checks.paper_sections import plain_heading
from generator.model.issues import Issue, Where
from generator.model.release.law import Law, Period
from generator.model.report import Report
from generator.model.wording.dates import MONTHS, date_text
from generator.model.wording.late_pattern import late_pattern
from generator.signoff.despatch import bank_holiday, clear_days_between, last_day
from generator.signoff.timetable_days import asks_for_key_decision, urgent_reason

_WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_DATE = late_pattern(
    rf"\b{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)}),? (\d{{4}})\b",
    re.IGNORECASE,
)
_MEETING_ROWS = frozenset(
    {"meeting date", "date of meeting", "meeting", "committee date", "date of committee"}
)


def check_publication(held: Held) -> Iterator[Issue]:
    """Enough clear days lie between publication and meeting, or the report says why not."""
    report, law = held.report, held.law
    if report is None or law is None:
        return
    where = Where(report.file, path="published")
    reason, jurisdiction = urgent_reason(report), report.council.jurisdiction
    last = last_day(report.meeting, law.clear_days, jurisdiction)
    if report.published is not None and report.published > last:
        days = clear_days_between(report.published, report.meeting, law.clear_days, jurisdiction)
        what = (
            f"published on {date_text(report.published)} for the meeting on "
            f"{date_text(report.meeting)}, with {_days(days, law.clear_days)} between, not "
            f"{law.clear_days.days}"
        )
        if reason:
            yield held.issue(URGENT_ITEM, where, f"{what}; urgent because: {reason}")
        else:
            mend = f"publish by {date_text(last)} ({law.clear_days.source})"
            yield held.issue(CLEAR_DAYS, where, what, mend)
    elif report.published is None and held.today and last < held.today <= report.meeting:
        what = f"the last day to publish it was {date_text(last)}"
        yield held.issue(DESPATCH_PAST, Where(report.file, path="meeting.date"), what)


def _days(count: int, period: Period) -> str:
    kind = "clear working day" if period.of == "working" else "clear day"
    return f"{count} {kind}{'' if count == 1 else 's'}"


# ---------------------------------------------------------------- key decisions
def check_notice(held: Held) -> Iterator[Issue]:
    """A key decision has its notice, or an exception with a reason."""
    report, law = held.report, held.law
    if report is None or law is None or law.notice is None or not asks_for_key_decision(report):
        return
    notice, where = report.notice, Where(report.file, path="notice")
    if notice is not None and notice.exception:
        source = law.exceptions.get(notice.exception, "")
        what = f"a key decision under {source or notice.exception}: {notice.reason}"
        yield held.issue(NOTICE_EXCEPTION, where, what)
    elif notice is None or notice.day is None:
        what = "a key decision, and no day on which notice of it was given"
        last = date_text(last_day(report.meeting, law.notice, report.council.jurisdiction))
        yield held.issue(NOTICE_UNKNOWN, where, what, f"it had to be given by {last}")
    else:
        yield from _short_notice(held, report, law, notice.day)


def _short_notice(held: Held, report: Report, law: Law, given: date) -> Iterator[Issue]:
    assert law.notice is not None, "the caller has looked"
    jurisdiction = report.council.jurisdiction
    days = clear_days_between(given, report.meeting, law.notice, jurisdiction)
    if days < law.notice.days:
        last = date_text(last_day(report.meeting, law.notice, jurisdiction))
        what = (
            f"notice was given on {date_text(given)}, {_days(days, law.notice)} before the "
            f"meeting on {date_text(report.meeting)}, not {law.notice.days}"
        )
        yield held.issue(NOTICE_SHORT, Where(report.file, path="notice.date"), what, f"by {last}")


# ---------------------------------------------------------------- the meeting
def check_meeting_day(held: Held) -> Iterator[Issue]:
    """A meeting is seldom on a weekend or a bank holiday."""
    if held.report is None or held.law is None:
        return
    day = held.report.meeting
    what = bank_holiday(day, held.report.council.jurisdiction)
    if not what and day.weekday() >= 5:
        what = date_text(day, "{weekday}")
    if what:
        where = Where(held.report.file, path="meeting.date")
        yield held.issue(MEETING_DAY, where, f"the meeting on {date_text(day)} is on {what}")


def check_meeting_date(held: Held) -> Iterator[Issue]:
    """Header and front matter give one date of the meeting, that of the report."""
    found = _meeting_dates(held)
    wanted = held.report.meeting if held.report is not None else None
    if wanted is None and found:
        wanted = next(iter(found.values()))[1]
    for place, (index, day, words) in found.items():
        if wanted is not None and day != wanted:
            other = "report.yaml" if held.report is not None else next(iter(found))
            what = f"the {place} has {words!r}, {other} has {date_text(wanted)}"
            yield held.issue(MEETING_DATE, held.paper.where(index, words), what)


def _meeting_dates(held: Held) -> dict[str, tuple[int, date, str]]:
    """'front matter', 'header' -> the date that it gives, where it gives one only."""
    found: dict[str, tuple[int, date, str]] = {}
    rows = [one for one in front_values(held.paper) if plain_heading(one.label) in _MEETING_ROWS]
    texts = enumerate(held.paper.texts)
    headers = [(at, text.text) for at, text in texts if text.story == "header"]
    for place, said in (
        ("front matter", [(one.at, one.value) for one in rows]),
        ("header", headers),
    ):
        dates = [(at, day, words) for at, text in said for day, words in dates_in(text)]
        if len({day for _, day, _ in dates}) == 1:
            found[place] = dates[0]
    return found


def dates_in(text: str) -> Iterator[tuple[date, str]]:
    """Dates such as '15 March 2023' or 'Wednesday 15th March 2023', with their words."""
    months = [month.casefold() for month in MONTHS]
    for one in _DATE.finditer(text):
        try:
            yield date(int(one[3]), months.index(one[2].casefold()) + 1, int(one[1])), one[0]
        except ValueError:  # 31 February
            continue
