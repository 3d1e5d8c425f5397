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
from generator.merge.copy_merge import Merge, Today, merge_copy
from generator.merge.merge_rules import PULL_FILE, PULL_LOST
from generator.merge.pairing import pair
from generator.merge.proof import unexplained, unmerged
from generator.merge.typed_sign_offs import SortedTexts, sort_out
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.readings import ReadComment, ReadDocument
from generator.pipeline.report import build_report
from generator.pipeline.stages import Announce, silent
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.base_part import read_base
from generator.word.reading.read_word import read_word
from generator.word.redline.tracked_writing import AUTHOR

_MOST_TRIES = 6
_UNMERGED = "the place it would go to prints something else; change it by hand"
_ELSEWHERE = "the format prints sections of the report's own elsewhere; put it there by hand"


@dataclass(frozen=True, slots=True)
class Copy:
    """An edited file: its name for messages, its bytes, what it carries and says."""

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
        return Copy(name, data, read_base(Parts(data)), _of_officers(read_word(data)))
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
    if not (signed.codes or signed.changed):
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
    reason = "sign-offs are recorded and taken back with: committee sign-off"
    changed = [
        AccountItem("refused", "sign-off", units.at(at), Where(""), old, new, reason, reads=(at,))
        for at, old, new in signed.changed
    ]
    return found, changed


def _unusable(copy: Copy, what: str, mend: str) -> InputProblems:
    return InputProblems([PULL_FILE.issue(Where(copy.name), what, mend)])


def _today(workspace: Workspace, name: str, overlays: Mapping[str, bytes]) -> Today:
    built = build_report(workspace, name, overlays=dict(overlays))
    data = next(data for file, data in built.files.items() if file.endswith(".docx"))
    base = read_base(Parts(data))
    if base is None:
        raise AssertionError("a draft without a base")
    read = read_word(data)
    return Today(base, replace(read, accepted=sort_out(read.accepted, base, "").texts))


def _pull_one(
    workspace: Workspace,
    name: str,
    copy: Copy,
    today: Today,
    overlays: Mapping[str, bytes],
    signed: Sequence[AccountItem],
) -> tuple[Merge, Today]:
    """Merge one copy; try again without what proves to have no place."""
    draft = copy.base or today.base
    given_up: dict[int, str] = {}

    def read(file: str) -> bytes:
        return overlays[file] if file in overlays else (workspace.root / file).read_bytes()

    report_file = f"inputs/{name}/{REPORT_FILE}"
    for _ in range(_MOST_TRIES):
        merge = merge_copy(draft, copy.read, today, read, report_file, given_up)
        try:
            after = _today(workspace, name, {**overlays, **merge.files}) if merge.files else today
        except InputProblems as error:
            given_up |= _to_blame(merge.items, error.problems, given_up)
            continue
        wrong = [item for item in unmerged(copy.read, after.read, merge.items) if item.reads]
        if wrong:
            given_up |= {read: _why(copy, item) for item in wrong for read in item.reads}
            continue
        lost, more = _differences(copy, after, today, merge, signed)
        blamed = _nearest(merge.items, lost, more)
        if blamed.keys() - given_up.keys():
            given_up |= blamed
            continue
        if more:
            raise _would_differ(copy, after, more)
        return merge._replace(items=(*merge.items, *_without_place(copy, lost))), after
    what = "its edits could not be put into the sources"
    raise InputProblems([PULL_LOST.issue(Where(copy.name), what, "merge them by hand")])


def _why(copy: Copy, item: AccountItem) -> str:
    """Why what was merged is not printed as it should be."""
    read = item.reads[0]
    text = copy.read.accepted[read] if read >= 0 else None
    new_section = text is not None and text.kind == "heading" and text.level == 1
    return _ELSEWHERE if new_section else _UNMERGED


def _differences(
    copy: Copy, after: Today, before: Today, merge: Merge, signed: Sequence[AccountItem]
) -> tuple[list[int], list[int]]:
    """Texts of the copy, and of the new draft, that differ without a reason in the account."""
    known = set(merge.made)
    made = [entry.printed for entry in after.base.entries if not entry.written]
    return unexplained(copy.read, after.read, before.read, (*merge.items, *signed), known, made)


def _nearest(
    items: Sequence[AccountItem], lost: Sequence[int], more: Sequence[int]
) -> dict[int, str]:
    """The edits that a difference is laid to: those that stand nearest to it in the copy."""
    merged = [item for item in items if item.became == "merged" and item.reads]
    near = [min(merged, key=lambda item: abs(item.reads[0] - at)) for at in lost if merged]
    if more and not lost:
        near += [item for item in merged if item.kind != "words"] or merged
    return {read: _UNMERGED for item in near for read in item.reads}


def _without_place(copy: Copy, lost: Sequence[int]) -> list[AccountItem]:
    """What the copy says and no source has a place for: it goes into the account as it is."""
    reason = "no place in the sources prints this; bring it in by hand"
    return [
        AccountItem("refused", "words", "", Where(copy.name), "", text, reason, reads=(at,))
        for at in lost
        for text in (copy.read.accepted[at].text,)
    ]


def _would_differ(copy: Copy, after: Today, more: Sequence[int]) -> InputProblems:
    told = [repr(after.read.accepted[at].text[:200]) for at in more]
    return InputProblems(
        PULL_LOST.issue(Where(copy.name), f"the new draft would print {one}, which it does not say")
        for one in told
    )


def _to_blame(
    items: Sequence[AccountItem], problems: Sequence[Issue], known: Mapping[int, str]
) -> dict[int, str]:
    """The edits that a build which failed after them is laid to: those nearest to its problems."""
    merged = [
        item
        for item in items
        if item.became in ("merged", "conflict") and item.reads and item.reads[0] not in known
    ]
    blamed: dict[int, str] = {}
    for problem in problems:
        near = [item for item in merged if item.where.file == problem.where.file] or merged
        line = problem.where.line or 0
        near.sort(key=lambda item: abs((item.where.line or 0) - line))
        for item in near[:1]:
            blamed |= dict.fromkeys(item.reads, f"would not build: {problem.message}")
    return blamed or {read: "would not build" for item in merged for read in item.reads}


def _code_pattern(workspace: Workspace, name: str, overlays: Mapping[str, bytes]) -> str:
    from generator.pipeline.read_inputs import read_inputs
    from generator.pipeline.stages import load

    return load(read_inputs(workspace, name, dict(overlays))).format.sign_off.pattern
