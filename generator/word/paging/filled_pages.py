"""Charts as high as their pages have room for.

    <wp:extent cx="4381500" cy="2184400"/>     of each chart in a row, then higher or lower

A chart cannot split, and neither can a row of them: what does not fit leaves its page half white.
So they are written as low as they can be read, the pages that they come to are told from the
heights of all blocks (page_room.py), and the plots of a page share what is left of it. Of all ways
to break the pages that one is taken which leaves least white, with few charts squeezed, key figures
on the page of theirs and short tables undivided. Where the last page then holds little, the white
between all blocks is drawn in, if they so come onto one page less. A stretch of pages begins one,
so that nothing above it counts. Where another program sets the text a little higher, some points
are left.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.model.frozen import dataclass
from generator.word.paging.page_pieces import (
    PagePiece,
    White,
    block_pieces,
    heights_to,
    white_left,
)
from generator.word.paging.page_room import PageRoom
from generator.word.paging.short_ends import SHARES, is_short

_WHITE = 100.0  # what a page costs that is all white; half of one a quarter of that
_SQUEEZED = 1.0  # of a page whose plots are as low as they can be read
_ALONE = 8.0  # of key figures whose charts stand overleaf
_SPLIT = 2.0  # of a table
_DIVIDED = 4.0  # of a table that is short enough to be kept whole
_SHORT, _SHORTEST = 2.0, 0.15  # of a last page with less than this on it
_PAGE = 0.5
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class FilledPages:
    """growth: of the plots of each row in points, by its place among the blocks. loose: the places
    of key figures that are not kept with their charts. parted: by the place of a table that is
    divided, the row whose next one stands overleaf. nearer: by the places of blocks, the white that
    they have instead of their own.
    """

    growth: Mapping[int, float]
    loose: frozenset[int]
    parted: Mapping[int, int]
    nearer: Mapping[int, White]


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
    pieces = [each for at, block in enumerate(blocks) for each in block_pieces(at, block, room)]
    led = frozenset(leading)
    usual = _Pages(pieces, rows, led, room, most)
    ends = usual.best()
    if usual.ends_short(ends):
        for share in SHARES:
            nearer = _Pages([one.closer(share) for one in pieces], rows, led, room, most)
            fewer = nearer.best()
            if len(fewer) < len(ends):
                return nearer.filled(fewer, white_left(pieces, share))
    return usual.filled(ends, {})


class _Pages:
    """Ways to break pieces into pages: page start:end holds those pieces."""

    def __init__(
        self,
        pieces: Sequence[PagePiece],
        rows: Mapping[int, float],
        leading: frozenset[int],
        room: PageRoom,
        most: float,
    ) -> None:
        self._pieces, self._rows, self.leading = pieces, rows, leading
        self._most, self._page, self._grows = room.most, room.page, most
        self._heights = heights_to(pieces)
        self._drawn = [n for n, one in enumerate(pieces) if one.ends and one.at in rows]
        led = {n for n, one in enumerate(pieces) if one.ends and one.at in leading}
        self._ends = [0]  # where pages may end, key figures and rows let go among them
        self._ends += [
            n + 1 for n, one in enumerate(pieces) if not one.stays or one.soft or n in led
        ]
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

    def filled(self, ends: Sequence[int], nearer: Mapping[int, White]) -> FilledPages:
        """What pages that end there say of the blocks."""
        growth: dict[int, float] = {}
        for start, end in zip([0, *ends], ends, strict=False):
            growth |= self.growth(start, end)
        last = [self._pieces[end - 1] for end in ends[:-1]]
        loose = frozenset(one.at for one in last) & self.leading | self._at_top()
        parted = {one.at: one.row for one in last if one.soft}
        return FilledPages(growth, loose, parted, nearer)

    def _at_top(self) -> frozenset[int]:
        """Key figures above the first row: these have their page, and need not be kept with it.

        Where another font sets them higher than is told here, LibreOffice would leave that page
        and the next one blank.
        """
        first = min((self._pieces[n].at for n in self._drawn), default=0)
        return frozenset(at for at in self.leading if at < first)

    def ends_short(self, ends: Sequence[int]) -> bool:
        """Whether the last of several pages holds little."""
        start, end = ([0, *ends])[-2:]
        return start > 0 and is_short(self._used(start, end), self._page)

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
        used = self._used(start, end)
        if end == len(self._pieces):
            return _PAGE + (_SHORT if start and used < self._page * _SHORTEST else 0.0)
        follows = self._ends[bisect_right(self._ends, end)]
        if used + self._heights[follows] - self._heights[end] <= self._most:
            return _NEVER  # what follows would stand on this page
        last = self._pieces[end - 1]
        parted = 0.0 if last.ends else _SPLIT
        if last.stays:
            parted = _DIVIDED if last.soft else _ALONE
        white = max(0.0, self._most - used) / self._page
        return _PAGE + parted + _WHITE * white**2 + self._squeezed(self.growth(start, end))

    def _squeezed(self, grown: Mapping[int, float]) -> float:
        """What it costs that plots are lower than usual."""
        lower = [1 - size / self._rows[at] for at, size in grown.items() if size < self._rows[at]]
        return _SQUEEZED * sum(lower) / max(len(grown), 1)

    def _used(self, start: int, end: int) -> float:
        return self._height(start, end) + sum(self.growth(start, end).values())

    def _height(self, start: int, end: int) -> float:
        """Of a page: white counts above its first piece, and none at its foot."""
        first = self._pieces[start]
        top = first.repeated + first.before + first.height
        return top + self._heights[end] - self._heights[start + 1]
