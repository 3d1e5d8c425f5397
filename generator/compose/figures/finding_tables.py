"""Tables of every finding: figures by wave with their bases, and what the marks mean.

Findings of a single figure share one table for each group of findings.yaml, a row for each; one
with answers or groups has a table of its own. A cell reads '67% (94)': the figure and, in brackets,
how many people it is based on. A withheld figure shows its mark and no base.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from generator.compose.plain_text import cell, paragraph
from generator.model.document import (
    Alignment,
    Block,
    Heading,
    Inline,
    Table,
    Text,
    Value,
    phrase,
)
from generator.model.findings import (
    MARKS,
    NOT_AVAILABLE,
    Change,
    Finding,
    Findings,
    marks_explained,
    value_key,
)
from generator.model.walk import plain
from generator.model.wording.english import capital
from generator.model.wording.finding_notes import notes_of_several, shown_notes
from generator.model.wording.names import name_of
from generator.model.wording.rounding import figure_text, is_per_cent, with_unit

Content = tuple[Inline, ...]
_CHANGE = "Change"


def finding_tables(findings: Findings) -> tuple[Block, ...]:
    """Sub-headings and tables for all findings, in their order; what the marks mean stands before
    the first table that has any.
    """
    blocks: list[Block] = []
    items = [finding for finding in findings.items.values() if finding.estimates]
    groups = list(dict.fromkeys(_group(finding) for finding in items))
    for group in groups:
        own = [finding for finding in items if _group(finding) == group]
        if len(groups) > 1:
            blocks.append(Heading((Text(capital(_group_name(findings, group, own))),), 2))
        single = [finding for finding in own if not finding.categories and not finding.groups]
        if single:
            blocks.append(_single_table(findings, group, own, single))
            blocks.extend(_notes(single))
        blocks.extend(_own_table(finding) for finding in own if finding not in single)
    return _explained(blocks)


def _group(finding: Finding) -> str:
    return finding.key.partition(".")[0]


def _group_name(findings: Findings, group: str, own: Sequence[Finding]) -> str:
    return findings.cohorts.get(group) or findings.cohorts.get(own[0].cohort) or group


def _single_table(
    findings: Findings, group: str, own: Sequence[Finding], single: Sequence[Finding]
) -> Table:
    waves = [wave for wave in findings.waves if any(wave in one.waves for one in single)]
    changes = len(waves) > 1
    heads = ["Finding", *waves, *([_CHANGE] if changes else [])]
    rows = []
    for finding in single:
        cells = [_at(finding, wave, None, None) for wave in waves]
        rows.append([cell(_name(finding)), *cells, *([_change(finding)] if changes else [])])
    title = f"Findings for {_group_name(findings, group, own)}"
    note = "Figures in brackets: how many people the figure is based on."
    if changes:
        note += (
            f" Change: from the survey before to {findings.wave}, of percentages in percentage "
            "points, worked out from unrounded figures."
        )
        if any(_is_unlike(finding) for finding in single):
            note += (
                " Where both figures are given and no change, they are not made of the same"
                " questions and answers."
            )
    return _table(heads, rows, title, f"table-{name_of(group)}", note)


def _notes(single: Sequence[Finding]) -> Iterable[Block]:
    """The findings' own notes, a paragraph for each, below the table that they share."""
    named = [(finding.title, shown_notes(finding.notes)) for finding in single]
    return [paragraph(note, style="note") for note in notes_of_several(named)]


def _name(finding: Finding) -> str:
    return with_unit(finding.title, "" if is_per_cent(finding.unit) else finding.unit)


def _own_table(finding: Finding) -> Table:
    title = _name(finding)
    name = f"table-{name_of(finding.key)}"
    note = " ".join(text for text in (finding.definition, *shown_notes(finding.notes)) if text)
    if finding.categories and finding.groups:
        heads = ["Group", *finding.categories]
        rows = [
            [cell(group), *(_at(finding, None, one, group) for one in finding.categories)]
            for group in finding.groups
        ]
        return _table(heads, rows, f"{title}, {finding.wave}", name, note)
    labels = finding.categories or finding.groups
    by_category = bool(finding.categories)
    rows = []
    for label in labels:
        place = (label, None) if by_category else (None, label)
        rows.append([cell(label), *(_at(finding, wave, *place) for wave in finding.waves)])
    heads = ["Answer" if by_category else "Group", *finding.waves]
    return _table(heads, rows, title, name, note)


def _table(
    heads: Sequence[str], rows: Sequence[Sequence[Content]], caption: str, name: str, note: str
) -> Table:
    figures: list[Alignment] = ["right"] * (len(heads) - 1)
    return Table(
        header=tuple(cell(head) for head in heads),
        rows=tuple(tuple(row) for row in rows),
        alignments=("left", *figures),
        caption=phrase(caption),
        name=name,
        note=phrase(note),
        description=phrase(f"{len(rows)} rows. Columns: {', '.join(heads[1:])}."),
    )


def _at(finding: Finding, wave: str | None, category: str | None, group: str | None) -> Content:
    """A figure with its base: two values."""
    estimate = finding.estimate(wave, category, group)
    place = partial(value_key, finding.key, category=category, group=group)
    at = wave or finding.wave
    if estimate is None:
        return (Value(NOT_AVAILABLE, place("figure", at)),)
    made: list[Inline] = [Value(finding.text(estimate), place("figure", at))]
    if estimate.value is None:
        return tuple(made)
    if estimate.base is not None:
        made += [Text(" ("), Value(f"{estimate.base:,}", place("base", at)), Text(")")]
    if estimate.mark:
        made.append(Text(f" {estimate.mark}"))
    return tuple(made)


def _change(finding: Finding) -> Content:
    waves = list(finding.waves)
    at = waves.index(finding.wave) if finding.wave in waves else 0
    before = (waves[at - 1],) if at else ()
    return (Value(_points(finding), value_key(finding.key, "points", *before, finding.wave)),)


def _points(finding: Finding) -> str:
    found = _last_change(finding)
    if found is None or found.difference is None:
        return NOT_AVAILABLE
    return figure_text(found.difference, finding.decimals, "points")


def _is_unlike(finding: Finding) -> bool:
    """Whether its last change is left out though both figures are published."""
    found = _last_change(finding)
    if found is None or found.difference is not None:
        return False
    figures = (finding.estimate(wave) for wave in (found.earlier, found.later))
    return all(figure is not None and figure.value is not None for figure in figures)


def _last_change(finding: Finding) -> Change | None:
    """The change of the whole from the wave before to the quoted one."""
    waves = list(finding.waves)
    at = waves.index(finding.wave) if finding.wave in waves else 0
    for change in finding.changes if at else ():
        whole = change.category is None and change.group is None
        if whole and (change.earlier, change.later) == (waves[at - 1], finding.wave):
            return change
    return None


def _explained(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with what the marks of all tables mean, before the first table that has one."""
    marks = [_marks(block) for block in blocks]
    used = [mark for mark in MARKS if any(mark in each for each in marks)]
    if not used:
        return tuple(blocks)
    at = next(place for place, each in enumerate(marks) if each)
    key = paragraph(f"Marks: {marks_explained(used)}.", style="note")
    return (*blocks[:at], key, *blocks[at:])


def _marks(block: Block) -> set[str]:
    """The marks that stand in a table."""
    if not isinstance(block, Table):
        return set()
    cells = [plain(one) for row in block.rows for one in row]
    return {mark for mark in MARKS if any(text.endswith(mark) for text in cells)}
