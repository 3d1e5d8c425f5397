"""A file with its texts, as accepted, and the paragraphs that each of them stands in."""

from __future__ import annotations

from functools import cached_property

from generator.word.package.elements import Element, clark
from generator.word.package.parts import DOCUMENT
from generator.word.reading.read_word import read_placed
from generator.word.reading.word_file import WordFile
from generator.word.redline.content_keys import ContentKeys
from generator.word.redline.opened import NOTE_KINDS, OpenedDocument
from generator.word.redline.tracked_writing import AUTHOR
from generator.word.updating.placed_text import PlacedText

_SIGNS = {clark("w:tab"): "\t", clark("w:br"): "\n", clark("w:noBreakHyphen"): "-"}
_GONE = {clark("w:del"), clark("w:moveFrom")}
_CAME = {clark("w:ins"), clark("w:moveTo")}
_CHANGED = (*_GONE, *_CAME)


class OpenedTexts:
    """A file that is written into, or taken from. Raises PackageError."""

    def __init__(self, data: bytes) -> None:
        self.document = OpenedDocument(data, accept=False)
        parts = self.document.parts
        named = (DOCUMENT, *(self.document.note_parts[kind] or "" for kind in NOTE_KINDS))
        self._keys = {name: ContentKeys(parts, name, {}) for name in named}
        file = WordFile(parts, DOCUMENT, self.document.body)
        self.texts = tuple(
            PlacedText(read, paragraphs, self._keys[self.part_of(read.note)])
            for read, paragraphs in read_placed(file)
        )

    def part_of(self, note: str) -> str:
        """The name of the part that a text stands in, by the note that it is in."""
        if not note:
            return DOCUMENT
        return self.document.note_parts[kind_of_note(note)] or ""

    @cached_property
    def reads(self) -> dict[Element, int]:
        """Paragraph -> the text that stands in it."""
        return {each: at for at, text in enumerate(self.texts) for each in text.paragraphs}


def kind_of_note(note: str) -> str:
    """'footnote' or 'endnote', by a note's id as read; '' for the text's own."""
    return "endnote" if note.startswith("e") else "footnote" if note else ""


def touched(node: Element) -> bool:
    """Whether somebody else has tracked changes in a paragraph or row."""
    return any(each.get(clark("w:author")) != AUTHOR for each in node.iter(*_CHANGED))


def text_before(paragraph: Element) -> str:
    """What a paragraph said before others tracked their changes in it."""
    said = ""
    for node in paragraph.iter(clark("w:t"), clark("w:delText"), *_SIGNS):
        above = list(node.iterancestors(*_CHANGED))
        ours = {each.tag for each in above if each.get(clark("w:author")) == AUTHOR}
        others = {each.tag for each in above if each.get(clark("w:author")) != AUTHOR}
        if not (ours & _GONE or others & _CAME):
            said += _SIGNS.get(str(node.tag), node.text or "")
    return said
