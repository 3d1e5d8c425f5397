"""The reference of the YAML keys is written from the schemas, and is current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config.schema.schema_check import load_schema
from generator.config.schema.yaml_reference import SCHEMAS, yaml_reference
from generator.config.yaml.yaml_file import parse_yaml

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "yaml.md"


def test_the_page_in_docs_is_current() -> None:
    assert PAGE.read_text("utf-8") == yaml_reference(), "run: make docs"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_of_every_file_stands_in_it(name: str) -> None:
    page = yaml_reference()
    for key in load_schema(name)["properties"]:
        assert f"| `{key}` |" in page


def test_every_link_leads_to_a_heading() -> None:
    page = yaml_reference()
    headings = {
        re.sub(r"[^a-z0-9_ -]", "", line.lstrip("#").strip().lower()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    links = set(re.findall(r"\]\(#([^)]*)\)", page))
    assert links
    assert links <= headings


def test_examples_are_yaml_that_reads_back() -> None:
    for line in yaml_reference().splitlines():
        if line.startswith("| `"):
            example = re.search(r" \| (`.*`) \|$", line.split(" | ", 3)[-1])
            if example:
                text = example.group(1).strip("`").replace("\\|", "|")
                parse_yaml(f"example: {text}\n", line)


def test_dates_and_yes_stand_without_quotes() -> None:
    page = yaml_reference()
    assert "`{date: 2023-03-15}`" in page
    assert "'2023-03-15'" not in page


def test_every_key_has_a_type_a_default_a_description_and_an_example() -> None:
    rows = [line for line in yaml_reference().splitlines() if line.startswith("| `")]
    assert len(rows) > 300
    for row in rows:
        cells = re.split(r"(?<!\\)\|", row.strip("| "))
        assert len(cells) == 5, row
        assert all(cell.strip() for cell in cells), row
