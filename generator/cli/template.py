"""`committee template`: report templates."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import json_option, print_json


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

    Exit status 1 when anything is wrong.

    \b
    Examples:
      committee template check report_templates/scrutiny.docx
    """
    from generator.errors import InputProblems
    from generator.word.template_check import check_template

    problems = [problem for file in files for problem in check_template(file)]
    if as_json:
        print_json([{"place": str(p.where), "what": p.what, "mend": p.mend} for p in problems])
        if problems:
            raise click.exceptions.Exit(1)
        return
    if problems:
        raise InputProblems(problems)
    for file in files:
        click.echo(f"{file}: nothing is wrong")
