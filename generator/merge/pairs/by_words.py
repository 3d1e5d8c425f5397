"""Texts of a draft whose bookmark is lost, found by their words: equal ones first, then similar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.merge.pairs.by_place import by_place
from generator.merge.pairs.front_lines import line_parts
from generator.merge.pairs.held_texts import IN_CHARTS, HeldText
from generator.merge.pairs.said_words import LONG, bare, drafted_words, label_end, own_end
from generator.merge.pairs.same_order import aligned, gaps
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText


def by_words(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: dict[int, list[HeldText]]
) -> list[int]:
    """Find those without a mark between those that have one; give the entries that were found."""
    used = {piece.read for pieces in held.values() for piece in pieces}
    outside = (*IN_CHARTS, "footnote")
    found: list[int] = []
    for (first, start), (last, stop) in gaps(entries, texts, held):
        lost = [
            index
            for index in range(first + 1, last)
            if index not in held and entries[index].kind not in outside
        ]
        free = [
            at
            for at in range(start + 1, stop)
            if at not in used and texts[at].kind not in ("contents", "footnote")
        ]
        found += _aligned(entries, texts, lost, free, held)
        found += by_place(entries, texts, lost, free, held)
    return found


def notes_by_words(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: dict[int, list[HeldText]]
) -> list[int]:
    used = {piece.read for pieces in held.values() for piece in pieces}
    lost = [at for at, one in enumerate(entries) if one.kind == "footnote" and at not in held]
    free = [at for at, one in enumerate(texts) if one.kind == "footnote" and at not in used]
    return _aligned(entries, texts, lost, free, held)


def elsewhere_by_words(
    entries: Sequence[BaseEntry], texts: Sequence[ReadText], held: dict[int, list[HeldText]]
) -> list[int]:
    """Texts that lost their mark when they were cut and pasted: long ones with the same words."""
    used = {piece.read for pieces in held.values() for piece in pieces}
    there: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if at not in used and text.kind not in ("contents", "footnote"):
            there.setdefault(bare(text), []).append(at)
    found: list[int] = []
    for index, entry in enumerate(entries):
        known = there.get(drafted_words(entry)) if entry.mark and index not in held else None
        if known and len(entry.printed) >= LONG:
            at = known.pop(0)
            held[index] = [HeldText(at, len(entry.lead), own_end(texts[at]))]
            found.append(index)
    return found


def _aligned(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    lost: Sequence[int],
    free: Sequence[int],
    held: dict[int, list[HeldText]],
) -> list[int]:
    """Pair what stands between two known places: equal words, then similar ones."""
    ours = [drafted_words(entries[index]) for index in lost]
    in_lines = any(entries[index].kind == "front-matter" for index in lost)
    parts = [one for at in free for one in _parts(at, texts[at], ours if in_lines else None)]
    theirs = [_says(texts[part.read], part) for part in parts]
    found: list[int] = []

    def keep(index: int, at: int) -> None:
        entry, part = entries[lost[index]], parts[at]
        text = texts[part.read].text[part.start : part.stop]
        if part.start == 0 and entry.lead and text.startswith(entry.lead):
            part = HeldText(part.read, len(entry.lead), part.stop)
        held[lost[index]] = [part]
        found.append(lost[index])

    for index, at in aligned(ours, theirs):
        kinds = {entries[lost[index]].kind, texts[parts[at].read].kind}
        if kinds not in ({"caption", "cell"}, {"heading", "cell"}):
            keep(index, at)
    return found


def _parts(at: int, text: ReadText, ours: Collection[str] | None) -> list[HeldText]:
    """What a text may say of several texts: a line of front matter has tabs between its own.

    ours: what the texts say that are looked for; None where none of them is front matter.
    """
    whole = HeldText(at, label_end(text), own_end(text))
    if ours is None or "\t" not in text.text or bare(text) in ours:
        return [whole]
    parts = line_parts(text.text[: whole.stop])
    return [HeldText(at, max(start, whole.start), stop) for start, stop in parts]


def _says(text: ReadText, part: HeldText) -> str:
    whole = (part.start, part.stop) == (label_end(text), own_end(text))
    return bare(text) if whole else " ".join(text.text[part.start : part.stop].split())
