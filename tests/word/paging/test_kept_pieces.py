"""Blocks are measured once, and again where anything has changed that counts."""

from __future__ import annotations

import pytest

from generator.word.package.parts import Parts
from generator.word.paging.kept_pieces import Kept, KeptPieces
from generator.word.paging.page_pieces import line_pieces
from generator.word.paging.page_room import PageRoom, read_blocks
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

from ..samples import SCRUTINY

TEXT = '<w:p><w:pPr><w:pStyle w:val="BodyText"/>{}</w:pPr><w:r><w:t>Text.</w:t></w:r></w:p>'
PLAIN = TEXT.format("")
LISTED = TEXT.format('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
NOTED = PLAIN.replace("</w:p>", '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>')


class Drawer(dict[str, Kept]):
    """A store in memory."""

    def put(self, key: str, pieces: Kept) -> None:
        self[key] = pieces


@pytest.fixture(scope="module")
def room() -> PageRoom:
    parts = Parts(SCRUTINY.read_bytes())
    return PageRoom(StyleSheet(parts), Fonts(parts), 9_000, 600.0)


def told(store: Drawer, room: PageRoom, looks: str = "a", base: int = 0) -> KeptPieces:
    return KeptPieces(store, room, looks, {7: (base, 567)})


def test_kept_pieces_are_those_that_were_measured(room: PageRoom) -> None:
    store = Drawer()
    assert told(store, room).of(3, PLAIN) == list(line_pieces(3, PLAIN, room))
    assert told(store, room).of(5, PLAIN) == list(line_pieces(5, PLAIN, room))
    assert len(store) == 1


def test_styles_and_the_indents_of_lists_count(room: PageRoom) -> None:
    store = Drawer()
    for looks, base in (("a", 0), ("b", 0), ("a", 851)):
        told(store, room, looks, base).of(0, LISTED)
    assert len(store) == 3
    told(store, room, "a", 851).of(0, PLAIN)
    told(store, room, "a", 0).of(0, PLAIN)
    assert len(store) == 4


def test_bookmarks_take_no_room_whatever_their_number(room: PageRoom) -> None:
    store = Drawer()
    for number in (1, 2):
        start = f'<w:bookmarkStart w:id="{number}" w:name="_p_{number}"/>'
        marked = f"{start}<w:r>", f'<w:bookmarkEnd w:id="{number}"/></w:p>'
        told(store, room).of(0, PLAIN.replace("<w:r>", marked[0]).replace("</w:p>", marked[1]))
    assert len(store) == 1


def test_what_refers_to_a_footnote_is_measured_anew(room: PageRoom) -> None:
    store = Drawer()
    assert told(store, room).of(0, NOTED)
    assert not store


def test_the_height_of_what_the_template_has_is_kept(room: PageRoom) -> None:
    store, elements = Drawer(), list(read_blocks(PLAIN + PLAIN))
    first = told(store, room).height(elements)
    assert first == room.of(elements) == told(store, room).height(elements)
    assert len(store) == 1
