"""`committee explain`: where a printed figure comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    announce,
    json_option,
    open_workspace,
    print_json,
    workspace_option,
)

if TYPE_CHECKING:
    from generator.model.release.explained import ExplainedFigure, FigureFacts


@click.command(short_help="Tell where a printed figure comes from.")
@click.argument("target", metavar="REPORT|FILE.docx")
@click.argument("place", nargs=-1, required=True)
@click.option("--report", default="", help="The report that FILE.docx is of, if it does not say.")
@workspace_option
@json_option
def explain(
    target: str, place: tuple[str, ...], report: str, workspace: Path | None, as_json: bool
) -> None:
    """Tell of each figure at PLACE what was asked of whom, which answers count, how many gave them,
    how it is rounded, what is withheld beside it and why, which exports it was read from, and the
    line of the narrative that placed it. Figures from elsewhere have their source; figures that
    somebody typed are said to be typed.

    PLACE is a paragraph (3.11), a table, figure, appendix or recommendation (Table 2, R1), a
    heading or its number, the name of a block, or a key (sw.leaving). Of a Word file it says also
    where the report prints another figure now.

    \b
    Examples:
      committee explain health-check-2022 3.11
      committee explain health-check-2022 Figure 4
      committee explain health-check-2022 sw.leaving --json
      committee explain from-legal.docx 3.11
      committee explain download.docx "Next steps" --report health-check-2022
    """
    found = _explained(target, " ".join(place), report, workspace)
    if as_json:
        print_json({"figures": [_as_plain(one) for one in found]})
        return
    if not found:
        click.echo(f"{' '.join(place)} prints no figure")
    for number, one in enumerate(found):
        click.echo("\n" * bool(number) + _heading(one))
        for term, said in _told(one):
            click.echo(f"  {term}: {said}")


def _explained(
    target: str, place: str, report: str, workspace: Path | None
) -> Sequence[ExplainedFigure]:
    from generator.pipeline.checking import is_file

    opened = open_workspace(workspace)
    if is_file(target):
        path = Path(target)
        if not path.is_file():
            raise click.UsageError(f"{target}: no such file")
        from generator.pipeline.evidence.explaining_files import explain_file

        return explain_file(opened, path, place, report, announce)
    from generator.pipeline.evidence.explaining import explain as explained
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.report import prepare

    return explained(prepare(read_inputs(opened, target), announce=announce), place)


def _heading(one: ExplainedFigure) -> str:
    typed = " (typed by hand: no source)" if one.facts.kind == "typed" else ""
    key = f"  {one.key}" if one.key else ""
    return f"{one.printed}{key}{typed}"


def _told(one: ExplainedFigure) -> Iterator[tuple[str, str]]:
    """Terms and what is said of each, those that there is something to say of."""
    facts = one.facts
    yield "where", one.place
    if one.now:
        yield "differs", f"the report now has {one.now}"
    yield from _asked(facts)
    said = {
        "measure": f"{facts.measure}. {facts.definition}" if facts.measure else "",
        "answers counted": ", ".join(facts.counted),
        "of whom": facts.who,
        "survey": ", ".join(facts.waves),
        "count": facts.count,
        "base": facts.base,
        "interval": facts.interval,
        "rounding": facts.rounding,
        "mark": facts.mark,
        "source": facts.source,
        "exports": ", ".join(facts.exports),
    }
    yield from ((term, text) for term, text in said.items() if text)
    yield from (("withheld", text) for text in one.withheld)
    if one.file:
        yield "placed by", f"{one.file}:{one.line} {one.expression}".rstrip()


def _asked(facts: FigureFacts) -> Iterator[tuple[str, str]]:
    for question in facts.questions:
        yield "question", question.text
        for waves, wording in question.reworded:
            yield f"in {waves}", wording


def _as_plain(one: ExplainedFigure) -> dict[str, object]:
    from generator.model.json_data import as_json_data

    plain: dict[str, object] = as_json_data(one)
    return plain
