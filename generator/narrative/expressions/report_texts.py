"""What expressions may say of a report: `report.title`, `sourced.electors`."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.report import Consideration, Person, Report
from generator.model.wording.dates import date_text
from generator.model.wording.english import listed


def report_as_named(report: Report) -> str:
    """All that an expression may say of the report, as text: two that are alike print the same."""
    return repr((report_texts(report), dict(report.sourced)))


def report_texts(report: Report) -> dict[str, str]:
    """What stands behind `report.`: its variables, its front matter, and what it is called."""
    texts = dict(report.variables)
    for key, value in report.front_matter.items():
        if (text := _front_matter_text(value)) is not None:
            texts[key] = text
    texts |= {
        "title": report.title,
        "council": report.council.name,
        "council_short": report.council.short_name or report.council.name,
        "committee": report.committee.name,
        "committee_short": report.committee.short_name or report.committee.name,
        "meeting_date": date_text(report.meeting),
        "marking": report.marking,
    }
    if report.published is not None:
        texts["published"] = date_text(report.published)
    return texts


def _front_matter_text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, tuple):
        return listed([_entry_text(entry) for entry in value])
    return None


def _entry_text(entry: Any) -> str:
    if isinstance(entry, Person):
        return f"{entry.name}, {entry.post}" if entry.post else entry.name
    if isinstance(entry, Consideration):
        return f"{entry.body}, {date_text(entry.date)}"
    return str(entry)
