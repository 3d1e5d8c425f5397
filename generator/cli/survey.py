"""`committee survey`: looking into raw exports before they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    InOrder,
    dry_run_option,
    json_option,
    open_workspace,
    print_json,
    say,
    shown,
    workspace_option,
)
from generator.cli.survey_comments import comments
from generator.cli.terminal import print_table, print_text
from generator.model.wording.english import counted

if TYPE_CHECKING:
    from generator.survey.inspection.compare import Comparison, QuestionInWave
    from generator.survey.inspection.inspection import InspectedQuestion, Inspection

_OPTIONS_SHOWN = 12
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group(cls=InOrder, short_help="Look into raw survey exports.")
def survey() -> None:
    """Look into raw survey exports: what is in one, how several compare, what people wrote."""


@survey.command(short_help="Say what is in an export.")
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@click.option("--layout", help="Read it as this layout. Default: recognised from the file.")
@click.option("--sheet", default="", help="The sheet of a workbook. Default: the first.")
@click.option(
    "--write", type=click.Path(path_type=Path, dir_okay=False), help="Draft a codebook here."
)
@click.option("--force", is_flag=True, help="Let --write replace a file that is there.")
@dry_run_option
@json_option
def inspect(
    files: tuple[Path, ...],
    layout: str | None,
    sheet: str,
    write: Path | None,
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Say which layout FILE has, how many answered and when, and each question's kind, options
    with counts, and blanks. Columns that name people are marked and never read. --write drafts a
    codebook, of several files one with a wave for each; a codebook that `committee new` left, with
    nothing but comments in it, is replaced.

    The counts are for your own screen: they are not protected against disclosure.

    \b
    Examples:
      committee survey inspect export.xlsx
      committee survey inspect export.csv --write inputs/my-report/codebook.yaml
      committee survey inspect staff-2023.csv staff-2024.csv --write codebook.yaml
      committee survey inspect export.csv --layout limesurvey --json
    """
    from generator.publish.atomic import write_files
    from generator.starters.codebook_draft import draft_codebook, draft_waves
    from generator.survey.inspection.inspect import inspect_export

    found = [inspect_export(file, layout, sheet=sheet) for file in files]
    if as_json:
        from generator.model.json_data import as_json_data

        print_json(as_json_data(found if len(found) > 1 else found[0]))
    else:
        for one in found:
            _print_inspection(one)
    if write is None:
        return
    from generator.config.files import says_nothing

    if (
        not force and write.exists() and not says_nothing(write.read_bytes())
    ):  # `committee new` leaves one that is only comments
        raise click.UsageError(f"{write} is there already; give --force to replace it")
    paths = [_from(file, write) for file in files]
    if len(found) > 1:
        draft = draft_waves(list(zip(found, paths, strict=True)))
    else:
        draft = draft_codebook(found[0], paths[0])
    if dry_run:
        say(f"would write {shown(write)}")
        return
    write_files({write: draft.encode()})
    say(f"Drafted {shown(write)}; read it through, then write findings.yaml beside it.")


def _from(file: Path, codebook: Path) -> str:
    """The export's path as the codebook says it: from the codebook's folder."""
    import os

    return Path(os.path.relpath(file.resolve(), codebook.resolve().parent)).as_posix()


def _print_inspection(found: Inspection) -> None:
    span = f", {found.first} to {found.last}" if found.first and found.last else ""
    previews = f", {found.previews} previews" if found.previews else ""
    answers = "1 answer" if found.answers == 1 else f"{found.answers} answers"
    click.echo(f"{found.file}: {found.layout_title} ({found.layout})")
    tests = f", {found.tests} only 'test'" if found.tests else ""
    parts = f"{found.complete} complete, {found.partial} partial{previews}{tests}"
    click.echo(f"{answers}: {parts}{span}")
    for note in found.notes:
        click.echo(note)
    print_table(
        ["column", "kind", "answered", "blank", "question and answers"],
        [_question_row(question) for question in found.questions],
        right=(2, 3),
    )
    if found.personal:
        names = ", ".join(f"{p.column} ({p.heading})" for p in found.personal)
        click.echo(f"Not read, because they name people: {names}")


def _question_row(question: InspectedQuestion) -> list[str]:
    text = f"{question.code}: {question.text}" if question.code else question.text
    if question.options:
        shown_options = question.options[:_OPTIONS_SHOWN]
        text += "\n" + "; ".join(f"{option.text} {option.count}" for option in shown_options)
        left = len(question.options) - len(shown_options)
        text += f"; and {left} more" if left else ""
        text += f"; other, written in {question.boxed}" if question.boxed else ""
        if question.written_in:
            text += (
                f"; Other: {counted(question.written_in, 'different answer')} of one person each"
            )
    elif question.lowest is not None and question.highest is not None:
        text += f"\n{question.lowest:g} to {question.highest:g}"
    elif question.kind == "text":
        different = "answer" if question.distinct == 1 else "different answers"
        text += f"\n{question.distinct} {different}"
    kind = f"{question.kind} ({question.scale})" if question.scale else question.kind
    return [question.column, kind, str(question.answered), str(question.blank), text]


@survey.command(short_help="Say which questions match across waves.")
@click.argument("codebook", type=click.Path(path_type=Path, exists=True))
@workspace_option
@json_option
def compare(codebook: Path, workspace: Path | None, as_json: bool) -> None:
    """Compare the exports that CODEBOOK names with it and with each other: which questions were
    found in which wave, by code or by wording, which were reworded, dropped or added.

    A likeness of wording is suggested, never taken: put the wording into the codebook yourself.
    Exit status 1 when a question that should be in an export is not, or one export stands for two
    waves or cohorts.

    \b
    Examples:
      committee survey compare inputs/health-check-2022/codebook.yaml
    """
    from generator.config.survey.codebook_file import load_codebook
    from generator.config.workspace import CODEBOOK_FILE
    from generator.model.json_data import as_json_data
    from generator.survey.inspection.compare import compare_codebook

    path = (codebook / CODEBOOK_FILE if codebook.is_dir() else codebook).resolve()
    files = open_workspace(workspace, path.parent).files
    loaded = load_codebook(path, files)
    found = compare_codebook(loaded, path.parent, files)
    if as_json:
        plain = as_json_data(found)
        del plain["repeated"]
        issues = [issue.as_plain() for issue in (*found.issues, *found.repeated)]
        print_json(plain | {"issues": issues})
    else:
        _print_comparison(found, loaded.waves)
    if found.missing or found.repeated:
        raise click.exceptions.Exit(1)


def _print_comparison(found: Comparison, waves: Sequence[str]) -> None:
    cohorts = list(dict.fromkeys(e.cohort for e in found.questions))
    columns = sorted(
        {(e.cohort, e.wave) for e in found.questions},
        key=lambda column: (cohorts.index(column[0]), waves.index(column[1])),
    )
    cells = {(e.question, e.cohort, e.wave): e for e in found.questions}
    words = {"matched": "yes", "missing": "MISSING", "not asked": ""}
    rows = []
    for question in dict.fromkeys(e.question for e in found.questions):
        row = [question]
        for cohort, wave in columns:
            entry = cells.get((question, cohort, wave))
            text = words[entry.status] if entry else ""
            row.append("reworded" if entry and entry.reworded else text)
        rows.append(row)
    print_table(["question", *(f"{cohort} {wave}" for cohort, wave in columns)], rows)
    for entries in _under_one_lead_in(found.missing):
        if len(entries) > 1:
            _print_rows(entries)
            continue
        (entry,) = entries
        place = f"{entry.question} ({entry.cohort} {entry.wave})"
        click.echo(f"{place} is not in the export" + ("; perhaps:" if entry.suggestions else ""))
        for hint in entry.suggestions:
            same = {"code": "same code", "row": "same row"}
            share = same.get(hint.by, f"{hint.likeness:.0%} alike")
            click.echo(f"    column {hint.column}: {hint.wording} ({share})")
    for issue in found.repeated:
        print_text(f"{issue}\n")
    for turn in found.turns:
        for verb, names in (("dropped", turn.dropped), ("added", turn.added)):
            if names:
                print_text(f"{turn.cohort} {turn.later}: {verb} {', '.join(names)}\n")
    for column in found.unclaimed:
        place = f"{column.cohort} {column.wave}, column {column.column}"
        click.echo(f"no question claims {place}: {column.wording}")


def _under_one_lead_in(missing: Sequence[QuestionInWave]) -> list[list[QuestionInWave]]:
    """The missing questions; together those that are rows of one grid under another lead-in."""
    found: dict[tuple[str, ...], list[QuestionInWave]] = {}
    for entry in missing:
        first = entry.suggestions[0] if entry.suggestions else None
        shared = first.lead_in if first is not None and first.by == "row" else f"\0{entry.question}"
        found.setdefault((entry.cohort, entry.wave, shared), []).append(entry)
    return list(found.values())


def _print_rows(entries: Sequence[QuestionInWave]) -> None:
    """Rows of a grid of which only the lead-in differs, in one paragraph."""
    first = entries[0]
    rows = [f"{entry.question} in column {entry.suggestions[0].column}" for entry in entries]
    lead_in = first.suggestions[0].lead_in
    print_text(
        f"{len(entries)} questions are in the export of {first.cohort} {first.wave} under another "
        f"lead-in, {lead_in!r}: {', '.join(rows)}. If they are the same, write their wording there "
        "under texts: of each.\n"
    )


survey.add_command(comments)
