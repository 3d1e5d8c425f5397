"""Tables and running text on a terminal or in a pipe."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence

import click

_PIPE_WIDTH = 120


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
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, name in enumerate(header):
        table.add_column(
            Text(name),
            justify="right" if index in figures else "left",
            no_wrap=index in figures,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _PIPE_WIDTH
    console = Console(width=width, highlight=False, no_color=True)
    with console.capture() as captured:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


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
