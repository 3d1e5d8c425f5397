"""The schema for editors: it accepts all that loads, and tells of most that does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.files import Files
from generator.config.format.council_file import load_council
from generator.config.format.format_file import format_names, load_format
from generator.config.report.report_file import load_report
from generator.config.schema.editor_schema import editor_schema_for
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import parse_yaml, read_yaml
from generator.errors import InputProblems

from ..test_wild_input import MORE, VALUES, mutated, paths
from .test_report_schema import ROOT, SHIPPED

Write = Callable[[str, str], Path]

FURTHER = """\
  key_decision: "yes"
  plan_reference: FP-7
  designation: AMBER
  considered_by: [{body: Board, date: 2023-02-28}]
  employees: [dee-rector, {person: dee-rector, post: Other}, {name: Jo, post: Clerk}]
  decided: 2023-03-15
published: 2023-03-07
"""


def everything(report_text: str) -> str:
    """A report that uses most of what the format allows."""
    before, after = report_text.split("recommendations:")
    return f"{before}{FURTHER}recommendations:{after}{MORE}"


def validator(workspace: Workspace, key: str = "example-scrutiny") -> Any:
    format_ = load_format(workspace, key)
    schema = editor_schema_for(format_, load_council(workspace, format_.council))
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


@pytest.mark.parametrize("name", SHIPPED.report_names())
def test_shipped_reports_fit(name: str) -> None:
    file = read_yaml(SHIPPED.inputs / name / "report.yaml", Files(ROOT))
    assert validator(SHIPPED, file.data["format"]).is_valid(file.data)


@pytest.mark.parametrize("key", format_names(SHIPPED))
def test_every_key_of_the_first_level_is_described(key: str) -> None:
    format_ = load_format(SHIPPED, key)
    schema = editor_schema_for(format_, load_council(SHIPPED, format_.council))
    assert all(part.get("description") for part in schema["properties"].values())
    assert schema["properties"]["format"]["enum"] == [key]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150
)
@given(data=st.data())
def test_whatever_loads_fits(
    workspace: Workspace, write: Write, report_text: str, data: st.DataObject
) -> None:
    plain = parse_yaml(everything(report_text), "f").data
    path = data.draw(st.sampled_from(paths(plain)))
    rename = data.draw(st.sampled_from(["", "", "", "Title", "text", "key", "person"]))
    changed = mutated(plain, path, data.draw(VALUES), rename)
    text = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
    write("inputs/check/report.yaml", text)
    try:
        load_report(workspace, "check")
    except InputProblems:
        return
    read = parse_yaml(text, "f").data
    assert list(validator(workspace).iter_errors(read)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("format: example-scrutiny", "format: example-cabinet"),
        ("title: Health check", "title: |\n  Health\n  check"),
        ("committee: families", "committee: familes"),
        ("committee: families\nmeeting: {date: 2023-03-15}",
         "committee: cabinet\nmeeting: {date: 2023-03-16}"),
        ("meeting: {date: 2023-03-15}", "meeting: {date: 15 March 2023}"),
        ("cabinet_member: ada-byron", "cabinet_member: dee-rector"),
        ("cabinet_member: ada-byron", "cabinet_member: [ada-byron, ada-byron]"),
        ("cabinet_member: ada-byron", "cabinet_member: {person: dee-rector}"),
        ("cabinet_member: ada-byron", "cabinet_member: {person: ada-byron, name: Ada}"),
        ("cabinet_member: ada-byron", "cabinet_member: {post: Children}"),
        ("cabinet_member: ada-byron", "cabinet_member: {name: Ada}"),
        ("cabinet_member: ada-byron", "cabinet_membre: ada-byron"),
        ("  plan_reference: FP-7\n", ""),
        ("designation: AMBER", "designation: BLUE"),
        ("{body: Board, date: 2023-02-28}",
         "{body: Board, date: 2023-02-28}, {body: Board, date: 2023-02-28}"),
        ("financial: {nil: true}", "financial: {nil: true, text: Some.}"),
        ("financial: {nil: true}", "financial: {answer: true}"),
        ("legal: text", "legal: {nil: true}"),
        ("content: method", "content: method, path: a.docx"),
        ("content: method", "content: file"),
        ("content: method", "path: a.pdf"),
        ("content: method", "path: a.docx, sheet: Plan"),
        ("contents: true", "contents: yes"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_the_editor_and_by_loading(
    workspace: Workspace, write: Write, report_text: str, right: str, wrong: str
) -> None:
    text = everything(report_text)
    checks = validator(workspace)
    assert checks.is_valid(parse_yaml(text, "f").data)
    assert text.count(right) == 1
    write("inputs/check/report.yaml", text)
    load_report(workspace, "check")
    changed = text.replace(right, wrong)
    assert not checks.is_valid(parse_yaml(changed, "f").data)
    write("inputs/check/report.yaml", changed)
    with pytest.raises(InputProblems):
        load_report(workspace, "check")


def test_people_and_committees_are_offered_with_their_names(workspace: Workspace) -> None:
    format_ = load_format(workspace, "example-scrutiny")
    schema = editor_schema_for(format_, load_council(workspace, "example"))
    member = schema["properties"]["front_matter"]["properties"]["cabinet_member"]["anyOf"][0]
    assert member["enum"] == ["ada-byron", "max-weber"]
    assert member["enumDescriptions"][0] == "Councillor Ada Byron, Children, Housing"
    committees = schema["properties"]["committee"]["anyOf"][0]["enumDescriptions"]
    assert committees == ["Families Scrutiny Panel (scrutiny)", "Cabinet (cabinet)"]


def test_a_council_without_people_has_them_written_out(
    workspace: Workspace, write: Write, report_text: str
) -> None:
    write("config/councils/example.yaml", "name: Example\n")
    text = report_text.replace("ada-byron", "{name: Ada Byron, post: Children}")
    text = text.replace("committee: families", "committee: {name: Panel, type: scrutiny}")
    assert validator(workspace).is_valid(parse_yaml(text, "f").data)
    assert not validator(workspace).is_valid(parse_yaml(report_text, "f").data)
