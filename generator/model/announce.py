"""How work that may take a second or more tells what it begins with."""

from __future__ import annotations

from collections.abc import Callable

Announce = Callable[[str], None]
"""Takes a few words when something begins that may take a second or more."""


def silent(stage: str) -> None:
    """Say nothing of what begins."""
