"""docs/troubleshooting.md: the messages that it explains are those that the program gives."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from . import pages

TEXT = (pages.DOCS / "troubleshooting.md").read_text("utf-8")
ROWS = [line.split(" | ")[0].removeprefix("| ") for line in TEXT.splitlines() if line[:3] == "| `"]
MESSAGES = [
    message
    for cell in ROWS
    for message in re.findall(r"`([^`]+)`", cell)
    if not message.startswith("committee")
]


@cache
def texts() -> str:
    """Every text in the program's source, one on a line; '…' for what is put into it."""
    found: list[str] = []
    for path in (pages.ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [v.value if isinstance(v, ast.Constant) else "…" for v in node.values]
                found.append("".join(str(part) for part in parts))
    return "\n".join(found)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_that_is_explained_is_one_of_the_programs(message: str) -> None:
    # What was found in a file is put in by the program: 'expected a date, got nothing'.
    message = re.sub(r", got \w+$", ", got …", message)
    for part in filter(None, (piece.strip(" ,;()") for piece in message.split("…"))):
        assert part in texts(), part


def test_there_are_messages() -> None:
    assert len(MESSAGES) > 25
