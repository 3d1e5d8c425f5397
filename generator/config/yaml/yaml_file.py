"""Reading a YAML file with the line of every value.

Only true, false, null and plain numbers are resolved; `yes`, `No`, dates and telephone numbers stay
text, so a codebook may list the option No and a date is checked by its schema. Duplicate keys,
aliases that explode, tags, merge keys, control characters and files that are not UTF-8 are problems
with their line. Building on the parser's events, and not on its loader, makes no object that the
file asks for, bounds depth and size, and takes half the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from pathlib import Path
from typing import Any, Protocol

import yaml

from generator.config.files import Files
from generator.config.yaml.syntax_hints import syntax_problem
from generator.config.yaml.yaml_events import CONTROL, Builder, YamlPath, control_problem, dotted
from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where

__all__ = [
    "Located",
    "YamlFile",
    "YamlPath",
    "composed",
    "dotted",
    "parse_yaml",
    "read_yaml",
]

MAX_YAML_BYTES = 5_000_000

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML 1.1 ends lines at these three; editors and YAML 1.2 do not. While parsing, characters that
# the file does not hold stand for them: line numbers and texts stay those of the author.
_SEPARATORS = "\x85\u2028\u2029"
_PRIVATE_USE = range(0xF500, 0xF800)


class Located(Protocol):
    """Data with the place of every path in it: one file, or several laid over one another."""

    @property
    def data(self) -> Any:
        """Dicts, lists and plain values."""

    def where(self, path: Iterable[str | int] = ()) -> Where:
        """The place of a path, or of its nearest parent that has one."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's data (dicts, lists, str, int, float, bool, None) and the line of each path.

    file: workspace-relative, for messages. Keys are always text: `2021:` is the key '2021'.
    """

    file: str
    data: Any
    lines: dict[YamlPath, int] = field(default_factory=dict)

    def where(self, path: Iterable[str | int] = ()) -> Where:
        """The place of a path, or of its nearest parent that has a line."""
        wanted = tuple(path)
        known = wanted
        while known and known not in self.lines:
            known = known[:-1]
        return Where(self.file, self.lines.get(known), dotted(wanted) or None)


def read_yaml(path: Path, files: Files) -> YamlFile:
    """Read one document. Raises InputProblems for all that a YAML reader can find wrong."""
    return parse_yaml(files.text(path, limit=MAX_YAML_BYTES), files.name(path))


def parse_yaml(text: str, name: str) -> YamlFile:
    """One document of YAML text; `name` is the file in messages. Raises InputProblems."""
    _refuse_control_characters(text, name)
    stand_ins = _stand_ins(text)
    parser = _Parser(text.translate({ord(real): put for put, real in stand_ins.items()}))
    builder = Builder(name, text, parser, {ord(put): real for put, real in stand_ins.items()})
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        last = syntax_problem(name, text, error)
        others = [one for one in builder.problems.found if one.where.line != last.where.line]
        raise InputProblems([*others, last]) from error
    finally:
        parser.dispose()
    builder.problems.raise_any()
    return YamlFile(name, data, builder.lines)


def composed(text: str) -> yaml.Node | None:
    """The nodes of a text that parse_yaml has read, with their places in it; None for an empty one.

    By the same parser: PyYAML's own refuses tabs that libyaml takes. It may have no byte-order
    mark, which libyaml does not count. Raises yaml.YAMLError.
    """
    shown = text.translate({ord(real): put for put, real in _stand_ins(text).items()})
    node: yaml.Node | None = yaml.compose(shown, Loader=_Parser)
    return node


def _refuse_control_characters(text: str, name: str) -> None:
    found: dict[int, Issue] = {}
    for match in CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if line not in found:
            found[line] = control_problem(Where(name, line), match.group())
        if len(found) == 10:
            break
    if found:
        raise InputProblems(found.values())


def _stand_ins(text: str) -> dict[str, str]:
    """Unused private characters -> the line separators of YAML 1.1 that the text holds."""
    held = [separator for separator in _SEPARATORS if separator in text]
    unused = (chr(code) for code in _PRIVATE_USE if chr(code) not in text) if held else iter(())
    return dict(zip(unused, held, strict=False))
