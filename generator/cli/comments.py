"""`committee comments`: what officers said, and whether it is answered."""

from __future__ import annotations

from collections.abc import Sequence
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
from generator.cli.sign_off_options import DAY

if TYPE_CHECKING:
    from datetime import date, datetime

    from generator.model.officer_comments import OfficerComment


@click.command(short_help="List officers' comments: open, answered or resolved.")
@click.argument("files", nargs=-1, required=True, metavar="FILE.docx... | REPORT")
@click.option("--all", "every", is_flag=True, help="Also those that are answered or resolved.")
@click.option(
    "--today",
    type=DAY,
    metavar="DAY",
    help="The day from which ages are counted, such as 2023-03-15. Default: the newest comment's.",
)
@workspace_option
@json_option
def comments(
    files: tuple[str, ...],
    every: bool,
    today: datetime | None,
    workspace: Path | None,
    as_json: bool,
) -> None:
    """List the comments in Word files, or those that a report has had: by unit, author and age.

    Without --all only open ones: nobody has answered or resolved them. The unit of a comment in a
    Word file is the heading that it stands under. A report's are in its comments.jsonl. An age is
    in days.

    \b
    Examples:
      committee comments from-finance.docx from-legal.docx
      committee comments health-check-2022 --all
      committee comments from-finance.docx --today 2023-03-15 --json
    """
    from generator.model.officer_comments import in_order, newest_day

    found = _in_files(files) if _are_files(files) else _of_report(files, workspace)
    day = newest_day(found) if today is None else today.date()
    listed = [one for one in in_order(found) if every or one.state == "open"]
    if as_json:
        print_json({"today": str(day or ""), "comments": [one.as_plain(day) for one in listed]})
        return
    if listed:
        _print(listed, day)
    say(_summary(found))


def _are_files(names: Sequence[str]) -> bool:
    """Whether Word files are meant, and no report."""
    return any(name.lower().endswith((".docx", ".docm", ".doc")) for name in names)


def _in_files(names: Sequence[str]) -> tuple[OfficerComment, ...]:
    """Raises InputProblems with every file that cannot be read."""
    from generator.errors import Problems
    from generator.model.issues import Where
    from generator.word.package.zip_package import PackageError
    from generator.word.reading.comments_by_heading import comments_in
    from generator.word.word_rules import WORD_UNREADABLE

    problems = Problems()
    found: list[OfficerComment] = []
    for path in map(Path, names):
        if not path.is_file():
            raise click.UsageError(f"{path}: no such file")
        try:
            found += comments_in(path.read_bytes(), path.name)
        except PackageError as error:
            problems.add(WORD_UNREADABLE, Where(shown(path)), error.message)
    problems.raise_any()
    return tuple(found)


def _of_report(names: Sequence[str], workspace: Path | None) -> tuple[OfficerComment, ...]:
    from generator.config.files import ReportFolder
    from generator.config.report.officer_comments_file import load_comments
    from generator.pipeline.read_inputs import read_inputs

    if len(names) > 1:
        raise click.UsageError("name Word files, or one report")
    inputs = read_inputs(open_workspace(workspace), names[0])
    return load_comments(ReportFolder(inputs.folder, inputs.files))


def _print(listed: Sequence[OfficerComment], day: date | None) -> None:
    from generator.cli.terminal import print_table

    rows = [
        [one.unit, one.author, _age(one.age(day)), one.state, one.words, _said(one)]
        for one in listed
    ]
    print_table(["unit", "author", "days", "state", "about", "comment"], rows, right=[2])


def _age(days: int | None) -> str:
    return "" if days is None else str(days)


def _said(one: OfficerComment) -> str:
    """The comment, and its answers on lines of their own."""
    return "\n".join([one.text, *(f"{each.author}: {each.text}" for each in one.replies)])


def _summary(found: Sequence[OfficerComment]) -> str:
    from collections import Counter

    from generator.model.officer_comments import STATES

    counted = Counter(one.state for one in found)
    return ", ".join(f"{counted[state]} {state}" for state in STATES)
