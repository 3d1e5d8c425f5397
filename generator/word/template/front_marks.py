"""Marks in the front matter, which docxtpl fills in: the words travel with the names of theirs.

A cell of front matter is text in a tag of the template. What a person wrote goes in with the name
of its bookmark round it, in characters that no text has; once the tags are filled in, the name
becomes a bookmark round the run:

    <w:bookmarkStart w:id="3" w:name="_p_0f6e..."/><w:r><w:t>Councillor Day</w:t></w:r>
    <w:bookmarkEnd w:id="3"/>

The same text in a header or a second time in the page is left without. Tags that compare a text,
such as {% if title == '...' %}, see the words alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import NamedTuple

from markupsafe import escape

from generator.model.document import Document, Phrase, Value
from generator.model.origin import mark_key
from generator.word.package.bookmarks import MAX_LENGTH, safe_name
from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT, Parts

_OPEN, _MIDDLE, _CLOSE = "\ue0f4", "\ue0f5", "\ue0f6"
_SIGN = re.compile(f"({_OPEN}[^{_MIDDLE}]*{_MIDDLE}|{_CLOSE})")
_SIGNS = re.compile(f"{_OPEN}[^{_MIDDLE}]*{_MIDDLE}|{_CLOSE}".encode())


class FrontCell(NamedTuple):
    """A cell of front matter: of which row, its words, its mark or '', its values' marks."""

    row: str
    words: Phrase
    mark: str
    values: tuple[str, ...]


class FrontCells(NamedTuple):
    """The cells of one row, line by line: as printed side by side, and stacked."""

    lines: tuple[tuple[FrontCell, ...], ...]
    stacked: tuple[tuple[FrontCell, ...], ...]


def front_cells(document: Document) -> dict[str, FrontCells]:
    """Row -> its cells with the names of their bookmarks; {} for a copy for publication."""
    if document.public:
        return {}
    met: Counter[str] = Counter()
    found = {}
    for row in document.front_matter:
        before = met.copy()
        lines = tuple(tuple(_named(row.key, one, met) for one in line) for line in row.lines)
        # Only one of the two is printed, so both may use the same names.
        stacked = tuple(tuple(_named(row.key, one, before) for one in line) for line in row.stacked)
        met |= before
        found[row.key] = FrontCells(lines, stacked)
    return found


def _named(row: str, words: Phrase, met: Counter[str]) -> FrontCell:
    def name(stem: str) -> str:
        met[stem] += 1
        return stem if met[stem] == 1 else f"{stem[: MAX_LENGTH - 4]}_{met[stem]}"

    origin = words.origin
    mark = name(f"_p_{mark_key(origin)}") if origin.written else ""
    values = tuple(
        name(safe_name("_val_", piece.key)) for piece in words.pieces if isinstance(piece, Value)
    )
    return FrontCell(row, words, mark, values)


class MarkedText(str):
    """Text that a template prints with its marks, and compares without them."""

    __slots__ = ("marked",)
    marked: str

    def __html__(self) -> str:
        """What is printed, escaped."""
        return self.marked

    def __repr__(self) -> str:
        """With its marks: what is kept for a draft is no copy for publication's."""
        return repr(self.marked)


def marked_text(cell: FrontCell | None, text: str, safe: Callable[[str], str]) -> MarkedText:
    """A cell's text for a tag. safe: hides what docxtpl would take for its own."""
    made = MarkedText(text)
    made.marked = str(escape(text)) if cell is None else _marked(cell, safe)
    return made


def _marked(cell: FrontCell, safe: Callable[[str], str]) -> str:
    inner, values = "", iter(cell.values)
    for piece in cell.words.pieces:
        text = str(escape(safe(piece.text)))
        inner += _signed(next(values), text) if isinstance(piece, Value) else text
    return _signed(cell.mark, inner) if cell.mark else inner


def _signed(name: str, text: str) -> str:
    return f"{_OPEN}{name}{_MIDDLE}{text}{_CLOSE}"


# ---------------------------------------------------------------- bookmarks
def place_marks(package: bytes) -> bytes:
    """The filled-in template with bookmarks where names were put in."""
    parts = Parts(package)
    names = [name for name in parts.names() if name.endswith(".xml")]
    signed = [name for name in names if _OPEN.encode() in parts.raw.get(name, b"")]
    if not signed:
        return package
    for name in signed:
        if name != DOCUMENT:
            parts.raw[name] = _SIGNS.sub(b"", parts.raw[name])
    if DOCUMENT in signed:
        root = parts.xml(DOCUMENT)
        taken = list(root.iter(clark("w:bookmarkStart")))
        ids = (int(node.get(clark("w:id"), "0")) for node in taken)
        known = {node.get(clark("w:name"), "") for node in taken}
        bookmarks = _Placed(known, 1 + max(ids, default=0))
        for run in list(root.iter(clark("w:r"))):
            if any(_OPEN in (t.text or "") or _CLOSE in (t.text or "") for t in _texts(run)):
                _split(run, bookmarks)
    return parts.to_bytes()


def _texts(run: Element) -> Iterator[Element]:
    return run.iterfind(clark("w:t"))


class _Placed:
    """Bookmarks of one document: each name once, ends in the order of the beginnings."""

    def __init__(self, taken: set[str], first_id: int) -> None:
        self._taken, self._next = taken, first_id
        self._open: list[int] = []

    def sign(self, sign: str) -> Element | None:
        """The element for a sign; None where its name is there already."""
        if sign == _CLOSE:
            number = self._open.pop() if self._open else 0
            return w("bookmarkEnd", id=number) if number else None
        name = sign[1:-1]
        if name in self._taken:
            self._open.append(0)
            return None
        self._taken.add(name)
        self._open.append(self._next)
        self._next += 1
        start = w("bookmarkStart", id=self._open[-1])
        start.set(clark("w:name"), name)
        return start


def _split(run: Element, bookmarks: _Placed) -> None:
    """Part a run where signs stand in its text; each piece keeps the run's properties."""
    parent = run.getparent()
    if parent is None:
        return
    properties = run.find(clark("w:rPr"))
    made: list[Element] = []

    def piece() -> Element:
        if made and made[-1].tag == clark("w:r"):
            return made[-1]
        made.append(w("r", *([deepcopy(properties)] if properties is not None else [])))
        return made[-1]

    for child in run:
        if child is properties:
            continue
        if child.tag != clark("w:t"):
            piece().append(deepcopy(child))
            continue
        for text in _SIGN.split(child.text or ""):
            if _SIGN.fullmatch(text):
                mark = bookmarks.sign(text)
                if mark is not None:
                    made.append(mark)
            elif text:
                node = deepcopy(child)
                node.text = text
                node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                piece().append(node)
    for node in made:
        run.addprevious(node)
    parent.remove(run)
