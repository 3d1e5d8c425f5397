"""What a paragraph is: heading, item, caption, entry of a contents list, cell, or plain text.

Programs keep a paragraph's look, not its meaning; this tells it from its style's name and outline
level, its list, and where it stands. Numbered paragraphs of a report are paragraphs, though Word
takes them for a list.
"""

from __future__ import annotations

import re

from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, value_at, whole
from generator.word.reading.read_styles import BODY_LEVEL, ReadStyle
from generator.word.reading.text_builder import TextKind, TextPlace

_HEADING = re.compile("heading ([1-9])")
_CONTENTS = re.compile("(toc|contents) ([1-9]|heading)|contents heading|table of figures")
_NUMBERED = "committee paragraph"
_RECOMMENDATION = "committee recommendation"
_PATTERN_OF_ITEMS = "1."  # what numbered paragraphs have as well, where sections have no number


def kind_of(
    properties: Element | None, style_id: str, style: ReadStyle, lists: ReadLists, place: TextPlace
) -> TextKind:
    """What a paragraph with these w:pPr is. A caption or heading in a cell stays one."""
    name = style.names[0]
    if place.note:
        return TextKind("footnote", name)
    if place.contents or _CONTENTS.fullmatch(name):
        return TextKind("contents", name)
    if "caption" in style.names:
        return TextKind("caption", name)
    heading = _heading_level(properties, style)
    if heading:
        return TextKind("heading", name, heading)
    num, level = list_number(properties, style, style_id, lists)
    marker = lists.marker(num, level)
    if _is_numbered_paragraph(style, num, marker, lists):
        below = _below_paragraphs(num, level, list_number(None, style, style_id, lists)[1], lists)
        level, marker = max(below, 0), marker if below >= 0 else ""
    if place.table >= 0:
        return TextKind("cell", name, level if marker else 0, marker)
    if marker or _RECOMMENDATION in style.names:
        return TextKind("item", name, level, marker)
    return TextKind("paragraph", name)


def _heading_level(properties: Element | None, style: ReadStyle) -> int:
    """1 to 9, or 0 for what is no heading. Styles of that name are headings in any program."""
    said = "" if properties is None else value_at(properties, "w:outlineLvl")
    outline = whole(said, style.outline)
    if 0 <= outline < BODY_LEVEL:
        return outline + 1
    named = _HEADING.fullmatch(style.names[0])
    return int(named[1]) if named and outline < 0 else 0


def list_number(
    properties: Element | None, style: ReadStyle, style_id: str, lists: ReadLists
) -> tuple[str, int]:
    """The number id and level of a paragraph's list, its own before its style's."""
    num = "" if properties is None else value_at(properties, "w:numPr/w:numId")
    own = -1 if properties is None else whole(value_at(properties, "w:numPr/w:ilvl"), -1)
    if num:
        return num, max(own, 0)
    level = own if own >= 0 else style.level
    return style.num, level if level >= 0 else lists.level_of_style(style.num, style_id)


def _below_paragraphs(num: str, level: int, own: int, lists: ReadLists) -> int:
    """How deep a paragraph of the report's list stands in as an item, from 0: an officer moved it
    below the levels that count paragraphs. -1 for paragraphs. own: the level of their style.
    """
    deeper = range(own + 1, level + 1)
    markers = (lists.marker(num, at) for at in deeper)
    first = (
        at
        for at, marker in zip(deeper, markers, strict=True)
        if marker not in ("", _PATTERN_OF_ITEMS)
    )
    return level - next(first, level + 1)


def _is_numbered_paragraph(style: ReadStyle, num: str, marker: str, lists: ReadLists) -> bool:
    """Whether it has the style of numbered paragraphs, and counts as one.

    An officer may have made it an item by the button for lists, which leaves the style alone.
    """
    if _NUMBERED not in style.names:
        return False
    same = lists.list_of(num) == lists.list_of(style.num)
    return same or marker in ("", _PATTERN_OF_ITEMS)
