"""`committee status`: how the sign-offs of a report stand, and when reports must be sent out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import json_option, open_workspace, say, workspace_option
from generator.cli.sign_off_options import DAY, day_of

if TYPE_CHECKING:
    from generator.pipeline.report_status import ReportStatus
    from generator.signoff.sign_off_states import Standing


@click.command(short_help="Tell who has signed what, and when reports are due.")
@click.argument("report", default="", metavar="[REPORT]")
@click.option("--today", type=DAY, help="Count working days from this day. Default: today.")
@workspace_option
@json_option
def status(report: str, today: datetime | None, workspace: Path | None, as_json: bool) -> None:
    """Tell how each sign-off of REPORT stands: missing, asked, signed, stale (with what changed
    since), withdrawn, or unbound (in sign_offs.yaml, but not in the ledger); who is owed what; and
    how many working days are left before it must be sent out.

    Without REPORT: all reports of the workspace, by the day on which they must be sent out. The
    exit status is 1 when one of them cannot be built.

    \b
    Examples:
      committee status health-check-2022
      committee status --today 2023-03-01
      committee status health-check-2022 --json
    """
    from generator.errors import InputProblems
    from generator.pipeline.report_status import every_status, report_status

    opened = open_workspace(workspace)
    found = (report_status(opened, report),) if report else every_status(opened)
    if report and found[0].problems:
        raise InputProblems(found[0].problems)
    day = day_of(today)
    if as_json:
        _print_json(found, bool(report))
    elif report:
        _tell(found[0], day)
    else:
        _tell_all(found, day)
    if any(one.problems for one in found):
        raise click.exceptions.Exit(1)


# ---------------------------------------------------------------- JSON
def _print_json(found: Sequence[ReportStatus], single: bool) -> None:
    from generator.cli.shared_options import print_json

    made = [_as_plain(one) for one in found]
    print_json(made[0] if single else made)


def _as_plain(one: ReportStatus) -> dict[str, object]:
    plain: dict[str, object] = {
        "report": one.report,
        "meeting": one.meeting.isoformat() if one.meeting else None,
        "despatch": one.despatch.isoformat() if one.despatch else None,
        "sign_offs": [_row_plain(row) for row in one.rows],
    }
    if one.problems:
        plain["issues"] = [issue.as_plain() for issue in one.problems]
    return plain


def _row_plain(row: Standing) -> dict[str, object]:
    return {
        "unit": row.unit,
        "owner": row.owner,
        "state": row.state,
        "code": row.code or None,
        "date": row.date.isoformat() if row.date else None,
        "changed": [{"kind": one.kind, "old": one.old, "new": one.new} for one in row.changed],
    }


# ---------------------------------------------------------------- one report
def _tell(one: ReportStatus, today: date) -> None:
    from generator.cli.terminal import print_table
    from generator.model.wording.dates import date_text

    assert one.meeting is not None, "a report that can be built has a meeting"
    click.echo(f"{one.title}\n{one.committee}, {date_text(one.meeting)}; {_due(one, today)}\n")
    if not one.rows:
        click.echo("Nobody signs off this report.")
        return
    header = ("Unit", "Owner", "State", "Sign-off", "Date", "Covers")
    print_table(header, [_cells(row) for row in one.rows])
    changed = [row for row in one.rows if row.changed]
    if changed:
        click.echo("\nChanged since it was signed:\n")
        lines = [cells for row in changed for cells in _changed_cells(row)]
        print_table(("Unit", "What", "When signed", "Now"), lines)
    owed = list(_owed(one.rows))
    click.echo("\n" + ("\n".join(["Owed:", *owed]) if owed else "Nothing is owed."))


def _cells(row: Standing) -> tuple[str, ...]:
    from generator.model.format import DEPENDENCES
    from generator.model.wording.dates import date_text

    day = date_text(row.date) if row.date else ""
    covers = "" if set(row.covers) == set(DEPENDENCES) else ", ".join(row.covers)
    return row.unit, row.owner, row.state, row.code or row.who, day, covers


def _changed_cells(row: Standing) -> Iterator[tuple[str, ...]]:
    for one in row.changed:
        what = f"{one.kind}: {one.key}" if one.key else one.kind
        yield row.unit, what, one.old or "(nothing)", one.new or "(nothing)"


def _owed(rows: Sequence[Standing]) -> Iterator[str]:
    """Who has still to do what."""
    from generator.signoff.sign_off_states import OWED

    words = {"stale": "to be signed again", "withdrawn": "withdrawn, to be signed again"}
    for row in rows:
        who = f"{row.owner} ({row.who})" if row.who not in ("", row.owner) else row.owner
        if row.state in OWED:
            yield f"  {who}: {row.title}, {words.get(row.state, row.state)}"
        elif row.state == "unbound":
            yield f"  {who}: {row.title}, unbound; record {row.code or row.who} by sign-off"


def _due(one: ReportStatus, today: date) -> str:
    """'send out by 7 March 2023: 4 working days left'."""
    from generator.model.wording.dates import date_text

    if one.despatch is None:
        return ""
    text = f"send out by {date_text(one.despatch)}"
    if one.despatch < today:
        return f"{text}, which is past"
    return f"{text}: {_days(_left(one, today))}"


def _left(one: ReportStatus, today: date) -> int:
    from generator.signoff.despatch import working_days_left

    return working_days_left(today, one.despatch, one.jurisdiction) if one.despatch else 0


def _days(left: int) -> str:
    return "today" if left == 0 else f"{left} working day{'' if left == 1 else 's'} left"


# ---------------------------------------------------------------- all reports
def _tell_all(found: Sequence[ReportStatus], today: date) -> None:
    from generator.cli.terminal import print_table

    if not found:
        say("There is no report in inputs/; start one with: committee new")
        return
    header = ("Report", "Committee", "Meeting", "Send out by", "Left", "Sign-offs")
    print_table(header, [_line(one, today) for one in found])
    for one in found:
        for issue in one.problems:
            say(f"{click.style('error', fg='red')}: {issue}")


def _line(one: ReportStatus, today: date) -> tuple[str, ...]:
    from generator.model.wording.dates import date_text

    meeting, despatch = (date_text(day) if day else "" for day in (one.meeting, one.despatch))
    if one.despatch is None:
        left = ""
    else:
        left = "past" if one.despatch < today else _days(_left(one, today))
    states = Counter(row.state for row in one.rows)
    said = ", ".join(f"{count} {state}" for state, count in states.items())
    said = "cannot be built" if one.problems else said or "none"
    return one.report, one.committee, meeting, despatch, left, said
