"""`committee sign-off`: recording that an officer has cleared a unit, or takes it back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.cli.shared_options import (
    dry_run_option,
    json_option,
    open_workspace,
    scratch,
    workspace_option,
)
from generator.cli.sign_off_options import DAY, day_of, tell_recorded


def _listed(_context: click.Context, _option: click.Parameter, given: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in given.split(",") if part.strip())


@click.command("sign-off", short_help="Record an officer's sign-off, or take it back.")
@click.argument("report", metavar="REPORT")
@click.argument("unit", metavar="UNIT")
@click.argument("code", default="", metavar="[CODE]")
@click.option("--officer", default="", help="Who signs, where the format wants officer and date.")
@click.option("--post", default="", help="The officer's post.")
@click.option("--date", "day", type=DAY, help="When. Default: the code's day; without one, today.")
@click.option(
    "--covers",
    default="",
    callback=_listed,
    metavar="KIND,...",
    help="What it is of, where that is less than the format says: words, figures, recommendations.",
)
@click.option("--withdraw", "taken_back", is_flag=True, help="Take the sign-off back.")
@workspace_option
@dry_run_option
@json_option
def sign_off(
    report: str,
    unit: str,
    code: str,
    officer: str,
    post: str,
    day: datetime | None,
    covers: tuple[str, ...],
    taken_back: bool,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Record that UNIT of REPORT was signed off as it is now: in sign_offs.yaml, which says what is
    printed, and in ledger.jsonl, which keeps what was cleared. A later code of the same person
    takes the place of the earlier one; other people's stay.

    \b
    Examples:
      committee sign-off health-check-2022 financial "[JG/15022023/Y]"
      committee sign-off health-check-2022 legal "[SB/05022023/I]" --covers words
      committee sign-off agency-social-work-2023 climate --officer "Casper Idowu" --date 2023-01-18
      committee sign-off health-check-2022 financial --withdraw
    """
    from generator.pipeline.record_sign_offs import sign_off as record
    from generator.pipeline.record_sign_offs import withdraw
    from generator.signoff.sign_off_entries import GivenSignOff

    if taken_back and (covers or post):
        raise click.UsageError("--withdraw takes neither --covers nor --post")
    opened = open_workspace(workspace)
    with scratch(opened, dry_run) as used:
        if taken_back:
            recorded = withdraw(used, report, unit, day_of(day), code, officer, dry_run=dry_run)
        else:
            given = GivenSignOff(code, officer, post, day.date() if day else None, covers)
            recorded = record(used, report, unit, given, day_of(None), dry_run=dry_run)
    tell_recorded(recorded, as_json, dry_run)
