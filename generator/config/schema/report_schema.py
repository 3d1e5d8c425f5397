"""The schema of report.yaml and sign_offs.yaml for one format and its council.

It is the general schema with the format's rows, groups, sections and implications in place of 'any
key', and the council's people and committees in place of 'any text'. Loading checks with it, and
`committee format schema` writes it for editors, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.config.schema.schema_check import load_schema
from generator.config.schema.subschema import Json
from generator.model.council import CouncilFile
from generator.model.format import Format, FrontMatterRule, signed_rules, signing_rows

_TEXT: Json = {"type": ["string", "integer"], "pattern": "\\S", "x-expected": "text"}
# Text with a space in it is nobody's key: a name, or 'Name, Post'.
FREE_TEXT: Json = {"type": "string", "pattern": "\\S\\s+\\S"}
_DATE: Json = {"type": "string", "format": "date", "x-expected": "a date such as 2023-03-15"}
_YES_NO: Json = {
    "anyOf": [{"type": "boolean"}, {"type": "string", "enum": ["yes", "no", "Yes", "No"]}],
    "x-expected": "yes or no",
}

# Keys of report.yaml that only some formats print, with the parts and computed rows that do.
_PRINTED_BY = {
    "terms_of_reference": "terms of reference",
    "subject_history": "a subject history",
    "background_papers": "background papers",
}


def report_schema_for(format_: Format, council: CouncilFile) -> Json:
    """The JSON Schema of report.yaml for a format, with the council's people and committees."""
    base = load_schema("report")
    properties = dict(base["properties"])
    required = list(base["required"])
    properties["format"] = {**properties["format"], "examples": [format_.key]}
    properties["committee"] = _committee(properties["committee"], council)
    for name, part in (
        ("front_matter", _front_matter(format_)),
        ("recommendations", _recommendations(format_)),
    ):
        properties[name] = {"description": properties[name]["description"], **part}
        if part.get("required"):
            required.append(name)
    properties["sections"] = {**properties["sections"], **_sections(format_)}
    properties["implications"] = {**properties["implications"], **_implications(format_)}
    refused = _unprinted(format_)
    for name in refused:
        del properties[name]
    required += [name for name in _required_parts(format_) if name in properties]
    return {
        **base,
        "title": f"report.yaml for {format_.name}",
        "required": required,
        "x-refused": refused,
        "properties": properties,
        "$defs": {**base["$defs"], **_people(base["$defs"], council)},
    }


def sign_offs_schema_for(format_: Format) -> Json:
    """The JSON Schema of sign_offs.yaml for a format."""
    base = load_schema("sign_offs")
    sign_offs = base["properties"]["sign_offs"]
    entry = sign_offs["additionalProperties"]
    signed = {
        rule.key: {**entry, "description": f"{rule.title}: {rule.owner or 'its owner'}."}
        for rule in signed_rules(format_)
    }
    for row in signing_rows(format_):
        signed[row.key] = {**entry, "description": f"{row.label.rstrip(':')}: who signs."}
    refused = {
        rule.key: f"remove it: in this format {rule.title!r} is not signed off"
        for rule in format_.implications
        if rule.sign_off == "none"
    }
    whole = {**sign_offs, **_closed(signed), "x-refused": refused}
    return {
        **base,
        "title": f"sign_offs.yaml for {format_.name}",
        "properties": {"sign_offs": whole},
    }


def one_or_many(item: Json) -> Json:
    """One item, or a list of at least one."""
    return {"anyOf": [item, {"type": "array", "minItems": 1, "items": item}]}


def _closed(properties: Mapping[str, Any], required: Iterable[str] = ()) -> Json:
    part: Json = {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
    }
    return {**part, "required": names} if (names := list(required)) else part


def _committee(part: Json, council: CouncilFile) -> Json:
    keys = list(council.committees)
    if not keys:
        return part
    named = {"type": "string", "enum": keys}
    place = f"the key of a committee in {council.file}, or a mapping with name and type"
    branches = [named, FREE_TEXT, {"$ref": "#/$defs/committee"}]
    return {**part, "anyOf": branches, "x-expected": place}


def _people(defs: Json, council: CouncilFile) -> Json:
    """The definitions of people, with the council's keys in place of any text."""
    expected = f"a key of {council.file}, or text such as 'Ann Example, Head of Service'"
    keys = {"type": "string", "enum": list(council.people)}
    person = dict(defs["person"])
    person["properties"] = {**person["properties"]}
    if council.people:
        described = {"description": person["properties"]["person"]["description"]}
        person["properties"]["person"] = {
            **keys,
            **described,
            "x-expected": f"a key of {council.file}",
        }
    branches = [keys, FREE_TEXT, {"$ref": "#/$defs/person"}]
    one = {"anyOf": branches[0 if council.people else 1 :], "x-expected": expected}
    many = {**one_or_many(one), "x-expected": f"{expected}, or a list of these"}
    return {"person": {**person, "x-expected": expected}, "someone": one, "people": many}


def _front_matter(format_: Format) -> Json:
    stated = [rule for rule in format_.front_matter if rule.kind != "computed"]
    required = [rule.key for rule in stated if rule.required and not rule.default]
    part = _closed({rule.key: _row(rule) for rule in stated}, required)
    part["x-refused"] = {
        rule.key: "remove it: the format fills this row in by itself"
        for rule in format_.front_matter
        if rule.kind == "computed"
    }
    return part


def _row(rule: FrontMatterRule) -> Json:
    text = f"{rule.label.rstrip(':')}. {rule.guidance}".strip()
    return {"description": text, **_row_value(rule)}


def _row_value(rule: FrontMatterRule) -> Json:
    if rule.kind in ("people", "contacts"):
        return {"$ref": "#/$defs/people" if rule.repeatable else "#/$defs/someone"}
    if rule.kind == "considerations":
        item: Json = {"$ref": "#/$defs/consideration"}
        expected = "bodies and dates, such as [{body: Leadership Team, date: 2023-02-16}]"
        return {**(one_or_many(item) if rule.repeatable else item), "x-expected": expected}
    if rule.kind == "yes_no":
        item = _YES_NO
    elif rule.kind == "date":
        item = _DATE
    elif rule.values:
        item = {"type": "string", "enum": list(rule.values)}
    else:
        item = _TEXT
    return one_or_many(item) if rule.repeatable or rule.kind == "wards" else item


def _recommendations(format_: Format) -> Json:
    groups = {
        group.key: {
            "$ref": "#/$defs/recommendations",
            "description": f"{group.heading_many or group.heading or group.key} {group.guidance}",
        }
        for group in format_.recommendations
    }
    return _closed(groups, [group.key for group in format_.recommendations if group.required])


def _sections(format_: Format) -> Json:
    sections = [part for part in format_.layout if part.kind == "section"]
    free = any(part.kind == "free_sections" for part in format_.layout)
    part = _closed(
        {
            section.key: {"$ref": "#/$defs/section", "description": f"{section.title}."}
            for section in sections
            if not section.fixed
        }
    )
    refused = {rule.key: "put it under implications" for rule in format_.implications}
    for section in sections:
        if section.fixed:
            refused[section.key] = f"remove it: the heading {section.title!r} is fixed"
    part["x-refused"] = refused
    if free:
        part["additionalProperties"] = {"$ref": "#/$defs/section"}
        part["properties"].update(dict.fromkeys(refused, False))
    return part


def _implications(format_: Format) -> Json:
    return _closed(
        {
            rule.key: {"$ref": "#/$defs/implication", "description": f"{rule.title}."}
            for rule in format_.implications
        }
    )


def _prints(format_: Format, kind: str) -> bool:
    parts = any(part.kind == kind for part in format_.layout)
    return parts or any(rule.source == kind for rule in format_.front_matter)


def _unprinted(format_: Format) -> dict[str, str]:
    return {
        name: f"remove it: the format {format_.key} prints no {words.removeprefix('a ')}"
        for name, words in _PRINTED_BY.items()
        if not _prints(format_, name)
    }


def _required_parts(format_: Format) -> list[str]:
    return [
        part.kind
        for part in format_.layout
        if part.kind in _PRINTED_BY and part.required and not part.nil
    ]
