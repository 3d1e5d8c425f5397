"""`committee changes`: what changed since an officer signed, and nothing else."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
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

if TYPE_CHECKING:
    from generator.pipeline.changes_since_signed import ReportChanges
    from generator.signoff.sign_off_states import Difference
    from generator.signoff.since_signed import SinceSigned

_WIDTH = 80


@click.command(short_help="Show what changed since an officer signed.")
@click.argument("report", metavar="REPORT")
@click.option("--since", required=True, metavar="CODE|UNIT", help="The sign-off to look back to.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a .docx with the changes tracked, for the officer, instead of text.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@workspace_option
@json_option
def changes(
    report: str,
    since: str,
    output: Path | None,
    force: bool,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Show what changed in REPORT since a sign-off was given: of what it covers, and nothing else.
    [-taken out-] and {+put in+} are marked in the text.

    \b
    Examples:
      committee changes health-check-2022 --since "[JG/15022023/Y]"
      committee changes health-check-2022 --since legal
      committee changes health-check-2022 --since legal -o for-legal.docx
    """
    from generator.pipeline.changes_since_signed import changes_since

    if output is not None and output.suffix.lower() != ".docx":
        raise click.UsageError(f"--output {output}: its name must end in .docx")
    found = changes_since(open_workspace(workspace), report, since)
    if as_json:
        print_json([_as_plain(one) for one in found.found])
    elif output is None:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in found.found))
    if output is not None:
        _write(found, output, force)


def _write(found: ReportChanges, output: Path, force: bool) -> None:
    from generator.pipeline.changes_since_signed import changes_word
    from generator.publish.atomic import same, write_files

    data = changes_word(found)
    if output.exists() and not same(output, data) and not force:
        raise click.UsageError(
            f"{shown(output)}: there already and different; give --force to replace"
        )
    say(f"{'wrote' if write_files({output: data}) else 'unchanged'} {shown(output)}")


def _as_plain(one: SinceSigned) -> dict[str, object]:
    return {
        "unit": one.event.unit,
        "who": one.event.who,
        "code": one.event.code or None,
        "date": one.event.day.isoformat(),
        "covers": list(one.event.covers),
        "changed": [{"kind": each.kind, "old": each.old, "new": each.new} for each in one.changed],
    }


def _lines(one: SinceSigned) -> Iterator[str]:
    from generator.model.wording.dates import date_text

    who = one.event.code or one.event.who
    yield f"{one.title}: {who}, {date_text(one.event.day)}"
    if not one.changed:
        yield "Nothing that it covers has changed."
    for kind in dict.fromkeys(each.kind for each in one.changed):
        yield ""
        yield f"{kind.capitalize()}:"
        yield from _wrapped([each for each in one.changed if each.kind == kind])


def _wrapped(changed: Sequence[Difference]) -> Iterator[str]:
    """Each change in lines that fit the terminal."""
    from textwrap import wrap

    from generator.signoff.since_signed import marked

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    for each in changed:
        text = marked(each.old, each.new)
        text = f"{each.key}: {text}" if each.key else text
        yield from wrap(
            text,
            max(width, 20),
            initial_indent="  ",
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
