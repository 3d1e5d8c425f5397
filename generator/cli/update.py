"""`committee update`: the sources as they are now, into a copy of an officer's own file."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from generator.pipeline.updating import UpdatedCopy
    from generator.update.updated import UpdateItem

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_LONG = 72


@click.command(short_help="Bring source changes into an officer's file.")
@click.argument("edited", type=_FILE, metavar="EDITED.docx")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the copy. Default: beside EDITED.docx, with -updated behind its name.",
)
@click.option("--report", help="The report, where it has another name since, or the file has none.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@workspace_option
@dry_run_option
@json_option
@click.pass_context
def update(
    context: click.Context,
    edited: Path,
    output: Path | None,
    report: str | None,
    force: bool,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write a copy of EDITED.docx, which an officer is still working on, with everything that has
    changed in the report's sources and data since it was sent, as tracked changes by 'committee'.

    What the officer has changed stays: words, tracked changes, comments, formatting. Where both
    have changed the same words, the officer's stay, and a comment by 'committee' tells what the
    source says now. Rejecting the changes by 'committee' gives the officer's text again. A chart
    cannot be tracked: it is replaced, and a comment at its caption says so.

    A file that does not say any more what it was when it was sent is held against the drafts that
    are known, in output/ and in the report's received/ (--report names it), by its words.

    EDITED.docx itself is never changed. The copy counts from the sources as they are now: pulling
    it brings in what the officer changed, and nothing else. Exit status 1 where a person must
    decide.

    \b
    Examples:
      committee update finance.docx
      committee update finance.docx --output "finance, 2 March.docx"
      committee update finance.docx --dry-run --json
    """
    from generator.pipeline.updating import update as update_file
    from generator.publish.atomic import same, write_files

    target = _target(edited, output)
    opened = open_workspace(workspace, None)
    with scratch(opened, dry_run) as used:
        made = update_file(used, shown(edited), edited.read_bytes(), report or "", announce)
    if target.exists() and not same(target, made.data) and not force:
        raise click.UsageError(
            f"{shown(target)}: there already and different; give --force to replace"
        )
    if as_json:
        print_json(_as_plain(made, target, dry_run))
    else:
        _print(made)
    changed = not same(target, made.data) if dry_run else bool(write_files({target: made.data}))
    say(f"{('would write' if dry_run else 'wrote') if changed else 'unchanged'} {shown(target)}")
    if made.conflicts:
        context.exit(1)


def _target(edited: Path, output: Path | None) -> Path:
    """Where the copy goes. Raises click.UsageError for the edited file itself, and other kinds."""
    target = output or edited.with_name(f"{edited.stem}-updated.docx")
    if target.suffix.lower() != ".docx":
        raise click.UsageError(f"--output {target}: its name must end in .docx")
    if target.resolve() == edited.resolve():
        raise click.UsageError(f"{shown(target)} is the edited file itself; choose another name")
    return target


def _as_plain(made: UpdatedCopy, target: Path, dry_run: bool) -> dict[str, object]:
    return {
        "report": made.report,
        "output": shown(target),
        "written": not dry_run,
        "changes": [one.as_plain() for one in made.items if one.became == "changed"],
        "conflicts": [one.as_plain() for one in made.items if one.became == "conflict"],
        "notices": list(made.notices),
    }


def _print(made: UpdatedCopy) -> None:
    if not made.items:
        click.echo("nothing to update")
    for notice in made.notices:
        say(notice)
    for became in ("changed", "conflict"):
        for item in made.items:
            if item.became == became:
                _print_item(item)
    if made.conflicts:
        say(f"{made.conflicts} for a person to decide; a comment in the copy tells of each.")


def _print_item(item: UpdateItem) -> None:
    colour = {"changed": "green", "conflict": "red"}[item.became]
    place = f" {item.unit}" if item.unit else ""
    click.echo(f"{click.style(item.became, fg=colour)}{place}: {item.kind}")
    if item.old:
        click.echo(f"  - {_brief(item.old)}")
    if item.new:
        click.echo(f"  + {_brief(item.new)}")


def _brief(text: str) -> str:
    """A text on one line, its middle left out where it is long."""
    line = " / ".join(text.split("\n")).strip()
    return line if len(line) <= _LONG else f"{line[: _LONG // 2]} ... {line[-_LONG // 2 :]}"
