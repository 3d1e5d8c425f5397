"""YAML in the documentation is what one of the program's files may hold, in whole or in part."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from generator.config.schema.schema_check import find_problems, load_schema
from generator.config.schema.yaml_reference import SCHEMAS
from generator.config.yaml.yaml_file import parse_yaml
from generator.model.issues import Issue

from . import pages

EXAMPLES = [
    pytest.param(block.text, id=f"{pages.name_of(page)}:{block.line}")
    for page in pages.PAGES
    for block in pages.blocks(page.read_text("utf-8"))
    if block.language == "yaml"
]


# Rows of the front matter and parts of the layout are shown by themselves, too.
_PARTS = (("report", "front_matter"), ("format", "front_matter"), ("format", "layout"))
_WHOLE = ("required", "anyOf", "if", "then", "else")  # what only a whole file must fit


def problems(text: str, schema: str) -> list[Issue]:
    """What does not fit; that the rest of the file is missing is none."""
    asked = {key: value for key, value in load_schema(schema).items() if key not in _WHOLE}
    return find_problems(parse_yaml(text, schema), asked)


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_fits_one_of_the_files(text: str) -> None:
    text = dedent(text)
    if parse_yaml(text, "example").data is None:  # nothing but a comment
        return
    wrong = {name: problems(text, name) for name in SCHEMAS}
    for name, key in _PARTS:
        wrong[f"{name}.{key}"] = problems(f"{key}:\n{indent(text, '  ')}", name)
    nearest = min(wrong, key=lambda name: len(wrong[name]))
    assert not wrong[nearest], f"{nearest}: {wrong[nearest]}"


def test_a_misspelt_key_would_be_noticed() -> None:
    assert all(problems("titel: A report\n", name) for name in SCHEMAS)
