"""The releases of a workspace: inputs/<report>/released/1.json, 2.json, ..."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.issues import Where
from generator.model.release.record import ReleaseRecord
from generator.signoff.ledger import read_ledger
from generator.signoff.releases import as_event_statement, record_from
from generator.signoff.sign_offs import LEDGER_FILE
from generator.signoff.signoff_rules import RELEASE_RECORD

FOLDER = "released"


def release_path(folder: Path, version: int) -> Path:
    """Where the record of a version stands in a report's folder."""
    return folder / FOLDER / f"{version}.json"


def releases_of(workspace: Workspace, report: str) -> tuple[ReleaseRecord, ...]:
    """The releases of a report, by version. Raises InputProblems for a damaged record."""
    folder = workspace.inputs / report / FOLDER
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    found = [_read(workspace, path) for path in paths]
    _check_ledger(workspace, report, found)
    return tuple(sorted(found, key=lambda one: one.version))


def _check_ledger(workspace: Workspace, report: str, records: Iterable[ReleaseRecord]) -> None:
    """Hold records against the ledger. One that it does not have yet is of a killed release."""
    folder = workspace.inputs / report
    told = _told(workspace, report)
    versions = {json.loads(one)["predicate"]["version"] for one in told}
    wrong = [
        release_path(folder, one.version)
        for one in records
        if one.version in versions and as_event_statement(one) not in told
    ]
    if wrong:
        what = "is not the record that the ledger has of this version"
        raise InputProblems(
            RELEASE_RECORD.issue(Where(workspace.files.name(path)), what) for path in wrong
        )


def is_finished(workspace: Workspace, record: ReleaseRecord) -> bool:
    """Whether the ledger says that a release has happened."""
    return as_event_statement(record) in _told(workspace, record.report)


def _told(workspace: Workspace, report: str) -> set[str]:
    ledger = read_ledger(workspace.inputs / report / LEDGER_FILE, workspace.files)
    return {one.released for one in ledger.events.values() if one.released}


def every_release(workspace: Workspace) -> Iterator[ReleaseRecord]:
    """The releases of all reports. Raises InputProblems for a damaged record."""
    for report in workspace.report_names():
        yield from releases_of(workspace, report)


def _read(workspace: Workspace, path: Path) -> ReleaseRecord:
    try:
        return record_from(workspace.files.read(path))
    except ValueError as error:
        where = Where(workspace.files.name(path))
        raise InputProblems([RELEASE_RECORD.issue(where, str(error))]) from error
