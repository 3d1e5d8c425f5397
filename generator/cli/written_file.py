"""Writing files that a user named, without losing what was there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from generator.cli.shared_options import say, shown


def write_named(
    files: Mapping[Path, bytes],
    *,
    force: bool,
    dry_run: bool,
    replaceable: Callable[[bytes], bool] = lambda _: False,
) -> None:
    """Write files, and say what was written.

    Raises click.UsageError for a file that is there and differs, without `force`, unless
    `replaceable(bytes)` says that it is one of the same kind.
    """
    from generator.publish.atomic import write_files

    there = [path for path, data in files.items() if path.exists() and path.read_bytes() != data]
    kept = [path for path in there if not replaceable(path.read_bytes())]
    if kept and not force:
        names = " and ".join(map(shown, kept))
        raise click.UsageError(f"{names}: there already and different; give --force to replace")
    changed = [path for path in files if path in there or not path.exists()]
    if not dry_run:
        changed = write_files(files)
    for path in files:
        verb = "would write" if dry_run else "wrote"
        say(f"{verb if path in changed else 'unchanged'} {shown(path)}")
