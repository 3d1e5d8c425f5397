"""Lists of short entries in one of the forms a format may ask: paragraphs, list, lines or table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.compose.compose_rules import SECTION_MISSING
from generator.compose.materials import Materials, PlacedSection
from generator.compose.plain_text import cell, paragraph
from generator.model.document import (
    Block,
    Inline,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Section,
    Table,
    Text,
    phrase,
)
from generator.model.format import Part
from generator.model.walk import Content
from generator.model.wording.placeholders import PLACEHOLDER


def entry_blocks(entries: Sequence[Content], form: str, numbered: bool) -> tuple[Block, ...]:
    """Entries as numbered paragraphs, as a numbered or bulleted list, or a line each."""
    if form in ("list", "bullets"):
        marker = "1." if form == "list" else "bullet"
        return (ListBlock(tuple(ListItem(entry) for entry in entries), marker),)
    takes_numbers = numbered and form != "lines"
    return tuple(Paragraph(entry, numbered=takes_numbers) for entry in entries)


def placeholders(item: str) -> list[str]:
    """The names of what an `item` asks for."""
    return list(dict.fromkeys(PLACEHOLDER.findall(item)))


def filled_item(item: str, fields: Mapping[str, Content]) -> Content:
    """An entry by a format's `item`; a line goes when nothing is known of what it would hold."""
    content: list[Inline] = []
    for line in item.split("\n"):
        asked = PLACEHOLDER.findall(line)
        if asked and not any(fields.get(name) for name in asked):
            continue
        content += [LineBreak()] if content else []
        content += _filled_line(line, fields)
    return tuple(content)


def _filled_line(line: str, fields: Mapping[str, Content]) -> list[Inline]:
    """The line, without the brackets and commas of what is not known."""
    pieces: list[Inline] = []
    for index, piece in enumerate(PLACEHOLDER.split(line)):
        inlines = fields.get(piece, ()) if index % 2 else (Text(piece),) if piece else ()
        for inline in inlines:
            last = pieces[-1] if pieces else None
            if isinstance(inline, Text) and isinstance(last, Text) and not _marked(inline, last):
                pieces[-1] = Text(last.text + inline.text)
            else:
                pieces.append(inline)
    for index, one in enumerate(pieces):
        if isinstance(one, Text):
            text = re.sub(r"\s*\(\s*\)|(?:,\s*)+(?=,)", "", one.text)
            text = re.sub(r",\s*(?=\()", " ", text)
            text = text.lstrip(", ") if index == 0 else text
            pieces[index] = replace(one, text=text.rstrip(", ") if one is pieces[-1] else text)
    return pieces


def _marked(*texts: Text) -> bool:
    return any(text.bold or text.italic or text.superscript for text in texts)


def plain_table(
    headings: Sequence[str], rows: Sequence[Sequence[Content]], description: str
) -> Table:
    """A table without a caption; every cell to the left."""
    return Table(
        header=tuple(cell(heading) for heading in headings),
        rows=tuple(tuple(row) for row in rows),
        alignments=tuple("left" for _ in headings),
        description=phrase(description),
    )


def closing_section(
    materials: Materials,
    part: Part,
    blocks: Sequence[Block],
    title: str = "",
    kind: str = "closing",
) -> list[PlacedSection]:
    """The part as a section with its opening and closing sentence; [] where there are no blocks."""
    if not blocks:
        return []
    place = f"layout.{part.key or part.kind}"
    before, after = (
        [paragraph(text, numbered=part.numbered, origin=origin)] if text else []
        for text, origin in (
            materials.stated(f"{place}.text", part.text),
            materials.stated(f"{place}.closing", part.closing),
        )
    )
    section = Section(
        key=part.key or part.kind.replace("_", "-"),
        kind=kind,
        title=materials.fill(part.title or title),
        blocks=(*before, *blocks, *after),
        level=part.level,
        numbered=part.numbered and bool(materials.format.numbering.heading),
        page_break=part.page_break,
    )
    return [PlacedSection(section, materials.report.file, part.numbered)]


def nil_blocks(materials: Materials, part: Part, label: str, path: str) -> tuple[Block, ...]:
    """The part's nil statement; () without one, which is a problem where the part is required."""
    text, origin = materials.stated(f"layout.{part.key or part.kind}.nil", part.nil)
    if text:
        return (paragraph(text, numbered=part.numbered, origin=origin),)
    if part.required:
        what = f"{label!r} is missing"
        materials.problems.add(
            SECTION_MISSING, materials.report_where(path), what, part.guidance or "add it"
        )
    return ()
