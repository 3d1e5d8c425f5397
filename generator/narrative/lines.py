"""Blocks of a text that stands in YAML, as if all of it stood in one line of that file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.document import (
    Block,
    Chart,
    Contents,
    Footnote,
    Grid,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Reference,
    Table,
)

Content = tuple[Inline, ...]


def with_line(block: Block, line: int) -> Block:
    """The block, and what is in it, as if it stood in that line."""
    match block:
        case ListBlock():
            return replace(block, line=line, items=tuple(_item(item, line) for item in block.items))
        case Grid():
            cells = tuple(_blocks(cell, line) for cell in block.cells)
            return replace(block, cells=cells, line=line)
        case Paragraph() | Heading():
            return replace(block, content=_content(block.content, line), line=line)
        case Table():
            rows = tuple(tuple(_content(cell, line) for cell in row) for row in block.rows)
            return replace(block, rows=rows, line=line)
        case Quote():
            return replace(block, blocks=_blocks(block.blocks, line), line=line)
        case Chart() | Contents():
            return replace(block, line=line)
        case _:
            return block


def _blocks(blocks: Sequence[Block], line: int) -> tuple[Block, ...]:
    return tuple(with_line(block, line) for block in blocks)


def _item(item: ListItem, line: int) -> ListItem:
    content = _content(item.content, line)
    return replace(item, content=content, blocks=_blocks(item.blocks, line), line=line)


def _content(content: Content, line: int) -> Content:
    return tuple(_inline(inline, line) for inline in content)


def _inline(inline: Inline, line: int) -> Inline:
    match inline:
        case Reference():
            return replace(inline, line=line)
        case Link():
            return replace(inline, content=_content(inline.content, line), line=line)
        case Footnote():
            paragraphs = tuple(_content(one, line) for one in inline.paragraphs)
            return replace(inline, paragraphs=paragraphs)
        case _:
            return inline
