"""`committee verify`: is a file the released one?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import json_option, open_workspace, print_json, shown
from generator.cli.shared_options import workspace_option as in_workspace

if TYPE_CHECKING:
    from generator.publish.release.comparison import Compared

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
LINES_SHOWN = 20


@click.command(short_help="Tell whether a file is the released one.")
@click.argument("file", type=FILE, metavar="FILE.docx|FILE.pdf")
@click.option(
    "--against",
    type=FILE,
    multiple=True,
    help="The record of a release (released/1.json). Default: all of the workspace.",
)
@in_workspace
@json_option
def verify(file: Path, against: tuple[Path, ...], workspace: Path | None, as_json: bool) -> None:
    """Tell whether FILE is one that was released: byte for byte; saved again by another program
    with the same words, figures and charts; or changed, and then where.

    Of a PDF what its pages print is compared, figures of charts among it; what its pictures
    show is not. Of one that was laid out anew it is told which released words it lacks. The
    exit status is 1 for a file that was changed, or that comes near to no release.

    \b
    Examples:
      committee verify "2023-03-15 Health check.docx"
      committee verify download.pdf
      committee verify theirs.docx --against inputs/health-check-2022/released/1.json --json
    """
    from generator.pipeline.release.verifying import read_record
    from generator.pipeline.release.verifying import verify as held

    records = [read_record(path, shown(path)) for path in against]
    opened = None if records else open_workspace(workspace)
    found = held(file.read_bytes(), shown(file), opened, records)
    if as_json:
        print_json(_as_plain(found))
    else:
        _tell(shown(file), found)
    if found.verdict in ("changed", "unsure", "unknown"):
        raise click.exceptions.Exit(1)


def _tell(name: str, found: Compared) -> None:
    record = found.record
    if record is None:
        click.echo(f"{name}: not known; it comes near to no release")
        return
    release = f"{record.title}, version {record.version} ({record.report})"
    same = "words and figures, those in charts too," if found.pdf else "words, figures and charts"
    told = {
        "released": f"this is the released file of {release}, byte for byte",
        "saved again": f"the {same} are those of {release}; the file was saved again",
        "unsure": f"these are not the bytes of {release}; all released words stand in it, "
        "and something may have been added",
        "changed": f"this is not what was released as {release}",
    }
    click.echo(f"{name}: {told[found.verdict]}")
    if found.pdf and found.verdict in ("saved again", "unsure"):
        click.echo("What the pictures of a PDF show is not compared.")
    if found.superseded:
        click.echo("A later version was released since.")
    if found.lost:
        click.echo(f"Alternative texts of charts and pictures that are missing: {found.lost}")
    if found.lines:
        _tell_lines(found)
    elif found.parts:
        click.echo(f"Parts of the file that differ: {', '.join(found.parts)}")


def _tell_lines(found: Compared) -> None:
    from generator.cli.terminal import print_table
    from generator.publish.release.compare_release import excerpts

    rows = []
    for one in found.lines[:LINES_SHOWN]:
        old, new = excerpts(one.released, one.found)
        place = one.place or "notes, headers, footers"
        rows.append((place, old or "(nothing)", new or "(nothing)"))
    click.echo()
    print_table(("Where", "Released", "In this file"), rows)
    left = len(found.lines) - LINES_SHOWN
    if left > 0:
        click.echo(f"and {left} more; --json lists them all")


def _as_plain(found: Compared) -> dict[str, object]:
    record = found.record
    return {
        "verdict": found.verdict,
        "report": record.report if record else None,
        "version": record.version if record else None,
        "superseded": found.superseded,
        "parts": list(found.parts),
        "lost_alternative_texts": found.lost,
        "lines": [
            {"place": one.place, "released": one.released, "found": one.found}
            for one in found.lines
        ],
    }
