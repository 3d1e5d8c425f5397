"""Charts as high as their pages have room for.

    <wp:extent cx="4381500" cy="2184400"/>     of each chart in a row, then higher or lower

A chart cannot split, and neither can a row of them: what does not fit leaves its page half white.
So they are written as low as they can be read, the pages that they come to are told from the
heights of all blocks (page_room.py), and the plots of a page share what is left of it. Of all ways
to break the pages that one is taken which leaves least white, with few charts squeezed and key
figures on the page of theirs. A stretch of pages begins one, so that nothing above it counts. Where
another program sets the text a little higher, some points are left.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark
from generator.word.template.page_room import PageRoom, read_blocks

_APART = 1.0  # points: what stands between two tables
_WHITE = 100.0  # what a page costs that is all white; half of one a quarter of that
_SQUEEZED = 1.0  # of a page whose plots are as low as they can be read
_ALONE = 8.0  # of key figures whose charts stand overleaf
_SPLIT = 2.0  # of a table
_SHORT, _SHORTEST = 2.0, 0.15  # of a last page with less than this on it
_PAGE = 0.5
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class FilledPages:
    """growth: of the plots of each row in points, by its place among the blocks. loose: the places
    of key figures whose charts stand overleaf.
    """

    growth: Mapping[int, float]
    loose: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or row: the place of its block, white before it, its height, white after it, and
    what is repeated above it where it begins a page, all in points. ends: the last of its block.
    """

    at: int
    before: float
    height: float
    after: float
    stays: bool
    ends: bool = True
    repeated: float = 0.0


def fill_pages(
    blocks: Sequence[str],
    rows: Mapping[int, float],
    leading: Collection[int],
    room: PageRoom,
    most: float,
) -> FilledPages:
    """Tell by how much charts and rows of charts may grow.

    blocks: of a section that begins a page, charts drawn low. rows: the usual growth of each, by
    its place among the blocks; where the text ends, they grow by no more. leading: the places of
    key figures above rows. most: what a plot grows by at most, beyond its usual height.
    """
    pieces = [each for at, block in enumerate(blocks) for each in _pieces(at, block, room)]
    pages = _Pages(pieces, rows, frozenset(leading), room, most)
    ends = pages.best()
    growth: dict[int, float] = {}
    for start, end in zip([0, *ends], ends, strict=False):
        growth |= pages.growth(start, end)
    last = {pieces[end - 1].at for end in ends[:-1]}
    return FilledPages(growth, frozenset(last & pages.leading))


def _pieces(at: int, block: str, room: PageRoom) -> Iterator[_Piece]:
    """What a block can be broken into: the rows of a table, else itself."""
    found: list[_Piece] = []
    for element in read_blocks(block):
        if element.tag == clark("w:tbl"):
            found += _rows(at, element, room)
        elif element.tag in (clark("w:p"), clark("w:sdt")):
            found.append(_Piece(at, *room.measures(element), room.keeps_next(element), ends=False))
    for piece in found[:-1]:
        yield piece
    for piece in found[-1:]:
        height, stays = piece.height + _APART, piece.stays
        yield _Piece(at, piece.before, height, piece.after, stays, repeated=piece.repeated)


def _rows(at: int, table: Element, room: PageRoom) -> Iterator[_Piece]:
    heights = room.row_heights(table)
    for number, row in enumerate(table.iterchildren(clark("w:tr"))):
        repeated = heights[0] if number > 1 else 0.0
        stays = room.keeps_next(row)
        yield _Piece(at, 0.0, heights[number], 0.0, stays, ends=False, repeated=repeated)


class _Pages:
    """Ways to break pieces into pages: page start:end holds those pieces."""

    def __init__(
        self,
        pieces: Sequence[_Piece],
        rows: Mapping[int, float],
        leading: frozenset[int],
        room: PageRoom,
        most: float,
    ) -> None:
        self._pieces, self._rows, self.leading = pieces, rows, leading
        self._most, self._page, self._grows = room.most, room.page, most
        self._heights = list(accumulate(_stacked(pieces), initial=0.0))
        self._drawn = [n for n, one in enumerate(pieces) if one.ends and one.at in rows]
        led = {n for n, one in enumerate(pieces) if one.ends and one.at in leading}
        self._ends = [0]  # where pages may end, key figures let go among them
        self._ends += [n + 1 for n, one in enumerate(pieces) if not one.stays or n in led]
        if pieces and self._ends[-1] != len(pieces):
            self._ends.append(len(pieces))

    def best(self) -> list[int]:
        """The ends of the pages that cost least together."""
        costs, before = {0: 0.0}, {0: 0}
        for place, end in enumerate(self._ends[1:], start=1):
            tried = [
                (costs[start] + self._cost(start, end), start) for start in self._starts(place)
            ]
            costs[end], before[end] = min(tried)
        ends = [self._ends[-1]]
        while before[ends[0]]:
            ends.insert(0, before[ends[0]])
        return ends

    def growth(self, start: int, end: int) -> dict[int, float]:
        """By how much each row of charts on a page grows, by its place."""
        drawn = self._drawn[bisect_left(self._drawn, start) : bisect_left(self._drawn, end)]
        share = max(0.0, self._most - self._height(start, end)) / max(len(drawn), 1)
        more = 0.0 if end == len(self._pieces) else self._grows
        shown = (self._pieces[n].at for n in drawn)
        return {at: min(share, self._rows[at] + more) for at in shown}

    def _starts(self, place: int) -> Iterator[int]:
        """Where a page may begin that ends there: what is higher than a page stands alone on it."""
        end = self._ends[place]
        yield self._ends[place - 1]
        for start in reversed(self._ends[: place - 1]):
            if self._height(start, end) > self._most:
                return
            yield start

    def _cost(self, start: int, end: int) -> float:
        grown = self.growth(start, end)
        used = self._height(start, end) + sum(grown.values())
        if end == len(self._pieces):
            return _PAGE + (_SHORT if start and used < self._page * _SHORTEST else 0.0)
        follows = self._ends[bisect_right(self._ends, end)]
        if used + self._height(end, follows) <= self._most:
            return _NEVER  # what follows would stand on this page
        last = self._pieces[end - 1]
        parted = _ALONE if last.stays else 0.0 if last.ends else _SPLIT
        white = max(0.0, self._most - used) / self._page
        return _PAGE + parted + _WHITE * white**2 + self._squeezed(grown)

    def _squeezed(self, grown: Mapping[int, float]) -> float:
        """What it costs that plots are lower than usual."""
        lower = [1 - size / self._rows[at] for at, size in grown.items() if size < self._rows[at]]
        return _SQUEEZED * sum(lower) / max(len(grown), 1)

    def _height(self, start: int, end: int) -> float:
        """Of a page: white counts above its first piece, and none at its foot."""
        first = self._pieces[start]
        top = first.repeated + first.before + first.height
        return top + self._heights[end] - self._heights[start + 1]


def _stacked(pieces: Sequence[_Piece]) -> Iterator[float]:
    """The height of each piece and the white above it: of that between two the larger counts."""
    below = 0.0
    for piece in pieces:
        yield max(below, piece.before) + piece.height
        below = piece.after
