"""`committee evidence`: the evidence for all figures of a report, for the audit file."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.shared_options import (
    announce,
    dry_run_option,
    json_option,
    open_workspace,
    print_json,
    scratch,
    shown,
    workspace_option,
)

FILE_NAME = "evidence.xlsx"


@click.command(short_help="Write the evidence for a report's figures.")
@click.argument("report")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook to write. Default: output/REPORT/evidence.xlsx in the workspace.",
)
@click.option("--force", is_flag=True, help="Replace a file that is no evidence workbook.")
@workspace_option
@dry_run_option
@json_option
def evidence(
    report: str,
    output: Path | None,
    force: bool,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write an Excel workbook that tells of every figure that REPORT prints where it stands, what
    was asked of whom, how many answered, how it is rounded, which exports it was read from, and the
    line that placed it; what is withheld and by which rule; the questions with all their wordings;
    the digests of the exports; the sign-offs; and the figures that are from elsewhere or typed.

    The workbook is internal, for the audit file. It holds nothing that disclosure control
    withholds; the same sources give the same bytes.

    \b
    Examples:
      committee evidence health-check-2022
      committee evidence health-check-2022 -o audit/health-check-2022.xlsx
      committee evidence health-check-2022 --dry-run
    """
    from generator.cli.written_file import write_named
    from generator.pipeline.evidence.gathering_evidence import gather_evidence
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.report import prepare
    from generator.publish.release.evidence_sheet import evidence_workbook, is_evidence

    if output is not None and output.suffix.lower() != ".xlsx":
        raise click.UsageError(f"--output {output}: its name must end in .xlsx")
    opened = open_workspace(workspace)
    name = opened.report_folder(report).name
    with scratch(opened, dry_run) as used:
        found = gather_evidence(prepare(read_inputs(used, name), announce=announce))
    path = output or opened.output / name / FILE_NAME
    data = evidence_workbook(found)
    write_named({path: data}, force=force, dry_run=dry_run, replaceable=is_evidence)
    rows = {table.name: len(table.rows) for table in found.tables}
    if as_json:
        print_json({"report": name, "file": shown(path), "rows": rows, "dry_run": dry_run})
    else:
        click.echo(", ".join(f"{table}: {count}" for table, count in rows.items()))
