"""Dates and periods in English, whatever the machine's locale."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def date_text(day: date) -> str:
    """'15 March 2023'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_text(first: date, last: date) -> str:
    """'12 September to 21 October 2022': what the two dates share is written once."""
    if first == last:
        return date_text(first)
    if first.year != last.year:
        return f"{date_text(first)} to {date_text(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {date_text(last)}"
    return f"{first.day} to {date_text(last)}"


def period_phrase(first: date, last: date) -> str:
    """'from 12 September to 21 October 2022', 'on 12 September 2022'."""
    return f"{'on' if first == last else 'from'} {period_text(first, last)}"
