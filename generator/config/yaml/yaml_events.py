"""Building plain data from a YAML parser's events, with the line of every value.

The parser makes no objects: what comes out are dicts, lists, texts, numbers, true, false and None.
Depth, number of values and amount of text are bounded, aliases counted as what they repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.config.config_rules import YAML_DUPLICATE_KEY, YAML_SYNTAX, YAML_VALUE
from generator.errors import InputProblems, Problems
from generator.model.issues import Issue, Where

MAX_NODES = 200_000
MAX_YAML_DEPTH = 60
MAX_YAML_CHARACTERS = 20_000_000
MAX_TEXT_CHARACTERS = 50_000
"""Of one value: no title and no name is longer, and a report template repeats some of them."""
TOO_DEEP = (f"is nested more than {MAX_YAML_DEPTH} deep", "write it flatter")

YamlPath = tuple[str | int, ...]

ODD_SPACES = "\xa0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200C)))
"""Characters that look like spaces and do not indent."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}


def dotted(path: Iterable[str | int]) -> str:
    """('a', 0, 'b') as 'a[0].b'."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else str(step))
    return text


def odd_space(character: str) -> tuple[str, str]:
    """What is wrong with a line that begins with something that only looks like a space."""
    name = "a non-breaking space" if character == "\xa0" else "a space of another kind"
    what = f"is not valid YAML: {name} (U+{ord(character):04X}) indents the line"
    return what, "indent with ordinary spaces"


def control_problem(where: Where, character: str) -> Issue:
    """The problem of a character that neither YAML nor Word can hold."""
    return YAML_SYNTAX.issue(
        where, f"holds the control character U+{ord(character):04X}", "remove it"
    )


@dataclass(slots=True)
class Anchor:
    """A value that aliases repeat, where it stands, and how much of the limits it takes."""

    path: YamlPath
    value: Any = None
    nodes: int = 0
    characters: int = 0
    done: bool = False


class Builder:
    """Turns parser events into plain data, noting lines and problems.

    name, text: the file in messages and what stands in it. restored: code point -> the character
    that it stands for in texts.
    """

    def __init__(self, name: str, text: str, parser: Any, restored: Mapping[int, str]) -> None:
        self.name = name
        self.text = text
        self.next = parser.get_event
        self.restored = restored
        self.lines: dict[YamlPath, int] = {}
        self.problems = Problems()
        self.anchors: dict[str, Anchor] = {}
        self.nodes = 0
        self.characters = 0

    def document(self) -> Any:
        """The only document of the file; None when the file is empty."""
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        data = self.value(self.next(), (), 0)
        self.next()
        event = self.next()
        if isinstance(event, yaml.DocumentStartEvent):
            what = "a second document begins here (---)"
            self.problems.add(
                YAML_SYNTAX, self.place(event, ()), what, "put it in a file of its own"
            )
        return data

    def place(self, event: Any, path: YamlPath) -> Where:
        return Where(self.name, event.start_mark.line + 1, dotted(path) or None)

    def value(self, event: Any, path: YamlPath, depth: int) -> Any:
        self.lines.setdefault(path, event.start_mark.line + 1)
        self.nodes += 1
        self.check_size(event, path, depth)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, path, depth)
        anchor = Anchor(path)
        before = self.nodes, self.characters
        if event.anchor is not None:
            self.anchors[event.anchor] = anchor
        self.check_tag(event, path)
        if isinstance(event, yaml.ScalarEvent):
            anchor.value = self.scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            anchor.value = self.sequence(path, depth)
        else:
            anchor.value = self.mapping(path, depth)
        anchor.nodes, anchor.characters = self.nodes - before[0], self.characters - before[1]
        anchor.done = True
        return anchor.value

    def check_size(self, event: Any, path: YamlPath, depth: int) -> None:
        if depth > MAX_YAML_DEPTH:
            what, mend = TOO_DEEP
        elif self.nodes > MAX_NODES or self.characters > MAX_YAML_CHARACTERS:
            much = f"{MAX_NODES:,} values"
            if self.nodes <= MAX_NODES:
                much = f"{MAX_YAML_CHARACTERS // 1_000_000} MB of text"
            what = f"the file holds more than {much}, counting what aliases repeat"
            mend = "repeat less through aliases (*name)"
        else:
            return
        self.problems.add(YAML_SYNTAX, self.place(event, path[:3]), what, mend)
        raise InputProblems(self.problems.found)

    def check_tag(self, event: Any, path: YamlPath) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            what = f"the tag {tag} is not allowed"
            mend = f"text that begins with '!' needs quotes: \"{tag}\"; else write a plain value"
            self.problems.add(YAML_SYNTAX, self.place(event, path), what, mend)

    def alias(self, event: Any, path: YamlPath, depth: int) -> Any:
        anchor = self.anchors.get(event.anchor)
        if anchor is None or not anchor.done:
            what = f"no anchor &{event.anchor} stands before *{event.anchor}"
            if anchor is not None:
                what = f"the alias *{event.anchor} stands inside what it repeats"
            mend = "text that begins with '*' needs quotes"
            self.problems.add(YAML_SYNTAX, self.place(event, path), what, mend)
            return None
        self.nodes += anchor.nodes
        self.characters += anchor.characters
        self.check_size(event, path, depth)
        self.copy_lines(event, anchor.value, anchor.path, path, depth)
        return anchor.value

    def copy_lines(
        self, event: Any, value: Any, source: YamlPath, path: YamlPath, depth: int
    ) -> None:
        """Give what an alias repeats the lines of its anchor, where a mistake has to be mended."""
        self.check_size(event, path, depth)
        if isinstance(value, dict | list):
            steps: Iterable[str | int] = value if isinstance(value, dict) else range(len(value))
            for step in steps:
                if (line := self.lines.get((*source, step))) is not None:
                    self.lines[(*path, step)] = line
                inner = value[step]  # type: ignore[index]
                self.copy_lines(event, inner, (*source, step), (*path, step), depth + 1)

    def sequence(self, path: YamlPath, depth: int) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            result.append(self.value(event, (*path, len(result)), depth + 1))
        return result

    def mapping(self, path: YamlPath, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event, path, depth)
            if key is None or key in result:
                if key is not None:
                    first = self.lines[(*path, key)]
                    what = f"the key {key!r} stands twice (first in line {first})"
                    self.problems.add(
                        YAML_DUPLICATE_KEY, self.place(event, path), what, "remove one of the two"
                    )
                self.skip(self.next(), path, depth)
                continue
            here = (*path, key)
            self.lines[here] = event.start_mark.line + 1
            result[key] = self.value(self.next(), here, depth + 1)
        return result

    def key(self, event: Any, path: YamlPath, depth: int) -> str | None:
        """A mapping's key as text, or None after noting why it cannot be one."""
        if not isinstance(event, yaml.ScalarEvent):
            self.skip(event, path, depth)
            source = self.text.split("\n")[event.start_mark.line]
            mend = "put the key in quotes"
            if "{{" in source:
                mend = "text that begins with '{{' needs quotes"
            self.no_key(event, path, "a key must be plain text", mend)
            return None
        self.check_tag(event, path)
        key = self.scalar_text(event, path)
        if key == "<<" and event.implicit[0] and event.tag is None:
            what = "merge keys (<<) are not supported"
            self.no_key(event, path, what, "write the keys out")
            return None
        if key and key[0] in ODD_SPACES and event.style not in ("'", '"'):
            self.no_key(event, path, *odd_space(key[0]))
            return None
        if not key:
            what = "a key is missing before the colon"
            self.no_key(event, path, what, "write 'key: value'")
            return None
        return key

    def no_key(self, event: Any, path: YamlPath, what: str, mend: str) -> None:
        self.problems.add(YAML_SYNTAX, self.place(event, path), what, mend)

    def skip(self, event: Any, path: YamlPath, depth: int) -> None:
        """Read past a value that has no place, keeping the lines as they were."""
        kept, self.lines = self.lines, {}
        self.value(event, (*path, "?"), depth + 1)
        self.lines = kept

    def scalar_text(self, event: Any, path: YamlPath) -> str:
        text: str = event.value
        self.characters += len(text)
        if len(text) > MAX_TEXT_CHARACTERS:
            what = f"a text of {len(text):,} characters; at most {MAX_TEXT_CHARACTERS:,} are read"
            mend = "put a text of this length into the narrative or an appendix"
            self.problems.add(YAML_VALUE, self.place(event, path), what, mend)
            return text[:MAX_TEXT_CHARACTERS]
        if event.style == '"' and (match := CONTROL.search(text)):
            where = self.place(event, path)
            self.problems.found.append(control_problem(where, match.group()))
        return text.translate(self.restored) if self.restored else text

    def scalar(self, event: Any, path: YamlPath) -> Any:
        text = self.scalar_text(event, path)
        if not event.implicit[0] or event.tag is not None:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if match := _NUMBER.fullmatch(text):
            return float(text) if match.group(1) else int(text)
        return text
