"""Entries of a list in a YAML file that come or go, without touching anything else in it.

decision:                             decision:
  - text: Note the report.              - text: Note the report.
    name: note                            name: note
                                        - Approve the plan.
  # background follows                  # background follows
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from textwrap import dedent
from typing import Any

import yaml

from generator.config.yaml.scalar_splice import filled, node_at, reads_as, value_at
from generator.config.yaml.yaml_file import YamlPath, dotted, parse_yaml
from generator.errors import CommitteeError
from generator.model.frozen import dataclass

_WIDTH = 80


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry that moves. written: as it stands in the file, from its dash on in a block list."""

    value: Any
    written: str


def entry_at(source: str, name: str, path: YamlPath) -> ListEntry:
    """The entry of a list that a path leads to. Raises CommitteeError where there is none."""
    node, at = node_at(source, path[:-1]), path[-1]
    if not isinstance(node, yaml.SequenceNode) or not isinstance(at, int) or at >= len(node.value):
        raise CommitteeError(f"{name}: {dotted(path)}: there is no such entry")
    value = value_at(parse_yaml(source, name).data, path)
    if node.flow_style:
        one = node.value[at]
        return ListEntry(value, source[one.start_mark.index : one.end_mark.index])
    start = _starts(source, node)[at]
    lines = source[start : _end(source, node, at)].rstrip("\n")
    return ListEntry(value, dedent(lines))


def with_entry_at(source: str, name: str, path: YamlPath, value: str | ListEntry) -> str:
    """The file with a text put into a list as the entry that `path` then leads to.

    value: the text, or an entry from elsewhere, which stays as it is written. name: the file in
    messages. Raises CommitteeError where there is no such list or no place.
    """
    data = deepcopy(parse_yaml(source, name).data)
    there = value_at(data, path[:-1])
    if not isinstance(there, list) or not isinstance(path[-1], int):
        raise CommitteeError(f"{name}: {dotted(path[:-1])}: holds no list to add to")
    if isinstance(value, ListEntry):
        there.insert(path[-1], value.value)
        ways: tuple[str, ...] = (value.written,)
    else:
        there.insert(path[-1], value)
        ways = value, json.dumps(value, ensure_ascii=False)
    node = node_at(source, path[:-1])
    for text in ways:
        made = _inserted(source, node, path[-1], text)
        if made is not None and reads_as(made, name, data):
            return made
    raise CommitteeError(f"{name}: {dotted(path[:-1])}: there is no place for another entry")


def without_entry(source: str, name: str, path: YamlPath) -> str:
    """The file without the entry of a list. Raises CommitteeError where it cannot be taken out."""
    data = deepcopy(parse_yaml(source, name).data)
    there = value_at(data, path[:-1])
    node = node_at(source, path[:-1])
    if isinstance(there, list) and isinstance(node, yaml.SequenceNode) and len(there) > 1:
        at = int(path[-1])
        del there[at]
        made = _removed(source, node, at)
        if reads_as(made, name, data):
            return made
    raise CommitteeError(f"{name}: {dotted(path)}: cannot be taken out; do it by hand")


def _inserted(source: str, node: yaml.Node | None, at: int, text: str) -> str | None:
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return None
    if node.flow_style:
        return _inserted_in_flow(source, node, at, text)
    starts = _starts(source, node)
    indent = _indent(source, starts[0])
    lines = _entry(text, indent)
    place = starts[at] if at < len(starts) else _end(source, node, len(node.value) - 1)
    head = source[:place]
    if head and not head.endswith("\n"):
        head += "\n"
    return head + "".join(f"{line}\n" for line in lines) + source[place:]


def _inserted_in_flow(source: str, node: yaml.SequenceNode, at: int, text: str) -> str:
    if at < len(node.value):
        place = node.value[at].start_mark.index
        return f"{source[:place]}{text}, {source[place:]}"
    place = node.value[-1].end_mark.index
    return f"{source[:place]}, {text}{source[place:]}"


def _entry(text: str, indent: str) -> list[str]:
    if text.startswith("- "):
        return [indent + line if line else line for line in text.split("\n")]
    if text.startswith('"') or (len(text) < _WIDTH and "\n" not in text):
        return [f"{indent}- {text}"]
    inner = f"{indent}  "
    return [
        f"{indent}- >-",
        *(inner + one if one else one for one in filled(text, True, len(inner))),
    ]


def _removed(source: str, node: yaml.SequenceNode, at: int) -> str:
    if node.flow_style:
        first = node.value[at].start_mark.index
        if at + 1 < len(node.value):
            return source[:first] + source[node.value[at + 1].start_mark.index :]
        before = node.value[at - 1].end_mark.index
        return source[:before] + source[node.value[at].end_mark.index :]
    return source[: _starts(source, node)[at]] + source[_end(source, node, at) :]


def _starts(source: str, node: yaml.SequenceNode) -> list[int]:
    """Where the line of each entry's dash begins."""
    made = []
    for one in node.value:
        dash = source.rfind("-", 0, one.start_mark.index)
        made.append(source.rfind("\n", 0, dash) + 1)
    return made


def _end(source: str, node: yaml.SequenceNode, at: int) -> int:
    """Where the lines of an entry end: after its last that says something of it."""
    starts = _starts(source, node)
    limit = starts[at + 1] if at + 1 < len(starts) else node.end_mark.index
    text = source[starts[at] : limit]
    lines = text.split("\n")
    indent = len(_indent(source, starts[at]))
    last = 0
    for index, line in enumerate(lines):
        if line.strip() and (index == 0 or len(line) - len(line.lstrip(" ")) > indent):
            last = index
    return starts[at] + len("\n".join(lines[: last + 1])) + 1


def _indent(source: str, start: int) -> str:
    found = re.compile(r" *").match(source, start)
    return found[0] if found else ""
