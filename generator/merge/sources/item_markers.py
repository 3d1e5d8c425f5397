"""What an item of a list begins with in a narrative, by the items that stand above it.

- one                  the second is a bullet as deep as the first: '- '
- two                  one within it: '  - ', as far in as the words of the item above
  - within two
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from generator.merge.sources.narrative_blocks import Block, NarrativeBlocks, next_marker
from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass
from generator.model.readings import ReadText

_SHAPE = re.compile(r"(\S+) (\d+)")

TOO_DEEP = "no item stands above it that it could be within; put one there, or move it out"


@dataclass(frozen=True, slots=True)
class ItemAbove:
    """An item above another. begins: its source, to its first word. level, marker: ReadText's."""

    begins: str
    level: int
    marker: str


def item_above(said: str, text: ReadText) -> ItemAbove | None:
    """An item as it has just been written; None for what is none."""
    found = Block(0, len(said), said).listed
    return None if found is None else ItemAbove(found[0], text.level, text.marker or "bullet")


def marker_below(
    text: ReadText,
    above: Sequence[ItemAbove],
    by_its_look: bool = False,
    dashed: Collection[str] = (),
) -> str | None:
    """What an item begins with. above: the items of its list, the nearest first.

    by_its_look: its own marker counts, not that of the list which it has come into. dashed: the
    shapes that the format gives to items which are written with '-'. None where it is deeper in
    than what stands above it allows.
    """
    for one in above:
        if one.level == text.level:
            other = by_its_look and text.marker not in ("", one.marker)
            own = _indent(one.begins) + _own(text, dashed)
            return own if other else next_marker(one.begins)
        if one.level < text.level:
            within = " " * len(one.begins) + _own(text, dashed)
            return within if one.level == text.level - 1 else None
    return _own(text, dashed) if not text.level else None


def marker_beside(text: ReadText, above: Sequence[ItemAbove]) -> str:
    """What it begins with where it cannot stand as deep in: within the item above it."""
    within = " " * len(above[0].begins) if above else ""
    return within + _own(text)


def dashed_shapes(own: NarrativeBlocks, entries: Sequence[BaseEntry]) -> frozenset[str]:
    """The shapes of items that a narrative writes with '-', as its format prints them."""
    items = (one for one in entries if one.kind == "item" and one.file == own.field.file)
    begun = ((one.shape, own.block(one).listed) for one in items)
    return frozenset(shape for shape, listed in begun if listed and listed[0].strip() == "-")


def _own(text: ReadText, dashed: Collection[str] = ()) -> str:
    # A letter alone begins no list; a number does.
    bullet = text.marker in ("", "bullet") or f"{text.marker} {text.level}" in dashed
    return "- " if bullet else "1. "


def _indent(begins: str) -> str:
    return begins[: len(begins) - len(begins.lstrip())]


def items_above(
    own: NarrativeBlocks,
    entries: Sequence[BaseEntry],
    entry: BaseEntry,
    made: Mapping[BaseEntry, ItemAbove] = MappingProxyType({}),
    itself: bool = False,
) -> list[ItemAbove]:
    """The items above a text in its list, the nearest first. entries: all texts of the report.

    made: items that have been changed, as they are from now on. itself: the text counts as the
    first of them, where it is an item.
    """
    listed = (
        one for one in entries if one.file == entry.file and (one.kind == "item" or one in made)
    )
    before = sorted((one for one in listed if one.line < entry.line), key=_line, reverse=True)
    found, start = list[ItemAbove](), own.block(entry).start
    if itself:
        found += _known(own.block(entry), entry, made)
    for one in before if found or not itself else ():
        block = own.block(one)
        if own.between(block.end, start).strip():
            break
        found += _known(block, one, made)
        start = block.start
    return found


def _line(entry: BaseEntry) -> int:
    return entry.line


def _known(block: Block, entry: BaseEntry, made: Mapping[BaseEntry, ItemAbove]) -> list[ItemAbove]:
    if entry in made:
        return [made[entry]]
    begins, shape = block.listed, _SHAPE.fullmatch(entry.shape)
    if begins is None or shape is None:
        return []
    return [ItemAbove(begins[0], int(shape[2]), shape[1])]
