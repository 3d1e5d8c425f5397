"""The parts of a format's layout, in order, as sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.compose.arranged_blocks import arranged
from generator.compose.compose_rules import SECTION_MISSING, SECTION_UNPLACED
from generator.compose.materials import Materials, PlacedSection
from generator.compose.parts.closing_parts import (
    appendices_list,
    background_papers,
    contacts,
    report_author,
    sign_off_table,
    subject_history,
)
from generator.compose.parts.implications import implication_sections, single_implication
from generator.compose.parts.notices import (
    contents_list,
    exempt_notice,
    fixed_text,
    group_heading,
    rows_section,
    terms_of_reference,
)
from generator.compose.parts.recommendations import recommendation_sections
from generator.compose.parts.sign_offs import with_sign_offs
from generator.compose.plain_text import folded, paragraph
from generator.errors import did_you_mean
from generator.model.document import Block, Section
from generator.model.format import Part, PartKind, section_rule
from generator.model.narrative import NarrativeSection
from generator.model.origin import Origin
from generator.model.report import SectionTitle


def body_sections(materials: Materials) -> list[PlacedSection]:
    """Every part of the layout that has something to print. Missing required ones are problems."""
    _check_titles(materials)
    free = _free_sections(materials)
    placed: list[PlacedSection] = []
    for index, part in enumerate(materials.format.layout):
        if part.kind == "free_sections":
            placed.extend(_free(materials, part, free.get(index, [])))
        else:
            placed.extend(_MAKERS[part.kind](materials, part))
    return _told_apart(placed)


def _told_apart(sections: list[PlacedSection]) -> list[PlacedSection]:
    """The sections with a count on keys that the format's own parts share ('row', 'row-2')."""
    met: Counter[str] = Counter()
    made = []
    for placed in sections:
        section = placed.section
        met[section.key] += 1
        if met[section.key] > 1 and section.kind in ("closing", "notice", "heading", "contents"):
            key = f"{section.key}-{met[section.key]}"
            placed = replace(placed, section=replace(section, key=key))
        made.append(placed)
    return made


# ---------------------------------------------------------------- sections of the narrative
def _named_section(materials: Materials, part: Part) -> list[PlacedSection]:
    section = materials.claims.of(f"section:{part.key}")
    asked = _asked(materials, part.key)
    part = replace(part, title=materials.fill(part.title))
    title = _title(part, section, asked)
    if section is None:
        # A nil statement is what a required section says where there is nothing to say.
        if (part.required and not part.nil) or (asked is not None and asked.required):
            materials.claims.missing(title, part.guidance)
            return []
        return _nil_section(materials, part, title)
    if not section.blocks:
        materials.claims.empty(section, part.guidance)
        return []
    return [_section(materials, part, part.key or section.key, title, section)]


def _title(part: Part, section: NarrativeSection | None, asked: SectionTitle | None) -> str:
    """The format's heading, unless it leaves it to the report and the report has its own."""
    if part.fixed:
        return part.title
    if asked is not None and asked.title:
        return asked.title
    if section is None or not part.title:
        return section.title if section is not None else part.title
    known = {folded(text) for text in (part.title, *part.aliases)}
    return part.title if folded(section.title) in known else section.title


def _nil_section(materials: Materials, part: Part, title: str) -> list[PlacedSection]:
    nil, origin = materials.stated(f"layout.{part.key}.nil", part.nil, part.key)
    if not nil:
        return []
    blocks = (paragraph(nil, numbered=part.numbered, origin=origin),)
    made = NarrativeSection(title, part.key, blocks)
    return [_section(materials, part, part.key, title, made)]


def _section(
    materials: Materials, part: Part, key: str, title: str, section: NarrativeSection
) -> PlacedSection:
    blocks: list[Block] = list(arranged(section.blocks, materials.format, part.numbered))
    place = f"layout.{part.key or part.kind}"
    opening, origin = materials.stated(f"{place}.text", part.text)
    if opening:
        blocks.insert(0, paragraph(opening, numbered=part.numbered, origin=origin))
    closing, origin = materials.stated(f"{place}.closing", part.closing)
    if closing:
        blocks.append(paragraph(closing, numbered=part.numbered, origin=origin))
    made = Section(
        key=key,
        kind="section",
        title=title,
        blocks=with_sign_offs(materials, section_rule(part), tuple(blocks)),
        level=part.level,
        numbered=part.numbered and bool(materials.format.numbering.heading),
        page_break=part.page_break,
        origin=_heading_origin(materials, part, title, section),
    )
    return PlacedSection(made, materials.narrative.file, part.numbered)


def _heading_origin(
    materials: Materials, part: Part, title: str, section: NarrativeSection
) -> Origin:
    """A heading is a person's where it is the report's own, and not the format's."""
    asked = _asked(materials, part.key or section.key)
    if asked is not None and asked.title == title and not part.fixed:
        where = asked.where
        line = where.line or 0
        return Origin(
            where.file, line, line, "sections", asked.key, by="person", source=asked.title
        )
    written = title == section.title and bool(section.origin.line) and not part.fixed
    return section.origin if written else replace(section.origin, by="program")


# ---------------------------------------------------------------- sections of the report's own
def _free_sections(materials: Materials) -> dict[int, list[NarrativeSection]]:
    """Place of a free_sections part in the layout -> its sections.

    With several such parts a section goes to the first one after all that stands before it in the
    narrative: free sections keep to the side of a fixed section that the author put them on.
    """
    layout = materials.format.layout
    slots = {f"{part.kind}:{part.key}": index for index, part in enumerate(layout)}
    together = next((i for i, part in enumerate(layout) if part.kind == "implications"), -1)
    for rule in materials.format.implications:
        slots.setdefault(f"implication:{rule.key}", together)
    parts = [index for index, part in enumerate(layout) if part.kind == "free_sections"]
    found: dict[int, list[NarrativeSection]] = {}
    for section in materials.claims.free():
        if not parts:
            materials.claims.unplaced(section)
            continue
        before = materials.claims.slots_before(section)
        last = max((slots[slot] for slot in before if slot in slots), default=-1)
        place = next((index for index in parts if index > last), parts[-1])
        found.setdefault(place, []).append(section)
    return found


def _free(
    materials: Materials, part: Part, sections: list[NarrativeSection]
) -> list[PlacedSection]:
    placed = []
    for section in sections:
        if not section.blocks:
            materials.claims.empty(section)
            continue
        asked = _asked(materials, section.key) or _asked_by_title(materials, section.title)
        title = asked.title if asked is not None and asked.title else section.title
        placed.append(_section(materials, part, section.key, title, section))
    if part.required and not sections:
        what = "the narrative has no section of its own"
        hint = part.guidance or "add one under a heading '# ...'"
        materials.problems.add(SECTION_MISSING, materials.claims.where(), what, hint)
    return placed


# ---------------------------------------------------------------- what report.yaml says of sections
def _asked(materials: Materials, key: str) -> SectionTitle | None:
    return next((one for one in materials.report.sections if one.key == key), None)


def _asked_by_title(materials: Materials, title: str) -> SectionTitle | None:
    wanted = folded(title)
    return next((one for one in materials.report.sections if folded(one.title) == wanted), None)


def _check_titles(materials: Materials) -> None:
    """Note titles for sections that cannot take one, and required sections that are not written."""
    format_ = materials.format
    parts = {part.key: part for part in format_.layout if part.kind == "section"}
    has_free = any(part.kind == "free_sections" for part in format_.layout)
    implications = {rule.key for rule in format_.implications}
    for asked in materials.report.sections:
        part = parts.get(asked.key)
        if asked.key in implications:
            materials.problems.add(SECTION_UNPLACED,
                asked.where, f"{asked.key!r} is an implication, whose heading the format fixes",
                "remove it here",
            )  # fmt: skip
        elif part is not None and part.fixed and folded(asked.title) != folded(part.title):
            what = f"the format fixes the heading {part.title!r}"
            materials.problems.add(SECTION_UNPLACED, asked.where, what, "remove it here")
        elif part is None and not has_free:
            hint = did_you_mean(asked.key, list(parts))
            what = f"the format has no section {asked.key!r} and allows none of the report's own"
            materials.problems.add(SECTION_UNPLACED, asked.where, what, hint)
        elif part is None and asked.required:
            _check_written(materials, asked)


def _check_written(materials: Materials, asked: SectionTitle) -> None:
    free = materials.claims.free()
    wanted = folded(asked.title)
    if not any(one.key == asked.key or folded(one.title) == wanted for one in free):
        materials.claims.missing(asked.title or asked.key)


_MAKERS: Mapping[PartKind, Callable[[Materials, Part], list[PlacedSection]]] = {
    "recommendations": recommendation_sections,
    "section": _named_section,
    "heading": group_heading,
    "implications": implication_sections,
    "implication": single_implication,
    "appendices_list": appendices_list,
    "background_papers": background_papers,
    "terms_of_reference": terms_of_reference,
    "subject_history": subject_history,
    "report_author": report_author,
    "contacts": contacts,
    "sign_off_table": sign_off_table,
    "exempt": exempt_notice,
    "contents": contents_list,
    "row": rows_section,
    "text": fixed_text,
}
