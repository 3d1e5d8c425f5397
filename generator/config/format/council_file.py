"""Loading config/councils/<key>.yaml: a council, its people and its committees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.config.config_rules import COUNCIL_PEOPLE
from generator.config.format.named_files import named_file
from generator.config.schema.schema_check import check
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import YamlFile, read_yaml
from generator.errors import Problems
from generator.model.council import CouncilFile, Office, OfficeHolder
from generator.model.issues import Where
from generator.model.release.check_settings import RuleSetting
from generator.model.release.due_days import TimetableSettings
from generator.model.report import Committee, Council
from generator.model.wording.dates import day_or_none


def load_council(workspace: Workspace, key: str, where: Where | None = None) -> CouncilFile:
    """The council of that key. Raises InputProblems with everything wrong in its file.

    where: the place that names the key, for a message when there is no such council.
    """
    return council_from(read_council(workspace, key, where), key)


def read_council(workspace: Workspace, key: str, where: Where | None = None) -> YamlFile:
    """The council's file, read but not yet checked. Raises InputProblems."""
    path = named_file(
        workspace.config / "councils", key, "council", where or Where(key), workspace.files
    )
    return read_yaml(path, workspace.files)


def council_from(file: YamlFile, key: str) -> CouncilFile:
    """Check a council's file and give its values. Raises InputProblems with all that is wrong."""
    check(file, "council")
    data = file.data
    problems = Problems()
    people = {
        person: _person(file, person, entry, problems)
        for person, entry in data.get("people", {}).items()
    }
    committees = {
        committee: _committee(committee, entry)
        for committee, entry in data.get("committees", {}).items()
    }
    meetings = {
        committee: tuple(sorted(date.fromisoformat(day) for day in entry.get("meetings", ())))
        for committee, entry in data.get("committees", {}).items()
    }
    problems.raise_any()
    council = _council(key, file)
    return CouncilFile(council, file.file, people, committees, meetings)


def _council(key: str, file: YamlFile) -> Council:
    data = file.data
    own = {name: data[name] for name in ("jurisdiction", "clear_days") if name in data}
    checks = {
        rule: _setting(entry, file.where(("checks", rule)))
        for rule, entry in data.get("checks", {}).items()
    }
    timetable = TimetableSettings(**data.get("timetable", {}))
    short = data.get("short_name", data["name"])
    return Council(key, data["name"], short, **own, checks=checks, timetable=timetable)


def _setting(entry: Mapping[str, Any], where: Where) -> RuleSetting:
    texts = ("severity", "off", "terms")
    numbers = {name: value for name, value in entry.items() if name not in texts}
    terms = tuple(entry.get("terms", ()))
    return RuleSetting(where, entry.get("severity"), entry.get("off", ""), numbers, terms)


def _committee(key: str, entry: Mapping[str, Any]) -> Committee:
    name = entry["name"]
    lead_in = dict(entry.get("lead_in", {}))
    return Committee(key, name, entry.get("short_name", name), entry["type"], lead_in)


def _person(file: YamlFile, key: str, entry: Mapping[str, Any], problems: Problems) -> OfficeHolder:
    path = ("people", key)
    if "offices" in entry and "post" in entry:
        what = "has both 'post' and 'offices'"
        problems.add(COUNCIL_PEOPLE, file.where(path), what, "put the post among the offices")
    elif "post" not in entry and ("from" in entry or "to" in entry):
        problems.add(
            COUNCIL_PEOPLE,
            file.where(path),
            "has dates but no 'post'",
            "add the post that they are of",
        )
    offices: list[Office] = []
    if "post" in entry:
        offices.append(_office(file, path, entry, problems))
    for index, office in enumerate(entry.get("offices", ())):
        offices.append(_office(file, (*path, "offices", index), office, problems))
    return OfficeHolder(
        key=key,
        name=entry["name"],
        where=file.where(path),
        kind=entry.get("kind", ""),
        offices=tuple(offices),
        telephone=entry.get("telephone", ""),
        email=entry.get("email", ""),
        service=entry.get("service", ""),
    )


def _office(
    file: YamlFile, path: tuple[str | int, ...], entry: Mapping[str, Any], problems: Problems
) -> Office:
    first, last = day_or_none(entry.get("from")), day_or_none(entry.get("to"))
    if first is not None and last is not None and last < first:
        what = f"ends ({last}) before it begins ({first})"
        problems.add(COUNCIL_PEOPLE, file.where((*path, "to")), what, "check the two dates")
    return Office(entry["post"], first, last)
