"""The days of a report, backwards from its meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from generator.config.jurisdictions import shipped_law
from generator.model.release.due_days import Notice, TimetableSettings
from generator.model.report import Consideration, Report
from generator.signoff.timetable_days import timetable_days
from tests.compose.builders import report
from tests.signoff.samples import FORMAT

ENGLAND = shipped_law("england")


def days(of: Report) -> dict[str, date]:
    return {one.key: one.day for one in timetable_days(of, FORMAT, ENGLAND)}


def about(meeting: date, **changes: Any) -> Report:
    return replace(report(), meeting=meeting, published=None, **changes)


def test_the_agenda_is_published_five_clear_days_before_the_meeting() -> None:
    assert days(about(date(2023, 3, 15)))["publication"] == date(2023, 3, 7)
    assert days(about(date(2023, 1, 24)))["publication"] == date(2023, 1, 16)


def test_days_go_backwards_from_the_meeting_to_the_draft() -> None:
    found = timetable_days(about(date(2023, 5, 17)), FORMAT, ENGLAND)
    # 8 May 2023 was a bank holiday, and so was 1 May.
    assert [(one.key, one.day.isoformat(), one.clear) for one in found] == [
        ("draft", "2023-04-24", 14),
        ("sign-off-finance", "2023-05-02", 9),
        ("sign-off-legal", "2023-05-02", 9),
        ("final", "2023-05-05", 6),
        ("publication", "2023-05-09", 5),
        ("meeting", "2023-05-17", 0),
    ]


def test_a_council_sets_its_own_working_days_and_call_in() -> None:
    council = replace(
        report().council, timetable=TimetableSettings(2, 3, {"Legal": 6}, 10, call_in=5)
    )
    found = days(about(date(2023, 3, 15), council=council))
    assert found["final"] == date(2023, 3, 3)
    assert found["sign-off-finance"] == date(2023, 2, 28)
    assert found["sign-off-legal"] == date(2023, 2, 23)
    assert found["draft"] == date(2023, 2, 9)
    assert found["call-in"] == date(2023, 3, 22)


def test_a_key_decision_needs_notice_of_28_clear_days() -> None:
    paper = about(date(2022, 7, 27), front_matter={"key_decision": True})
    assert days(paper)["notice"] == date(2022, 6, 28)
    given = replace(paper, notice=Notice(date(2022, 7, 1), "general", "The grant came late."))
    found = {one.key: one for one in timetable_days(given, FORMAT, ENGLAND)}
    assert found["notice-given"].day == date(2022, 7, 1)
    assert "general exception" in found["notice"].what
    assert found["notice"].source == "SI 2012/2089, regulation 9"
    assert "notice" not in {
        one.key for one in timetable_days(paper, FORMAT, shipped_law("scotland"))
    }
    assert "notice" not in days(replace(paper, front_matter={"key_decision": False}))


def test_the_bodies_that_consider_it_and_the_day_of_publication_are_among_them() -> None:
    rows = {"considered_by": (Consideration("Leadership Team", date(2023, 2, 16)),)}
    paper = replace(about(date(2023, 3, 15), front_matter=rows), published=date(2023, 3, 6))
    found = days(paper)
    assert found["considered-by-1"] == date(2023, 2, 16)
    assert found["published"] == date(2023, 3, 6)


def test_a_jurisdiction_may_say_by_when_a_decision_is_published() -> None:
    council = replace(report().council, jurisdiction="wales")
    found = timetable_days(about(date(2023, 3, 15), council=council), FORMAT, shipped_law("wales"))
    assert [(one.key, one.day) for one in found][-1] == ("decision", date(2023, 3, 24))
    assert "decision" not in days(about(date(2023, 3, 15)))
