"""`committee pull`: officers' edits back into the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    DOCUMENT,
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

if TYPE_CHECKING:
    from generator.config.workspace import Workspace
    from generator.merge.account import AccountItem
    from generator.pipeline.pulling import Pulled, PulledSignOff

_LONG = 72


@click.command(short_help="Bring officers' edits back into the sources.")
@click.argument("files", type=DOCUMENT, nargs=-1, required=True, metavar="EDITED.docx...")
@click.option("--report", help="The report, for a file that does not say of which it is a draft.")
@workspace_option
@dry_run_option
@json_option
@click.pass_context
def pull(
    context: click.Context,
    files: tuple[Path, ...],
    report: str | None,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring what officers changed in EDITED.docx, with tracked changes or without, back into the
    report's narrative.md and report.yaml, word by word.

    Each edit is listed with what became of it: merged, and where; a conflict with what the author
    has changed, both readings standing in the source as [[author: ... // officer: ...]], which
    drafts print and copies for publication refuse; refused, and why; or superseded: the author
    rewrote what the copy still shows. The report is built again in memory and held against the
    file, so that no edit is left out; if one were, nothing would be written.

    Comments go to comments.jsonl in the report's folder, and the file itself, unchanged, to
    received/. Several copies of one draft are merged one after the other. Exit status 1 where a
    person must decide.

    \b
    Examples:
      committee pull "health-check-2022 finance.docx"
      committee pull finance.docx legal.docx --dry-run
      committee pull old-copy.docx --report health-check-2022
    """
    from generator.pipeline.pulling import pull as pull_copies
    from generator.pipeline.pulling import read_copy
    from generator.pipeline.received import files_to_write
    from generator.publish.atomic import write_files

    opened = open_workspace(workspace, None)
    copies = [read_copy(shown(path), path.read_bytes()) for path in files]
    drafted = [copy.base.folder for copy in copies if copy.base is not None]
    reports = {report or "", *drafted} & {*opened.report_names()}
    with scratch(opened, dry_run, reports) as used:
        pulled = pull_copies(used, copies, report or "", announce)
    written = files_to_write(opened, pulled, [(path.name, path.read_bytes()) for path in files])
    changed = [] if dry_run else write_files(written)
    signed = [_record(opened, pulled.report, one, dry_run) for one in pulled.sign_offs]
    if as_json:
        print_json(_as_plain(pulled, [shown(path) for path in written], signed, dry_run))
    else:
        _print(pulled, [shown(path) for path in (written if dry_run else changed)], dry_run)
        for line in signed:
            click.echo(f"  {line['became']}: sign-off of {line['unit']} {line['code']}")
    if pulled.undecided or any(line["became"] == "refused" for line in signed):
        context.exit(1)


def _record(opened: Workspace, report: str, one: PulledSignOff, dry_run: bool) -> dict[str, str]:
    """Record a code that was typed into a copy, for the words that it stood under there."""
    from datetime import date

    from generator.errors import CommitteeError
    from generator.pipeline.record_sign_offs import sign_off
    from generator.signoff.sign_off_entries import GivenSignOff

    told = {"unit": one.unit, "code": one.code}
    given, day = GivenSignOff(code=one.code), date.today()  # a code has its own day
    try:
        sign_off(opened, report, one.unit, given, day, cleared=one.cleared, dry_run=dry_run)
    except CommitteeError as error:
        return {"became": "refused", **told, "reason": error.message}
    return {"became": "merged", **told}


def _as_plain(
    pulled: Pulled, files: Sequence[str], signed: Sequence[dict[str, str]], dry_run: bool
) -> dict[str, object]:
    return {
        "report": pulled.report,
        "files": files,
        "written": not dry_run,
        "edits": [
            {"file": name, **item.as_plain()} for name, items in pulled.accounts for item in items
        ],
        "sign_offs": list(signed),
        "comments": [one.as_plain() for one in pulled.comments],
        "notices": list(pulled.notices),
    }


def _print(pulled: Pulled, files: Sequence[str], dry_run: bool) -> None:
    for notice in pulled.notices:
        say(f"note: {notice}")
    for name, items in pulled.accounts:
        click.echo(f"{name}: {_summary(items)}")
        for became in ("merged", "conflict", "refused", "superseded"):
            for item in items:
                if item.became == became:
                    _print_item(item)
    verb = "would write" if dry_run else "wrote"
    for file in files:
        click.echo(f"{verb} {file}")
    count = len(pulled.comments)
    if count:
        say(f"{count} comment{'s' if count != 1 else ''}; list them with: committee comments")
    if pulled.undecided:
        say(f"{pulled.undecided} for a person to decide.")


def _print_item(item: AccountItem) -> None:
    colour = {"merged": "green", "conflict": "red", "refused": "yellow"}.get(item.became)
    place = f" {item.where}" if item.where.file else ""
    who = f" ({item.author})" if item.author else ""
    click.echo(f"  {click.style(item.became, fg=colour)}{place}: {item.kind}{who}")
    if item.old != item.new:
        click.echo(f"    - {_brief(item.old)}")
        click.echo(f"    + {_brief(item.new)}")
    else:
        click.echo(f"      {_brief(item.old)}")
    if item.reason:
        click.echo(f"    {item.reason}")


def _brief(text: str) -> str:
    """A text on one line, its middle left out where it is long."""
    line = " / ".join(text.split("\n")).strip() or "(nothing)"
    return line if len(line) <= _LONG else f"{line[: _LONG // 2]} ... {line[-_LONG // 2 :]}"


def _summary(items: Sequence[AccountItem]) -> str:
    counts = Counter(item.became for item in items)
    told = [f"{counts[one]} {one}" for one in ("merged", "conflict", "refused", "superseded")]
    return ", ".join(one for one in told if not one.startswith("0 ")) or "no edits"
