"""`committee template`: report templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import dry_run_option, json_option, print_issues, say, shown

if TYPE_CHECKING:
    from generator.model.issues import Issue


@click.group(short_help="Look after report templates (.docx).")
def template() -> None:
    """Look after report templates: the .docx in report_templates/ that carry a council's looks."""


@template.command(short_help="Say what is missing or misspelt in a template.")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@json_option
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """Check report templates (FILES): styles, numbering, the place of the body, every tag's
    spelling, page size, fields, comments left in. Each problem names its place as Word counts it.
    A template of a workspace is held to what the councils set whose formats use it.

    Exit status 1 when anything is wrong.

    \b
    Examples:
      committee template check report_templates/scrutiny.docx
    """
    from generator.errors import InputProblems

    problems = [problem for file in files for problem in _checked(file)]
    if problems:
        raise InputProblems(problems)
    if as_json:
        print_issues(problems)
        return
    for file in files:
        click.echo(f"{file}: nothing is wrong")


def _checked(file: Path) -> list[Issue]:
    """Every problem of a template, under the settings of each council that uses it."""
    from generator.checks.rule_settings import applied
    from generator.config.format.template_councils import template_settings
    from generator.word.template.template_check import check_template

    found: dict[Issue, None] = {}
    for settings in template_settings(file) or ({},):
        found |= dict.fromkeys(applied(check_template(file, settings=settings), settings))
    return list(found)


@template.command(short_help="Make a report template of any Word document.")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--like",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="A report template to take what is missing from.",
)
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Where to write it: a new .docx.",
)
@dry_run_option
def fit(file: Path, like: Path, write: Path, dry_run: bool) -> None:
    """Make a report template of FILE: a letterhead, a corporate template (.docx or .dotx), or a
    finished paper, whose text goes.

    Its page, headers, footers, logo and styles stay. What it lacks is taken from the template
    --like: the table of front matter, the place of the body, styles, page numbers, the marking.
    Text is made 12 pt at least, aligned left, in British English. FILE itself is not changed.

    \b
    Examples:
      committee template fit letterhead.docx --like scrutiny.docx --write mine.docx
    """
    from generator.publish.atomic import write_files
    from generator.word.template.template_check import check_template

    content, notes = fitted(file, like)
    if write.suffix.lower() != ".docx":
        raise click.UsageError(f"--write {write}: a report template ends in .docx")
    if write.exists():
        raise click.UsageError(f"{shown(write)} is there already; choose another name")
    for note in notes:
        click.echo(note)
    if dry_run:
        say(f"would write {shown(write)}")
        return
    write_files({write: content})
    click.echo(f"wrote {shown(write)}")
    say_what_is_left(check_template(write), f"template check {shown(write)}")


def say_what_is_left(problems: Sequence[Issue], command: str) -> None:
    """How much of a fitted template must be mended by hand, and the command that lists it."""
    if problems:
        say(f"{len(problems)} more to mend by hand: committee {command}")


def fitted(file: Path, like: Path) -> tuple[bytes, tuple[str, ...]]:
    """A report template made of a file, and what was done. Raises UsageError where it cannot be."""
    from generator.word.package.zip_package import PackageError
    from generator.word.template.template_fit import fit_template

    try:
        return fit_template(file.read_bytes(), like.read_bytes())
    except PackageError as error:
        raise click.UsageError(f"{shown(file)}: {error.message}") from error
