"""Blocks of a text that stands in YAML, as if all of it stood in one line of that file."""

from __future__ import annotations

from dataclasses import replace

from generator.model.document import Block, External, Link, ListBlock, Reference
from generator.model.walk import Content, change_contents, with_inner


def with_line(block: Block, line: int) -> Block:
    """The block, and what is in it, as if it stood in that line."""

    def moved(content: Content, _line: int) -> Content:
        return tuple(
            replace(inline, line=line) if isinstance(inline, Link | Reference) else inline
            for inline in content
        )

    (changed,) = change_contents((block,), moved)
    return _placed(changed, line)


def _placed(block: Block, line: int) -> Block:
    block = with_inner(block, lambda inner: tuple(_placed(one, line) for one in inner))
    if isinstance(block, ListBlock):
        block = replace(block, items=tuple(replace(item, line=line) for item in block.items))
    return block if isinstance(block, External) else replace(block, line=line)
