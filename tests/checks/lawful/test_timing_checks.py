"""Days: clear days, notice of key decisions, and one date of the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from generator.checks.held import Check, Held
from generator.checks.lawful.timing_checks import (
    check_meeting_date,
    check_meeting_day,
    check_notice,
    check_publication,
    dates_in,
)
from generator.config.jurisdictions import shipped_law
from generator.model.release.due_days import Notice
from generator.model.release.paper import Paper
from generator.model.report import Report
from tests.checks.papers import heading, paper, text
from tests.compose.builders import format_, report

MEETING = date(2023, 3, 15)


def about(**changes: Any) -> Report:
    given = {"meeting": MEETING, "published": date(2023, 3, 7), **changes}
    return replace(report(), **given)


def told(
    check: Check, of: Report | None, one: Paper | None = None, **said: Any
) -> list[tuple[str, str, str]]:
    laws = (shipped_law("england"),)
    held = Held(one or paper(), True, of, format_() if of else None, laws=laws, **said)
    return [(x.rule.partition(".")[2], x.severity, x.message) for x in check(held)]


def rules(found: Iterable[tuple[str, str, str]]) -> list[str]:
    return [name for name, _, _ in found]


def test_five_clear_days_are_enough_and_four_are_not() -> None:
    assert told(check_publication, about()) == []
    assert told(check_publication, about(published=date(2023, 3, 8))) == [
        (
            "clear-days",
            "error",
            "published on 8 March 2023 for the meeting on 15 March 2023, with 4 clear working days "
            "between, not 5",
        )
    ]


def test_a_bank_holiday_is_no_clear_day() -> None:
    late = about(meeting=date(2023, 5, 11), published=date(2023, 5, 3))
    assert rules(told(check_publication, late)) == ["clear-days"]
    assert told(check_publication, replace(late, published=date(2023, 5, 2))) == []


def test_an_urgent_report_is_only_warned_of_by_either_way_to_say_so() -> None:
    late = about(published=date(2023, 3, 10))
    own = replace(late, urgent="The grant lapses.")
    rows = replace(late, front_matter={"urgent": True, "reason_for_urgency": "The grant lapses."})
    for one in (own, rows):
        ((name, severity, message),) = told(check_publication, one)
        assert (name, severity) == ("urgent", "warning")
        assert message.endswith("urgent because: The grant lapses.")
    assert rules(told(check_publication, replace(rows, front_matter={"urgent": False}))) == [
        "clear-days"
    ]


def test_a_despatch_that_is_past_is_told_until_the_meeting() -> None:
    unpublished = about(published=None)
    for day, found in ((7, []), (8, ["despatch"]), (15, ["despatch"]), (16, [])):
        today = date(2023, 3, day)
        assert rules(told(check_publication, unpublished, today=today)) == found


def test_a_key_decision_needs_28_clear_days_of_notice() -> None:
    key = about(meeting=date(2022, 7, 27), front_matter={"key_decision": True})
    assert rules(told(check_notice, key)) == ["notice-unknown"]
    assert told(check_notice, replace(key, notice=Notice(date(2022, 6, 28)))) == []
    ((name, severity, message),) = told(
        check_notice, replace(key, notice=Notice(date(2022, 6, 29)))
    )
    assert (name, severity) == ("notice", "error")
    assert "27 clear days before" in message
    exception = replace(key, notice=Notice(None, "special_urgency", "A court's order."))
    ((name, _, message),) = told(check_notice, exception)
    assert (name, "regulation 11" in message) == ("exception", True)
    assert told(check_notice, replace(key, front_matter={"key_decision": False})) == []


def test_a_meeting_on_a_weekend_or_a_bank_holiday_is_a_hint() -> None:
    assert told(check_meeting_day, about()) == []
    saturday = told(check_meeting_day, about(meeting=date(2023, 3, 18)))
    assert saturday == [("meeting-day", "hint", "the meeting on 18 March 2023 is on Saturday")]
    ((_, _, message),) = told(check_meeting_day, about(meeting=date(2023, 5, 8)))
    assert "Coronation" in message


def test_header_and_front_matter_give_one_date_of_the_meeting() -> None:
    front = text("Meeting date: Wednesday 15 March 2023")
    header = text("Scrutiny Panel, 15 March 2023", story="header")
    other = text("Scrutiny Panel, 16 March 2023", story="header")
    body = text("The panel met on 3 March 2022.")
    assert told(check_meeting_date, None, paper(front, heading("Purpose"), body, header)) == []
    found = told(check_meeting_date, None, paper(front, body, other))
    assert found == [
        (
            "meeting-date",
            "warning",
            "the header has '16 March 2023', front matter has 15 March 2023",
        )
    ]
    ((_, severity, message),) = told(check_meeting_date, about(), paper(body, other))
    assert (severity, message) == (
        "error",
        "the header has '16 March 2023', report.yaml has 15 March 2023",
    )


def test_dates_are_read_as_people_write_them() -> None:
    said = "15 March 2023, Wednesday 15th March 2023, 15th of March 2023, 31 February 2023"
    assert [day for day, _ in dates_in(said)] == [MEETING] * 3
