"""Smaller things on a line of their own: key figures, grids, quotations, the method note."""

from __future__ import annotations

from typing import Any

from generator.errors import did_you_mean
from generator.model.document import (
    Block,
    Contents,
    Grid,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Text,
    Value,
)
from generator.model.findings import Findings
from generator.model.wording.english import quoted
from generator.model.wording.rounding import with_unit
from generator.narrative.directives.shown_figures import cohort_label, text_setting, views_of
from generator.narrative.expressions import change_parts, figure_parts, list_parts
from generator.narrative.expressions.finding_view import FindingView, Scope
from generator.narrative.expressions.spoken import (
    Refused,
    SpokenBlocks,
    SpokenText,
    describe,
)
from generator.narrative.narrative_rules import QUOTATION_KNOWN

MAX_COLUMNS = 4


def contents(title: str = "Contents") -> SpokenBlocks:
    """A contents list of section headings and appendices."""
    return SpokenBlocks("contents", [Contents(text_setting("title", title))])


def grid(*cells: Any, columns: int = 2) -> SpokenBlocks:
    """Charts and tables side by side. Raises Refused."""
    filled: list[tuple[Block, ...]] = []
    for cell in cells:
        if not isinstance(cell, SpokenBlocks):
            raise Refused(
                f"grid() holds charts and tables, not {describe(cell)}",
                "write grid(chart(...), chart(...))",
            )
        filled.append(cell.blocks)
    if not filled:
        raise Refused("grid() is empty", "write grid(chart(...), chart(...))")
    return SpokenBlocks("grid", [Grid(tuple(filled), _columns(columns))])


def key_figures(*findings: Any, columns: int | None = None) -> SpokenBlocks:
    """A row of large figures with what they mean, for dashboards: three in a row unless said
    otherwise, or four where none would stand alone. Raises Refused.
    """
    cells = [_key_figure(view) for view in views_of("key_figures", findings)]
    if columns is None:
        columns = 4 if len(cells) % 4 == 0 and len(cells) % 3 else 3
    return SpokenBlocks("key_figures", [Grid(tuple(cells), _columns(columns))])


def _key_figure(view: FindingView) -> tuple[Block, ...]:
    figure, title = figure_parts.figure(view), str(figure_parts.title(view))
    if with_unit(title, view.finding.unit) == title:  # the figure need not say it as well
        figure = view.say("figure", view.text())
    text: list[Inline] = [Text(title)]
    try:
        told = change_parts.change(view)
        text += [Text(", "), Value(str(told), told.key)]
    except Refused:
        pass
    return (
        Paragraph((Value(str(figure), figure.key),), style="key-figure"),
        Paragraph(tuple(text), style="body"),
    )


def _columns(columns: object) -> int:
    if not isinstance(columns, int) or not 1 <= columns <= MAX_COLUMNS:
        raise Refused(f"columns cannot be {columns!r}", f"write a number from 1 to {MAX_COLUMNS}")
    return columns


def response_list(*findings: Any) -> SpokenBlocks:
    """A bullet for each response rate: 'Social workers: 94 of 268 replied (35%, down from ...)'."""
    items: list[ListItem] = []
    for view in views_of("response_list", findings):
        received, sent, rate = (
            figure_parts.received(view),
            figure_parts.sent(view),
            figure_parts.rate(view),
        )
        content: list[Inline] = [
            Text(f"{cohort_label(view)}: "),
            Value(str(received), received.key),
            Text(" of "),
            Value(str(sent), sent.key),
            Text(" replied ("),
            Value(str(rate), rate.key),
        ]
        try:
            told = change_parts.change(view)
            content += [Text(", "), Value(str(told), told.key)]
        except Refused:
            pass
        items.append(ListItem((*content, Text(")"))))
    return SpokenBlocks("response_list", [ListBlock(tuple(items))])


def method_note(findings: Findings) -> SpokenBlocks:
    """The method note: fieldwork, sent, replied, bases, rounding, suppression, caveats."""
    if not findings.method:
        raise Refused("there are no findings, so there is no method note", "leave it out")
    sentences = tuple(
        Paragraph((Value(text, "survey.method"),), numbered=True) for text in findings.method
    )
    return SpokenBlocks("method_note", sentences)


def quote(scope: Scope, id: str, marks: bool = True) -> SpokenText:
    """An approved quotation in quotation marks. Raises Refused for an unknown one."""
    quotations = scope.findings.quotations
    found = quotations.get(id) if isinstance(id, str) else None
    if found is None:
        mend = did_you_mean(str(id), list(quotations)) or (
            "approve it under 'quotations:' in codebook.yaml; `committee survey comments` lists ids"
        )
        raise Refused(f"there is no approved quotation {id!r}", mend, QUOTATION_KNOWN)
    return SpokenText(quoted(found.text) if marks else found.text, f"quotation.{id}")


def quotes(scope: Scope, *ids: Any) -> SpokenBlocks:
    """A bullet for each approved quotation, by id or of a finding. Raises Refused."""
    said = [text for entry in ids for text in _quotes(scope, entry)]
    if not said:
        raise Refused("quotes() needs ids of quotations", 'write quotes("q-sw-17", "q-sw-21")')
    items = tuple(ListItem((Value(str(text), text.key),)) for text in said)
    return SpokenBlocks("quotes", [ListBlock(items)])


def _quotes(scope: Scope, entry: Any) -> list[SpokenText]:
    if isinstance(entry, FindingView):
        return list(list_parts.quotations(entry))
    ids = entry if isinstance(entry, list | tuple) else [entry]
    return [quote(scope, name) for name in ids]
