"""`committee finalise`: releasing a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    announce,
    dry_run_option,
    json_option,
    open_workspace,
    print_json,
    say,
    scratch,
    shown,
    workspace_option,
)
from generator.cli.sign_off_options import DAY, day_of

if TYPE_CHECKING:
    from generator.pipeline.release.finalising import Final
    from generator.pipeline.release.recording_releases import Released

_NOBODY = "the ledger {} nobody who released it: give --by a name or a post"


@click.command(short_help="Release a report: checked, signed, written, recorded.")
@click.argument("report", metavar="REPORT")
@click.option(
    "--by",
    "who",
    default="",
    envvar="COMMITTEE_RELEASED_BY",
    show_envvar=True,
    help="Who releases it, for the ledger: a name or a post.",
)
@click.option("--supersede", is_flag=True, help="Release a new version where one differs.")
@click.option("--today", type=DAY, help="The day of the release. Default: today.")
@workspace_option
@dry_run_option
@json_option
def finalise(
    report: str,
    who: str,
    supersede: bool,
    today: datetime | None,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Release REPORT, if the checks find no error and every sign-off stands.

    Into output/REPORT/final go the copy for publication (.docx without marks, base and comments,
    and a tagged PDF where LibreOffice is there), findings.json, provenance.json, and verify.html:
    published beside the report, it tells anybody whether a file is the released one, who signed it
    off, and where its figures come from. Into output/REPORT/final-internal go the internal copy
    with all sign-off codes and the checklist of what was checked, as .docx and HTML.

    The release is recorded in the report's ledger and in released/. What was released is not
    replaced by something else without --supersede, which raises its version; the former files are
    kept beside the new ones. The ledger's line names whom --by says; nothing is taken from the
    machine.

    \b
    Examples:
      committee finalise health-check-2022 --dry-run
      committee finalise health-check-2022 --by "Democratic Services"
      committee finalise health-check-2022 --supersede
    """
    from generator.pipeline.release.finalising import finalise as release
    from generator.pipeline.release.recording_releases import record_release

    opened, day = open_workspace(workspace), day_of(today)
    name = opened.report_folder(report).name
    with scratch(opened, dry_run) as used:
        final = release(used, name, day, supersede=supersede, announce=announce)
    if not (who.strip() or final.known):
        said = _NOBODY.format("would name" if dry_run else "names")
        final = replace(final, notes=(*final.notes, said))
    done = record_release(opened, final, who, day, dry_run=dry_run)
    if as_json:
        print_json(_as_plain(final, done, dry_run))
    else:
        _tell(final, done, dry_run)


def _tell(final: Final, done: Released, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    for path in done.kept:
        say(f"version {final.record.version - 1} {would}kept as {shown(path)}")
    _tell_paths("would write" if dry_run else "wrote", done.changed)
    _tell_paths("unchanged", done.unchanged)
    for note in final.notes:
        say(note)
    found = len(final.issues)
    if found:
        noun = "remark" if found == 1 else "remarks"
        say(f"{found} {noun} of the checks, none of them an error, on the checklist")
    state = "is released already" if final.known else f"{would}released"
    click.echo(f"{final.record.report}: version {final.record.version} {state}")


def _tell_paths(verb: str, paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"{verb} {shown(path)}")


def _as_plain(final: Final, done: Released, dry_run: bool) -> dict[str, object]:
    return {
        "report": final.record.report,
        "version": final.record.version,
        "release": done.release,
        "files": [str(path) for path in (*done.changed, *done.unchanged)],
        "changed": [str(path) for path in done.changed],
        "known": final.known,
        "issues": [issue.as_plain() for issue in final.issues],
        "notes": list(final.notes),
        "dry_run": dry_run,
    }
