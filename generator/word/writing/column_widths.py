"""Column widths from what stands in the columns, so that a table fits the text and reads well.

A column never becomes narrower than its longest word while there is room. Columns of figures
(right-aligned) keep each figure on one line where enough is left for the text beside them, with one
common width where that fits too, and short headers on one line; what is left goes to the columns of
text by the length of what they hold. Short texts such as dates stay on one line where the table
hardly becomes higher for it. A table of few short columns stays narrower than the page, one with
figures as narrow as its texts let it: figures belong near their labels. Tables of much the same
width get the same one. Widths are Arial's, at the size at which it is as wide as the table's own
text (fonts.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from generator.word.charts.text_width import (
    BOLD_WORD,
    line_count,
    longest_word,
    text_width,
    two_lines,
)
from generator.word.package.lengths import TWIPS_PER_POINT

PADDING = 190  # left and right cell margins and rules, in twips
_OFF = 150  # more of it at the left of text that stands beside figures
SIZE = 12.0  # points
_AIR = 1.05  # fonts that stand in for Arial are a little wider
_SPREAD, _NARROWEST = 1.5, 0.6
_SPREAD_FIGURES, _COLUMN = 1.2, 0.15  # of tables with figures; each column's least of the width
_ADDRESS = 0.3  # of the width; whatever is longer is hardly a word
_WORD = 0.45  # of the width, which no single word takes from texts that have to wrap
_HEAD, _LONG = 100.0, 330.0  # points at 12 pt, from which on text may well wrap
_SHORT_LINE = 60.0  # points at 12 pt of a header that has one line in any case
_ROOMY = 1000.0
_SHORT_HEAD = 9  # characters
_FEW = 0.3  # of the width, which columns of figures may take for the sake of their headers
_ONE_LINE = 25  # characters of a header that stays on one line where nothing has to wrap for it
_EVEN, _EVENED = 0.8, 0.04  # of the widest of columns that are made even; of the width, for that
_SHORT_TEXT = 115.0  # points at 12 pt: a date, a name, 'Not known'
_MOST_SHORT = 4  # columns of short texts: every choice among them is tried
# Of the width, for tables with figures that take about half of it or more; tables of texts alone
# take less than all of it only where they are very narrow.
_STEPS = (0.5, 0.6, 0.7, 0.85, 1.0)
_STEPPED = 0.45
_FIGURES = 0.75  # of the width: figures in one line leave a quarter for the text beside them


class Sizes(NamedTuple):
    """The sizes at which Arial is as wide as the text of the header and of the other rows, and what
    cells keep free at their sides, in twips.
    """

    head: float = SIZE
    body: float = SIZE
    padding: int = PADDING


_USUAL = Sizes()


def column_widths(
    cells: Sequence[Sequence[str]],
    total: int,
    figures: Sequence[bool],
    relative: Sequence[float] = (),
    sizes: Sizes = _USUAL,
) -> list[int]:
    """Widths in twips that add up to `total`, or to less for a table that needs much less.

    cells: rows of texts, header first. figures: per column, whether it holds figures. relative: the
    author's own widths, taken when there is one for each column.
    """
    made = _measured(cells, total, figures, relative, sizes, ())
    short = [] if len(relative) == len(figures) else _broken_short(cells, made, figures, sizes)
    if not short:
        return made
    chosen = (kept for many in range(1, len(short) + 1) for kept in combinations(short, many))
    tried = [made, *(_measured(cells, total, figures, (), sizes, kept) for kept in chosen)]
    return min(tried, key=lambda widths: _height(cells, widths, short, sizes))


def _measured(
    cells: Sequence[Sequence[str]],
    total: int,
    figures: Sequence[bool],
    relative: Sequence[float],
    sizes: Sizes,
    kept: Sequence[int],
) -> list[int]:
    """The widths. kept: columns of short texts, none of which is to be broken."""
    count = len(figures)
    gaps = stood_off(figures, [not figure for figure in figures])
    least = [_least(cells, column, sizes) + gaps[column] for column in range(count)]
    for column in kept:
        least[column] = max(least[column], _body(cells, column, sizes) + gaps[column])
    least = _capped(least, total)
    wish = [_wish(cells, column, sizes) + gaps[column] for column in range(count)]
    if sum(wish) > total and not any(figures):  # headers may have two lines before texts do
        wish = [_wish(cells, column, sizes, _SHORT_LINE) for column in range(count)]
    wish = [max(high, low) for high, low in zip(wish, least, strict=True)]
    if sum(wish) > total:
        least = [min(width, total * _WORD) for width in least]
    if any(figures) and not all(figures):
        bodies = [_body(cells, column, sizes) for column in range(count)]
        short = [max(bodies[column], _short_head(cells, column, sizes)) for column in range(count)]
        bodies = short if _sum(short, figures) <= total * _FEW else bodies
        heads = [_head(cells, column, sizes) + gaps[column] for column in range(count)]
        least, wish = _unbroken(bodies, heads, least, wish, figures, total)
        texts = sum(wish) - _sum(wish, figures)
        least = _roomier(cells, least, texts, figures, total, sizes)
        wish = [max(high, low) for high, low in zip(wish, least, strict=True)]
    if len(relative) == count and all(width > 0 for width in relative):
        return _exact(_at_least(least, relative, float(total)), total)
    spread, narrowest = _SPREAD, _NARROWEST
    if any(figures) and not all(figures):
        spread, narrowest = _SPREAD_FIGURES, min(_NARROWEST, _COLUMN * count)
    used = max(int(sum(wish) * spread), int(total * narrowest))
    used = _stepped(used, total, _STEPS if any(figures) else (_NARROWEST, 1.0))
    return _exact(_spread(least, wish, float(used), figures), used)


def stood_off(figures: Sequence[bool], texts: Sequence[bool]) -> list[int]:
    """What each column of text keeps free at its left beside figures, in twips."""
    before = (False, *figures)
    return [_OFF if text and beside else 0 for text, beside in zip(texts, before, strict=False)]


def words_fit(cells: Sequence[Sequence[str]], total: int, sizes: Sizes) -> bool:
    """Whether every column of a table of `total` twips can hold its longest word, as far as that is
    a word: an address may break within itself, and is no reason for smaller text.
    """
    columns = range(len(cells[0])) if cells else range(0)
    return sum(min(_least(cells, column, sizes), total * _ADDRESS) for column in columns) <= total


def _stepped(used: int, total: int, steps: Sequence[float]) -> int:
    """The width of a table, so that tables below one another have few widths."""
    if used <= total * _STEPPED:
        return used
    return next((int(total * step) for step in steps if used <= int(total * step)), total)


def _broken_short(
    cells: Sequence[Sequence[str]], widths: Sequence[int], figures: Sequence[bool], sizes: Sizes
) -> list[int]:
    """Columns of short texts of which some take two lines."""
    room = _SHORT_TEXT * sizes.body / SIZE
    found = [
        column
        for column, figure in enumerate(figures)
        if not figure
        and all(text_width(row[column], sizes.body) <= room for row in cells[1:])
        and any(_lines(row[column], widths[column], sizes, sizes.body) > 1 for row in cells[1:])
    ]
    return found if len(found) <= _MOST_SHORT else []


def _height(
    cells: Sequence[Sequence[str]], widths: Sequence[int], short: Sequence[int], sizes: Sizes
) -> int:
    """Half lines of all rows together, and a half for each short text that is broken."""
    rows = [
        [_lines(text, width, sizes, size) for text, width in zip(row, widths, strict=True)]
        for row, size in zip(
            cells, (sizes.head * BOLD_WORD, *[sizes.body] * len(cells)), strict=False
        )
    ]
    broken = sum(row[column] > 1 for row in rows[1:] for column in short)
    return 2 * sum(map(max, rows)) + broken


def _lines(text: str, width: int, sizes: Sizes, size: float) -> int:
    room = (width + 1 - sizes.padding) / TWIPS_PER_POINT / _AIR  # widths are whole twips
    return sum(line_count(line, room, size) for line in text.split("\n"))


def _roomier(
    cells: Sequence[Sequence[str]],
    widths: list[float],
    texts: float,
    figures: Sequence[bool],
    total: int,
    sizes: Sizes,
) -> list[float]:
    """Columns of figures with short headers on one line, and those whose headers have one length,
    such as years, alike where they nearly are: as long as the columns of text have what they wish,
    `texts`. Columns whose headers have one length get the same, or none of them does.
    """
    # Where figures have their bases below them, texts may take two lines as well.
    tall = any("\n" in text for row in cells[1:] for text in row)
    lengths = [len(head) if figure else 0 for head, figure in zip(cells[0], figures, strict=True)]
    for length in sorted({length for length in lengths if length}):
        columns = [column for column, other in enumerate(lengths) if other == length]
        even = _evened(widths, columns, total)
        if _sum(even, figures) + texts <= total or (tall and sum(even) <= total):
            widths = even
        if length <= _ONE_LINE:
            need = max(_one_line(cells, column, sizes) for column in columns)
            given = _changed(widths, columns, need)
            widths = given if _sum(given, figures) + texts <= total else widths
    return widths


def _evened(widths: list[float], columns: Sequence[int], total: int) -> list[float]:
    """The widths, columns that nearly have one width with the widest of theirs."""
    widest = max(widths[column] for column in columns)
    even = _changed(widths, columns, widest)
    near = min(widths[column] for column in columns) >= widest * _EVEN
    return even if near and sum(even) - sum(widths) <= total * _EVENED else widths


def _changed(widths: Sequence[float], columns: Sequence[int], least: float) -> list[float]:
    """The widths, those of some columns no less than `least`."""
    return [max(width, least) if at in columns else width for at, width in enumerate(widths)]


def _alike(widths: list[float], figures: Sequence[bool]) -> list[float]:
    """Columns of figures as wide as the widest of them."""
    widest = max(width for width, figure in zip(widths, figures, strict=True) if figure)
    return [widest if figure else width for width, figure in zip(widths, figures, strict=True)]


def _unbroken(
    bodies: Sequence[float],
    heads: Sequence[float],
    least: list[float],
    wish: list[float],
    figures: Sequence[bool],
    total: int,
) -> tuple[list[float], list[float]]:
    """Least and wished widths with figures such as '20.0 (117) [u]' on one line where that fits.

    Columns of figures are alike, or at least roomy with their headers on one line or two, where the
    text beside them has its wish all the same.
    """
    whole = [
        max(width, body) if figure else width
        for width, body, figure in zip(least, bodies, figures, strict=True)
    ]
    texts = sum(width for width, figure in zip(wish, figures, strict=True) if not figure)
    each = list(zip(whole, wish, heads, figures, strict=True))
    roomy = [max(low, high, _ROOMY) if figure else low for low, high, _, figure in each]
    snug = [max(low, head) if figure else low for low, _, head, figure in each]
    airy = [
        max(width, _ROOMY) if figure else width
        for width, (*_, figure) in zip(snug, each, strict=True)
    ]
    alike = [_alike(one, figures) for one in (roomy, airy, snug, whole)]
    for tried in (alike[0], roomy, alike[1], alike[2], snug, alike[3]):
        if _sum(tried, figures) + texts <= total:
            whole = tried
            break
    else:
        if sum(whole) > total or _sum(whole, figures) > total * _FIGURES:
            whole = _alike(least, figures)
            if sum(whole) > total:
                whole = least
    pairs = zip(wish, whole, figures, strict=True)
    return whole, [low if figure else max(high, low) for high, low, figure in pairs]


def _sum(widths: Sequence[float], figures: Sequence[bool]) -> float:
    """Width of the columns of figures together."""
    return sum(width for width, figure in zip(widths, figures, strict=True) if figure)


def _at_least(least: list[float], relative: Sequence[float], total: float) -> list[float]:
    """Relative widths, where no column gets less than its least while there is room for all."""
    if sum(least) >= total:
        return [total * width / sum(least) for width in least]
    fixed: set[int] = set()
    while True:
        free = [column for column in range(len(least)) if column not in fixed]
        room = total - sum(least[column] for column in fixed)
        share = sum(relative[column] for column in free)
        short = {column for column in free if room * relative[column] / share < least[column]}
        if not short:
            break
        fixed |= short
    return [
        least[column] if column in fixed else room * relative[column] / share
        for column in range(len(least))
    ]


def _least(cells: Sequence[Sequence[str]], column: int, sizes: Sizes) -> float:
    head = longest_word(cells[0][column], sizes.head) * BOLD_WORD if cells else 0.0
    words = max((longest_word(row[column], sizes.body) for row in cells[1:]), default=0.0)
    return max(head, words) * _AIR * TWIPS_PER_POINT + sizes.padding


def _capped(widths: list[float], total: float) -> list[float]:
    """The widths with the widest cut to one length, so that all fit: a word too long for the page,
    such as an address, breaks within itself, and leaves the other columns their words.
    """
    room, left = float(total), len(widths)
    for width in sorted(widths):
        if width * left > room:
            return [min(each, room / left) for each in widths]
        room -= width
        left -= 1
    return widths


def _short_head(cells: Sequence[Sequence[str]], column: int, sizes: Sizes) -> float:
    """Width of a header of few characters, such as '2022 (%)', on one line; 0 for others."""
    head = cells[0][column] if cells else ""
    return 0.0 if len(head) > _SHORT_HEAD else _one_line(cells, column, sizes)


def _one_line(cells: Sequence[Sequence[str]], column: int, sizes: Sizes) -> float:
    """Width of a header on one line."""
    head = cells[0][column] if cells else ""
    return text_width(head, sizes.head) * BOLD_WORD * _AIR * TWIPS_PER_POINT + sizes.padding


def _head(cells: Sequence[Sequence[str]], column: int, sizes: Sizes) -> float:
    """Width that a header needs on two lines."""
    lines = two_lines(cells[0][column], sizes.head) * BOLD_WORD if cells else 0.0
    return lines * _AIR * TWIPS_PER_POINT + sizes.padding


def _wish(cells: Sequence[Sequence[str]], column: int, sizes: Sizes, whole: float = _HEAD) -> float:
    """Width that a column would like. whole: a header as long as that, in points, may well wrap."""
    head = text_width(cells[0][column], sizes.head) * BOLD_WORD if cells else 0.0
    # A long header may wrap onto two lines, and so may text of more than some 60 characters.
    lines = two_lines(cells[0][column], sizes.head) * BOLD_WORD if cells else 0.0
    head = min(head, max(lines, whole * sizes.head / SIZE)) * _AIR * TWIPS_PER_POINT + sizes.padding
    long = _LONG * sizes.body / SIZE * _AIR * TWIPS_PER_POINT + sizes.padding
    return max(head, min(_body(cells, column, sizes), long))


def _body(cells: Sequence[Sequence[str]], column: int, sizes: Sizes) -> float:
    """Width that the lines in the cells under the header need, none of them wrapped."""
    lines = (line for row in cells[1:] for line in row[column].splitlines())
    widest = max((text_width(line, sizes.body) for line in lines), default=0.0)
    return widest * _AIR * TWIPS_PER_POINT + sizes.padding


def _spread(
    least: list[float], wish: list[float], total: float, figures: Sequence[bool]
) -> list[float]:
    if sum(least) >= total:
        return [total * width / sum(least) for width in least]
    if sum(wish) <= total:
        spare = total - sum(wish)
        texts = sum(width for width, figure in zip(wish, figures, strict=True) if not figure)
        if not texts:
            return [width + spare / len(wish) for width in wish]
        return [
            width if figure else width + spare * width / texts
            for width, figure in zip(wish, figures, strict=True)
        ]
    room = total - sum(least)
    gap = sum(wish) - sum(least)
    return [low + room * (high - low) / gap for low, high in zip(least, wish, strict=True)]


def _exact(widths: list[float], total: int) -> list[int]:
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return whole
