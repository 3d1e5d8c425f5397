"""Lines of headers and footers that differ from the draft's, each told once.

draft    Families Scrutiny Panel [tab] 15 March 2023     on all pages of three sections
copy     Families Scrutiny Panel [tab] 22 March 2023     on those of one: one edit
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.merge.pairs.same_order import aligned
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.surroundings import PageSection, Story
from generator.model.wording.quotation_marks import straight

_FIELD = re.compile(r"\\\[(?!PAGE\\\]|NUMPAGES\\\])[A-Z].*?\\\]")
"""A field in an escaped line, of a kind that not every program knows."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """A line of a header or footer that became another; '' for one that was put in or taken out.

    author: who tracked changes in it, '' for nobody.
    """

    story: Story
    old: str
    new: str
    author: str = ""


def line_edits(
    drafted: Sequence[PageSection],
    copied: Sequence[PageSection],
    authors: dict[str, str],
    loose: bool,
) -> list[LineEdit]:
    """What differs, in order. authors: of lines of the copy.

    loose: the copy was saved by a program that puts words in place of fields that it does not know.
    """
    found: dict[LineEdit, None] = {}
    alike = len(drafted) == len(copied)  # what a section more does not say is told with it
    for at, section in enumerate(copied):
        before = _like(drafted, copied, at)
        for (story, _), old, new in _kinds(before, section):
            for one, other in _paired(old, new):
                same = straight(one) == straight(other) or (loose and _shows(one, other))
                if not same and (other or alike):
                    who = authors.get(other, "") or authors.get("", "")
                    found[LineEdit(story, one, other, who)] = None
    return list(found)


def drafted_sections(draft: DraftBase, now: DraftBase) -> tuple[PageSection, ...]:
    """The pages that a copy was sent with; those of today where an older draft does not tell."""
    return draft.sections or now.sections


def _like(
    drafted: Sequence[PageSection], copied: Sequence[PageSection], at: int
) -> PageSection | None:
    """The section of the draft that one of the copy is, or the one that says most like it."""
    if len(drafted) == len(copied):
        return drafted[at]
    lines = set(copied[at].lines)
    return max(drafted, key=lambda one: len(lines.intersection(one.lines)), default=None)


_Lines = tuple[str, ...]
_Kind = tuple[Story, str]


def _kinds(
    before: PageSection | None, section: PageSection
) -> Iterator[tuple[_Kind, _Lines, _Lines]]:
    """What each kind of page of a section said and says; a new kind is held to the usual one."""
    known = {(one.story, one.page): one.lines for one in (before.lines if before else ())}
    for one in section.lines:
        old = known.get((one.story, one.page))
        if old is None:
            usual = known.get((one.story, "default"), ())
            yield (one.story, one.page), tuple(x for x in usual if x in one.lines), one.lines
        else:
            yield (one.story, one.page), old, one.lines


def _paired(old: _Lines, new: _Lines) -> Iterator[tuple[str, str]]:
    """The lines that differ, side by side; '' beside one that has no other."""
    edges = [(-1, -1), *aligned(old, new), (len(old), len(new))]
    for (last, end), (first, begin) in pairwise(edges):
        gone, came = old[last + 1 : first], new[end + 1 : begin]
        if len(gone) == len(came):
            yield from zip(gone, came, strict=True)
        else:
            yield from ((line, "") for line in gone)
            yield from (("", line) for line in came)
        if first < len(old):
            yield old[first], new[begin]


def _shows(line: str, other: str) -> bool:
    """Whether a line is the other, with words in place of its fields."""
    pattern = _FIELD.sub(".*?", re.escape(straight(line)))
    return re.fullmatch(pattern, straight(other), re.DOTALL) is not None
