"""Tables that read out well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model.document import Footnote, Text
from generator.word.charts.text_width import line_count, text_width
from generator.word.writing.column_widths import PADDING, column_widths

from ..samples import (
    body,
    body_of,
    document,
    find,
    inlines,
    para,
    render,
    section,
    shown,
    styled,
    table,
    w,
)


def test_the_header_row_repeats_and_no_row_splits() -> None:
    rows = find(body_of(table(rows=4)), "//w:tr")
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * 4
    assert all(find(row, "w:trPr/w:cantSplit") for row in rows)


def test_a_blank_cell_gets_a_mark() -> None:
    blank = replace(table(rows=1), rows=((inlines("x"), inlines("  "), ()),))
    cells = [shown(cell) for cell in find(body_of(blank), "//w:tr[2]/w:tc")]
    assert cells == ["x", "-", "-"]


def test_no_cell_is_merged_and_none_holds_a_table() -> None:
    root = body_of(table(rows=4))
    assert not find(root, "//w:gridSpan | //w:vMerge | //w:tc//w:tbl")


def test_caption_and_description_are_in_the_tables_properties() -> None:
    root = body_of(table(), table("2", "other", description="What was said."))
    assert find(root, "//w:tblCaption/@w:val")[0] == "Table 1: Agreement by year"
    descriptions = find(root, "//w:tblDescription/@w:val")
    assert descriptions == ["Columns: Statement, 2021, 2022. 3 rows.", "What was said."]


def test_row_headers_are_said_and_can_be_switched_off() -> None:
    root = body_of(table(), table("2", "other", row_headers=False))
    assert find(root, "//w:tblLook/@w:firstColumn") == ["1", "0"]


def test_figures_are_aligned_right_by_the_style_of_their_cells() -> None:
    parts = render(document(section("only", table(rows=1)), front_matter=()))
    root, styles = body(parts), etree.fromstring(parts["word/styles.xml"])
    assert find(root, "//w:tc/w:p/w:pPr/w:pStyle/@w:val") == [
        "TableHeading", "TableFiguresHeading", "TableFiguresHeading",
        "TableText", "TableFigures", "TableFigures",
    ]  # fmt: skip
    assert not find(root, "//w:tc//w:jc")
    for name, base in (("TableFigures", "TableText"), ("TableFiguresHeading", "TableHeading")):
        (style,) = find(styles, f"//w:style[@w:styleId='{name}']")
        assert find(style, "w:basedOn/@w:val") == [base]
        assert find(style, "w:pPr/w:jc/@w:val") == ["right"]


def test_a_row_is_kept_by_its_first_paragraph_and_not_twice() -> None:
    root = body_of(table(rows=3))
    kept = [
        [bool(find(cell, ".//w:keepNext")) for cell in find(row, "w:tc")]
        for row in find(root, "//w:tr")
    ]
    assert kept == [[False] * 3, [True, False, False], [True, False, False], [False] * 3]


def test_widths_agree_between_table_grid_and_cells() -> None:
    root = body_of(table(rows=1))
    grid = [int(width) for width in find(root, "//w:gridCol/@w:w")]
    cells = [int(width) for width in find(root, "//w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w")]
    assert grid == cells
    assert sum(grid) == int(find(root, "//w:tblW/@w:w")[0])
    assert grid[0] > grid[1] == grid[2] or abs(grid[1] - grid[2]) <= 2


@given(
    st.integers(1, 7).flatmap(
        lambda columns: st.tuples(
            st.lists(st.lists(st.text(max_size=60), min_size=columns, max_size=columns), min_size=1,
                     max_size=6),
            st.lists(st.booleans(), min_size=columns, max_size=columns),
        )
    ),
    st.integers(3000, 15000),
)  # fmt: skip
def test_columns_stay_within_the_text_and_none_vanishes(
    table_: tuple[list[list[str]], list[bool]], total: int
) -> None:
    cells, figures = table_
    widths = column_widths(cells, total, figures)
    assert total * min(0.59, 0.149 * len(figures)) <= sum(widths) <= total
    assert min(widths) > 0


def test_a_table_of_long_text_fills_the_page_and_one_of_short_words_does_not() -> None:
    long = [["Statement", "2022"], ["A statement of quite some length about work" * 3, "67%"]]
    assert sum(column_widths(long, 9000, [False, True])) == 9000
    short = [["Year", "Rate"], ["2022", "35%"]]
    assert sum(column_widths(short, 9000, [False, False])) == 5400
    assert sum(column_widths(short, 9000, [False, True])) == 2700


def test_figures_stand_near_their_labels() -> None:
    cells = [["Year", "Workload is manageable (%)"], ["2021", "78"], ["2022", "67"]]
    label, figures = column_widths(cells, 9070, [False, True])
    assert label < 1700
    assert label + figures < 9070 * 0.45


def test_a_word_longer_than_the_page_leaves_the_other_columns_their_words() -> None:
    cells = [["Item", "Amount", "Note"], ["Training", "£12,000", "x" * 1500]]
    widths = column_widths(cells, 9000, [False, True, False])
    assert sum(widths) == 9000
    assert widths[1] / 20 - 9.5 > text_width("Amount", 12, bold=True)


@pytest.mark.parametrize(
    "header",
    [
        ["Audit period", "Rated good or better", "Rated requires improvement or lower"],
        ["Year", "People supported by a worker (people)"],
    ],
)
def test_headers_of_figures_take_two_lines_at_most_where_the_table_has_room(
    header: list[str],
) -> None:
    cells = [header, ["2019-2020", *["57%"] * (len(header) - 1)]]
    widths = column_widths(cells, 9070, [False, *[True] * (len(header) - 1)])
    lines = [
        line_count(head, (width - PADDING) / 20, 12, bold=True)
        for head, width in zip(header, widths, strict=True)
    ]
    assert max(lines) == 2


def test_a_long_word_leaves_room_for_long_text_beside_it() -> None:
    cells = [["Place", "Comments"], ["x" * 58, "The team has kept its promises to families. " * 9]]
    place, comments = column_widths(cells, 8500, [False, False])
    assert comments > 8500 * 0.4 > place - comments


def test_no_header_is_broken_inside_a_word_while_there_is_room() -> None:
    heads = ["Year", "Never (%)", "Rarely (%)", "Occasionally (%)", "Often (%)", "Always (%)"]
    widths = column_widths([heads, ["2022", *["12"] * 5]], 9070, [False, *[True] * 5])
    for head, width in zip(heads, widths, strict=True):  # nor into two lines, while all fit
        assert width / 20 - 9.5 > text_width(head, 12, bold=True), head


def test_the_authors_own_widths_are_taken() -> None:
    assert column_widths([["a", "b"]], 9000, [False, False], (2.0, 1.0)) == [6000, 3000]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(5000, 15000))
def test_the_authors_own_widths_never_break_a_word(relative: list[int], total: int) -> None:
    cells = [["Occasionally"] * len(relative)]
    widths = column_widths(cells, total, [False] * len(relative), [float(r) for r in relative])
    assert sum(widths) == total
    if total / len(relative) > 1800:
        assert min(widths) / 20 - 9.5 > text_width("Occasionally", 12, bold=True)


def _fits(text: str, width: int, bold: bool = False) -> bool:
    return text_width(text, 12, bold) <= (width - PADDING) / 20


def test_a_date_is_not_broken_where_the_table_hardly_becomes_higher_for_it() -> None:
    needs = "Special educational needs and disabilities, local area"
    good = "Good overall; outstanding for the impact of leaders on practice"
    cells = [["Inspection", "When", "Outcome"], [needs, "September 2021", good]]
    assert _fits("September 2021", column_widths(cells, 9600, [False] * 3)[1])


def test_a_header_has_two_lines_before_texts_have() -> None:
    heads = ["Adviser", "Comments sought", "Comments included", "Date"]
    cells = [heads, ["Assistant Director, Legal and Governance", "Yes", "Yes", "23 January 2023"]]
    adviser, sought, included, date = column_widths(cells, 8000, [False] * 4)
    assert _fits("23 January 2023", date)
    assert max(sought, included) < 1800 < 2600 < adviser


def test_a_short_header_stays_on_one_line_where_no_text_has_to_wrap_for_it() -> None:
    cells = [["Quarter", "Agency social workers", "Vacant posts"], ["January to March", "48", "39"]]
    _, agency, vacant = column_widths(cells, 9070, [False, True, True])
    assert _fits("Agency social workers", agency, bold=True)
    assert _fits("Vacant posts", vacant, bold=True)


def test_tables_of_much_the_same_width_have_the_same_one() -> None:
    def width(name: str) -> int:
        cells = [["Finding", "2021 (%)", "2022 (%)"], [name, "71", "79"]]
        return sum(column_widths(cells, 9070, [False, True, True]))

    names = (
        "Proud to work for the council",
        "Sick leave because of stress",
        "Regularly very stressed",
    )
    assert len({width(name) for name in names}) == 1
    assert width("Line manager gives the support that is needed") == 9070
    texts = [["No.", "Title"], ["Appendix 1", "How the survey was carried out"]]
    assert sum(column_widths(texts, 9070, [False, False])) == 9070


def test_columns_of_years_are_alike_where_they_nearly_are() -> None:
    name = "I have the time that I need to reflect on my practice with somebody"
    below = ["59%\n(140)", "8.7%\n(115)", "10.8%\n(111)", "6%\n(92)", "+2"]
    cells = [["Finding", *WAVES, "Change"], [name, *below]]
    assert len(set(column_widths(cells, 9070, [False, *[True] * 5])[1:5])) == 1


WAVES = ["2019", "2020", "2021", "2022"]


@pytest.mark.parametrize("relative", [(), (2.2, 1.0, 1.0, 1.0, 1.0)])
def test_figures_with_their_bases_stay_on_one_line_while_there_is_room(
    relative: tuple[float, ...],
) -> None:
    rows = [["Group", *WAVES], ["Part time", "11.7 (20) [u]", "4.4 (20)", "4.2 (22)", "[c]"]]
    widths = column_widths(rows, 9072, [False, *[True] * 4], relative)
    assert all(width - PADDING >= text_width("11.7 (20) [u]", 12) * 20 for width in widths[1:])


def test_where_one_figure_wraps_every_base_stands_below_its_figure() -> None:
    row = ("Plans to leave within the next 12 months", *["12.4% (1,121)"] * 3, "8% (9) [u]", "[x]")
    made = replace(
        table(alignments=("left", *["right"] * 5)),
        header=tuple(inlines(text) for text in ("Finding", *WAVES, "Change")),
        rows=(tuple(inlines(text) for text in row),),
    )
    cells = find(body_of(made), "//w:tc")[6:]
    assert [shown(cell) for cell in cells[1:]] == [
        *["12.4%\n(1,121)"] * 3, "8%\n(9) [u]", "[x]",
    ]  # fmt: skip


def test_a_column_of_words_beside_figures_is_wide_enough_for_them() -> None:
    header = ("Finding", "2019", *WAVES[1:], "Change", "Base, 2022")
    said = "11 percentage points lower"
    row = ("Workload is manageable, social workers", *["78%"] * (len(header) - 3), said, "94")
    made = replace(
        table(alignments=("left", *["right"] * (len(header) - 1))),
        header=tuple(inlines(text) for text in header),
        rows=(tuple(inlines(text) for text in row),),
    )
    grid = [int(one.get(w("w"))) for one in find(body_of(made), "//w:gridCol")]
    change = grid[header.index("Change")]
    assert line_count(said, (change - PADDING) / 20, 12) <= 2


def test_heads_of_figures_take_two_lines_where_the_table_has_room() -> None:
    heads = ("Monthly (%)", "Most months (%)", "Every two or three months (%)", "Less often (%)")
    header = ("Year", *heads, "Never (%)")
    made = replace(
        table(alignments=("left", *["right"] * (len(header) - 1))),
        header=tuple(inlines(text) for text in header),
        rows=(tuple(inlines(text) for text in ("2019", *["52"] * (len(header) - 1))),),
    )
    grid = [int(one.get(w("w"))) for one in find(body_of(made), "//w:gridCol")]
    each = zip(header, grid, strict=True)
    assert max(line_count(text, (width - PADDING) / 20, 12) for text, width in each) <= 2


def test_a_short_head_stays_on_one_line_over_few_figures() -> None:
    said = "Equipment that does not work when it is needed, such as laptops and telephones"
    made = replace(
        table(alignments=("left", "right")),
        header=(inlines("Category"), inlines("2024 (%)")),
        rows=((inlines(said), inlines("13")),),
    )
    width = int(find(body_of(made), "//w:gridCol")[-1].get(w("w")))
    assert line_count("2024 (%)", (width - PADDING) / 20, 12, bold=True) == 1


def test_bases_stand_below_figures_where_the_text_beside_them_has_no_room() -> None:
    name = "I have the time that I need to reflect on my practice with somebody whom I trust"
    made = replace(
        table(alignments=("left", *["right"] * 5)),
        header=tuple(inlines(text) for text in ("Finding", *WAVES, "Change")),
        rows=(tuple(inlines(text) for text in (name, *["59% (140)"] * 4, "+2")),) * 3,
    )
    cells = find(body_of(made), "//w:tc")[6:]
    assert shown(cells[1]) == "59%\n(140)"
    short = replace(made, rows=tuple((inlines("Proud"), *row[1:]) for row in made.rows))
    assert shown(find(body_of(short), "//w:tc")[7]) == "59% (140)"


def test_cells_of_a_table_without_room_for_its_words_have_narrow_margins() -> None:
    months = ("September 2024", "November 2024", "December 2024")
    made = replace(
        table(alignments=("left", *["right"] * 9)),
        header=tuple(inlines(text) for text in ("Cost centre", *months * 3)),
        rows=(tuple(inlines(text) for text in ("Assessment", *["£12,345"] * 9)),),
    )
    root = body_of(made, table("2", "other"))
    margins = [find(each, "w:tblPr/w:tblCellMar/*/@w:w") for each in find(root, "//w:tbl")]
    assert margins == [["45", "45"], []]


def test_text_to_the_right_of_figures_stands_off_them() -> None:
    mixed = table(rows=1, alignments=("left", "right", "left"))
    alike = table("2", "other", rows=1, alignments=("left", "left", "left"))
    root = body_of(mixed, alike)
    first, second = find(root, "//w:tbl")
    assert [len(find(cell, "w:tcPr/w:tcMar/w:left")) for cell in find(first, ".//w:tc")] == [
        *[0, 0, 1],
        *[0, 0, 1],
    ]
    assert not find(second, ".//w:tcMar")
    margin = int(find(first, ".//w:tcMar/w:left/@w:w")[0])
    assert margin > PADDING


def test_a_long_table_may_break_and_a_short_one_may_not() -> None:
    def kept(rows: int) -> list[bool]:
        every = find(body_of(table(rows=rows)), "//w:tr[not(w:trPr/w:tblHeader)]")
        return [bool(find(row, ".//w:keepNext")) for row in every]

    assert kept(4) == [True, True, True, False]
    assert kept(8) == [True, *[False] * 5, True, False]
    assert kept(1) == [False]


def test_tables_without_captions_that_follow_each_other_do_not_touch() -> None:
    bare = table("", "", caption="")
    root = body_of(bare, replace(bare), replace(bare))
    for each in find(root, "//w:tbl"):
        following = each.getnext()
        assert following is None or following.tag != w("tbl")


def test_the_note_stands_under_the_table() -> None:
    root = body_of(table(note="Base: 94."), para("after"))
    note = styled(root, "CommitteeNote")[0]
    assert shown(note) == "Base: 94."
    assert note.getprevious().tag == w("tbl")


def test_text_under_a_table_stands_off_it_without_a_blank_line() -> None:
    root = body_of(table(), para("first"), para("second"))
    first, second = styled(root, "BodyText")
    assert find(first, "w:pPr/w:spacing/@w:before") == ["240"]
    assert not find(second, "w:pPr/w:spacing")


def test_the_mark_of_a_footnote_does_not_break_the_word_before_it() -> None:
    note = Footnote(((Text("A note."),),))
    left, word, last = (Text("Left"),), Text("Representatives"), (Text("C"),)
    plain_head = replace(table(rows=1), header=(left, (word,), last))
    marked = replace(plain_head, header=(left, (word, note), last))
    widths = [
        int(find(body_of(made), "//w:tbl[last()]//w:gridCol/@w:w")[-2])
        for made in (plain_head, marked)
    ]
    assert widths[1] > widths[0]
