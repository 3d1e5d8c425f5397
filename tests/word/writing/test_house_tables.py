"""Tables of appended documents take the report's style where they have none of their own."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.package.elements import clark, w
from generator.word.package.parts import Parts
from generator.word.styles.flow import settle_flow
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.column_widths import Sizes
from generator.word.writing.house_tables import HouseTables

from ..samples import SCRUTINY, find

WIDTH = 9000
ROWS = (("Action", "By when"), ("Offer agency social workers a permanent post", "June 2023"))


@pytest.fixture
def sheet() -> StyleSheet:
    parts = Parts(SCRUTINY.read_bytes())
    made = StyleSheet(parts)
    settle_flow(made, Fonts(parts))
    shades = w("style", w("name", val="Bands"), w("tblPr", w("shd", fill="EEEEEE")), type="table")
    shades.set(clark("w:styleId"), "Bands")
    made.add(shades)
    return made


def text(said: str, style: str = "Normal") -> etree._Element:
    run = w("r", w("t"))
    run[0].text = said
    return w("p", w("pPr", w("pStyle", val=style)), run)


def table(style: str = "TableGrid", headed: bool = True, look: str = "") -> etree._Element:
    grid = w("tblGrid", w("gridCol", w=6000), w("gridCol", w=3000))
    rows = [w("tr", *(w("tc", text(said)) for said in row)) for row in ROWS]
    if headed:
        rows[0].insert(0, w("trPr", w("tblHeader")))
    properties = w("tblPr", w("tblStyle", val=style), *([w(look)] if look else []))
    return w("tbl", properties, grid, *rows)


def dressed(sheet: StyleSheet, *blocks: etree._Element) -> tuple[etree._Element, ...]:
    HouseTables(sheet, Sizes()).dress(blocks, WIDTH)
    return blocks


def test_a_table_in_a_plain_grid_takes_the_reports_style(sheet: StyleSheet) -> None:
    (made,) = dressed(sheet, table())
    assert find(made, "w:tblPr/w:tblStyle/@w:val") == ["CommitteeTable"]
    styles = find(made, ".//w:pStyle/@w:val")
    assert styles == ["TableHeading"] * 2 + ["TableText"] * 2
    assert find(made, "w:tblPr/w:tblLook/@w:firstRow") == ["1"]


def test_its_columns_are_as_wide_as_what_they_hold(sheet: StyleSheet) -> None:
    (made,) = dressed(sheet, table())
    first, second = map(int, find(made, "w:tblGrid/w:gridCol/@w:w"))
    assert first > 2 * second
    assert find(made, "w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w") == [str(first), str(second)]
    assert find(made, "w:tblPr/w:tblW/@w:w") == [str(first + second)]


def test_a_table_without_a_heading_row_gets_none(sheet: StyleSheet) -> None:
    (made,) = dressed(sheet, table(headed=False))
    assert find(made, "w:tblPr/w:tblLook/@w:firstRow") == ["0"]
    assert set(find(made, ".//w:pStyle/@w:val")) == {"TableText"}


@pytest.mark.parametrize(("style", "look"), [("Bands", ""), ("TableGrid", "tblBorders")])
def test_a_table_with_a_look_of_its_own_keeps_it(sheet: StyleSheet, style: str, look: str) -> None:
    (made,) = dressed(sheet, table(style, look=look))
    assert find(made, "w:tblPr/w:tblStyle/@w:val") == [style]


def test_a_table_with_merged_cells_is_left_alone(sheet: StyleSheet) -> None:
    merged = table()
    merged[2][1].insert(0, w("tcPr", w("gridSpan", val=2)))
    assert find(dressed(sheet, merged)[0], "w:tblPr/w:tblStyle/@w:val") == ["TableGrid"]


def test_headings_and_items_in_cells_keep_their_style(sheet: StyleSheet) -> None:
    listed = table()
    find(listed, ".//w:pPr")[2].append(w("numPr", w("numId", val=4)))
    assert find(dressed(sheet, listed)[0], ".//w:pStyle/@w:val")[2:] == ["Normal", "TableText"]


def test_captions_stand_near_to_the_picture_above_or_the_table_below(sheet: StyleSheet) -> None:
    picture = w("p", w("r", w("drawing")))
    below, above, alone = (text("What it shows", "Caption") for _ in range(3))
    dressed(sheet, picture, below, text("Text."), above, table(), alone)
    styles = [find(one, "w:pPr/w:pStyle/@w:val")[0] for one in (below, above, alone)]
    assert styles == ["CommitteeCaptionBelow", "CommitteeCaptionAbove", "Caption"]


def test_rows_are_not_split_over_two_pages_unless_they_are_long(sheet: StyleSheet) -> None:
    (made,) = dressed(sheet, table())
    assert len(find(made, "w:tr/w:trPr[w:cantSplit]")) == len(ROWS)
    long = table()
    find(long, "w:tr[2]//w:t")[0].text = "word " * 100
    (made,) = dressed(sheet, long)
    assert [bool(find(row, "w:trPr/w:cantSplit")) for row in find(made, "w:tr")] == [True, False]
