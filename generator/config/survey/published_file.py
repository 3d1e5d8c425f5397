"""The register of what has been published of each survey: inputs/published.jsonl.

One line for each publication, as JSON. A copy for publication adds its own; people may take out a
line that never got out. Nothing is in it that was not published.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from generator.config.config_rules import PUBLISHED_LINE
from generator.config.files import Files
from generator.errors import InputProblems, Problems
from generator.model.issues import Where
from generator.model.json_data import as_json_data, json_reader
from generator.model.survey.codebook import Question
from generator.model.survey.finding_specs import FindingSpec
from generator.model.survey.publications import Publication


def load_published(path: Path, files: Files, survey: str) -> tuple[Publication, ...]:
    """What has been published of a survey, in the order of the register; () where there is none.

    files: the door it is read through. Raises InputProblems for every line that is no entry.
    """
    if not survey or not files.exists(path):
        return ()
    problems = Problems()
    found: list[Publication] = []
    for number, line in enumerate(files.text(path).splitlines(), start=1):
        where = Where(files.name(path), number)
        with problems.collecting():
            if line.strip():
                found.append(_entry(line, where))
    problems.raise_any()
    return tuple(one for one in found if one.survey == survey)


def publication_line(publication: Publication) -> str:
    """A publication as a line of the register, without its line break."""
    data = as_json_data(publication)
    for finding in data["findings"]:
        finding["spec"] = _short(finding["spec"], FindingSpec)
    data["questions"] = {key: _short(one, Question) for key, one in data["questions"].items()}
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _short(data: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """The data of a value without what is as it always is, and without its place in a file."""
    usual = {}
    for one in fields(kind):
        if one.default is not MISSING:
            usual[one.name] = as_json_data(one.default)
        elif one.default_factory is not MISSING:
            usual[one.name] = as_json_data(one.default_factory())
    return {
        key: value
        for key, value in data.items()
        if key != "where" and (key not in usual or usual[key] != value)
    }


def _entry(line: str, where: Where) -> Publication:
    try:
        data = _known(json.loads(line), Publication)
        place = as_json_data(where)
        for finding in data["findings"]:
            finding["spec"] = _known({**finding["spec"], "where": place}, FindingSpec)
        data["questions"] = {
            key: _known({**one, "where": place}, Question)
            for key, one in data.get("questions", {}).items()
        }
        entry: Publication = json_reader(Publication)(data)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = "is not an entry of the register of publications"
        mend = "restore the line from the last version, or take it out if it was never published"
        raise InputProblems([PUBLISHED_LINE.issue(where, what, mend)]) from error
    return entry


def _known(data: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """The fields that this version knows."""
    names = {one.name for one in fields(kind)}
    return {key: value for key, value in data.items() if key in names}
