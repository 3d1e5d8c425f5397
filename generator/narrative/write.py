"""Writing the narrative: Markdown and expressions in, sections of blocks out.

First Jinja (strict and sandboxed), then Markdown. The values of expressions stand in the Markdown
as sentinels, so that nothing in an option, a name or a quotation is ever read as Markdown, and
become Value inlines. Every problem of the file is raised together, each with its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from generator.errors import Problem, Problems, Where
from generator.model.document import Block, Footnote
from generator.model.findings import Findings
from generator.model.narrative import Narrative, NarrativeSection, Words
from generator.model.report import Prose, Report
from generator.narrative.blocks import BlockWriter, Caption, Entry, SectionStart, deepest, with_line
from generator.narrative.claims import find_false_claims
from generator.narrative.inlines import InlineWriter, Note, joined_lines
from generator.narrative.letters import number_letters
from generator.narrative.markdown import parser
from generator.narrative.render import Rendered, names_of, render

_DEFINITION = re.compile(r"^[ \t>]*\[\^([^\]\s]+)\]:", re.MULTILINE)


def write_narrative(
    source: str,
    where_file: str,
    findings: Findings,
    report: Report,
    words: Words,
    folder: Path | None = None,
) -> Narrative:
    """The sections of a narrative file.

    where_file: the file's workspace-relative name, for problems. folder: the report's folder, that
    csv_table() reads from. Raises InputProblems with everything wrong in it: wrong names, syntax,
    figures that may not be published, words that the figures do not bear, text before a heading.
    """
    problems = Problems()

    def note(line: int, what: str, mend: str) -> None:
        problems.add(Where(where_file, line or None), what, mend)

    entries = _entries(source, names_of(findings, report, words, folder), note)
    sections = _sections(entries, note)
    for section in sections:
        for line, what, mend in find_false_claims(section.blocks, findings, words):
            note(line or section.line, what, mend)
    _raise_any(problems)
    return Narrative(sections, where_file)


def write_prose(
    prose: Prose,
    findings: Findings,
    report: Report,
    words: Words,
    folder: Path | None = None,
) -> tuple[Block, ...]:
    """The blocks of a text that stands in YAML, written like the narrative but without sections.

    Problems are reported where the text stands. Raises InputProblems.
    """
    problems = Problems()
    several = "\n" in prose.text.strip()

    def note(line: int, what: str, mend: str) -> None:
        told = f"{what} (line {line} of the text)" if several and line else what
        problems.add(prose.where, told, mend)

    blocks: list[Block] = []
    for entry in _entries(prose.text, names_of(findings, report, words, folder), note):
        if isinstance(entry, SectionStart):
            note(entry.line, "a section begins inside a text", "write it in the narrative")
        elif not isinstance(entry, Caption):
            blocks.append(entry)
    for line, what, mend in find_false_claims(blocks, findings, words):
        note(line, what, mend)
    _raise_any(problems)
    # Blocks of a YAML text have the line of the text in its file.
    return tuple(with_line(block, prose.where.line or 0) for block in blocks)


def _raise_any(problems: Problems) -> None:
    found: list[Problem] = sorted(
        dict.fromkeys(problems.found), key=lambda problem: problem.where.line or 0
    )
    problems.found = found
    problems.raise_any()


def _entries(source: str, roots: dict[str, Any], note: Note) -> list[Entry]:
    rendered = render(source, roots, note)
    text, kinds = number_letters(rendered.text)
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    lost = deepest(tokens)
    if lost is not None:
        note(rendered.line((lost.map or [0])[0]), "is nested too deeply", "write it flatter")
    body, notes = _split_footnotes(tokens)
    names = [name for name in roots if name != "range"]
    footnotes = _footnotes(notes, rendered, names, note)
    _check_definitions(text, rendered, env, note)
    inline = InlineWriter(rendered.values, footnotes, names, note)
    return BlockWriter(body, text, rendered.line, kinds, inline, note).entries()


# ---------------------------------------------------------------- footnotes
def _split_footnotes(tokens: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    for index, token in enumerate(tokens):
        if token.type == "footnote_block_open":
            return list(tokens[:index]), list(tokens[index:])
    return list(tokens), []


def _footnotes(
    tokens: Sequence[Any], rendered: Rendered, names: Sequence[str], note: Note
) -> dict[int, Footnote]:
    """The text of every footnote, by the number that its references carry."""
    writer = InlineWriter(rendered.values, {}, names, note)
    found: dict[int, Footnote] = {}
    plain = {"paragraph_open", "paragraph_close", "footnote_anchor", "footnote_close"}
    number = -1
    for token in tokens:
        if token.type == "footnote_open":
            number = token.meta["id"]
            found[number] = Footnote(())
        elif token.type == "inline":
            first = (token.map or [0])[0]
            pieces = writer.write(token.children or [], _line_from(rendered, first))
            found[number] = Footnote((*found[number].paragraphs, joined_lines(pieces)))
        elif token.type not in plain and not token.type.startswith("footnote_block"):
            line = rendered.line(token.map[0]) if token.map else 0
            note(line, "a footnote holds something else than text", "write paragraphs only")
    return found


def _line_from(rendered: Rendered, first: int) -> Callable[[int], int]:
    return lambda offset: rendered.line(first + offset)


def _check_definitions(text: str, rendered: Rendered, env: dict[str, Any], note: Note) -> None:
    """A footnote that nothing refers to would be lost, and of two with one label one would be."""
    used = {
        label[1:]
        for label, number in env.get("footnotes", {}).get("refs", {}).items()
        if number >= 0
    }
    seen: set[str] = set()
    for found in _DEFINITION.finditer(text):
        label = found.group(1)
        line = rendered.line(text.count("\n", 0, found.start()))
        if label in seen:
            note(line, f"the footnote [^{label}] has two texts", "give each its own label")
        elif label not in used:
            note(
                line, f"nothing refers to the footnote [^{label}]", f"write [^{label}] in the text"
            )
        seen.add(label)


# ---------------------------------------------------------------- sections
def _sections(entries: Sequence[Entry], note: Note) -> tuple[NarrativeSection, ...]:
    sections: list[NarrativeSection] = []
    start: SectionStart | None = None
    blocks: list[Block] = []
    early = False
    for entry in entries:
        if isinstance(entry, SectionStart):
            if start is not None:
                sections.append(_section(start, blocks))
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
        sections.append(_section(start, blocks))
    _check_keys(sections, note)
    return tuple(sections)


def _section(start: SectionStart, blocks: Sequence[Block]) -> NarrativeSection:
    key = start.name or slug(start.title)
    return NarrativeSection(start.title, key, tuple(blocks), start.line, start.name)


def _check_keys(sections: Sequence[NarrativeSection], note: Note) -> None:
    lines: dict[str, int] = {}
    for section in sections:
        if section.key in lines:
            what = f"a second section {section.key!r}, the first in line {lines[section.key]}"
            note(section.line, what, "give it another heading, or a name: # Heading {#name}")
        lines.setdefault(section.key, section.line)


def slug(title: str) -> str:
    """A heading as a key: 'Next steps' is 'next-steps'."""
    key = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")
    return key if key[:1].isalpha() else f"s-{key}".rstrip("-")
