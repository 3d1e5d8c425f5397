"""`committee findings`: the figures that a report can use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    workspace_option,
)
from generator.cli.written_file import write_named

if TYPE_CHECKING:
    from generator.config.workspace import Workspace
    from generator.model.findings import Finding, Findings

_STDOUT = Path("-")


@click.command(short_help="Print the figures a report can use.")
@click.argument("report")
@click.option("--only", help="Only findings whose key holds this text, such as 'sw.' or 'stress'.")
@click.option("--why", metavar="NAME", help="Say why figures of this finding are withheld.")
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write them as a csv file that Excel opens; - for standard output.",
)
@click.option(
    "--xlsx",
    "xlsx_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them as an Excel workbook, with changes, method and marks.",
)
@click.option("--force", is_flag=True, help="Let --csv and --xlsx replace a file that is there.")
@workspace_option
@dry_run_option
@json_option
def findings(
    report: str,
    only: str | None,
    why: str | None,
    csv_file: Path | None,
    xlsx_file: Path | None,
    force: bool,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Compute the findings of REPORT and print them as a table: key, figure by wave, base.

    A key is what the narrative writes between {{ and }}: sw.workload_manageable. Figures withheld
    by disclosure control show their mark, such as [c]; they are in no file either.

    --csv and --xlsx write a row for each figure, with its definition and base, instead of printing.

    --why says by which rule figures of a finding are withheld, through which other finding, and
    what could be published instead; it tells no count, and not which of several is too small.

    \b
    Examples:
      committee findings health-check-2022
      committee findings health-check-2022 --only workload
      committee findings health-check-2022 --why sw.workload_by_service
      committee findings health-check-2022 --xlsx findings.xlsx
      committee findings health-check-2022 --json > figures.json
    """
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.stages import compute

    _check_files(csv_file, xlsx_file, as_json)
    opened = open_workspace(workspace)
    if why:
        _print_why(opened, report, why, as_json)
        return
    with scratch(opened, dry_run) as used:
        inputs = read_inputs(used, report)
        kept = compute(inputs, announce)
    if as_json:
        click.echo(kept.json.decode(), nl=False)
    elif csv_file or xlsx_file:
        chosen = _chosen(kept.findings, only or "", inputs.name)
        files = _files(kept.findings, chosen, inputs.name, csv_file, xlsx_file)
        write_named(files, force=force, dry_run=dry_run)
        if csv_file == _STDOUT:
            _print_csv(chosen)
    elif not kept.findings.items:
        say(f"{report} has no findings.yaml, or no findings in it")
    else:
        _print(kept.findings, only or "")


def _print_why(opened: Workspace, report: str, name: str, as_json: bool) -> None:
    """The reasons for what is withheld of a finding, wave by wave."""
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.reasons import reasons_of

    reasons = reasons_of(read_inputs(opened, report), name)
    if as_json:
        from generator.model.json_data import as_json_data

        print_json([as_json_data(reason) for reason in reasons])
        return
    if not reasons:
        say(f"nothing of {name} is withheld")
    for reason in reasons:
        click.echo(reason.told())
        for offer in reason.instead:
            click.echo(f"  instead: {offer}")


def _check_files(csv_file: Path | None, xlsx_file: Path | None, as_json: bool) -> None:
    """Raise UsageError for files that do not go together or that Excel would not open."""
    if as_json and (csv_file or xlsx_file):
        raise click.UsageError("--json prints the findings; give it without --csv and --xlsx")
    named = None if csv_file == _STDOUT else csv_file
    for option, path in (("csv", named), ("xlsx", xlsx_file)):
        if path is not None and path.suffix.lower() != f".{option}":
            raise click.UsageError(f"--{option} {path}: its name must end in .{option}")


def _chosen(computed: Findings, only: str, report: str) -> list[Finding]:
    """The findings to write. Raises CommitteeError when none of them has a figure."""
    from generator.errors import CommitteeError

    chosen = [one for one in computed.items.values() if only in one.key]
    if any(one.estimates for one in chosen):
        return chosen
    asked = f" whose key holds {only!r}" if only else ""
    raise CommitteeError(f"{report} has no findings{asked}; nothing was written")


def _files(
    computed: Findings,
    chosen: Sequence[Finding],
    report: str,
    csv_file: Path | None,
    xlsx_file: Path | None,
) -> dict[Path, bytes]:
    """The files asked for, by path, without what goes to standard output."""
    files: dict[Path, bytes] = {}
    if xlsx_file is not None:
        from generator.publish.findings_sheet import findings_workbook

        files[xlsx_file] = findings_workbook(computed, chosen, report)
    if csv_file is not None and csv_file != _STDOUT:
        from generator.publish.findings_csv import findings_csv

        files[csv_file] = findings_csv(chosen)
    return files


def _print_csv(chosen: Sequence[Finding]) -> None:
    from generator.publish.findings_csv import csv_text

    click.echo(csv_text(chosen), nl=False)


def _print(computed: Findings, only: str) -> None:
    from generator.cli.terminal import print_table
    from generator.model.findings import MARKS

    rows = [
        row
        for finding in computed.items.values()
        if only in finding.key
        for row in _rows(finding, computed.waves)
    ]
    if not rows:
        say(f"no finding's key holds {only!r}; without --only all are listed")
        return
    header = ["finding", *computed.waves, "base", "of"]
    print_table(header, rows, right=range(1, len(computed.waves) + 2))
    say(f"{len(rows)} rows; the base is that of {computed.wave}.")
    for mark, meaning in MARKS.items():
        if any(cell.endswith(mark) for row in rows for cell in row):
            say(f"{mark} {meaning}")


def _rows(finding: Finding, waves: tuple[str, ...]) -> Iterator[list[str]]:
    from generator.model.findings_rows import printed_figure

    keys = dict.fromkeys((e.category, e.group) for e in finding.estimates)
    for category, group in keys:
        label = " / ".join(part for part in (finding.key, category, group) if part)
        found = [finding.estimate(wave, category, group) for wave in waves]
        figures = ["" if one is None else printed_figure(finding, one) for one in found]
        last = finding.estimate(finding.wave, category, group)
        base = str(last.base) if last is not None and last.base is not None else ""
        yield [label, *figures, base, finding.title]
