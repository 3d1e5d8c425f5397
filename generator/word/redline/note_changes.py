"""Notes that were changed, put in or taken out.

A note that is taken out stays in its part as deleted, and so does its mark in the text; Word shows
it among the others until the deletion is accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.word.package.elements import w
from generator.word.redline.block_changes import BlockChanges
from generator.word.redline.content_keys import Note
from generator.word.redline.counted_changes import ChangeCounts
from generator.word.redline.deleted_copies import DeletedCopies
from generator.word.redline.note_pairs import NoteIds, NotePairs
from generator.word.redline.opened import OpenedDocument
from generator.word.writing.footnotes import notes_part

Writers = Callable[[str], tuple[BlockChanges, DeletedCopies]]
"""For a kind of notes, 'footnote' or 'endnote': what tracks changes in its part."""


class NoteChanges:
    """Tracks what became of notes, once it is known whose marks stay in the text."""

    def __init__(self, pairs: NotePairs, ids: NoteIds, new: OpenedDocument) -> None:
        self._pairs, self._ids, self._new = pairs, ids, new

    def write(self, kept: Mapping[Note, Note], writers: Writers, counts: ChangeCounts) -> None:
        """kept: notes of the new document whose mark stands in both, and which they were."""
        for note, text in self._pairs.new.items():
            kind = _kind(note)
            element = self._new.notes(kind)[note[1]]
            changes, _ = writers(kind)
            if note in kept and kept[note] in self._pairs.old:
                changes.compare(self._pairs.old[kept[note]].blocks, text.blocks, element)
            else:
                changes.insert(text.blocks)
                counts["notes_inserted"] += 1
        for note, number in self._ids.brought.items():
            self._bring(note, number, writers(_kind(note))[1])
            counts["notes_deleted"] += 1

    def _bring(self, note: Note, number: str, copies: DeletedCopies) -> None:
        blocks = self._pairs.old[note].blocks if note in self._pairs.old else ()
        made = w(_kind(note), *copies.blocks(blocks), id=number)
        self._new.parts.xml(notes_part(self._new.parts, _kind(note))).append(made)


def _kind(note: Note) -> str:
    return note[0].removesuffix("Reference")
