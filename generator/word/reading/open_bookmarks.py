"""Hidden bookmarks while a story is read: where each stands in the texts that it goes round.

    <w:bookmarkStart w:id="9" w:name="_p_5c1f0be2"/><w:p> ... </w:p><w:p> ... </w:p>
    <w:bookmarkEnd w:id="9"/>

They begin and end in paragraphs, between them, before a table's rows or cells; LibreOffice and Word
end one that goes round a whole paragraph at the beginning of the next. A start without an end is
none, unless the next paragraph begins the same one: LibreOffice parts one that goes round both.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.model.readings import Mark
from generator.word.package.elements import Element, clark
from generator.word.package.zip_package import PackageError
from generator.word.reading.text_builder import TextBuilder

START, END = clark("w:bookmarkStart"), clark("w:bookmarkEnd")
_ID, _NAME = clark("w:id"), clark("w:name")
_PARAGRAPH = clark("w:p")
_VALUE = "_val_"
_MOST = 1_000_000  # times that bookmarks go on into a next text; real files stay below a thousand


class OpenBookmarks:
    """The bookmarks that are open where the reader is."""

    def __init__(self, story: Element) -> None:
        self._ended = {node.get(_ID, "") for node in story.iter(END)}
        self._before = _parted(story, self._ended)
        self._ended.update(self._before.values())
        self._open: dict[str, Mark] = {}  # `end` is not known yet
        self._last: TextBuilder | None = None
        self._went_on = 0
        self.value = ""

    def start(self, node: Element, text: TextBuilder | None) -> None:
        """A w:bookmarkStart, in a text or between two."""
        number, name = node.get(_ID, ""), node.get(_NAME, "")
        if name.startswith("_") and number in self._ended:
            at = text.length if text else 0
            self._open[number] = self._open.pop(self._before.get(number, ""), Mark(name, at, at))
            self._look()

    def end(self, node: Element, text: TextBuilder | None) -> None:
        """A w:bookmarkEnd."""
        mark = self._open.pop(node.get(_ID, ""), None)
        if mark is None:
            return
        self._look()
        if text is not None and (mark.begins or text.pieces):
            text.marks.append(Mark(mark.name, mark.start, text.length, mark.begins))
        elif self._last is not None and not mark.begins:
            self._end_in(self._last, mark.name)

    def _end_in(self, text: TextBuilder, name: str) -> None:
        """The bookmark ended with the last text."""
        for index, one in enumerate(text.marks):
            if one.name == name and not one.ends:
                text.marks[index] = Mark(name, one.start, one.end, one.begins)

    def next_text(self, text: TextBuilder) -> None:
        """A text has ended; what is still open goes on in the next. Raises PackageError."""
        self._went_on += len(self._open)
        if self._went_on > _MOST:
            raise PackageError("it holds more bookmarks than a document can need")
        for number, mark in self._open.items():
            text.marks.append(Mark(mark.name, mark.start, text.length, mark.begins, False))
            self._open[number] = Mark(mark.name, 0, 0, False)
        self._last = text

    def no_text(self) -> None:
        """What was read since the last text is none: what began in it begins in the next."""
        for number, mark in self._open.items():
            self._open[number] = Mark(mark.name, 0, 0, mark.begins)

    def skip(self, story: Element) -> None:
        """A part of the story is not in the reading: what ends in it has ended before."""
        for node in story.iter(END):
            self.end(node, None)

    def _look(self) -> None:
        names = [mark.name for mark in self._open.values() if mark.name.startswith(_VALUE)]
        self.value = names[-1] if names else ""


def _parted(story: Element, ended: Collection[str]) -> dict[str, str]:
    """Starts of names that begin once more in the next paragraph -> the start before, with no end.

    The last of them has one.
    """
    found: dict[str, str] = {}
    there: dict[Element, dict[str, str]] = {}
    whole = set(ended)
    for node in reversed(list(story.iter(START))):
        number, around = node.get(_ID, ""), node.getparent()
        following = None if number in ended or around is None else around.getnext()
        if following is None or following.tag != _PARAGRAPH:
            continue
        if following not in there:
            starts = following.iterchildren(START)
            there[following] = {one.get(_NAME, ""): one.get(_ID, "") for one in starts}
        after = there[following].get(node.get(_NAME, ""), "")
        if after in whole:
            found[after] = number
            whole.add(number)
    return found
