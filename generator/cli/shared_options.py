"""Options that mean the same in every command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from generator.config.workspace import Workspace
    from generator.model.issues import Issue

_MOST_BYTES = 256 * 1024**2
F = TypeVar("F", bound=Callable[..., Any])


class InOrder(click.Group):
    """A group that lists its commands in the order of use, as they are defined."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names as defined."""
        return list(self.commands)


class _DocumentPath(click.Path):
    """A file that somebody sent: an ordinary one, which ends, of a size that can be read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Raises click.BadParameter for pipes, devices, folders, and what is too large."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.is_file():
            self.fail(f"{shown(path)}: not a file that can be read to its end", param, ctx)
        if path.stat().st_size > _MOST_BYTES:
            most = _MOST_BYTES // 1024**2
            self.fail(
                f"{shown(path)}: larger than {most} MB; no document needs as much", param, ctx
            )
        return path


DOCUMENT = _DocumentPath(exists=True, dir_okay=False)
workspace_option = click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace folder. Default: the one the current folder is in.",
)
_AS_JSON = "generator.as_json"


def _note_json(context: click.Context, _option: click.Parameter, given: bool) -> bool:
    """Remember that JSON is wanted, for the problems that a command raises too."""
    context.meta[_AS_JSON] = given
    return given


json_option = click.option(
    "--json",
    "as_json",
    is_flag=True,
    callback=_note_json,
    help="Print JSON, for scripts, instead of text.",
)
dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Do everything but write; say what would be written."
)


def open_workspace(given: Path | None, start: Path | None = None) -> Workspace:
    """The workspace named by --workspace, after the command or before it, or that of `start`.

    start: default the current folder. Raises click.UsageError or WrongUsage.
    """
    from generator.config.workspace import find_workspace

    context = click.get_current_context(silent=True)
    named = given or (context.find_root().params.get("workspace") if context else None)
    if named is not None and not named.is_dir():
        raise click.UsageError(f"--workspace {named}: no such folder")
    return find_workspace(named or start or Path.cwd())


@contextmanager
def scratch(
    workspace: Workspace, dry_run: bool, reports: Collection[str] = ()
) -> Iterator[Workspace]:
    """The workspace; in a dry run one with another cache, so that nothing in it is written.

    reports: those that the other cache begins with what is kept of.
    """
    if not dry_run:
        yield workspace
        return
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from generator.publish.cache_place import copy_kept

    with TemporaryDirectory(prefix="committee-") as folder:
        for report in reports:
            copy_kept(workspace.output / ".cache", Path(folder) / ".cache", report)
        yield replace(workspace, output=Path(folder))


def say(text: str = "") -> None:
    """A line for the user, on standard error, so that standard output stays for results."""
    click.echo(text, err=True)


def announce(stage: str) -> None:
    """Say which slow stage runs, on a terminal only."""
    if sys.stderr.isatty():
        say(click.style(f"{stage} ...", dim=True))


def print_json(value: object) -> None:
    """JSON on standard output, UTF-8 kept, keys in the order given."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_issues(issues: Iterable[Issue], **beside: object) -> None:
    """`{"issues": [...]}` on standard output, and what else there is under its names.

    Only where --json was given, and once: what a command has printed itself before it raises its
    problems is not printed again.
    """
    if click.get_current_context().meta.pop(_AS_JSON, False):
        print_json({"issues": [issue.as_plain() for issue in issues], **beside})


def shown(path: Path) -> str:
    """A path as a user would type it from here: relative where that is shorter."""
    import os

    try:
        return min(os.path.relpath(path), str(path), key=len)
    except ValueError:  # Windows: another drive
        return str(path)
