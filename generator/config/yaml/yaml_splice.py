"""Adding an entry to a mapping of a YAML file without touching anything else in it.

quotations:                     quotations:
  q-1: {...}  # a comment         q-1: {...}  # a comment
                                  q-2:
                                    cohort: staff
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from generator.config.yaml.yaml_file import YamlFile, parse_yaml
from generator.errors import CommitteeError, InputProblems

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z0-9_]+)*")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


_BOM = b"\xef\xbb\xbf"


def spliced_file(data: bytes, name: str, mapping: str, key: str, entry: Mapping[str, str]) -> bytes:
    """`with_entry` for the bytes of a file in UTF-8; its byte order mark stays."""
    mark = _BOM if data.startswith(_BOM) else b""
    text = data[len(mark) :].decode()
    return mark + with_entry(text, name, mapping, key, entry).encode()


def with_entry(text: str, name: str, mapping: str, key: str, entry: Mapping[str, str]) -> str:
    """The text of a file with `key: entry` added at the end of a mapping at its top level.

    name: the file in messages. The mapping is added at the end where there is none. Line endings
    stay those of the file. Raises CommitteeError where the file is written in a way that leaves no
    place for it, with what to add by hand.
    """
    file = parse_yaml(text, name)
    data = file.data if isinstance(file.data, dict) else {}
    wanted = {**data, mapping: {**(data.get(mapping) or {}), key: dict(entry)}}
    made = _spliced(text, file, mapping, key, entry)
    try:
        fits = made and parse_yaml(made, name).data == wanted
    except InputProblems:
        fits = False
    if not fits:
        lines = "\n".join(_lines(key, entry, "  "))
        raise CommitteeError(
            f"{name}: there is no place to add an entry; put it there by hand:\n{mapping}:\n{lines}"
        )
    return made


def _spliced(text: str, file: YamlFile, mapping: str, key: str, entry: Mapping[str, str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    head = file.lines.get((mapping,))
    if head is None:
        body = text if not text or text.endswith(end) else text + end
        return body + end.join([f"{mapping}:", *_lines(key, entry, "  "), ""])
    keys = [line for path, line in file.lines.items() if path[:1] == (mapping,) and len(path) == 2]
    flow = re.search(rf"^{re.escape(mapping)}\s*:\s*\{{", lines[head - 1])
    if flow is not None:
        pairs = ", ".join(f"{name}: {_quoted(value)}" for name, value in entry.items())
        more = ", " if keys else ""
        line = lines[head - 1]
        lines[head - 1] = f"{line[: flow.end()]}{key}: {{{pairs}}}{more}{line[flow.end() :]}"
        return end.join(lines)
    indent = _indent(lines[max(keys) - 1]) if keys else "  "
    place = _end_of(lines, max(keys) - 1, len(indent)) if keys else head
    return end.join([*lines[:place], *_lines(key, entry, indent), *lines[place:]])


def _end_of(lines: list[str], start: int, indent: int) -> int:
    """Where the entry that begins on a line ends: after its last line that is indented further."""
    last = start
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if not line.strip():
            continue
        if len(_indent(line)) <= indent:
            break
        last = index
    return last + 1


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _lines(key: str, entry: Mapping[str, str], indent: str) -> list[str]:
    pairs = [f"{indent}  {name}: {scalar(value)}" for name, value in entry.items()]
    return [f"{indent}{key}:", *pairs]


def scalar(text: str) -> str:
    """The text as YAML writes it in one line: plain where that is safe, else in quotes."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=not text.isprintable())
