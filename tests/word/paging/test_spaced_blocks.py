"""Written blocks with less white, kept with what follows, or divided."""

from __future__ import annotations

import pytest

from generator.word.package.parts import Parts
from generator.word.paging.page_pieces import White, line_pieces, white_left
from generator.word.paging.page_room import PageRoom, read_blocks
from generator.word.paging.spaced_blocks import kept_with_next, parted_after, spaced
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

from ..samples import SCRUTINY

HALF = '<w:spacing w:before="180" w:after="60"/>'
STYLE = '<w:pStyle w:val="Heading1"/>'
LAYOUT = '<w:tblStyle w:val="CommitteeTable"/><w:tblLayout w:type="fixed"/>'
GRID = '<w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'


@pytest.fixture(scope="module")
def room() -> PageRoom:
    parts = Parts(SCRUTINY.read_bytes())
    return PageRoom(StyleSheet(parts), Fonts(parts), 9_000, 600.0)


def paragraph(more: str = "") -> str:
    return f"<w:p><w:pPr>{STYLE}{more}</w:pPr><w:r><w:t>Text</w:t></w:r></w:p>"


def white(block: str, room: PageRoom) -> White:
    """Half of a block's white."""
    return white_left(list(line_pieces(0, block, room)), 0.5).get(0, White(0, 0, 0))


def table(properties: str = LAYOUT, rows: int = 2) -> str:
    kept = '<w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr>'
    row = f"<w:tr><w:tc><w:p>{kept}</w:p></w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{GRID}{row * rows}</w:tbl>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", HALF),
        ('<w:ind w:left="851"/>', f'{HALF}<w:ind w:left="851"/>'),
        ('<w:spacing w:before="160"/>', HALF.replace("180", "80")),
        ("<w:keepNext/><w:sectPr/>", f"<w:keepNext/>{HALF}<w:sectPr/>"),
    ],
)
def test_a_paragraph_says_its_white_where_the_schema_wants_it(
    room: PageRoom, before: str, after: str
) -> None:
    assert spaced(paragraph(before), white(paragraph(before), room)) == paragraph(after)


def test_a_table_says_the_margins_of_its_cells(room: PageRoom) -> None:
    made = spaced(table(), white(table(), room))
    assert (
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="14" w:type="dxa"/>'
        '<w:bottom w:w="14" w:type="dxa"/></w:tblCellMar>'
    ) in made
    assert room.of_markup(made) == pytest.approx(room.of_markup(table()) - 2 * 1.4)


def test_margins_that_a_table_has_at_its_sides_stay(room: PageRoom) -> None:
    sides = '<w:left w:w="45" w:type="dxa"/>{}<w:right w:w="45" w:type="dxa"/>'
    own = f"{LAYOUT}<w:tblCellMar>{sides.format('')}</w:tblCellMar>"
    made = spaced(table(own), white(table(own), room))
    cells = read_blocks(made)[0][0][2]
    assert [node.tag.rpartition("}")[2] for node in cells] == ["top", "left", "bottom", "right"]


def test_tables_without_white_and_other_blocks_stay_as_they_are(room: PageRoom) -> None:
    for block in (table('<w:tblLayout w:type="fixed"/>'), table(""), "<w:sdt/>", "<w:p/>"):
        assert spaced(block, white(block, room)) == block


def test_a_paragraph_stays_with_the_next_one() -> None:
    kept = paragraph("<w:keepNext/>")
    assert kept_with_next(paragraph()) == kept
    assert kept_with_next(kept) == kept
    assert kept_with_next(paragraph('<w:keepNext w:val="0"/>')) == kept


def test_a_table_stays_with_the_next_block_row_by_row() -> None:
    loose = table(rows=3).replace("<w:keepNext/>", "")
    assert kept_with_next(loose) == table(rows=3)


def test_a_table_is_let_go_after_one_row() -> None:
    made = parted_after(table(rows=5), 2)
    rows = made.split("<w:tr>")[1:]
    assert ["<w:keepNext/>" in row for row in rows] == [True, True, False, True, True]
