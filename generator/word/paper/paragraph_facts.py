"""What paragraphs are by their properties, worked out once for all that have the same.

<w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="right"/></w:pPr>    in each cell of a table

A paper of 1,500 paragraphs has some fifty different w:pPr.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.release.paper import PaperKind
from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, Shape, clark, shape_of, value_at
from generator.word.reading.paragraph_kind import kind_of, list_number
from generator.word.reading.read_styles import ReadStyles
from generator.word.reading.text_builder import TextKind, TextPlace
from generator.word.styles.look_styles import LookStyles, fill_of

_SHADE, _FRAME, _SECTION = clark("w:shd"), clark("w:framePr"), clark("w:sectPr")
_CHANGED = (clark("w:rPr"), clark("w:pPrChange"))


class Styles(NamedTuple):
    """What the file says of styles, lists and looks."""

    styles: ReadStyles
    lists: ReadLists
    looks: LookStyles


class ParagraphFacts(NamedTuple):
    """A paragraph by its properties, style and list; see PaperText.

    style_id: of its style; style: the style's name. fill: the colour that it is shaded with
    itself. num, list_level: of its list. turns: a section ends in it. changed: its properties may
    hold tracked changes.
    """

    style_id: str
    kind: PaperKind
    style: str
    level: int
    num: str
    list_level: int
    fill: str
    alignment: str
    framed: bool
    turns: bool
    changed: bool


class FactsReader:
    """Tells the facts of one paragraph after another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[tuple[Shape, bool, bool], ParagraphFacts] = {}

    def facts(self, own: Element | None, in_table: bool, contents: bool) -> ParagraphFacts:
        """Of a paragraph with these w:pPr. contents: it stands in a list of contents."""
        key = (() if own is None else shape_of(own), in_table, contents)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._read(own, in_table, contents)
        return known

    def _read(self, own: Element | None, in_table: bool, contents: bool) -> ParagraphFacts:
        styles, style_id = self._styles, "" if own is None else value_at(own, "w:pStyle")
        style = styles.styles.paragraph(style_id)
        place = TextPlace(0 if in_table else -1, contents=contents)
        found = kind_of(own, style_id, style, styles.lists, place)
        num, level = list_number(own, style, style_id, styles.lists)

        def has(*names: str) -> bool:
            return own is not None and any(own.find(name) is not None for name in names)

        alignment = "" if own is None else value_at(own, "w:jc")
        return ParagraphFacts(
            style_id,
            _kind(found),
            found.style,
            found.level,
            num,
            level,
            "" if own is None else fill_of(own.find(_SHADE)),
            alignment or styles.looks.paragraph_value(style_id, "w:jc"),
            has(_FRAME),
            has(_SECTION),
            has(*_CHANGED),
        )


def _kind(found: TextKind) -> PaperKind:
    if found.kind == "cell":
        return "item" if found.marker else "paragraph"
    return "paragraph" if found.kind == "footnote" else found.kind
