"""The {placeholders} in a format's texts, and how they are filled."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def with_places(text: str, known: Mapping[str, str]) -> str:
    """The text with the placeholders that are known filled; others are left."""
    return PLACEHOLDER.sub(lambda found: known.get(found[1], found[0]), text)
