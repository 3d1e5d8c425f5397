"""One text while it is read: its words with their looks, and the bookmarks in it."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.readings import Mark, ReadKind, ReadText, Span
from generator.word.package.elements import Element


class SpanLook(NamedTuple):
    """What the text of one span has in common; see Span."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""
    value: str = ""
    reference: str = ""
    counted: bool = False
    page: bool = False


class TextChange(NamedTuple):
    """By whom and when text was inserted or deleted. moved: the name of the move, or ''."""

    author: str
    date: str
    moved: str = ""


class TextPlace(NamedTuple):
    """Where a text stands: table, row and column, -1 outside tables; the id of its note.

    merged: in a cell that goes on from the one above.
    """

    table: int = -1
    row: int = -1
    column: int = -1
    note: str = ""
    contents: bool = False
    merged: bool = False


class TextKind(NamedTuple):
    """What a text is; see ReadText."""

    kind: ReadKind = "paragraph"
    style: str = ""
    level: int = 0
    marker: str = ""


class TextBuilder:
    """Takes a text's pieces in order, from one paragraph or from several that were joined."""

    def __init__(self, place: TextPlace, after_mark: bool = False) -> None:
        """after_mark: the mark of a note stands before it, and a space that is not of the text."""
        self.place = place
        self.kind = TextKind()
        self.change: TextChange | None = None  # by which all of it is only in this reading
        self.length = 0
        self.pieces = 0
        self.marks: list[Mark] = []
        self.paragraphs: list[Element] = []  # those that it stands in
        self._after_mark = after_mark
        self._runs: list[tuple[SpanLook, list[str]]] = []
        self._changes: set[TextChange | None] = set()

    def add(self, text: str, look: SpanLook, change: TextChange | None = None) -> None:
        """Add text. change: by what it is only in this reading."""
        if self._after_mark:
            text = text.lstrip(" \t")
        if not text:
            return
        self._after_mark = False
        if not self._runs or self._runs[-1][0] != look or not self._runs[-1][1]:
            self._runs.append((look, []))
        self._runs[-1][1].append(text)
        self.length += len(text)
        self.pieces += 1
        self._changes.add(change)

    def without(self, change: TextChange | None) -> None:
        """Words are gone from it. change: by what they were only in this reading before that."""
        self._changes.add(change)

    def add_note(self, note: str, change: TextChange | None = None) -> None:
        """Add the mark of a note."""
        self._runs.append((SpanLook(value=note), []))
        self.pieces += 1
        self._changes.add(change)

    def changed_by(self, mark: TextChange | None) -> None:
        """The text has ended. mark: by what its end, or the one before it, is only here."""
        first = next(iter(self._changes)) if len(self._changes) == 1 else None
        if mark is None and first is not None and first.moved:
            mark = first  # a move says by itself that it is whole
        if mark is not None and None not in self._changes:
            self.change = first if first is not None else mark

    def finish(self) -> ReadText:
        """The text, frozen."""
        by = self.change or TextChange("", "")
        return ReadText(
            self.kind.kind,
            tuple(_span(look, pieces) for look, pieces in self._runs),
            tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end, mark.name))),
            self.kind.style,
            self.kind.level,
            self.kind.marker,
            self.place.table,
            self.place.row,
            self.place.column,
            self.place.note,
            by.author,
            by.date,
            by.moved,
            self.place.merged,
        )


def _span(look: SpanLook, pieces: list[str]) -> Span:
    return Span("".join(pieces), *look) if pieces else Span("", note=look.value)
