"""Words that an author wrote inside a tag: a chart's caption, title or description.

    {{ chart(sw.stay, caption="Plan to stay", title="Stay: " ~ sw.stay.percent ~ " of staff") }}

The strings of one argument are a source of their own, with what stands between them as expressions.
Where the program computes such words, an argument of its own takes their place:

    {{ chart(sw.stay) }}       {{ chart(sw.stay, title="Most plan to stay") }}
"""

from __future__ import annotations

import re

from generator.model.frozen import dataclass
from generator.model.wording.word_diff import likeness

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_ARGUMENT = re.compile(r"\b(?P<name>caption|title|description)\s*=\s*(?=[\"'\w])")
_PART = re.compile(rf"(?:{_STRING}|[^\"',()]|\([^()]*\))+")
_OPENING = re.compile(r"^\s*[\"']")
_TAG = re.compile(rf"\{{\{{(?:{_STRING}|[^\"'])*?\}}\}}", re.DOTALL)
_CALLS = {
    "caption": re.compile(r"\b(?:csv_)?(?:chart|table)\("),
    "title": re.compile(r"\b(?:csv_)?chart\("),
    "description": re.compile(r"\b(?:csv_)?chart\("),
}
_TAG_SIGNS = re.compile(r"(?<=\{)(?=[{%])|(?<=[}%])(?=\})")
_STEPS = re.compile(rf"{_STRING}|[()]")


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


def in_string(words: str, quote: str = '"') -> str:
    """Words as they stand in a string of a tag. Signs that would begin or end a tag are set apart,
    for a narrative is cut into its tags before any string in them is read.
    """
    said = re.sub(rf"[\\{quote}]", r"\\\g<0>", words)
    return _TAG_SIGNS.sub(f"{quote} ~ {quote}", said)


def new_argument(source: str, kind: str, words: str) -> tuple[int, str] | None:
    """An argument for the one chart or table that a tag at a source's beginning makes.

    Gives the character that it goes in at, and its text; None where no tag of one such call is.
    """
    tag = _TAG.match(source)
    calls = list(_CALLS[kind].finditer(tag[0])) if tag is not None else []
    if tag is None or len(calls) != 1:
        return None
    depth = 1
    for step in _STEPS.finditer(tag[0], calls[0].end()):
        depth += {"(": 1, ")": -1}.get(step[0], 0)
        if not depth:
            return step.start(), f', {kind}="{in_string(words)}"'
    return None
