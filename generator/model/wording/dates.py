"""Dates and periods in English, whatever the machine's locale."""

from __future__ import annotations

from datetime import date

from generator.model.wording.placeholders import with_places

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_text(day: date, pattern: str = "{day} {month} {year}") -> str:
    """'15 March 2023', or by a format's pattern; places: `generator.model.format`."""
    parts = {
        "day": str(day.day),
        "day_two": f"{day.day:02}",
        "month": MONTHS[day.month - 1],
        "month_two": f"{day.month:02}",
        "year": f"{day.year:04}",
        "weekday": WEEKDAYS[day.weekday()],
    }
    return with_places(pattern, parts)


def day_or_none(text: object) -> date | None:
    """A date as YAML and JSON hold it, '2023-03-15'; None for nothing. Raises ValueError."""
    return date.fromisoformat(str(text)) if text else None


def period_text(first: date, last: date) -> str:
    """'12 September to 21 October 2022': what the two dates share is written once."""
    if first == last:
        return date_text(first)
    if first.year != last.year:
        return f"{date_text(first)} to {date_text(last)}"
    if first.month != last.month:
        return f"{date_text(first, '{day} {month}')} to {date_text(last)}"
    return f"{first.day} to {date_text(last)}"


def period_phrase(first: date, last: date) -> str:
    """'from 12 September to 21 October 2022', 'on 12 September 2022'."""
    return f"{'on' if first == last else 'from'} {period_text(first, last)}"
