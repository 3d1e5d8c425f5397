"""Which fields of the report the words of a line come from, and what an edit makes of each.

    line     Date: 15 March 2023          meeting_date: 15 March 2023
    copy     Date: 22 March 2023          meeting_date becomes 22 March 2023

Known are what a draft printed under each name; where two say the same, the report's own field goes
before the format's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from generator.model.frozen import dataclass
from generator.model.wording.quotation_marks import straight
from generator.model.wording.word_diff import changes, words

_FIRST = ("title", "committee", "committee_name", "meeting_date", "marking", "published")
_MADE = ("subject", "language")
"""What is put together from other fields, or is no text."""
_TELLING = 4  # characters: 'All', of the wards, may be any word


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """What an edit makes of a field of the report. name: '' for words of the template."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Region:
    """Characters start:end of a line, which a field printed."""

    start: int
    end: int
    name: str


def field_edits(old: str, new: str, pages: Mapping[str, str]) -> list[FieldEdit]:
    """What became of a line, part by part between its tabs. pages: name -> what it printed."""
    parts = old.split("\t"), new.split("\t")
    if len(parts[0]) != len(parts[1]):
        return [FieldEdit("", old, new)]
    pairs = [pair for pair in zip(*parts, strict=True) if pair[0] != pair[1]]
    return [edit for one, other in pairs for edit in _in_part(one, other, pages)]


def _in_part(old: str, new: str, pages: Mapping[str, str]) -> Iterator[FieldEdit]:
    regions = _regions(old, pages)
    whole = next((one for one in regions if (one.start, one.end) == (0, len(old))), None)
    if whole is not None:
        yield FieldEdit(whole.name, old, new.strip())
        return
    hunks = list(_hunks(old, new))
    for region in regions:
        own = [one for one in hunks if _within(region, one)]
        if own:
            yield FieldEdit(region.name, old[region.start : region.end], _made(old, region, own))
    if not all(any(_within(region, one) for region in regions) for one in hunks):
        yield FieldEdit("", old, new)


def _regions(part: str, pages: Mapping[str, str]) -> list[_Region]:
    """What fields printed in a part, the longest first where they overlap."""
    found: list[_Region] = []
    for name, text in sorted(pages.items(), key=_rank):
        said = " ".join(straight(text).split())
        if name in _MADE or not (len(said) >= _TELLING or said == part):
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", part):
            if all(place.end() <= one.start or one.end <= place.start() for one in found):
                found.append(_Region(place.start(), place.end(), name))
    return found


def _rank(page: tuple[str, str]) -> tuple[int, int, str]:
    name, text = page
    return -len(text), _FIRST.index(name) if name in _FIRST else len(_FIRST), name


_Hunk = tuple[int, int, str]
"""Characters start:end of a part become a text."""


def _hunks(old: str, new: str) -> Iterator[_Hunk]:
    before, after = words(old), words(new)
    places = [0, *accumulate(map(len, before))]
    for one in changes(before, after):
        yield places[one.start], places[one.end], "".join(after[one.begin : one.stop])


def _within(region: _Region, hunk: _Hunk) -> bool:
    """Whether an edit is one of a field's words: what is put in at its edge is beside them."""
    start, end, _ = hunk
    if start == end:
        return region.start < start < region.end
    return region.start <= start and end <= region.end


def _made(part: str, region: _Region, hunks: Sequence[_Hunk]) -> str:
    made, at = "", region.start
    for start, end, text in hunks:
        made += part[at:start] + text
        at = end
    return made + part[at : region.end]
