"""Parts of the narrative as written, as JSON and back: what the cache keeps of them.

    {"": "Paragraph", "content": [{"": "Text", "text": "Fewer replied."}], "numbered": true}

A model value is its class's name and the fields that differ from their defaults; tuples are lists.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any

from generator.model import document
from generator.model.narrative import NarrativeSection
from generator.model.origin import Origin
from generator.narrative.by_part import WrittenPart

_CLASS = ""
_CLASSES = {
    name: kind
    for name, kind in vars(document).items()
    if isinstance(kind, type) and is_dataclass(kind)
} | {kind.__name__: kind for kind in (NarrativeSection, Origin, WrittenPart)}


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((one.name, one.default) for one in fields(kind))


def as_data(value: Any) -> Any:
    """A part, or anything in it, as JSON data."""
    if isinstance(value, tuple):
        return [as_data(one) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    made: dict[str, Any] = {_CLASS: type(value).__name__}
    for name, default in _defaults(type(value)):
        held = getattr(value, name)
        if default is MISSING or held != default:
            made[name] = as_data(held)
    return made


def from_data(data: Any) -> Any:
    """The value that `as_data` told. Raises KeyError or TypeError when it is something else."""
    if isinstance(data, list):
        return tuple(map(from_data, data))
    if isinstance(data, dict):
        kind = _CLASSES[data[_CLASS]]
        return kind(**{name: from_data(held) for name, held in data.items() if name})
    return data
