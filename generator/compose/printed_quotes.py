"""Quotation marks and apostrophes of a whole document in one way, whichever was typed.

Every word that is printed passes here once, last of all: what the narrative, YAML, survey and the
program itself say. Sign-offs stay as they were given, links lead where they led, and the sources
keep what their author typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    FrontMatterRow,
    Inline,
    Link,
    Paragraph,
    Phrase,
    Reference,
    Section,
    Table,
    Text,
    Value,
)
from generator.model.format import Quotes
from generator.model.walk import Content, change_contents, plain, with_inner
from generator.model.wording.quotation_marks import curly, straight

_Turn = Callable[[str], str]
_WAYS: dict[Quotes, _Turn] = {"curly": curly, "straight": straight}


def with_quotes(document: Document, quotes: Quotes) -> Document:
    """The document with its marks as `quotes` says; nothing else of it changes."""
    return _Marks(_WAYS[quotes]).document(document)


class _Marks:
    """Turns the marks of one kind of thing after the other; `turn` keeps the length of a text."""

    def __init__(self, turn: _Turn) -> None:
        self._turn = turn

    def document(self, document: Document) -> Document:
        turn = self._turn
        return replace(
            document,
            title=turn(document.title),
            council=turn(document.council),
            committee=turn(document.committee),
            marking=turn(document.marking),
            author=turn(document.author),
            subject=turn(document.subject),
            front_matter=tuple(self._row(row) for row in document.front_matter),
            sections=tuple(self._section(section) for section in document.sections),
            context={key: turn(text) for key, text in document.context.items()},
        )

    def _row(self, row: FrontMatterRow) -> FrontMatterRow:
        lines, stacked = (
            tuple(tuple(self._phrase(cell) for cell in line) for line in told)
            for told in (row.lines, row.stacked)
        )
        return replace(row, label=self._turn(row.label), lines=lines, stacked=stacked)

    def _section(self, section: Section) -> Section:
        blocks = self._blocks(change_contents(section.blocks, self._content))
        title, label = self._turn(section.title), self._turn(section.label)
        return replace(section, title=title, label=label, blocks=blocks)

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks whose runs of inlines are turned already, with their other words turned too."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            lead = tuple(replace(one, text=self._turn(one.text)) for one in block.lead)
            return replace(block, lead=lead) if lead else block
        if isinstance(block, Table):
            return replace(
                block,
                caption=self._phrase(block.caption),
                note=self._phrase(block.note),
                description=self._phrase(block.description),
            )
        if isinstance(block, Chart):
            return self._chart(block)
        if isinstance(block, Contents):
            return replace(block, title=self._turn(block.title))
        return with_inner(block, self._blocks)

    def _chart(self, chart: Chart) -> Chart:
        named = (replace(one, name=self._turn(one.name)) for one in chart.series)
        return replace(
            chart,
            title=self._phrase(chart.title),
            categories=tuple(self._turn(one) for one in chart.categories),
            series=tuple(named),
            caption=self._phrase(chart.caption),
            description=self._phrase(chart.description),
            note=self._phrase(chart.note),
        )

    def _phrase(self, words: Phrase) -> Phrase:
        turned = self._turn(words.text)
        if turned == words.text:
            return words
        left = iter(turned)
        pieces = (replace(one, text=_taken(left, one.text)) for one in words.pieces)
        return replace(words, pieces=tuple(pieces))

    def _content(self, content: Content, _line: int = 0) -> Content:
        """A run of inlines: a mark in one knows what stands in its neighbours."""
        text = plain(content)
        turned = self._turn(text)
        return content if turned == text else tuple(_refilled(content, iter(turned)))


def _refilled(content: Iterable[Inline], left: Iterator[str]) -> Iterator[Inline]:
    for inline in content:
        if isinstance(inline, Text | Value):
            yield replace(inline, text=_taken(left, inline.text))
        elif isinstance(inline, Link):
            yield replace(inline, content=tuple(_refilled(inline.content, left)))
        elif isinstance(inline, Reference):
            before = None if inline.before is None else _taken(left, inline.before)
            yield replace(inline, before=before, text=_taken(left, inline.text))
        else:
            _taken(left, plain((inline,)))
            yield inline


def _taken(left: Iterator[str], text: str) -> str:
    """As many signs as the text had."""
    return "".join(islice(left, len(text)))
