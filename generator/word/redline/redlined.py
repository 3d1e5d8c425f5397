"""Two .docx as one with tracked changes: accepted it is the new one, rejected the old.

The new document's package is what is written into. What only the old one holds is brought into it
as deleted: text, rows, notes, pictures, links, with their styles and lists. Changes that either
holds already are accepted first. Headers, footers and page sizes are the new document's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.model.frozen import dataclass
from generator.model.surroundings import PageSection
from generator.word.package.elements import clark
from generator.word.package.parts import DOCUMENT
from generator.word.redline.block_changes import BlockChanges
from generator.word.redline.block_texts import blocks_of
from generator.word.redline.brought_files import BroughtFiles
from generator.word.redline.brought_styles import BroughtLists, BroughtStyles
from generator.word.redline.content_keys import ContentKeys, Note
from generator.word.redline.counted_changes import ChangeCounts
from generator.word.redline.deleted_copies import DeletedCopies
from generator.word.redline.note_changes import NoteChanges
from generator.word.redline.note_pairs import NoteIds, NotePairs
from generator.word.redline.opened import OpenedDocument
from generator.word.redline.paragraph_changes import ParagraphChanges
from generator.word.redline.tracked_writing import AUTHOR, DATE, Tracker, next_change_id
from generator.word.writing.footnotes import notes_part


@dataclass(frozen=True, slots=True)
class Redlined:
    """A document with tracked changes. changes: how many, by kind (counted_changes.KINDS).

    accepted: tracked changes that the old document, and the new one, held already. margins_differ:
    headers or footers say something else in the two. pages_differ: their pages are of other sizes,
    or lie otherwise. Neither is marked.
    """

    data: bytes
    changes: dict[str, int]
    accepted: tuple[int, int]
    margins_differ: bool
    pages_differ: bool


def redline(old: bytes, new: bytes, author: str = AUTHOR, date: str = DATE) -> bytes:
    """The new .docx with what changed from the old as tracked changes by an author on a day.

    date: ISO. The same documents give the same bytes. Raises PackageError for what
    cannot be read as a Word document.
    """
    return redlined(old, new, author, date).data


def redlined(old: bytes, new: bytes, author: str = AUTHOR, date: str = DATE) -> Redlined:
    """As `redline`, with what there is to say of it. Raises PackageError."""
    return compare(OpenedDocument(old), OpenedDocument(new), author, date)


def compare(
    old: OpenedDocument, new: OpenedDocument, author: str = AUTHOR, date: str = DATE
) -> Redlined:
    """As `redlined`, of documents that are open. They are used up: open them for each comparison.

    Raises PackageError for parts that are damaged.
    """
    return _Redline(old, new, author, date).made()


class _Redline:
    """One comparison."""

    def __init__(self, old: OpenedDocument, new: OpenedDocument, author: str, date: str) -> None:
        self._old, self._new = old, new
        self._tracker = Tracker(next_change_id(new.stories()), author, date)
        self._lists = BroughtLists(old.parts, new.parts)
        self._styles = BroughtStyles(old.parts, new.parts, self._lists)
        self._files = BroughtFiles(old.parts, new.parts)
        self._counts = ChangeCounts()
        self._pairs = NotePairs(old, new)
        self._ids = NoteIds(new)
        self._kept: dict[Note, Note] = {}
        self._names = {
            mark.get(clark("w:name"), "").casefold()
            for story in new.stories()
            for mark in story.iter(clark("w:bookmarkStart"))
        }

    def made(self) -> Redlined:
        old = blocks_of(
            self._old.body, ContentKeys(self._old.parts, DOCUMENT, self._pairs.old_keys)
        )
        new = blocks_of(
            self._new.body, ContentKeys(self._new.parts, DOCUMENT, self._pairs.new_keys)
        )
        changes, _ = self._writers(DOCUMENT, DOCUMENT)
        changes.compare(old, new, self._new.body)
        notes = NoteChanges(self._pairs, self._ids, self._new)
        notes.write(self._kept, cache(self._note_writers), self._counts)
        self._lists.write()
        return Redlined(
            self._new.parts.to_bytes(),
            self._counts.as_plain(),
            (self._old.accepted, self._new.accepted),
            self._old.margins() != self._new.margins(),
            not _lie_alike(self._old.pages(), self._new.pages()),
        )

    def _note_writers(self, kind: str) -> tuple[BlockChanges, DeletedCopies]:
        part = notes_part(self._new.parts, kind)
        return self._writers(self._old.note_parts[kind] or "", part)

    def _writers(self, old_part: str, new_part: str) -> tuple[BlockChanges, DeletedCopies]:
        """What tracks changes in a story, and what copies from it."""
        stories = old_part, new_part
        copies = DeletedCopies(
            self._tracker, self._styles, self._files, self._ids, stories, self._names
        )
        paragraphs = ParagraphChanges(self._tracker, copies, self._counts, self._kept)
        return (
            BlockChanges(self._tracker, copies, self._styles, paragraphs, self._counts),
            copies,
        )


def _lie_alike(old: Sequence[PageSection], new: Sequence[PageSection]) -> bool:
    return len(old) == len(new) and all(map(PageSection.lies_as, old, new))
