"""How a report's sign-offs stand, and when it must be sent out; kept while nothing changes.

    output/.cache/reports/REPORT/SETTINGS/status/DIGEST.json

The answer is kept with the digest of each file that was read for it, and with the names of all
files that there were: one that is new may change it too. A report that cannot be built has an
answer as well, its problems.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from generator.config.files import Files
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.digests import digest
from generator.model.frozen import dataclass
from generator.model.issues import Issue, issue_from
from generator.model.report import Jurisdiction
from generator.publish.atomic import PREFIX
from generator.publish.cache_place import report_place
from generator.publish.digest import code_digest
from generator.publish.kept_files import forget_others, keep, read_kept
from generator.signoff.sign_off_states import Difference, Standing

if TYPE_CHECKING:
    from generator.pipeline.read_inputs import Inputs


@dataclass(frozen=True, slots=True)
class ReportStatus:
    """A report's meeting, the last day to send it out, and its sign-offs.

    problems: why it cannot be built; then it has no rows, and perhaps no days either.
    """

    report: str
    title: str = ""
    committee: str = ""
    meeting: date | None = None
    despatch: date | None = None
    jurisdiction: Jurisdiction = "england"
    rows: tuple[Standing, ...] = ()
    problems: tuple[Issue, ...] = ()


def report_status(workspace: Workspace, name: str) -> ReportStatus:
    """The status of one report. Raises WrongUsage where there is none of that name."""
    folder = workspace.report_folder(name)
    return _status(workspace, folder, Files(workspace.root), _shared_names(workspace))


def every_status(workspace: Workspace) -> tuple[ReportStatus, ...]:
    """The status of every report of the workspace, by the day of despatch; without one, last."""
    files, shared = Files(workspace.root), _shared_names(workspace)
    found = [
        _status(workspace, workspace.inputs / name, files, shared)
        for name in workspace.report_names()
    ]
    return tuple(sorted(found, key=lambda one: (one.despatch or date.max, one.report)))


def _status(workspace: Workspace, folder: Path, files: Files, shared: str) -> ReportStatus:
    names = digest(shared.encode(), *_names(folder))
    place = report_place(workspace.output / ".cache", folder, files) / "status"
    path = place / f"{digest(code_digest('generator').encode(), names.encode())[:16]}.json"
    kept = _kept(path, files)
    if kept is not None:
        return kept
    from generator.pipeline.read_inputs import read_inputs

    inputs = read_inputs(workspace, folder)
    found = _made(inputs)
    data = {"files": dict(inputs.files.seen), "status": _plain(found)}
    keep({path: json.dumps(data, ensure_ascii=False).encode()})
    forget_others(place, (path,))
    return found


# ---------------------------------------------------------------- what it is made from
def _made(inputs: Inputs) -> ReportStatus:
    from generator.pipeline.report import prepare

    try:
        prepared = prepare(inputs)
    except InputProblems as error:
        return _of_report(inputs, (), error.problems)
    signed = prepared.composed.sign_offs
    return _of_report(inputs, signed.rows if signed else (), ())


def _of_report(
    inputs: Inputs, rows: tuple[Standing, ...], problems: tuple[Issue, ...]
) -> ReportStatus:
    from generator.pipeline import stages
    from generator.signoff.despatch import despatch_day

    try:
        report = stages.load(inputs).report
    except InputProblems:
        return ReportStatus(inputs.name, problems=problems)
    council = report.council
    return ReportStatus(
        inputs.name,
        report.title,
        report.committee.short_name,
        report.meeting,
        despatch_day(report.meeting, council),
        council.jurisdiction,
        rows,
        problems,
    )


def _shared_names(workspace: Workspace) -> str:
    """The digest of the names of all files that reports share."""
    return digest(*_names(workspace.config), *_names(workspace.templates))


def _names(folder: Path) -> Iterator[bytes]:
    """The names of the files of a folder and its folders, sorted."""
    found = [
        f"{Path(here).relative_to(folder).as_posix()}/{name}"
        for here, _, names in os.walk(folder)
        for name in names
        if not name.startswith(PREFIX)
    ]
    return (name.encode() for name in sorted(found))


# ---------------------------------------------------------------- what is kept
def _kept(path: Path, files: Files) -> ReportStatus | None:
    """The kept status, if every file that it was made from is still as it was."""
    with suppress(OSError, ValueError, KeyError, TypeError, InputProblems):
        data = json.loads(read_kept(path))
        root = files.root
        if all(files.digest(root / name) == was for name, was in data["files"].items()):
            return _from_plain(data["status"])
    return None


def _plain(status: ReportStatus) -> dict[str, Any]:
    return {
        "report": status.report,
        "title": status.title,
        "committee": status.committee,
        "meeting": _day_text(status.meeting),
        "despatch": _day_text(status.despatch),
        "jurisdiction": status.jurisdiction,
        "rows": [_row_plain(row) for row in status.rows],
        "problems": [issue.as_plain() for issue in status.problems],
    }


_TEXTS = ("unit", "title", "owner", "state", "who", "code")


def _row_plain(row: Standing) -> dict[str, Any]:
    texts = {name: getattr(row, name) for name in _TEXTS}
    changed = [[one.kind, one.old, one.new, one.key] for one in row.changed]
    return {**texts, "date": _day_text(row.date), "covers": row.covers, "changed": changed}


def _from_plain(data: Mapping[str, Any]) -> ReportStatus:
    return ReportStatus(
        report=data["report"],
        title=data["title"],
        committee=data["committee"],
        meeting=_day(data["meeting"]),
        despatch=_day(data["despatch"]),
        jurisdiction=cast(Jurisdiction, data["jurisdiction"]),
        rows=tuple(_row(one) for one in data["rows"]),
        problems=tuple(issue_from(one) for one in data["problems"]),
    )


def _row(data: Mapping[str, Any]) -> Standing:
    made = {"covers": tuple(data["covers"]), "date": _day(data["date"])}
    return Standing(
        **{**data, **made, "changed": tuple(Difference(*one) for one in data["changed"])}
    )


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
