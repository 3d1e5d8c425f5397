"""Comparing texts word by word: what was replaced, put in and taken out, in two or three versions.

    words("About 46% plan.")                     ['About', ' ', '46%', ' ', 'plan', '.']
    changes(words("46 of 90"), words("47 of 90"))        [WordChange(0, 1, 0, 1)]

A figure is one word with its separators and signs, so that 46 and 47 never share their first digit.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

from generator.model.frozen import dataclass

_WORD = re.compile(
    r"\s+"
    r"|[-+−£$€]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th)?%?"
    r"|[^\W_]+(?:['’][^\W_]+)*"
    r"|."
)


def words(text: str) -> list[str]:
    """The words, figures, signs and spaces of a text; joined they give it again."""
    return [found[0] for found in _WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class WordChange:
    """Items start:end of the old became items begin:stop of the new; either may be none."""

    start: int
    end: int
    begin: int
    stop: int


def changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[WordChange]:
    """What changed from one sequence to another, in order, neighbours apart from each other."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        WordChange(start, end, begin, stop)
        for kind, start, end, begin, stop in matcher.get_opcodes()
        if kind != "equal"
    ]


@dataclass(frozen=True, slots=True)
class Merged:
    """A stretch of a merge: items start:end of the base as ours and theirs have them.

    items: what becomes of them, () where it is a conflict.
    """

    start: int
    end: int
    ours: tuple[Hashable, ...]
    theirs: tuple[Hashable, ...]
    items: tuple[Hashable, ...] = ()
    conflict: bool = False


def merge(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[Merged]:
    """Both sides' changes to the base. Changes that overlap and differ are a conflict.

    Neighbouring changes are none, nor is a change that both made.
    """
    told = [(one, 0) for one in changes(base, ours)]
    told += [(one, 1) for one in changes(base, theirs)]
    told.sort(key=lambda one: (one[0].start, one[0].end))
    made: list[Merged] = []
    at = 0
    for group in _groups(told):
        start = min(one.start for one, _ in group)
        end = max(one.end for one, _ in group)
        if start > at:
            made.append(_kept(base, at, start))
        readings = [
            _reading(base, side, start, end, [one for one, whose in group if whose == number])
            for number, side in enumerate((ours, theirs))
        ]
        made.append(_settled(base, start, end, *readings))
        at = end
    if at < len(base):
        made.append(_kept(base, at, len(base)))
    return made


def _kept(base: Sequence[Hashable], start: int, end: int) -> Merged:
    items = tuple(base[start:end])
    return Merged(start, end, items, items, items)


_Told = tuple[WordChange, int]  # a change, and which side made it


def _groups(told: list[_Told]) -> list[list[_Told]]:
    """Changes that overlap in the base together; insertions at one point overlap too."""
    groups: list[list[_Told]] = []
    end = -1
    for change, side in told:
        same_point = bool(groups) and change.start == change.end == groups[-1][-1][0].start
        overlaps = change.start < end or (same_point and groups[-1][-1][0].end == change.end)
        if groups and overlaps:
            groups[-1].append((change, side))
        else:
            groups.append([(change, side)])
        end = max(end, change.end)
    return groups


def _reading(
    base: Sequence[Hashable],
    side: Sequence[Hashable],
    start: int,
    end: int,
    made_there: Sequence[WordChange],
) -> tuple[Hashable, ...]:
    """Items start:end of the base as a side has them."""
    made: list[Hashable] = []
    at = start
    for change in made_there:
        made += [*base[at : change.start], *side[change.begin : change.stop]]
        at = change.end
    return (*made, *base[at:end])


def _settled(
    base: Sequence[Hashable],
    start: int,
    end: int,
    ours: tuple[Hashable, ...],
    theirs: tuple[Hashable, ...],
) -> Merged:
    before = tuple(base[start:end])
    if ours == theirs or theirs == before:
        return Merged(start, end, ours, theirs, ours)
    if ours == before:
        return Merged(start, end, ours, theirs, theirs)
    return Merged(start, end, ours, theirs, conflict=True)


ALIKE = 0.5
"""From here on texts are taken to be the same one, reworded."""


def likeness(one: str, other: str) -> float:
    """How alike two texts are, word by word: from 0 to 1."""
    matcher = SequenceMatcher(None, words(one), words(other), False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
