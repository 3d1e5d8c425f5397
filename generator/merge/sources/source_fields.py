"""The texts that edits go into: the narrative, and each text of report.yaml.

A text of a draft leads to its field, and to the characters of it that it was written with: by its
file and lines in the narrative, by its path in YAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from generator.compose.materials import SENTENCES
from generator.config.yaml.scalar_splice import value_at
from generator.config.yaml.yaml_file import YamlPath, parse_yaml
from generator.merge.sources.source_edits import Splice
from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_CELL = re.compile(r"row (\d+), column (\d+)")
_BAR = re.compile(r"(?<!\\)\|")


_LIST, _LEAD_IN = "recommendations.", ".lead_in"
ENTRY_END = "\x1e"
"""Divides a text that has become several entries of a list."""


@dataclass(frozen=True, slots=True)
class Field:
    """A text that is written by hand: a whole file, or what a YAML file has at a path."""

    file: str
    path: YamlPath = ()


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where a text is written: `source` begins at character `start` of its field.

    markdown: whether the field is written like the narrative.
    """

    field: Field
    start: int
    source: str
    markdown: bool = True

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.source)


class Fields:
    """Fields of one report. read: workspace-relative name -> text, line ends as \\n."""

    def __init__(self, read: Callable[[str], str], report_file: str) -> None:
        self._read, self.report_file = read, report_file
        self._texts: dict[str, str] = {}
        self._data: dict[str, Any] = {}
        self._lines: dict[str, list[int]] = {}

    def text(self, field: Field) -> str:
        """What a field says now."""
        if not field.path:
            if field.file not in self._texts:
                self._texts[field.file] = self._read(field.file)
            return self._texts[field.file]
        return str(self.value(field.file, field.path))

    def value(self, file: str, path: YamlPath) -> Any:
        """What a YAML file has at a path; None for nothing."""
        if file not in self._data:
            self._data[file] = parse_yaml(self.text(Field(file)), file).data
        return value_at(self._data[file], path)

    def line_start(self, file: str, line: int) -> int:
        """The character that a line of a file begins at; lines count from 1."""
        if file not in self._lines:
            text = self.text(Field(file))
            self._lines[file] = [0, *(found.end() for found in re.finditer("\n", text))]
        starts = self._lines[file]
        return starts[min(max(line, 1), len(starts)) - 1]

    # ------------------------------------------------------------ places
    def place(self, entry: BaseEntry) -> SourcePlace | None:
        """Where a text that a person wrote stands; None where it has no text of its own."""
        if not entry.file.endswith((".yaml", ".yml")):
            return self._in_narrative(entry)
        if entry.section == "appendices":
            return self._appendix(entry)
        if entry.section == "sections":
            return self._section_title(entry)
        if entry.section == SENTENCES:
            field = Field(entry.file, (SENTENCES, entry.place))
            return SourcePlace(field, 0, self.text(field), False)
        if entry.kind == "front-matter" or entry.section == "title":
            return self._plain(entry)
        return self._in_yaml(entry)

    def _in_narrative(self, entry: BaseEntry) -> SourcePlace | None:
        start = self.line_start(entry.file, entry.line)
        text = self.text(Field(entry.file))
        cell = _CELL.search(entry.place)
        at = text.find(entry.source, start)
        if entry.kind == "cell" and cell is not None:
            line = text[start:].partition("\n")[0]
            at = start + _cell_start(line, int(cell[2]), entry.source)
        found = text[at : at + len(entry.source)] if at >= 0 else ""
        within = at <= self.line_start(entry.file, max(entry.end, entry.line) + 1)
        return (
            SourcePlace(Field(entry.file), at, found) if found == entry.source and within else None
        )

    def _in_yaml(self, entry: BaseEntry) -> SourcePlace | None:
        path = yaml_path(entry.place.rpartition(", ")[0] or entry.place)
        value = self.value(entry.file, path)
        if isinstance(value, dict) and "text" in value:
            path, value = (*path, "text"), value["text"]
        if not isinstance(value, str):
            return None
        at = value.find(entry.source)
        return SourcePlace(Field(entry.file, path), at, entry.source) if at >= 0 else None

    def _section_title(self, entry: BaseEntry) -> SourcePlace | None:
        path: YamlPath = ("sections", entry.place)
        if isinstance(self.value(entry.file, path), dict):
            path = (*path, "title")
        field = Field(entry.file, path)
        return SourcePlace(field, 0, self.text(field), False)

    def _appendix(self, entry: BaseEntry) -> SourcePlace | None:
        appendices = self.value(entry.file, ("appendices",)) or []
        for index, one in enumerate(appendices):
            if isinstance(one, dict) and one.get("key") == entry.place:
                field = Field(entry.file, ("appendices", index, "title"))
                return SourcePlace(field, 0, str(one.get("title", "")), False)
        return None

    def _plain(self, entry: BaseEntry) -> SourcePlace | None:
        """A title, or a row of front matter that is text as it stands."""
        path = yaml_path(entry.section)
        value = self.value(entry.file, path)
        if isinstance(value, list):
            alike = [at for at, one in enumerate(value) if one == entry.source]
            path, value = ((*path, alike[0]), entry.source) if alike else (path, None)
        if not isinstance(value, str) or value != entry.source:
            return None
        return SourcePlace(Field(entry.file, path), 0, value, False)


def _cell_start(line: str, column: int, source: str) -> int:
    """Where the text of a cell begins in a line with bars; columns count from 1."""
    edges = [found.end() for found in _BAR.finditer(line)]
    starts = edges if line.lstrip().startswith("|") else [0, *edges]
    at = starts[column - 1] if column <= len(starts) else 0
    return max(line.find(source, at), 0)


def yaml_path(dotted: str) -> YamlPath:
    """'recommendations.decision[0].text' as a path."""
    return tuple(int(one[2]) if one[2] else one[1] for one in _STEP.finditer(dotted))


def list_entry(entry: BaseEntry) -> YamlPath:
    """The path of the entry of a list that a text of YAML is, or is the text of."""
    path = yaml_path(entry.place.rpartition(", ")[0] or entry.place)
    return path[:-1] if path and path[-1] == "text" else path


def listed_at(entry: BaseEntry) -> tuple[YamlPath, int] | None:
    """The list of recommendations that a text stands in, and its place there.

    Of the words that lead to a list, -1: what follows them is its first. None for other texts.
    """
    whole = entry.place if entry.section == SENTENCES else f"{entry.section}.{entry.place}"
    if not whole.startswith(_LIST):
        return None
    if whole.endswith(_LEAD_IN):
        return yaml_path(whole.removesuffix(_LEAD_IN)), -1
    *path, at = list_entry(entry)
    return (tuple(path), at) if isinstance(at, int) else None


def applied(text: str, splices: Sequence[Splice]) -> str:
    """A text with its changes; those at one place in the order given. They do not overlap."""
    ordered = sorted(enumerate(splices), key=lambda one: (one[1].start, one[1].end, one[0]))
    made, at = [], 0
    for _, one in ordered:
        made += [text[at : one.start], one.text]
        at = max(at, one.end)
    return "".join([*made, text[at:]])
