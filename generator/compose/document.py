"""Composing a report: its sections in the format's order, numbered and cross-referenced.

    claim      which section of the narrative stands for which part of the format
    place      the parts of the layout, then the appendices
    number     sections, paragraphs, items, figures, tables
    resolve    references to them
    front      the front-matter rows, which may quote the recommendations

Every problem of all steps is raised together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.arranged_blocks import with_chart_words
from generator.compose.compose_rules import FORMAT_PARTS
from generator.compose.format_phrases import phrases
from generator.compose.front_matter_values import people_of, value_of
from generator.compose.length import estimated_pages
from generator.compose.materials import Materials, PlacedSection, Write
from generator.compose.numbers.numbering import number_charts, number_sections
from generator.compose.numbers.references import resolve_references
from generator.compose.parts.appendices import (
    appendix_places,
    appendix_sections,
    with_figure_tables,
)
from generator.compose.parts.front_matter import front_matter_rows
from generator.compose.parts.layout import body_sections
from generator.compose.parts.notices import check_exemption, contents_list
from generator.compose.parts.recommendations import recommendation_lines
from generator.compose.parts.sign_offs import check_sign_offs
from generator.compose.plain_text import plain_blocks
from generator.compose.section_claims import SectionClaims
from generator.compose.units import with_units
from generator.config.files import Files
from generator.errors import Problems
from generator.model.document import Block, Chart, Document, Phrase, Section, phrase
from generator.model.findings import Findings
from generator.model.format import Format, Part
from generator.model.issues import Issue, Where
from generator.model.narrative import Narrative
from generator.model.report import Prose, Report
from generator.model.walk import every_block


def gather(
    report: Report,
    format_: Format,
    narrative: Narrative,
    findings: Findings,
    write: Write,
    files: Files | None = None,
) -> Materials:
    """What a report is composed of, with the sections of the narrative claimed.

    write: makes blocks of a YAML text (recommendations, implications, background papers) as the
    narrative's own are made. files: the door that appendices of tables are read through. Problems
    met on the way are kept in the materials.
    """
    problems = Problems()
    known = phrases(report, format_)
    materials = Materials(
        report=report,
        format=format_,
        narrative=narrative,
        findings=findings,
        write=_write_once(write),
        problems=problems,
        phrases=known,
        claims=SectionClaims(format_, report, narrative, problems, known),
    )
    places = appendix_places(format_, report, _has_charts(materials))
    return replace(materials, appendices=places, files=files)


def compose_document(materials: Materials) -> Document:
    """The whole report, ready to render.

    Raises InputProblems with everything that is missing, misplaced or points at nothing, in
    report.yaml, the narrative, sign_offs.yaml and the format.
    """
    report, format_, problems = materials.report, materials.format, materials.problems
    check_sign_offs(materials)
    check_exemption(materials)
    sections = [*body_sections(materials), *appendix_sections(materials)]
    _check_sentences(materials)
    sections = with_units(sections)
    # The tables behind the charts name their figures, so charts are numbered before all else.
    sections = number_charts(sections)
    beside = report.chart_tables == "beside"
    sections = [one.with_blocks(with_chart_words(one.section.blocks, beside)) for one in sections]
    sections = with_figure_tables(materials, sections)
    sections = _with_contents(materials, sections)
    sections, targets = number_sections(sections, format_.numbering, problems)
    listed = {one.key for one in report.appendices if one.listed_only}
    apart = {one.key: one for one in materials.appendices if one.key in listed}
    sections = resolve_references(sections, targets, apart, problems)
    return _document(materials, tuple(placed.section for placed in sections))


def _check_sentences(materials: Materials) -> None:
    """Note sentences of report.yaml that stand in place of none."""
    for place, own in materials.report.sentences.items():
        if place not in materials.stated_places:
            what = "the format prints no such sentence in this report"
            materials.problems.add(FORMAT_PARTS, own.where, what, "take it out")


def find_gaps(materials: Materials) -> tuple[Issue, ...]:
    """What is missing or misplaced, references apart: for a narrative that has other faults."""
    check_sign_offs(materials)
    check_exemption(materials)
    body_sections(materials)
    return tuple(materials.problems.found)


def _document(materials: Materials, sections: tuple[Section, ...]) -> Document:
    report, format_, known = materials.report, materials.format, materials.phrases
    joint = format_.appendices.joint
    computed = {
        "recommendations": recommendation_lines(sections),
        "appendices": [phrase(f"{a.label}{joint}{a.title}") for a in materials.appendices],
        "background_papers": _paper_lines(materials),
    }
    rows = front_matter_rows(materials, computed)
    materials.problems.raise_any()
    day = report.published or report.meeting
    return Document(
        title=report.title,
        council=report.council.name,
        committee=report.committee.name,
        meeting_date=known["meeting_date"],
        marking=report.marking,
        language=format_.language,
        author=_author(materials),
        subject=f"Report to {report.committee.name}, {known['meeting_date']}",
        created=f"{day.isoformat()}T00:00:00Z",
        front_matter=rows,
        sections=sections,
        numbering=format_.numbering,
        report=report.name,
        format=format_.key,
        public=report.public,
        context=known,
    )


def _paper_lines(materials: Materials) -> list[Phrase]:
    asked = any(
        rule.kind == "computed" and rule.source == "background_papers"
        for rule in materials.format.front_matter
    )
    papers = materials.report.background_papers if asked else ()
    return [phrase(plain_blocks(materials.write_prose(paper))) for paper in papers]


def _author(materials: Materials) -> str:
    """Names for the file's properties: the authors, else the contacts, else the council."""
    people = list(materials.report.authors)
    if not people:
        rules = [rule for rule in materials.format.front_matter if rule.kind == "contacts"]
        people = [p for rule in rules for p in people_of(value_of(materials.report, rule))]
    return ", ".join(person.name for person in people) or materials.report.council.name


# ---------------------------------------------------------------- contents list
def _with_contents(materials: Materials, sections: list[PlacedSection]) -> list[PlacedSection]:
    """The contents list, if the report is long or asks for it: where the format has its place, else
    before the first section.
    """
    has_place = any(one.section.kind == "contents" for one in sections)
    wanted = materials.report.contents
    if wanted is None:
        limit = materials.format.contents_from_pages
        wanted = 0 < limit <= estimated_pages(one.section for one in sections)
    if not wanted:
        return [one for one in sections if one.section.kind != "contents"]
    if has_place:
        return sections
    first = next((i for i, one in enumerate(sections) if one.section.kind == "section"), 0)
    made = contents_list(materials, Part("contents"))
    return [*sections[:first], *made, *sections[first:]]


def _has_charts(materials: Materials) -> bool:
    """Whether any text of the report holds a chart without its table, wherever it is placed."""
    withheld = [
        materials.claims.of(f"appendix:{one.key}")
        for one in materials.report.appendices
        if materials.report.public and one.exemption is not None
    ]
    sections = [
        one for one in materials.narrative.sections if not any(one is other for other in withheld)
    ]
    if _any_chart(block for section in sections for block in section.blocks):
        return True
    entries = materials.report.implications.values()
    proses = [entry.prose for entry in entries if entry.prose is not None]
    return any(_any_chart(materials.write_prose(prose)) for prose in proses)


def _any_chart(blocks: Iterable[Block]) -> bool:
    """Whether a chart is among them whose figures stand in no table beside it."""
    return any(isinstance(block, Chart) and not block.with_table for block in every_block(blocks))


def _write_once(write: Write) -> Write:
    """`write`, but each text is written only once."""
    written: dict[tuple[Where, str], tuple[Block, ...]] = {}

    def once(prose: Prose) -> tuple[Block, ...]:
        key = (prose.where, prose.text)
        if key not in written:
            written[key] = write(prose)
        return written[key]

    return once
