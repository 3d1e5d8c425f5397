"""An officer's changes to a draft, as changes of the text that the report has now.

    draft    About 46% plan to leave.      officer   About 46% intend to leave.
    now      Some 44% plan to leave.       edit      plan -> intend, in what is printed now

What only the officer changed becomes an edit; what both changed, and not in the same way, is a
conflict. A change of look goes with its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.merge.sources.source_edits import Edit
from generator.merge.sources.tokens import Look, Token, as_text, keys
from generator.model.frozen import dataclass
from generator.model.wording.word_diff import changes, merge


@dataclass(frozen=True, slots=True)
class Rebased:
    """edits: of the tokens printed now. conflicts: the same, where the author changed them too.

    looks: of printed tokens that the officer made look otherwise.
    """

    edits: tuple[Edit, ...]
    conflicts: tuple[Edit, ...]
    looks: Mapping[int, Look]


def rebased(draft: Sequence[Token], edited: Sequence[Token], now: Sequence[Token]) -> Rebased:
    """The changes from draft to edited, in the tokens printed now."""
    edits: list[Edit] = []
    conflicts: list[Edit] = []
    at = begin = 0
    for one in merge(keys(draft), keys(now), keys(edited)):
        end, stop = at + len(one.ours), begin + len(one.theirs)
        edit = Edit(at, end, tuple(edited[begin:stop]))
        alike = _says_the_same(now[at:end], edit.tokens)
        if one.conflict and not alike:
            conflicts.append(edit)
        elif one.items != one.ours and not alike:
            edits.append(edit)
        at, begin = end, stop
    return Rebased(tuple(edits), tuple(conflicts), _looks(draft, edited, now))


def _says_the_same(now: Sequence[Token], edited: Sequence[Token]) -> bool:
    """Two words that a join made one are two pieces of the copy, and one word of the report."""
    only_words = all(one.kind == "word" for one in (*now, *edited))
    return only_words and as_text(now) == as_text(edited)


def _looks(
    draft: Sequence[Token], edited: Sequence[Token], now: Sequence[Token]
) -> dict[int, Look]:
    ours, theirs = _same(draft, now), _same(draft, edited)
    looks: dict[int, Look] = {}
    for index, there in theirs.items():
        here = ours.get(index)
        changed = draft[index].look != edited[there].look and draft[index].text.strip()
        if changed and here is not None and now[here].look == draft[index].look:
            looks[here] = edited[there].look
    return looks | _spaces_between(looks, now)


def _spaces_between(looks: Mapping[int, Look], now: Sequence[Token]) -> dict[int, Look]:
    """Spaces between words that look alike from now on: they look so, too."""
    found: dict[int, Look] = {}
    for at in range(1, len(now) - 1):
        if not now[at].text.isspace() or looks.keys().isdisjoint((at - 1, at + 1)):
            continue
        before, after = (looks.get(one, now[one].look) for one in (at - 1, at + 1))
        if before == after != now[at].look:
            found[at] = before
    return found


def _same(one: Sequence[Token], other: Sequence[Token]) -> dict[int, int]:
    """Index of each token that both have -> its index in the other."""
    same: dict[int, int] = {}
    at = begin = 0
    for change in [*changes(keys(one), keys(other))]:
        same |= dict(zip(range(at, change.start), range(begin, change.begin), strict=True))
        at, begin = change.end, change.stop
    return same | dict(zip(range(at, len(one)), range(begin, len(other)), strict=True))
