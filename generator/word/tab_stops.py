"""Where tabs lead: the stops of a style, and the room that the cell of a table has for them.

    <w:pPr><w:tabs><w:tab w:val="left" w:pos="4195"/><w:tab w:val="right" w:pos="6746"/></w:tabs>
      <w:ind w:left="2211" w:hanging="2211"/></w:pPr>

A hanging indent is a stop as well, and after the last stop of its own a paragraph has Word's usual
ones, every 1.27 cm. All lengths are twips.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.word.charts.text_width import text_width
from generator.word.elements import Element, clark, w

TWIPS_PER_POINT = 20
CELL_MARGIN = 108  # what Word leaves on each side of a cell where nothing else is said
_USUAL = 720


def style_stops(chain: Iterable[Element]) -> dict[int, str]:
    """Place of each tab stop -> its kind. chain: a style and what it is based on, nearest first."""
    stops: dict[int, str] = {}
    for style in reversed(list(chain)):
        for stop in style.iterfind(f"{clark('w:pPr')}/{clark('w:tabs')}/{clark('w:tab')}"):
            stops[int(stop.get(clark("w:pos"), "0"))] = stop.get(clark("w:val"), "left")
    return {place: kind for place, kind in stops.items() if kind != "clear"}


def left_indent(chain: Iterable[Element]) -> int:
    """The left indent of a style."""
    for style in chain:
        indent = style.find(f"{clark('w:pPr')}/{clark('w:ind')}")
        value = (
            None if indent is None else indent.get(clark("w:left"), indent.get(clark("w:start")))
        )
        if value is not None:
            return int(value)
    return 0


def tabs(stops: dict[int, str], without: Iterable[int] = ()) -> Element:
    """A w:tabs with these stops, that takes some of the style's own away."""
    cleared = dict.fromkeys(without, "clear")
    each = sorted((cleared | stops).items())
    return w("tabs", *(w("tab", val=kind, pos=place) for place, kind in each))


def part_ends(
    parts: Sequence[str], stops: dict[int, str], size: float
) -> list[tuple[float, float]]:
    """Where each part of a line begins and ends. size: as_arial of its style (fonts.py)."""
    x, found = 0.0, []
    for index, part in enumerate(parts):
        wide = text_width(part, size) * TWIPS_PER_POINT
        if index:
            following = [place for place in stops if place > x]
            place = min(following) if following else (x // _USUAL + 1) * _USUAL
            kind = stops.get(int(place), "left")
            x = max(x, place - wide) if kind in ("right", "end") else place
        found.append((x, x + wide))
        x += wide
    return found


def cell_room(cell: Element) -> int:
    """The width that a cell leaves for text; 0 where it does not say how wide it is."""
    width = cell.find(f"{clark('w:tcPr')}/{clark('w:tcW')}")
    if width is None or width.get(clark("w:type"), "dxa") != "dxa":
        return 0
    return max(int(float(width.get(clark("w:w"), "0"))) - cell_margins(cell), 0)


def cell_margins(cell: Element) -> int:
    """Left and right margin of a cell together, as its table has them."""
    table = next(cell.iterancestors(clark("w:tbl")), None)
    found = None if table is None else table.find(f"{clark('w:tblPr')}/{clark('w:tblCellMar')}")
    total = 0
    for names in (("left", "start"), ("right", "end")):
        nodes = [] if found is None else [found.find(clark(f"w:{name}")) for name in names]
        said = [node.get(clark("w:w")) for node in nodes if node is not None]
        total += int(said[0]) if said and said[0] else CELL_MARGIN
    return total
