"""The reference of the YAML keys, docs/reference/yaml.md, written from the schemas.

python -m generator.config.schema.yaml_reference > docs/reference/yaml.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.config.schema.schema_check import load_schema
from generator.config.schema.subschema import Schema, resolved

# Schema -> the file that it is for, in the order of the page.
SCHEMAS = {
    "report": "inputs/REPORT/report.yaml",
    "sign_offs": "inputs/REPORT/sign_offs.yaml",
    "codebook": "inputs/REPORT/codebook.yaml",
    "findings": "inputs/REPORT/findings.yaml",
    "format": "config/formats/FORMAT.yaml",
    "council": "config/councils/COUNCIL.yaml",
    "quantifiers": "config/quantifiers.yaml",
    "jurisdictions": "config/jurisdictions.yaml",
}

_INTRODUCTION = """\
# YAML files

Every key of every YAML file. The program's schemas are the source of this page: what stands here is
what is checked. `committee format schema NAME` writes the schema of `report.yaml` for one format,
with its rows, sections, people and committees, so that an editor completes and checks as you type.

- A wrong key, type or date is a problem with file and line; nothing is built until it is mended.
- Dates are written `2023-03-15`. `yes`, `no` and dates are text in these files; true and false are
  `true` and `false`. Text that begins with one of `[ ] { } * & ! | > % @` and `` ` ``, or holds
  `: ` or ` #`, needs quotes.
- A default of *none*: without the key, nothing takes its place. *as said*: the next column tells
  what holds without it. *its keys'*: the defaults of its keys.
- Where 'or a list' is said, a single value may stand without its list.
- Paths of files have forward slashes and begin at the folder of the report.
- A format may extend another: mappings are merged key by key, and a list replaces the other's.
  `front_matter`, `recommendations`, `layout` and `implications` may instead be a mapping from key
  to what changes:

```yaml
extends: example-2023
front_matter:
  considered_by: {label: Considered by}                     # changes what it names
  wards_affected: null                                      # removes the row
  in_plan: {after: title, label: In plan, kind: yes_no}     # adds one, after another
layout:
  background_papers: {nil: There are none.}                 # a part without key goes by its kind
```
"""

_PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "nothing",
    "array": "list",
    "object": "mapping",
}
_FORMATS = {"date": "date", "email": "e-mail address", "uri": "web address"}

_SAYS_DEFAULT = re.compile(r"\bdefault: |without it, |there is none\.|not the format's\.", re.I)


class _Dumper(yaml.SafeDumper):
    """Writes examples as authors do: dates and 'yes' without quotes, as they are read here."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if not tag.endswith((":timestamp", ":bool"))
            or (tag.endswith(":bool") and first in "tTfF")
        ]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }


def yaml_reference() -> str:
    """The whole page in Markdown."""
    return "\n".join([_INTRODUCTION, *(_file(name, load_schema(name)) for name in SCHEMAS)])


def _file(file: str, schema: Schema) -> str:
    lines = [f"## {SCHEMAS[file]}", "", str(schema["description"]), ""]
    shapes: dict[str, Schema] = {"": schema}
    done: set[str] = set()
    while waiting := [name for name in shapes if name not in done]:
        name = waiting[0]
        done.add(name)
        if name:
            lines += [f"### {file} `{name}`", ""]
            if text := shapes[name].get("description"):
                lines += [str(text), ""]
        lines += [*_Table(file, schema, shapes).rows(shapes[name], name), ""]
    return "\n".join(lines)


def _anchor(heading: str) -> str:
    """The anchor that a Markdown viewer makes of a heading."""
    kept = (sign for sign in heading.lower() if sign.isalnum() or sign in "-_ ")
    return "".join(kept).replace(" ", "-")


def _default(part: Schema) -> str:
    if "default" in part:
        return f"`{_flow(part['default'])}`"
    if _SAYS_DEFAULT.search(str(part.get("description", ""))):
        return "as said"
    inner = part.get("properties", {}).values()
    has_its_own = any(isinstance(one, Mapping) and "default" in one for one in inner)
    return "its keys'" if has_its_own else "none"


def _example(part: Schema) -> str:
    examples = part.get("examples", ())
    return f"`{_flow(examples[0])}`" if examples else ""


def _flow(value: Any) -> str:
    """A value in YAML on one line."""
    text = yaml.dump(
        value,
        Dumper=_Dumper,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
    )
    return text.removesuffix("...\n").strip().replace("\n", " ")


class _Table:
    """Writes tables of keys; notes in `shapes` the mappings that need a table of their own."""

    def __init__(self, file: str, schema: Schema, shapes: dict[str, Schema]) -> None:
        self.file = file
        self.schema = schema
        self.shapes = shapes

    def rows(self, part: Schema, path: str) -> Iterator[str]:
        yield "| key | type | default | what it is | example |"
        yield "| --- | --- | --- | --- | --- |"
        required = part.get("required", ())
        for key, raw in part.get("properties", {}).items():
            inner = resolved(self.schema, raw)
            cells = (
                f"`{key}`",
                self.shape(raw, f"{path}.{key}" if path else key),
                "**required**" if key in required else _default(inner),
                str(inner.get("description", "")),
                _example(inner),
            )
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

    def shape(self, raw: Any, path: str) -> str:
        """What kind of value it is, in words."""
        name = str(raw.get("$ref", "")).rpartition("/")[2] if isinstance(raw, Mapping) else ""
        part = resolved(self.schema, raw)
        if not isinstance(part, Mapping):
            return "anything"
        if "x-type" in part:
            self.shape({key: value for key, value in part.items() if key != "x-type"}, path)
            return str(part["x-type"])
        if branches := part.get("anyOf") or part.get("oneOf"):
            return self.either(branches, path)
        if "enum" in part or "const" in part:
            options = part.get("enum") or [part["const"]]
            return "one of " + ", ".join(f"`{_flow(option)}`" for option in options)
        if part.get("properties"):
            shape = name or path
            self.shapes.setdefault(shape, part)
            return f"mapping [`{shape}`](#{_anchor(f'{self.file} {shape}')})"
        types = part.get("type", ())
        kinds = [types] if isinstance(types, str) else list(types)
        return " or ".join(self.kind(part, kind, path) for kind in kinds) or "anything"

    def either(self, branches: Sequence[Any], path: str) -> str:
        if len(branches) == 2 and branches[1].get("items") == branches[0]:
            return self.shape(branches[0], path) + ", or a list"
        words = [self.shape(branch, path) for branch in branches]
        return " or ".join(dict.fromkeys(words))

    def kind(self, part: Schema, kind: str, path: str) -> str:
        if kind == "array" and isinstance(part.get("items"), Mapping):
            return "list of " + self.shape(part["items"], f"{path}[]")
        if kind == "object" and isinstance(part.get("additionalProperties"), Mapping):
            return "mapping of keys to " + self.shape(part["additionalProperties"], f"{path}.KEY")
        if kind == "string" and part.get("format") in _FORMATS:
            return _FORMATS[part["format"]]
        return _PLAIN[kind]


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(yaml_reference())
