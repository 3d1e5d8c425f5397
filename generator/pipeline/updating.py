"""Bringing the sources, as they are now, into a copy of an officer's own file.

    edited .docx ─ base, texts ─┐
    sources ─ build in memory ──┴─ what changed since ─► a copy with tracked changes and comments

Nothing is written here.
"""

from __future__ import annotations

from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.merge.merge_rules import UPDATE_FILE
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.pipeline.older_drafts import draft_of
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import build_report
from generator.pipeline.stages import Announce, load, silent
from generator.update.update_copy import update_copy
from generator.update.updated import UpdateItem
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.base_part import read_base
from generator.word.updating.base_swap import lend_base


@dataclass(frozen=True, slots=True)
class UpdatedCopy:
    """What updating gives: the report's name, the copy's bytes, and each change.

    notices: what a person should know of how it was done.
    """

    report: str
    data: bytes
    items: tuple[UpdateItem, ...]
    notices: tuple[str, ...] = ()

    @property
    def conflicts(self) -> int:
        """How many changes a person must decide on."""
        return sum(1 for item in self.items if item.became == "conflict")


def update(
    workspace: Workspace, name: str, data: bytes, report: str = "", announce: Announce = silent
) -> UpdatedCopy:
    """Bring an edited file up to the sources. name: of the file, for messages.

    report: its name where that has changed since, or the file has lost its base: then it is found
    among the drafts that are known. Raises InputProblems for a file that cannot be read, has lost
    its base and is no known draft, or is a draft of another report or of none, and for broken
    sources.
    """
    try:
        base = read_base(Parts(data))
        folder = _report_of(workspace, name, base, report)
        announce(f"Building {folder}")
        draft, today = _draft(workspace, folder)
        announce(f"Updating {name}")
        pattern = load(read_inputs(workspace, folder)).format.sign_off.pattern
        edited, base, notices = _with_base(workspace, folder, name, data, base)
        made = update_copy(edited, base, draft, today, pattern)
    except PackageError as error:
        raise InputProblems([UPDATE_FILE.issue(Where(name), error.message)]) from error
    return UpdatedCopy(folder, made.data if made.items else data, made.items, notices)


def _with_base(
    workspace: Workspace, report: str, name: str, data: bytes, own: DraftBase | None
) -> tuple[bytes, DraftBase, tuple[str, ...]]:
    """A file with its own base, or that of the draft that it was, and what to say of that."""
    if own is not None:
        return data, own, ()
    older = draft_of(workspace, report, data)
    base = None if older is None else read_base(older.parts)
    if older is None or base is None:
        what = f"has lost its base, and is no draft of {report!r} in output/ or received/"
        raise _unusable(name, what, "pull it with --report, and send the officer a new draft")
    parts = Parts(data)
    lend_base(parts, older.parts)
    notice = f"has lost its base; its texts were found by their words in {older.name}"
    return parts.to_bytes(), base, (f"{name}: {notice}",)


def _report_of(workspace: Workspace, name: str, base: DraftBase | None, report: str) -> str:
    if base is None:
        if not report:
            what = "does not say what it was when it was sent: it has lost its base"
            raise _unusable(name, what, "name its report: --report REPORT")
        workspace.report_folder(report)
        return report
    known = workspace.report_names()
    if report:
        workspace.report_folder(report)
        if base.folder in known and base.folder != report:
            what = f"is a draft of {base.folder!r}, not of {report!r}"
            raise _unusable(name, what, "update it without --report")
        return report
    if base.folder not in known:
        what = f"is a draft of {base.folder!r}, which is no report of this workspace"
        mend = "update it in its own workspace, or name the report it was renamed to: --report"
        raise _unusable(name, what, mend)
    return base.folder


def _unusable(name: str, what: str, mend: str) -> InputProblems:
    return InputProblems([UPDATE_FILE.issue(Where(name), what, mend)])


def _draft(workspace: Workspace, report: str) -> tuple[bytes, DraftBase]:
    """The report as it would be drafted now, with its base."""
    built = build_report(workspace, report)
    data = next(data for file, data in built.files.items() if file.endswith(".docx"))
    base = read_base(Parts(data))
    if base is None:
        raise AssertionError("a draft without a base")
    return data, base
