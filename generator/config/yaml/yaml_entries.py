"""Lists of entries in a mapping of a YAML file: adding to one, changing and taking out an entry.

    sign_offs:                            sign_offs:
      # Finance                             # Finance
      financial: {code: "A"}   # first      financial: [{code: "A"}, {code: "B"}]   # first

Whatever else stands in the file stays as it is: comments, layout, line ends, byte order mark. An
entry alone becomes a list when another comes. What was made is parsed and compared with what it
should say, so that a way of writing which nobody thought of is refused, and never damaged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import yaml

from generator.config.yaml.yaml_file import YamlPath, parse_yaml
from generator.config.yaml.yaml_nodes import YamlSpan, yaml_spans
from generator.config.yaml.yaml_splice import scalar
from generator.errors import CommitteeError, InputProblems

Entry = Mapping[str, str]
Edit = Callable[[str], str]
_BOM = b"\xef\xbb\xbf"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def edited_file(data: bytes, edit: Edit) -> bytes:
    """A file in UTF-8 with its text edited; its byte order mark stays."""
    mark = _BOM if data.startswith(_BOM) else b""
    return mark + edit(data[len(mark) :].decode()).encode()


# ---------------------------------------------------------------- adding
def with_item(text: str, name: str, mapping: str, key: str, entry: Entry) -> str:
    """The text with an entry added at the end of the list `mapping.key`, made if need be.

    name: of the file, for messages. Raises CommitteeError where the file leaves no place for it.
    """

    def wanted(data: Any) -> Any:
        data = data if isinstance(data, dict) else {}
        data[mapping] = data.get(mapping) or {}
        held = data[mapping].get(key, [])
        data[mapping][key] = [*(held if isinstance(held, list) else [held]), dict(entry)]
        return data

    by_hand = f"put it there by hand, under {mapping}.{key}: {_flow(entry)}"
    return _checked(text, name, lambda: _added(text, mapping, key, entry), wanted, by_hand)


def _added(text: str, mapping: str, key: str, entry: Entry) -> str:
    spans = yaml_spans(text)
    whole, own, item = spans.get((mapping,)), spans.get((mapping, key)), _flow(entry)
    if whole is None:
        return _after_line(text, len(text), [f"{mapping}:", f"  {key}:", f"    - {item}"])
    if whole.kind == "scalar" or not whole.size:
        bare = f"{text[: whole.start].rstrip(' ')}{text[whole.end :]}"
        return _after_line(bare, min(whole.start, len(bare)) - 1, [f"  {key}:", f"    - {item}"])
    if own is None and whole.flow:
        return _before_bracket(text, whole, f"{key}: [{item}]")
    if own is None:
        indent = " " * _column(text, min(s.key for p, s in spans.items() if p[:-1] == (mapping,)))
        return _after_line(text, whole.end, [f"{indent}{key}:", f"{indent}  - {item}"])
    if own.kind == "list":
        first = spans[mapping, key, 0]
        return _into_list(text, own, first, item)
    if own.kind == "scalar" or own.flow:
        return f"{text[: own.start]}[{text[own.start : own.end]}, {item}]{text[own.end :]}"
    return _listed(text, own, item)


def _into_list(text: str, own: YamlSpan, first: YamlSpan, item: str) -> str:
    if own.flow:
        return _before_bracket(text, own, item)
    before = text[_line_start(text, first.start) : first.start]
    return _after_line(text, own.end, [f"{before[: before.rindex('-')]}- {item}"])


def _listed(text: str, own: YamlSpan, item: str) -> str:
    """A mapping in lines as the first item of a list."""
    indent = " " * _column(text, own.start)
    end = _line_end(text, own.end)
    lines = text[own.start : end].replace("\n", "\n  ")
    return _after_line(f"{text[: own.start]}- {lines}{text[end:]}", end, [f"{indent}- {item}"])


def _before_bracket(text: str, own: YamlSpan, item: str) -> str:
    """Into a list or mapping in brackets, as its last."""
    held = text[: own.end - 1].rstrip()
    comma = " " if held.endswith(",") else ", "
    return f"{held}{comma}{item}{text[len(held) :]}"


# ---------------------------------------------------------------- changing
def with_values(text: str, name: str, path: YamlPath, values: Entry) -> str:
    """The text with some values of the entry at a path replaced, or added to it.

    An entry that is a text alone is its `code`. Raises CommitteeError as `with_item` does.
    """

    def wanted(data: Any) -> Any:
        held = data
        for step in path[:-1]:
            held = held[step]
        one = held[path[-1]]
        if isinstance(one, dict) or set(values) != {"code"}:
            one = {**(one if isinstance(one, dict) else {"code": one}), **values}
        else:
            one = values["code"]
        held[path[-1]] = one
        return data

    def made() -> str:
        found = text
        for key, value in values.items():
            found = _with_value(found, path, key, value)
        return found

    return _checked(text, name, made, wanted, f"write it by hand: {_flow(values)}")


def _with_value(text: str, path: YamlPath, key: str, value: str) -> str:
    spans = yaml_spans(text)
    own, held = spans[path], spans.get((*path, key))
    if own.kind == "scalar":
        if key == "code":
            return text[: own.start] + _written(value) + text[own.end :]
        pair = f"{{code: {text[own.start : own.end]}, {key}: {_written(value)}}}"
        return text[: own.start] + pair + text[own.end :]
    if held is not None:
        return text[: held.start] + _written(value) + text[held.end :]
    pair = f"{key}: {_written(value)}"
    if own.flow:
        return _before_bracket(text, own, pair)
    return _after_line(text, own.end, [" " * _column(text, own.start) + pair])


# ---------------------------------------------------------------- taking out
def without_item(text: str, name: str, mapping: str, key: str, index: int) -> str:
    """The text without an entry of `mapping.key`, and without the key when it was the last.

    Raises CommitteeError as `with_item` does.
    """

    def wanted(data: Any) -> Any:
        held = data[mapping][key]
        left = [one for place, one in enumerate(held) if place != index]
        if isinstance(held, list) and left:
            data[mapping][key] = left
        else:
            del data[mapping][key]
        return data

    by_hand = f"take it out by hand, under {mapping}.{key}"
    return _checked(text, name, lambda: _taken_out(text, mapping, key, index), wanted, by_hand)


def _taken_out(text: str, mapping: str, key: str, index: int) -> str:
    spans = yaml_spans(text)
    whole, own = spans[mapping,], spans[mapping, key]
    if own.kind == "list" and own.size > 1:
        item = spans[mapping, key, index]
        return _cut(text, item.start, item.end, own.flow)
    made = _cut(text, own.key, own.end, whole.flow)
    if whole.flow or whole.size > 1:
        return made
    colon = text.index(":", whole.key) + 1
    return f"{made[:colon]} {{}}{made[colon:]}"


def _cut(text: str, start: int, end: int, in_brackets: bool) -> str:
    """Without an entry: its lines, or its place among others in brackets and one comma."""
    if not in_brackets:
        return text[: _line_start(text, start)] + text[_line_end(text, end) + 1 :]
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if after.startswith(","):
        return text[:start] + after[1:].lstrip()
    return before.removesuffix(",") + text[end:]


# ---------------------------------------------------------------- lines and values
def _checked(
    text: str, name: str, make: Callable[[], str], wanted: Callable[[Any], Any], by_hand: str
) -> str:
    """What was made, if it says what it should and nothing else."""
    data = parse_yaml(text, name).data
    try:
        made = make()
        if parse_yaml(made, name).data == wanted(deepcopy(data)):
            return made
    except (InputProblems, yaml.YAMLError, LookupError, ValueError):
        pass
    raise CommitteeError(f"{name}: is written so that there is no place to change it; {by_hand}")


def _flow(entry: Entry) -> str:
    return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in entry.items()) + "}"


def _written(value: str) -> str:
    return value if _DATE.fullmatch(value) else scalar(value)


def _after_line(text: str, place: int, lines: list[str]) -> str:
    """The text with lines after the one in which a place stands."""
    end = "\r\n" if "\r\n" in text else "\n"
    at = text.find("\n", place)
    made = end.join(lines)
    if at >= 0:
        return f"{text[: at + 1]}{made}{end}{text[at + 1 :]}"
    whole = text if not text or text.endswith("\n") else text + end
    return f"{whole}{made}{end}"


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str, place: int) -> int:
    """Of the line in which a place stands: where its line feed is, or the end of the text."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def _column(text: str, place: int) -> int:
    return place - _line_start(text, place)
