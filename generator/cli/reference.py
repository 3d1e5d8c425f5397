"""Writes docs/reference/: the commands from click itself, the YAML keys from the schemas.

python -m generator.cli.reference            write the pages
python -m generator.cli.reference --check    exit 1 when a page is not current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli import committee
from generator.config.schema.yaml_reference import yaml_reference

_WIDTH = 96


def pages() -> dict[str, str]:
    """File name in docs/reference/ -> its text."""
    return {"commands.md": commands_reference(), "yaml.md": yaml_reference()}


def commands_reference() -> str:
    """Every command with its help, as printed by `--help`, in Markdown."""
    parts = [
        "# Commands\n",
        "Generated from the program by `make docs`. Every command takes `--help`.\n",
    ]
    for path, command, context in _walk(committee, None, "committee"):
        text = command.get_help(context).rstrip()
        parts.append(f"## `{path}`\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _walk(
    command: click.Command, parent: click.Context | None, path: str
) -> Iterator[tuple[str, click.Command, click.Context]]:
    context = click.Context(
        command, parent=parent, info_name=path.rpartition(" ")[2], terminal_width=_WIDTH
    )
    yield path, command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _walk(child, context, f"{path} {name}")


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check only compare; returns the exit status."""
    folder = Path(__file__).resolve().parent.parent.parent / "docs" / "reference"
    stale = []
    for name, text in pages().items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            stale.append(path)
            if "--check" not in arguments:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8", newline="\n")
    if "--check" in arguments and stale:
        click.echo("not current, run `make docs`: " + ", ".join(p.name for p in stale), err=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
