"""Texts of a draft that their bookmarks tell where they stand in an edited file.

A bookmark in two paragraphs tells of a text that was divided, two of them in one paragraph of texts
that were joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.merge.pairs.front_lines import line_parts, part_at
from generator.merge.pairs.held_texts import HeldText
from generator.merge.pairs.said_words import bare, label_end, own_end
from generator.model.draft_base import BaseEntry
from generator.model.readings import Mark, ReadDocument, ReadText


def by_marks(entries: Sequence[BaseEntry], texts: Sequence[ReadText]) -> dict[int, list[HeldText]]:
    """Entry -> where it stands, for those with a mark that is still there."""
    marked = {entry.mark: index for index, entry in enumerate(entries) if entry.mark}
    notes = _notes(texts)
    held: dict[int, list[HeldText]] = {}
    for at, text in enumerate(texts):
        found = [(mark, marked[mark.name]) for mark in text.marks if mark.name in marked]
        for mark, index in found:
            if entries[index].kind == "footnote":
                held.setdefault(index, []).extend(_note_pieces(text, mark.start, notes, texts))
        own = [(mark, index) for mark, index in found if entries[index].kind != "footnote"]
        for (_, index), (start, stop) in zip(own, _shares(entries, text, own), strict=True):
            held.setdefault(index, []).append(HeldText(at, start, stop))
    return held


def tracked_moves(copy: ReadDocument) -> dict[str, int]:
    """The mark of each paragraph that was moved with tracked changes -> the text that it is now.

    Word leaves its bookmarks where it stood.
    """
    went: dict[str, list[ReadText]] = {}
    came: dict[str, list[int]] = {}
    for text in copy.rejected:
        if text.moved:
            went.setdefault(text.moved, []).append(text)
    for at, text in enumerate(copy.accepted):
        if text.moved:
            came.setdefault(text.moved, []).append(at)
    return {
        mark.name: at
        for name, texts in went.items()
        if len(texts) == len(came.get(name, ()))
        for text, at in zip(texts, came[name], strict=True)
        for mark in text.marks
    }


def by_moves(
    entries: Sequence[BaseEntry],
    texts: Sequence[ReadText],
    held: dict[int, list[HeldText]],
    moves: Mapping[str, int],
) -> None:
    used = {piece.read for pieces in held.values() for piece in pieces}
    for index, entry in enumerate(entries):
        at = moves.get(entry.mark, -1) if entry.kind != "footnote" else -1
        if at >= 0 and index not in held and at not in used and bare(texts[at]):
            held[index] = [HeldText(at, label_end(texts[at]), own_end(texts[at]))]
            used.add(at)


def _shares(
    entries: Sequence[BaseEntry], text: ReadText, own: Sequence[tuple[Mark, int]]
) -> list[tuple[int, int]]:
    """Characters of a paragraph that belong to each of the texts marked in it."""
    if not own:
        return []
    if all(entries[index].kind == "front-matter" for _, index in own):
        return _front_matter(entries, text, own)
    mark, index = own[0]
    begins = mark.start if entries[index].lead or label_end(text) else 0
    starts = [begins, *(mark.start for mark, _ in own[1:])]
    return list(pairwise([*starts, own_end(text)]))


def _front_matter(
    entries: Sequence[BaseEntry], text: ReadText, own: Sequence[tuple[Mark, int]]
) -> list[tuple[int, int]]:
    """What a line of front matter says of each of its texts: what lies between its tabs.

    Words that take the place of all that was marked stand beside their mark, which is left empty.
    """
    as_drafted = all(
        text.text[mark.start : mark.end] == entries[index].printed for mark, index in own
    )
    here = [part_at(text.text, mark.start) for mark, _ in own]
    if as_drafted or len(set(here)) < len(own):
        return [(mark.start, mark.end) for mark, _ in own]
    parts = line_parts(text.text[: own_end(text)])
    return [parts[part] for part in here]


def _notes(texts: Sequence[ReadText]) -> dict[str, list[int]]:
    notes: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if text.kind == "footnote":
            notes.setdefault(text.note, []).append(at)
    return notes


def _note_pieces(
    text: ReadText, start: int, notes: dict[str, list[int]], texts: Sequence[ReadText]
) -> Iterable[HeldText]:
    """The paragraphs of the footnote whose mark stands at a character of a text."""
    at = 0
    for span in text.spans:
        if span.note and at >= start:
            return [HeldText(one, 0, len(texts[one].text)) for one in notes.get(span.note, [])]
        at += len(span.text)
    return []
