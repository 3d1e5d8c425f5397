"""Paragraphs, rows and tables of a new draft, copied into another file as inserted.

Styles are the file's own of the same name, lists go on or are copied; pictures, charts, links and
notes come along. Bookmarks come where the file has none of their name. Content controls are left
behind: what stands in them comes.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.external.clean import remove, unwrap
from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT
from generator.word.package.zip_package import PackageError
from generator.word.redline.brought_files import BroughtFiles
from generator.word.redline.brought_styles import BroughtLists, BroughtStyles
from generator.word.redline.content_keys import Note, note_of
from generator.word.redline.deleted_copies import DeletedCopies
from generator.word.redline.inline_text import inline_nodes
from generator.word.redline.note_pairs import NoteIds
from generator.word.redline.opened import OpenedDocument
from generator.word.redline.run_cuts import with_long_fields
from generator.word.redline.tracked_writing import Tracker
from generator.word.updating.mark_names import remove_mark
from generator.word.writing.footnotes import notes_part

_START = clark("w:bookmarkStart")
_CONTROLS = (clark("w:sdt"), clark("w:sdtContent"))
_COMMENTS = tuple(
    clark(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)


class BroughtBlocks:
    """Copies what is new in a draft into a copy of an older one."""

    def __init__(self, draft: OpenedDocument, copy: OpenedDocument, tracker: Tracker) -> None:
        self._draft, self._copy, self._tracker = draft, copy, tracker
        self._lists = BroughtLists(draft.parts, copy.parts)
        self._styles = BroughtStyles(draft.parts, copy.parts, self._lists)
        self._files = BroughtFiles(draft.parts, copy.parts)
        self._notes = NoteIds(copy)
        self.taken: set[str] = set()
        """Names of bookmarks that the file has, in small letters."""
        self.note_names()
        self._written: set[Note] = set()

    def note_names(self) -> None:
        """Look again which names of bookmarks the file has."""
        self.taken.clear()
        for story in self._copy.stories():
            names = (mark.get(clark("w:name"), "") for mark in story.iter(_START))
            self.taken.update(name.casefold() for name in names)

    def is_free(self, name: str) -> bool:
        """Whether the file has no bookmark of a name."""
        return bool(name) and name.casefold() not in self.taken

    def give_up_names(self, block: Element) -> None:
        """Take out the bookmarks in a block of the file."""
        for mark in list(block.iter(_START)):
            self.taken.discard(mark.get(clark("w:name"), "").casefold())
            remove_mark(self._copy.body, mark)

    def give_up_name(self, name: str) -> None:
        """Take out the bookmark of a name."""
        for mark in list(self._copy.body.iter(_START)):
            if mark.get(clark("w:name")) == name:
                remove_mark(self._copy.body, mark)
        self.taken.discard(name.casefold())

    def stretches(self, part: str, note_kind: str = "") -> DeletedCopies:
        """What copies stretches of paragraphs, marked as inserted. part: of the draft."""
        target = notes_part(self._copy.parts, note_kind) if note_kind else DOCUMENT
        stories = part, target
        return DeletedCopies(
            self._tracker, self._styles, self._files, self._notes, stories, self.taken, "ins"
        )

    def paragraph(self, element: Element) -> Element:
        """A paragraph as inserted, but for its end, which depends on where it is put."""
        made = self._fitted(element, DOCUMENT, DOCUMENT)
        for node in made.findall(f"{clark('w:pPr')}/{clark('w:sectPr')}"):
            remove(node)
        self._mark(made)
        return made

    def look(self, element: Element) -> Element:
        """The properties of a paragraph, without those of its end or of a section."""
        found = element.find(clark("w:pPr"))
        made = w("p", w("pPr") if found is None else deepcopy(found))
        for name in ("w:rPr", "w:sectPr", "w:pPrChange"):
            for node in made[0].findall(clark(name)):
                made[0].remove(node)
        self._styles.fit(made)
        return made[0]

    def row(self, element: Element) -> Element:
        """A row of a table as inserted."""
        made = self._fitted(element, DOCUMENT, DOCUMENT)
        for paragraph in made.iter(clark("w:p")):
            self._mark(paragraph)
        self._tracker.row(made, "ins")
        return made

    def table(self, element: Element) -> Element:
        """A table as inserted, row by row."""
        made = self._fitted(element, DOCUMENT, DOCUMENT)
        for paragraph in made.iter(clark("w:p")):
            self._mark(paragraph)
        for row in made.iter(clark("w:tr")):
            self._tracker.row(row, "ins")
        return made

    def finish(self) -> None:
        """Bring the notes that were referred to, and the lists."""
        while waiting := self._notes.brought.keys() - self._written:
            for note in sorted(waiting):
                self._written.add(note)
                self._bring(note, self._notes.brought[note])
        self._lists.write()

    def _bring(self, note: Note, number: str) -> None:
        kind = note[0].removesuffix("Reference")
        held = self._draft.notes(kind).get(note[1])
        part = notes_part(self._copy.parts, kind)
        if held is None:
            made = w(kind, w("p"))
        else:
            made = self._fitted(held, self._draft.note_parts[kind] or "", part)
        made.set(clark("w:id"), number)
        for paragraph in made.iter(clark("w:p")):
            self._mark(paragraph)
        self._copy.parts.xml(part).append(made)

    def _mark(self, paragraph: Element) -> None:
        self._tracker.insert([node for node, _ in inline_nodes(paragraph)])

    def _fitted(self, element: Element, source: str, target: str) -> Element:
        """A copy that may stand in the file."""
        made = deepcopy(element)
        for node in list(made.iter(*_CONTROLS)):
            for properties in node.findall(clark("w:sdtPr")) + node.findall(clark("w:sdtEndPr")):
                node.remove(properties)
            unwrap(node)
        for node in list(made.iter(*_COMMENTS)):
            remove(node)
        for paragraph in list(made.iter(clark("w:p"))):
            with_long_fields(paragraph)
        self._styles.fit(made)
        self._fit_bookmarks(made)
        self._fit_notes(made)
        for number in made.iter(clark("wp:docPr")):
            number.set("id", str(self._tracker.next_id()))
        self._fit_files(made, source, target)
        return made

    def _fit_notes(self, made: Element) -> None:
        for run in made.iter(clark("w:r")):
            note = note_of(run)
            if note is not None:
                mark = run.find(clark(f"w:{note[0]}"))
                if mark is not None:
                    mark.set(clark("w:id"), self._notes.bring(note))

    def _fit_files(self, made: Element, source: str, target: str) -> None:
        try:
            self._files.fit(made, source, target)
        except PackageError:
            for node in list(made.iter(clark("w:drawing"), clark("w:pict"), clark("w:object"))):
                remove(node)

    def _fit_bookmarks(self, made: Element) -> None:
        ends = {node.get(clark("w:id")): node for node in made.iter(clark("w:bookmarkEnd"))}
        for start in list(made.iter(_START)):
            end = ends.pop(start.get(clark("w:id")), None)
            name = start.get(clark("w:name"), "").casefold()
            if end is None or name in self.taken:
                remove(start)
                if end is not None:
                    remove(end)
                continue
            self.taken.add(name)
            number = str(self._tracker.next_id())
            start.set(clark("w:id"), number)
            end.set(clark("w:id"), number)
        for end in ends.values():
            remove(end)
