"""Rows of charts share what is left of their page, and key figures stay with them."""

from __future__ import annotations

import pytest

from generator.word.package.lengths import EMU_PER_POINT
from generator.word.package.parts import Parts
from generator.word.paging.filled_pages import FilledPages, fill_pages
from generator.word.paging.page_room import PageRoom
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

from ..samples import SCRUTINY

PAGE = 400.0
KEPT = '<w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr>'


@pytest.fixture(scope="module")
def room() -> PageRoom:
    parts = Parts(SCRUTINY.read_bytes())
    return PageRoom(StyleSheet(parts), Fonts(parts), 14_000, PAGE)


def drawing(points: float) -> str:
    extent = f'<wp:extent cx="9" cy="{round(points * EMU_PER_POINT)}"/>'
    return f"<w:r><w:drawing><wp:inline>{extent}</wp:inline></w:drawing></w:r>"


def row(points: float, properties: str = "") -> str:
    cell = f"<w:tc><w:p>{properties}{drawing(points)}</w:p></w:tc>"
    return f'<w:tbl><w:tblGrid><w:gridCol w:w="7000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'


def filled(room: PageRoom, *blocks: str, rows: dict[int, float], leading: int = -1) -> FilledPages:
    return fill_pages(blocks, rows, (leading,), room, 136.0)


def test_two_rows_share_what_is_left_of_their_page(room: PageRoom) -> None:
    found = filled(room, row(150), row(150), row(150), rows={0: 0.0, 1: 0.0, 2: 5.0}).growth
    assert found[0] == found[1]
    assert 25 < found[0] < 50
    assert found[2] == 5.0  # the text ends on its page


def test_no_plot_grows_without_end(room: PageRoom) -> None:
    assert filled(room, row(80), row(380), rows={0: 36.0}).growth[0] < 180


def test_plots_are_squeezed_where_what_follows_then_fits(room: PageRoom) -> None:
    """As high as usual the first would leave the third no room, nor would the fourth beside it."""
    found = filled(room, row(120), row(100), row(150), row(300), rows={0: 50.0}).growth
    assert 0 < found[0] < 30


def test_a_table_may_run_over_two_pages_with_its_header_on_both(room: PageRoom) -> None:
    line = f"<w:tr><w:tc><w:p>{drawing(40)}</w:p></w:tc></w:tr>"
    long = f'<w:tbl><w:tblGrid><w:gridCol w:w="7000"/></w:tblGrid>{line * 12}</w:tbl>'
    found = filled(room, long, row(100), row(380), rows={1: 10.0}).growth
    # nine rows on the first page; then the header, three rows and the chart
    assert 80 < found[1] < 130


def test_key_figures_stay_with_their_row(room: PageRoom) -> None:
    figures = row(60, KEPT)
    rows = {0: 0.0, 2: 0.0}
    assert filled(room, row(250), figures, row(150), rows=rows, leading=1).loose == frozenset()


def test_key_figures_go_without_their_row_rather_than_leave_half_a_page_white(
    room: PageRoom,
) -> None:
    figures = row(60, KEPT)
    assert filled(room, row(150), figures, row(200), rows={2: 0.0}, leading=1).loose == {1}


def test_key_figures_at_the_top_of_their_pages_are_not_kept_with_a_row_that_may_be_higher(
    room: PageRoom,
) -> None:
    figures = row(40, KEPT)
    assert filled(room, figures, row(200), row(300), rows={1: 0.0, 2: 0.0}, leading=0).loose == {0}


def kept_table(rows: int, height: float) -> str:
    """A table that is kept whole, a header and rows."""
    line = f"<w:tr><w:tc><w:p>{KEPT}{drawing(height)}</w:p></w:tc></w:tr>"
    last = line.replace("<w:keepNext/>", "")
    grid = '<w:tblGrid><w:gridCol w:w="7000"/></w:tblGrid>'
    return f"<w:tbl>{grid}{line * rows}{last}</w:tbl>"


def test_a_short_table_is_divided_rather_than_leave_its_page_white(room: PageRoom) -> None:
    found = filled(room, row(230), kept_table(5, 32), row(200), row(390), rows={0: 0.0, 2: 0.0})
    assert list(found.parted) == [1]
    assert found.parted[1] in (2, 3)
    whole = filled(room, row(180), kept_table(5, 32), row(390), rows={0: 0.0, 2: 0.0})
    assert whole.parted == {}


def test_the_white_between_blocks_is_drawn_in_where_a_page_is_saved_so(room: PageRoom) -> None:
    white = '<w:spacing w:before="400" w:after="400"/>'
    text = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{white}</w:pPr></w:p>'
    blocks = (row(110), text, row(110), text, row(75))
    rows = dict.fromkeys((0, 2, 4), 0.0)
    nearer = fill_pages(blocks, rows, (), room, 0.0).nearer
    assert 10 < nearer[1].before == nearer[1].after < 20
    assert not fill_pages(blocks[:3], rows, (), room, 0.0).nearer
    assert not fill_pages((*blocks, row(300)), rows, (), room, 0.0).nearer
