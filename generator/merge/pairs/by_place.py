"""Texts of a draft that were typed over whole: they stand where they did, between known ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.merge.pairs.front_lines import beside_known, rows_by_place
from generator.merge.pairs.held_texts import HeldText
from generator.merge.pairs.said_words import bare, drafted_words, label_end, own_end
from generator.merge.pairs.same_order import gaps
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText


def by_place(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    lost: Sequence[int],
    free: Sequence[int],
    held: dict[int, list[HeldText]],
) -> list[int]:
    """A sentence or heading of the format, or a caption, that was rewritten stands where it did."""
    found: list[int] = []
    if all(index in held for index in lost):
        return found
    used = {piece.read for pieces in held.values() for piece in pieces}
    for at, index in enumerate(lost):
        entry = entries[index]
        alone = entry.kind in ("caption", "heading")
        kinds = (entry.kind,) if alone else ("paragraph", "item")
        by_format = not entry.written and (entry.kind == "heading" or entry.place)
        if index in held or not (by_format or entry.kind == "caption"):
            continue
        before = [held[one][-1].read for one in lost[:at] if held.get(one)]
        after = [held[one][0].read for one in lost[at + 1 :] if held.get(one)]
        between = [
            one
            for one in free
            if one not in used
            and (not before or one > before[-1])
            and (not after or one < after[0])
            and texts[one].kind in kinds
            and bare(texts[one])
        ]
        if between:
            text = texts[between[0]]
            held[index] = [HeldText(between[0], label_end(text), own_end(text))]
            used.add(between[0])
            found.append(index)
    return found


def in_front(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    held: dict[int, list[HeldText]],
    labels: Collection[str],
) -> list[int]:
    """Find texts of front matter whose mark went with their words; give those that were found."""
    known = {
        index: (pieces[0].read, pieces[0].start, pieces[0].stop)
        for index, pieces in held.items()
        if pieces and entries[index].kind == "front-matter"
    }
    found = beside_known(entries, texts, known)
    held |= {index: [HeldText(*place)] for index, place in found.items()}
    used = {piece.read for pieces in held.values() for piece in pieces}
    for (first, start), (last, stop) in gaps(entries, texts, held) if labels else ():
        between = range(first + 1, last)
        rows = [at for at in between if entries[at].kind == "front-matter" and at not in held]
        lost = [at for at in rows if entries[at].written]
        others = {drafted_words(entries[at]) for at in between} - {
            drafted_words(entries[at]) for at in lost
        }
        said = {at: bare(texts[at]) for at in range(start + 1, stop) if at not in used}
        free = [
            at
            for at, words in said.items()
            if texts[at].kind in ("cell", "paragraph") and words not in {"", *labels}
        ]
        own = [at for at in free if said[at] not in others]
        # Of rows that the program prints, all must be there: nothing else tells them from others.
        found |= rows_by_place(lost, own, texts) or rows_by_place(rows, free, texts)
    held |= {index: [HeldText(*place)] for index, place in found.items()}
    return list(found)
