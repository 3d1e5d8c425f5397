"""Rows of charts as high as their landscape pages have room for.

    <wp:extent cx="4381500" cy="2184400"/>     of each chart in a row, then higher or lower

Two rows of charts with captions and notes hardly fit on a landscape page, and a row cannot split:
what does not fit leaves the page half white. So rows are written as low as they can be read, the
pages that they come to are told from the heights of all blocks (page_room.py), and the plots of a
page share what is left of it. A stretch of landscape pages begins a page, so that nothing above it
counts. Where another program sets the text a little higher, some points are left.

Key figures stay with the row of charts below them, unless that leaves half of a page white.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.model.frozen import dataclass
from generator.word.template.page_room import PageRoom, read_blocks

_HALF = 0.55  # of a page: one with less on it takes key figures without their charts
_MOST = 136.0  # points by which plots grow at most
_APART = 1.0  # what stands between two tables


@dataclass(frozen=True, slots=True)
class FilledPages:
    """growth: of the plots of each row in points, by its place among the blocks. loose: the places
    of key figures whose charts stand overleaf.
    """

    growth: Mapping[int, float]
    loose: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block: its place, white before it, its height, white after it, all in points."""

    at: int
    before: float
    height: float
    after: float
    stays: bool


def fill_pages(
    blocks: Sequence[str], rows: Mapping[int, float], leading: Collection[int], room: PageRoom
) -> FilledPages:
    """Tell by how much rows of charts may grow.

    blocks: of a section that begins a page, rows drawn low. rows: the usual growth of each, by its
    place among the blocks; where the text ends, they grow by no more. leading: the places of key
    figures above rows.
    """
    most = room.most
    pieces = [_piece(at, block, room) for at, block in enumerate(blocks)]
    pages = list(_pages(_chains(pieces), leading, most, room.page * _HALF))
    growth: dict[int, float] = {}
    for page in pages:
        shown = [one.at for one in page if one.at in rows]
        share = max(0.0, most - _height(page)) / max(len(shown), 1)
        for at in shown:
            growth[at] = min(share, rows[at] if page is pages[-1] else _MOST)
    ends = {page[-1].at for page in pages[:-1]}
    return FilledPages(growth, frozenset(ends & set(leading)))


def _piece(at: int, block: str, room: PageRoom) -> _Piece:
    elements = list(read_blocks(block))
    before, height, after = room.measures(elements[-1])
    if len(elements) > 1:
        height = room.of(elements) - before - after
    return _Piece(at, before, height + _APART, after, room.keeps_next(elements[-1]))


def _chains(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """What stays together: each block with those that it stays with."""
    chain: list[_Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.stays:
            yield chain
            chain = []
    if chain:
        yield chain


def _pages(
    chains: Iterable[list[_Piece]], leading: Collection[int], most: float, half: float
) -> Iterator[list[_Piece]]:
    page: list[_Piece] = []
    for chain in chains:
        rest = chain
        if page and _height([*page, *chain]) > most:
            led = next((n for n, one in enumerate(chain, 1) if one.at in leading), 0)
            if _height(page) < half and _height([*page, *chain[:led]]) <= most:
                page, rest = [*page, *chain[:led]], chain[led:]
            yield page
            page = []
        page = [*page, *rest]
    if page:
        yield page


def _height(pieces: Iterable[_Piece]) -> float:
    """Of the white between two blocks the larger counts; none counts at the foot of a page."""
    total = below = 0.0
    for piece in pieces:
        total += max(below, piece.before) + piece.height
        below = piece.after
    return total
