"""Going through blocks in reading order, and rebuilding them with changed parts.

Blocks are frozen: every change gives new ones. The functions here know where blocks hold blocks
(list items, quotations, grids) and where they hold inlines (paragraphs, headings, items, cells,
links, footnotes), so that no other module needs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.model.document import (
    Block,
    Footnote,
    Grid,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
)

BlockChange = Callable[[Block], Block]
InlineChange = Callable[[Inline, int], Inline]


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those inside others after the one that holds them."""
    for block in blocks:
        yield block
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from every_block(item.blocks)
        elif isinstance(block, Quote):
            yield from every_block(block.blocks)
        elif isinstance(block, Grid):
            for one in block.cells:
                yield from every_block(one)


def with_inner(block: Block, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Block:
    """The block with each run of blocks inside it changed."""
    if isinstance(block, ListBlock):
        items = tuple(replace(item, blocks=change(item.blocks)) for item in block.items)
        return replace(block, items=items)
    if isinstance(block, Quote):
        return replace(block, blocks=change(block.blocks))
    if isinstance(block, Grid):
        return replace(block, cells=tuple(change(one) for one in block.cells))
    return block


def every_inline(block: Block) -> Iterator[Inline]:
    """Every inline of the block and of the blocks in it; those in links and footnotes too."""
    for one in every_block((block,)):
        for content in _contents(one):
            yield from _flat(content)


def _contents(block: Block) -> Iterator[tuple[Inline, ...]]:
    if isinstance(block, Paragraph | Heading):
        yield block.content
    elif isinstance(block, ListBlock):
        for item in block.items:
            yield item.content
    elif isinstance(block, Table):
        yield from block.header
        for row in block.rows:
            yield from row


def _flat(content: Iterable[Inline]) -> Iterator[Inline]:
    for inline in content:
        yield inline
        if isinstance(inline, Link):
            yield from _flat(inline.content)
        elif isinstance(inline, Footnote):
            for one in inline.paragraphs:
                yield from _flat(one)


def change_inlines(blocks: tuple[Block, ...], change: InlineChange) -> tuple[Block, ...]:
    """The blocks with `change(inline, line)` applied to every inline; `line` is its block's."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: InlineChange) -> Block:
    if isinstance(block, Paragraph | Heading):
        return replace(block, content=_content(block.content, change, block.line))
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(_item(one, change, block.line) for one in block.items))
    if isinstance(block, Table):
        return replace(
            block,
            header=tuple(_content(one, change, block.line) for one in block.header),
            rows=tuple(
                tuple(_content(one, change, block.line) for one in row) for row in block.rows
            ),
        )
    return with_inner(block, lambda inner: change_inlines(inner, change))


def _item(item: ListItem, change: InlineChange, line: int) -> ListItem:
    content = _content(item.content, change, item.line or line)
    return replace(item, content=content, blocks=change_inlines(item.blocks, change))


def _content(content: tuple[Inline, ...], change: InlineChange, line: int) -> tuple[Inline, ...]:
    return tuple(_inline(inline, change, line) for inline in content)


def _inline(inline: Inline, change: InlineChange, line: int) -> Inline:
    if isinstance(inline, Link):
        inline = replace(inline, content=_content(inline.content, change, line))
    elif isinstance(inline, Footnote):
        inner = tuple(_content(one, change, line) for one in inline.paragraphs)
        inline = replace(inline, paragraphs=inner)
    return change(inline, line)
