"""Lists of a narrative: bullets, numbers and letters, nested, with paragraphs in their items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.document import Inline, ListBlock, ListItem, Paragraph

if TYPE_CHECKING:
    from generator.narrative.blocks import BlockWriter

MAX_DEPTH = 6
BULLETS = ("-", "*", "+")


def write_list(writer: BlockWriter) -> list[ListBlock]:
    """The list that begins at the writer's place; several where the kind of marker changes."""
    opening = writer.tokens[writer.at]
    close = opening.type.replace("_open", "_close")
    writer.at += 1
    writer.depth += 1
    if writer.depth == MAX_DEPTH + 1:
        what = f"a list is nested more than {MAX_DEPTH} deep"
        writer.note(writer.line(opening), what, "write it flatter")
    items: list[tuple[str, int, ListItem]] = []
    while writer.tokens[writer.at].type != close:
        items.append(_item(writer))
    writer.at += 1
    writer.depth -= 1
    return _parted(items)


def _item(writer: BlockWriter) -> tuple[str, int, ListItem]:
    """(kind of marker, number, item)."""
    token = writer.tokens[writer.at]
    writer.at += 1
    line = writer.line(token)
    blocks = list(writer.inner("list_item_close"))
    bullet = token.markup in BULLETS
    kind = "bullet" if bullet else writer.kinds.get(token.map[0] if token.map else -1, "1.")
    number = 1 if bullet or not token.info else int(token.info)
    content: tuple[Inline, ...] = ()
    name = ""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        content, name = first.content, first.name
        del blocks[0]
    else:
        writer.note(line, "a list item has no text", "write words after its marker")
    return kind, number, ListItem(content, tuple(blocks), name=name, line=line)


def _parted(items: Sequence[tuple[str, int, ListItem]]) -> list[ListBlock]:
    """Items that Markdown took for one list, parted where the kind of marker changes."""
    lists: list[ListBlock] = []
    for kind, number, item in items:
        if lists and lists[-1].marker == kind:
            lists[-1] = replace(lists[-1], items=(*lists[-1].items, item))
        else:
            lists.append(ListBlock((item,), kind, number, line=item.line))
    return lists
