"""Writing the narrative: Markdown and expressions in, sections of blocks out.

First Jinja (strict and sandboxed), then Markdown. The values of expressions stand in the Markdown
as sentinels, so that nothing in an option, a name or a quotation is ever read as Markdown, and
become Value inlines. Every problem of the file is raised together, each with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from generator.config.config_rules import FINDINGS_NAMES
from generator.config.files import ReportFolder
from generator.errors import Problems
from generator.model.document import Block
from generator.model.findings import Findings
from generator.model.issues import Issue, Rule, Where
from generator.model.narrative import Narrative, NarrativeSection, Words
from generator.model.report import Prose, Report
from generator.narrative.claims import find_false_claims
from generator.narrative.evaluation import names_of, render
from generator.narrative.expressions.first_names import Group
from generator.narrative.markdown.block_writer import (
    BlockWriter,
    Caption,
    Entry,
    SectionStart,
    deepest,
    slug,
)
from generator.narrative.markdown.inline_writer import InlineWriter
from generator.narrative.markdown.lettered_lists import number_letters
from generator.narrative.markdown.markdown_footnotes import check_definitions, take_footnotes
from generator.narrative.markdown.origins import Origins
from generator.narrative.markdown.parser import parser
from generator.narrative.markdown.placed_blocks import with_line
from generator.narrative.narrative_rules import (
    NARRATIVE_FOOTNOTES,
    NARRATIVE_MARKDOWN,
    NARRATIVE_SECTIONS,
)
from generator.narrative.rendered import NoteProblem, RenderedText, by

_COUNTS = re.compile(r"\[\d+\]")


def write_narrative(
    source: str,
    where_file: str,
    findings: Findings,
    report: Report,
    words: Words,
    folder: ReportFolder | None = None,
) -> Narrative:
    """The sections of a narrative file.

    where_file: the file's workspace-relative name, for problems. folder: the report's folder, that
    csv_table() reads from. Raises InputProblems with everything wrong in it: wrong names, syntax,
    figures that may not be published, words that the figures do not bear, text before a heading.
    """
    problems = Problems()
    note = _noted(problems, where_file)
    names = _names(findings, report, words, folder, note)
    entries = _entries(source, names, note, partial(Origins, file=where_file))
    sections = _sections(entries, by(NARRATIVE_SECTIONS, note))
    for section in sections:
        for claim in find_false_claims(section.blocks, findings, words):
            line = claim.line or section.line or None
            where = Where(where_file, line, heading=section.title, words=claim.words)
            problems.add(claim.rule, where, claim.what, claim.mend)
    _raise_any(problems)
    return Narrative(sections, where_file)


class PartEntries(NamedTuple):
    """What a part of a section holds, and how many places of the section are given out by then."""

    start: SectionStart | None
    blocks: tuple[Block, ...]
    places: int


def write_part(
    source: str, where_file: str, names: dict[str, Any], section: str, count: int
) -> PartEntries:
    """A part of a narrative that holds no more than one section, or goes on with one.

    names: what expressions may name, as `names_known` gives it. section, count: the section that
    it goes on with, and the places given out in that before. Claims are not checked. Raises
    InputProblems.
    """
    problems = Problems()
    note = _noted(problems, where_file)
    made: list[Origins] = []

    def origins_of(rendered: RenderedText) -> Origins:
        made.append(Origins(rendered, where_file, section=section, count=count))
        return made[0]

    entries = _entries(source, names, note, origins_of)
    _raise_any(problems)
    starts = [entry for entry in entries if isinstance(entry, SectionStart)]
    blocks = [entry for entry in entries if not isinstance(entry, SectionStart | Caption)]
    start = entries[0] if entries and isinstance(entries[0], SectionStart) else None
    if len(starts) != (start is not None):
        note(0, "more than one section", "part it otherwise")
    _raise_any(problems)
    return PartEntries(start, tuple(blocks), made[0].count)


def names_known(
    findings: Findings, report: Report, words: Words, folder: ReportFolder | None
) -> dict[str, Any]:
    """What the expressions of a narrative may name. Raises InputProblems."""
    problems = Problems()
    names = _names(findings, report, words, folder, _noted(problems, ""))
    problems.raise_any()
    return names


def _noted(problems: Problems, where_file: str) -> NoteProblem:
    def note(
        line: int, what: str, mend: str, rule: Rule = NARRATIVE_MARKDOWN, words: str = ""
    ) -> None:
        problems.add(rule, Where(where_file, line or None, words=words), what, mend)

    return note


def _names(
    findings: Findings,
    report: Report,
    words: Words,
    folder: ReportFolder | None,
    note: NoteProblem,
) -> dict[str, Any]:
    names = names_of(findings, report, words, folder)
    for group in dict.fromkeys(key.partition(".")[0] for key in findings.items):
        if not isinstance(names[group], Group):
            what = f"the group {group!r} of findings.yaml has the name of an expression"
            note(0, what, "rename it", FINDINGS_NAMES)
    return names


def write_prose(
    prose: Prose,
    findings: Findings,
    report: Report,
    words: Words,
    folder: ReportFolder | None = None,
) -> tuple[Block, ...]:
    """The blocks of a text that stands in YAML, written like the narrative but without sections.

    Problems are reported where the text stands. Raises InputProblems.
    """
    problems = Problems()
    several = "\n" in prose.text.strip()

    def note(
        line: int, what: str, mend: str, rule: Rule = NARRATIVE_MARKDOWN, words: str = ""
    ) -> None:
        told = f"{what} (line {line} of the text)" if several and line else what
        problems.add(rule, replace(prose.where, words=words), told, mend)

    blocks: list[Block] = []
    place = prose.where.path or ""
    origins = partial(
        Origins,
        file=prose.where.file,
        fixed=prose.where.line or 0,
        section=_COUNTS.sub("", place),
        place=place,
    )
    for entry in _entries(prose.text, names_of(findings, report, words, folder), note, origins):
        if isinstance(entry, SectionStart):
            mend = "write it in the narrative"
            note(entry.line, "a section begins inside a text", mend, NARRATIVE_SECTIONS)
        elif not isinstance(entry, Caption):
            blocks.append(entry)
    for claim in find_false_claims(blocks, findings, words):
        note(*claim)
    _raise_any(problems)
    return with_line(tuple(blocks), prose.where.line or 0)


def _raise_any(problems: Problems) -> None:
    found: list[Issue] = sorted(
        dict.fromkeys(problems.found), key=lambda problem: problem.where.line or 0
    )
    problems.found = found
    problems.raise_any()


def _entries(
    source: str,
    first_names: dict[str, Any],
    note: NoteProblem,
    origins_of: Callable[[RenderedText], Origins],
) -> list[Entry]:
    rendered = render(source, first_names, note)
    origins = origins_of(rendered)
    text, kinds, crowded = number_letters(rendered.text)
    for index in crowded:
        what = "a lettered list begins right under a line of text"
        note(rendered.line(index), what, "put an empty line before it, or write A\\. for a name")
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    lost = deepest(tokens)
    if lost is not None:
        note(rendered.line((lost.map or [0])[0]), "is nested too deeply", "write it flatter")
    names = [name for name in first_names if name != "range"]
    body, footnotes = take_footnotes(tokens, rendered, names, note, origins)
    check_definitions(text, rendered, env, by(NARRATIVE_FOOTNOTES, note))
    inline = InlineWriter(rendered.values, footnotes, names, note)
    return BlockWriter(body, text, rendered.line, kinds, inline, note, origins).entries()


# ---------------------------------------------------------------- sections
def _sections(entries: Sequence[Entry], note: NoteProblem) -> tuple[NarrativeSection, ...]:
    sections: list[NarrativeSection] = []
    start: SectionStart | None = None
    blocks: list[Block] = []
    early = False
    for entry in entries:
        if isinstance(entry, SectionStart):
            if start is not None:
                sections.append(section_of(start, blocks))
            start, blocks = entry, []
        elif isinstance(entry, Caption):
            continue
        elif start is None:
            if not early:
                line = getattr(entry, "line", 0)
                note(
                    line, "text stands before the first heading", "begin with a heading: # Purpose"
                )
            early = True
        else:
            blocks.append(entry)
    if start is not None:
        sections.append(section_of(start, blocks))
    _check_keys(sections, note)
    return tuple(sections)


def section_of(start: SectionStart, blocks: Sequence[Block]) -> NarrativeSection:
    """A section of the narrative."""
    key = start.name or slug(start.title)
    return NarrativeSection(start.title, key, tuple(blocks), start.origin, start.name)


def _check_keys(sections: Sequence[NarrativeSection], note: NoteProblem) -> None:
    lines: dict[str, int] = {}
    for section in sections:
        if section.key in lines:
            what = f"a second section {section.key!r}, the first in line {lines[section.key]}"
            note(section.line, what, "give it another heading, or a name: # Heading {#name}")
        lines.setdefault(section.key, section.line)
