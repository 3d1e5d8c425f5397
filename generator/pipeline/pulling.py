"""Bringing edited copies of a draft back into the sources, with an account of every edit.

    edited .docx ─ read ─► texts, base ─ merge ─► sources ─ build ─► new draft ─ proof ─► account

Nothing is written here: the merged files lie over the disk as overlays, the report is built anew in
memory, and what it prints is held against the copy. An edit whose place proves wrong is given up:
it is refused, with the reason, and everything else is merged again without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.config.workspace import REPORT_FILE, Workspace
from generator.errors import InputProblems
from generator.merge.account import AccountItem
from generator.merge.cleared_words import ClearedWords, cleared_words
from generator.merge.copy_merge import Merge, Today
from generator.merge.merge_rules import PULL_FILE
from generator.merge.pairs.pairing import pair
from generator.merge.sources.plain_marks import plain_base, plain_read
from generator.merge.typed_sign_offs import SortedTexts, sort_out, taken_out
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.readings import ReadComment, ReadDocument
from generator.pipeline.copy_tries import CopySources, CopyTries
from generator.pipeline.report import build_report
from generator.pipeline.stages import Announce, silent
from generator.word.margins.read_surroundings import read_whole
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.base_part import read_base
from generator.word.redline.tracked_writing import AUTHOR

_BY_HAND = "sign-offs are recorded and taken back with: committee sign-off"


@dataclass(frozen=True, slots=True)
class Copy:
    """An edited file: its name for messages, its bytes, what it carries and says.

    base, read: with straight quotation marks, as the sources are compared.
    """

    name: str
    data: bytes
    base: DraftBase | None
    read: ReadDocument


@dataclass(frozen=True, slots=True)
class PulledComment:
    """A comment of an edited file, with what it stands in. file: the edited file."""

    comment: ReadComment
    unit: str
    file: str

    def as_plain(self) -> dict[str, object]:
        """As a line of comments.jsonl."""
        one = self.comment
        replies = [{"author": r.author, "date": r.date, "text": r.text} for r in one.replies]
        return {
            "author": one.author,
            "date": one.date,
            "text": one.text,
            "words": one.words,
            "unit": self.unit,
            "resolved": one.resolved,
            "replies": replies,
            "file": self.file,
        }


@dataclass(frozen=True, slots=True)
class PulledSignOff:
    """A sign-off code that an officer typed into a copy, and what it clears there."""

    unit: str
    code: str
    cleared: ClearedWords


@dataclass(frozen=True, slots=True)
class Pulled:
    """What pulling gives. files: workspace-relative name -> bytes, of those that change.

    accounts: for each copy in turn. notices: of the copies, for a person.
    """

    report: str
    files: Mapping[str, bytes]
    accounts: tuple[tuple[str, tuple[AccountItem, ...]], ...]
    sign_offs: tuple[PulledSignOff, ...]
    comments: tuple[PulledComment, ...]
    notices: tuple[str, ...]

    @property
    def items(self) -> tuple[AccountItem, ...]:
        """All edits of all copies."""
        return tuple(item for _, items in self.accounts for item in items)

    @property
    def undecided(self) -> int:
        """Edits that a person must decide on."""
        return sum(1 for item in self.items if item.became in ("conflict", "refused"))


def read_copy(name: str, data: bytes) -> Copy:
    """Read an edited file. Raises InputProblems for one that cannot be read."""
    try:
        base = read_base(Parts(data))
        read = plain_read(_of_officers(read_whole(data)))
        return Copy(name, data, base and plain_base(base), read)
    except PackageError as error:
        raise InputProblems([PULL_FILE.issue(Where(name), str(error))]) from error


def _of_officers(read: ReadDocument) -> ReadDocument:
    """Without the tracked changes and comments that an update made: they are no edits."""
    revisions = tuple(one for one in read.revisions if one.author != AUTHOR)
    comments = tuple(one for one in read.comments if one.author != AUTHOR)
    return replace(read, revisions=revisions, comments=comments)


def pull(
    workspace: Workspace,
    copies: Sequence[Copy],
    report: str = "",
    announce: Announce = silent,
) -> Pulled:
    """Merge copies of drafts of one report, one after the other; nothing is written.

    report: its name where the copies have lost their base. Raises InputProblems where a copy is of
    another report or of none, and where an edit could neither be merged nor told.
    """
    name = _report_of(workspace, copies, report)
    overlays: dict[str, bytes] = {}
    accounts: list[tuple[str, tuple[AccountItem, ...]]] = []
    notices: list[str] = []
    sign_offs: list[PulledSignOff] = []
    today = _today(workspace, name, overlays)
    for copy in copies:
        announce(f"Merging {copy.name}")
        pattern = _code_pattern(workspace, name, overlays)
        sorted_out = sort_out(copy.read.accepted, copy.base or today.base, pattern)
        copy = replace(copy, read=replace(copy.read, accepted=sorted_out.texts))
        found, changed = _sign_offs(copy, today, sorted_out)
        sign_offs += found
        merge, today = _pull_one(workspace, name, copy, today, overlays, changed)
        overlays |= merge.files
        accounts.append((copy.name, (*merge.items, *changed)))
        notices += [f"{copy.name}: {notice}" for notice in copy.read.notices]
        if copy.base is None or merge.by_words:
            lost = "all marks" if copy.base is None else f"{merge.by_words} marks"
            notices.append(f"{copy.name}: has lost {lost}; its texts were found by their words")
    comments = tuple(one for copy in copies for one in _comments(copy, today))
    return Pulled(name, overlays, tuple(accounts), tuple(sign_offs), comments, tuple(notices))


def _report_of(workspace: Workspace, copies: Sequence[Copy], report: str) -> str:
    known = workspace.report_names()
    if report:
        workspace.report_folder(report)
    for copy in copies:
        folder = copy.base.folder if copy.base is not None else ""
        if report and folder in known and folder != report:
            what = f"is a draft of {folder!r}, not of {report!r}"
            raise _unusable(copy, what, "pull it without --report")
        if not (report or folder):
            what = "does not say which report it is a draft of"
            raise _unusable(copy, what, "name it: --report REPORT")
        if not report and folder not in known:
            what = f"is a draft of {folder!r}, which is no report of this workspace"
            mend = "pull it in its own workspace, or name the report it was renamed to: --report"
            raise _unusable(copy, what, mend)
    names = {copy.base.folder for copy in copies if copy.base is not None} - {""}
    if not report and len(names) > 1:
        what = f"are drafts of different reports ({', '.join(sorted(names))})"
        raise _unusable(copies[0], what, "pull them one by one")
    return report or next(iter(names))


def _comments(copy: Copy, today: Today) -> list[PulledComment]:
    """The comments of a copy with the unit that each stands in."""
    if not copy.read.comments:
        return []
    units, file = _Units(copy, today), Path(copy.name).name
    return [PulledComment(one, units.at(one.where), file) for one in copy.read.comments]


class _Units:
    """Which unit each text of a copy belongs to."""

    def __init__(self, copy: Copy, today: Today) -> None:
        self.draft = copy.base or today.base
        self.pairing = pair(self.draft.entries, copy.read.accepted)
        self._units: dict[int, str] = {}
        for one in self.pairing.pairs:
            found = (self.draft.entries[at].unit for at in one.entries)
            unit = next((each for each in found if each), "")
            self._units |= {piece.read: unit for piece in one.pieces if unit}

    def at(self, read: int) -> str:
        """The unit of a text, or of the nearest before it."""
        before = [one for one in self._units if one <= read]
        return self._units[max(before)] if before else ""


def _sign_offs(
    copy: Copy, today: Today, signed: SortedTexts
) -> tuple[list[PulledSignOff], list[AccountItem]]:
    """The codes that were typed into a copy, with what they clear, and changes of printed ones."""
    gone = _taken_out(copy, today, signed)
    if not (signed.codes or signed.changed or gone):
        return [], []
    units = _Units(copy, today)
    found = [
        PulledSignOff(
            units.at(one.read),
            one.code,
            cleared_words(
                units.at(one.read), units.pairing, units.draft, copy.read.accepted, units.at
            ),
        )
        for one in signed.codes
    ]
    changed = [
        AccountItem("refused", "sign-off", units.at(at), Where(""), old, new, _BY_HAND, reads=(at,))
        for at, old, new in signed.changed
    ]
    replaced = {one.unit for one in found}
    changed += [
        AccountItem("refused", "sign-off", unit, Where(""), old, "", _BY_HAND)
        for unit, old in gone
        if unit not in replaced
    ]
    return found, changed


def _taken_out(copy: Copy, today: Today, signed: SortedTexts) -> list[tuple[str, str]]:
    """The sign-offs that a copy had and has no more, which the report prints still."""
    if copy.base is None:
        return []
    return [one for one in taken_out(signed, copy.base) if one in today.base.sign_offs]


def _unusable(copy: Copy, what: str, mend: str) -> InputProblems:
    return InputProblems([PULL_FILE.issue(Where(copy.name), what, mend)])


def _today(workspace: Workspace, name: str, overlays: Mapping[str, bytes]) -> Today:
    built = build_report(workspace, name, overlays=dict(overlays))
    data = next(data for file, data in built.files.items() if file.endswith(".docx"))
    base = read_base(Parts(data))
    if base is None:
        raise AssertionError("a draft without a base")
    base, read = plain_base(base), plain_read(read_whole(data))
    return Today(base, replace(read, accepted=sort_out(read.accepted, base, "").texts))


def _pull_one(
    workspace: Workspace,
    name: str,
    copy: Copy,
    today: Today,
    overlays: Mapping[str, bytes],
    signed: Sequence[AccountItem],
) -> tuple[Merge, Today]:
    """Merge one copy, without what proves to have no place."""

    def read(file: str) -> bytes:
        return overlays[file] if file in overlays else (workspace.root / file).read_bytes()

    def build(files: Mapping[str, bytes]) -> Today:
        return _today(workspace, name, {**overlays, **files})

    sources = CopySources(today, f"inputs/{name}/{REPORT_FILE}", read, build)
    return CopyTries(copy.name, copy.base or today.base, copy.read, sources, signed).run()


def _code_pattern(workspace: Workspace, name: str, overlays: Mapping[str, bytes]) -> str:
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.stages import load

    return load(read_inputs(workspace, name, dict(overlays))).format.sign_off.pattern
