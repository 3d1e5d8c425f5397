"""Curly quotation marks that a word processor put where YAML wants straight ones.

YAML takes “Yes” for a text of five characters, so no answer in an export fits it. Whoever means a
text that begins and ends with curly marks can write it within straight ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.config.config_rules import YAML_VALUE
from generator.config.yaml.yaml_file import YamlFile, YamlPath
from generator.errors import Problems
from generator.model.wording.english import shortened

_OPENING, _CLOSING = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
_SINGLE = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
_MARKS = _OPENING + _CLOSING + "".join(_SINGLE) + "\N{DOUBLE LOW-9 QUOTATION MARK}"


def check_curly_quotes(file: YamlFile, problems: Problems) -> None:
    """Note every text of a codebook that curly marks stand around, by its key or place."""
    for path, text in _texts((), file.data):
        if _is_marked(text):
            plain = text.strip(_MARKS)
            what = f"{shortened(text)!r} has curly quotation marks, which are taken as part of it"
            mend = f'write it with straight ones: "{shortened(plain)}"'
            problems.add(YAML_VALUE, file.where(path), what, mend)


def _texts(path: YamlPath, value: Any) -> Iterator[tuple[YamlPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(key, str) and _is_marked(key):
                yield (*path, key), key
            yield from _texts((*path, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts((*path, index), inner)


def _is_marked(text: str) -> bool:
    """Whether marks stand around a text, or around the half of one that a comma has cut."""
    begins, ends = text[:1] in _OPENING + "\N{DOUBLE LOW-9 QUOTATION MARK}", text[-1:] in _CLOSING
    if text[:1] == _SINGLE[0] and text[-1:] == _SINGLE[1]:
        return len(text) > 1
    if begins and ends:
        return len(text) > 1 and text.count(_OPENING) < 2
    cut = text.count(_OPENING) != text.count(_CLOSING)
    return bool(text) and cut and (begins or ends)
