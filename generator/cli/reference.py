"""Writes docs/reference/: commands from click, YAML keys from the schemas, rules from the registry.

python -m generator.cli.reference            write the pages
python -m generator.cli.reference --check    exit 1 when a page is not current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator.checks.registry import FAMILIES, rules
from generator.cli import committee
from generator.config.schema.yaml_reference import yaml_reference
from generator.model.issues import Rule

_WIDTH = 96
_RULES = """\
# Rules

Generated from the program by `make docs`. Everything that a command says of the inputs is an issue
of one of these rules. An *error* stops a build; a *warning* is told with it, and stops it with
`--strict`. With `--json` the issues are printed as

```json
{"issues": [{"rule": "figures.typed", "severity": "warning",
             "where": {"file": "inputs/REPORT/narrative.md", "line": 12, "heading": "Findings",
                       "words": "Of those asked, 57% replied"},
             "message": "57% is typed by hand", "mend": "write an expression"}]}
```

`where` holds what is known of the place: `file` always, then `line`, `path` (a key, a column, a
cell), `heading`, `paragraph` and `words`.
"""


def pages() -> dict[str, str]:
    """File name in docs/reference/ -> its text."""
    return {
        "commands.md": commands_reference(),
        "yaml.md": yaml_reference(),
        "rules.md": rules_reference(),
    }


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


def rules_reference() -> str:
    """Every rule by family: its explanation, what to do, and where it comes from, in Markdown."""
    parts = [_RULES]
    for family, question in FAMILIES.items():
        parts.append(f"## {family.capitalize()}\n\n{question}\n")
        parts += [_rule_in_words(one) for one in rules() if one.family == family]
    return "\n".join(parts)


def _rule_in_words(rule: Rule) -> str:
    source = f"\n\nSource: {rule.source}." if rule.source else ""
    said = f"{rule.explanation}\n\nWhat to do: {rule.remedy}{source}"
    return f"### `{rule.id}`\n\n*{rule.severity.capitalize()}.* {said}\n"


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
