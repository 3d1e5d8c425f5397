"""The paragraphs and tables of a story in their order, each with its number, heading and place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.model.release.paper import (
    PaperCell,
    PaperKind,
    PaperRevision,
    PaperRow,
    PaperTable,
    PaperText,
    Story,
)
from generator.model.wording.late_pattern import late_pattern
from generator.word.lists.printed_numbers import BULLET, PrintedNumbers
from generator.word.package.elements import Element, Shape, clark, is_on, shape_of, value_at, whole
from generator.word.paper.paragraph_facts import FactsReader, ParagraphFacts, Styles
from generator.word.paper.run_reader import RunReader, revision
from generator.word.reading.choices import chosen
from generator.word.reading.table_walk import cells, rows
from generator.word.styles.look_styles import fill_of

_PPR, _TCPR = clark("w:pPr"), clark("w:tcPr")
_SECTION_NUMBER = late_pattern(r"\d+(\.\d+)*\.?")
_TYPED_NUMBER = late_pattern(r"(\d+(?:\.\d+)+|\d+\.)\s+\S")
_CHANGED = {clark(f"w:{name}"): name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")}


class _Place(NamedTuple):
    table: int = -1
    row: int = -1
    column: int = -1
    story: Story = "body"
    note: str = ""
    part: str = ""
    contents: bool = False
    around: str = ""
    look: tuple[str, ...] = ()


class TextWalk:
    """Walks through stories and keeps what it found."""

    def __init__(self, styles: Styles, drawn: Callable[[Element, int], None]) -> None:
        """drawn: takes each drawing, and the index of the text that it stands in."""
        self.texts: list[PaperText] = []
        self.tables: list[PaperTable] = []
        self.revisions: list[PaperRevision] = []
        self.boxes: list[Element] = []
        self.runs = RunReader(styles.looks, self._drawing)
        self._take, self._drawings = drawn, 0
        self._numbers, self._facts = PrintedNumbers(styles.lists), FactsReader(styles)
        self._cells: dict[Shape, tuple[str, bool, int]] = {}
        self._place = _Place()
        self._heading, self._paragraph = "", ""
        self._steps: dict[str, Callable[[Element], None]] = {
            clark("w:p"): self._text,
            clark("w:tbl"): self._table,
            clark("w:sdt"): self._control,
            clark("mc:AlternateContent"): self._choice,
            **{clark(f"w:{name}"): self._blocks for name in ("customXml", "smartTag", "ins")},
        }

    def read(
        self, story: Element, kind: Story, part: str, links: Mapping[str, str], note: str = ""
    ) -> None:
        """Read a story. links: addresses by relationship id. note: the note's id."""
        self._place = _Place(story=kind, note=note, part=part)
        self.runs.open_story(links)
        if kind != "body":
            self._heading = self._paragraph = ""
        if note:
            self._heading, self._paragraph = self._of_note(note)
        self._blocks(story)

    def _of_note(self, note: str) -> tuple[str, str]:
        """Heading and number of the paragraph that a note's mark stands in."""
        for text in self.texts:
            if any(run.note == note for run in text.runs):
                return text.heading, text.paragraph
        return "", ""

    def _blocks(self, node: Element) -> None:
        for child in node:
            step = self._steps.get(child.tag)
            if step is not None:
                step(child)

    # ------------------------------------------------------------ what paragraphs stand in
    def _control(self, node: Element) -> None:
        tag, before = node.find(f"{clark('w:sdtPr')}/{clark('w:tag')}"), self._place
        gallery = value_at(node, "w:sdtPr/w:docPartObj/w:docPartGallery").casefold()
        self.runs.controls.append(gallery if tag is None else tag.get(clark("w:val"), ""))
        if gallery in ("table of contents", "table of figures"):
            self._place = before._replace(contents=True)
        for content in node.iterfind(clark("w:sdtContent")):
            self._blocks(content)
        self._place = before

    def _choice(self, node: Element) -> None:
        taken = chosen(node)
        if taken is not None:
            self._blocks(taken)

    # ------------------------------------------------------------ paragraphs
    def _text(self, node: Element) -> None:
        own, index, place = node.find(_PPR), len(self.texts), self._place
        facts = self._facts.facts(own, place.table >= 0, place.contents)
        self._drawings = 0
        self.runs.begin(facts.style_id, facts.fill or place.around, place.look, index)
        self.runs.read(node)
        self.texts.append(self._made(facts))
        if facts.changed or self.runs.revisions:
            self._note_changes(own if facts.changed else None, index)
        if self.boxes:
            boxes, self.boxes = self.boxes, []
            for box in boxes:
                self._place = place._replace(story="box")
                self._blocks(box)
            self._place = place

    def _made(self, facts: ParagraphFacts) -> PaperText:
        place, num = self._place, facts.num
        number = self._numbers.next(num, facts.list_level) if num and num != "0" else ""
        paragraph = self._number_of(facts.kind, number)
        return PaperText(
            facts.kind,
            tuple(self.runs.runs),
            number,
            facts.level,
            facts.style,
            place.story,
            place.table,
            place.row,
            place.column,
            self._heading,
            paragraph,
            facts.alignment,
            note=place.note,
            part=place.part,
            bookmarks=tuple(self.runs.bookmarks),
            drawings=self._drawings,
            framed=facts.framed,
            turns=self.runs.turned or facts.turns,
        )

    def _number_of(self, kind: PaperKind, number: str) -> str:
        """The number that people give a text; notes under which heading and number it stands."""
        outside = self._place.story == "body" and self._place.table < 0
        if outside and kind in ("heading", "paragraph"):
            words = "".join(run.text for run in self.runs.runs)
            if kind == "heading" and words.strip():
                self._heading, self._paragraph = " ".join(words.split()), number
            elif kind == "paragraph" and _SECTION_NUMBER.fullmatch(number):
                self._paragraph = number
            elif kind == "paragraph":
                typed = _TYPED_NUMBER.match(words)
                self._paragraph = typed[1] if typed else self._paragraph
        if kind == "item" and number not in ("", BULLET):
            return f"{self._paragraph} {number}".strip()
        return self._paragraph

    def _note_changes(self, own: Element | None, index: int) -> None:
        for kind, node, words in self.runs.revisions:
            self.revisions.append(revision(kind, node, words, index))
        self.runs.revisions.clear()
        mark = None if own is None else own.find(clark("w:rPr"))
        for change in () if mark is None else mark:
            if change.tag in _CHANGED:
                self.revisions.append(revision("paragraph", change, "", index))
        if own is not None and own.find(clark("w:pPrChange")) is not None:
            self.revisions.append(revision("pPrChange", own[-1], "", index))

    def _drawing(self, node: Element) -> None:
        self._drawings += 1
        self._take(node, len(self.texts))
        self.boxes += node.iter(clark("w:txbxContent"))

    # ------------------------------------------------------------ tables
    def _table(self, node: Element) -> None:
        before, number = self._place, len(self.tables)
        style = value_at(node, "w:tblPr/w:tblStyle")
        made = PaperTable(
            (),
            len(self.texts),
            before.table,
            len(node.findall(f"{clark('w:tblGrid')}/{clark('w:gridCol')}")),
            style,
            value_at(node, "w:tblPr/w:tblCaption"),
            value_at(node, "w:tblPr/w:tblDescription"),
            before.story,
            node.find(f"{clark('w:tblPr')}/{clark('w:tblpPr')}") is not None,
        )
        self.tables.append(made)
        found: list[PaperRow] = []
        for row in rows(node, _no_mark):
            changed = row.find(clark("w:trPr"))
            if changed is not None and _row_gone(changed):
                self.revisions.append(revision("row", changed[-1], "", len(self.texts)))
                continue
            found.append(self._row(row, number, len(found), style, node))
        self._place = before
        self.tables[number] = replace(made, rows=tuple(found))

    def _row(self, row: Element, table: int, at: int, style: str, node: Element) -> PaperRow:
        properties = row.find(clark("w:trPr"))
        header = whole_row = False
        if properties is not None:
            header = is_on(properties.find(clark("w:tblHeader")))
            whole_row = is_on(properties.find(clark("w:cantSplit")))
            for change in properties.iterchildren(clark("w:ins")):
                self.revisions.append(revision("row", change, "", len(self.texts)))
        look = (style, "firstRow") if at == 0 and _first_row_counts(node) else (style,)
        place = self._place._replace(table=table, row=at, look=look)
        made = [self._cell(cell, place, column) for column, cell in cells(row, _no_mark)]
        return PaperRow(tuple(made), header, whole_row)

    def _cell(self, cell: Element, place: _Place, column: int) -> PaperCell:
        before, first = self._place, len(self.texts)
        properties = cell.find(_TCPR)
        shade, below, span = ("", False, 1) if properties is None else self._merged(properties)
        self._place = place._replace(column=column, around=shade or before.around)
        self._blocks(cell)
        self._place = before
        texts = enumerate(self.texts[first:], first)
        own = tuple([index for index, text in texts if text.table == place.table])
        return PaperCell(column, max(span, 1), below, own, shade)

    def _merged(self, properties: Element) -> tuple[str, bool, int]:
        """What a w:tcPr says: the colour, whether it goes on from above, and how many columns."""
        shape = shape_of(properties)
        if shape not in self._cells:
            merge = properties.find(clark("w:vMerge"))
            below = merge is not None and merge.get(clark("w:val"), "continue") == "continue"
            span = whole(value_at(properties, "w:gridSpan"), 1)
            self._cells[shape] = fill_of(properties.find(clark("w:shd"))), below, span
        return self._cells[shape]


def _no_mark(_node: Element) -> bool:
    return False


def _row_gone(properties: Element) -> bool:
    return properties.find(clark("w:del")) is not None


def _first_row_counts(table: Element) -> bool:
    """Whether the table style's first row is used: w:tblLook, by words or by bits."""
    look = table.find(f"{clark('w:tblPr')}/{clark('w:tblLook')}")
    if look is None:
        return False
    said = look.get(clark("w:firstRow"))
    if said is not None:
        return said not in ("0", "false", "off")
    bits = look.get(clark("w:val"), "0")
    try:
        return bool(int(bits, 16) & 0x20)
    except ValueError:
        return False
