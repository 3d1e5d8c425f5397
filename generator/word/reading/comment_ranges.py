"""What comments are about: the words between the start and the end of each, as accepted.

<w:commentRangeStart w:id="0"/><w:r><w:t>6.5%</w:t></w:r><w:commentRangeEnd w:id="0"/>
<w:r><w:commentReference w:id="0"/></w:r>
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark

RANGE_START, RANGE_END = clark("w:commentRangeStart"), clark("w:commentRangeEnd")
REFERENCE = clark("w:commentReference")
_ID = clark("w:id")


class CommentRanges:
    """Gathers words by the ids of comments."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}
        self._open: dict[str, list[str]] = {}
        self._where: dict[str, int] = {}

    def start(self, node: Element, where: int) -> None:
        """A comment begins in the text of that index."""
        number = node.get(_ID, "")
        self._where.setdefault(number, where)
        self._open[number] = self._words.setdefault(number, [])

    def end(self, node: Element) -> None:
        """It ends."""
        self._open.pop(node.get(_ID, ""), None)

    def refer(self, node: Element, where: int) -> None:
        """The mark of a comment, which may have no words."""
        self._where.setdefault(node.get(_ID, ""), where)

    def add(self, text: str) -> None:
        """Text that was read, '\\n' between two paragraphs."""
        for words in self._open.values():
            words.append(text)

    def words(self, number: str) -> str:
        """The words that a comment is about."""
        return "".join(self._words.get(number, ())).strip("\n")

    def where(self, number: str) -> int:
        """The index of the text that a comment begins in, -1 where it stands in none."""
        return self._where.get(number, -1)
