"""What the bookmarks of a copy are called in the new draft.

A text's bookmark is named for its words in the source, a figure's has a count behind it where the
same figure is printed again: both change with the sources.
"""

from __future__ import annotations

from generator.merge.pairs.held_texts import HeldText
from generator.update.matches import Matches
from generator.update.sides import Side


def new_names(mine: Side, theirs: Side, matches: Matches) -> dict[str, str]:
    """Name of a bookmark in the copy -> its name in the new draft, of texts and figures."""
    names: dict[str, str] = {}
    for one in matches.all:
        for at in one.drafted:
            now = matches.became.get(at)
            mark = "" if now is None else theirs.base.entries[now].mark
            if mine.base.entries[at].mark and mark:
                names[mine.base.entries[at].mark] = mark
        names |= _figures(mine, theirs, one.pieces, one.theirs)
    return {old: new for old, new in names.items() if old and new}


def _figures(
    mine: Side, theirs: Side, ours: tuple[HeldText, ...], now: tuple[HeldText, ...]
) -> dict[str, str]:
    """The figures of a text, the first of a key with the first, and so on."""
    names: dict[str, str] = {}
    there = _by_key(theirs, now)
    for key, old in _by_key(mine, ours).items():
        names |= dict(zip(old, there.get(key, []), strict=False))
    return names


def _by_key(side: Side, held: tuple[HeldText, ...]) -> dict[str, list[str]]:
    """Key of a figure -> the bookmarks of it in some texts, in order."""
    found: dict[str, list[str]] = {}
    for piece in held:
        for span in side.reads[piece.read].spans:
            key = side.base.values.get(span.value, ("", ""))[0]
            if key and span.value not in found.setdefault(key, []):
                found[key].append(span.value)
    return found
