"""A first page that the contents list leaves white is spaced so that it fills its page."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.model.document import Contents, Section
from generator.word.package.parts import Parts
from generator.word.paging.open_cover import open_cover
from generator.word.paging.page_room import PageRoom, read_blocks
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

from ..samples import SCRUTINY, body, document, find, listed, para, render, row, section, styled

PAGE = 600.0
TITLE = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>A paper</w:t></w:r></w:p>'
TEXT = TITLE.replace("Title", "BodyText")


@pytest.fixture(scope="module")
def room() -> PageRoom:
    parts = Parts(SCRUTINY.read_bytes())
    return PageRoom(StyleSheet(parts), Fonts(parts), 9_000, PAGE)


def rows(count: int, margins: str = "") -> str:
    cell = "<w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc>"
    properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/>{margins}<w:tblLook/></w:tblPr>'
    grid = '<w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    return f"<w:tbl>{properties}{grid}{f'<w:tr>{cell}</w:tr>' * count}</w:tbl>"


def opened(room: PageRoom, front: str, *blocks: str) -> tuple[float, str, list[str]]:
    """How high all is then, what stands above the text, and its blocks."""
    elements = read_blocks(front)
    used = room.of_markup(front + "".join(blocks))
    made = open_cover(list(elements), blocks, room, PAGE, used)
    height = room.of([*elements, *(one for block in made for one in read_blocks(block))])
    return height, etree.tostring(elements).decode(), made


def test_rows_and_paragraphs_share_the_white_below_them(room: PageRoom) -> None:
    front = TITLE + rows(16)
    height, above, blocks = opened(room, front, TEXT, TEXT)
    assert room.of_markup(front + 2 * TEXT) < 0.75 * PAGE
    assert 0.9 * PAGE < height < 0.93 * PAGE
    assert above.count("<w:spacing") == 1
    assert all("<w:spacing" in block for block in blocks)


def test_no_more_than_half_a_line_is_added_at_one_place(room: PageRoom) -> None:
    front = TITLE + rows(4)
    height, _, _ = opened(room, front, TEXT)
    assert height == pytest.approx(room.of_markup(front + TEXT) + 6 * (2 * 4 + 2), abs=0.5)


def test_a_page_that_is_nearly_full_stays_as_it_is(room: PageRoom) -> None:
    count = int(PAGE * 0.9 / room.of_markup(rows(1)))
    _, above, blocks = opened(room, rows(count), TEXT)
    assert "tblCellMar" not in above
    assert blocks == [TEXT]


def test_margins_stand_where_the_schema_wants_them(room: PageRoom) -> None:
    sides = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/></w:tblCellMar>'
    for margins, names in (("", ["top", "bottom"]), (sides, ["top", "left", "bottom"])):
        elements = read_blocks(rows(8, margins))
        open_cover(list(elements), (), room, PAGE, PAGE / 2)
        properties = elements[0][0]
        told = [node.tag.rpartition("}")[2] for node in properties]
        assert told == ["tblW", "tblCellMar", "tblLook"]
        assert [node.tag.rpartition("}")[2] for node in properties[1]] == names


@pytest.mark.parametrize(("advice", "wide"), [(2, False), (9, True)])
def test_only_a_page_that_the_contents_list_leaves_is_spaced(advice: int, wide: bool) -> None:
    items = listed("1.", *["Note what is said in the report, and comment on it."] * advice)
    first = Section("recommendations", "recommendations", "Recommendations", (items,))
    contents = Section("contents", "contents", "", (Contents("Contents"),))
    parts = [section(f"s{each}", para("Text."), title=f"Part {each}") for each in range(15)]
    front = tuple(row(f"r{each}", f"Row {each}", ((f"Name {each}",),)) for each in range(7))
    root = body(render(document(first, contents, *parts, front_matter=front)))
    assert bool(find(styled(root, "TOCHeading")[0], "w:pPr/w:pageBreakBefore")) is wide
    assert bool(find(root, "//w:tbl/w:tblPr/w:tblCellMar/w:top")) is wide
