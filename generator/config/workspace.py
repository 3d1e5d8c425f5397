"""The workspace: finding it from any folder, naming its reports, and keeping paths inside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from generator.config.config_rules import FILE_MISSING, FILE_OUTSIDE, NAME_UNKNOWN
from generator.config.files import Files, check_no_lock, lock_file
from generator.errors import InputProblems, WrongUsage, did_you_mean
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where

_NUMBERS = re.compile(r"\d+")

# What a report's folder holds.
REPORT_FILE = "report.yaml"
NARRATIVE_FILE = "narrative.md"
FINDINGS_FILE = "findings.yaml"
CODEBOOK_FILE = "codebook.yaml"
SIGN_OFFS_FILE = "sign_offs.yaml"
COMMENTS_FILE = "comments.jsonl"

PUBLISHED_FILE = "published.jsonl"
"""In inputs/: what has been published of each survey."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of a workspace, all absolute. `output` need not exist.

    seen_as: the files as one build sees them; None: as they are on the disk.
    """

    root: Path
    config: Path
    inputs: Path
    templates: Path
    output: Path
    seen_as: Files | None = None

    @property
    def files(self) -> Files:
        """The door that its files are read through: one build's, or the disk as it is now."""
        return self.seen_as or Files(self.root)

    def report_names(self) -> tuple[str, ...]:
        """The folders of inputs/ that hold a report.yaml, in alphabetical order."""
        if not self.inputs.is_dir():
            return ()
        return tuple(
            sorted(
                folder.name
                for folder in self.inputs.iterdir()
                if not folder.name.startswith(".") and (folder / REPORT_FILE).is_file()
            )
        )

    def report_folder(self, name: str | Path, start: Path | None = None) -> Path:
        """The folder of a report that a user has named: NAME, inputs/NAME or any path to it.

        start: the folder that relative paths are typed in; default: the current one. Raises
        WrongUsage when there is no such report or the path leads out of the workspace, and
        InputProblems when its folder holds no report.yaml.
        """
        text = str(name)
        here = Path.cwd() if start is None else start
        leaves = False
        for candidate in self._candidates(text, here):
            if not candidate.exists():
                continue
            folder = candidate.parent if candidate.name == REPORT_FILE else candidate
            found = folder.resolve()
            if found.parent == self.inputs.resolve():
                self._require_report_file(found)
                return found
            leaves = leaves or not inside(folder, self.root)
        raise WrongUsage([self._no_report(text, leaves)])

    def _candidates(self, text: str, here: Path) -> Sequence[Path]:
        given = Path(text)
        if given.is_absolute():
            return (given,)
        found = [here / given, self.root / given]
        if len(given.parts) == 1 and given.name not in ("", ".", ".."):
            found.insert(0, self.inputs / given)
        return found

    def _require_report_file(self, folder: Path) -> None:
        if not (folder / REPORT_FILE).is_file():
            where = Where(f"inputs/{folder.name}/{REPORT_FILE}")
            mend = "create it, or start a report with: committee new"
            raise InputProblems([FILE_MISSING.issue(where, "no such file", mend)])

    def _no_report(self, text: str, leaves: bool) -> Issue:
        if leaves or ".." in Path(text).parts or Path(text).is_absolute():
            what = "is not a report of this workspace"
            return NAME_UNKNOWN.issue(
                Where(text), what, f"name a folder of {self.inputs.as_posix()}"
            )
        known = self.report_names()
        hint = did_you_mean(Path(text).name, known) if known else "start one with: committee new"
        return NAME_UNKNOWN.issue(Where(text), "there is no such report", hint)


def find_workspace(start: Path) -> Workspace:
    """The workspace that a folder lies in. Raises WrongUsage when it lies in none."""
    folder = start.resolve()
    for root in (folder, *folder.parents):
        config = root / "config"
        known = (config / "formats").is_dir() or (config / "councils").is_dir()
        if known and (root / "inputs").is_dir():
            return _workspace(root)
    what = "is not in a workspace (a folder with config/formats/ and inputs/)"
    mend = "change into one, name it with --workspace, or make one with: committee init"
    raise WrongUsage([NAME_UNKNOWN.issue(Where(start.as_posix()), what, mend)])


def _workspace(root: Path) -> Workspace:
    return Workspace(
        root=root,
        config=root / "config",
        inputs=root / "inputs",
        templates=root / "report_templates",
        output=root / "output",
    )


def inside(path: Path, root: Path) -> bool:
    """Whether a path lies in the folder `root`, after every symbolic link and '..' is followed."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def path_inside(text: str, folder: Path, where: Where, within: Path | None = None) -> Path:
    """The existing file that a YAML file names, as an absolute path.

    text: relative to `folder`, with forward slashes. within: the folder that it must not leave,
    also not through a symbolic link; default: `folder` itself. Raises InputProblems when it does,
    when it is not such a path, or names no file.
    """
    check_no_lock(PurePosixPath(text).name, where)
    if PureWindowsPath(text).drive or PurePosixPath(text).is_absolute() or text[:1] in "\\~":
        raise InputProblems(
            [FILE_OUTSIDE.issue(where, f"{text!r} is not a relative path", _RELATIVE)]
        )
    if "\\" in text:
        mend = f"write it with forward slashes: {text.replace(chr(92), '/')}"
        raise InputProblems([FILE_OUTSIDE.issue(where, f"{text!r} has backslashes", mend)])
    path = folder / text
    if not inside(path, within or folder):
        place = f"{within.name}/" if within is not None else "the report's folder"
        raise InputProblems(
            [FILE_OUTSIDE.issue(where, f"{text!r} leads out of {place}", _RELATIVE)]
        )
    if not path.is_file():
        what = f"there is no file {text!r} in {_looked_in(text, folder, where)}"
        raise InputProblems([FILE_MISSING.issue(where, what, _near_file(path, text))])
    return path.resolve()


def _looked_in(text: str, folder: Path, where: Where) -> str:
    """The folder in which a file was looked for, as the workspace has it."""
    home = PurePosixPath(where.file).parent
    base = home if home.name == folder.name else PurePosixPath(folder.name)
    return f"{base / PurePosixPath(text).parent}/"


_RELATIVE = "put the file there and name it from the report's folder"


def _near_file(path: Path, text: str) -> str:
    if path.is_dir():
        return "name a file in that folder"
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return f"there is no folder {path.parent.name!r} either"
    folder = text[: len(text) - len(PurePosixPath(text).name)]
    names = [name for name in names if lock_file(name) is None]
    near = did_you_mean(path.name, alike_in_numbers(path.name, names), folder)
    if near.startswith("did you mean"):
        return near
    known = f" (known: {', '.join(folder + name for name in sorted(names))})"
    return "put it there, or correct its name" + (known if 0 < len(names) <= 12 else "")


def alike_in_numbers(name: str, others: Iterable[str]) -> list[str]:
    """The names that a misspelt one may have meant: never the file of another year or round."""
    numbers = _NUMBERS.findall(name)

    def fits(other: str) -> bool:
        found = _NUMBERS.findall(other)
        return found == numbers if numbers else all(len(number) < 4 for number in found)

    return [other for other in others if fits(other)]
