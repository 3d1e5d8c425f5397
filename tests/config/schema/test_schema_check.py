"""Messages about values that do not fit a schema."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.config.schema.schema_check import (
    Checked,
    check,
    find_faults,
    find_problems,
    load_schema,
)
from generator.config.schema.subschema import resolved
from generator.config.yaml.yaml_file import parse_yaml
from generator.errors import InputProblems

SCHEMAS = Path(__file__).resolve().parents[3] / "generator" / "config" / "schema" / "schemas"
NAMES = sorted(path.stem for path in SCHEMAS.glob("*.json"))

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "x-refused": {"author": "write it under authors"},
    "properties": {
        "title": {"type": "string", "pattern": "\\S", "description": "The title. Any text."},
        "meeting": {
            "type": "object",
            "required": ["date"],
            "additionalProperties": False,
            "properties": {
                "date": {"type": "string", "format": "date"},
                "place": {"type": "string"},
            },
        },
        "kind": {"type": "string", "enum": ["scale", "single"]},
        "count": {"type": "integer", "minimum": 1, "maximum": 7},
        "printed": {"type": "boolean"},
        "email": {"type": "string", "format": "email"},
        "items": {"$ref": "#/$defs/items"},
        "names": {
            "type": "object",
            "propertyNames": {"pattern": "^[a-z]+$", "x-expected": "a name in small letters"},
        },
        "days": {"type": "array", "minItems": 1, "uniqueItems": True},
        "free": {
            "type": "object",
            "x-refused": {"legal": "put it elsewhere"},
            "properties": {"legal": False},
            "additionalProperties": {"type": "string"},
        },
    },
    "$defs": {
        "item": {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "required": ["text"],
                    "additionalProperties": False,
                    "properties": {"text": {"type": "string"}, "name": {"type": "string"}},
                },
            ],
            "x-expected": "text, or a mapping with text",
        },
        "items": {
            "anyOf": [
                {"$ref": "#/$defs/item"},
                {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/item"}},
            ],
            "x-expected": "an item or a list of items",
        },
    },
}


def said(text: str) -> list[str]:
    """The problems of a text, without the file's name."""
    found = find_problems(parse_yaml(text, "f"), SCHEMA)
    return [str(problem).removeprefix("f:") for problem in found]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", " the key 'title' is missing; add it: the title"),
        ("- a\n", "1: expected a mapping of keys to values, got a list"),
        ("just text\n", "1: expected a mapping of keys to values, got 'just text'"),
        (
            "title: 2023\n",
            '1: title: expected text, got 2023; if it is text, put it in quotes: "2023"',
        ),
        (
            "title: true\n",
            '1: title: expected text, got true; if it is text, put it in quotes: "true"',
        ),
        (
            "title:\n",
            "1: title: expected text, got nothing; write a value",
        ),
        (
            "title: a\nkind:\n",
            "2: kind: expected one of scale, single, got nothing; write a value, or take the key out",
        ),
        (
            "title: a\nitems:\n",
            "2: items: expected an item or a list of items, got nothing; write a value, or take the"
            " key out",
        ),
        (
            "title: a\nmeeting:\n  date:\n",
            "3: meeting.date: expected text, got nothing; write a value",
        ),
        (
            "title: a\nitems:\n  -\n",
            "3: items[0]: expected text, or a mapping with text, got nothing; write it, or take the"
            " '-' out",
        ),
        ("title: ' '\n", "1: title: expected some text, got ' '"),
        (
            "title: [JG/1]\n",
            '1: title: expected text, got a list; text in brackets needs quotes: "[JG/1]"',
        ),
        (
            "title: {a: b}\n",
            "1: title: expected text, got a mapping; text with ': ' in it needs quotes",
        ),
        ("title: a\ntitel: b\n", "2: titel: unknown key 'titel'; did you mean 'title'?"),
        ("title: a\nKind: scale\n", "2: Kind: unknown key 'Kind'; did you mean 'kind'?"),
        ("title: a\ndate: 2023-03-15\n", "2: date: unknown key 'date'; it belongs under meeting"),
        (
            "title: a\nauthor: b\n",
            "2: author: the key 'author' has no place here; write it under authors",
        ),
        ("title: a\nmeeting: {}\n", "2: meeting: the key 'date' is missing; add it"),
        (
            "title: a\nmeeting: {date: 3 March}\n",
            "2: meeting.date: expected a date such as 2023-03-15, got '3 March'",
        ),
        (
            "title: a\nmeeting: {date: 2023-02-30}\n",
            "2: meeting.date: expected a date such as 2023-03-15, got '2023-02-30'; there is no such day",
        ),
        (
            "title: a\nmeeting: {date: 2023-03-15, plase: b}\n",
            "2: meeting.plase: unknown key 'plase'; did you mean 'place'?",
        ),
        (
            "title: a\nkind: Scale\n",
            "2: kind: expected one of scale, single, got 'Scale'; did you mean 'scale'?",
        ),
        ("title: a\nkind: other\n", "2: kind: expected one of scale, single, got 'other'"),
        ("title: a\ncount: 8\n", "2: count: expected 7 or less, got 8"),
        ("title: a\ncount: 0\n", "2: count: expected 1 or more, got 0"),
        ("title: a\ncount: '3'\n", "2: count: expected a whole number, got '3'"),
        ("title: a\nprinted: yes\n", "2: printed: expected true or false, got 'yes'; write true"),
        ("title: a\nprinted: Off\n", "2: printed: expected true or false, got 'Off'; write false"),
        ("title: a\nemail: b\n", "2: email: expected an e-mail address, got 'b'"),
        (
            "title: a\ndays: monday\n",
            "2: days: expected a list, got 'monday'; write it as a list: [monday]",
        ),
        (
            "title: a\ndays: {a: b}\n",
            "2: days: expected a list, got a mapping; begin each item of the list with '- '",
        ),
        ("title: a\ndays: []\n", "2: days: expected something in the list, got an empty list"),
        ("title: a\ndays: [1, 2, 1]\n", "2: days: 1 stands twice; remove one of the two"),
        (
            "title: a\nnames: {Big One: 1}\n",
            "2: names.Big One: expected a name in small letters, got the key 'Big One'",
        ),
        (
            "title: a\nnames: {BIG: 1}\n",
            "2: names.BIG: expected a name in small letters, got the key 'BIG'; write 'big'",
        ),
        (
            "title: a\nfree: {legal: x}\n",
            "2: free.legal: the key 'legal' has no place here; put it elsewhere",
        ),
        (
            "title: a\nitems: 5\n",
            '2: items: expected an item or a list of items, got 5; if it is text, put it in quotes: "5"',
        ),
        (
            "title: a\nitems:\n  - b\n  - Note: all is well\n",
            "4: items[1]: expected text, or a mapping with text, got a mapping; text with ': ' in it needs"
            " quotes",
        ),
        (
            "title: a\nitems:\n  - {txt: b}\n",
            "3: items[0].txt: unknown key 'txt'; did you mean 'text'?",
        ),
        (
            "title: a\nitems:\n  - {text: b, nam: c}\n",
            "3: items[0].nam: unknown key 'nam'; did you mean 'name'?",
        ),
        (
            "title: a\nitems: {text: 5}\n",
            '2: items.text: expected text, got 5; if it is text, put it in quotes: "5"',
        ),
    ],
)
def test_one_mistake_gives_one_message(text: str, message: str) -> None:
    assert said(text) == [message]


def test_problems_stand_in_the_order_of_lines() -> None:
    found = said("kind: x\nprinted: 3\ntitle: 4\ncount: a\n")
    assert [line.split(":")[0] for line in found] == ["1", "2", "3", "4"]


def test_check_raises_all_at_once() -> None:
    with pytest.raises(InputProblems) as caught:
        check(parse_yaml("kind: x\ncount: a\n", "f"), SCHEMA)
    assert len(caught.value.problems) == 3


def test_sound_parts_are_read_on_beside_faulty_ones() -> None:
    file = parse_yaml("title: a\nitems: [b, {txt: c}, d]\ncount: 0\n", "f")
    checked = Checked(file, find_faults(file, SCHEMA))
    assert checked.get("title") == "a"
    assert checked.get("count") is None
    assert checked.get("items") is None
    assert [item for _, item in checked.items("items")] == ["b", "d"]
    assert [path for path, _ in checked.items("title")] == [("title",)]
    assert list(checked.items("none")) == []
    assert not checked.sound("items")
    assert checked.sound("items", 2)


@pytest.mark.parametrize("name", NAMES)
def test_shipped_schemas_are_json_schema_2020_12(name: str) -> None:
    schema = load_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(schema)
    assert schema["title"]
    assert schema["description"]


def _keys(
    schema: dict[str, Any], part: Any, path: str, depth: int = 0
) -> Iterator[tuple[str, Any]]:
    part = resolved(schema, part)
    if not isinstance(part, dict) or depth > 8:
        return
    for name, inner in part.get("properties", {}).items():
        yield f"{path}.{name}", resolved(schema, inner)
        yield from _keys(schema, inner, f"{path}.{name}", depth + 1)
    for word in ("items", "additionalProperties"):
        yield from _keys(schema, part.get(word), f"{path}.*", depth + 1)
    for inner in part.get("anyOf", ()):
        yield from _keys(schema, inner, path, depth + 1)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_has_a_description_and_an_example_that_fits(name: str) -> None:
    schema = load_schema(name)
    for path, part in _keys(schema, schema, name):
        assert part.get("description"), f"{path} has no description"
        assert part.get("examples"), f"{path} has no example"
        whole = {**part, "$defs": schema.get("$defs", {})}
        validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        for example in [*part["examples"], *([part["default"]] if "default" in part else [])]:
            assert list(validator.iter_errors(example)) == [], f"{path}: {json.dumps(example)}"
