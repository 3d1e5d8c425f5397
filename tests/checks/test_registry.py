"""The registry: every rule of the house is in it, is applied somewhere, and can be read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from generator.checks.registry import FAMILIES, rule, rules
from generator.model.issues import Family, Rule

HOUSE = Path(__file__).resolve().parents[2] / "generator"
TREES = {path: ast.parse(path.read_text("utf-8")) for path in HOUSE.rglob("*.py")}
HOMES = {path for path in TREES if path.stem.endswith("_rules")}


def _calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield path, node


def _constants() -> dict[str, str]:
    """The name of each rule's constant -> its id."""
    return {
        target.id: ast.literal_eval(node.value.args[0])
        for path in HOMES
        for node in TREES[path].body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def test_every_rule_of_the_house_is_gathered() -> None:
    written = [ast.literal_eval(call.args[0]) for _, call in _calls("Rule")]
    assert sorted(written) == sorted(one.id for one in rules())


def test_rules_stand_in_the_modules_for_them_only() -> None:
    assert {path for path, _ in _calls("Rule")} == HOMES


def test_no_two_rules_have_one_id() -> None:
    assert len({one.id for one in rules()}) == len(rules())


def test_every_rule_is_applied_somewhere() -> None:
    used = {
        node.id
        for path, tree in TREES.items()
        if path not in HOMES
        for node in ast.walk(tree)
        if isinstance(node, ast.Name)
    }
    assert set(_constants()) - used == set()


def test_every_issue_is_made_of_a_rule() -> None:
    assert {path.name for path, _ in _calls("Issue")} == {"issues.py"}


def test_a_rule_is_found_by_its_id() -> None:
    assert rule("figures.typed").severity == "warning"
    with pytest.raises(KeyError):
        rule("figures.nonsense")


def test_every_family_asks_a_question() -> None:
    assert set(FAMILIES) == set(get_args(Family))
    assert all(question.endswith("?") for question in FAMILIES.values())


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.id)
def test_a_rule_can_be_read(one: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*", one.id)
    assert one.explanation[0].isupper()
    assert one.explanation.endswith(".")
    assert one.remedy[0].isupper()
    assert one.remedy.endswith(".")
    assert not one.source.endswith(".")
