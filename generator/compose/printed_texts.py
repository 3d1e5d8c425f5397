"""The texts of a document with their values, each by the names that a reader calls it.

'paragraph 3.11', 'table 2', 'figure 3', 'recommendation 1', 'r1', 'appendix a', 'background'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose.figures.figure_words import said_at
from generator.model.document import (
    Block,
    Chart,
    Document,
    Footnote,
    FrontMatterRow,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Phrase,
    Section,
    Table,
    Value,
)
from generator.model.frozen import dataclass
from generator.model.origin import NOWHERE
from generator.model.release.explained import PrintedText, PrintedValue
from generator.model.walk import every_block, plain
from generator.model.wording.quotation_marks import straight


def printed_texts(document: Document) -> tuple[PrintedText, ...]:
    """Every text of a document in reading order; those without values too."""
    rows = (_front_matter(row) for row in document.front_matter)
    found = (one for section in document.sections for one in _section(section))
    return (*rows, *found)


def printed_keys(blocks: Iterable[Block]) -> Iterator[str]:
    """The keys of all values that blocks print, and of the findings that their charts show."""
    for text in _section(Section("", "section", "", tuple(blocks))):
        yield from (value.key for value in text.values)
    for block in every_block(blocks):
        yield from block.keys if isinstance(block, Chart) else ()


def _front_matter(row: FrontMatterRow) -> PrintedText:
    phrases = [phrase for line in row.lines for phrase in line]
    label = row.label.rstrip(":")
    return PrintedText(
        "",
        "",
        label,
        " ".join(phrase.text for phrase in phrases if phrase),
        tuple(value for phrase in phrases for value in _values(phrase.pieces)),
        _names(label, row.key, f"front-matter.{row.key}", "front matter"),
        phrases[0].origin if phrases else NOWHERE,
    )


# ---------------------------------------------------------------- sections
@dataclass(frozen=True, slots=True)
class _Around:
    """What the next text stands in: section, heading in it, numbered paragraph."""

    section: Section
    headings: tuple[Heading, ...] = ()
    number: str = ""

    def text(self, label: str, words: str, *named: str, nested: bool = True) -> PrintedText:
        """A text here. nested: the numbered paragraph before it holds it."""
        section = self.section
        title = section.title.rstrip(":")
        names = [title, section.key, section.label, f"{section.label}{section.joint}{title}"]
        names += _numbered(section.number, "section") if not section.label else ()
        for one in self.headings:
            names += [plain(one.content), one.name, *one.aliases, *_numbered(one.number, "section")]
        if nested:
            names += _numbered(self.number, "paragraph")
        heading = (section.label and f"{section.label}: {title}") or title
        return PrintedText(heading, self.number, label, words, names=_names(*names, *named))


def _section(section: Section) -> Iterator[PrintedText]:
    around = _Around(section)
    recommended = 0
    for block in section.blocks:
        if isinstance(block, Heading):
            kept = tuple(one for one in around.headings if one.level < block.level)
            around = replace(around, headings=(*kept, block), number=block.number)
        elif isinstance(block, Paragraph) and block.number:
            around = replace(around, number=block.number)
        for inner in every_block([block]):
            yield from _block(inner, around, recommended)
        if section.kind == "recommendations" and isinstance(block, ListBlock):
            recommended += len(block.items)


def _block(block: Block, around: _Around, recommended: int) -> Iterator[PrintedText]:
    match block:
        case Paragraph() | Heading():
            words = plain((*getattr(block, "lead", ()), *block.content))
            text = around.text("", words, block.name, *block.aliases)
            yield replace(text, values=tuple(_values(block.content)), origin=block.origin)
        case ListBlock():
            for at, item in enumerate(block.items, start=1):
                yield _item(item, around, recommended + at)
        case Table():
            yield _table(block, around)
        case Chart():
            yield _chart(block, around)


def _item(item: ListItem, around: _Around, number: int) -> PrintedText:
    printed, label, named = item.number.rstrip(".)").lstrip("("), "", [item.name, *item.aliases]
    if around.section.kind == "recommendations":
        printed = printed or str(number)
        label = f"recommendation {printed}"
        named += [label, f"r{printed}", f"recommendation {number}", f"r{number}"]
    text = around.text(label, plain(item.content), *named)
    return replace(text, values=tuple(_values(item.content)), origin=item.origin)


def _table(table: Table, around: _Around) -> PrintedText:
    label = f"Table {table.number}" if table.number else ""
    cells = [content for row in (table.header, *table.rows) for content in row]
    inside = (replace(one, shown=True) for content in cells for one in _values(content))
    values = (*_values(table.caption.pieces), *inside, *_values(table.note.pieces))
    text = around.text(label, table.caption.text, label, table.name, nested=not label)
    return replace(text, values=values, origin=table.origin)


def _chart(chart: Chart, around: _Around) -> PrintedText:
    label = f"Figure {chart.number}" if chart.number else ""
    phrases: tuple[Phrase, ...] = (chart.title, chart.caption, chart.note)
    words = chart.caption.text or chart.title.text
    inside = (
        PrintedValue(series.keys[index], said_at(chart, series, index), shown=True)
        for series in chart.series
        for index in range(min(len(series.keys), len(chart.categories)))
    )
    values = (*(value for one in phrases for value in _values(one.pieces)), *inside)
    text = around.text(label, words, label, chart.name, nested=not label)
    return replace(text, values=values, origin=chart.origin)


# ---------------------------------------------------------------- pieces
def _values(content: Iterable[Inline]) -> Iterator[PrintedValue]:
    for inline in content:
        if isinstance(inline, Value):
            yield PrintedValue(inline.key, inline.text)
        elif isinstance(inline, Link):
            yield from _values(inline.content)
        elif isinstance(inline, Footnote):
            for paragraph in inline.paragraphs:
                yield from _values(paragraph)


def _numbered(number: str, noun: str) -> tuple[str, ...]:
    """'3.0' is called '3' too."""
    if not number:
        return ()
    bare = number.rstrip(".")
    short = bare.removesuffix(".0")
    return tuple(f"{before}{one}" for one in (bare, short) for before in ("", f"{noun} "))


def _names(*names: str) -> frozenset[str]:
    return frozenset(" ".join(straight(one).casefold().split()) for one in names if one.strip(": "))
