"""What pages are broken into: paragraphs, their lines, and the rows of tables, with their heights.

A table that is kept whole may be divided where two rows or more stand on either side, if that saves
a white page: such rows are soft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark
from generator.word.paging.page_room import PageRoom, read_blocks

_APART = 1.0  # points: what stands between two tables
_BESIDE = 2  # rows on either side of where a table is divided


class White(NamedTuple):
    """White before a block, after it, and above and below the text of its cells, in points."""

    before: float
    after: float
    in_cells: float


@dataclass(frozen=True, slots=True)
class PagePiece:
    """A paragraph, some lines of one, or a row: the place of its block, white before it, its
    height, white after it, and what is repeated above it where it begins a page, all in points.

    stays: with the next piece. ends: the last of its block. row: its number in its table, from 0.
    soft: what stays may be let go. white: what of its height stands above and below text in cells.
    """

    at: int
    before: float
    height: float
    after: float
    stays: bool
    ends: bool = False
    repeated: float = 0.0
    row: int = -1
    soft: bool = False
    white: float = 0.0

    def closer(self, share: float) -> PagePiece:
        """The piece with this share of its white."""
        less = self.white * (1 - share)
        return PagePiece(
            self.at,
            self.before * share,
            self.height - less,
            self.after * share,
            self.stays,
            self.ends,
            max(0.0, self.repeated - less),
            self.row,
            self.soft,
            self.white,
        )


def block_pieces(at: int, block: str, room: PageRoom) -> Iterator[PagePiece]:
    """What a block of a place can be broken into: the rows of a table, else itself."""
    found: list[PagePiece] = []
    for element in read_blocks(block):
        if element.tag == clark("w:tbl"):
            found += _rows(at, element, room)
        elif element.tag in (clark("w:p"), clark("w:sdt")):
            found.append(PagePiece(at, *room.measures(element), room.keeps_next(element)))
    yield from _ended(found, _APART)


def line_pieces(at: int, block: str, room: PageRoom) -> Iterator[PagePiece]:
    """What a block can be broken into where text runs on: the lines of a paragraph, too."""
    found: list[PagePiece] = []
    for element in read_blocks(block):
        if element.tag == clark("w:tbl"):
            found += _rows(at, element, room)
        elif element.tag == clark("w:p"):
            found += _lines(at, element, room)
        elif element.tag == clark("w:sdt"):
            found.append(PagePiece(at, *room.measures(element), False))
    yield from _ended(found, 0.0)


def _ended(found: Sequence[PagePiece], apart: float) -> Iterator[PagePiece]:
    yield from found[:-1]
    for one in found[-1:]:
        yield PagePiece(
            one.at,
            one.before,
            one.height + apart,
            one.after,
            one.stays,
            ends=True,
            repeated=one.repeated,
            row=one.row,
            white=one.white,
        )


def _lines(at: int, paragraph: Element, room: PageRoom) -> Iterator[PagePiece]:
    before, heights, after, kept = room.divided(paragraph)
    for height in heights[:-1]:
        yield PagePiece(at, before, height, 0.0, stays=False)
        before = 0.0
    yield PagePiece(at, before, heights[-1] + room.notes_of(paragraph), after, kept)


def _rows(at: int, table: Element, room: PageRoom) -> Iterator[PagePiece]:
    heights, white = room.row_heights(table), room.white_in_cells(table)
    rows = list(table.iterchildren(clark("w:tr")))
    stay = [room.keeps_next(row) for row in rows]
    heights = [high + room.notes_of(row) for high, row in zip(heights, rows, strict=True)]
    for number, height in enumerate(heights):
        repeated = heights[0] if number > 1 else 0.0
        soft = stay[number] and _BESIDE <= number < len(rows) - _BESIDE
        yield PagePiece(at, 0.0, height, 0.0, stay[number], False, repeated, number, soft, white)


def stacked(pieces: Sequence[PagePiece]) -> Iterator[float]:
    """The height of each piece and the white above it: of that between two the larger counts."""
    below = 0.0
    for piece in pieces:
        yield max(below, piece.before) + piece.height
        below = piece.after


def heights_to(pieces: Sequence[PagePiece]) -> list[float]:
    """The height of the first pieces, of none of them, of one ..."""
    return list(accumulate(stacked(pieces), initial=0.0))


def white_left(pieces: Sequence[PagePiece], share: float) -> dict[int, White]:
    """By the places of blocks, the white that they have with this share of what pieces tell."""
    found: dict[int, White] = {}
    for one in pieces:
        before = found[one.at].before if one.at in found else one.before * share
        found[one.at] = White(before, one.after * share, one.white * share)
    return found
