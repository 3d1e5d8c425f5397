"""Putting one entry of a mapping into a YAML file, or another in its place.

implications:                         implications:
  legal: {nil: true}  # as agreed       legal: {text: "Seek advice."}  # as agreed
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import yaml

from generator.config.yaml.scalar_splice import node_at, reads_as
from generator.config.yaml.yaml_file import YamlPath, composed, dotted, parse_yaml
from generator.errors import CommitteeError

_PLAIN_KEY = "abcdefghijklmnopqrstuvwxyz_-.0123456789"


def with_entry_of(source: str, name: str, path: YamlPath, value: Any) -> str:
    """The file with the entry of a path set to a text or to a mapping of texts and yes or no.

    The mappings above it are made where there are none. Raises CommitteeError where the file leaves
    no place for it.
    """
    data = deepcopy(parse_yaml(source, name).data) or {}
    holder = data
    for step in path[:-1]:
        holder = _opened(holder, step)
    in_list = isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder)
    if in_list or isinstance(holder, dict):
        holder[path[-1]] = value
        for made in _ways(source, path, value):
            if reads_as(made, name, data):
                return made
    lines = f"{dotted(path)}: {_flow(value)}"
    raise CommitteeError(f"{name}: there is no place for an entry; put it there by hand: {lines}")


def _opened(holder: Any, step: str | int) -> Any:
    """What a mapping has at a key, a mapping where it has nothing; None for what is no mapping."""
    if isinstance(holder, list):
        return holder[step] if isinstance(step, int) and step < len(holder) else None
    if not isinstance(holder, dict):
        return None
    if holder.get(step) is None:
        holder[step] = {}
    return holder[step]


def _ways(source: str, path: YamlPath, value: Any) -> list[str]:
    node = node_at(source, path)
    if node is not None:
        start, end = node.start_mark.index, node.end_mark.index
        tail = source[start:end]
        tail = tail[len(tail.rstrip()) :]
        return [f"{source[:start]}{_flow(value)}{tail}{source[end:]}"]
    above = node_at(source, path[:-1])
    body = source if source.endswith("\n") or not source else f"{source}\n"
    if isinstance(above, yaml.MappingNode) and above.value:
        if above.flow_style:
            at = above.value[-1][1].end_mark.index
            return [f"{source[:at]}, {_key(path[-1])}: {_flow(value)}{source[at:]}"]
        key = above.value[0][0]
        indent = " " * key.start_mark.column
        at = _line_end(body, above.value[-1][1].end_mark.index)
        return [f"{body[:at]}{indent}{_key(path[-1])}: {_flow(value)}\n{body[at:]}"]
    steps = [f"{'  ' * depth}{_key(step)}:" for depth, step in enumerate(path)]
    steps[-1] += f" {_flow(value)}"
    made = [body + "\n".join(steps) + "\n"]
    key_node = _key_of(source, path[:1])
    if key_node is not None:
        made.append(_under(body, key_node, path, value))
    return made


def _under(source: str, key: yaml.Node, path: YamlPath, value: Any) -> str:
    """Under a key that has nothing yet."""
    at = source.find("\n", key.start_mark.index) + 1
    return f"{source[:at]}  {_key(path[-1])}: {_flow(value)}\n{source[at:]}"


def _key_of(source: str, path: YamlPath) -> yaml.Node | None:
    node = composed(source)
    held = node.value if isinstance(node, yaml.MappingNode) else []
    return next((key for key, _ in held if key.value == str(path[0])), None)


def _line_end(source: str, at: int) -> int:
    """The place after the last line that says something before a node's end."""
    text = source[:at].rstrip()
    found = source.find("\n", len(text))
    return len(source) if found < 0 else found + 1


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(str(value), ensure_ascii=not str(value).isprintable())


def _key(key: str | int) -> str:
    text = str(key)
    plain = text and all(sign in _PLAIN_KEY for sign in text) and text[0].isalpha()
    return text if plain and text not in ("yes", "no", "on", "off", "true") else json.dumps(text)
