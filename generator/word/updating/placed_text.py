"""One text as read, and where in the runs of its paragraphs each of its characters stands.

    <w:p>About <w:del>45%</w:del><w:ins>46%</w:ins> plan<w:footnoteReference/></w:p>
    read 'About 46% plan'     marks of notes take no room; what is deleted is not there

A text that was joined stands in several paragraphs. A place is the paragraph's number among them
and a character of its InlineText, in which a field or a note's mark is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.readings import ReadText
from generator.word.package.elements import Element, clark
from generator.word.redline.content_keys import ContentKeys, note_of
from generator.word.redline.inline_text import InlineText, Piece
from generator.word.redline.run_cuts import run_text


class Unplaced(ValueError):
    """What was read cannot be found in the runs: it may be read, but not written into."""


class PlacedSpan(NamedTuple):
    """Characters start:end of paragraph `which` of a text. start is end: between two characters."""

    which: int
    start: int
    end: int


class _Unit(NamedTuple):
    """A character as read, or a note's mark ('', with the note's id)."""

    text: str
    which: int
    start: int
    end: int
    note: str = ""


class PlacedText:
    """A text of a file, its paragraphs and their characters."""

    def __init__(self, read: ReadText, paragraphs: Sequence[Element], keys: ContentKeys) -> None:
        self.read = read
        self.paragraphs = tuple(paragraphs)
        self._keys = keys

    @cached_property
    def inlines(self) -> tuple[InlineText, ...]:
        """The characters of each paragraph; made when first asked for, which splits runs."""
        return tuple(InlineText(each, self._keys) for each in self.paragraphs)

    def places(self, start: int, lengths: Sequence[tuple[int, str]]) -> list[PlacedSpan]:
        """Where stretches stand that follow one another from character `start` as read.

        lengths: of each its characters, and the note whose mark it is. Raises Unplaced.
        """
        units = self._units
        at = self._index(units, start)
        made: list[PlacedSpan] = []
        for length, note in lengths:
            begin, at = at, self._past(units, at, length, note)
            made.append(self._span(units, begin, at))
        return made

    def _past(self, units: Sequence[_Unit], at: int, length: int, note: str) -> int:
        """Behind a stretch that begins at a unit. Marks of notes are stretches of their own."""
        if note:
            if at >= len(units) or units[at].note != note:
                raise Unplaced(note)
            return at + 1
        for _ in range(length):
            if at >= len(units) or units[at].note:
                raise Unplaced(self.read.text)
            at += 1
        return at

    def _span(self, units: Sequence[_Unit], begin: int, end: int) -> PlacedSpan:
        if end > begin:
            first, last = units[begin], units[end - 1]
            if first.which != last.which:
                raise Unplaced(self.read.text)
            return PlacedSpan(first.which, first.start, last.end)
        if begin:
            return PlacedSpan(units[begin - 1].which, units[begin - 1].end, units[begin - 1].end)
        which = units[0].which if units else len(self.paragraphs) - 1
        start = units[0].start if units else 0
        return PlacedSpan(which, start, start)

    def _index(self, units: Sequence[_Unit], start: int) -> int:
        at, seen = 0, 0
        while seen < start and at < len(units):
            seen += len(units[at].text)
            at += 1
        return at

    @cached_property
    def _units(self) -> list[_Unit]:
        """Found once: what is deleted later keeps its place among the others."""
        found = [
            unit
            for which, inline in enumerate(self.inlines)
            for piece in inline.pieces
            for unit in _units_of(piece, which)
        ]
        lead = 0
        while self.read.note and lead < len(found) and found[lead].text in (" ", "\t"):
            lead += 1  # behind the mark of a note stands a space that is not of its text
        found = found[lead:]
        if "".join(unit.text for unit in found) != self.read.text:
            raise Unplaced(self.read.text)
        return found


def _units_of(piece: Piece, which: int) -> list[_Unit]:
    if piece.key is None:
        text = run_text(piece.nodes[0])
        begins = range(piece.start, piece.end)
        return [_Unit(text[at - piece.start], which, at, at + 1) for at in begins]
    note = note_of(piece.nodes[0])
    if note is not None:
        name = ("e" if note[0].startswith("endnote") else "") + note[1]
        return [_Unit("", which, piece.start, piece.end, name)]
    return [_Unit(each, which, piece.start, piece.end) for each in _shown(piece.nodes)]


def _shown(nodes: Sequence[Element]) -> str:
    """What a field shows: what stands between its separator and its end."""
    shown, depth, shows = "", 0, [False]
    for node in nodes:
        for part in node.iter(clark("w:fldChar")):
            kind = part.get(clark("w:fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            shows = [*shows, False] if kind == "begin" else shows
            shows = [*shows[:-1], True] if kind == "separate" else shows
            shows = shows[:-1] if kind == "end" else shows
        shown += run_text(node) if depth and all(shows[1:]) else ""
    return shown
