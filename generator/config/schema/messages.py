"""The words of the messages about values that do not fit their schema."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from generator.config.schema.subschema import (
    Schema,
    is_of_shape,
    known_properties,
    places_of_key,
    resolved,
    shapes_of,
    subschema,
)
from generator.errors import did_you_mean
from generator.model.wording.english import CURLY, listed, shortened, small
from generator.model.wording.names import name_of

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping of keys to values",
    "null": "nothing",
}
_FORMATS = {
    "date": "a date such as 2023-03-15",
    "email": "an e-mail address",
    "uri": "a web address such as https://example.org/paper",
}
_TRUTH = {
    **dict.fromkeys(("yes", "y", "on"), "write true"),
    **dict.fromkeys(("no", "n", "off"), "write false"),
}
_HARDLY = 0.8
_LIMITS = {
    "minimum": "{} or more",
    "maximum": "{} or less",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "maxItems": "at most {} in the list",
    "maxLength": "at most {} characters",
}


def expected(error: Any, schema: Schema) -> str:
    """What stands after 'expected': the schema's x-expected, or else words for the rule broken."""
    part = subschema(schema, error.schema_path[:-1])
    kind, value = error.kind.name, error.kind.value
    if "x-expected" in part and kind not in ("minItems", "maxItems"):
        return str(part["x-expected"])
    if kind == "enum" or (kind == "type" and "enum" in part):
        return _one_of([str(option) for option in part["enum"]])
    return _rule(kind, value, error.message)


def _one_of(options: list[str]) -> str:
    if len(options) == 1:
        return repr(options[0])
    if len(options) > 15:
        return "one of " + ", ".join(options[:12]) + f" and {len(options) - 12} more"
    return "one of " + ", ".join(options)


def _rule(kind: str, value: Any, message: str) -> str:
    if kind == "type":
        return " or ".join(_TYPES.get(name, name) for name in value)
    if kind == "format":
        return _FORMATS.get(value, f"a {value}")
    if kind == "minLength":
        return "some text" if value == 1 else f"at least {value} characters"
    if kind == "minItems":
        return "something in the list" if value == 1 else f"at least {value} in the list"
    if kind == "minProperties":
        return f"at least {value} key" + ("s" if value != 1 else "")
    if kind in _LIMITS:
        return _LIMITS[kind].format(value)
    if kind == "pattern":
        return "some text" if value == "\\S" else f"text that matches {value}"
    if kind == "const":
        return repr(value)
    return f"something else ({message})"


def mend_quoted(value: Any) -> str:
    """How to mend a value in curly quotation marks, which YAML takes for a part of the text."""
    curly = isinstance(value, str) and len(value) > 1 and value[0] in CURLY and value[-1] in CURLY
    return f'use straight quotes: "{value[1:-1]}"' if curly else ""


def mend_value(kind: str, value: Any, types: Sequence[str] = ()) -> str:
    """How to mend a value of the wrong type, when the way it was written is the likely cause."""
    if kind != "type":
        return ""
    if isinstance(value, str) and "boolean" in types:
        return _TRUTH.get(value.lower(), "")
    if list(types) == ["array"] and isinstance(value, Mapping):
        return "begin each item of the list with '- '"
    if list(types) == ["array"] and isinstance(value, str):
        return f"write it as a list: [{value}]"
    text = "string" in (types or ("string",))
    if isinstance(value, bool | int | float) and text:
        return f'if it is text, put it in quotes: "{str(value).lower()}"'
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and text:
        return f'text in brackets needs quotes: "[{value[0]}]"'
    if isinstance(value, Mapping) and len(value) == 1 and text:
        return "text with ': ' in it needs quotes"
    return ""


def mend_nothing(schema: Schema, error: Any) -> str:
    """How to mend a key or a list's item that stands there without a value."""
    *parents, key = error.instance_path or [""]
    if isinstance(key, int):
        return "write it, or take the '-' out"
    part = schema
    for step in parents:
        inside = resolved(schema, part)
        named = known_properties(schema, inside)
        part = inside.get("items", {}) if isinstance(step, int) else named.get(step, {})
    if key in resolved(schema, part).get("required", ()):
        return "write a value"
    return "write a value, or take the key out"


def mend_key(key: str, kind: Any) -> str:
    """A key like the one written that fits, if what is wrong is its capitals, spaces and signs."""
    for joint in "-_":
        better = name_of(key, joint)
        if kind.name == "pattern" and better and re.search(kind.pattern, better):
            return f"write {better!r}"
    return ""


def mend_missing(schema: Schema, part: Schema, key: str) -> str:
    """'add it: ...' with the first sentence of the missing key's description."""
    inner = known_properties(schema, part).get(key, {})
    text = str(resolved(schema, inner).get("description", ""))
    first = text.split(". ")[0].rstrip(".")
    return f"add it: {_lower_first(first)}" if first else "add it"


def mend_unknown(schema: Schema, part: Schema, key: str, value: Any = "") -> str:
    """The key that was meant, where it belongs, or the keys there are."""
    known = known_properties(schema, part)
    near = did_you_mean(key, list(known))
    if near.startswith("did you mean"):
        meant = near.removeprefix("did you mean ")[1:-2]
        if value is None or is_of_shape(schema, known[meant], value):
            return near
        # A key of another kind is meant only where it is hardly misspelt.
        if SequenceMatcher(None, key.casefold(), meant.casefold()).ratio() >= _HARDLY:
            return f"{near} It takes {_shapes(schema, known[meant])}"
        near = did_you_mean("", list(known))
    places = places_of_key(schema, key)
    if places:
        return f"it belongs under {places[0]}"
    if value is None:
        # '{post: Head of Policy, Law and Elections}' is cut at the comma.
        return f"{near}; text with a comma in it needs quotes inside {{ }}".removeprefix("; ")
    if " " in key:
        return "text with ': ' in it needs quotes"
    return near or "take it out"


def _shapes(schema: Schema, part: Any) -> str:
    words = [_TYPES.get(name, name) for name in sorted(shapes_of(schema, part))]
    return listed(words, "or") or "another kind of value"


def shown(value: Any) -> str:
    """A value as a message shows it, cut at 60 characters."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if value is None:
        return "nothing"
    return repr(shortened(value)) if isinstance(value, str) else shortened(str(value).lower())


def _lower_first(text: str) -> str:
    return text if text[:2].isupper() else small(text)
