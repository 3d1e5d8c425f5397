"""`committee new`: a new report."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.shared_options import (
    dry_run_option,
    open_workspace,
    say,
    shown,
    workspace_option,
)


@click.command(short_help="Start a new report in a council's format.")
@click.argument("report")
@click.option("--format", "format_name", required=True, help="A format; see: committee format list")
@click.option("--survey/--no-survey", default=True, help="Whether the report has a survey.")
@workspace_option
@dry_run_option
def new(report: str, format_name: str, survey: bool, workspace: Path | None, dry_run: bool) -> None:
    """Write inputs/REPORT with a commented report.yaml, narrative.md with every section that the
    format asks for and its guidance, sign_offs.yaml, codebook.yaml and findings.yaml to fill, and
    a folder survey for the raw exports. Nothing that is there is replaced.

    \b
    Examples:
      committee new staff-survey-2024 --format eastmere-2023
      committee new annual-report --format eastmere-2023 --no-survey
    """
    import re

    from generator.config.format.council_file import load_council
    from generator.config.format.format_file import load_format
    from generator.publish.atomic import write_files
    from generator.starters.report_draft import draft_report_files

    opened = open_workspace(workspace)
    name = report.removeprefix("inputs/").rstrip("/")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", name):
        raise click.UsageError(
            f"{report!r} cannot be a report's name; use letters, digits, - and _: survey-2024"
        )
    folder = opened.inputs / name
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{shown(folder)} is there already; choose another name")
    loaded = load_format(opened, format_name)
    council = load_council(opened, loaded.council)
    drafted = draft_report_files(loaded, council, name, survey)
    files = {folder / file: text.encode() for file, text in drafted.items()}
    if not dry_run:
        write_files(files)
        if survey:
            (folder / "survey").mkdir(exist_ok=True)
    for path in files:
        click.echo(f"{'would write' if dry_run else 'wrote'} {shown(path)}")
    if not dry_run:
        say(f"Fill them in, then: committee build {name}")
