"""Titles that do not end a line within a range of years: '2021-2022', and not '2021-' and '2022'.

    <w:p><w:pPr><w:pStyle w:val="Title"/><w:ind w:right="1730"/></w:pPr> ... Annual Report 2021-2022

Word, LibreOffice and ONLYOFFICE all break after a hyphen. A hyphen that does not break is another
character to whoever searches, copies or reads back the title, and Word knows no other sign that
all three obey. So the measure of such a title is narrowed until the line ends before the range.
"""

from __future__ import annotations

import re

from generator.word.charts.text_width import text_width
from generator.word.package.elements import Element, clark, text_of, value_at, w
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import properties_of, put_in_order

_RANGE = re.compile(r"\S*\d-\d\S*")
_TOO_FAR = 0.5  # of a range's first part: programs differ by less in the width of a line
_LEAST = 0.5  # of the measure, which no title is narrowed beyond


def keep_ranges_whole(parts: Parts) -> None:
    """Narrow the titles of a filled-in template whose lines would end within a range."""
    body = parts.xml(DOCUMENT).find(clark("w:body"))
    room = 0.0 if body is None else _room(body)
    if body is None or not room:
        return
    fonts = Fonts(parts)
    for paragraph in body.iterchildren(clark("w:p")):
        text, style_id = text_of(paragraph), value_at(paragraph, "w:pPr/w:pStyle")
        if _RANGE.search(text) and paragraph.find(f"{clark('w:pPr')}/{clark('w:ind')}") is None:
            narrow = measure_of(text, room, fonts.as_arial(style_id), fonts.bold(style_id))
            if narrow < room:
                right = round((room - narrow) * TWIPS_PER_POINT)
                put_in_order(properties_of(paragraph), w("ind", right=right))


def measure_of(text: str, room: float, size: float, bold: bool) -> float:
    """The width, in points, that a title is set in: `room`, or less where a range would break."""
    narrow = room
    while (wanted := _before_broken_range(text, narrow, size, bold)) and wanted >= room * _LEAST:
        narrow = wanted
    return room if wanted else narrow


def _before_broken_range(text: str, room: float, size: float, bold: bool) -> float:
    """A measure in which the first line that ends within a range ends before it; 0 without one."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if text_width(longer, size, bold) <= room:
            line = longer
            continue
        first = f"{line} {word.partition('-')[0]}-"
        before, end = text_width(line, size, bold), text_width(first, size, bold)
        if line and _RANGE.fullmatch(word) and end <= room:
            return before + (end - before) * _TOO_FAR
        line = word
    return 0.0


def _room(body: Element) -> float:
    """The width of the text on the first page, in points; 0 where the template does not say."""
    page = next(body.iter(clark("w:sectPr")), None)
    size = None if page is None else page.find(clark("w:pgSz"))
    margins = None if page is None else page.find(clark("w:pgMar"))
    if size is None or margins is None:
        return 0.0
    sides = sum(int(margins.get(clark(f"w:{side}"), "0")) for side in ("left", "right"))
    return (int(size.get(clark("w:w"), "0")) - sides) / TWIPS_PER_POINT
