"""Going through blocks in reading order, rebuilding them with changed parts, and their bare text.

Blocks are frozen: every change gives new ones. The functions here know where blocks hold blocks
(list items, quotations, grids) and where they hold inlines (paragraphs, headings, items, cells,
links, footnotes), so that no other module needs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.model.document import (
    Block,
    Chart,
    Contents,
    Footnote,
    Grid,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphBreak,
    Phrase,
    Quote,
    Reference,
    SignOffText,
    Table,
    Text,
    Value,
)
from generator.model.origin import Origin

Content = tuple[Inline, ...]
ContentChange = Callable[[Content, int], Content]


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


def plain(content: Iterable[Inline], line_break: str = "\n") -> str:
    """Inlines as bare text, as they are printed; footnotes left out."""
    return "".join([_plain(inline, line_break) for inline in content])


def _plain(inline: Inline, line_break: str) -> str:
    if isinstance(inline, Text | Value | SignOffText):
        return inline.text
    if isinstance(inline, Link):
        return plain(inline.content, line_break)
    if isinstance(inline, Reference):
        return f"{inline.before or ''}{inline.text}"
    return line_break if isinstance(inline, LineBreak | ParagraphBreak) else ""


def change_origins(
    blocks: Iterable[Block], change: Callable[[Origin], Origin]
) -> tuple[Block, ...]:
    """The blocks with the origin of each of their texts changed: items, cells and footnotes too."""
    return tuple(_with_origins(block, change) for block in blocks)


def _with_origins(block: Block, change: Callable[[Origin], Origin]) -> Block:
    def notes(content: Content, _line: int = 0) -> Content:
        return tuple(_inline_origins(inline, change) for inline in content)

    if isinstance(block, Paragraph | Heading):
        return replace(block, content=notes(block.content), origin=change(block.origin))
    if isinstance(block, ListBlock):
        items = tuple(
            replace(
                item,
                content=notes(item.content),
                blocks=change_origins(item.blocks, change),
                origin=change(item.origin),
            )
            for item in block.items
        )
        return replace(block, items=items, origin=change(block.origin))
    if isinstance(block, Table):
        return replace(
            block,
            header=tuple(notes(one) for one in block.header),
            rows=tuple(tuple(notes(one) for one in row) for row in block.rows),
            origins=tuple(tuple(change(one) for one in row) for row in block.origins),
            caption=_phrase_origin(block.caption, change),
            note=_phrase_origin(block.note, change),
            origin=change(block.origin),
        )
    if isinstance(block, Chart):
        return replace(
            block,
            title=_phrase_origin(block.title, change),
            caption=_phrase_origin(block.caption, change),
            note=_phrase_origin(block.note, change),
            origin=change(block.origin),
        )
    held = with_inner(block, lambda inner: change_origins(inner, change))
    if isinstance(held, Quote | Grid | Contents):
        return replace(held, origin=change(held.origin))
    return held


def _phrase_origin(phrase: Phrase, change: Callable[[Origin], Origin]) -> Phrase:
    return replace(phrase, origin=change(phrase.origin)) if phrase else phrase


def _inline_origins(inline: Inline, change: Callable[[Origin], Origin]) -> Inline:
    if isinstance(inline, Footnote) and inline.origins:
        return replace(inline, origins=tuple(change(one) for one in inline.origins))
    if isinstance(inline, ParagraphBreak):
        return replace(inline, origin=change(inline.origin))
    return inline


def change_contents(blocks: tuple[Block, ...], change: ContentChange) -> tuple[Block, ...]:
    """The blocks with `change(content, line)` applied to every run of inlines.

    A run is all of a paragraph, a heading, an item, a cell, a link or a paragraph of a footnote;
    those inside another are changed first. `line` is the block's.
    """
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: ContentChange) -> Block:
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
    return with_inner(block, lambda inner: change_contents(inner, change))


def _item(item: ListItem, change: ContentChange, line: int) -> ListItem:
    content = _content(item.content, change, item.line or line)
    return replace(item, content=content, blocks=change_contents(item.blocks, change))


def _content(content: Content, change: ContentChange, line: int) -> Content:
    if any(isinstance(inline, Link | Footnote) for inline in content):
        content = tuple(_inline(inline, change, line) for inline in content)
    return change(content, line)


def _inline(inline: Inline, change: ContentChange, line: int) -> Inline:
    if isinstance(inline, Link):
        return replace(inline, content=_content(inline.content, change, line))
    if isinstance(inline, Footnote):
        inner = tuple(_content(one, change, line) for one in inline.paragraphs)
        return replace(inline, paragraphs=inner)
    return inline
