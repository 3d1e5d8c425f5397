"""What stands in a paragraph, in one reading.

    <w:hyperlink r:id="rId9"><w:ins ...><w:r><w:rPr><w:b/></w:rPr><w:t>new</w:t></w:r></w:ins>
      <w:del ...><w:r><w:delText>old</w:delText></w:r></w:del></w:hyperlink>

Runs stand in links, fields, content controls, custom XML, smart tags and tracked changes, and these
in one another in any order. What is gone from the reading is walked through all the same: bookmarks
and comments begin and end in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.word.package.elements import Element, clark
from generator.word.reading.choices import chosen
from generator.word.reading.comment_ranges import (
    RANGE_END,
    RANGE_START,
    REFERENCE,
    CommentRanges,
)
from generator.word.reading.field_stack import FieldStack, matched_fields
from generator.word.reading.open_bookmarks import END, START, OpenBookmarks
from generator.word.reading.read_styles import ReadStyle, ReadStyles, StyleLook, look_of
from generator.word.reading.revision_log import KINDS, RevisionLog, author_of, words_of
from generator.word.reading.symbols import symbol
from generator.word.reading.text_builder import SpanLook, TextBuilder, TextChange
from generator.word.reading.view import CHANGES, View

_RPR, _STYLE = clark("w:rPr"), clark("w:rStyle")
_VAL, _ID, _NAME, _RELATION = clark("w:val"), clark("w:id"), clark("w:name"), clark("r:id")
_CHANGED_LOOK = clark("w:rPrChange")
_BOX = clark("w:txbxContent")
_SIGNS = {
    clark("w:tab"): "\t",
    clark("w:ptab"): "\t",
    clark("w:cr"): "\n",
    clark("w:noBreakHyphen"): "-",
    clark("w:softHyphen"): "\u00ad",
}
_PLAIN = StyleLook()
_INSIDE = tuple(
    clark(f"w:{name}") for name in ("smartTag", "customXml", "dir", "bdo", "sdtContent")
)
_MOVES = (clark("w:moveFromRangeStart"), clark("w:moveToRangeStart"))
_MOVES_END = (clark("w:moveFromRangeEnd"), clark("w:moveToRangeEnd"))


class Shared(NamedTuple):
    """What the readers of all stories of a file share in one reading.

    log: None but in the accepted reading. where: gives how many texts are finished.
    """

    view: View
    styles: ReadStyles
    log: RevisionLog | None
    comments: CommentRanges
    notes: list[str]
    where: Callable[[], int]


class InlineReader:
    """Reads into `text`, which the reader of the story sets before it reads a paragraph."""

    def __init__(self, shared: Shared, story: Element, links: dict[str, str]) -> None:
        """links: addresses by the ids of the relationships of the story's part."""
        self._shared, self._links = shared, links
        self.fields = FieldStack(matched_fields(story, shared.view))
        self.bookmarks = OpenBookmarks(story)
        self.text: TextBuilder | None = None
        self.style = ReadStyle(("normal",))
        self.boxes: list[Element] = []
        self.visible = True
        self.change: TextChange | None = None
        self._link = ""
        self._moves: dict[str, str] = {}
        self._look = _PLAIN
        self._run_link = ""
        self._steps = self._handlers()

    def _handlers(self) -> dict[str, Callable[[Element], None]]:
        steps: dict[str, Callable[[Element], None]] = {
            clark("w:r"): self._run,
            clark("w:hyperlink"): self._hyperlink,
            clark("w:fldSimple"): self._simple_field,
            clark("w:sdt"): self.read,
            clark("mc:AlternateContent"): self._choice,
            clark("m:oMath"): self._equation,
            clark("m:oMathPara"): self._equation,
            **dict.fromkeys(_INSIDE, self.read),
            **dict.fromkeys(CHANGES, self._changed),
        }
        return steps | self._mark_handlers() | self._run_handlers()

    def _mark_handlers(self) -> dict[str, Callable[[Element], None]]:
        return {
            START: lambda node: self.bookmarks.start(node, self.text),
            END: lambda node: self.bookmarks.end(node, self.text),
            RANGE_START: lambda node: self._shared.comments.start(node, self._shared.where()),
            RANGE_END: self._shared.comments.end,
            **dict.fromkeys(_MOVES, self._move_starts),
            **dict.fromkeys(_MOVES_END, self._move_ends),
        }

    def _run_handlers(self) -> dict[str, Callable[[Element], None]]:
        """What stands in a run; other programs put some of it beside runs, too."""
        return {
            clark("w:t"): lambda node: self._emit(node.text or ""),
            clark("w:delText"): lambda node: self._emit(node.text or ""),
            **dict.fromkeys(_SIGNS, lambda node: self._emit(_SIGNS[str(node.tag)])),
            clark("w:br"): self._break,
            clark("w:sym"): lambda node: self._emit(symbol(node)),
            clark("w:fldChar"): self._field_character,
            clark("w:instrText"): self._instruction,
            clark("w:delInstrText"): self._instruction,
            clark("w:footnoteReference"): lambda node: self._note(node, ""),
            clark("w:endnoteReference"): lambda node: self._note(node, "e"),
            REFERENCE: lambda node: self._shared.comments.refer(node, self._shared.where()),
            clark("w:ruby"): self._ruby,
            **{clark(f"w:{name}"): self._drawing for name in ("drawing", "pict", "object")},
        }

    def read(self, node: Element) -> None:
        """Read what stands in a paragraph or in a part of it."""
        for child in node:
            step = self._steps.get(child.tag)
            if step is not None:
                step(child)

    def mark(self, node: Element) -> bool:
        """Take a bookmark, comment or move that begins or ends between paragraphs."""
        if node.tag not in self._MARKS:
            return False
        self._steps[node.tag](node)
        return True

    _MARKS = frozenset((START, END, RANGE_START, RANGE_END, *_MOVES, *_MOVES_END))

    # ------------------------------------------------------------ tracked changes
    def _changed(self, node: Element) -> None:
        self.note_change(node, words_of)
        self.within(node, self.read)

    def within(self, node: Element, read: Callable[[Element], None]) -> None:
        """Read what stands in a w:ins, w:del or part of a move."""
        before = (self.visible, self.change)
        view = self._shared.view
        self.visible = self.visible and node.tag not in view.gone
        if node.tag in view.changed:
            self.change = self.changed_by(node)
        read(node)
        self.visible, self.change = before

    def changed_by(self, node: Element | None) -> TextChange | None:
        """Who made a tracked change, when, and the move that it is part of."""
        return None if node is None else TextChange(*author_of(node), self.move_of(node))

    def move_of(self, node: Element) -> str:
        """The name of the move that a w:moveFrom or w:moveTo is part of."""
        if KINDS.get(node.tag, "").startswith("move") and self._moves:
            return next(reversed(self._moves.values()))
        return ""

    def note_change(self, node: Element, words: Callable[[Element], str]) -> None:
        """Tell the log of a w:ins, w:del or part of a move."""
        log = self._shared.log
        if log is not None:
            text = words(node)
            log.add(KINDS[node.tag], node, text, self._shared.where(), self.move_of(node))

    def _move_starts(self, node: Element) -> None:
        self._moves[node.tag + node.get(_ID, "")] = node.get(_NAME, "")

    def _move_ends(self, node: Element) -> None:
        self._moves.pop(node.tag.removesuffix("End") + "Start" + node.get(_ID, ""), None)

    # ------------------------------------------------------------ links and fields
    def _hyperlink(self, node: Element) -> None:
        before = self._link
        anchor = node.get(clark("w:anchor"), "")
        address = self._links.get(node.get(_RELATION, ""), "")
        self._link = address + (f"#{anchor}" if anchor else "")
        self.read(node)
        self._link = before

    def _simple_field(self, node: Element) -> None:
        self.fields.enter(node.get(clark("w:instr"), ""))
        self.read(node)
        self.fields.leave()

    def _field_character(self, node: Element) -> None:
        if self.visible:
            self.fields.character(node)

    def _instruction(self, node: Element) -> None:
        if self.visible:
            self.fields.instruction(node.text or "")

    # ------------------------------------------------------------ runs
    def _run(self, node: Element) -> None:
        properties = self._shared.view.properties(node, _RPR)
        self._look = self._resolved(properties)
        if self._shared.log is not None and properties is not None:
            for change in properties.iterchildren(_CHANGED_LOOK):
                text = words_of(node)
                self._shared.log.add("formatting", change, text, self._shared.where())
        self.read(node)
        self._look = _PLAIN

    def _resolved(self, properties: Element | None) -> StyleLook:
        """What a run looks like, beside the style of its paragraph.

        Bold, italic and hidden are switched by a character style, not set: bold in a bold heading
        is upright again (ECMA-376-1, 17.7.3).
        """
        if properties is None and not self.style.look.hidden:
            return _PLAIN
        own, under = look_of(properties), self.style.look
        named = None if properties is None else properties.find(_STYLE)
        named_id = "" if named is None else named.get(_VAL, "")
        style = self._shared.styles.character(named_id).look
        raised = style.superscript if own.superscript is None else own.superscript
        return StyleLook(
            _switched(own.bold, style.bold, under.bold) and not under.bold,
            _switched(own.italic, style.italic, under.italic) and not under.italic,
            _switched(own.hidden, style.hidden, under.hidden),
            bool(raised) and not under.superscript,
        )

    def _emit(self, text: str) -> None:
        if self.text is None or self.fields.hidden or self._look.hidden:
            return
        if not self.visible:
            self.text.without(self.change)
            return
        look, said = self._look, self.fields.said
        shown = SpanLook(
            bool(look.bold),
            bool(look.italic),
            bool(look.superscript),
            self._link or said.link,
            self.bookmarks.value,
            said.reference,
            said.counted,
            said.page,
        )
        self.text.add(text, shown, self.change)
        self._shared.comments.add(text)

    def _break(self, node: Element) -> None:
        if node.get(clark("w:type"), "textWrapping") == "textWrapping":  # not of a page or column
            self._emit("\n")

    def _note(self, node: Element, prefix: str) -> None:
        if self.visible and not self.fields.hidden and self.text is not None:
            note = prefix + node.get(_ID, "")
            self.text.add_note(note, self.change)
            self._shared.notes.append(note)

    def _ruby(self, node: Element) -> None:
        for base in node.iterfind(clark("w:rubyBase")):
            self.read(base)

    def _equation(self, node: Element) -> None:
        for inner in node.iter(clark("m:t")):
            if not any(above.tag in self._shared.view.gone for above in inner.iterancestors()):
                self._emit(inner.text or "")

    # ------------------------------------------------------------ drawings
    def _choice(self, node: Element) -> None:
        taken = chosen(node)
        if taken is not None:
            self.read(taken)

    def _drawing(self, node: Element) -> None:
        if self.visible and not self._look.hidden:
            self.boxes.extend(_boxes(node))


def _switched(own: bool | None, style: bool | None, paragraph: bool | None) -> bool:
    return bool(style) != bool(paragraph) if own is None else own


def _boxes(node: Element) -> Iterator[Element]:
    """The outermost text boxes of a drawing."""
    for child in node:
        if child.tag == _BOX:
            yield child
        elif child.tag == clark("mc:AlternateContent"):
            taken = chosen(child)
            yield from () if taken is None else _boxes(taken)
        else:
            yield from _boxes(child)
