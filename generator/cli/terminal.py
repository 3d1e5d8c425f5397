"""Tables and running text on a terminal or in a pipe."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from unicodedata import category, east_asian_width

import click

_PIPE_WIDTH = 120
_LONGEST_WORD = 30
_BROKEN_WORD = 8
_GAP = 2
_RULE = "\u2500"
_WORD = re.compile(r"\s*\S+\s*")
_NOT_SHOWN = dict.fromkeys(map(ord, "\a\b\v\f\r"))
_NO_ROOM, _UNASSIGNED = ("Mn", "Mc", "Me", "Cf", "Cc"), "Cn"
_SOFT_HYPHEN = "\u00ad"


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()
) -> None:
    """Print rows under a header on standard output; right: columns of figures.

    Text that is too long for the terminal (in a pipe: for 120 characters) goes on in the next line.
    """
    figures = set(right)
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _PIPE_WIDTH
    columns = list(zip(header, *rows, strict=True))
    widths = _widths(columns, figures, width)
    heads = [_broken(cell, wide) for cell, wide in zip(header, widths, strict=True)]
    high = max(map(len, heads))
    told = list(_lines([[""] * (high - len(one)) + one for one in heads], widths, figures))
    told.append(_RULE * (sum(widths) + _GAP * (len(widths) - 1)))
    for row in rows:
        cells = [_broken(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        told += _lines(cells, widths, figures)
    click.echo("\n".join(told))


def _lines(
    cells: Sequence[Sequence[str]], widths: Sequence[int], figures: set[int]
) -> Iterator[str]:
    """The lines of a row, each cell as wide as its column."""
    for line in zip_longest(*cells, fillvalue=""):
        parts = []
        for index, (words, wide) in enumerate(zip(line, widths, strict=True)):
            room = " " * (wide - _room_of(words))
            parts.append(room + words if index in figures else words + room)
        yield (" " * _GAP).join(parts).rstrip()


def _broken(cell: str, width: int) -> list[str]:
    """The lines of a cell: broken between words, and in one that is wider than the column."""
    found: list[str] = []
    for line in cell.translate(_NOT_SHOWN).split("\n"):
        found.append("")
        for word in _WORD.findall(line.expandtabs()):
            if _room_of(found[-1] + word.rstrip()) <= width:
                found[-1] += word
            elif _room_of(word.rstrip()) <= width:
                found.append(word)
            else:
                begun = found if found[-1] else found[:-1]
                found = [*begun, *_folded(word, width)]
    return [line.rstrip() for line in found]


def _folded(word: str, width: int) -> list[str]:
    """A word in pieces that fit."""
    pieces = [""]
    for letter in word:
        if _room_of(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _room_of(text: str) -> int:
    """How many columns a terminal gives a text: two to a wide letter, none to an accent alone."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_letter_room, text))


def _letter_room(letter: str) -> int:
    kind = category(letter)
    if kind in _NO_ROOM and letter != _SOFT_HYPHEN:
        return 0
    return 2 if east_asian_width(letter) in ("W", "F") and kind != _UNASSIGNED else 1


def _widths(columns: Sequence[Sequence[str]], figures: set[int], total: int) -> list[int]:
    """How wide each column is, so that all fit into `total` if they can.

    Names are there to be copied, so a column is broken between words before it is broken in one.
    """
    whole = [
        max(len(line) for cell in column for line in [*cell.split("\n"), ""]) for column in columns
    ]
    widths = [
        whole[index]
        if index in figures
        else min(max(len(word) for cell in column for word in [*cell.split(), ""]), _LONGEST_WORD)
        for index, column in enumerate(columns)
    ]
    room = total - _GAP * (len(columns) - 1) - 1
    while sum(widths) > room and max(widths) > 1:
        # Words must be broken: not those of the first column, as long as others have some length.
        others = [width if index else 0 for index, width in enumerate(widths)]
        least = others if max(others) > _BROKEN_WORD else widths
        widths[least.index(max(least))] -= 1
    # The room that is left goes to the columns that want more, alike, and no more than they want.
    while (spare := room - sum(widths)) > 0:
        wanting = [i for i, width in enumerate(widths) if width < whole[i]]
        if not wanting:
            break
        share = max(spare // len(wanting), 1)
        for i in wanting[:spare]:
            widths[i] += min(share, whole[i] - widths[i])
    return widths


def print_text(text: str) -> None:
    """Print lines of text on standard output, broken between words where a terminal is narrower."""
    import textwrap

    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return
    width = shutil.get_terminal_size().columns
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        click.echo(textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False))
