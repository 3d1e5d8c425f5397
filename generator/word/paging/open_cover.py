"""A first page of front matter and recommendations, spaced so that it fills its page.

    <w:tblPr>...<w:tblCellMar><w:top w:w="110" w:type="dxa"/><w:bottom .../></w:tblCellMar>...
    <w:p><w:pPr>...<w:spacing w:before="360" w:after="230"/></w:pPr> ... </w:p>

Where the contents list finds no room below them it begins the next page. Rows and a few lines above
a quarter of a page of white look as if something were missing. So the white is shared out: the same
above and below the text of each row, and below each paragraph, but no more than a line's half, so
that the rows still read as one table.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.word.package.elements import Element, clark, w
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.paging.page_pieces import White, line_pieces, white_left
from generator.word.paging.page_room import PageRoom
from generator.word.paging.spaced_blocks import spaced
from generator.word.styles.style_sheet import properties_of, put_in_order

_MOST = 6.0  # points at one place
_FOOT = 0.08  # of a page, that stays white: other programs set the text higher
_ENOUGH = 0.12  # of a page: with no more white below it, a page looks full
_MARGINS = tuple(clark(f"w:{end}") for end in ("top", "start", "left", "bottom", "end", "right"))
_BEHIND = tuple(
    clark(f"w:{name}") for name in ("tblLook", "tblCaption", "tblDescription", "tblPrChange")
)


def open_cover(
    front: Sequence[Element], blocks: Sequence[str], room: PageRoom, page: float, used: float
) -> list[str]:
    """Space what the template has above the text, in place, and give the first blocks of the text.

    front, blocks: what stands on the first page. page, used: its height and theirs, in points.
    """
    left = page - used
    tables = [one for one in front if one.tag == clark("w:tbl")]
    places = sum(2 * len(table.findall(clark("w:tr"))) for table in tables)
    places += len(front) - len(tables) + len(blocks)
    if left < page * _ENOUGH or not places:
        return list(blocks)
    more = min(_MOST, (left - page * _FOOT) / places)
    for element in front:
        _open(element, room, more)
    return [_opened(block, room, more) for block in blocks]


def _opened(block: str, room: PageRoom, more: float) -> str:
    white = white_left(list(line_pieces(0, block, room)), 1.0).get(0, White(0.0, 0.0, 0.0))
    return spaced(block, White(white.before, white.after + more, white.in_cells + 2 * more))


def _open(element: Element, room: PageRoom, more: float) -> None:
    if element.tag == clark("w:tbl"):
        _open_rows(element, room.white_in_cells(element) / 2 + more)
    elif element.tag == clark("w:p"):
        _, _, after = room.measures(element)
        properties = properties_of(element)
        spacing = properties.find(clark("w:spacing"))
        if spacing is None:
            spacing = w("spacing")
            put_in_order(properties, spacing)
        spacing.set(clark("w:after"), str(round((after + more) * TWIPS_PER_POINT)))


def _open_rows(table: Element, each: float) -> None:
    """Set the margins above and below the text of a table's cells, in points."""
    properties = table.find(clark("w:tblPr"))
    if properties is None:
        return
    margins = properties.find(clark("w:tblCellMar"))
    if margins is None:
        margins = w("tblCellMar")
        behind = (one for one in properties if one.tag in _BEHIND)
        place = next((properties.index(one) for one in behind), len(properties))
        properties.insert(place, margins)
    said = {one.tag: one for one in margins}
    said |= {
        clark(f"w:{end}"): w(end, w=round(each * TWIPS_PER_POINT), type="dxa")
        for end in ("top", "bottom")
    }
    margins[:] = [said[name] for name in _MARGINS if name in said]
