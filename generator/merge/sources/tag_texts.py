"""Words that an author wrote inside a tag: a chart's caption, title or description.

    {{ chart(sw.stay, caption="Plan to stay", title="Stay: " ~ sw.stay.percent ~ " of staff") }}

The strings of one argument are a source of their own, with what stands between them as expressions.
"""

from __future__ import annotations

import re

from generator.model.frozen import dataclass
from generator.model.wording.word_diff import likeness

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_ARGUMENT = re.compile(r"\b(?P<name>caption|title|description)\s*=\s*(?=[\"'\w])")
_PART = re.compile(rf"(?:{_STRING}|[^\"',()]|\([^()]*\))+")
_OPENING = re.compile(r"^\s*[\"']")


@dataclass(frozen=True, slots=True)
class TagText:
    """One argument's expression, as it stands from character `start` of the tag's source."""

    start: int
    source: str


def tag_text(source: str, kind: str, printed: str) -> TagText | None:
    """The argument that a caption or title is written in; None where it is no tag's.

    printed: what it prints now; of several such arguments, that which says most of it.
    """
    if not source.lstrip().startswith("{{"):
        return None
    found: list[tuple[float, int, TagText]] = []
    for argument in _ARGUMENT.finditer(source):
        said = _PART.match(source, argument.end()) if argument["name"] == kind else None
        if said is not None and _OPENING.match(said[0]):
            text = TagText(argument.end(), said[0].rstrip())
            found.append((likeness(text.source, printed), -len(found), text))
    return max(found)[2] if found else None
