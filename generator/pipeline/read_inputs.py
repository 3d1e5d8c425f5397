"""What a build begins with: a report's folder, and the door that all its files are read through."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.config.config_rules import NAME_UNKNOWN
from generator.config.files import Files
from generator.config.workspace import (
    CODEBOOK_FILE,
    FINDINGS_FILE,
    NARRATIVE_FILE,
    REPORT_FILE,
    SIGN_OFFS_FILE,
    Workspace,
)
from generator.errors import InputProblems, WrongUsage
from generator.model.frozen import dataclass
from generator.model.issues import Where

OWN_TEXTS = (REPORT_FILE, SIGN_OFFS_FILE, NARRATIVE_FILE, FINDINGS_FILE, CODEBOOK_FILE)
_NOTHING: Mapping[str, str | bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Inputs:
    """A report as one build sees it. workspace: with that build's door; folder: the report's."""

    workspace: Workspace
    folder: Path

    @property
    def name(self) -> str:
        """The report's name: that of its folder."""
        return self.folder.name

    @property
    def files(self) -> Files:
        """The door that every file is read through; `files.seen` tells which were read."""
        return self.workspace.files

    def path(self, name: str) -> Path:
        """A file of the report's folder."""
        return self.folder / name

    def shown(self, name: str) -> str:
        """How messages name a file of the report's folder."""
        return self.files.name(self.folder / name)


def read_inputs(
    workspace: Workspace, report: str | Path, overlays: Mapping[str, str | bytes] = _NOTHING
) -> Inputs:
    """Take a report's own texts as they are now; whatever a stage reads later, it reads once.

    report: as a user names it. overlays: texts that are not saved yet, such as the form of a desk
    or a preview: workspace-relative name with forward slashes ('inputs/my-report/narrative.md') ->
    text; they stand for the files, also for those that are not there.

    Raises WrongUsage for no such report or a name that leads out of the workspace, InputProblems
    for a folder without report.yaml.
    """
    _check_names(overlays)
    folder = _folder(workspace, report, overlays)
    files = Files(workspace.root, overlays)
    for name in OWN_TEXTS:
        with suppress(OSError, InputProblems):  # told by the stage that needs it
            files.read(folder / name)
    return Inputs(replace(workspace, seen_as=files), folder)


def _check_names(overlays: Mapping[str, object]) -> None:
    problems = [
        NAME_UNKNOWN.issue(Where(name), "is not the name of a file in the workspace", _NAMED)
        for name in overlays
        if not name
        or "\\" in name
        or ":" in name
        or PurePosixPath(name).is_absolute()
        or PurePosixPath(name).as_posix() != name
        or ".." in PurePosixPath(name).parts
    ]
    if problems:
        raise WrongUsage(problems)


_NAMED = "name it from the workspace with forward slashes, such as inputs/my-report/report.yaml"


def _folder(workspace: Workspace, report: str | Path, overlays: Mapping[str, object]) -> Path:
    folder = workspace.inputs / report
    if folder.parent == workspace.inputs and not folder.exists():
        shown = folder.relative_to(workspace.root).as_posix()
        if f"{shown}/{REPORT_FILE}" in overlays:  # a report that nobody has saved yet
            return folder
    return workspace.report_folder(report)
