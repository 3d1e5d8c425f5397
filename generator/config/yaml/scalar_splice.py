"""Changing one text of a YAML file without touching anything else in it.

text: >-                              text: >-
  Note what social workers said,        Note what all workers said,
  and comment on it.  # of them         and comment on it.  # of them

Only the words that changed are put into the file's own characters, so that folds, quotes, comments
and the layout of lines stay. Where the new words cannot stand there as they are, the one text is
written anew. Either way the whole file is read again before it counts.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

import yaml

from generator.config.yaml.yaml_file import YamlPath, composed, dotted, parse_yaml
from generator.errors import CommitteeError, InputProblems
from generator.model.wording.word_diff import changes, words

_WIDTH = 100
_STEP = 2


def with_text(source: str, name: str, path: YamlPath, value: str) -> str:
    """The file's text with the text at a path changed. name: the file in messages.

    Raises CommitteeError where the file has no such text, or no way to say the new one.
    """
    node = node_at(source, path)
    file = parse_yaml(source, name)
    if not isinstance(node, yaml.ScalarNode):
        raise CommitteeError(f"{name}: {dotted(path)}: holds no text to change")
    wanted = with_value(file.data, path, value)
    old = str(value_at(file.data, path))
    for made in _candidates(source, node, old, value):
        if made is not None and reads_as(made, name, wanted):
            return made
    raise CommitteeError(f"{name}: {dotted(path)}: the new text has no place; write it by hand")


def node_at(source: str, path: YamlPath) -> yaml.Node | None:
    """The node of a path, with its place in the file; None where there is none."""
    node = composed(source)
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((held for key, held in node.value if key.value == str(step)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        else:
            return None
    return node


def value_at(data: Any, path: YamlPath) -> Any:
    """What parsed data has at a path; None where there is nothing."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def with_value(data: Any, path: YamlPath, value: Any) -> Any:
    """A copy of parsed data with another value at a path that is there."""
    made = deepcopy(data)
    place = value_at(made, path[:-1])
    place[path[-1]] = value
    return made


def reads_as(source: str, name: str, wanted: Any) -> bool:
    """Whether a file says just what it should."""
    try:
        return bool(parse_yaml(source, name).data == wanted)
    except InputProblems:
        return False


# ---------------------------------------------------------------- ways to write it
def _candidates(source: str, node: yaml.ScalarNode, old: str, value: str) -> Sequence[str | None]:
    start, end = node.start_mark.index, node.end_mark.index
    raw = source[start:end]
    ways: list[str | None] = [_spliced(raw, node.style or "", old, value)]
    tail = raw[len(raw.rstrip()) :] if node.style in ("|", ">") else ""
    if node.style in ("|", ">"):
        ways.append(_block(source, start, raw, value) + (tail or "\n"))
    ways += [way + tail for way in _flow(value)]
    return [None if way is None else f"{source[:start]}{way}{source[end:]}" for way in ways]


def _spliced(raw: str, style: str, old: str, value: str) -> str | None:
    """The file's characters with only the changed words in them."""
    said, there = words(old), words(raw)
    places = _places(said, there)
    offsets = [0]
    for one in there:
        offsets.append(offsets[-1] + len(one))
    made = raw
    for change in reversed(changes(said, words(value))):
        span = _span(change.start, change.end, places, offsets)
        if span is None:
            return None
        new = _as_style("".join(words(value)[change.begin : change.stop]), style, raw)
        made = f"{made[: span[0]]}{new}{made[span[1] :]}"
    return made


def _places(said: Sequence[str], there: Sequence[str]) -> list[int | None]:
    """For each word of a text its place among the words of the file."""
    ours = [" " if one.isspace() else one for one in said]
    theirs = [" " if one.isspace() else one for one in there]
    places: list[int | None] = [None] * len(ours)
    for block in SequenceMatcher(None, ours, theirs, False).get_matching_blocks():
        for step in range(block.size):
            places[block.a + step] = block.b + step
    return places


def _span(
    start: int, end: int, places: Sequence[int | None], offsets: Sequence[int]
) -> tuple[int, int] | None:
    """The characters of words start:end; of nothing, where they would be put in."""
    if start < end:
        first, last = places[start], places[end - 1]
        return None if first is None or last is None else (offsets[first], offsets[last + 1])
    before = places[start - 1] if start else None
    if before is not None:
        return offsets[before + 1], offsets[before + 1]
    after = places[start] if start < len(places) else None
    return None if after is None else (offsets[after], offsets[after])


def _as_style(text: str, style: str, raw: str) -> str:
    if style == "'":
        return text.replace("'", "''")
    if style == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if "\n" in text and style in ("|", ">"):
        indent = _indent_of_block(raw)
        breaks = "\n" if style == "|" else "\n\n"
        return text.replace("\n", breaks + indent)
    return text


def _indent_of_block(raw: str) -> str:
    lines = [line for line in raw.split("\n")[1:] if line.strip()]
    return lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))] if lines else " " * _STEP


def _block(source: str, start: int, raw: str, value: str) -> str:
    """A block in the style that it had, with its lines filled anew."""
    header = raw.split("\n", 1)[0]
    line = source[source.rfind("\n", 0, start) + 1 : start]
    indent = _indent_of_block(raw)
    if not raw.partition("\n")[2].strip():
        indent = " " * (len(line) - len(line.lstrip(" ")) + _STEP)
    folded = header.startswith(">")
    return "\n".join(
        [header, *(indent + one if one else one for one in filled(value, folded, len(indent)))]
    )


def filled(value: str, folded: bool, indent: int) -> list[str]:
    """The lines of a block: of a folded one filled, with a blank line for each line's end."""
    if not folded:
        return value.split("\n")
    made: list[str] = []
    for line in value.split("\n"):
        made += ["", *(textwrap.wrap(line, _WIDTH - indent, break_long_words=False,
                                     break_on_hyphens=False) or [""])]  # fmt: skip
    return made[1:]


def _flow(value: str) -> list[str]:
    """On one line: as it is where that can be, else in quotes."""
    plain = [value] if value and value == value.strip() and "\n" not in value else []
    single = [f"'{value.replace(chr(39), chr(39) * 2)}'"] if "\n" not in value else []
    quoted = json.dumps(value, ensure_ascii=False)
    if re.search(r"[\x00-\x1f\x7f-\x9f]", value):
        quoted = json.dumps(value)
    return [*plain, quoted, *single]
