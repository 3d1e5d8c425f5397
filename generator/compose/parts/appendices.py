"""Appendices: which there are, how they are named, and what stands in each.

The list and the numbers are known before anything is written, because the body refers to them.
Implications that the format moves to an appendix come first; the tables behind the charts are added
as the last one where the report wants them in an appendix and names none for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.compose.arranged_blocks import arranged
from generator.compose.compose_rules import APPENDIX_EMPTY
from generator.compose.figures.figures_table import figures_table
from generator.compose.figures.finding_tables import finding_tables
from generator.compose.materials import AppendixPlace, Materials, PlacedSection
from generator.compose.parts.implications import said_of_all, sub_headed
from generator.compose.parts.survey_appendices import method_note, question_lists
from generator.compose.plain_text import paragraph
from generator.compose.statutory import grounds, paragraphs_text
from generator.config.files import Files, ReportFolder
from generator.model.document import Block, Chart, External, Section, Table, phrase
from generator.model.format import AppendixRule, Format, Part
from generator.model.origin import NOWHERE, Origin
from generator.model.report import Appendix, Exemption, Report
from generator.model.walk import every_block, plain
from generator.model.wording.counting import appendix_number
from generator.model.wording.placeholders import with_places
from generator.narrative.narrative_rules import ANSWERS_PRINTED

FIGURES_KEY = "figure-tables"
FIGURES_TITLE = "Figures shown in the charts"
_IMPLICATIONS_TITLE = "Implications"
_NOT_PUBLISHED = "This appendix is not for publication. It is exempt under {exempt_paragraphs}."
_NO_CHARTS = "the report has no charts without their tables beside them"
_NO_SURVEY = "the report has no findings to make it from"


def appendix_places(format_: Format, report: Report, has_charts: bool) -> tuple[AppendixPlace, ...]:
    """Every appendix with its label and number, in order."""
    named = [(part.key or "implications", part.title or _IMPLICATIONS_TITLE)
             for part in _implication_parts(format_)]  # fmt: skip
    named += [(one.key, one.title) for one in report.appendices]
    if needs_figures(report, has_charts):
        named.append((FIGURES_KEY, FIGURES_TITLE))
    rule = format_.appendices
    return tuple(_place(rule, index, *one) for index, one in enumerate(named))


def needs_figures(report: Report, has_charts: bool) -> bool:
    """Whether the tables behind the charts need an appendix that the report does not name."""
    named = any(one.content == "figure_tables" for one in report.appendices)
    return report.chart_tables == "appendix" and has_charts and not named


def _implication_parts(format_: Format) -> list[Part]:
    return [
        part for part in format_.layout if part.kind == "implications" and part.style == "appendix"
    ]


def _place(rule: AppendixRule, index: int, key: str, title: str) -> AppendixPlace:
    number = appendix_number(rule.scheme, rule.first + index)
    return AppendixPlace(key, f"{rule.word} {number}".strip(), number, title)


def appendix_sections(materials: Materials) -> list[PlacedSection]:
    """The appendices as sections; the charts' figures are filled in once charts have numbers."""
    by_key = {place.key: place for place in materials.appendices}
    sections: list[PlacedSection] = []
    for part in _implication_parts(materials.format):
        place = by_key[part.key or "implications"]
        blocks = sub_headed(materials, said_of_all(materials, part), numbered=False)
        sections.append(_section(materials, place, blocks))
    for appendix in materials.report.appendices:
        if appendix.listed_only:
            continue
        if materials.report.public and appendix.exemption is not None:
            file, blocks = materials.report.file, _withheld(materials, appendix.exemption)
        else:
            file, blocks = _content(materials, appendix)
        made = _section(materials, by_key[appendix.key], blocks, appendix.landscape)
        sections.append(replace(made, file=file))
    if FIGURES_KEY in by_key and not any(a.key == FIGURES_KEY for a in materials.report.appendices):
        sections.append(_section(materials, by_key[FIGURES_KEY], ()))
    return sections


def _section(
    materials: Materials, place: AppendixPlace, blocks: Sequence[Block], landscape: bool = False
) -> PlacedSection:
    rule = materials.format.appendices
    section = Section(
        key=place.key,
        kind="appendix",
        title=place.title,
        blocks=tuple(blocks),
        number=place.number,
        label=place.label,
        page_break=rule.page_break,
        landscape=landscape,
        joint=rule.joint,
        origin=_title_origin(materials, place),
    )
    return PlacedSection(section, materials.report.file, False)


def _title_origin(materials: Materials, place: AppendixPlace) -> Origin:
    """Of an appendix's title: report.yaml's, but for those that the format adds."""
    for appendix in materials.report.appendices:
        if appendix.key == place.key and appendix.title == place.title:
            at = appendix.where
            origin = Origin(at.file, at.line or 0, at.line or 0, "appendices", place.key)
            return replace(origin, by="person", source=appendix.title)
    return NOWHERE


def _withheld(materials: Materials, exemption: Exemption) -> tuple[Block, ...]:
    """What a copy for publication prints of an exempt appendix."""
    context = materials.format.context
    said = context.get("exempt_appendix", _NOT_PUBLISHED)
    sentence = with_places(said, {"exempt_paragraphs": paragraphs_text(exemption.paragraphs)})
    reasons = [*grounds(exemption, context), exemption.public_interest]
    return tuple(paragraph(one) for one in (sentence, *reasons) if one)


def _content(materials: Materials, appendix: Appendix) -> tuple[str, tuple[Block, ...]]:
    """The file that the blocks' lines count in, and the blocks."""
    file, findings = materials.report.file, materials.findings
    if appendix.content == "narrative":
        return materials.narrative.file, _narrative(materials, appendix)
    if appendix.path and _prints_answers(materials, appendix):
        return file, ()
    if appendix.content == "file":
        return file, (External(appendix.path, appendix.sheet),)
    if appendix.content == "csv":
        return file, _csv_table(materials, appendix)
    if appendix.content == "figure_tables":
        return file, ()
    makers = {
        "survey_questions": question_lists,
        "findings_tables": finding_tables,
        "method": method_note,
    }
    blocks = makers[appendix.content](findings)
    if not blocks:
        materials.problems.add(APPENDIX_EMPTY,
            appendix.where, f"the appendix {appendix.title!r} would be empty: {_NO_SURVEY}",
            "add findings.yaml and codebook.yaml, or leave the appendix out",
        )  # fmt: skip
    return file, blocks


def _prints_answers(materials: Materials, appendix: Appendix) -> bool:
    """Whether an appendix's file is an export of the survey, after noting that."""
    if not _folder(materials, appendix).holds_answers(Path(appendix.path)):
        return False
    what = f"the appendix {appendix.title!r} is an export of the survey: it would print what each"
    mend = "give the appendix 'content: findings_tables' and no path"
    materials.problems.add(ANSWERS_PRINTED, appendix.where, f"{what} person answered", mend)
    return True


def _folder(materials: Materials, appendix: Appendix) -> ReportFolder:
    folder = Path(appendix.path).parent
    return ReportFolder(folder, materials.files or Files(folder), materials.findings.collections)


def _narrative(materials: Materials, appendix: Appendix) -> tuple[Block, ...]:
    section = materials.claims.of(f"appendix:{appendix.key}")
    if section is None or not section.blocks:
        what = f"the appendix {appendix.title!r} has no text in {materials.narrative.file}"
        mend = f"add the heading '# {appendix.title} {{#{appendix.key}}}' and its text there"
        materials.problems.add(APPENDIX_EMPTY, appendix.where, what, mend)
        return ()
    return arranged(section.blocks, materials.format, numbered=False)


def _csv_table(materials: Materials, appendix: Appendix) -> tuple[Block, ...]:
    """A csv file as one table, its first row the heads."""
    from generator.narrative.directives.table import csv_table
    from generator.narrative.expressions.spoken import Refused

    try:
        (table,) = csv_table(_folder(materials, appendix), Path(appendix.path).name).blocks
    except Refused as refusal:
        materials.problems.add(APPENDIX_EMPTY, appendix.where, refusal.what, refusal.mend)
        return ()
    if not isinstance(table, Table):
        return ()
    heads = ", ".join(plain(head) for head in table.header)
    return (replace(table, description=phrase(f"{len(table.rows)} rows. Columns: {heads}.")),)


def with_figure_tables(materials: Materials, sections: list[PlacedSection]) -> list[PlacedSection]:
    """The sections with the tables of charts in the appendix for them; charts have numbers. Those
    that have a table beside them need none.
    """
    asked = {a.key: a for a in materials.report.appendices if a.content == "figure_tables"}
    charts = [
        block
        for placed in sections
        for block in every_block(placed.section.blocks)
        if isinstance(block, Chart) and not block.with_table
    ]
    tables = tuple(figures_table(chart) for chart in charts)
    made = []
    for placed in sections:
        section = placed.section
        wanted = section.kind == "appendix" and (section.key in asked or section.key == FIGURES_KEY)
        if wanted and not section.blocks:
            placed = placed.with_blocks(tables)
            if not tables and section.key in asked:
                what = f"the appendix {section.title!r} would be empty: {_NO_CHARTS}"
                materials.problems.add(
                    APPENDIX_EMPTY, asked[section.key].where, what, "leave the appendix out"
                )
        made.append(placed)
    return made
