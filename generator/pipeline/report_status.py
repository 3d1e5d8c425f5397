"""How a report's sign-offs stand, and when it must be sent out; kept while nothing changes.

A report that cannot be built has an answer as well, its problems.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from generator.config.files import Files
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Issue, issue_from
from generator.model.report import Jurisdiction
from generator.model.wording.dates import day_or_none
from generator.publish.kept_answers import KeptAnswer, shared_names
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
    return _status(workspace, folder, Files(workspace.root), shared_names(workspace))


def every_status(workspace: Workspace) -> tuple[ReportStatus, ...]:
    """The status of every report of the workspace, by the day of despatch; without one, last."""
    files, shared = Files(workspace.root), shared_names(workspace)
    found = [
        _status(workspace, workspace.inputs / name, files, shared)
        for name in workspace.report_names()
    ]
    return tuple(sorted(found, key=lambda one: (one.despatch or date.max, one.report)))


def _status(workspace: Workspace, folder: Path, files: Files, shared: str) -> ReportStatus:
    kept = KeptAnswer(workspace, folder, files, "status", shared=shared)
    with suppress(ValueError, KeyError, TypeError):
        answer = kept.get()
        if answer is not None:
            return _from_plain(answer)
    from generator.pipeline.read_inputs import read_inputs

    inputs = read_inputs(workspace, folder)
    found = _made(inputs)
    kept.put(_plain(found), inputs.files.seen)
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
    from generator.config.jurisdictions import load_law
    from generator.pipeline import stages
    from generator.signoff.despatch import last_day

    try:
        report = stages.load(inputs).report
        law = load_law(inputs.workspace, report.council)
    except InputProblems as error:
        return ReportStatus(inputs.name, problems=problems or error.problems)
    council = report.council
    return ReportStatus(
        inputs.name,
        report.title,
        report.committee.short_name,
        report.meeting,
        last_day(report.meeting, law.clear_days, council.jurisdiction),
        council.jurisdiction,
        rows,
        problems,
    )


# ---------------------------------------------------------------- what is kept
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
        meeting=day_or_none(data["meeting"]),
        despatch=day_or_none(data["despatch"]),
        jurisdiction=cast(Jurisdiction, data["jurisdiction"]),
        rows=tuple(_row(one) for one in data["rows"]),
        problems=tuple(issue_from(one) for one in data["problems"]),
    )


def _row(data: Mapping[str, Any]) -> Standing:
    made = {"covers": tuple(data["covers"]), "date": day_or_none(data["date"])}
    return Standing(
        **{**data, **made, "changed": tuple(Difference(*one) for one in data["changed"])}
    )


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None
