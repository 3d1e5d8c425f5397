"""Where tabs lead: the stops of a style, and the room that the cell of a table has for them.

    <w:pPr><w:tabs><w:tab w:val="left" w:pos="4195"/><w:tab w:val="right" w:pos="6746"/></w:tabs>
      <w:ind w:left="2211" w:hanging="2211"/></w:pPr>

A hanging indent is a stop as well, and after the last stop of its own a paragraph has Word's usual
ones, every 1.27 cm. All lengths are twips.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from generator.word.charts.text_width import text_width
from generator.word.package.elements import Element, clark, text_of, value_at, w
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.styles.fonts import Fonts

CELL_MARGIN = 108  # what Word leaves on each side of a cell where nothing else is said
_STOPS = "/".join(map(clark, ("w:pPr", "w:tabs", "w:tab")))
_USUAL = 720
_NEAR = 30
_DATE = 2180  # '30 September 2022' in 12 pt


def style_stops(chain: Iterable[Element]) -> dict[int, str]:
    """Place of each tab stop -> its kind. chain: a style and what it is based on, nearest first."""
    stops: dict[int, str] = {}
    for style in reversed(list(chain)):
        for stop in style.iterfind(_STOPS):
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


def beyond_cells(parts: Parts, chains: Callable[[str], Iterable[Element]]) -> dict[str, int]:
    """Ids of styles with a tab stop beyond a cell that they are used in -> the room in that cell.

    chains: id -> the style and what it is based on.
    """
    rooms: dict[str, int] = {}
    for cell in parts.xml(DOCUMENT).iter(clark("w:tc")):
        room = cell_room(cell)
        for paragraph in cell.iterfind(clark("w:p")):
            style = paragraph.find(f"{clark('w:pPr')}/{clark('w:pStyle')}")
            if style is None or not _may_hold_tabs(text_of(paragraph)):
                continue
            style_id = style.get(clark("w:val"), "")
            if room and any(place > room for place in style_stops(chains(style_id))):
                rooms[style_id] = min(room, rooms.get(style_id, room))
    return rooms


def _may_hold_tabs(text: str) -> bool:
    return "\t" in text or "{{" in text


def fit_stops(parts: Parts, ids: Collection[str], from_width: int, to_width: int) -> None:
    """Move the stops of styles that come from another document, by their ids.

    from_width, to_width: of the text on that document's pages, and on these. A right stop at the
    edge of the text stays there; stops beyond a cell are drawn together, so that all are in it.
    """
    fonts = Fonts(parts)
    rooms = beyond_cells(parts, fonts.chain)
    for style_id in sorted(ids):
        for style in list(fonts.chain(style_id))[:1]:
            own = style.findall(_STOPS)
            moved = list(_moved(own, rooms.get(style_id), from_width, to_width))
            for stop, place in zip(own, moved, strict=True):
                stop.set(clark("w:pos"), str(place))


def draw_in(parts: Parts, stories: Iterable[Element], width: int) -> list[str]:
    """Move the stops of headers and footers that lie beyond the text to its edge, and those in the
    middle with them: Word's own styles have theirs for a page of another width.

    width: of the text. Gives the ids of the styles that were changed, each once.
    """
    chains, changed = Fonts(parts).chain, []
    for paragraph in (one for story in stories for one in story.iter(clark("w:p"))):
        style_id = value_at(paragraph, "w:pPr/w:pStyle")
        own = paragraph.find(f"{clark('w:pPr')}/{clark('w:tabs')}")
        if "\t" not in text_of(paragraph) or own is not None:
            continue
        stops = [stop for style in chains(style_id) for stop in style.iterfind(_STOPS)]
        if max((int(stop.get(clark("w:pos"), "0")) for stop in stops), default=0) > width + _NEAR:
            for stop in stops:
                _draw_in(stop, width)
            changed.append(style_id)
    return list(dict.fromkeys(changed))


def _draw_in(stop: Element, width: int) -> None:
    place, middle = int(stop.get(clark("w:pos"), "0")), stop.get(clark("w:val")) == "center"
    stop.set(clark("w:pos"), str(width // 2 if middle else min(place, width)))


def _moved(
    stops: Sequence[Element], room: int | None, from_width: int, to_width: int
) -> Iterator[int]:
    places = [int(stop.get(clark("w:pos"), "0")) for stop in stops]
    for place in places:
        if room is None:
            yield to_width if abs(place - from_width) <= _NEAR else place
        elif place == max(places):
            yield min(place, room)
        else:
            yield min(place * room // max(places), max(room - _DATE, 0))
