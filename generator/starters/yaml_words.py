"""Texts of a survey as words of a YAML file that is drafted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_PLAIN = re.compile(r"^[A-Za-z][A-Za-z0-9 ()/'-]*[A-Za-z0-9)]$")
_RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_BREAKS = {"\x7f": "\\x7f", "\x85": "\\x85", "\u2028": "\\u2028", "\u2029": "\\u2029",
           "\ufeff": "\\ufeff"}  # fmt: skip


def items(texts: Iterable[str], indent: int) -> list[str]:
    """Lines of a YAML list."""
    return [f"{' ' * indent}- {scalar(text)}" for text in texts]


def scalar(text: str) -> str:
    """A text as a YAML scalar: plain where that is safe, else in double quotes."""
    return text if _PLAIN.match(text) and text.casefold() not in _RESERVED else quoted(text)


def quoted(text: str) -> str:
    """A text as a YAML scalar in double quotes."""
    made = json.dumps(text, ensure_ascii=False)
    for character, escape in _BREAKS.items():
        made = made.replace(character, escape)
    # Other control characters must be escaped in YAML, and JSON escapes only the first 32.
    return re.sub("[\x80-\x9f]", lambda found: f"\\x{ord(found.group()):02x}", made)


def comment(text: str) -> str:
    """A text that can stand in a YAML comment: of one line, of printable characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
