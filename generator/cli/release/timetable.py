"""`committee timetable`: every day of a report, backwards from its meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    json_option,
    open_workspace,
    print_json,
    say,
    shown,
    workspace_option,
)
from generator.cli.sign_off_options import DAY, day_of

if TYPE_CHECKING:
    from generator.model.release.due_days import DueDay
    from generator.pipeline.timetables import Timetable


@click.command(short_help="Tell every day backwards from the meeting.")
@click.argument("report", default="", metavar="[REPORT]")
@click.option("--today", type=DAY, help="Tell what is past on this day. Default: today.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the days for a calendar, too.",
)
@workspace_option
@json_option
def timetable(
    report: str, today: datetime | None, ics: Path | None, workspace: Path | None, as_json: bool
) -> None:
    """Tell every day of REPORT: notice of a key decision, the bodies that consider it, draft,
    sign-offs, the final report, the last day to publish, the meeting, and the end of call-in.

    Clear days and notice are those of the council's jurisdiction; how many working days officers
    and democratic services have, a council says under timetable: in its file. Without REPORT: all
    reports of the workspace. The exit status is 1 when one of them cannot be told.

    \b
    Examples:
      committee timetable health-check-2022
      committee timetable health-check-2022 --ics health-check.ics
      committee timetable --today 2023-03-01 --json
    """
    from generator.pipeline.timetables import calendar_of, every_timetable, timetable_of
    from generator.publish.atomic import write_files

    opened, day = open_workspace(workspace), day_of(today)
    found = (timetable_of(opened, report),) if report else every_timetable(opened)
    if ics is not None:
        write_files({ics: calendar_of(found)})
        say(f"wrote {shown(ics)}")
    if as_json:
        made = [_as_plain(one, day) for one in found]
        print_json(made[0] if report else made)
    else:
        _tell(found, day)
    if any(one.problems for one in found):
        raise click.exceptions.Exit(1)


def _tell(found: Sequence[Timetable], today: date) -> None:
    from generator.cli.terminal import print_table
    from generator.model.wording.dates import date_text

    if not found:
        say("There is no report in inputs/; start one with: committee new")
    for at, one in enumerate(found):
        if at:
            click.echo()
        for issue in one.problems:
            say(f"{click.style('error', fg='red')}: {issue}")
        if one.meeting is not None:
            click.echo(f"{one.title}\n{one.committee}, {date_text(one.meeting)}\n")
            header = ("Day", "What", "Clear days", "Left")
            print_table(header, list(_rows(one, today)), right=(2,))
            for due in one.days:
                if due.source:
                    click.echo(f"\n{due.what}: {due.source}")


def _rows(one: Timetable, today: date) -> Iterator[tuple[str, ...]]:
    from generator.model.wording.dates import date_text

    for due in one.days:
        clear = "" if due.kind == "meeting" else str(due.clear)
        day = date_text(due.day, "{weekday} {day} {month} {year}")
        yield day, due.what, clear, _left(one, due, today)


def _left(one: Timetable, due: DueDay, today: date) -> str:
    """'past', 'today', '4 working days'."""
    from generator.signoff.despatch import working_days_left

    if due.day <= today:
        return "today" if due.day == today else "past"
    days = working_days_left(today, due.day, one.jurisdiction)
    return f"{days} working day{'' if days == 1 else 's'}"


def _as_plain(one: Timetable, today: date) -> dict[str, object]:
    plain: dict[str, object] = {
        "report": one.report,
        "title": one.title,
        "committee": one.committee,
        "meeting": one.meeting.isoformat() if one.meeting else None,
        "days": [_day_plain(one, due, today) for due in one.days],
    }
    if one.problems:
        plain["issues"] = [issue.as_plain() for issue in one.problems]
    return plain


def _day_plain(one: Timetable, due: DueDay, today: date) -> dict[str, object]:
    from generator.model.wording.dates import date_text
    from generator.signoff.despatch import working_days_left

    return {
        "kind": due.kind,
        "key": due.key,
        "what": due.what,
        "day": due.day.isoformat(),
        "weekday": date_text(due.day, "{weekday}"),
        "clear_days": due.clear,
        "left": working_days_left(today, due.day, one.jurisdiction),
        "past": due.day < today,
        "source": due.source,
    }
