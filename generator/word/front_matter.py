"""Rows of front matter whose parts stand at tab stops: one stop for all lines of a row.

    <w:p><w:pPr><w:pStyle w:val="FrontMatterWideColumns"/>
      <w:tabs><w:tab w:val="clear" w:pos="4309"/></w:tabs></w:pPr> ... a long body (tab) 5 July 2022

The style has a stop on the left for what follows a short part, and one on the right for what
follows a long one. Where one line of a row needs the right stop, its other lines take it as well,
or dates would stand in two columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.word.charts.text_width import text_width
from generator.word.elements import Element, clark, text_of, w
from generator.word.parts import DOCUMENT, Parts
from generator.word.styles import put_in_order

_TWIPS_PER_POINT = 20
_AIR = 1.02  # fonts that stand in for Arial are a little wider


def align_front_matter(parts: Parts) -> None:
    """Let every line of a row use the right stop where one of them has to."""
    name = parts.related_part(DOCUMENT, "styles")
    if name is None:
        return
    styles = {
        node.get(clark("w:styleId"), ""): node
        for node in parts.xml(name).iterfind(clark("w:style"))
    }
    for cell in parts.xml(DOCUMENT).iter(clark("w:tc")):
        by_style: dict[str, list[Element]] = {}
        for paragraph in cell.iterfind(clark("w:p")):
            style = paragraph.find(f"{clark('w:pPr')}/{clark('w:pStyle')}")
            if style is not None and "\t" in text_of(paragraph):
                by_style.setdefault(style.get(clark("w:val"), ""), []).append(paragraph)
        for style_id, lines in by_style.items():
            _align(lines, list(_chain(styles, style_id)))


def _align(lines: list[Element], chain: list[Element]) -> None:
    stops = _stops(chain)
    left = [place for place, kind in stops.items() if kind == "left"]
    right = [place for place, kind in stops.items() if kind == "right"]
    if len(left) != 1 or len(right) != 1:
        return
    size = _size(chain) * _AIR * _TWIPS_PER_POINT
    parts = [text_of(line).partition("\t") for line in lines]
    first = max(text_width(before, size) for before, _, _ in parts)
    second = max(text_width(after, size) for _, _, after in parts)
    if first <= left[0] or second > right[0] - left[0]:
        return  # all fit, or what follows is no date but text of its own
    for line in lines:
        properties = line.find(clark("w:pPr"))
        if properties is not None:
            put_in_order(properties, w("tabs", w("tab", val="clear", pos=left[0])))


def _chain(styles: dict[str, Element], style_id: str) -> Iterator[Element]:
    """A style and those that it is based on."""
    seen: set[str] = set()
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        yield styles[style_id]
        parent = styles[style_id].find(clark("w:basedOn"))
        style_id = "" if parent is None else parent.get(clark("w:val"), "")


def _stops(chain: list[Element]) -> dict[int, str]:
    """Place of each tab stop -> its kind; the nearer style's stops win."""
    stops: dict[int, str] = {}
    for style in reversed(chain):
        for stop in style.iterfind(f"{clark('w:pPr')}/{clark('w:tabs')}/{clark('w:tab')}"):
            stops[int(stop.get(clark("w:pos"), "0"))] = stop.get(clark("w:val"), "left")
    return {place: kind for place, kind in stops.items() if kind != "clear"}


def _size(chain: list[Element]) -> float:
    for style in chain:
        size = style.find(f"{clark('w:rPr')}/{clark('w:sz')}")
        if size is not None:
            return int(size.get(clark("w:val"), "24")) / 2
    return 12.0
