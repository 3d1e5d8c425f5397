"""Finding the part of a JSON Schema that a fault is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = dict[str, Any]
Schema = Mapping[str, Any]


def subschema(schema: Schema, path: Sequence[str | int]) -> Schema:
    """The part of the schema at a path as the validator reports it, following $ref; {} for none."""
    part: Any = schema
    for step in path:
        if step == "$ref":
            continue
        part = resolved(schema, part)
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return {}
    part = resolved(schema, part)
    return part if isinstance(part, Mapping) else {}


def resolved(schema: Schema, part: Any) -> Any:
    """The part with its $ref followed; what stands beside the $ref wins over what it names."""
    while isinstance(part, Mapping) and "$ref" in part:
        target: Any = schema
        for step in str(part["$ref"]).lstrip("#/").split("/"):
            target = target[step]
        beside = {key: value for key, value in part.items() if key != "$ref"}
        part = {**target, **beside} if beside else target
    return part


def known_properties(schema: Schema, part: Schema) -> dict[str, Any]:
    """The keys that a mapping of this part may have, with their schemas."""
    properties = resolved(schema, part).get("properties", {})
    if not isinstance(properties, Mapping):
        return {}
    return {key: inner for key, inner in properties.items() if inner is not False}


def places_of_key(schema: Schema, key: str) -> list[str]:
    """Dotted paths from the top at which a mapping has the key, shortest first; items as []."""
    found = {path for path, name in _walk(schema, schema, "", 0) if name == key and path}
    return sorted(found, key=lambda path: (path.count("."), path))


def _walk(schema: Schema, part: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > 6:
        return
    part = resolved(schema, part)
    if not isinstance(part, Mapping):
        return
    for name, inner in part.get("properties", {}).items():
        yield path, name
        yield from _walk(schema, inner, f"{path}.{name}" if path else name, depth + 1)
    if isinstance(part.get("items"), Mapping):
        yield from _walk(schema, part["items"], f"{path}[]", depth + 1)
    for word in ("anyOf", "oneOf"):
        for inner in part.get(word, ()):
            yield from _walk(schema, inner, path, depth + 1)
