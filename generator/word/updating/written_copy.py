"""A copy of a draft that is written into, and the new draft that it is brought up to."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from generator.word.package.elements import Element, clark
from generator.word.redline.inline_text import inline_nodes
from generator.word.redline.tracked_writing import Tracker, next_change_id
from generator.word.styles.style_sheet import put_in_order
from generator.word.updating.brought_blocks import BroughtBlocks
from generator.word.updating.mark_names import mark_paragraph, rename_marks
from generator.word.updating.opened_texts import OpenedTexts, kind_of_note
from generator.word.updating.paragraph_ends import delete_end, insert_end
from generator.word.updating.placed_text import PlacedText
from generator.word.updating.text_edits import PlacedEdit, TextEdits
from generator.word.updating.written_comments import WrittenComments

_P, _ROW, _TABLE = clark("w:p"), clark("w:tr"), clark("w:tbl")


class WrittenCopy:
    """Writes into an edited file: everything tracked, by the program."""

    def __init__(self, copy: OpenedTexts, draft: OpenedTexts) -> None:
        self.copy, self.draft = copy, draft
        self.tracker = Tracker(next_change_id(copy.document.stories()))
        self._brought = BroughtBlocks(draft.document, copy.document, self.tracker)
        self._comments = WrittenComments(copy.document.parts, self.tracker.next_id)
        self._edits: dict[str, TextEdits] = {}

    def rename(self, names: dict[str, str]) -> None:
        """Give bookmarks the names that the new draft has for them."""
        rename_marks(self.copy.document.stories(), names)
        self._brought.note_names()

    def mark(self, read: int, name: str, moves: bool = False) -> None:
        """Put the new draft's bookmark round a text of the copy.

        moves: also where it stands elsewhere already, or round more than this text.
        """
        if moves and not self._brought.is_free(name):
            self._brought.give_up_name(name)
        if self._brought.is_free(name):
            self._brought.taken.add(name.casefold())
            mark_paragraph(self.copy.texts[read].paragraphs[-1], name, self.tracker.next_id())

    def edit(self, old: PlacedText, new: PlacedText, edits: list[PlacedEdit]) -> None:
        """Replace words of a text by words of the new draft's."""
        kind = kind_of_note(old.read.note)
        if kind not in self._edits:
            copies = self._brought.stretches(self.draft.part_of(new.read.note), kind)
            self._edits[kind] = TextEdits(self.tracker, copies, self._brought.taken)
        self._edits[kind].write(old, new, edits)

    def restyle(self, paragraph: Element, like: Element) -> bool:
        """Let a paragraph look as one of the new draft; False where somebody changed its look."""
        old = paragraph.find(clark("w:pPr"))
        made = self._brought.look(like)
        if old is not None:
            if old.find(clark("w:pPrChange")) is not None:
                return False
            for name in ("w:rPr", "w:sectPr"):
                for node in deepcopy(old).findall(clark(name)):
                    put_in_order(made, node)
            paragraph.remove(old)
        paragraph.insert(0, made)
        self.tracker.paragraph_look(paragraph, old)
        return True

    def comment(self, paragraph: Element, remark: str) -> bool:
        """Comment on a paragraph of the body; gives whether that is new there."""
        return self._comments.add(paragraph, remark)

    def delete_row(self, row: Element) -> None:
        """Mark a row of a table as deleted, with what is in it."""
        for paragraph in row.iter(_P):
            self.tracker.delete([node for node, _ in inline_nodes(paragraph)])
        self.tracker.row(row, "del")

    def delete_block(self, block: Element) -> None:
        """Mark a paragraph, or a table row by row, as deleted."""
        if block.tag == _P:
            self.tracker.delete([node for node, _ in inline_nodes(block)])
            delete_end(self.tracker, block)
        for row in list(block.iter(_ROW)):
            self.delete_row(row)

    def insert(self, block: Element, put: Callable[[Element], None]) -> Element:
        """Put a paragraph, table or row of the new draft in; gives it as it stands in the copy.

        put: what adds it beside another, such as `place.addnext`.
        """
        bring = {_P: self._brought.paragraph, _ROW: self._brought.row}
        made = bring.get(str(block.tag), self._brought.table)(block)
        put(made)
        if block.tag == _P:
            insert_end(self.tracker, made)
        return made

    def give_up_names(self, block: Element) -> None:
        """Take out the bookmarks of what goes here and comes elsewhere, so that they come too."""
        self._brought.give_up_names(block)

    def finish(self) -> None:
        """Bring the notes and lists that were referred to."""
        self._brought.finish()
