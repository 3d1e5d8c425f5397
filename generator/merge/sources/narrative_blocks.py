"""Paragraphs that come, go and move, as changes of a narrative's lines.

What a text takes up in the narrative is whole lines: a paragraph, an item of a list, a heading. An
item that is put in after another stands on the next line, all else after an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import indent

from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field, Fields
from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass
from generator.narrative.sandbox.tags import loops_in

_MARKER = re.compile(r"(?P<indent>[ \t]*)(?P<marker>[-*+]|\(?[A-Za-z0-9]{1,9}[.)])(?P<gap>[ \t]+)")
_BEFORE = re.compile(r"[ \t]*(?:>[ \t]?)*")
_GOES_ON = re.compile(r"\s*\{%-\s*(?:else|elif|endif)\b")
_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"\{%-?\s*(\w+).*?%\}", re.DOTALL)
_NOTE_INDENT = 4
_TABLE_REST = re.compile(r"[^\n]+(?:\n[^\n]*\|[^\n]*)*(?:\n\n?Table:[^\n]*(?!\n\n?[^\n]*\|))?")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines start:end of a field that a text takes up, without the line end after them."""

    start: int
    end: int
    text: str

    @property
    def listed(self) -> re.Match[str] | None:
        """The marker of an item of a list."""
        return _MARKER.match(self.text)


class NarrativeBlocks:
    """The blocks of one narrative. entries: all texts of it in the order of their lines."""

    def __init__(self, fields: Fields, file: str, entries: Sequence[BaseEntry]) -> None:
        self.field = Field(file)
        self._fields = fields
        self._text = fields.text(self.field)
        self._tags = [one.span() for one in _PRINTED.finditer(self._text) if "\n" in one[0]]
        self._starts = sorted(
            {one.line for one in entries if one.file == file and one.line and one.kind != "cell"}
        )

    def block(self, entry: BaseEntry) -> Block:
        """The lines of a text; of an item without the items below it.

        Of what a tag of several lines prints they are all of the tag.
        """
        last = max(entry.end, entry.line, entry.line + entry.source.count("\n"))
        below = [line for line in self._starts if entry.line < line <= last]
        last = min([last, *(line - 1 for line in below)])
        start = self._fields.line_start(self.field.file, entry.line)
        lines = self._text[start:].split("\n")[: last - entry.line + 1]
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        text = "\n".join(lines)
        around = next((one for one in self._tags if one[0] <= start < one[1]), (start, start))
        end = self._text.find("\n", max(start + len(text), around[1]))
        start, end = min(start, around[0]), len(self._text) if end < 0 else end
        return Block(start, end, self._text[start:end])

    def between(self, start: int, end: int) -> str:
        """What stands between two places."""
        return self._text[start:end]

    def whole_table(self, entry: BaseEntry) -> Block:
        """The lines from that of a cell to the end of its table, with a caption behind it."""
        start = self._fields.line_start(self.field.file, entry.line)
        found = _TABLE_REST.match(self._text, start)
        end = found.end() if found else start
        return Block(start, end, self._text[start:end])

    def loop(self, block: Block) -> Block | None:
        """The loop that a block stands in, from its first tag to its last; None for none."""
        for start, end in loops_in(self._text):
            if start <= block.start < end:
                return Block(start, end, block.text)
        return None

    def without(self, block: Block) -> Splice:
        """Takes a block out, with its line end and the empty lines that would be left."""
        text, start, end = self._text, block.start, block.end
        behind = len(text) - len(text[end:].lstrip("\n"))
        alone = text[:start].endswith("\n\n") or not start
        if not alone:
            return Splice(max(start - 1, 0), end, "")
        return Splice(start, behind, "")

    def after(self, block: Block, made: Sequence[str], listed: Sequence[bool]) -> Splice:
        """Puts texts in behind a block. listed: which of them are items of a list.

        A paragraph between items becomes one of the item before it, so that the list goes on.
        """
        text, within, end = "", "", _closed(self._text, block.end)
        found, follows = block.listed, self._text[end:][1:2].strip()
        if found is not None and follows:
            within = " " * len(found[0])
        previous = found is not None
        for one, item in zip(made, listed, strict=True):
            said = one if item else indent(one, within)
            text += ("\n" if item and previous else "\n\n") + said
            previous = item
        return Splice(end, end, text if previous or not follows else f"{text}\n")

    def before(self, block: Block, made: Sequence[str]) -> Splice:
        """Puts texts in before a block."""
        return Splice(block.start, block.start, "".join(f"{one}\n\n" for one in made))


def _closed(text: str, at: int) -> int:
    """Where the paragraph ends that a text ends with, or an `if` around its words after it.

    A name that stands behind '{%- endif %}' is the name of these words, not of what comes next.
    """
    if not _GOES_ON.match(text, at):
        return at
    depth = 1
    for tag in _TAG.finditer(text, at):
        depth += {"if": 1, "for": 1, "endif": -1, "endfor": -1}.get(tag[1], 0)
        if not depth:
            return tag.end() + len(text[tag.end() :].partition("\n")[0])
    return at


def marker_behind(text: str, at: int) -> str:
    """The marker of the item after the one that stands at a character of a text; '' for none."""
    start = text.rfind("\n", 0, at) + 1
    found = _MARKER.match(text, start)
    return next_marker(found[0]) if found else "- "


def line_beginning(text: str, at: int, kind: str) -> str:
    """What begins the further lines of a text that stands at a character. kind: BaseEntry's."""
    line = text[text.rfind("\n", 0, at) + 1 :]
    before = _BEFORE.match(line)
    found = _MARKER.match(line) if kind == "item" else None
    behind = " " * len(found[0]) if found else before[0] if before else ""
    return " " * _NOTE_INDENT if kind == "footnote" else behind


def with_marker(said: str, marker: str) -> str:
    """An item with another marker, and its further lines below its words."""
    found = _MARKER.match(said)
    if found is None:
        return said
    first, *more = said[found.end() :].split("\n")
    behind = " " * len(found[0])
    lines = [" " * len(marker) + line.removeprefix(behind) if line else "" for line in more]
    return "\n".join([marker + first, *lines])


def next_marker(begins: str) -> str:
    """What the item begins with that comes after one that begins so; what is none, as it stands."""
    found = _MARKER.fullmatch(begins)
    return begins if found is None else f"{found['indent']}{_next(found['marker'])}{found['gap']}"


def _next(marker: str) -> str:
    """The marker after one: Markdown counts on by itself, letters have to be in sequence."""
    core = re.sub(r"\W", "", marker)
    if core.isdigit():
        return marker.replace(core, str(int(core) + 1))
    if len(core) == 1 and core.isalpha() and core not in "zZ":
        return marker.replace(core, chr(ord(core) + 1))
    return marker


def heading_signs(level: int) -> str:
    """'# ' of a section, '## ' and the like of headings within one."""
    return "#" * max(1, min(level, 6)) + " "


def section_name(title: str, source: str) -> str:
    """The name of a new section, ' {#risk-register}', that nothing in a source has yet."""
    return f" {{#{fresh_name(title, source)}}}"


def fresh_name(title: str, source: str) -> str:
    """Words as a name, 'risk-register', that nothing in a source has yet."""
    words = re.findall(r"[a-z0-9]+", title.casefold())
    while words and not words[0][0].isalpha():
        words.pop(0)
    name = key = "-".join(words) or "section"
    count = 1
    while re.search(rf"[{{\s]#{name}[\s}}]", source):
        count += 1
        name = f"{key}-{count}"
    return name
