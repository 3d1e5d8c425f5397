"""Comments that the program makes in a file with comments of others.

word/comments.xml:
    <w:comment w:id="91" w:author="committee" w:date="2000-01-01T00:00:00Z" w:initials="c">
      <w:p><w:r><w:t>The source now says: ...</w:t></w:r></w:p></w:comment>
in the paragraph that it is about:
    <w:commentRangeStart w:id="91"/> ... <w:commentRangeEnd w:id="91"/>
    <w:r><w:commentReference w:id="91"/></w:r>

What a comment of ours in the same paragraph says already is not said again.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.word.package.elements import Element, clark, text_of, w
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from generator.word.redline.tracked_writing import AUTHOR, DATE

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class WrittenComments:
    """Adds comments by the program to a file."""

    def __init__(self, parts: Parts, next_id: Callable[[], int]) -> None:
        """next_id: gives an id that nothing in the text has."""
        self._parts, self._next_id = parts, next_id
        name = parts.related_part(DOCUMENT, "comments")
        nodes = [] if name is None else list(parts.xml(name).iterfind(clark("w:comment")))
        self._said = {
            node.get(clark("w:id"), ""): text_of(node)
            for node in nodes
            if node.get(clark("w:author")) == AUTHOR
        }
        self._taken = {node.get(clark("w:id"), "") for node in nodes}

    def add(self, paragraph: Element, remark: str) -> bool:
        """Comment on a whole paragraph; gives whether it was not said there before."""
        if remark in self._said_of(paragraph):
            return False
        number = str(self._next_id())
        while number in self._taken:
            number = str(self._next_id())
        self._root().append(_comment(number, remark))
        self._said[number] = remark
        properties = paragraph.find(clark("w:pPr"))
        start = w("commentRangeStart", id=number)
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(w("commentRangeEnd", id=number))
        paragraph.append(w("r", w("commentReference", id=number)))
        return True

    def _said_of(self, paragraph: Element) -> set[str]:
        marks = paragraph.iter(clark("w:commentReference"))
        return {self._said.get(mark.get(clark("w:id"), ""), "") for mark in marks}

    def _root(self) -> Element:
        name = self._parts.related_part(DOCUMENT, "comments")
        if name is None:
            name = "word/comments.xml"
            self._parts.add(name, w("comments"), f"{WORD_TYPE}comments+xml")
            self._parts.relate(DOCUMENT, "comments", name)
        return self._parts.xml(name)


def _comment(number: str, remark: str) -> Element:
    text = w("t")
    text.text = remark
    text.set(_SPACE, "preserve")
    made = w("comment", w("p", w("r", text)), id=number, author=AUTHOR, date=DATE)
    made.set(clark("w:initials"), AUTHOR[0])
    return made
