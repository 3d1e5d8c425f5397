"""The paragraphs of a story (the body, a note), in one reading, split and joined as it says.

    <w:p><w:pPr><w:rPr><w:del .../></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>
    <w:p><w:r><w:t>two.</w:t></w:r></w:p>       accepted: 'One two.'; rejected: 'One ' and 'two.'

A mark that is gone joins its paragraph with the next, and that one says what the whole is (so do
pandoc and Docxodus). There is no joining into a table, out of a cell, or out of a note. A paragraph
of which nothing is left is none, and its bookmarks go with it; a cell keeps one, for it is a cell.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, clark, is_on, value_at
from generator.word.reading.choices import chosen
from generator.word.reading.inline_reader import InlineReader, Shared
from generator.word.reading.paragraph_kind import kind_of
from generator.word.reading.revision_log import words_of
from generator.word.reading.table_walk import TableCounter, cells, goes_on, rows
from generator.word.reading.text_builder import TextBuilder, TextChange, TextPlace
from generator.word.reading.view import CHANGES

_PPR = clark("w:pPr")
_CONTENTS_LISTS = ("table of contents", "table of figures")


class StoryReader:
    """Reads one story and appends its texts to `finished`."""

    def __init__(
        self,
        shared: Shared,
        lists: ReadLists,
        tables: TableCounter,
        finished: list[TextBuilder],
    ) -> None:
        self._shared, self._lists, self._tables = shared, lists, tables
        self._finished = finished
        self._place = TextPlace()
        self._whole: TextChange | None = None  # by which a whole row is only in this reading
        self._before: TextChange | None = None  # by which the last paragraph's mark is
        self._after_mark = False
        # The w:pPr and style of the last of the paragraphs that are being joined.
        self._last: tuple[Element | None, str] = (None, "")
        self._steps: dict[str, Callable[[Element], None]] = {
            clark("w:p"): self._paragraph,
            clark("w:tbl"): self._table,
            clark("w:sdt"): self._control,
            clark("w:customXml"): self._blocks,
            clark("w:smartTag"): self._blocks,
            clark("mc:AlternateContent"): self._choice,
            clark("w:sectPr"): lambda node: self._log_others(node),
            **dict.fromkeys(CHANGES, self._changed),
        }

    def read(self, story: Element, links: dict[str, str], note: str = "") -> None:
        """Read a story. links: addresses by relationship id. note: the id of the note it is."""
        self._in = InlineReader(self._shared, story, links)
        self._place = TextPlace(note=note)
        self._after_mark = bool(note)
        self._region(story, keep=bool(note))

    def _region(self, node: Element, keep: bool = False) -> None:
        """Read what paragraphs are not joined out of. keep: one text is left in any case."""
        count = len(self._finished)
        self._blocks(node)
        self._end_join(keep and len(self._finished) == count)
        self._before = None

    def _blocks(self, node: Element) -> None:
        for child in node:
            step = self._steps.get(child.tag)
            if step is not None:
                step(child)
            else:
                self._in.mark(child)

    # ------------------------------------------------------------ what paragraphs stand in
    def _control(self, node: Element) -> None:
        """A content control; Word keeps its contents list in one."""
        before = self._place
        gallery = value_at(node, "w:sdtPr/w:docPartObj/w:docPartGallery").casefold()
        if gallery in _CONTENTS_LISTS:
            self._place = before._replace(contents=True)
        for content in node.iterfind(clark("w:sdtContent")):
            self._blocks(content)
        self._place = before

    def _choice(self, node: Element) -> None:
        taken = chosen(node)
        if taken is not None:
            self._blocks(taken)

    def _changed(self, node: Element) -> None:
        self._in.note_change(node, words_of)
        self._in.within(node, self._blocks)

    def _log_others(self, properties: Element | None) -> None:
        if self._shared.log is not None:
            self._shared.log.others(properties, len(self._finished))

    # ------------------------------------------------------------ paragraphs
    def _paragraph(self, node: Element) -> None:
        own = node.find(_PPR)
        self._log_mark(node, own)
        if self._in.text is None:
            self._in.text = TextBuilder(self._place, self._after_mark)
            self._after_mark = False
        text = self._in.text
        text.paragraphs.append(node)
        pieces, marks = text.pieces, len(text.marks)
        properties = self._shared.view.properties(node, _PPR)
        style_id = "" if properties is None else value_at(properties, "w:pStyle")
        self._in.style = self._shared.styles.paragraph(style_id)
        self._in.read(node)
        self._last = (properties, style_id)
        gone = not self._in.visible or self._shared.view.mark_gone(own)
        if gone and text.pieces == pieces:
            # Nothing is left of it: neither of the bookmarks that stood in it alone.
            text.marks[marks:] = [one for one in text.marks[marks:] if one.start < text.length]
        if not gone and not _hidden(own, text):
            self._finish(own)
        elif gone:
            self._before = None

    def _log_mark(self, node: Element, properties: Element | None) -> None:
        """Tell the log of a changed end, and of changed properties, of a paragraph."""
        log, where = self._shared.log, len(self._finished)
        if log is None or properties is None:
            return
        mark = properties.find(clark("w:rPr"))
        for change in () if mark is None else mark:
            if change.tag in (clark("w:ins"), clark("w:del")):
                log.add("paragraph", change, "", where)
        for change in properties.iterfind(clark("w:pPrChange")):
            log.add("formatting", change, words_of(node), where)
        self._log_others(properties)

    def _finish(self, own: Element | None) -> None:
        """The text ends with the last paragraph that was read. own: its w:pPr as they stand."""
        text = self._in.text
        if text is None:
            return
        style = self._shared.styles.paragraph(self._last[1])
        text.kind = kind_of(*self._last, style, self._lists, text.place)
        mark = self._in.changed_by(self._shared.view.mark_change(own))
        if self._whole is None:
            text.changed_by(mark or self._before)
        else:
            text.change = self._whole
        self._before = mark
        self._in.bookmarks.next_text(text)
        self._shared.comments.add("\n")
        self._finished.append(text)
        self._in.text = None
        self._read_boxes()

    def _end_join(self, keep: bool = False) -> None:
        """What was to be joined has nothing to be joined with: it stands, if anything is left."""
        text = self._in.text
        if text is None and keep:
            self._in.text = text = TextBuilder(self._place)
            self._last = (None, "")
        if text is None:
            return
        if text.pieces or keep:
            self._finish(None)
        else:
            self._in.bookmarks.no_text()
            self._in.text = None
            self._read_boxes()

    def _read_boxes(self) -> None:
        """The text boxes that were anchored in the text, after it."""
        boxes, self._in.boxes = self._in.boxes, []
        before = (self._in.fields, self._before)
        for box in boxes:
            self._in.fields = self._in.fields.apart()
            self._region(box)
        self._in.fields, self._before = before

    # ------------------------------------------------------------ tables
    def _table(self, node: Element) -> None:
        self._end_join()
        view = self._shared.view
        self._log_others(node.find(clark("w:tblPr")))
        before = (self._place, self._whole)
        number, count = -1, 0
        for row in rows(node, self._in.mark):
            self._log_row(row)
            if view.row_gone(row) or not self._in.visible:
                self._in.bookmarks.skip(row)
                continue
            number = self._tables.next() if number < 0 else number
            self._whole = before[1] or self._in.changed_by(view.row_change(row))
            self._row(row, TextPlace(number, count, 0, before[0].note, before[0].contents))
            count += 1
        self._place, self._whole = before
        self._before = None

    def _row(self, row: Element, place: TextPlace) -> None:
        for column, cell in cells(row, self._in.mark):
            self._log_others(cell.find(clark("w:tcPr")))
            if self._shared.view.cell_gone(cell):
                self._in.bookmarks.skip(cell)
                continue
            self._place = place._replace(column=column, merged=goes_on(cell))
            self._region(cell, keep=True)

    def _log_row(self, row: Element) -> None:
        log, properties = self._shared.log, row.find(clark("w:trPr"))
        if log is None or properties is None:
            return
        for change in properties:
            if change.tag in CHANGES:
                text = "\t".join(words_of(cell) for cell in row.iter(clark("w:tc")))
                log.add("row", change, text, len(self._finished))
        self._log_others(properties)


def _hidden(properties: Element | None, text: TextBuilder) -> bool:
    """Whether nothing of a paragraph is seen, its end neither."""
    mark = None if properties is None else properties.find(clark("w:rPr"))
    return not text.pieces and mark is not None and is_on(mark.find(clark("w:vanish")))
