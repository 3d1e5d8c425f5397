"""Model values as JSON data and back, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_PLAIN = frozenset({str, int, float, bool, type(None)})


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


def json_reader(kind: type) -> Callable[[Any], Any]:
    """What makes a model value of the JSON data that `as_json_data` made of one.

    It raises KeyError, TypeError, AttributeError or ValueError where the data is something else.
    """
    hints = get_type_hints(kind)
    readers = [(field.name, _reader(hints[field.name])) for field in fields(kind)]
    dear = [(name, read) for name, read in readers if read is not None]

    def read(data: dict[str, Any]) -> Any:
        for name, part in dear:
            if name in data:
                data[name] = part(data[name])
        return kind(**data)

    return read


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
    if isinstance(origin, type) and issubclass(origin, Mapping):
        value = _reader(get_args(kind)[1])
        if value is None:
            return None
        return lambda data: {key: value(entry) for key, entry in data.items()}
    if kind is date:
        return date.fromisoformat
    return json_reader(kind) if is_dataclass(kind) and isinstance(kind, type) else None
