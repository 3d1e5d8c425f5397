"""One copy merged, and tried until it stands: it builds, and prints what the copy says.

An edit whose place proves wrong is given up: refused, with the reason. Laid to first is what stands
nearest to the trouble; then halves of what was given up are tried again, so that no other edit
goes with the one that cannot stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.compose.units import FRONT_MATTER
from generator.errors import InputProblems
from generator.merge.account import ALREADY, AccountItem
from generator.merge.copy_merge import Merge, Today, merge_copy
from generator.merge.merge_rules import PULL_LOST
from generator.merge.proof import echoed, labels, told, unexplained, unmerged
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.readings import ReadDocument

_MOST_TRIES = 6
_UNMERGED = "the place it would go to prints something else; change it by hand"
_ELSEWHERE = "the format prints sections of the report's own elsewhere; put it there by hand"


class EditGroup(NamedTuple):
    """An edit, by the texts of the copy that it explains, and its part of these (AccountItem)."""

    reads: tuple[int, ...]
    part: int = -1


Fault = Callable[[Mapping[EditGroup, str]], str]
"""Why a copy does not stand without some edits; '' where it does."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One try. after: the new draft, None where nothing could be built. fault: why it does not
    stand, '' where that is for `lost` and `more` to say: texts of the copy, and of the new draft,
    that differ without a reason. blamed: the edits that the fault is laid to, and why.
    """

    merge: Merge
    after: Today | None
    fault: str = ""
    blamed: Mapping[EditGroup, str] | None = None
    lost: tuple[int, ...] = ()
    more: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CopySources:
    """What a copy is merged into. source: gives files by name. build: the report with changed
    files in their place; raises InputProblems. report_file: the name of report.yaml.
    """

    today: Today
    report_file: str
    source: Callable[[str], bytes]
    build: Callable[[Mapping[str, bytes]], Today]

    def merged(self, files: Mapping[str, bytes], after: Today) -> CopySources:
        """The same when files have been changed. after: the draft that they make."""

        def source(name: str) -> bytes:
            return files[name] if name in files else self.source(name)

        def build(changed: Mapping[str, bytes]) -> Today:
            return self.build({**files, **changed})

        return CopySources(after, self.report_file, source, build)


class CopyTries:
    """One copy. name: for messages. draft: what it was when it was sent.

    signed: edits of printed sign-offs, which are in the account already.
    """

    def __init__(
        self,
        name: str,
        draft: DraftBase,
        copy: ReadDocument,
        sources: CopySources,
        signed: Sequence[AccountItem],
    ) -> None:
        self._name, self._draft, self._copy = name, draft, copy
        self._sources, self._signed = sources, signed
        self._known: dict[frozenset[EditGroup], Tried] = {}

    def run(self) -> tuple[Merge, Today]:
        """Merge it with all edits that can stay. Raises InputProblems where none would do."""
        given_up = self._narrowed()
        there = self._tried(given_up)
        if there.fault or there.more or there.after is None:
            raise self._would_differ(there)
        if given_up:

            def fault(others: Mapping[EditGroup, str]) -> str:
                tried = self._tried(others)
                differs = tried.more or set(tried.lost) - set(there.lost)
                return tried.fault or (_UNMERGED if differs else "")

            given_up = self._in_parts(to_give_up(list(given_up), {}, fault), fault)
            there = self._tried(given_up)
        # The reasons of the end, where anything was given up.
        merge = self._merged(given_up) if given_up else there.merge
        items = (*merge.items, *self._without_place(there.lost))
        after = there.after or self._sources.today
        return self._settled(merge._replace(items=items), after, given_up)

    def _settled(
        self, merge: Merge, after: Today, given_up: Mapping[EditGroup, str]
    ) -> tuple[Merge, Today]:
        """What another pull would bring: an edit may have its place once the others are there."""
        if not merge.files or all(item.became != "refused" for item in merge.items):
            return merge, after
        sources = self._sources.merged(merge.files, after)
        another = CopyTries(self._name, self._draft, self._copy, sources, self._signed)
        if not another._merged(given_up).files:
            return merge, after
        there = another._tried(given_up)
        stands = not (there.fault or there.more or there.lost)
        both = _both(merge, there.merge) if stands else None
        return (merge, after) if both is None or there.after is None else (both, there.after)

    def _in_parts(self, given_up: Mapping[EditGroup, str], fault: Fault) -> dict[EditGroup, str]:
        """The same, but of a text with several changes those alone that cannot stay."""
        changes, kept = _changes(self._tried({}).merge.items), dict(given_up)
        for group in given_up:
            found = {one.part for one in changes if one.reads == group.reads and one.part >= 0}
            parts = [EditGroup(group.reads, part) for part in sorted(found)]
            others = {one: why for one, why in kept.items() if one != group}
            if len(parts) > 1 and not fault({**others, **dict.fromkeys(parts, _UNMERGED)}):
                kept = to_give_up(parts, others, fault)
        return kept

    def _narrowed(self) -> dict[EditGroup, str]:
        """Edits without which the rest stands: more of them, it may be, than need to go."""
        given_up: dict[EditGroup, str] = {}
        for _ in range(_MOST_TRIES):
            tried = self._tried(given_up)
            blamed = tried.blamed or _nearest(tried)
            new = {group: why for group, why in blamed.items() if group not in given_up}
            if not new:
                break
            given_up |= new
        tried = self._tried(given_up)
        if tried.fault or tried.more:
            return dict.fromkeys(map(_group, _changes(self._tried({}).merge.items)), _UNMERGED)
        return given_up

    def _tried(self, given_up: Mapping[EditGroup, str]) -> Tried:
        key = frozenset(given_up)
        if key not in self._known:
            self._known[key] = self._try(given_up)
        return self._known[key]

    def _try(self, given_up: Mapping[EditGroup, str]) -> Tried:
        sources, merge = self._sources, self._merged(given_up)
        try:
            after = sources.build(merge.files) if merge.files else sources.today
        except InputProblems as error:
            fault = _not_built(min(error.problems, key=_line))
            return Tried(merge, None, fault, _to_blame(merge.items, error.problems))
        before = sources.today.read
        unprinted = unmerged(self._copy, after.read, before, merge.items)
        wrong = [item for item in unprinted if item.reads]
        if wrong:
            blamed = {_group(item): self._why(item) for item in wrong}
            return Tried(merge, after, self._why(wrong[0]), blamed)
        made = [entry.printed for entry in after.base.entries if not entry.written]
        fields = sources.today.base.pages, after.base.pages
        known, echoes = echoed(self._copy, after.read, *fields)
        known |= set(merge.made)
        made += echoes
        if any(item.unit.startswith(FRONT_MATTER) for item in merge.items):
            known |= self._drafted_labels()
            made += labels(after.base, after.read)
        items = (*merge.items, *self._signed)
        moved = merge.moved
        lost, more = unexplained(self._copy, after.read, before, items, known, made, moved)
        return Tried(merge, after, lost=tuple(lost), more=tuple(more))

    def _drafted_labels(self) -> set[int]:
        """The labels of front matter in the copy."""
        today = self._sources.today
        said = set(labels(today.base, today.read))
        return {at for at, words in told(self._copy.accepted) if words in said}

    def _merged(self, given_up: Mapping[EditGroup, str]) -> Merge:
        one = self._sources
        whole = {at: why for group, why in given_up.items() if group.part < 0 for at in group.reads}
        parts = {(one.reads[0], one.part): why for one, why in given_up.items() if one.part >= 0}
        sources = (one.today, one.source, one.report_file)
        return merge_copy(self._draft, self._copy, *sources, whole, parts)

    def _why(self, item: AccountItem) -> str:
        """Why what was merged is not printed as it should be."""
        read = item.reads[0]
        text = self._copy.accepted[read] if read >= 0 else None
        new_section = text is not None and text.kind == "heading" and text.level == 1
        return _ELSEWHERE if new_section else _UNMERGED

    def _without_place(self, lost: Sequence[int]) -> list[AccountItem]:
        """What the copy says and no source has a place for: into the account as it is."""
        reason = "no place in the sources prints this; bring it in by hand"
        return [
            AccountItem("refused", "words", "", Where(self._name), "", text, reason, reads=(at,))
            for at in lost
            for text in (self._copy.accepted[at].text,)
        ]

    def _would_differ(self, tried: Tried) -> InputProblems:
        where = Where(self._name)
        if tried.fault or tried.after is None:
            what = "its edits could not be put into the sources"
            return InputProblems([PULL_LOST.issue(where, what, "merge them by hand")])
        told = [repr(tried.after.read.accepted[at].text[:200]) for at in tried.more]
        return InputProblems(
            PULL_LOST.issue(where, f"the new draft would print {one}, which it does not say")
            for one in told
        )


def _both(merge: Merge, more: Merge) -> Merge | None:
    """A merge and what came in after it, in the place of what it had refused of these texts.

    None where more came than the account could tell of.
    """
    asked = {read for item in merge.items if item.became == "conflict" for read in item.reads}
    came = [
        item
        for item in more.items
        if (item.became == "merged" and item.reason != ALREADY)
        or (item.became == "conflict" and asked.isdisjoint(item.reads))
    ]
    reads = {read for item in came for read in item.reads}
    kept = [
        item for item in merge.items if item.became != "refused" or reads.isdisjoint(item.reads)
    ]
    told = {read for item in kept for read in item.reads}
    if not came or not told.isdisjoint(reads):
        return None
    return merge._replace(files={**merge.files, **more.files}, items=(*kept, *came))


def to_give_up(
    groups: Sequence[EditGroup],
    others: Mapping[EditGroup, str],
    fault: Fault,
) -> dict[EditGroup, str]:
    """Which edits have to go, and why, so that the rest stands.

    groups: with all of them and `others` given up, it does. fault: why it does not stand without
    some edits, '' where it does. Tries halves: two times log2 of all for each that goes.
    """
    why = fault(others)
    if not why:
        return dict(others)
    if len(groups) == 1:
        return {**others, groups[0]: why}
    first, second = groups[: len(groups) // 2], groups[len(groups) // 2 :]
    kept = to_give_up(first, {**others, **dict.fromkeys(second, _UNMERGED)}, fault)
    needed = {group: reason for group, reason in kept.items() if group not in second}
    return to_give_up(second, needed, fault)


def _nearest(tried: Tried) -> dict[EditGroup, str]:
    """The edits that a difference is laid to: those that stand nearest to it in the copy."""
    merged = [item for item in tried.merge.items if item.became == "merged" and item.reads]
    near = [min(merged, key=lambda item: abs(item.reads[0] - at)) for at in tried.lost if merged]
    if tried.more and not tried.lost:
        near += [item for item in merged if item.kind != "words"] or merged
    return {_group(item): _UNMERGED for item in near}


def _to_blame(items: Sequence[AccountItem], problems: Sequence[Issue]) -> dict[EditGroup, str]:
    """The edits that a build which failed after them is laid to: those nearest to its problems."""
    merged = _changes(items)
    blamed: dict[EditGroup, str] = {}
    for problem in sorted(problems, key=_line):
        near = [item for item in merged if item.where.file == problem.where.file] or merged
        path, line = problem.where.path or "", problem.where.line or 0
        near.sort(
            key=lambda item: (
                not (item.where.path and path.startswith(item.where.path)),
                abs((item.where.line or 0) - line),
            )
        )
        for item in near[:1]:
            blamed.setdefault(_group(item), _not_built(problem))
    return blamed


def _line(issue: Issue) -> int:
    """Where it stands: what is told first is what a reader of the source meets first."""
    return issue.where.line or 0


def _not_built(problem: Issue) -> str:
    return f"would not build: {problem.message}"


def _changes(items: Sequence[AccountItem]) -> list[AccountItem]:
    """The edits that change sources."""
    return [item for item in items if item.became in ("merged", "conflict") and item.reads]


def _group(item: AccountItem) -> EditGroup:
    return EditGroup(item.reads)
