"""The timetables of reports: loaded, without building them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.config.jurisdictions import load_law
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Issue
from generator.model.release.due_days import DueDay
from generator.model.report import Jurisdiction
from generator.model.wording.dates import date_text
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from generator.publish.release.calendar_file import CalendarEvent, calendar_file
from generator.signoff.timetable_days import timetable_days


@dataclass(frozen=True, slots=True)
class Timetable:
    """The days of a report, in their order. problems: why they cannot be told."""

    report: str
    title: str = ""
    committee: str = ""
    meeting: date | None = None
    jurisdiction: Jurisdiction = "england"
    days: tuple[DueDay, ...] = ()
    problems: tuple[Issue, ...] = ()


def timetable_of(workspace: Workspace, name: str) -> Timetable:
    """The timetable of a report. Raises InputProblems where report.yaml or its like is wrong."""
    inputs = read_inputs(workspace, name)
    loaded = stages.load(inputs)
    report = loaded.report
    law = load_law(inputs.workspace, report.council)
    return Timetable(
        inputs.name,
        report.title,
        report.committee.short_name or report.committee.name,
        report.meeting,
        report.council.jurisdiction,
        timetable_days(report, loaded.format, law),
    )


def every_timetable(workspace: Workspace) -> tuple[Timetable, ...]:
    """Those of all reports, by meeting; one that cannot be told stops no other and stands last."""
    found = []
    for name in workspace.report_names():
        try:
            found.append(timetable_of(workspace, name))
        except InputProblems as error:
            found.append(Timetable(name, problems=tuple(error.problems)))
    return tuple(sorted(found, key=lambda one: (one.meeting or date.max, one.report)))


def calendar_of(timetables: Iterable[Timetable]) -> bytes:
    """The days of reports as one calendar file."""
    return calendar_file(
        CalendarEvent(
            f"{one.report}-{due.key}",
            due.day,
            f"{due.what}: {one.title}",
            one.meeting,
            _details(one, due),
        )
        for one in timetables
        if one.meeting is not None
        for due in one.days
    )


def _details(one: Timetable, due: DueDay) -> str:
    meeting = date_text(one.meeting) if one.meeting else ""
    text = f"{one.title}\n{one.committee}, {meeting}"
    return f"{text}\n{due.source}" if due.source else text
