"""How the pages of a section lie, by its w:sectPr.

<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" .../>
  <w:pgNumType w:fmt="lowerRoman" w:start="1"/><w:cols w:num="2"/></w:sectPr>
"""

from __future__ import annotations

from generator.model.surroundings import Edges, PageLines, PageSection
from generator.word.package.elements import Element, clark

_SIDES = ("top", "right", "bottom", "left")
_USUAL = "decimal"


def layout_of(section: Element, lines: tuple[PageLines, ...] = ()) -> PageSection:
    """The pages of a w:sectPr as they lie. lines: their headers and footers."""
    size, around = section.find(clark("w:pgSz")), section.find(clark("w:pgMar"))
    width, height = (_twips(size, name) for name in ("w", "h"))
    top, right, bottom, left = (_twips(around, side) for side in _SIDES)
    edges: Edges = (top, right, bottom, left)
    columns = section.find(clark("w:cols"))
    number = "1" if columns is None else columns.get(clark("w:num"), "1")
    return PageSection((width, height), edges, int(number), _numbers(section), lines)


def _twips(node: Element | None, name: str) -> int:
    said = "0" if node is None else node.get(clark(f"w:{name}"), "0")
    return abs(round(float(said))) if said.lstrip("-").replace(".", "", 1).isdigit() else 0


def _numbers(section: Element) -> str:
    said = section.find(clark("w:pgNumType"))
    if said is None:
        return ""
    way, start = said.get(clark("w:fmt"), _USUAL), said.get(clark("w:start"), "")
    return " ".join(filter(None, ("" if way == _USUAL else way, start and f"from {start}")))
