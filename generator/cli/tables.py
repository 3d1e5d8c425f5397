"""Tables on a terminal or in a pipe."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence

import click


def print_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()
) -> None:
    """Print rows under a header on standard output; right: columns of figures.

    On a terminal the last column gives way to its width; in a pipe nothing is cut.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    figures = set(right)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, name in enumerate(header):
        last = index == len(header) - 1
        table.add_column(
            Text(name),
            justify="right" if index in figures else "left",
            no_wrap=not last,
            overflow="fold" if last else "ellipsis",
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 500
    console = Console(width=width, file=sys.stdout, highlight=False, no_color=not _colour())
    console.print(table)


def _colour() -> bool:
    context = click.get_current_context(silent=True)
    return sys.stdout.isatty() and (context is None or context.color is not False)
