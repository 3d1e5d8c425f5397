"""Blocks as passages of plain text that still know which parts of them an expression computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.document import (
    Block,
    Chart,
    Footnote,
    Grid,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Phrase,
    Quote,
    Reference,
    Table,
    Text,
    Value,
)

_AROUND = 50  # characters before and after a match

REFERENCE = "\N{OBJECT REPLACEMENT CHARACTER}"


class ComputedSpan(NamedTuple):
    """A stretch of a passage that an expression computed: start, end, key."""

    start: int
    end: int
    key: str


class Passage(NamedTuple):
    """The text of one paragraph, heading, list item, cell, footnote, title or caption.

    kind: 'prose', 'cell' or 'message', a title, caption or note. References stand as one character
    each. listed: it is an item of a list. shows: the keys of the figures that a message is of. own:
    the program worded it, as the caption 'ten of 25 answers'.
    """

    text: str
    spans: tuple[ComputedSpan, ...]
    line: int
    kind: str = "prose"
    listed: bool = False
    shows: tuple[str, ...] = ()
    own: bool = False

    def typed(self, start: int, end: int) -> bool:
        """Whether any digit between two places was typed, not computed."""
        return any(
            self.text[place].isdigit() and not self.computed(place) for place in range(start, end)
        )

    def has_typed_digit(self) -> bool:
        """Whether any digit in it was typed."""
        position = 0
        for span in self.spans:
            if any(map(str.isdigit, self.text[position : span.start])):
                return True
            position = span.end
        return any(map(str.isdigit, self.text[position:]))

    def computed(self, place: int) -> bool:
        """Whether the character at a place was computed."""
        return any(span.start <= place < span.end for span in self.spans)

    def span_at(self, start: int, end: int) -> ComputedSpan | None:
        """The computed stretch that a match lies on, or None."""
        return next((s for s in self.spans if s.start < end and start < s.end), None)

    def sentence(self, start: int, end: int) -> str:
        """The words around a match, at most about a hundred characters, for a message.

        A reference, whose number is not known yet, is an ellipsis.
        """
        stopped = self.text.rfind(". ", 0, start)
        first = max(stopped + 2 if stopped >= 0 else 0, start - _AROUND)
        stop = self.text.find(". ", end)
        last = min(stop if stop >= 0 else len(self.text), end + _AROUND)
        if first == start - _AROUND:  # cut in a word: begin with the next
            first = start - len(self.text[first:start].partition(" ")[2])
        if last == end + _AROUND:
            last = end + len(self.text[end:last].rpartition(" ")[0])
        return " ".join(self.text[first:last].replace(REFERENCE, "…").split())


def passages_of(blocks: Iterable[Block], line: int = 0, listed: bool = False) -> Iterator[Passage]:
    """Every passage of the blocks, in reading order."""
    for block in blocks:
        at = getattr(block, "line", 0) or line
        if isinstance(block, Paragraph | Heading):
            yield from _passages(block.content, at, "prose", listed)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _item(item, at)
        elif isinstance(block, Quote):
            yield from passages_of(block.blocks, at)
        elif isinstance(block, Grid):
            for cell in block.cells:
                yield from passages_of(cell, at)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                for content in row:
                    yield from _passages(content, at, "cell", False)
            shown = _table_keys(block)
            yield from _phrases([block.caption, block.note], at, shown)
        elif isinstance(block, Chart):
            shown = tuple(key for series in block.series for key in series.keys)
            yield from _phrases([block.title, block.caption, block.note], at, shown)


def _item(item: ListItem, line: int) -> Iterator[Passage]:
    at = item.line or line
    yield from _passages(item.content, at, "prose", True)
    yield from passages_of(item.blocks, at, True)


def _table_keys(table: Table) -> tuple[str, ...]:
    """The keys of the figures in a table's cells."""
    cells = (content for row in table.rows for content in row)
    return tuple(one.key for content in cells for one in content if isinstance(one, Value))


def _phrases(phrases: Sequence[Phrase], line: int, shows: tuple[str, ...]) -> Iterator[Passage]:
    """Titles, captions and notes; the last of the phrases is the note, which may say anything."""
    for phrase in phrases:
        last = phrase is phrases[-1]
        own = not last and not phrase.origin.written
        for passage in _passages(phrase.pieces, line, "message", False):
            yield passage._replace(shows=() if last else shows, own=own)


def _passages(content: Sequence[Inline], line: int, kind: str, listed: bool) -> Iterator[Passage]:
    words: list[str] = []
    spans: list[ComputedSpan] = []
    footnotes: list[Footnote] = []
    _flatten(content, words, spans, footnotes)
    if words:
        yield Passage("".join(words), tuple(spans), line, kind, listed)
    for footnote in footnotes:
        for paragraph in footnote.paragraphs:
            yield from _passages(paragraph, line, "prose", False)


def _flatten(
    content: Sequence[Inline],
    words: list[str],
    spans: list[ComputedSpan],
    footnotes: list[Footnote],
) -> None:
    for part in content:
        start = sum(map(len, words))
        if isinstance(part, Text):
            words.append(part.text)
        elif isinstance(part, Value):
            words.append(part.text)
            if part.key:
                spans.append(ComputedSpan(start, start + len(part.text), part.key))
        elif isinstance(part, Link):
            _flatten(part.content, words, spans, footnotes)
        elif isinstance(part, Reference):
            words.append(f"{part.before or ''}{REFERENCE}")
        elif isinstance(part, Footnote):
            footnotes.append(part)
        else:
            words.append(" ")
