"""The schema of report.yaml for one format: for editors, and for loading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.config.files import Files
from generator.config.format.council_file import load_council
from generator.config.format.format_file import load_format
from generator.config.schema.report_schema import report_schema_for, sign_offs_schema_for
from generator.config.schema.schema_check import find_problems
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import parse_yaml, read_yaml

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = Workspace(
    ROOT, ROOT / "config", ROOT / "inputs", ROOT / "report_templates", ROOT / "output"
)


@pytest.fixture
def schema(workspace: Workspace) -> dict[str, Any]:
    """The schema for the example's format."""
    format_ = load_format(workspace, "example-scrutiny")
    return report_schema_for(format_, load_council(workspace, "example"))


def test_it_names_the_rows_groups_sections_and_implications(schema: dict[str, Any]) -> None:
    parts = schema["properties"]
    assert list(parts["front_matter"]["properties"]) == [
        "cabinet_member", "wards", "key_decision", "plan_reference", "designation",
        "considered_by", "employees", "decided",
    ]  # fmt: skip
    assert parts["front_matter"]["required"] == ["cabinet_member"]
    assert parts["recommendations"]["required"] == ["decision"]
    assert parts["front_matter"]["properties"]["designation"]["enum"] == ["RED", "AMBER", "GREEN"]
    assert list(parts["implications"]["properties"]) == ["financial", "legal", "equalities"]
    assert "purpose" in parts["sections"]["properties"]
    assert "terms_of_reference" not in parts
    assert "front_matter" in schema["required"]


def test_it_offers_people_and_committees_by_key(schema: dict[str, Any]) -> None:
    keys = schema["$defs"]["someone"]["anyOf"][0]["enum"]
    assert keys == ["ada-byron", "max-weber", "dee-rector"]
    committee = schema["properties"]["committee"]["anyOf"]
    assert committee[0]["enum"] == ["families", "cabinet"]


def test_what_is_written_for_editors_is_what_loading_checks(
    schema: dict[str, Any], report_text: str
) -> None:
    jsonschema_rs.meta.validate(schema)
    assert find_problems(parse_yaml(report_text, "f"), schema) == []
    wrong = report_text.replace("ada-byron", "nobody")
    assert len(find_problems(parse_yaml(wrong, "f"), schema)) == 1


def test_the_general_schema_is_not_changed_by_it(workspace: Workspace) -> None:
    from copy import deepcopy

    from generator.config.schema.schema_check import load_schema

    before = deepcopy(load_schema("report"))
    format_ = load_format(workspace, "example-scrutiny")
    report_schema_for(format_, load_council(workspace, "example"))
    sign_offs_schema_for(format_)
    assert load_schema("report") == before


def test_a_council_without_people_asks_for_them_written_out(
    workspace: Workspace, write: Any, report_text: str
) -> None:
    write("config/councils/example.yaml", "name: Example\n")
    council = load_council(workspace, "example")
    schema = report_schema_for(load_format(workspace, "example-scrutiny"), council)
    assert [str(found) for found in find_problems(parse_yaml(report_text, "f"), schema)] == [
        "f:6: front_matter.cabinet_member: expected a key of config/councils/example.yaml, or text"
        " such as 'Ann Example, Head of Service', or a list of these, got 'ada-byron'"
    ]


@pytest.mark.parametrize("name", SHIPPED.report_names())
def test_shipped_reports_fit(name: str) -> None:
    file = read_yaml(SHIPPED.inputs / name / "report.yaml", Files(ROOT))
    format_ = load_format(SHIPPED, file.data["format"])
    schema = report_schema_for(format_, load_council(SHIPPED, format_.council))
    jsonschema_rs.meta.validate(schema)
    assert find_problems(file, schema) == []
