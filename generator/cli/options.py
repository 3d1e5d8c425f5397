"""Options that mean the same in every command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from generator.config.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

workspace_option = click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace folder. Default: the one the current folder is in.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for scripts, instead of text."
)
dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Do everything but write; say what would be written."
)


def open_workspace(given: Path | None) -> Workspace:
    """The workspace named by --workspace, or that of the current folder."""
    from generator.config.workspace import find_workspace

    if given is not None and not given.is_dir():
        raise click.UsageError(f"--workspace {given}: no such folder")
    return find_workspace(given or Path.cwd())


def say(text: str = "") -> None:
    """A line for the user, on standard error, so that standard output stays for results."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """JSON on standard output, UTF-8 kept, keys in the order given."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def shown(path: Path) -> str:
    """A path as a user would type it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
