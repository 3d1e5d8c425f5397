"""What can be measured of pages: white areas, captions, widths, orphans, words over the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
from PIL import Image

from .blocks import Block, Body
from .pictures import LaidOut, Landing

_INK = 215  # grey values below are ink: hairlines and light fills are, paper is not
_TOO_FEW = 3  # rows or bullets of which one alone on a page is no tail
_LONGEST_CONTENTS = 30  # lines of a contents list that fits on a page
_Landed = tuple[Block, Landing, Landing]
_SLACK = 2.0  # points that words may stand out over the measure: hanging punctuation, italics


@dataclass(frozen=True)
class PageMeasure:
    """A page from 1: its tallest white band and what is used, both in per cent of the text area's
    height; whether the text ends there because the next begins a page of its own.
    """

    page: int
    blank: int
    used: int
    ends: bool


@dataclass(frozen=True)
class CaptionMeasure:
    """A caption, and the white between it and what it names, and on its other side, in points.

    A note under a figure's caption belongs to it: the white below the note counts.
    """

    caption: str
    page: int
    own: float
    other: float


@dataclass(frozen=True)
class WidthMeasure:
    """What is drawn or ruled: its left edge and its width in per cent of the measure."""

    what: str
    left: int
    width: int


@dataclass(frozen=True)
class Measures:
    """Everything that is measured of one report."""

    pages: tuple[PageMeasure, ...]
    captions: tuple[CaptionMeasure, ...]
    charts: tuple[WidthMeasure, ...]
    tables: tuple[WidthMeasure, ...]
    orphans: tuple[str, ...]
    outside: tuple[str, ...]
    touching: tuple[str, ...]

    def blanks(self, share: int = 20) -> tuple[PageMeasure, ...]:
        """Pages with more white than this at one place, where the text goes on overleaf."""
        return tuple(one for one in self.pages if one.blank > share and not one.ends)

    def short_ends(self, share: int = 15) -> tuple[PageMeasure, ...]:
        """Pages with a few lines only, before something that begins a page of its own."""
        return tuple(one for one in self.pages if one.ends and one.used < share and one.page > 1)

    def far_captions(self) -> tuple[CaptionMeasure, ...]:
        """Captions that stand nearer to something else than to what they name."""
        return tuple(one for one in self.captions if one.own > one.other)


def measure(body: Body, pages: LaidOut) -> Measures:
    """Measure the pages of a body."""
    landed = [  # LibreOffice leaves out a bookmark behind the field that ends a heading
        (block, start, pages.landings.get(block.end, start))
        for block in body.blocks
        if (start := pages.landings.get(block.start)) is not None
    ]
    rows = [_inked(picture) for picture in pages.pictures]
    return Measures(
        tuple(_pages(landed, rows, pages)),
        tuple(_captions(landed, rows, pages)),
        tuple(
            WidthMeasure(block.text or f"figure {block.number}", *_shares(block.left, width, block))
            for block in body.blocks
            for width in block.widths
            if block.table < 0
        ),
        tuple(
            WidthMeasure(f"table {one.number + 1}", 0, round(100 * one.width / one.measure))
            for one in body.grids
        ),
        tuple(_orphans(landed)),
        tuple(_outside(landed, pages)),
        tuple(f"table {one.number + 1}" for one in body.grids if one.touching),
    )


def _inked(picture: Image.Image) -> np.ndarray:
    """Of each row of pixels, whether anything is printed in it."""
    inked: np.ndarray = np.asarray(picture.convert("L")).min(axis=1) < _INK
    return inked


def _shares(left: int, width: int, block: Block) -> tuple[int, int]:
    measure = block.section.measure
    return round(100 * left / measure), round(100 * width / measure)


# ---------------------------------------------------------------- pages
def _pages(
    landed: Sequence[_Landed], rows: Sequence[np.ndarray], pages: LaidOut
) -> Iterator[PageMeasure]:
    if not landed:
        return
    first = _first(landed)
    last, block = len(rows) - 1, landed[0][0]
    for page, inked in enumerate(rows):
        block = first.get(page, block)  # of the page before, where no block begins on this one
        scale = len(inked) / pages.sizes[page][1]
        top, bottom = block.section.top / 20 * scale, block.section.bottom / 20 * scale
        area = inked[int(top) : len(inked) - int(bottom)]
        bands = [len(list(run)) for inky, run in groupby(area) if not inky]
        ends = page == last or (page + 1 in first and first[page + 1].fresh)
        used = int(area.nonzero()[0].max()) if area.any() else 0
        yield PageMeasure(
            page + 1,
            round(100 * max(bands, default=0) / len(area)),
            round(100 * used / len(area)),
            ends,
        )


def _first(landed: Sequence[_Landed]) -> dict[int, Block]:
    """The first block that begins on each page."""
    first: dict[int, Block] = {}
    for block, start, _ in landed:
        first.setdefault(start.page, block)
    return first


# ---------------------------------------------------------------- captions
def _captions(
    landed: Sequence[_Landed], rows: Sequence[np.ndarray], pages: LaidOut
) -> Iterator[CaptionMeasure]:
    for at, (block, start, end) in enumerate(landed):
        if block.kind != "caption" or block.table >= 0 or start.page != end.page:
            continue
        before = landed[at - 1] if at else None
        above = before is not None and before[0].kind == "figure" and before[0].table < 0
        last = at
        while above and last + 1 < len(landed) and _is_note(landed[last + 1], start.page):
            last += 1
        after = landed[last + 1] if last + 1 < len(landed) else None
        end = landed[last][2]
        inked = rows[start.page]
        scale = len(inked) / pages.sizes[start.page][1]
        over = _white(inked, int(start.top * scale), -1)
        under = _white(inked, int((end.top + 5) * scale), 1)
        own, other = (over, under) if above else (under, over)
        beside = (after[1] if after else None) if above else (before[2] if before else None)
        alone = beside is None or beside.page != start.page
        yield CaptionMeasure(
            block.text, start.page + 1, own / scale, 999.0 if alone else other / scale
        )


def _is_note(one: _Landed, page: int) -> bool:
    """Whether this is a note that ends on this page."""
    return one[0].kind == "note" and one[2].page == page


def _white(inked: np.ndarray, row: int, step: int) -> int:
    """Rows of white from here on, beyond the ink that this row is part of."""
    while 0 <= row < len(inked) and inked[row]:
        row += step
    count = 0
    while 0 <= row < len(inked) and not inked[row]:
        row, count = row + step, count + 1
    return count


# ---------------------------------------------------------------- orphans
def _orphans(landed: Sequence[_Landed]) -> Iterator[str]:
    for (block, _, end), (_, begins, _) in pairwise(landed):
        kept = block.kind == "heading" or (block.kept and block.kind != "cell")
        if kept and begins.page != end.page:
            yield f"page {end.page + 1}: {block.kind} without what follows: {block.text[:60]}"
    yield from _lists(landed)
    yield from _tails(landed)
    contents = [(start, end) for block, start, end in landed if block.kind == "contents"]
    if 0 < len(contents) <= _LONGEST_CONTENTS and contents[0][0].page != contents[-1][1].page:
        yield f"page {contents[0][0].page + 1}: contents list split"


def _lists(landed: Sequence[_Landed]) -> Iterator[str]:
    """The last item of a list alone on its page, or the first."""
    for is_bullet, run in groupby(landed, key=lambda one: (one[0].kind, one[0].style)):
        items = list(run)
        if is_bullet[0] != "bullet" or len(items) < _TOO_FEW:
            continue
        if items[-1][1].page != items[-2][2].page:
            yield f"page {items[-1][1].page + 1}: last bullet alone: {items[-1][0].text[:60]}"


def _tails(landed: Sequence[_Landed]) -> Iterator[str]:
    """The last row of a table alone on its page, or its heading and nothing else before."""
    for number, run in groupby(landed, key=lambda one: one[0].table):
        cells = list(run)
        block = cells[0][0]
        if number < 0 or block.rows - block.headers < _TOO_FEW:
            continue
        pages: dict[int, int] = {}
        for cell, start, _ in cells:
            pages.setdefault(cell.row, start.page)
        body = [page for row, page in sorted(pages.items()) if row >= block.headers]
        if len(body) > 1 and body[-1] != body[-2]:
            yield f"page {body[-1] + 1}: last row alone: {cells[-1][0].text[:60]}"
        if len(body) > 1 and body[0] != body[1]:
            yield f"page {body[0] + 1}: first row alone: {cells[0][0].text[:60]}"


# ---------------------------------------------------------------- edges
def _outside(landed: Sequence[_Landed], pages: LaidOut) -> Iterator[str]:
    """Words over the edges of the text area."""
    first = _first(landed)
    for page, left, right, word in pages.words:
        if page not in first:
            continue
        block = first[page]
        edge = block.section.left / 20
        if left < edge - 6 - _SLACK or right > edge + block.section.measure / 20 + _SLACK:
            yield f"page {page + 1}: {word}"
