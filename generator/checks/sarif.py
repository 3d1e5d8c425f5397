"""What was found as SARIF 2.1.0, which code forges and editors read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from generator.checks.registry import rule
from generator.model.issues import Issue

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def as_sarif(issues: Iterable[Issue], version: str) -> Mapping[str, Any]:
    """A SARIF log with one run. version: of the program."""
    found = list(issues)
    names = sorted({one.rule for one in found})
    driver = {"name": "committee", "version": version, "rules": [_rule(name) for name in names]}
    results = [_result(one, names.index(one.rule)) for one in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> dict[str, Any]:
    of = rule(name)
    return {
        "id": of.id,
        "shortDescription": {"text": of.explanation},
        "help": {"text": f"{of.remedy} {of.source}".strip()},
        "defaultConfiguration": {"level": _LEVELS[of.severity]},
        "properties": {"family": of.family},
    }


def _result(issue: Issue, index: int) -> dict[str, Any]:
    text = f"{issue.message}; {issue.mend}" if issue.mend else issue.message
    return {
        "ruleId": issue.rule,
        "ruleIndex": index,
        "level": _LEVELS[issue.severity],
        "message": {"text": text},
        "locations": [_location(issue)],
    }


def _location(issue: Issue) -> dict[str, Any]:
    where = issue.where
    uri = quote(where.file.replace("\\", "/"))
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if where.line:
        physical["region"] = {"startLine": where.line}
    named = " ".join(part for part in (where.heading, where.paragraph, where.words) if part)
    location: dict[str, Any] = {"physicalLocation": physical}
    if named:
        location["logicalLocations"] = [{"fullyQualifiedName": named}]
    return location
