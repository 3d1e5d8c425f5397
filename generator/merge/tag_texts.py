"""Words that an author wrote inside a tag: a chart's caption, title or description.

    {{ chart(sw.stay, caption="Plan to stay", title="Stay: " ~ sw.stay.percent ~ " of staff") }}

The strings of one argument are a source of their own, with what stands between them as expressions.
"""

from __future__ import annotations

import re

from generator.model.frozen import dataclass

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_ARGUMENT = re.compile(r"\b(?P<name>caption|title|description)\s*=\s*(?=[\"'\w])")
_PART = re.compile(rf"(?:{_STRING}|[^\"',()]|\([^()]*\))+")
_OPENING = re.compile(r"^\s*[\"']")


@dataclass(frozen=True, slots=True)
class TagText:
    """One argument's expression, as it stands from character `start` of the tag's source."""

    start: int
    source: str


def tag_text(source: str, kind: str) -> TagText | None:
    """The argument that a caption or title is written in; None where it is no tag's."""
    if not source.lstrip().startswith("{{"):
        return None
    for found in _ARGUMENT.finditer(source):
        if found["name"] == kind:
            said = _PART.match(source, found.end())
            if said is not None and _OPENING.match(said[0]):
                return TagText(found.end(), said[0].rstrip())
    return None
