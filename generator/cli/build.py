"""`committee build`: the Word report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    announce,
    dry_run_option,
    json_option,
    open_workspace,
    print_issues,
    print_json,
    say,
    scratch,
    shown,
    workspace_option,
)

if TYPE_CHECKING:
    from generator.config.workspace import Workspace
    from generator.errors import Problems
    from generator.model.issues import Issue
    from generator.pipeline.report import Built
    from generator.pipeline.timings import Timings
    from generator.publish.output import Published

WARNINGS_SHOWN = 20


@click.command(short_help="Build the Word report.")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--all", "all_reports", is_flag=True, help="Build every report in inputs/.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write into this folder; of several reports, into one for each in it. "
    "Default: output/REPORT in the workspace.",
)
@click.option(
    "--page-numbers",
    is_flag=True,
    help="Let LibreOffice count the pages for contents lists; takes some seconds.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Build the copy for publication, into a folder 'public': without sign-offs where the "
    "format leaves them out.",
)
@click.option("--strict", is_flag=True, help="Treat warnings as errors; then nothing is written.")
@click.option("--timings", "show_timings", is_flag=True, help="Print the seconds per stage.")
@workspace_option
@dry_run_option
@json_option
def build(
    reports: tuple[str, ...],
    all_reports: bool,
    output: Path | None,
    page_numbers: bool,
    public: bool,
    strict: bool,
    show_timings: bool,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Build REPORT (a folder of inputs/, by name or path) into output/REPORT: the .docx,
    findings.json and provenance.json.

    Everything wrong with the inputs is listed at once, with file and line; then nothing is written
    and the exit status is 1. A .docx in the output folder that somebody has edited is set aside
    under a new name first.

    --public refuses an exempt report, and one that still lacks a sign-off which its format requires
    before release; a draft lists these as a warning. What it publishes of a survey that has a name
    in the codebook is added to inputs/published.jsonl. --strict refuses a report with warnings,
    such as figures typed by hand.

    \b
    Examples:
      committee build health-check-2022
      committee build inputs/health-check-2022 --output ~/drafts
      committee build health-check-2022 --public
      committee build --all --page-numbers --timings
    """
    from generator.errors import Problems
    from generator.pipeline.timings import Timings
    from generator.publish.output import publish

    opened = open_workspace(workspace)
    if all_reports == bool(reports):
        raise click.UsageError("name a report, or give --all (not both)")
    names = list(opened.report_names()) if all_reports else _named(opened, reports)
    if not names:
        raise click.UsageError("there is no report in inputs/; start one with: committee new")
    timings, problems = Timings(), Problems()
    results = []
    for name in names:
        folder = _folder(opened, name, output, all_reports or len(names) > 1)
        folder = folder / "public" if public else folder
        if not dry_run:
            _mend(folder)
        with problems.collecting(), scratch(opened, dry_run) as used:
            build = partial(
                _built,
                used,
                name,
                strict=strict,
                page_numbers=page_numbers,
                public=public,
                timings=timings,
            )
            # First the register: a build that is killed must not publish what it does not say.
            built = _recorded(opened, build) if public and not dry_run else build()
            with timings.stage("publish"):
                results.append((built, publish(built.files, folder, dry_run=dry_run)))
    if as_json:
        _print_json(results, problems.found, dry_run)
    _tell(results, dry_run, as_json, timings if show_timings else None)
    _fail(problems, bool(results))


def _named(workspace: Workspace, reports: Sequence[str]) -> list[str]:
    """The reports, each once. Raises WrongUsage for all that are not there, before any is built."""
    from generator.errors import InputProblems, WrongUsage

    names: list[str] = []
    missing: list[Issue] = []
    for report in reports:
        try:
            names.append(workspace.report_folder(report).name)
        except WrongUsage as error:
            missing += error.problems
        except InputProblems:  # a folder without report.yaml: told among the problems of the inputs
            names.append(report)
    if missing:
        raise WrongUsage(missing)
    return list(dict.fromkeys(names))


def _folder(workspace: Workspace, report: str, output: Path | None, several: bool) -> Path:
    if output is None:
        return workspace.output / report
    return output / report if several else output


def _mend(folder: Path) -> None:
    """Finish what a killed build had begun there, also where this one comes to nothing."""
    from generator.publish.output import mend

    mended = mend(folder)
    _tell_mended(folder, mended.files)
    _tell_edited(mended.set_aside)


def _built(
    workspace: Workspace,
    name: str,
    *,
    strict: bool,
    page_numbers: bool,
    public: bool,
    timings: Timings,
) -> Built:
    """Build one report; where warnings are errors, raise these."""
    from generator.errors import InputProblems
    from generator.pipeline.report import build_report

    built = build_report(
        workspace,
        name,
        page_numbers=page_numbers,
        public=public,
        timings=timings,
        announce=announce,
    )
    if strict and built.warnings:
        raise InputProblems(built.warnings)
    return built


def _recorded(workspace: Workspace, build: Callable[[], Built]) -> Built:
    """Build, and add what is published of a survey to the register of the workspace."""
    from generator.config.workspace import PUBLISHED_FILE
    from generator.pipeline.recorded_build import recorded_build

    built, changed = recorded_build(workspace, build, announce)
    if changed and built.publication is not None:
        register = shown(workspace.inputs / PUBLISHED_FILE)
        say(f"{register}: says what was published of {built.publication.survey!r}; keep it in git")
    return built


def _tell(
    results: Sequence[tuple[Built, Published]],
    dry_run: bool,
    as_json: bool,
    timings: Timings | None,
) -> None:
    for built, done in results:
        _tell_warnings(built.warnings)
        _tell_mended(done.folder, done.mended)
        _tell_edited(done.set_aside, dry_run)
        if not as_json:
            _tell_files(done, dry_run)
    if timings is not None:
        _tell_timings(timings)


def _tell_warnings(warnings: Sequence[Issue]) -> None:
    for warning in warnings[:WARNINGS_SHOWN]:
        say(f"{click.style('warning', fg='yellow')}: {warning}")
    left = len(warnings) - WARNINGS_SHOWN
    if left > 0:
        say(f"and {left} more warning{'s' if left > 1 else ''}; --json lists them all")


def _tell_mended(folder: Path, names: Sequence[str]) -> None:
    if names:
        what = f"a build was killed while it wrote there; mended: {', '.join(names)}"
        say(f"{shown(folder)}: {what}")


def _tell_edited(moves: Sequence[tuple[Path, Path]], dry_run: bool = False) -> None:
    for path, aside in moves:
        verb = "would be kept" if dry_run else "is kept"
        say(f"{shown(path)} was edited since it was built; it {verb} as {shown(aside)}")


def _tell_files(done: Published, dry_run: bool) -> None:
    for path in done.changed:
        click.echo(f"{'would write' if dry_run else 'wrote'} {shown(path)}")
    for path in done.unchanged:
        click.echo(f"unchanged {shown(path)}")


def _tell_timings(timings: Timings) -> None:
    total = sum(timings.seconds.values())
    width = max(len(name) for name in [*timings.seconds, "total"])
    for name, seconds in [*timings.seconds.items(), ("total", total)]:
        say(f"{name:<{width}}  {seconds * 1000:7.1f} ms")


def _print_json(
    results: Sequence[tuple[Built, Published]], problems: Sequence[Issue], dry_run: bool
) -> None:
    """The reports that were built; where others were not, under `reports` beside the issues."""
    built = [_as_plain(one, done, dry_run) for one, done in results]
    if problems:
        print_issues(problems, reports=built)
    else:
        print_json(built)


def _as_plain(built: Built, done: Published, dry_run: bool) -> dict[str, object]:
    return {
        "report": built.report,
        "folder": str(done.folder),
        "files": [str(done.folder / name) for name in built.files],
        "changed": [str(path) for path in done.changed],
        "set_aside": [str(aside) for _, aside in done.set_aside],
        "warnings": [warning.as_plain() for warning in built.warnings],
        "dry_run": dry_run,
    }


def _fail(problems: Problems, partly: bool) -> None:
    if problems.found:
        say("Some reports were not built:" if partly else "Nothing was written:")
    problems.raise_any()
