"""Where a text has come to on its page is told well enough to begin a contents list."""

from __future__ import annotations

import pytest

from generator.model.document import Contents, Section
from generator.word.package.namespaces import DECLARED
from generator.word.package.parts import Parts
from generator.word.paging.page_room import PageRoom
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet

from ..samples import SCRUTINY, body, document, find, para, render, section, styled

PAGE = 680.0


@pytest.fixture(scope="module")
def room() -> PageRoom:
    parts = Parts(SCRUTINY.read_bytes())
    return PageRoom(StyleSheet(parts), Fonts(parts), 9000, PAGE)


def p(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_a_line_is_as_high_as_its_style_says(room: PageRoom) -> None:
    one, long = room.of_markup(p("BodyText", "Text.")), room.of_markup(p("BodyText", "word " * 60))
    assert 22 < one < 25  # 12 points on 1.1 lines, and 8 points after
    assert 3.5 < (long - 8) / (one - 8) < 4.5


def test_a_bold_title_of_a_shorter_measure_takes_the_lines_that_it_takes(room: PageRoom) -> None:
    title = p("Title", "Principal Social Worker Annual Report of 2022")
    narrow = title.replace('"Title"/>', '"Title"/><w:ind w:right="3000"/>')
    one, two = room.of_markup(title), room.of_markup(narrow)
    assert two > one


def test_of_the_white_between_two_paragraphs_the_larger_counts(room: PageRoom) -> None:
    text, heading = p("BodyText", "Text."), p("Heading1", "Heading")
    together = room.of_markup(text + heading)
    assert together == pytest.approx(room.of_markup(text) + room.of_markup(heading) - 8)


def test_a_row_is_as_high_as_its_highest_cell(room: PageRoom) -> None:
    cell = f"<w:tc>{p('TableText', 'x')}</w:tc>"
    high = f"<w:tc>{p('TableText', 'x')}{p('TableText', 'y')}</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    rows = [f"<w:tbl>{grid}<w:tr>{cells}</w:tr></w:tbl>" for cells in (cell * 2, cell + high)]
    low, higher = map(room.of_markup, rows)
    assert 1.5 * low < higher < 2 * low


def test_a_cell_with_wide_margins_has_less_room_for_its_text(room: PageRoom) -> None:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    margin = '<w:tcPr><w:tcMar><w:right w:w="900" w:type="dxa"/></w:tcMar></w:tcPr>'
    heights = [
        room.of_markup(f"<w:tbl>{grid}<w:tr><w:tc>{about}{text}</w:tc></w:tr></w:tbl>")
        for text in (p("TableText", "Word after word"),)
        for about in ("", margin)
    ]
    assert heights[1] > heights[0]


def test_a_row_has_the_margins_that_its_table_style_gives_to_cells(room: PageRoom) -> None:
    cell = f"<w:tc>{p('TableText', 'x')}</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>'
    style = '<w:tblPr><w:tblStyle w:val="CommitteeTable"/></w:tblPr>'
    bare, styled_ = (
        room.of_markup(f"<w:tbl>{said}{grid}<w:tr>{cell}</w:tr></w:tbl>") for said in ("", style)
    )
    assert styled_ - bare == pytest.approx(2.8)  # twice 28 twips


def test_a_drawing_is_as_high_as_it_says(room: PageRoom) -> None:
    extent = '<wp:inline><wp:extent cx="9" cy="1270000"/></wp:inline>'
    drawn = f"<w:p><w:r><w:drawing>{extent}</w:drawing></w:r></w:p>"
    plain = room.of_markup("<w:p/>")
    assert 100 <= room.of_markup(drawn) <= 100 + plain


@pytest.mark.parametrize(
    ("above", "block", "splits"),
    [
        (100, 300, False),  # fits
        (500, 300, True),
        (500 + 3 * PAGE, 300, True),  # on the fourth page
        (PAGE - 20, 300, False),  # what stands above may have run over
        (300, 400, False),  # more than half a page would be left white
        (600, 700, False),  # does not fit on any page
        (0, 600, False),
    ],
)
def test_a_block_that_would_split_begins_a_page(
    room: PageRoom, above: float, block: float, splits: bool
) -> None:
    assert room.splits(above, block) is splits


@pytest.mark.parametrize(
    ("lines", "breaks", "near"), [(2, False, False), (16, False, True), (22, True, False)]
)
def test_a_contents_list_that_would_run_over_its_page_is_drawn_together_or_begins_the_next(
    lines: int, breaks: bool, near: bool
) -> None:
    before = section("a", *(para("A line of text.") for _ in range(lines)))
    contents = Section("contents", "contents", "", (Contents("Contents"),))
    entries = [section(f"s{each}", para("x"), title=f"Part {each}") for each in range(10)]
    root = body(render(document(before, contents, *entries, front_matter=())))
    assert bool(find(styled(root, "TOCHeading")[0], "w:pPr/w:pageBreakBefore")) is breaks
    spaced = [bool(find(entry, "w:pPr/w:spacing")) for entry in styled(root, "TOC1")]
    assert spaced == [near] * len(spaced)


def test_cells_are_spaced_by_the_style_of_their_table_where_their_own_says_nothing() -> None:
    parts = Parts(SCRUTINY.read_bytes())
    tight = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    roomy = tight.replace('after="0"', 'after="400"').replace("240", "480")
    made = f"""<w:styles {DECLARED}>
      <w:docDefaults><w:pPrDefault><w:pPr>{roomy}</w:pPr></w:pPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Normal"/></w:style>
      <w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:pPr>{tight}</w:pPr>
      </w:style></w:styles>"""
    parts.add("word/styles.xml", made.encode(), parts.content_type("word/styles.xml"))
    room = PageRoom(StyleSheet(parts), Fonts(parts), 9_000, 700.0)
    cell = '<w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="Plain"/></w:pPr></w:p></w:tc></w:tr>'
    grid = '<w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    style = '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'
    bare = room.of_markup(f"<w:tbl>{grid}{cell}</w:tbl>")
    assert room.of_markup(f"<w:tbl>{style}{grid}{cell}</w:tbl>") < bare / 2
