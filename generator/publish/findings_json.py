"""Findings as JSON and back: what `findings.json` holds and what the cache keeps.

The JSON is the model value field by field, so a withheld figure is null there with its mark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from generator.model.findings import Findings

_PLAIN = frozenset({str, int, float, bool, type(None)})
_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def to_json(findings: Findings) -> bytes:
    """UTF-8 JSON, indented, keys in the order of the model; the same bytes every time."""
    return _indented(as_json_data(findings)).encode() + b"\n"


def public_json(findings: Findings) -> bytes:
    """The same for publication: figures, without who said or approved what and without exports.

    A quotation is published where the report prints it. Its id tells the row of the answer, and the
    names and layouts of exports are nobody's business but the council's.
    """
    published = replace(
        findings,
        items={key: replace(one, quotations=()) for key, one in findings.items.items()},
        collections=tuple(replace(one, file="", layout="") for one in findings.collections),
        quotations={},
        notes=(),
    )
    return to_json(published)


def from_json(data: bytes) -> Findings:
    """The value that `to_json` wrote. Raises ValueError when the data is something else."""
    try:
        value: Findings = _dataclass_reader(Findings)(json.loads(data))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a findings file: {error}") from error
    return value


def as_json_data(value: Any) -> Any:
    """A model value as JSON data: mappings, lists, text, numbers; dates as 2023-03-15."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    names = _field_names(kind)
    if names is not None:
        return {name: as_json_data(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): as_json_data(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [as_json_data(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    """The fields of a dataclass in order; None for anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def _indented(data: Any, line: str = "\n") -> str:
    """As `json.dumps` with an indent of 1, which takes three times as long.

    data: as `as_json_data` gives it. line: what a line begins with at this depth. Raises ValueError
    for numbers that are none.
    """
    deeper = f"{line} "
    if isinstance(data, dict):
        parts = [f"{_encoded(key)}: {_indented(item, deeper)}" for key, item in data.items()]
        first, last = "{}"
    elif isinstance(data, list):
        parts = [_indented(item, deeper) for item in data]
        first, last = "[]"
    else:
        return "null" if data is None else _encoded(data)
    return f"{first}{deeper}{f',{deeper}'.join(parts)}{line}{last}" if parts else first + last


@cache
def _reader(kind: Any) -> Callable[[Any], Any] | None:
    """What makes a value of a type from its JSON; None where the JSON is the value."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = _reader(next(a for a in get_args(kind) if a is not type(None)))
        return None if inner is None else lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _reader(get_args(kind)[0])
        return tuple if item is None else lambda data: tuple(map(item, data))
    if origin is not None and issubclass(origin, Mapping):
        value = _reader(get_args(kind)[1])
        if value is None:
            return None
        return lambda data: {key: value(entry) for key, entry in data.items()}
    if kind is date:
        return date.fromisoformat
    return _dataclass_reader(kind) if is_dataclass(kind) and isinstance(kind, type) else None


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [(field.name, _reader(hints[field.name])) for field in fields(kind)]
    dear = [(name, read) for name, read in readers if read is not None]

    def read(data: dict[str, Any]) -> Any:
        for name, part in dear:
            if name in data:
                data[name] = part(data[name])
        return kind(**data)

    return read
