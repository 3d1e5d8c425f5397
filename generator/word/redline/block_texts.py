"""What a text is made of, as it is compared: paragraphs and tables in order, rows, cells.

Content controls and the like round blocks, rows and cells are looked through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property

from generator.model.wording.alignment import Bag
from generator.word.package.elements import Element, clark, value_at
from generator.word.redline.content_keys import ContentKeys
from generator.word.redline.inline_text import InlineText

_WRAPPERS = {clark(f"w:{name}") for name in ("sdt", "sdtContent", "customXml")}
_IN_TABLE = "\0"
_LABEL = 3  # what a row is called says more of which it is than its figures
_PARAGRAPH, _TABLE = clark("w:p"), clark("w:tbl")


def standing_in(parent: Element, *tags: str) -> Iterator[Element]:
    """The elements of these tags that stand in another, also in content controls of it."""
    for node in parent:
        if node.tag in tags:
            yield node
        elif node.tag in _WRAPPERS:
            yield from standing_in(node, *tags)


class ParagraphBlock:
    """A paragraph."""

    def __init__(self, element: Element, keys: ContentKeys) -> None:
        self.element = element
        self.text = InlineText(element, keys)

    @cached_property
    def key(self) -> Hashable:
        """Equal of two that say the same."""
        return self.text.key

    @cached_property
    def bag(self) -> Bag:
        """Its words, by the number of times that it says them."""
        return Counter(self.text.words)


class CellBlock:
    """A cell of a table."""

    def __init__(self, element: Element, keys: ContentKeys) -> None:
        self.element = element
        self.blocks = blocks_of(element, keys)
        self.spans = value_at(element, "w:tcPr/w:gridSpan", "1")


class RowBlock:
    """A row of a table."""

    def __init__(self, element: Element, keys: ContentKeys) -> None:
        self.element = element
        self.cells = [CellBlock(cell, keys) for cell in standing_in(element, clark("w:tc"))]

    @cached_property
    def key(self) -> Hashable:
        """Equal of two that say the same in the same columns."""
        return tuple((cell.spans, tuple(block.key for block in cell.blocks)) for cell in self.cells)

    @cached_property
    def bag(self) -> Bag:
        """The words in it, those of its first cell several times."""
        label = [block.bag for cell in self.cells[:1] for block in cell.blocks] * (_LABEL - 1)
        return _together([*(b.bag for cell in self.cells for b in cell.blocks), *label])

    @property
    def columns(self) -> tuple[str, ...]:
        """How many columns each of its cells takes."""
        return tuple(cell.spans for cell in self.cells)


class TableBlock:
    """A table."""

    def __init__(self, element: Element, keys: ContentKeys) -> None:
        self.element = element
        self.rows = [RowBlock(row, keys) for row in standing_in(element, clark("w:tr"))]

    @cached_property
    def key(self) -> Hashable:
        """Equal of two that say the same row by row."""
        return tuple(row.key for row in self.rows)

    @cached_property
    def bag(self) -> Bag:
        """The words in it, so marked that no paragraph is like a table."""
        words = _together(row.bag for row in self.rows)
        return {_IN_TABLE: 1, **{_IN_TABLE + word: times for word, times in words.items()}}


Block = ParagraphBlock | TableBlock


def blocks_of(parent: Element, keys: ContentKeys) -> list[Block]:
    """The paragraphs and tables that stand in a body, cell or note."""
    return [
        ParagraphBlock(node, keys) if node.tag == _PARAGRAPH else TableBlock(node, keys)
        for node in standing_in(parent, _PARAGRAPH, _TABLE)
    ]


def paragraphs_in(blocks: list[Block]) -> Iterator[ParagraphBlock]:
    """Every paragraph of blocks, those in cells too, in reading order."""
    for block in blocks:
        if isinstance(block, ParagraphBlock):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from paragraphs_in(cell.blocks)


def _together(bags: Iterable[Bag]) -> Bag:
    total: Counter[str] = Counter()
    for bag in bags:
        total.update(bag)
    return total
