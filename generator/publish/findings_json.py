"""Findings as JSON and back: what `findings.json` holds and what the cache keeps.

The JSON is the model value field by field, so a withheld figure is null there with its mark.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from generator.model.findings import Findings

_HINTS: dict[type, dict[str, Any]] = {}


def to_json(findings: Findings) -> bytes:
    """UTF-8 JSON, two-space indent, keys in the order of the model; the same bytes every time."""
    text = json.dumps(plain(findings), ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode() + b"\n"


def from_json(data: bytes) -> Findings:
    """The value that `to_json` wrote. Raises ValueError when the data is something else."""
    try:
        value: Findings = _build(Findings, json.loads(data))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a findings file: {error}") from error
    return value


def plain(value: Any) -> Any:
    """A model value as JSON data: mappings, lists, text, numbers; dates as 2023-03-15."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _build(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _build(next(a for a in get_args(kind) if a is not type(None)), data)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(data) if item in (str, int, float) else tuple(_build(item, d) for d in data)
    if origin is not None and issubclass(origin, Mapping):
        item = get_args(kind)[1]
        return {key: _build(item, value) for key, value in data.items()}
    if kind is date:
        return date.fromisoformat(data)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _HINTS.get(kind) or _HINTS.setdefault(kind, get_type_hints(kind))
        return kind(**{name: _build(hints[name], value) for name, value in data.items()})
    return data
