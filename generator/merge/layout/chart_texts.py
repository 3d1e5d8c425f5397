"""Titles and alternative texts of charts, changed in Word: no bookmark can stand round them.

Which chart of the edited file is which of the draft is told by what they say, then by their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.merge.account import ALREADY, gone
from generator.merge.pairs.same_order import aligned
from generator.merge.rebasing import rebased
from generator.merge.sources.tokens import Token
from generator.merge.tag_settings import in_tag, set_in_tag
from generator.merge.text_merge import merge_changes
from generator.merge.work import Work, tokens_of
from generator.model.draft_base import BaseEntry
from generator.model.frozen import dataclass
from generator.model.readings import ReadDocument
from generator.model.wording.word_diff import words

_KINDS = {"title": "chart title", "description": "alternative text"}
_Texts = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Chart:
    """A chart of a draft: the indexes of its title and of its alternative text, -1 for none."""

    title: int
    description: int = -1


def merge_charts(work: Work, today: ReadDocument, given_up: Mapping[int, str]) -> None:
    """Merge the words of each chart. given_up: of texts that a try before could not merge."""
    drafted = _charts(work.draft.entries)
    ours = [_said(work.draft.entries, one) for one in drafted]
    theirs = _own(work, today)
    paired = _paired(ours, theirs)
    for at in sorted(set(range(len(ours))) - {one for one, _ in paired}):
        _tell_gone(work, drafted[at].title)
    for one, other in paired:
        indexes = (drafted[one].title, drafted[one].description)
        for index, old, new in zip(indexes, ours[one], theirs[other], strict=True):
            lost = not new and index == drafted[one].description  # LibreOffice keeps none
            if index >= 0 and old != new and not lost:
                _merge_one(work, index, new, given_up.get(gone(index), ""))


def _tell_gone(work: Work, index: int) -> None:
    """Tell of a chart that is not in the copy: its caption may stand there still."""
    if index in work.became:
        entry = work.now.entries[work.became[index]]
        reason = "its line in the narrative prints it; take that out"
        work.note("refused", "chart", (entry,), entry.printed, "", reason, (gone(index),))


def _charts(entries: Sequence[BaseEntry]) -> list[_Chart]:
    made: list[_Chart] = []
    for index, entry in enumerate(entries):
        if entry.kind == "title":
            made.append(_Chart(index))
        elif entry.kind == "description" and made:
            made[-1] = _Chart(made[-1].title, index)
    return made


def _said(entries: Sequence[BaseEntry], chart: _Chart) -> _Texts:
    said = (entries[at].printed if at >= 0 else "" for at in (chart.title, chart.description))
    title, description = map(_plain, said)
    return title, description


def _own(work: Work, today: ReadDocument) -> list[_Texts]:
    """The charts of an edited file without those of appended files, which are as they were."""
    now = Counter(_said(work.now.entries, one)[0] for one in _charts(work.now.entries))
    foreign = Counter((_plain(title), _plain(text)) for _, title, text in today.charts)
    foreign.subtract({one: now[one[0]] for one in foreign})
    found: list[_Texts] = []
    for _, title, text in work.copy.charts:
        one = (_plain(title), _plain(text))
        foreign[one] -= 1
        if foreign[one] < 0:
            found.append(one)
    return found


def _paired(ours: Sequence[_Texts], theirs: Sequence[_Texts]) -> list[tuple[int, int]]:
    # Where no alternative text is left, LibreOffice has dropped them: the titles tell.
    told = slice(None) if any(text for _, text in theirs) else slice(1)
    found = aligned([" ".join(one[told]) for one in ours], [" ".join(one[told]) for one in theirs])
    edges = [(-1, -1), *found, (len(ours), len(theirs))]
    for (first, begin), (last, stop) in pairwise(edges):
        if last - first == stop - begin:
            found += zip(range(first + 1, last), range(begin + 1, stop), strict=True)
    return sorted(found)


def _merge_one(work: Work, index: int, new: str, given_up: str) -> None:
    drafted, at = work.draft.entries[index], work.became.get(index)
    kind, reads = _KINDS[drafted.kind], (gone(index),)
    entry = work.now.entries[at] if at is not None else None
    edited = [Token(word) for word in words(new)]
    if entry is None:
        reason = "the author has taken this chart out since; put it in again, or leave it out"
        work.note("conflict", kind, (drafted,), drafted.printed, new, reason, reads)
    elif given_up:
        work.note("refused", kind, (entry,), drafted.printed, new, given_up, reads)
    elif _plain(entry.printed) == new:
        work.note("merged", kind, (entry,), drafted.printed, new, ALREADY, reads)
    elif in_tag((entry,)):
        set_in_tag(work, entry, edited, reads, kind)
    elif not entry.written or entry.repeated:
        reason = "a loop made it; change the loop's text in the narrative"
        work.note("refused", kind, (entry,), drafted.printed, new, reason, reads)
    else:
        told = len(work.items)
        changed = rebased(tokens_of((drafted,)), edited, tokens_of((entry,)))
        merge_changes(work, (drafted,), (entry,), changed, reads)
        work.items[told:] = [
            replace(one, kind=kind) if one.kind == "words" else one for one in work.items[told:]
        ]


def _plain(text: str) -> str:
    return " ".join(text.split())
