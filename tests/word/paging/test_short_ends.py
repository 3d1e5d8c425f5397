"""Ends that would leave their page white come onto the page before, or take something with them."""

from __future__ import annotations

import pytest

from generator.model.document import Paragraph
from generator.word.package.parts import Parts
from generator.word.paging.kept_pieces import KeptPieces, NothingKept
from generator.word.paging.page_pieces import PagePiece, line_pieces
from generator.word.paging.page_room import PageRoom
from generator.word.paging.short_ends import Ends, close_ends, plan_ends
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

from ..samples import SCRUTINY, body, document, find, para, render, section, table

PAGE = 400.0


@pytest.fixture(scope="module")
def room() -> PageRoom:
    parts = Parts(SCRUTINY.read_bytes())
    return PageRoom(StyleSheet(parts), Fonts(parts), 9_000, PAGE)


def lines(count: int, height: float = 30.0, white: float = 10.0, at: int = 0) -> list[PagePiece]:
    """Paragraphs that cannot be divided, one a block."""
    return [PagePiece(at + n, 0.0, height, white, stays=False, ends=True) for n in range(count)]


def rows(at: int, count: int, height: float = 30.0, white: float = 0.0) -> list[PagePiece]:
    """A table that is kept whole: a header and rows."""
    return [
        PagePiece(
            at,
            0.0,
            height,
            0.0,
            stays=n < count,
            ends=n == count,
            repeated=height if n > 1 else 0.0,
            row=n,
            soft=2 <= n < count - 1,
            white=white,
        )
        for n in range(count + 1)
    ]


def plan(room: PageRoom, *pieces: PagePiece, above: float = 0.0) -> Ends:
    return plan_ends(pieces, room, above)


def shares(ends: Ends, white: float = 10.0) -> set[float]:
    """Of the white below the blocks that are drawn in, or in their cells."""
    return {round(max(one.after, one.in_cells) / white, 2) for one in ends.nearer.values()}


def test_a_text_of_one_page_stays_as_it_is(room: PageRoom) -> None:
    assert plan(room, *lines(8)) == Ends({}, frozenset(), {})


def test_a_text_that_ends_well_down_its_page_stays_as_it_is(room: PageRoom) -> None:
    assert plan(room, *lines(14)) == Ends({}, frozenset(), {})


def test_a_line_over_a_page_is_drawn_back_by_as_little_as_will_do(room: PageRoom) -> None:
    found = plan(room, *lines(11))  # 430 points with all of their white, 390 without a third of it
    assert set(found.nearer) == set(range(11))
    assert shares(found) == {0.6}
    assert shares(plan(room, *lines(11, 28.0))) == {0.8}


def test_only_the_page_before_is_drawn_together_where_that_is_enough(room: PageRoom) -> None:
    found = plan(room, *lines(21, 27.5))
    assert min(found.nearer) == 10


def test_what_stands_above_a_text_on_its_first_page_counts(room: PageRoom) -> None:
    assert not plan(room, *lines(9)).nearer
    assert plan(room, *lines(9), above=70.0).nearer


def test_tables_give_of_the_white_in_their_cells(room: PageRoom) -> None:
    tables = [piece for at in range(6) for piece in rows(at, 2, 23.4, 4.0)]
    assert shares(plan(room, *tables), 4.0) == {0.6}  # 421 points, and 392 at 0.6
    assert not plan(room, *tables[:15]).nearer


def test_what_cannot_be_drawn_back_takes_some_of_the_text_before_with_it(room: PageRoom) -> None:
    found = plan(room, *lines(14, 32.0, 0.0))  # twelve on the first page
    assert found.nearer == {}
    assert found.kept == {11, 12}


def test_nothing_goes_overleaf_that_would_leave_a_page_white_itself(room: PageRoom) -> None:
    whole = PagePiece(0, 0.0, 390.0, 0.0, stays=False, ends=True)
    assert plan(room, whole, *lines(1, at=1)) == Ends({}, frozenset(), {})


def test_a_short_table_is_divided_rather_than_leave_a_page_white(room: PageRoom) -> None:
    found = plan(room, *lines(7), *rows(7, 5), *lines(9, at=8))
    assert found.parted == {7: 2}  # two rows on either side


def test_a_short_table_stays_whole_where_little_is_white(room: PageRoom) -> None:
    assert not plan(room, *lines(9), *rows(9, 5), *lines(9, at=10)).parted
    assert not plan(room, *lines(7), *rows(7, 3), *lines(9, at=8)).parted


def test_blocks_say_what_becomes_of_them(room: PageRoom) -> None:
    one = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Text.</w:t></w:r></w:p>'
    count = 2 + int(PAGE / sum(piece.height + piece.after for piece in line_pieces(0, one, room)))
    told = KeptPieces(NothingKept(), room, "", {})
    made = close_ends([one] * count, told, room, 0.0)
    assert all("<w:spacing" in block for block in made)


def test_a_paragraph_of_many_lines_is_divided_and_leaves_no_line_alone(room: PageRoom) -> None:
    text = f"<w:r><w:t>{'word ' * 90}</w:t></w:r>"
    long = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{text}</w:p>'
    heights = [piece.height for piece in line_pieces(0, long, room)]
    assert len(heights) == 4
    assert heights[0] == heights[-1] == pytest.approx(2 * heights[1])


def test_the_end_of_a_report_is_drawn_back() -> None:
    def spaced(*blocks: Paragraph) -> int:
        root = body(render(document(section("a", *blocks), front_matter=())))
        return len(find(root, "//w:p/w:pPr/w:spacing"))

    counts = [spaced(*[para("A line of text.")] * count) for count in (10, *range(24, 34))]
    assert counts[0] == 0
    drawn = next(at for at, count in enumerate(counts) if count)
    assert counts[drawn] >= 24
    assert counts[-1] == 0  # so many lines are no short end


def test_figures_in_an_appendix_come_onto_one_page_less() -> None:
    tables = [table(str(number), f"t{number}", rows=2) for number in range(1, 8)]
    root = body(render(document(section("a", *tables, page_break=True), front_matter=())))
    margins = find(root, "//w:tbl/w:tblPr/w:tblCellMar/w:top")
    assert margins
