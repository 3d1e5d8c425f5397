"""`committee check`: is a report, or any Word file, fit to be released?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    announce,
    json_option,
    open_workspace,
    print_json,
    say,
    workspace_option,
)
from generator.cli.sign_off_options import DAY

if TYPE_CHECKING:
    from generator.config.workspace import Workspace
    from generator.model.issues import Family, Issue
    from generator.pipeline.checking import CheckedPaper

FAMILIES = (
    "complete", "lawful", "consistent", "evidence", "private", "accessible", "readable", "valid",
)  # fmt: skip
_COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}
HINTS_SHOWN = 3


@click.command(short_help="Check a report, or any Word file, before release.")
@click.argument("targets", nargs=-1, metavar="[REPORT | FILE.docx]...")
@click.option("--only", multiple=True, type=click.Choice(FAMILIES), help="Only these families.")
@click.option("--report", help="Hold Word files against the format of this report.")
@click.option("--final", is_flag=True, help="Judge a report as its copy for publication.")
@click.option("--strict", is_flag=True, help="Warnings count as errors, for the exit status.")
@click.option("--sarif", type=click.Path(path_type=Path, dir_okay=False), help="Write SARIF, too.")
@click.option("--list", "list_rules", is_flag=True, help="List the rules, and check nothing.")
@click.option("--explain", metavar="RULE", help="Explain a rule, and check nothing.")
@click.option("--today", type=DAY, help="The day of the check. Default: today.")
@workspace_option
@json_option
def check(
    targets: tuple[str, ...],
    only: tuple[Family, ...],
    report: str | None,
    final: bool,
    strict: bool,
    sarif: Path | None,
    list_rules: bool,
    explain: str | None,
    today: datetime | None,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """Check reports as they would be built now, and Word files whoever made them: whether they are
    complete, lawful, consistent, accessible, valid, private and readable.

    A draft is judged as a draft: its own marks, comments and awaited sign-offs are no errors. A
    Word file without the marks of a draft, and a report with --final, is judged as what is
    published. A council sets severities and numbers, or turns rules off with a reason, under
    checks: in its file. The exit status is 1 when there is an error; with --strict, a warning.

    \b
    Examples:
      committee check health-check-2022
      committee check health-check-2022 --final --only accessible --only lawful
      committee check from-legal.docx --report health-check-2022
      committee check --explain accessible.title
      committee check health-check-2022 --json
    """
    if list_rules or explain:
        from generator.cli.release.check_rules_help import explain_rule, list_all

        (explain_rule(explain, as_json) if explain else list_all(only, as_json))
        return
    if not targets:
        raise click.UsageError("name a report or a Word file (or give --list or --explain RULE)")
    found = [_checked(one, report, final, only, today, workspace) for one in targets]
    issues = [issue for one in found for issue in one.issues]
    if sarif is not None:
        _write_sarif(sarif, issues)
    if as_json:
        print_json({"issues": [issue.as_plain() for issue in issues]})
    else:
        for one in found:
            _tell(one)
    grave = ("error", "warning") if strict else ("error",)
    if any(issue.severity in grave for issue in issues):
        raise click.exceptions.Exit(1)


def _checked(
    target: str,
    report: str | None,
    final: bool,
    only: Sequence[Family],
    today: datetime | None,
    workspace: Path | None,
) -> CheckedPaper:
    from generator.cli.sign_off_options import day_of
    from generator.pipeline.checking import check_file, check_report, is_file

    day = day_of(today)
    if is_file(target):
        path = Path(target)
        if not path.is_file():
            raise click.UsageError(f"{target}: no such file")
        data = path.read_bytes()
        against = (open_workspace(workspace), report) if report else _released(data, workspace)
        return check_file(data, target, against, only=only, today=day)
    opened = open_workspace(workspace)
    name = opened.report_folder(target).name
    return check_report(opened, name, final=final, only=only, today=day, announce=announce)


def _released(data: bytes, workspace: Path | None) -> tuple[Workspace, str] | None:
    """The workspace and report that a file is a release of; None for any other file."""
    from generator.errors import WrongUsage
    from generator.pipeline.release.verifying import released_from

    try:
        opened = open_workspace(workspace)
    except WrongUsage:  # any Word file may be checked, wherever somebody stands
        return None
    name = released_from(data, opened)
    return (opened, name) if name else None


def _write_sarif(path: Path, issues: Sequence[Issue]) -> None:
    import json

    from generator import __version__
    from generator.checks.sarif import as_sarif
    from generator.publish.atomic import write_files

    text = json.dumps(as_sarif(issues, __version__), ensure_ascii=False, indent=2)
    write_files({path: text.encode() + b"\n"})
    say(f"wrote {path}")


# ---------------------------------------------------------------- telling
def _tell(one: CheckedPaper) -> None:
    from generator.cli.terminal import print_table

    judged = "as it would be published" if one.final else "as a draft"
    click.echo(f"{one.name}, {judged}: {_counts(one.issues)}")
    rows = list(_rows(one.issues))
    if rows:
        click.echo()
        print_table(("", "Where", "What", "Rule"), rows)
        click.echo()
    for rule, reason in one.off:
        click.echo(f"Not applied here: {rule} ({reason})")


def _counts(issues: Sequence[Issue]) -> str:
    counts = Counter(issue.severity for issue in issues)
    said = [f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts.items()]
    return ", ".join(said) or "nothing found"


def _rows(issues: Sequence[Issue]) -> Iterator[tuple[str, ...]]:
    """The issues; of the hints of one rule only the first, and how many more there are."""
    seen: Counter[str] = Counter()
    total = Counter(issue.rule for issue in issues if issue.severity == "hint")
    for issue in issues:
        seen[issue.rule] += 1
        if issue.severity != "hint" or seen[issue.rule] <= HINTS_SHOWN:
            text = f"{issue.message}; {issue.mend}" if issue.mend else issue.message
            yield issue.severity, _place(issue), text, issue.rule
        elif seen[issue.rule] == HINTS_SHOWN + 1:
            more = total[issue.rule] - HINTS_SHOWN
            yield "hint", "", f"and {more} more; --json lists them all", issue.rule


def _place(issue: Issue) -> str:
    """'Background 2.3', 'narrative.md:14', with the words where there is no other place."""
    where = issue.where
    named = f"{where.heading} {where.paragraph}".strip()
    if where.line:
        named = f"{named} ({where.file.rsplit('/', 1)[-1]}:{where.line})".strip()
    return named or where.words or (where.file if where.path is None else str(where))
