"""The schema of report.yaml that `committee format schema` writes for editors.

It is the schema that loading checks with, and besides says what loading checks in words of its own:
who may stand in a row, on which days a committee meets, what one key asks of another. It refuses
nothing that loads. What depends on comparing days, or on other files, only loading can tell: an
office that has ended, a date outside those of the format, an appendix that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.config.schema.report_schema import FREE_TEXT, report_schema_for
from generator.config.schema.subschema import Json
from generator.model.council import CouncilFile, OfficeHolder
from generator.model.format import Format, FrontMatterRule, ImplicationRule

_YES = {"enum": [True, "yes", "Yes"]}
_FILES = ("csv", "file")


def editor_schema_for(format_: Format, council: CouncilFile) -> Json:
    """The JSON Schema (2020-12) of report.yaml for a format, for editors."""
    schema = report_schema_for(format_, council)
    parts, defs = dict(schema["properties"]), dict(schema["$defs"])
    parts["format"] = {**parts["format"], "enum": [format_.key], "default": format_.key}
    # One line; leading and trailing ends of lines do not count.
    parts["title"] = {**parts["title"], "pattern": r"^\n*[^\n]*\S[^\n]*\n*$"}
    parts["committee"] = _committee(parts["committee"], council)
    parts["front_matter"] = _front_matter(parts["front_matter"], format_, council, defs)
    parts["implications"] = _implications(parts["implications"], format_, defs)
    parts["authors"] = _people(parts["authors"], defs, council.people.values())
    if not _has_place_for_exemption(format_):
        del parts["exempt"]
    defs["appendix"] = {**defs["appendix"], "allOf": list(_appendix_rules())}
    rules = [*_meetings(council), *_required_in_cases(format_)]
    return {**schema, "properties": parts, "$defs": defs, **({"allOf": rules} if rules else {})}


def _committee(part: Json, council: CouncilFile) -> Json:
    """The council's committees with their names, and none of another council for an example."""
    changed = {key: value for key, value in part.items() if key != "examples"}
    if council.committees:
        names = [f"{one.name} ({one.type})" for one in council.committees.values()]
        keys, *written_out = changed["anyOf"]
        changed["anyOf"] = [{**keys, "enumDescriptions": names}, *written_out]
    return changed


# ---------------------------------------------------------------- people
def _front_matter(part: Json, format_: Format, council: CouncilFile, defs: Json) -> Json:
    rows = dict(part["properties"])
    for rule in format_.front_matter:
        if rule.key not in rows:
            continue
        row = rows[rule.key]
        if rule.kind in ("people", "contacts"):
            row = _people(row, defs, _allowed(rule, council), rule)
        elif rule.kind == "considerations" and rule.repeatable:
            one, many = row["anyOf"]
            row = {**row, "anyOf": [one, {**many, "uniqueItems": True}]}
        rows[rule.key] = {**row, "default": rule.default} if rule.default else row
    return {**part, "properties": rows}


def _allowed(rule: FrontMatterRule, council: CouncilFile) -> list[OfficeHolder]:
    everybody = council.people.values()
    return [one for one in everybody if not rule.who or one.kind in ("", rule.who)]


def _people(
    part: Json, defs: Json, people: Iterable[OfficeHolder], rule: FrontMatterRule | None = None
) -> Json:
    """A row of people: keys with names and posts, or people written out as the row prints them."""
    known = list(people)
    fields = dict(defs["person"]["properties"])
    of_file = {"enum": [one.key for one in known], "enumDescriptions": [*map(_described, known)]}
    named = {**fields, "person": {**fields["person"], **of_file}}
    del named["name"], fields["person"]
    needed = ["name", "post"] if rule is not None and "post" in rule.columns else ["name"]
    one: Json = {"anyOf": [FREE_TEXT, _mapping(fields, needed)]}
    if known:
        one = {"anyOf": [{"type": "string", **of_file}, _mapping(named, ["person"]), *one["anyOf"]]}
    described = {"description": part["description"]}
    if rule is not None and not rule.repeatable:
        return {**described, **one}
    several = {"type": "array", "minItems": 1, "uniqueItems": True, "items": one}
    return {**described, "anyOf": [*one["anyOf"], several]}


def _mapping(fields: Json, required: list[str]) -> Json:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": fields,
        "required": required,
    }


def _described(holder: OfficeHolder) -> str:
    posts = [office.post for office in holder.offices]
    return ", ".join([holder.name, *posts])


# ---------------------------------------------------------------- implications, appendices
def _implications(part: Json, format_: Format, defs: Json) -> Json:
    grid = any(one.style == "grid" for one in format_.layout)
    rules = {rule.key: rule for rule in format_.implications}
    return {
        **part,
        "properties": {
            key: {
                **defs["implication"],
                **value,
                "anyOf": [*_said(defs["implication"]["anyOf"], rules[key], grid)],
            }
            for key, value in _without_references(part["properties"])
        },
    }


def _without_references(properties: Json) -> Iterator[tuple[str, Json]]:
    for key, value in properties.items():
        yield key, {name: inner for name, inner in value.items() if name != "$ref"}


def _said(branches: list[Json], rule: ImplicationRule, grid: bool) -> Iterator[Json]:
    text, mapping = branches
    yield text
    fields = dict(mapping["properties"])
    if rule.nil:
        fields["nil"] = {**fields["nil"], "description": f"Prints: {rule.nil}"}
    else:
        fields["nil"] = {**fields["nil"], "const": False}
    if not grid:
        del fields["answer"]
    both = {"required": ["nil", "text"], "properties": {"nil": {"const": True}}}
    yield {**mapping, "properties": fields, "not": both}


def _appendix_rules() -> Iterator[Json]:
    """What the content of an appendix asks of its path and sheet."""
    from_file = {"required": ["content"], "properties": {"content": {"enum": list(_FILES)}}}
    only_listed = {"required": ["listed_only"], "properties": {"listed_only": {"const": True}}}
    yield {"if": {**from_file, "not": only_listed}, "then": {"required": ["path"]}}
    made = {"required": ["content"], "properties": {"content": {"not": {"enum": list(_FILES)}}}}
    yield {"if": made, "then": {"properties": {"path": False}}}
    yield {"properties": {"path": {"pattern": _ending("csv", "docx", "xlsx")}}}
    sheet = {"required": ["path"], "properties": {"path": {"pattern": _ending("xlsx")}}}
    yield {"if": {"required": ["sheet"]}, "then": sheet}


def _ending(*endings: str) -> str:
    """A pattern of names that end so, in capitals or not."""
    either = ["".join(f"[{one}{one.upper()}]" for one in ending) for ending in endings]
    return rf"\.({'|'.join(either)})[/.]*$"


# ---------------------------------------------------------------- what one key asks of another
def _meetings(council: CouncilFile) -> Iterator[Json]:
    for key, days in council.meetings.items():
        if days:
            on = {"properties": {"date": {"enum": [day.isoformat() for day in days]}}}
            chosen = {"required": ["committee"], "properties": {"committee": {"const": key}}}
            yield {"if": chosen, "then": {"properties": {"meeting": on}}}


def _required_in_cases(format_: Format) -> Iterator[Json]:
    """Rows that an exempt or published report needs, or one that says yes to another row."""
    for rule in format_.front_matter:
        if not rule.required_when or rule.default or rule.kind == "computed":
            continue
        row = {"properties": {"front_matter": {"required": [rule.key]}}}
        case: Json = {"required": [rule.required_when]}
        if rule.required_when not in ("exempt", "published"):
            yes = {**case, "properties": {rule.required_when: _YES}}
            case = {"required": ["front_matter"], "properties": {"front_matter": yes}}
        yield {"if": case, "then": {"required": ["front_matter"], **row}}


def _has_place_for_exemption(format_: Format) -> bool:
    shown = any(part.kind == "exempt" for part in format_.layout)
    return shown or any(rule.source == "exemption" for rule in format_.front_matter)
