"""`committee findings`: the figures that a report can use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import json_option, open_workspace, say, workspace_option

if TYPE_CHECKING:
    from generator.model.findings import Estimate, Finding, Findings


@click.command(short_help="Print the figures a report can use.")
@click.argument("report")
@click.option("--only", help="Only findings whose key holds this text, such as 'sw.' or 'stress'.")
@workspace_option
@json_option
def findings(report: str, only: str | None, workspace: Path | None, as_json: bool) -> None:
    """Compute the findings of REPORT and print them as a table: key, figure by wave, base.

    A key is what the narrative writes between {{ and }}: sw.workload_manageable. Figures withheld
    by disclosure control show their mark, such as [c].

    \b
    Examples:
      committee findings health-check-2022
      committee findings health-check-2022 --only workload
      committee findings health-check-2022 --json > figures.json
    """
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.stages import compute

    opened = open_workspace(workspace)
    kept = compute(read_inputs(opened, report))
    computed = kept.findings
    if as_json:
        click.echo(kept.json.decode(), nl=False)
        return
    if not computed.items:
        say(f"{report} has no findings.yaml, or no findings in it")
        return
    _print(computed, only or "")


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
    keys = dict.fromkeys((e.category, e.group) for e in finding.estimates)
    for category, group in keys:
        label = " / ".join(part for part in (finding.key, category, group) if part)
        figures = [_figure(finding, finding.estimate(w, category, group)) for w in waves]
        last = finding.estimate(finding.wave, category, group)
        base = str(last.base) if last is not None and last.base is not None else ""
        yield [label, *figures, base, finding.title]


def _figure(finding: Finding, estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    if estimate.value is None:
        return estimate.mark or "[x]"
    from generator.model.rounding import figure_text

    text = figure_text(estimate.value, finding.decimals, finding.unit)
    return f"{text} {estimate.mark}" if estimate.mark else text
