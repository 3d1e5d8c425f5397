"""Which text of the report as it is now each text of an older draft has become.

The same mark says it, then the same name, then the words of an edited copy, which a pull before may
have brought in; of the rest, what stands between two known ones and is alike. What the author has
taken out has become nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from generator.compose.materials import SENTENCES
from generator.merge.pairs.said_words import LONG, drafted_words
from generator.merge.pairs.same_order import aligned, in_order
from generator.model.draft_base import BaseEntry
from generator.model.wording.conflict_marks import as_author


def now_of(
    draft: Sequence[BaseEntry],
    now: Sequence[BaseEntry],
    copied: Mapping[int, Sequence[str]] | None = None,
) -> dict[int, int]:
    """Index of each text of the draft -> its index now, for those that are still there.

    Texts that the author has joined since have become one.

    copied: what an edited copy says of a text, paragraph by paragraph, as `bare` does.
    """
    found: dict[int, int] = {}
    _brought(copied or {}, draft, now, found)
    for key in (_mark, _name, _row, _place, _sentence, _long_words):
        _by(key, draft, now, found)
    _by_copy(copied or {}, draft, now, found)
    for kinds in (("footnote",), ("title", "description"), ()):
        _between(draft, now, found, kinds)
    _joined_to_others(draft, now, found)
    return found


def _joined_to_others(
    draft: Sequence[BaseEntry], now: Sequence[BaseEntry], found: dict[int, int]
) -> None:
    """Texts that stand within what the one before or behind has become, or are one of its names."""
    for index, entry in enumerate(draft):
        if index in found or not entry.written or _sort(entry) != "text":
            continue
        words = drafted_words(entry, figures=False)
        beside = {found[at] for at in (index - 1, index + 1) if at in found}
        beside = {at for at in beside if _sort(now[at]) == "text" and now[at].file == entry.file}
        for at in sorted(beside):
            named = entry.name and entry.name in now[at].aliases
            there = drafted_words(now[at], figures=False)
            if named or (len(words) >= LONG and words in there):
                found[index] = at


_Key = tuple[str, ...]


def _long_words(entry: BaseEntry) -> _Key:
    """What a person wrote, wherever the author has put it since."""
    words = drafted_words(entry)
    written = entry.written and not entry.repeated and entry.kind != "footnote"
    return (_sort(entry), entry.file, words) if written and len(words) >= LONG else ()


def _sort(entry: BaseEntry) -> str:
    """Its kind; one for those that a text may become by what stands before it in the source."""
    return "text" if entry.kind in ("paragraph", "heading", "item") else entry.kind


def _mark(entry: BaseEntry) -> _Key:
    return (_sort(entry), entry.mark) if entry.mark else ()


def _name(entry: BaseEntry) -> _Key:
    named = entry.name and entry.kind != "front-matter"
    return (_sort(entry), entry.file, entry.name) if named else ()


def _row(entry: BaseEntry) -> _Key:
    """Of front matter: which row, and which part of which entry of it."""
    in_row = entry.kind == "front-matter" and entry.section
    return (entry.section, entry.place) if in_row else ()


def _place(entry: BaseEntry) -> _Key:
    """Of a sentence of the format, and of front matter: there is one at each place."""
    if entry.written or not entry.file:
        return ()
    return (entry.kind, entry.file, entry.section, entry.place, entry.printed)


def _sentence(entry: BaseEntry) -> _Key:
    """Of a sentence of the format, or the report's own in its stead."""
    if entry.section == SENTENCES:
        return (entry.place,)
    kind, _, rest = entry.section.partition(".")
    if kind == "implications" and entry.written and entry.place.endswith(", 1"):
        return (f"{kind}.{rest.partition('.')[0]}.nil",)
    return (f"{entry.section}.{entry.place}",) if entry.place and not entry.written else ()


def _by(
    key: Callable[[BaseEntry], _Key],
    draft: Sequence[BaseEntry],
    now: Sequence[BaseEntry],
    found: dict[int, int],
) -> None:
    taken = set(found.values())
    there: dict[_Key, list[int]] = {}
    for index, entry in enumerate(now):
        if index not in taken and key(entry):
            there.setdefault(key(entry), []).append(index)
    for index, entry in enumerate(draft):
        known = there.get(key(entry)) if index not in found and key(entry) else None
        if known:
            found[index] = known.pop(0)


def _brought(
    copied: Mapping[int, Sequence[str]],
    draft: Sequence[BaseEntry],
    now: Sequence[BaseEntry],
    found: dict[int, int],
) -> None:
    """What a pull before changed as the copy does, though the words as drafted stand elsewhere now:
    the officer copied a text, and then changed where it had been.
    """
    drafted = {entry.mark for entry in draft}
    fresh = [at for at, entry in enumerate(now) if entry.written and entry.mark not in drafted]
    there = {(now[at].file, now[at].section, drafted_words(now[at])): at for at in reversed(fresh)}
    for index, texts in copied.items():
        here = draft[index]
        for words in texts if len(texts) == 1 and texts[0] != drafted_words(here) else ():
            at = there.pop((here.file, here.section, words), None)
            if at is not None and _sort(now[at]) == _sort(here):
                found[index] = at


def _by_copy(
    copied: Mapping[int, Sequence[str]],
    draft: Sequence[BaseEntry],
    now: Sequence[BaseEntry],
    found: dict[int, int],
) -> None:
    """What says now just what the copy says; in another section only where that is long."""
    for section in (True, False):
        taken = set(found.values())
        there: dict[_Key, list[int]] = {}
        for at, entry in enumerate(now):
            if at not in taken and entry.written:
                where = entry.section if section else ""
                there.setdefault((where, drafted_words(entry)), []).append(at)
        for index, texts in copied.items():
            where = draft[index].section if section else ""
            for words in sorted(texts, key=len, reverse=True):
                known = there.get((where, words)) if index not in found else None
                if known and (section or len(words) >= LONG):
                    found[index] = known.pop(0)


def _between(
    draft: Sequence[BaseEntry],
    now: Sequence[BaseEntry],
    found: dict[int, int],
    kinds: tuple[str, ...],
) -> None:
    """Align what stands between known texts, of the kinds named or of the others."""
    outside = ("footnote", "title", "description")

    def fits(entry: BaseEntry) -> bool:
        return entry.kind in kinds if kinds else entry.kind not in outside

    known = sorted((one, other) for one, other in found.items() if fits(draft[one]))
    edges = [(-1, -1), *in_order(known), (len(draft), len(now))]
    taken = set(found.values())
    for (first, begin), (last, stop) in pairwise(edges):
        ours = [at for at in range(first + 1, last) if at not in found and fits(draft[at])]
        theirs = [at for at in range(begin + 1, stop) if at not in taken and fits(now[at])]
        texts = [draft[at].printed for at in ours], [as_author(now[at].printed) for at in theirs]
        for one, other in aligned(*texts):
            here, there = draft[ours[one]], now[theirs[other]]
            if (_sort(here), here.by) == (_sort(there), there.by) or here.kind == "heading":
                found[ours[one]] = theirs[other]
