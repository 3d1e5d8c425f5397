"""Blocks at their place: what an expression made, and what stands in one line of YAML."""

from __future__ import annotations

from dataclasses import replace

from generator.model.document import (
    Block,
    Chart,
    External,
    Inline,
    Link,
    ListBlock,
    Phrase,
    PrintedSignOff,
    Reference,
    Table,
)
from generator.model.origin import Origin
from generator.model.walk import Content, change_contents, with_inner


def with_origin(block: Block, origin: Origin) -> Block:
    """The block, and every block in it, as coming from there: what an expression made."""
    block = with_inner(block, lambda inner: tuple(with_origin(one, origin) for one in inner))
    if isinstance(block, External | PrintedSignOff):
        return block
    if isinstance(block, ListBlock):
        items = tuple(replace(item, origin=origin) for item in block.items)
        return replace(block, items=items, origin=origin)
    if isinstance(block, Table):
        block = replace(
            block, caption=_placed(block.caption, origin), note=_placed(block.note, origin)
        )
    elif isinstance(block, Chart):
        block = replace(
            block,
            title=_placed(block.title, origin),
            caption=_placed(block.caption, origin),
            note=_placed(block.note, origin),
            description=_placed(block.description, origin),
        )
    return replace(block, origin=origin)


def _placed(words: Phrase, origin: Origin) -> Phrase:
    """Words of a chart or table with the line that gives them, or asks for what prints them."""
    return replace(words, origin=replace(origin, by=words.origin.by)) if words else words


def with_line(blocks: tuple[Block, ...], line: int) -> tuple[Block, ...]:
    """The blocks with every link and reference in them as if it stood in that line."""

    def moved(content: Content, _line: int) -> tuple[Inline, ...]:
        return tuple(
            replace(inline, line=line) if isinstance(inline, Link | Reference) else inline
            for inline in content
        )

    return change_contents(blocks, moved)
