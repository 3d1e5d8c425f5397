"""Every rule of the house in one place: what `docs/reference/rules.md` prints.

Each package exports its rules in a module of its own; nothing else imports this one, so that a
build only knows the rules that it applies.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

from generator.checks import check_rules
from generator.checks.accessible import accessible_rules, drawing_rules, look_rules, table_rules
from generator.checks.complete import complete_rules
from generator.checks.consistent import consistent_rules, figure_rules
from generator.checks.lawful import lawful_rules
from generator.checks.private import personal_rules, private_rules
from generator.checks.readable import readable_rules
from generator.compose import compose_rules
from generator.config import config_rules
from generator.merge import merge_rules
from generator.model.issues import Family, Rule
from generator.narrative import narrative_rules
from generator.signoff import signoff_rules
from generator.starters import starter_rules
from generator.survey import survey_rules
from generator.word import word_rules
from generator.word.validity import (
    package_rules,
    structure_rules,
    validity_rules,
)

FAMILIES: Mapping[Family, str] = MappingProxyType(
    {
        "complete": "Is everything there that the format, the law or the report itself asks for?",
        "lawful": "Does the report keep to what the law says of council reports?",
        "consistent": "Do the parts of the report agree with one another?",
        "evidence": "Do the figures, and who signed them off, bear what is said?",
        "private": "Does nothing get out that may not: people, confidential answers, drafts?",
        "accessible": "Can everybody read the document, with a screen reader too?",
        "readable": "Can it be understood, and minuted?",
        "valid": "Can the files be read at all?",
    }
)
"""Family -> the question that its rules answer, in the order in which they are listed."""

_BUILD: tuple[ModuleType, ...] = (
    compose_rules,
    word_rules,
    narrative_rules,
    survey_rules,
    config_rules,
    starter_rules,
    signoff_rules,
    merge_rules,
    check_rules,
)
_RELEASE: tuple[ModuleType, ...] = (
    complete_rules,
    consistent_rules,
    figure_rules,
    readable_rules,
    lawful_rules,
    accessible_rules,
    table_rules,
    drawing_rules,
    look_rules,
    private_rules,
    personal_rules,
    package_rules,
    validity_rules,
    structure_rules,
)
"""The rules that a report is built by, and those that a Word file is held to by `check`."""


def release_rules(beside: Collection[str] = ()) -> tuple[Rule, ...]:
    """The rules that a Word file is held to before release, and those of the ids `beside`."""
    held = {one.id for home in _RELEASE for one in vars(home).values() if isinstance(one, Rule)}
    return tuple(one for one in rules() if one.id in held or one.id in beside)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by family and id."""
    order = list(FAMILIES)
    found = [
        one for home in (*_BUILD, *_RELEASE) for one in vars(home).values() if isinstance(one, Rule)
    ]
    return tuple(sorted(found, key=lambda one: (order.index(one.family), one.id)))


def rule(id: str) -> Rule:
    """The rule of that id. Raises KeyError where there is none."""
    return {one.id: one for one in rules()}[id]
