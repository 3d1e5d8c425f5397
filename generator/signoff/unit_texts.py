"""The texts of a document by unit: what an officer who clears the unit has before them.

    UnitText("financial", ("It costs ", PrintedFigure("report.budget", "£5m"), "."))

Numbers of paragraphs, captions and footnotes are no text, nor what a cross-reference prints of
them: 'see paragraph [#replies]' stays while paragraphs come and go above. Sign-offs, and what a
draft says of them, are no part of what they clear; nor are the headings that a format gives.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.compose.figures.figure_words import said_at
from generator.compose.figures.figures_table import figures_table
from generator.model.document import (
    Block,
    Chart,
    Document,
    External,
    Footnote,
    Grid,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    ParagraphBreak,
    Phrase,
    PrintedSignOff,
    Quote,
    Reference,
    Section,
    SignOffText,
    Table,
    Text,
    Value,
)
from generator.model.frozen import dataclass
from generator.model.walk import every_block

DigestOf = Callable[[Path], str]
"""Gives the digest of a file that is placed whole."""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A computed value where it stands in a text: which one, and as printed."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitText:
    """A text of a unit: a paragraph, an item, a row of a table, a caption. shown: no words.

    Figures of a chart are shown, and stand in no sentence.
    """

    unit: str
    pieces: tuple[str | PrintedFigure, ...]
    shown: bool = False


def texts_of(
    document: Document, digest_of: DigestOf, wanted: Collection[str] | None = None
) -> tuple[UnitText, ...]:
    """Every text of the document's sections in reading order, with the unit that it belongs to.

    wanted: only of these units, which saves most of the time; None for all.
    """
    blocks = every_block(block for section in document.sections for block in section.blocks)
    charts = tuple(block for block in blocks if isinstance(block, Chart))
    read = _Reading(digest_of, charts, wanted)
    found = (one for section in document.sections for one in _section(section, read))
    return tuple(one for one in found if read.wants(one.unit) and any(one.pieces))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a document is read with. charts: all of it, whose figures a table may show again."""

    digest_of: DigestOf
    charts: tuple[Chart, ...]
    wanted: Collection[str] | None

    def wants(self, unit: str) -> bool:
        """Whether the texts of a unit are asked for."""
        return self.wanted is None or unit in self.wanted

    def shows_again(self, table: Table) -> bool:
        """Whether a table only shows the figures of a chart, beside it or in an appendix."""
        return any(
            table.origin == replace(chart.origin, by="program")
            and table.rows == figures_table(chart).rows
            for chart in self.charts
        )


def _section(section: Section, read: _Reading) -> Iterator[UnitText]:
    unit = section.origin.unit
    if section.origin.written:
        yield UnitText(unit, (section.title,))
    yield from _blocks(section.blocks, unit, read)


def _blocks(blocks: Iterable[Block], around: str, read: _Reading) -> Iterator[UnitText]:
    """around: the unit of what the blocks stand in."""
    for block in blocks:
        unit = around
        if not isinstance(block, External | PrintedSignOff):
            unit = block.origin.unit or around
        # Rows and items may be of units of their own.
        if isinstance(block, Table | ListBlock | Quote | Grid) or read.wants(unit):
            yield from _block(block, unit, read)


def _block(block: Block, unit: str, read: _Reading) -> Iterator[UnitText]:
    match block:
        case Paragraph():
            yield from _content((*block.lead, *block.content), unit)
        case Heading():
            yield from _content(block.content, unit) if block.origin.written else ()
        case ListBlock():
            for item in block.items:
                own = item.origin.unit or unit
                yield from _content(item.content, own)
                yield from _blocks(item.blocks, own, read)
        case Quote():
            yield from _blocks(block.blocks, unit, read)
        case Grid():
            for cell in block.cells:
                yield from _blocks(cell, unit, read)
        case Table():
            again = read.wants(unit) and read.shows_again(block)
            yield from () if again else _table(block, unit)
        case Chart():
            yield from _chart(block, unit)
        case External():
            path = Path(block.path)
            yield UnitText(unit, (f"{path.name} {block.sheet} {read.digest_of(path)}",))


# ---------------------------------------------------------------- running text
def _content(content: Iterable[Inline], unit: str) -> Iterator[UnitText]:
    """A text, then its footnotes."""
    content = tuple(content)
    yield UnitText(unit, tuple(_pieces(content)))
    yield from _notes(content, unit)


def _notes(content: Iterable[Inline], unit: str) -> Iterator[UnitText]:
    for inline in content:
        if isinstance(inline, Link):
            yield from _notes(inline.content, unit)
        elif isinstance(inline, Footnote):
            for paragraph in inline.paragraphs:
                yield UnitText(unit, tuple(_pieces(paragraph)))


def _pieces(content: Iterable[Inline]) -> Iterator[str | PrintedFigure]:
    for inline in content:
        match inline:
            case Text():
                yield inline.text
            case Value():
                yield PrintedFigure(inline.key, inline.text)
            case Link():
                yield from _pieces(inline.content)
                # Where it leads is part of what is said.
                yield f" <{inline.url}>"
            case Reference():
                yield _reference(inline)
            case SignOffText() | Footnote():
                pass
            case _:
                yield " "


def _reference(inline: Reference) -> str:
    """'paragraph [#replies]', 'Table [#workload]': what is meant, and not its number of today."""
    if not inline.number:
        return f"{inline.before or ''}{inline.text}"
    label = inline.text.removesuffix(inline.number)
    return f"{inline.before or ''}{label}[#{inline.target}]"


def _phrase(words: Phrase, unit: str) -> UnitText:
    return UnitText(words.origin.unit or unit, tuple(_pieces(words.pieces)))


# ---------------------------------------------------------------- tables and charts
def _table(table: Table, unit: str) -> Iterator[UnitText]:
    """Its caption, each row of a unit as one text, its note.

    A caption that the program made may name a figure by its number, and says nothing of its own.
    """
    if table.caption.origin.written or table.origin.written:
        yield _phrase(table.caption, unit)
    rows = (table.header, *table.rows)
    for index, row in enumerate(rows):
        origins = table.origins[index] if table.origins else ()
        units = [origin.unit or unit for origin in origins] or [unit] * len(row)
        yield from _row(row, units, unit)
    yield _phrase(table.note, unit)


def _row(row: Iterable[tuple[Inline, ...]], units: Iterable[str], unit: str) -> Iterator[UnitText]:
    """Cells of one unit together. Beside a sign-off only what has a unit of its own is cleared."""
    cells = list(zip(row, units, strict=True))
    signed = any(isinstance(inline, SignOffText) for cell, _ in cells for inline in cell)
    together: dict[str, list[str | PrintedFigure]] = {}
    for cell, of_cell in cells:
        for own, content in _paragraphs(cell, of_cell):
            if not (signed and own == unit):
                held = together.setdefault(own, [])
                held += [" | ", *_pieces(content)] if held else _pieces(content)
    yield from (UnitText(own, tuple(pieces)) for own, pieces in together.items())
    for cell, of_cell in cells:
        yield from _notes(cell, of_cell)


def _paragraphs(cell: Iterable[Inline], unit: str) -> Iterator[tuple[str, list[Inline]]]:
    """The paragraphs of a cell, each with the unit that it belongs to."""
    own, content = unit, list[Inline]()
    for inline in cell:
        if isinstance(inline, ParagraphBreak):
            if content:
                yield own, content
            own, content = inline.origin.unit or unit, []
        else:
            content.append(inline)
    if content:
        yield own, content


def _chart(chart: Chart, unit: str) -> Iterator[UnitText]:
    """Its words, then the figures that it shows."""
    yield _phrase(chart.title, unit)
    yield _phrase(chart.caption, unit)
    if chart.description.origin.written:
        yield _phrase(chart.description, unit)
    names = [*(series.name for series in chart.series), *chart.categories]
    yield UnitText(unit, (" | ".join(names),))
    for series in chart.series:
        for index, category in enumerate(chart.categories):
            named = f"{chart.name or chart.title.text}: {series.name}, {category}"
            key = series.keys[index] if index < len(series.keys) else named
            yield UnitText(unit, (PrintedFigure(key, said_at(chart, series, index)),), shown=True)
    yield _phrase(chart.note, unit)
