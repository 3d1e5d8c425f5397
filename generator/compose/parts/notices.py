"""Parts that the format words itself: exempt notice, fixed text, rows printed as sections."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.arranged_blocks import arranged
from generator.compose.front_matter_values import value_of, value_text
from generator.compose.materials import Materials, PlacedSection
from generator.compose.parts.closing_parts import headings_of, rules_of
from generator.compose.parts.entries import closing_section, entry_blocks, nil_blocks, plain_table
from generator.compose.parts.front_matter import computed_lines
from generator.compose.plain_text import cell, paragraph
from generator.compose.statutory import grounds
from generator.config.config_rules import REPORT_EXEMPT
from generator.model.document import Block, Contents, ListBlock, ListItem, Section, Text
from generator.model.format import FrontMatterRule, Part
from generator.model.origin import Origin
from generator.model.report import Consideration
from generator.model.wording.dates import date_text
from generator.model.wording.names import name_of


def exempt_notice(materials: Materials, part: Part) -> list[PlacedSection]:
    """Why the report is not for publication: the paragraphs in the Act's words, and the interest.

    Opening and closing sentence are the format's, and may hold {exempt_paragraphs}.
    """
    exemption = materials.report.exemption
    if exemption is None:
        return []
    items = tuple(ListItem((Text(one),)) for one in grounds(exemption, materials.format.context))
    blocks: list[Block] = [ListBlock(items, "bullet")] if items else []
    if exemption.public_interest:
        at = exemption.where
        origin = Origin(at.file, at.line or 0, at.line or 0, "exemption", "public_interest")
        origin = replace(origin, by="person", source=exemption.public_interest)
        words = exemption.public_interest
        blocks.append(paragraph(words, numbered=part.numbered, origin=origin))
    return closing_section(materials, part, blocks, "Exempt information", kind="notice")


def contents_list(materials: Materials, part: Part) -> list[PlacedSection]:
    """A contents list at this place; whether it stays is decided by the whole report."""
    title = materials.fill(part.title) or "Contents"
    section = Section("contents", "contents", "", (Contents(title),))
    return [PlacedSection(section, materials.report.file, False)]


def fixed_text(materials: Materials, part: Part) -> list[PlacedSection]:
    """The format's own text, under its title if it has one."""
    text, origin = materials.stated(f"layout.{part.key or part.kind}.text", part.text)
    if not text:
        return []
    section = Section(
        key=part.key or "text",
        kind="notice",
        title=materials.fill(part.title),
        blocks=(paragraph(text, numbered=part.numbered, origin=origin),),
        level=part.level,
        numbered=part.numbered and bool(part.title and materials.format.numbering.heading),
        page_break=part.page_break,
    )
    return [PlacedSection(section, materials.report.file, part.numbered)]


def group_heading(materials: Materials, part: Part) -> list[PlacedSection]:
    """A heading with nothing of its own under it."""
    section = Section(
        key=part.key or f"heading-{name_of(part.title)}".rstrip("-"),
        kind="heading",
        title=materials.fill(part.title),
        level=part.level,
        numbered=part.numbered and bool(materials.format.numbering.heading),
        page_break=part.page_break,
    )
    return [PlacedSection(section, materials.report.file, False)]


def terms_of_reference(materials: Materials, part: Part) -> list[PlacedSection]:
    """The terms of reference, from report.yaml or the narrative's section of that name."""
    section = materials.claims.of(f"terms_of_reference:{part.key}")
    prose = materials.report.terms_of_reference
    if prose is not None:
        written = materials.write_prose(prose)
    elif section is not None:
        written = section.blocks
    else:
        title = part.title or "Terms of reference"
        blocks = nil_blocks(materials, part, title, "terms_of_reference")
        return closing_section(materials, part, blocks, title)
    blocks = arranged(written, materials.format, part.numbered)
    return closing_section(materials, part, blocks, "Terms of reference")


def rows_section(materials: Materials, part: Part) -> list[PlacedSection]:
    """Front-matter rows as a section: a table of label and entry, a dated list, or text."""
    rules = [rule for rule in rules_of(materials, part) if _entry(materials, rule)]
    title = rules[0].label.rstrip(":") if rules else ""
    if not rules:
        blocks = nil_blocks(materials, part, part.title or part.kind, "front_matter")
    elif len(rules) == 1 and rules[0].kind == "considerations":
        blocks = _considerations(materials, part, rules[0])
    elif part.form == "table":
        headings = headings_of(part, ("item", "entry"))
        rows = [(cell(rule.label.rstrip(":")), cell(_entry(materials, rule))) for rule in rules]
        blocks = (plain_table(headings, rows, f"{len(rows)} entries, a row for each."),)
    else:
        entries = [cell(_entry(materials, rule)) for rule in rules]
        if len(rules) > 1:
            entries = [
                (Text(f"{rule.label.rstrip(':')}: ", bold=True), *entry)
                for rule, entry in zip(rules, entries, strict=True)
            ]
        blocks = entry_blocks(entries, part.form or "paragraphs", part.numbered)
    return closing_section(materials, part, blocks, title)


def _entry(materials: Materials, rule: FrontMatterRule) -> str:
    if rule.kind == "computed":
        return ", ".join(line.text for line in computed_lines(materials, rule, {}))
    return value_text(rule, value_of(materials.report, rule), materials.format)


def _considerations(materials: Materials, part: Part, rule: FrontMatterRule) -> tuple[Block, ...]:
    value = value_of(materials.report, rule)
    pattern = materials.format.date_format
    pairs = [
        (one.body, date_text(one.date, pattern))
        for one in (value if isinstance(value, tuple) else ())
        if isinstance(one, Consideration)
    ]
    if part.form in ("", "table"):
        rows = [(cell(body), cell(day)) for body, day in pairs]
        headings = part.headings or ("Meeting", "Date")
        return (plain_table(headings, rows, f"{len(rows)} meetings, a row for each."),)
    return entry_blocks([cell(f"{body}, {day}") for body, day in pairs], part.form, part.numbered)


def check_exemption(materials: Materials) -> None:
    """Note an exempt report in a format that has no place to say so."""
    exemption = materials.report.exemption
    if exemption is None or any(part.kind == "exempt" for part in materials.format.layout):
        return
    if any(rule.source == "exemption" for rule in materials.format.front_matter):
        return
    what = "the report is exempt, but its format has no part of kind 'exempt'"
    materials.problems.add(
        REPORT_EXEMPT, exemption.where, what, "add the part to the format's layout"
    )
