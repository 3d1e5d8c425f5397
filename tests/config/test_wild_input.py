"""Whatever stands in the YAML files, loading gives a report or problems, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.report.report_file import load_report
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import parse_yaml
from generator.errors import InputProblems

Write = Callable[[str, str], Path]

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3000)
    | st.sampled_from(["", " ", "x", "2023-03-15", "ada-byron", "financial", "{x}", "%1", "[", "A"])
    | st.floats(allow_nan=False, allow_infinity=False, width=16),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["key", "kind", "name", "text", "title", "person", "post", "date", "x"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)

SIGN_OFFS = """\
sign_offs:
  financial: [{code: "[JG/15022023/Y]"}, "[MK/15022023/J]"]
  legal: {officer: A, post: B, date: 2023-02-15}
"""
MORE = """\
  noting: [{text: x, name: y}]
implications: {financial: {nil: true}, legal: text}
sections: {findings: Findings, purpose: {title: P, required: false}}
appendices: [{key: a, title: A, content: method, options: {x: y}}]
background_papers: [{text: a, held_at: b}, c]
authors: [dee-rector, {name: a, post: b}]
exempt: {paragraphs: [1], public_interest: x}
marking: SENSITIVE
variables: {x: y}
sourced: {x: {value: a, source: b, date: 2022-09-30}}
contents: true
"""


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path in the data."""
    found = [path]
    steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for step in steps:
        found += paths(data[step], (*path, step))
    return found


def mutated(data: Any, path: tuple[Any, ...], value: Any, rename: str) -> Any:
    """The data with another value at a path, or with its key renamed."""
    if not path:
        return value
    result = copy.deepcopy(data)
    holder = result
    for step in path[:-1]:
        holder = holder[step]
    if rename and isinstance(holder, dict):
        holder[rename] = holder.pop(path[-1])
    else:
        holder[path[-1]] = value
    return result


@pytest.mark.parametrize("file", ["report", "sign_offs", "format", "council"])
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(data=st.data())
def test_any_change_to_a_file_gives_a_report_or_problems(
    workspace: Workspace,
    write: Write,
    report_text: str,
    format_text: str,
    council_text: str,
    file: str,
    data: st.DataObject,
) -> None:
    texts = {
        "report": ("inputs/check/report.yaml", report_text + MORE),
        "sign_offs": ("inputs/check/sign_offs.yaml", SIGN_OFFS),
        "format": ("config/formats/example-scrutiny.yaml", format_text),
        "council": ("config/councils/example.yaml", council_text),
    }
    for name, text in texts.values():
        write(name, text)
    name, text = texts[file]
    plain = parse_yaml(text, name).data
    path = data.draw(st.sampled_from(paths(plain)))
    rename = data.draw(st.sampled_from(["", "", "Title", "x", "key", "after", "extends"]))
    changed = mutated(plain, path, data.draw(VALUES), rename)
    write(name, yaml.safe_dump(changed, allow_unicode=True, sort_keys=False))
    try:
        load_report(workspace, "check")
    except InputProblems as error:
        for problem in error.problems:
            assert problem.message
            assert problem.where.file.endswith(".yaml")
