"""`committee ask`: asking owners to sign off."""

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


@click.command(short_help="Note that officers are asked to sign off.")
@click.argument("report", metavar="REPORT")
@click.argument("units", nargs=-1, required=True, metavar="UNIT...")
@click.option("--officer", default="", help="Whom to ask: initials, or a name. Default: the owner.")
@click.option("--date", "day", type=DAY, help="The day on which they are asked. Default: today.")
@workspace_option
@dry_run_option
@json_option
def ask(
    report: str,
    units: tuple[str, ...],
    officer: str,
    day: datetime | None,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Note in REPORT's ledger that the owners of UNITs are asked to sign them off, and what these
    say now. UNIT is an implication, a signed section, or a row of people who sign, by its key in
    sign_offs.yaml; 'all' asks for whatever is missing, stale or withdrawn.

    Nothing is sent: the draft says "[awaiting Finance]", and `committee status` who is owed what.

    \b
    Examples:
      committee ask health-check-2022 financial legal
      committee ask health-check-2022 financial --officer MK
      committee ask health-check-2022 all
    """
    from generator.pipeline.record_sign_offs import ask as record

    opened = open_workspace(workspace)
    with scratch(opened, dry_run) as used:
        recorded = record(used, report, units, day_of(day), officer, dry_run=dry_run)
    tell_recorded(recorded, as_json, dry_run)
