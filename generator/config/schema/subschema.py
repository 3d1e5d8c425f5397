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


def shapes_of(schema: Schema, part: Any) -> set[str]:
    """The types of JSON that a part takes, with those of its alternatives; none where any does."""
    part = resolved(schema, part)
    if not isinstance(part, Mapping):
        return set()
    types = part.get("type", [])
    found = {types} if isinstance(types, str) else set(types)
    found |= {_type_of(value) for value in (*part.get("enum", ()), *_const(part))}
    for word in ("anyOf", "oneOf"):
        for inner in part.get(word, ()):
            found |= shapes_of(schema, inner)
    return found


def is_of_shape(schema: Schema, part: Any, value: Any) -> bool:
    """Whether a value may be of the type that a part takes; what is in it plays no part."""
    found, own = shapes_of(schema, part), _type_of(value)
    return not found or own in found or (own == "integer" and "number" in found)


def _const(part: Schema) -> tuple[Any, ...]:
    return (part["const"],) if "const" in part else ()


def _type_of(value: Any) -> str:
    for kind, name in ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string")):
        if isinstance(value, kind):
            return name
    if value is None:
        return "null"
    return "array" if isinstance(value, list) else "object"
