"""What officers changed of the pages themselves: size, margins, columns, how they are counted.

The format and its template say how pages lie, so all of that is told, and none of it merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.surroundings import PageSection

_PER_MM = 1440 / 25.4
_KINDS = {"first": "first pages", "even": "even pages"}
Change = tuple[str, str, str]
"""Kind, how it was, how it is."""


def page_changes(drafted: Sequence[PageSection], copied: Sequence[PageSection]) -> list[Change]:
    """What differs, each once."""
    found: dict[Change, None] = {}
    if len(copied) < len(drafted):
        was, now = (f"{len(one)} sections" for one in (drafted, copied))
        found["section break", was, now] = None
    if len(copied) == len(drafted):
        for before, after in zip(drafted, copied, strict=True):
            found |= dict.fromkeys(_changes(before, after))
    return list(found)


def _changes(before: PageSection, after: PageSection) -> Iterator[Change]:
    if not before.lies_as(replace(after, columns=before.columns)):
        yield "page size", lying(before), lying(after)
    if before.columns != after.columns:
        yield "columns", str(before.columns), str(after.columns)
    if before.numbers != after.numbers:
        yield "page numbers", before.numbers or "going on", after.numbers or "going on"
    was, now = (_own_pages(one) for one in (before, after))
    if was != now:
        yield "header or footer", _named(was), _named(now)


def lying(section: PageSection) -> str:
    """'210 x 297 mm, margins 20 20 20 20 mm': of top, right, bottom and left."""
    width, height = map(_mm, section.size)
    edges = " ".join(map(_mm, section.edges))
    return f"{width} x {height} mm, margins {edges} mm"


def _mm(twips: int) -> str:
    return f"{twips / _PER_MM:.0f}"


def _own_pages(section: PageSection) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.page for one in section.lines if one.page in _KINDS))


def _named(pages: Sequence[str]) -> str:
    said = " and ".join(_KINDS[one] for one in pages)
    return f"others on {said}" if said else "the same on all pages"
