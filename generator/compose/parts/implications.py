"""Implications: sections of their own, sub-headings of one, a table, a Yes/No grid, or an appendix.

The text of each comes from the narrative's section of that heading, or from report.yaml, or is the
format's nil statement where report.yaml says nil. A required one with no text at all is a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.compose.arranged_blocks import arranged, cell_content
from generator.compose.compose_rules import (
    FORMAT_PARTS,
    IMPLICATION_FORM,
    IMPLICATION_MISSING,
    IMPLICATION_TWICE,
)
from generator.compose.materials import Materials, PlacedSection
from generator.compose.parts.entries import plain_table
from generator.compose.parts.sign_offs import sign_off_lines, with_sign_offs
from generator.compose.plain_text import cell, paragraph, with_line_breaks
from generator.compose.section_claims import with_guidance
from generator.compose.units import with_unit
from generator.errors import did_you_mean
from generator.model.document import (
    Block,
    Heading,
    Inline,
    ParagraphBreak,
    Section,
    SignOffText,
    Table,
    Text,
)
from generator.model.format import ImplicationRule, Part
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.origin import NOWHERE, HasOrigin, Origin
from generator.model.part_tables import table_columns
from generator.model.report import Implication

IMPLICATION_COLUMNS = {
    "issue": "Issue",
    "answer": "Yes or No",
    "implications": "Implications",
    "sign_off": "Sign-off",
    "owner": "Owner",
}
_WIDTHS = {"issue": 1.2, "implications": 3.0, "sign_off": 1.5, "owner": 1.3}
NOTHING = "\N{EN DASH}"  # stands in a cell that would be blank


@dataclass(frozen=True, slots=True)
class ImplicationText(HasOrigin):
    """What is said of an implication. answer: of a Yes/No grid. file, origin: where the text is."""

    rule: ImplicationRule
    blocks: tuple[Block, ...]
    answer: bool
    file: str
    origin: Origin = NOWHERE


def implication_sections(materials: Materials, part: Part) -> list[PlacedSection]:
    """The sections of an implications part, in the format's order of implications."""
    said = said_of_all(materials, part)
    if not said or part.style == "appendix":
        return []
    if part.style == "sections":
        return [_section(materials, part, one) for one in said]
    if part.style == "sub_headings":
        blocks = sub_headed(materials, said, part.numbered)
    else:
        blocks = (_table(materials, part, said),)
    opening, origin = materials.stated(f"layout.{part.kind}.text", part.text)
    if opening:
        blocks = (paragraph(opening, numbered=part.numbered, origin=origin), *blocks)
    section = Section(
        key=part.key or "implications",
        kind="implication",
        title=materials.fill(part.title or "Implications"),
        blocks=blocks,
        level=part.level,
        numbered=part.numbered and bool(materials.format.numbering.heading),
        page_break=part.page_break,
    )
    return [PlacedSection(section, said[0].file, part.numbered)]


def single_implication(materials: Materials, part: Part) -> list[PlacedSection]:
    """The section of the one implication that a part names."""
    rules = {rule.key: rule for rule in materials.format.implications}
    rule = rules.get(part.key)
    if rule is None:
        where = materials.format_where("layout")
        what = f"a part names the implication {part.key!r}, which is not defined"
        materials.problems.add(FORMAT_PARTS, where, what, did_you_mean(part.key, list(rules)))
        return []
    said = said_of(materials, rule)
    return [_section(materials, part, said)] if said else []


def said_of_all(materials: Materials, part: Part) -> list[ImplicationText]:
    """What is said of every implication that no part of the layout names on its own."""
    alone = {one.key for one in materials.format.layout if one.kind == "implication"}
    rules = [rule for rule in materials.format.implications if rule.key not in alone]
    found = [said_of(materials, rule, part.style == "grid") for rule in rules]
    return [one for one in found if one is not None]


def said_of(
    materials: Materials, rule: ImplicationRule, in_grid: bool = False
) -> ImplicationText | None:
    """What is said of one implication; None where nothing is (a problem where it is required)."""
    section = materials.claims.of(f"implication:{rule.key}")
    entry = materials.report.implications.get(rule.key)
    file = materials.narrative.file
    if section is not None and section.blocks:
        if entry is not None and entry.prose is not None:
            what = f"{rule.title!r} is written here and in the narrative, line {section.line}"
            materials.problems.add(IMPLICATION_TWICE, entry.where, what, "keep one of the two")
        elif entry is not None and entry.nil:
            what = f"{rule.title!r} is nil here but written in the narrative, line {section.line}"
            materials.problems.add(IMPLICATION_TWICE, entry.where, what, "take one of the two out")
        answer = entry.answer if entry is not None and entry.answer is not None else True
        blocks = with_unit(section.blocks, rule.key)
        return ImplicationText(rule, blocks, answer, file, section.origin)
    if entry is not None:
        return _from_report(materials, rule, entry, in_grid)
    if section is not None:
        materials.claims.empty(section, rule.guidance)
    elif rule.required:
        _missing(materials, rule)
    return None


def _from_report(
    materials: Materials, rule: ImplicationRule, entry: Implication, in_grid: bool
) -> ImplicationText | None:
    at = Origin(entry.where.file, entry.where.line or 0, unit=rule.key)
    nil, stated = materials.stated(f"implications.{rule.key}.nil", rule.nil, rule.key)
    if entry.prose is not None:
        blocks = with_unit(materials.write_prose(entry.prose), rule.key)
        answer = entry.answer if entry.answer is not None else not entry.nil
        return ImplicationText(rule, blocks, answer, entry.where.file, at)
    if entry.answer is not None and in_grid:
        says = bool(nil) and not entry.answer
        blocks = (paragraph(nil, numbered=True, origin=stated),) if says else ()
        return ImplicationText(rule, blocks, entry.answer, entry.where.file, at)
    if (entry.nil or entry.answer is False) and nil:
        nil_text = paragraph(nil, numbered=True, origin=stated)
        return ImplicationText(rule, (nil_text,), False, entry.where.file, at)
    what = f"{rule.title!r} says nothing"
    if entry.nil:
        what = f"the format has no nil statement for {rule.title!r}"
    materials.problems.add(IMPLICATION_MISSING, entry.where, what, "add text:")
    return None


def _missing(materials: Materials, rule: ImplicationRule) -> None:
    mend = f"add the heading '# {rule.title}' and its text"
    if rule.nil:
        mend += f", or implications.{rule.key}: {{nil: true}} in report.yaml"
    what = f"the section {rule.title!r} is missing"
    materials.problems.add(
        IMPLICATION_MISSING, materials.claims.where(), what, with_guidance(mend, rule.guidance)
    )


def _section(materials: Materials, part: Part, said: ImplicationText) -> PlacedSection:
    blocks = with_sign_offs(
        materials, said.rule, arranged(said.blocks, materials.format, part.numbered)
    )
    section = Section(
        key=said.rule.key,
        kind="implication",
        title=said.rule.title,
        blocks=blocks,
        level=part.level,
        numbered=part.numbered and bool(materials.format.numbering.heading),
        page_break=part.page_break,
        origin=replace(said.origin, unit=said.rule.key, by="program"),
    )
    return PlacedSection(section, said.file, part.numbered)


def sub_headed(
    materials: Materials, said: Iterable[ImplicationText], numbered: bool
) -> tuple[Block, ...]:
    """Each implication under a sub-heading, with its sign-offs."""
    blocks: list[Block] = []
    for one in said:
        shares = numbered and materials.format.numbering.numbered_sub_headings
        title = (Text(one.rule.title),)
        origin = replace(one.origin, unit=one.rule.key, by="program")
        blocks.append(Heading(title, 2, name=one.rule.key, numbered=shares, origin=origin))
        text = arranged(one.blocks, materials.format, numbered)
        blocks.extend(with_sign_offs(materials, one.rule, text))
    return tuple(blocks)


def _table(materials: Materials, part: Part, said: Sequence[ImplicationText]) -> Table:
    columns = table_columns(part, texts=any(one.blocks for one in said))
    if materials.report.public and not materials.format.sign_off.printed_in_public:
        kept = [place for place, column in enumerate(columns) if column != "sign_off"]
        columns = tuple(columns[place] for place in kept)
        part = replace(part, headings=tuple(part.headings[p] for p in kept if part.headings))
    headings = part.headings or tuple(IMPLICATION_COLUMNS.get(c, c) for c in columns)
    rows = [tuple(_cell(materials, one, column) for column in columns) for one in said]
    table = plain_table(headings, rows, f"{len(rows)} implications, a row for each.")
    return replace(table, widths=tuple(_WIDTHS.get(column, 1.0) for column in columns))


def _cell(materials: Materials, said: ImplicationText, column: str) -> tuple[Inline, ...]:
    rule = said.rule
    if column == "issue":
        return cell(rule.short_title or rule.title)
    if column == "answer":
        # The answer is part of what the implication's owner clears.
        mark = ParagraphBreak(origin=Origin(unit=rule.key))
        return (mark, *cell("Yes" if said.answer else "No"))
    if column == "owner":
        return cell(rule.owner or NOTHING)
    if column == "sign_off":
        lines = sign_off_lines(materials, rule)
        printed = [(SignOffText(line, rule.key),) for line in lines]
        if not printed and rule.sign_off != "none":
            return (SignOffText(NOTHING, rule.key, given=False),)
        return with_line_breaks(printed) or cell(NOTHING)
    content = cell_content(arranged(said.blocks, materials.format, False))
    if content is None:
        where = Where(said.file, said.line or None)
        what = f"{rule.title!r} holds a chart, a table or a heading, and stands in a table"
        materials.problems.add(IMPLICATION_FORM, where, what, "write paragraphs and lists only")
    return content or cell(NOTHING)
