"""`{{ table(...) }}` and `{{ csv_table(...) }}`: tables of findings by wave, and of a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.config.files import ReportFolder
from generator.model.document import Alignment, Inline, Table, Text, Value, phrase
from generator.model.findings import CONFIDENTIAL, NOT_APPLICABLE, NOT_AVAILABLE
from generator.model.wording.phrases import joined
from generator.model.wording.rounding import unit_beside, with_true_minus, with_unit
from generator.narrative.directives.csv_file import read_csv
from generator.narrative.directives.shown_figures import (
    ShownFigure,
    caption_of,
    cell_of,
    entries_of,
    is_open,
    labels_of,
    marks_note,
    own_notes,
    phrase_setting,
    plain_title,
    text_setting,
    unlike_note,
    views_of,
    waves_of,
    with_figures,
)
from generator.narrative.directives.shown_part import part_shown
from generator.narrative.expressions import change_parts
from generator.narrative.expressions.finding_view import FindingView
from generator.narrative.expressions.spoken import Refused, SpokenBlocks

Row = list[tuple[Inline, ...]]


def table(
    *findings: Any,
    waves: Any = None,
    bases: bool = True,
    change: bool = False,
    caption: str = "",
    name: str = "",
    note: str = "",
) -> SpokenBlocks:
    """A table of findings by wave, with their bases. See docs/narrative.md. Raises Refused."""
    views = views_of("table", findings)
    opened = [(is_open(view, "answers"), is_open(view, "groups")) for view in views]
    if len(views) > 1 and any(any(pair) for pair in opened):
        raise Refused(
            "table() shows one finding with several answers or groups at a time",
            "write a table for each",
        )
    head: list[str]
    if all(opened[0]):
        shown = waves_of(views, waves) if waves is not None else (views[0].at,)
        head, rows, cells = _by_group_and_answer(views[0].at_wave(shown[-1]), bases)
        entries: tuple[FindingView, ...] = ()
        shown = shown[-1:]
    else:
        entries, first = _listed(views, opened[0])
        shown = with_figures(entries, waves_of(views, waves), waves)
        head, rows, cells = _by_wave(entries, first, shown, bases, change)
    alignments: list[Alignment] = ["left", *(["right"] * (len(head) - 1))]  # type: ignore[list-item]
    built = Table(
        header=tuple((Text(text),) for text in head),
        rows=tuple(tuple(row) for row in rows),
        alignments=tuple(alignments),
        caption=phrase_setting("caption", caption)
        or phrase(caption_of(views, shown, part_shown(views, shown))),
        name=text_setting("name", name),
        note=joined(
            phrase_setting("note", note),
            phrase(own_notes(views, shown)),
            phrase(marks_note(cells)),
            phrase(unlike_note(entries, shown)),
        ),
    )
    return SpokenBlocks("table", [built])


def _listed(
    views: tuple[FindingView, ...], opened: tuple[bool, bool]
) -> tuple[tuple[FindingView, ...], str]:
    if opened[0]:
        # The questions of a ranking are no answers of one question: each has a base of its own.
        ranked = views[0].finding.measure == "ranking"
        return entries_of(views[0], "answers"), "Question" if ranked else "Answer"
    if opened[1]:
        return entries_of(views[0], "groups"), "Group"
    return views, "Finding"


def _by_wave(
    views: Sequence[FindingView], first: str, waves: Sequence[str], bases: bool, change: bool
) -> tuple[list[str], list[Row], list[ShownFigure]]:
    labels = labels_of(views) if first == "Finding" else [plain_title(view) for view in views]
    head = [first, *waves]
    last_row = first == "Answer" and bases
    rows: list[Row] = []
    cells: list[ShownFigure] = []
    for label, view in zip(labels, views, strict=True):
        unit = unit_beside(view.finding.unit)
        shown = [cell_of(view.at_wave(wave)) for wave in waves]
        row: Row = [(Text(with_unit(label, unit)),), *(_value(c) for c in shown)]
        cells += shown
        if change:
            row.append(_change(view))
        if bases and not last_row:
            row.append(_value(_base(view, waves[-1])))
        rows.append(row)
    if change:
        head.append("Change")
    if last_row:
        base_row: Row = [(Text("Base"),), *(_value(_answers_base(views, wave)) for wave in waves)]
        rows.append([*base_row, (Text(NOT_APPLICABLE),)] if change else base_row)
    elif bases:
        head.append(f"Base, {waves[-1]}")
    return head, rows, cells


def _by_group_and_answer(
    view: FindingView, bases: bool
) -> tuple[list[str], list[Row], list[ShownFigure]]:
    head = ["Group", *view.finding.categories, *([f"Base, {view.at}"] if bases else [])]
    rows: list[Row] = []
    cells: list[ShownFigure] = []
    for group in entries_of(view, "groups"):
        answers = entries_of(group, "answers")
        shown = [cell_of(answer) for answer in answers]
        row: Row = [(Text(str(group.group)),), *(_value(cell) for cell in shown)]
        if bases:
            row.append(_value(_answers_base(answers, view.at)))
        rows.append(row)
        cells += shown
    return head, rows, cells


def _value(cell: ShownFigure) -> tuple[Inline, ...]:
    return (Value(cell.text, cell.key),)


def _base(view: FindingView, wave: str) -> ShownFigure:
    at = view.at_wave(wave)
    found = at.found()
    if found is None or found.base is None:
        mark = (found.mark or CONFIDENTIAL) if found is not None else NOT_AVAILABLE
        return ShownFigure(at.key("base"), None, mark, mark)
    return ShownFigure(at.key("base"), found.base, "", f"{found.base:,}")


def _answers_base(answers: Sequence[FindingView], wave: str) -> ShownFigure:
    """The base that the answers share: of the first answer that has one."""
    cells = [_base(answer, wave) for answer in answers]
    return next((cell for cell in cells if cell.value is not None), cells[0])


def _change(view: FindingView) -> tuple[Inline, ...]:
    try:
        said = change_parts.points(view)
    except Refused:
        return (Value(NOT_AVAILABLE, f"{view.plain_called()}.points"),)
    return (Value(str(said), said.key),)


# ---------------------------------------------------------------- csv
def csv_table(
    folder: ReportFolder | None,
    path: str,
    caption: str = "",
    name: str = "",
    note: str = "",
    row_headers: bool = True,
) -> SpokenBlocks:
    """A table from a CSV file in the report's folder; row 1 is its header. Raises Refused."""
    header, body = read_csv(folder, text_setting("path", path), "csv_table")
    key = f"file:{path}"
    numeric = [
        all(_numeric(row[index]) for row in body) and index > 0 for index in range(len(header))
    ]
    built = Table(
        header=tuple((Text(text),) for text in header),
        rows=tuple(
            tuple((Value(with_true_minus(text), key),) if text else () for text in row)
            for row in body
        ),
        alignments=tuple("right" if right else "left" for right in numeric),
        caption=phrase_setting("caption", caption),
        name=text_setting("name", name),
        note=phrase_setting("note", note),
        row_headers=bool(row_headers),
    )
    return SpokenBlocks("csv_table", [built])


def _numeric(text: str) -> bool:
    plain = text.strip().replace(",", "").lstrip("-+£").rstrip("%")
    return not plain or plain.replace(".", "", 1).isdigit()
