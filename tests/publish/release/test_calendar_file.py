"""The calendar file, by the letter of RFC 5545."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.release.calendar_file import CalendarEvent, calendar_file

DAY, MEETING = date(2023, 3, 7), date(2023, 3, 15)
_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z]+=[A-Z-]+)*):(.*)", re.DOTALL)


def read(data: bytes) -> list[tuple[str, str, str]]:
    """(name, parameters, value) of each line, read as strictly as the standard is written."""
    assert data.endswith(b"\r\n")
    lines: list[bytes] = []
    for raw in data[:-2].split(b"\r\n"):
        assert b"\n" not in raw
        assert b"\r" not in raw
        assert len(raw) <= 75
        raw.decode("utf-8")  # no letter is cut in two
        if raw.startswith(b" "):
            lines[-1] += raw[1:]
        else:
            lines.append(raw)
    found = [_LINE.fullmatch(line.decode("utf-8")) for line in lines]
    assert all(found)
    return [(one[1], one[2], one[3]) for one in found if one]


def unescaped(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), "a comma or semicolon stands bare"
    return re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], value)


def event(title: str, details: str = "") -> CalendarEvent:
    return CalendarEvent("check-publication", DAY, title, MEETING, details)


def test_an_event_lasts_the_whole_day_and_has_the_stamp_of_the_meeting() -> None:
    assert read(calendar_file([event("Publish")])) == [
        ("BEGIN", "", "VCALENDAR"),
        ("VERSION", "", "2.0"),
        ("PRODID", "", "-//committee//timetable//EN"),
        ("CALSCALE", "", "GREGORIAN"),
        ("METHOD", "", "PUBLISH"),
        ("BEGIN", "", "VEVENT"),
        ("UID", "", "check-publication@committee"),
        ("DTSTAMP", "", "20230315T000000Z"),
        ("DTSTART", ";VALUE=DATE", "20230307"),
        ("DTEND", ";VALUE=DATE", "20230308"),
        ("SUMMARY", "", "Publish"),
        ("TRANSP", "", "TRANSPARENT"),
        ("END", "", "VEVENT"),
        ("END", "", "VCALENDAR"),
    ]


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_come_back_and_begin_no_line_of_their_own(title: str, details: str) -> None:
    found = read(calendar_file([event(title, details)]))
    kept = [one[0] for one in found if one[0] != "DESCRIPTION"]
    assert kept[5:] == [
        "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP", "END", "END",
    ]  # fmt: skip
    said = unescaped(next(value for name, _, value in found if name == "SUMMARY"))
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", " ", re.sub("\r\n?", "\n", title))
    assert said == plain.encode("utf-8", "replace").decode()


def test_a_title_with_line_ends_makes_no_second_event() -> None:
    bad = "Report\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:PROCEDURE; run, =cmd|'/c calc'!A0"
    names = [name for name, _, _ in read(calendar_file([event(bad)]))]
    assert names.count("BEGIN") == 2


def test_another_reader_finds_the_same_events() -> None:
    icalendar = pytest.importorskip("icalendar")
    long = "Überprüfung, Teil 1; " * 12
    data = calendar_file([event(long, "a\nb\\c")])
    (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert str(found["SUMMARY"]) == long
    assert str(found["DESCRIPTION"]) == "a\nb\\c"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (DAY, date(2023, 3, 8))
