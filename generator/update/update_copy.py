"""A copy of an officer's file, brought up to a new draft.

    the copy's base, the copy, the new draft ─► what the sources changed, as tracked changes

What the officer changed stays as it is: text, comments, formatting and tracked changes. Rejecting
the program's changes gives the officer's text again.
"""

from __future__ import annotations

from generator.model.draft_base import DraftBase
from generator.update.block_updates import BlockUpdates
from generator.update.chart_updates import ChartUpdates
from generator.update.figure_names import new_names
from generator.update.matches import Matches
from generator.update.page_updates import PageUpdates
from generator.update.remarks import Remarks
from generator.update.sides import Side
from generator.update.text_updates import TextUpdates
from generator.update.updated import Updated
from generator.word.updating.base_swap import swap_base
from generator.word.updating.opened_texts import OpenedTexts
from generator.word.updating.written_copy import WrittenCopy


def update_copy(
    edited: bytes, base: DraftBase, draft: bytes, today: DraftBase, pattern: str
) -> Updated:
    """Bring what changed from `base`, the edited file's, to `draft` into the edited file.

    today: the base of the draft. pattern: of the format's sign-off codes. The same files give the
    same bytes. Raises PackageError for files that cannot be read as Word documents.
    """
    copy, new = OpenedTexts(edited), OpenedTexts(draft)
    mine, theirs = Side(copy, base, pattern), Side(new, today, pattern)
    matches, written = Matches(mine, theirs), WrittenCopy(copy, new)
    remarks = Remarks(mine, matches, written)
    written.rename(new_names(mine, theirs, matches))
    texts = TextUpdates(mine, theirs, matches, written, remarks)
    texts.drafted()
    blocks = BlockUpdates(mine, theirs, matches, written, texts, remarks)
    blocks.update()
    ChartUpdates(mine, theirs, remarks).update(blocks.drawn)
    pages = PageUpdates(mine, theirs, written, remarks).update(blocks.standing)
    if not remarks.items:
        return Updated(edited, ())
    _mark(theirs, matches, written)
    _name(mine, theirs, matches, written)
    written.finish()
    parts = copy.document.parts
    standing = _standing(mine, theirs, matches, texts)
    swap_base(parts, new.document.parts, remarks.kept, standing, pages)
    return Updated(parts.to_bytes(), tuple(remarks.items))


_NAMED = "_ref_"
"""Begins the bookmarks that references to a paragraph, heading or item lead to."""


def _mark(theirs: Side, matches: Matches, written: WrittenCopy) -> None:
    """Mark what the officer put in, or divided, and the sources say now just so."""
    for there, read in matches.adopted.items():
        written.mark(read, theirs.mark(there))
    for one in matches.all:
        reads = list(dict.fromkeys(piece.read for piece in one.pieces))
        if len(reads) == len(one.today) > len(one.drafted):
            for read, at in zip(reads, one.today, strict=True):
                written.mark(read, theirs.base.entries[at].mark, moves=True)


def _name(mine: Side, theirs: Side, matches: Matches, written: WrittenCopy) -> None:
    """Let references lead to what has another name now, or that of a text joined to it."""
    for there, read in matches.reads.items():
        known = {mark.name for mark in mine.text(read).read.marks}
        for mark in theirs.text(there).read.marks:
            if mark.name.startswith(_NAMED) and mark.name not in known:
                written.mark(read, mark.name, moves=True)


def _standing(mine: Side, theirs: Side, matches: Matches, texts: TextUpdates) -> dict[int, int]:
    """Texts of today that stand in the copy as something else: of styles, an update changes those
    of headings alone.
    """
    drafted, today = mine.base.entries, theirs.base.entries
    return {
        now: at
        for at, now in matches.became.items()
        if drafted[at].shape != today[now].shape and at not in texts.releveled
    }
