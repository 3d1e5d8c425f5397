"""Days as a calendar file (RFC 5545), which Outlook and other calendars take in.

    BEGIN:VEVENT
    UID:health-check-2022-publication@committee
    DTSTAMP:20230315T000000Z
    DTSTART;VALUE=DATE:20230307
    SUMMARY:Last day to publish the agenda: Social Work Health Check
    END:VEVENT

Events last the whole day and ring no bell. An identifier stays the same, so that a calendar that
takes in a later file moves its events. The time stamp is that of the meeting, not of the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.model.frozen import dataclass

_OCTETS = 75
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_NAME = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A day. key: what tells it from all others, always the same. stamp: the day of its file."""

    key: str
    day: date
    title: str
    stamp: date
    details: str = ""


def calendar_file(events: Iterable[CalendarEvent]) -> bytes:
    """The file, in UTF-8, its lines ended and folded as the standard asks."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//committee//timetable//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join(folded + b"\r\n" for line in lines for folded in _folded(line))


def _event(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_NAME.sub('-', event.key)}@committee"
    yield f"DTSTAMP:{_digits(event.stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(event.day)}"
    yield f"DTEND;VALUE=DATE:{_digits(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.details:
        yield f"DESCRIPTION:{_escaped(event.details)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """A text that begins no line of its own, whatever it holds."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(" ", text).replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> Iterator[bytes]:
    """The line in pieces of at most 75 octets, no letter cut in two; all but the first indented."""
    piece = b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(piece) + len(octets) > _OCTETS:
            yield piece
            piece = b" "
        piece += octets
    yield piece
