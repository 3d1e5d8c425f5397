"""Ends of a text that leave their page nearly white are drawn back onto the page before.

    <w:spacing w:before="252" w:after="84"/>     of a heading on the page before, less than usual

The pages that a text comes to are told from the heights of its pieces (page_pieces.py). Where the
last one holds a few lines only, the white between the blocks before it is drawn in, on as few pages
and by as little as will do. Where that is not enough, some of what stands before them goes overleaf
with them: it is kept with what follows, so that a program that sets the text lower leaves all of it
where it was. A short table that would leave its page white is divided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.model.frozen import dataclass
from generator.word.paging.kept_pieces import KeptPieces
from generator.word.paging.page_pieces import PagePiece, White, heights_to, white_left
from generator.word.paging.page_room import PageRoom
from generator.word.paging.spaced_blocks import kept_with_next, parted_after, spaced

SHARES = (0.9, 0.8, 0.7, 0.6)  # of the usual white, the mildest first: less looks crowded
_BACK = 3  # pages before the last that are drawn together at most
_LITTLE = 0.2  # of a page: with less than this on it, it is nearly white
_MOVED = 0.18  # of a page that may be left white, so that the last one has more on it
_GAP = 0.12  # of a page: rather than leave more of it white, a short table is divided


@dataclass(frozen=True, slots=True)
class Ends:
    """nearer: by the place of a block, the white that it has instead of its own. kept: the places
    of blocks that stay with the next one. parted: by the place of a table, the row that is let go.
    """

    nearer: Mapping[int, White]
    kept: frozenset[int]
    parted: Mapping[int, int]


class _Page:
    """A page: the piece that begins it, how far it is filled in points, and where it is cut."""

    __slots__ = ("cut", "start", "used")

    def __init__(self, start: int, used: float, cut: PagePiece | None = None) -> None:
        self.start, self.used, self.cut = start, used, cut


def is_short(used: float, page: float) -> bool:
    """Whether a last page is nearly white."""
    return used < page * _LITTLE


def close_ends(blocks: Sequence[str], told: KeptPieces, room: PageRoom, above: float) -> list[str]:
    """The blocks of a text whose next one begins a page. told: gives their pieces. above: points
    of its first page that stand above it.
    """
    pieces = [piece for at, block in enumerate(blocks) for piece in told.of(at, block)]
    ends, made = plan_ends(pieces, room, above), list(blocks)
    for at, white in ends.nearer.items():
        made[at] = spaced(made[at], white)
    for at, row in ends.parted.items():
        made[at] = parted_after(made[at], row)
    for at in ends.kept:
        made[at] = kept_with_next(made[at])
    return made


def plan_ends(pieces: Sequence[PagePiece], room: PageRoom, above: float) -> Ends:
    """What becomes of the blocks of such a text."""
    pages = _pages(pieces, room, above, room.page)
    nearer: dict[int, White] = {}
    kept: frozenset[int] = frozenset()
    if len(pages) > 1 and is_short(pages[-1].used, room.page):
        start, share = _drawn_back(pieces, pages, room, above)
        if share < 1:
            nearer = white_left(pieces[_first_of(pieces, start) :], share)
            pages = _pages(_closer(pieces, start, share), room, above, room.page)
        else:
            kept = _overleaf(pieces, pages, room)
    cuts = (page.cut for page in pages)
    return Ends(nearer, kept, {one.at: one.row for one in cuts if one is not None})


def _drawn_back(
    pieces: Sequence[PagePiece], pages: Sequence[_Page], room: PageRoom, above: float
) -> tuple[int, float]:
    """From which piece on the white is drawn in so that a page is saved, and to which share; 1 for
    none.
    """

    def saves(back: int, share: float) -> bool:
        start = pages[-1 - back].start
        drawn = _closer(pieces[start:], 0, share)
        above_it = _top(drawn[0]) if start else above
        return len(_pages(drawn, room, above_it, room.most)) <= back

    most = min(_BACK, len(pages) - 1)
    for share in SHARES:
        if saves(most, share):
            back = next(back for back in range(1, most + 1) if saves(back, share))
            return pages[-1 - back].start, share
    return 0, 1.0


def _first_of(pieces: Sequence[PagePiece], at: int) -> int:
    """The first piece of the block that a piece belongs to."""
    while at and pieces[at - 1].at == pieces[at].at:
        at -= 1
    return at


def _closer(pieces: Sequence[PagePiece], start: int, share: float) -> list[PagePiece]:
    return [*pieces[:start], *(one.closer(share) for one in pieces[start:])]


def _overleaf(
    pieces: Sequence[PagePiece], pages: Sequence[_Page], room: PageRoom
) -> frozenset[int]:
    """The places of blocks that go overleaf with the last ones, so that these do not stand alone;
    none where the page before would have too much white for it.
    """
    last, heights = pages[-1].start, heights_to(pieces)
    left = room.page - pages[-2].used
    for start in range(last - 1, pages[-2].start, -1):
        moved = heights[last] - heights[start]
        if left + moved > room.page * _MOVED:
            break
        fresh = pieces[start].at != pieces[start - 1].at and not pieces[start - 1].stays
        if fresh and not is_short(pages[-1].used + moved, room.page):
            return frozenset(one.at for one in pieces[start:-1]) - {pieces[-1].at}
    return frozenset()


# ---------------------------------------------------------------- pages
def _top(first: PagePiece) -> float:
    """What a page begins with besides its first piece: the white above that is left out."""
    return first.repeated - first.before


def _pages(pieces: Sequence[PagePiece], room: PageRoom, above: float, most: float) -> list[_Page]:
    """The pages that pieces come to, one after the other, as every program breaks them. most: how
    far a page may be filled, in points.
    """
    pages = [_Page(0, above)]
    below = 0.0
    for start, end in _units(pieces):
        page, high = pages[-1], _height(pieces[start:end], below)
        if page.used + high > most and (start > page.start or (above and len(pages) == 1)):
            start = _divided(pieces[start:end], below, page, room) + start
            page = _Page(start, _top(pieces[start]))
            pages.append(page)
            high = _height(pieces[start:end], 0.0)
        page.used += high
        below = pieces[end - 1].after
    return pages


def _divided(unit: Sequence[PagePiece], below: float, page: _Page, room: PageRoom) -> int:
    """How many pieces of those that stay together stand on a page that has no room for all: none,
    or some rows of a table that would leave it white.
    """
    left = room.most - page.used
    if left < room.page * _GAP:
        return 0
    heights = heights_to(unit)
    first = max(0.0, below - unit[0].before)
    fits = (n for n, one in enumerate(unit, 1) if one.soft and first + heights[n] <= left)
    count = max(fits, default=0)
    if count:
        page.cut = unit[count - 1]
        page.used += first + heights[count]
    return count


def _units(pieces: Sequence[PagePiece]) -> Iterator[tuple[int, int]]:
    """First and last of the pieces that stay together."""
    ends = [0, *(at for at, one in enumerate(pieces, 1) if not one.stays and at < len(pieces))]
    return pairwise((*ends, len(pieces))) if pieces else iter(())


def _height(pieces: Sequence[PagePiece], below: float) -> float:
    """Of pieces under white of a height: of that between two the larger counts."""
    total = 0.0
    for one in pieces:
        total += max(below, one.before) + one.height
        below = one.after
    return total
