"""Which words of a line of front matter are which text of the draft.

    Strategic Executive Board (tab) 28 February 2023      two texts, parted by a tab
    Email (tab) team@example.org                          a label, and one text

Whoever types over all of a text outside tracked changes deletes its bookmark as well. What is left
tells: the texts beside it in its line, and of a row that has none left its place in the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText

Stretch = tuple[int, int, int]
"""Characters start:stop of a text: (text, start, stop)."""


def line_parts(text: str) -> list[tuple[int, int]]:
    """The characters between the tabs of a line."""
    tabs = [found.start() for found in re.finditer("\t", text)]
    return list(zip([0, *(at + 1 for at in tabs)], [*tabs, len(text)], strict=True))


def part_at(text: str, at: int) -> int:
    """Which part of a line a character stands in, or a mark before it."""
    return text.count("\t", 0, at)


def beside_known(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: Mapping[int, Stretch]
) -> dict[int, Stretch]:
    """The texts without a mark in lines that others of their row have kept theirs in."""
    found: dict[int, Stretch] = {}
    taken = {(read, part_at(texts[read].text, start)) for read, start, _ in held.values()}
    for index, (read, start, _) in held.items():
        line = texts[read].text
        own = part_at(line, start)
        for part, (begin, end) in enumerate(line_parts(line)):
            other = index + part - own
            if (read, part) in taken or other in held or not 0 <= other < len(entries):
                continue
            if entries[other].written and entries[other].section == entries[index].section:
                found.setdefault(other, (read, begin, end))
    return found


def rows_by_place(
    lost: Sequence[int], free: Sequence[int], texts: Sequence[ReadText]
) -> dict[int, Stretch]:
    """Texts that were typed over whole, where as many stand in their place as are lost."""
    if len(lost) != len(free):
        return {}
    return {index: (at, 0, len(texts[at].text)) for index, at in zip(lost, free, strict=True)}
