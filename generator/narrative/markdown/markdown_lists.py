"""Lists of a narrative: bullets, numbers and letters, nested, with paragraphs in their items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.document import ListBlock, ListItem, Paragraph
from generator.narrative.markdown.origins import lines_of
from generator.narrative.markdown.token_reader import TokenReader

MAX_LIST_DEPTH = 6
BULLETS = ("-", "*", "+")


def write_list(reader: TokenReader) -> list[ListBlock]:
    """The list that begins at the reader's place; several where the kind of marker changes."""
    opening = reader.tokens[reader.at]
    close = opening.type.replace("_open", "_close")
    reader.at += 1
    reader.depth += 1
    if reader.depth == MAX_LIST_DEPTH + 1:
        what = f"a list is nested more than {MAX_LIST_DEPTH} deep"
        reader.note(reader.line(opening), what, "write it flatter")
    items: list[tuple[str, int, ListItem]] = []
    while reader.tokens[reader.at].type != close:
        items.append(_item(reader))
    reader.at += 1
    reader.depth -= 1
    return _parted(items)


def _item(reader: TokenReader) -> tuple[str, int, ListItem]:
    """(kind of marker, number, item)."""
    token = reader.tokens[reader.at]
    reader.at += 1
    line = reader.line(token)
    origin = reader.origins.at(*lines_of(token), "item")
    blocks = list(reader.inner("list_item_close"))
    bullet = token.markup in BULLETS
    kind = "bullet" if bullet else reader.kinds.get(token.map[0] if token.map else -1, "1.")
    number = 1 if bullet or not token.info else int(token.info)
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        del blocks[0]
        made = ListItem(first.content, tuple(blocks), first.name, origin=first.origin)
        return kind, number, replace(made, aliases=first.aliases)
    reader.note(line, "a list item has no text", "write words after its marker")
    return kind, number, ListItem((), tuple(blocks), origin=origin)


def _parted(items: Sequence[tuple[str, int, ListItem]]) -> list[ListBlock]:
    """Items that Markdown took for one list, parted where the kind of marker changes."""
    lists: list[ListBlock] = []
    for kind, number, item in items:
        if lists and lists[-1].marker == kind:
            lists[-1] = replace(lists[-1], items=(*lists[-1].items, item))
        else:
            lists.append(ListBlock((item,), kind, number, origin=item.origin))
    return lists
