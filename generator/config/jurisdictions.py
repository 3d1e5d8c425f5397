"""Loading what the law asks of council papers: the workspace's own file, or the program's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.config.schema.schema_check import check
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import YamlFile, parse_yaml, read_yaml
from generator.model.release.law import Law, Period
from generator.model.report import Council, Jurisdiction

LAW_FILE = "jurisdictions.yaml"
_SHIPPED = Path(__file__).with_name(LAW_FILE)


def load_law(workspace: Workspace, council: Council) -> Law:
    """The law that a council is held to, with the clear days that it asks for itself.

    Raises InputProblems for a workspace's own file that is wrong.
    """
    path = workspace.config / LAW_FILE
    own = read_yaml(path, workspace.files) if workspace.files.is_file(path) else None
    if own is not None:
        check(own, "jurisdictions")
    file = own if own is not None and council.jurisdiction in own.data else shipped_laws()
    law = _law(council.jurisdiction, file.data[council.jurisdiction])
    return law if council.clear_days is None else _with_days(law, council.clear_days)


def shipped_laws() -> YamlFile:
    """The program's own file."""
    return parse_yaml(_SHIPPED.read_text("utf-8"), LAW_FILE)


def every_law() -> tuple[Law, ...]:
    """All laws of the program, England's first."""
    return tuple(_law(key, data) for key, data in shipped_laws().data.items())


def shipped_law(jurisdiction: Jurisdiction) -> Law:
    """A jurisdiction's law as the program brings it."""
    return _law(jurisdiction, shipped_laws().data[jurisdiction])


def _with_days(law: Law, days: int) -> Law:
    return replace(law, clear_days=replace(law.clear_days, days=days))


def _law(key: Jurisdiction, data: Mapping[str, Any]) -> Law:
    exempt = data["exempt"]
    return Law(
        key=key,
        name=data["name"],
        clear_days=_period(data["clear_days"]),
        schedule=exempt["schedule"],
        exempt={int(number): words for number, words in exempt["paragraphs"].items()},
        public_interest=exempt.get("public_interest", True),
        notice=_period(data["key_decision_notice"]) if "key_decision_notice" in data else None,
        exceptions=dict(data.get("exceptions", {})),
        urgent=data.get("urgent", ""),
        background_papers=data.get("background_papers", ""),
        decision_notice=_period(data["decision_notice"]) if "decision_notice" in data else None,
    )


def _period(data: Mapping[str, Any]) -> Period:
    return Period(data.get("days", 0), data.get("of", "working"), data["source"])
