"""Checking YAML data against its JSON Schema, with messages for people.

The schemas in `schemas/` are the single source for checking, for editors and for the reference of
keys. Besides JSON Schema's own words a schema may say `x-expected`: what to write in a message
after 'expected', such as 'a date such as 2023-03-15'; and, beside `properties`, `x-refused`: keys
that an author may well try, each with how to mend it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.config.config_rules import YAML_MISSING_KEY, YAML_UNKNOWN_KEY, YAML_VALUE
from generator.config.schema.date_hints import mend_date
from generator.config.schema.messages import (
    expected,
    mend_key,
    mend_missing,
    mend_nothing,
    mend_quoted,
    mend_unknown,
    mend_value,
    shown,
)
from generator.config.schema.subschema import Schema, known_properties, resolved, subschema
from generator.config.yaml.yaml_file import Located, YamlPath
from generator.errors import InputProblems, did_you_mean
from generator.model.frozen import dataclass
from generator.model.issues import Issue

# Not by importlib.resources, which takes 9 ms to import.
_SCHEMAS = Path(__file__).parent / "schemas"


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """A problem and the path of the value that it is about (of the key, when one is missing)."""

    path: YamlPath
    problem: Issue


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's data after checking: what is sound may be read on, though other parts are not."""

    file: Located
    faults: tuple[SchemaFault, ...]

    def sound(self, *path: str | int) -> bool:
        """Whether neither the value at the path nor anything in or around it is at fault."""
        return not any(
            fault.path[: len(path)] == path or path[: len(fault.path)] == fault.path
            for fault in self.faults
        )

    def get(self, *path: str | int) -> Any:
        """The value at a path; None when it is not there or not sound."""
        return self._value(path) if self.sound(*path) else None

    def items(self, *path: str | int) -> Iterator[tuple[YamlPath, Any]]:
        """The sound items, with their paths, of what is written alone, in a list or by key."""
        if any(path[: len(fault.path)] == fault.path for fault in self.faults):
            return
        value = self._value(path)
        if isinstance(value, list):
            for index, item in enumerate(value):
                if self.sound(*path, index):
                    yield (*path, index), item
        elif value is not None and self.sound(*path):
            yield path, value

    def keys(self, *path: str | int) -> list[str]:
        """The keys of the mapping at a path whose values are sound."""
        value = self._value(path)
        if not isinstance(value, Mapping):
            return []
        return [key for key in value if self.sound(*path, key)]

    def _value(self, path: YamlPath) -> Any:
        value = self.file.data
        for step in path:
            inside = isinstance(value, Mapping) and step in value
            if not inside and not (isinstance(value, list) and isinstance(step, int)):
                return None
            value = value[step]
        return value


@cache
def load_schema(name: str) -> dict[str, Any]:
    """The schema `schemas/<name>.json` of the package. Do not change what it returns."""
    text = (_SCHEMAS / f"{name}.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def check(file: Located, schema: str | Schema) -> None:
    """Raise InputProblems with all that does not fit the schema (a name in schemas/, or itself)."""
    problems = find_problems(file, load_schema(schema) if isinstance(schema, str) else schema)
    if problems:
        raise InputProblems(problems)


def find_problems(file: Located, schema: Schema) -> list[Issue]:
    """Every problem, in the order of lines."""
    return [fault.problem for fault in find_faults(file, schema)]


def find_faults(file: Located, schema: Schema) -> tuple[SchemaFault, ...]:
    """Every problem with its path, in the order of lines."""
    import jsonschema_rs

    validator = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)
    data = {} if file.data is None else file.data
    found = list(dict.fromkeys(_faults(validator.iter_errors(data), file, schema)))
    return tuple(sorted(found, key=lambda fault: fault.problem.where.line or 0))


def _faults(errors: Iterable[Any], file: Located, schema: Schema) -> Iterable[SchemaFault]:
    every = list(errors)
    misspelt = {
        (*error.instance_path, near)
        for error in every
        if error.kind.name == "additionalProperties"
        for key in error.kind.unexpected
        if (near := _near_key(key, schema, error))
    }
    of_no_type = {tuple(error.instance_path) for error in every if error.kind.name == "type"}
    for error in every:
        path = tuple(error.instance_path)
        kind = error.kind.name
        if kind == "enum" and path in of_no_type:
            continue  # said already: a value of no allowed type is none of the allowed ones
        if kind in ("anyOf", "oneOf"):
            yield from _alternatives(error, file, schema)
        elif kind == "additionalProperties":
            yield from _unknown_keys(error, file, schema)
        elif kind == "falseSchema":
            yield _refused_key(error, file, schema)
        elif kind == "required":
            missing = (*path, error.kind.property)
            if missing not in misspelt:
                part = subschema(schema, error.schema_path[:-1])
                mend = mend_missing(schema, part, error.kind.property)
                what = f"the key {error.kind.property!r} is missing"
                yield SchemaFault(missing, YAML_MISSING_KEY.issue(file.where(path), what, mend))
        else:
            yield SchemaFault(path, _value_problem(error, file, schema))


def _near_key(key: str, schema: Schema, error: Any) -> str:
    part = subschema(schema, error.schema_path[:-1])
    hint = did_you_mean(key, list(known_properties(schema, part)))
    return hint.removeprefix("did you mean ")[1:-2] if hint.startswith("did you mean") else ""


def _value_problem(error: Any, file: Located, schema: Schema) -> Issue:
    where = file.where(error.instance_path)
    kind, value = error.kind.name, error.kind.value
    if kind == "propertyNames":
        name = error.kind.error.instance
        where = file.where((*error.instance_path, name))
        wanted = subschema(schema, error.schema_path[:-1]).get("x-expected", "another key")
        mend = mend_key(name, error.kind.error.kind)
        return YAML_VALUE.issue(where, f"expected {wanted}, got the key {name!r}", mend)
    if kind == "uniqueItems":
        twice = [item for i, item in enumerate(error.instance) if item in error.instance[:i]]
        return YAML_VALUE.issue(where, f"{shown(twice[0])} stands twice", "remove one of the two")
    wanted = expected(error, schema)
    if error.instance is None:
        what = f"expected {wanted}, got nothing"
        return YAML_VALUE.issue(where, what, mend_nothing(schema, error))
    hint = mend_quoted(error.instance)
    if kind == "enum" and not hint:
        hint = did_you_mean(str(error.instance), [str(option) for option in value])
        if hint.startswith("known") and "one of" in wanted:
            hint = ""
    form = subschema(schema, error.schema_path[:-1]).get("format", "")
    if form == "date" and isinstance(error.instance, str):
        hint = hint or mend_date(error.instance)
    mend = hint or ("" if form else mend_value(kind, error.instance, value))
    return YAML_VALUE.issue(where, f"expected {wanted}, got {shown(error.instance)}", mend)


def _unknown_keys(error: Any, file: Located, schema: Schema) -> Iterable[SchemaFault]:
    part = subschema(schema, error.schema_path[:-1])
    for key in error.kind.unexpected:
        path = (*error.instance_path, key)
        refused = resolved(schema, part).get("x-refused", {})
        if key in refused:
            yield _refused(file, path, refused[key])
            continue
        mend = mend_unknown(schema, part, key, error.instance[key])
        yield SchemaFault(
            path, YAML_UNKNOWN_KEY.issue(file.where(path), f"unknown key {key!r}", mend)
        )


def _refused_key(error: Any, file: Located, schema: Schema) -> SchemaFault:
    """A key that its mapping lists with the schema `false`, so that other keys may be free."""
    path = tuple(error.instance_path)
    part = subschema(schema, error.schema_path[:-2])
    return _refused(file, path, part.get("x-refused", {}).get(path[-1], "remove it"))


def _refused(file: Located, path: YamlPath, mend: str) -> SchemaFault:
    return SchemaFault(
        path,
        YAML_UNKNOWN_KEY.issue(file.where(path), f"the key {path[-1]!r} has no place here", mend),
    )


def _alternatives(error: Any, file: Located, schema: Schema) -> Iterable[SchemaFault]:
    """Of several allowed shapes, report against the one the author most likely meant."""
    path = tuple(error.instance_path)
    part = subschema(schema, error.schema_path[:-1])
    branches = [branch for branch in error.kind.value if branch]
    if _is_split_text(error.instance, branches, schema):
        what = f"expected {part.get('x-expected', 'text')}, got a mapping"
        yield SchemaFault(
            path, YAML_VALUE.issue(file.where(path), what, "text with ': ' in it needs quotes")
        )
        return
    near = [branch for branch in branches if not any(_wrong_shape(e, path) for e in branch)]
    if near:
        found = [list(_faults(branch, file, schema)) for branch in near]
        # Deeper faults mean that more of the branch did fit.
        yield from min(found, key=lambda faults: (-max(len(f.path) for f in faults), len(faults)))
        return
    wanted = part.get("x-expected")
    if wanted is None:
        words = [expected(inner, schema) for branch in branches for inner in branch]
        wanted = " or ".join(dict.fromkeys(words)) or "another value"
    hint = _nearest_option(error.instance, branches)
    if hint.startswith("known"):
        hint = hint if "key" in part.get("x-expected", "") else ""
    what = f"expected {wanted}, got {shown(error.instance)}"
    if error.instance is None:
        mend = mend_nothing(schema, error)
    else:
        mend = hint or mend_value("type", error.instance)
    yield SchemaFault(path, YAML_VALUE.issue(file.where(path), what, mend))


def _nearest_option(value: Any, branches: Iterable[Iterable[Any]]) -> str:
    if not isinstance(value, str):
        return ""
    options = list(_options(branches))
    return did_you_mean(value, options) if options else ""


def _options(branches: Iterable[Iterable[Any]]) -> Iterator[str]:
    for error in (error for branch in branches for error in branch):
        if error.kind.name == "enum":
            yield from map(str, error.kind.value)
        elif error.kind.name in ("anyOf", "oneOf"):
            yield from _options(error.kind.value)


def _wrong_shape(error: Any, path: YamlPath) -> bool:
    kind = error.kind.name
    if tuple(error.instance_path) != path:
        return False
    if kind in ("anyOf", "oneOf"):
        return all(any(_wrong_shape(inner, path) for inner in b) for b in error.kind.value if b)
    return kind in ("type", "const", "enum", "pattern")


def _is_split_text(value: Any, branches: Iterable[Any], schema: Schema) -> bool:
    """Whether a mapping is a text that YAML has cut at its first colon: '- Note: all is well'."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return False
    takes_text, misfits, key = False, False, next(iter(value))
    for error in (error for branch in branches for error in branch):
        part = subschema(schema, error.schema_path[:-1])
        takes_text = takes_text or (error.kind.name == "type" and "string" in _types(part))
        if error.kind.name in ("required", "additionalProperties"):
            known = known_properties(schema, part)
            near = did_you_mean(key, list(known)).startswith("did you mean")
            misfits = misfits or not (key in known or near)
    return takes_text and misfits


def _types(part: Schema) -> list[str]:
    types = part.get("type", [])
    return [types] if isinstance(types, str) else list(types)
