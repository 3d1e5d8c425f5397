"""The tracked changes of a file, in order, with the words that they concern.

    <w:moveFromRangeStart w:id="3" w:name="move1" .../><w:moveFrom ...>...</w:moveFrom>
    <w:moveToRangeStart w:id="5" w:name="move1" .../><w:moveTo ...>...</w:moveTo>

A move is told once, where it leads to; one half without the other is a deletion or an insertion.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from generator.model.readings import Revision
from generator.word.package.elements import Element, clark

RevisionKind = Literal["insertion", "deletion", "move", "formatting", "paragraph", "row", "other"]
KINDS = {
    clark("w:ins"): "insertion",
    clark("w:del"): "deletion",
    clark("w:moveTo"): "moveTo",
    clark("w:moveFrom"): "moveFrom",
}
OTHER = (
    *(clark(f"w:{name}Change") for name in ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr")),
    *(clark(f"w:{name}") for name in ("cellIns", "cellDel", "cellMerge")),
)
_AUTHOR, _DATE = clark("w:author"), clark("w:date")
_WORDS = (clark("w:t"), clark("w:delText"), clark("m:t"))
_SIGNS = {
    clark("w:tab"): "\t",
    clark("w:br"): "\n",
    clark("w:cr"): "\n",
    clark("w:noBreakHyphen"): "-",
}
_PROPERTIES = clark("w:pPr")


class _Entry(NamedTuple):
    kind: str
    author: str
    date: str
    text: str
    where: int
    move: str


class RevisionLog:
    """Notes tracked changes as they are met."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def add(self, kind: str, node: Element, text: str, where: int, move: str = "") -> None:
        """Note one. kind: of Revision, 'moveTo' or 'moveFrom'. move: the name of a move."""
        author, date = author_of(node)
        self._entries.append(_Entry(kind, author, date, text, where, move))

    def others(self, properties: Element | None, where: int) -> None:
        """Note the changes of a table, row, cell or section that stand in its properties."""
        for node in () if properties is None else properties.iter(*OTHER):
            self.add("other", node, "", where)

    def revisions(self, texts: int) -> tuple[Revision, ...]:
        """All of them. texts: how many texts were read: none stands behind the last."""
        to = {entry.move for entry in self._entries if entry.kind == "moveTo"}
        away = {entry.move for entry in self._entries if entry.kind == "moveFrom"}
        found: list[Revision] = []
        last = max(texts - 1, 0)
        for kind, author, date, text, where, move in self._entries:
            if kind == "moveTo":
                kind = "move" if move in away else "insertion"
            elif kind == "moveFrom":
                kind = "" if move in to else "deletion"
            if kind:
                named = cast("RevisionKind", kind)
                found.append(Revision(named, author, date, text, min(where, last)))
        return tuple(found)


def author_of(node: Element) -> tuple[str, str]:
    """Who made a tracked change, and when."""
    return node.get(_AUTHOR, ""), node.get(_DATE, "")


def words_of(node: Element) -> str:
    """The words in a part of a text, deleted ones too; paragraphs on lines of their own."""
    found: list[str] = []
    for inner in node.iter(*_WORDS, *_SIGNS, clark("w:p")):
        sign = _SIGNS.get(inner.tag)
        if sign is None:
            is_word = inner.tag in _WORDS
            found.append((inner.text or "") if is_word else "\n" if found else "")
        elif next(inner.iterancestors(_PROPERTIES), None) is None:  # a w:tab there is a tab stop
            found.append(sign)
    return "".join(found)
