"""Tables and running text on a terminal or in a pipe."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

import click

_PIPE_WIDTH = 120
_LONGEST_WORD = 30
_BROKEN_WORD = 8
_GAP = 2


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()
) -> None:
    """Print rows under a header on standard output; right: columns of figures.

    Text that is too long for the terminal (in a pipe: for 120 characters) goes on in the next line.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    figures = set(right)
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _PIPE_WIDTH
    columns = list(zip(header, *rows, strict=True))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, collapse_padding=True)
    for index, wide in enumerate(_widths(columns, figures, width)):
        justify: Literal["left", "right"] = "right" if index in figures else "left"
        table.add_column(Text(header[index]), justify=justify, overflow="fold", width=wide)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(width=max(width, 20), highlight=False, no_color=True)
    with console.capture() as captured:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


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
    # The room that is left goes to the narrowest of the columns that want more.
    while (spare := room - sum(widths)) > 0:
        wanting = [i for i, width in enumerate(widths) if width < whole[i]]
        if not wanting:
            break
        narrowest = min(wanting, key=lambda i: whole[i] - widths[i])
        widths[narrowest] += min(spare, whole[narrowest] - widths[narrowest])
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
