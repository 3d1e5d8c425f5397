"""`committee redline`: two Word files as one with tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    DOCUMENT,
    dry_run_option,
    json_option,
    print_json,
    say,
    shown,
)
from generator.cli.sign_off_options import DAY

if TYPE_CHECKING:
    from datetime import datetime

    from generator.word.redline.redlined import Redlined


@click.command(short_help="Compare two Word files, as tracked changes.")
@click.argument("old", type=DOCUMENT)
@click.argument("new", type=DOCUMENT)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write it. Default: beside NEW, with -redline behind its name.",
)
@click.option("--author", default="committee", show_default=True, help="Whose changes they are.")
@click.option(
    "--date",
    type=DAY,
    default="2000-01-01",
    metavar="DAY",
    help="The day of the changes, such as 2023-03-15. Default: 2000-01-01, so that the same files "
    "give the same bytes.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@dry_run_option
@json_option
def redline(
    old: Path,
    new: Path,
    output: Path | None,
    author: str,
    date: datetime,
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write NEW with everything that changed since OLD as tracked changes.

    OLD and NEW are any two .docx. In Word, accept all changes for the text of NEW, reject all for
    that of OLD: paragraphs, lists, headings, tables with their rows, captions, footnotes. What was
    moved is taken out in one place and put in at the other.

    Changes that are tracked in OLD or NEW already are taken as accepted first. Headers, footers
    and comments are those of NEW.

    \b
    Examples:
      committee redline draft-1.docx draft-2.docx
      committee redline signed.docx now.docx --output changes.docx --author "J Smith"
      committee redline draft-1.docx draft-2.docx --dry-run --json
    """
    from generator.publish.atomic import same, write_files

    target = output or new.with_name(f"{new.stem}-redline.docx")
    if target.suffix.lower() != ".docx":
        raise click.UsageError(f"--output {target}: its name must end in .docx")
    if target.resolve() in (old.resolve(), new.resolve()):
        raise click.UsageError(f"{shown(target)} is one of the files compared; choose another name")
    made = _compared(old, new, author, f"{date:%Y-%m-%d}")
    if target.exists() and not same(target, made.data) and not force:
        raise click.UsageError(
            f"{shown(target)}: there already and different; give --force to replace"
        )
    for notice in _notices(made, old, new):
        say(notice)
    if as_json:
        print_json(_plain(made, old, new, target))
    else:
        click.echo(_in_words(made))
    changed = not same(target, made.data) if dry_run else bool(write_files({target: made.data}))
    say(f"{('would write' if dry_run else 'wrote') if changed else 'unchanged'} {shown(target)}")


def _compared(old: Path, new: Path, author: str, date: str) -> Redlined:
    """The comparison. Raises InputProblems for files that cannot be read, of both where both."""
    from generator.errors import InputProblems
    from generator.model.issues import Where
    from generator.word.package.zip_package import PackageError
    from generator.word.redline.opened import OpenedDocument
    from generator.word.redline.redlined import compare
    from generator.word.word_rules import WORD_UNREADABLE

    opened, problems = [], []
    for path in (old, new):
        try:
            opened.append(OpenedDocument(path.read_bytes()))
        except PackageError as error:
            problems.append(WORD_UNREADABLE.issue(Where(shown(path)), error.message))
    if problems:
        raise InputProblems(problems)
    return compare(opened[0], opened[1], author, date)


def _notices(made: Redlined, old: Path, new: Path) -> Iterator[str]:
    """What was not compared, and what was taken as it is."""
    for path, count in zip((old, new), made.accepted, strict=True):
        if count:
            noun = "change" if count == 1 else "changes"
            yield f"{shown(path)}: {count} tracked {noun} taken as accepted"
    if made.margins_differ:
        yield f"headers or footers differ; those of {shown(new)} are kept, without marks"
    if made.pages_differ:
        yield f"pages are of other sizes or lie otherwise; those of {shown(new)} are kept"


def _in_words(made: Redlined) -> str:
    from generator.word.redline.counted_changes import kinds_in_words

    return kinds_in_words(made.changes) or "nothing changed"


def _plain(made: Redlined, old: Path, new: Path, target: Path) -> dict[str, object]:
    return {
        "old": shown(old),
        "new": shown(new),
        "output": shown(target),
        "changes": made.changes,
        "accepted": {"old": made.accepted[0], "new": made.accepted[1]},
        "margins_differ": made.margins_differ,
        "pages_differ": made.pages_differ,
    }
