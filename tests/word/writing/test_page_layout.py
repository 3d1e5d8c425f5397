"""Landscape pages and columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.model.document import Grid, Section, Series
from generator.word.package.lengths import EMU_PER_TWIP
from generator.word.package.parts import Parts
from generator.word.package.zip_package import read_parts, write_package
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.page_layout import PageLayout

from ..samples import (
    SCRUTINY,
    body,
    body_of,
    chart,
    document,
    find,
    para,
    render,
    section,
    shown,
    styled,
    table,
    w,
)
from ..semantics import findings


def appendix(key: str, *blocks: object, landscape: bool = False) -> Section:
    return Section(
        key,
        "appendix",
        "Title",
        blocks,
        label="Appendix 1",
        page_break=True,
        landscape=landscape,  # type: ignore[arg-type]
    )


def pages(root: etree._Element) -> list[tuple[str, str, str]]:
    """(type, orientation, columns) of each stretch."""
    found = []
    for each in root.iter(w("sectPr")):
        kind, size, columns = each.find(w("type")), each.find(w("pgSz")), each.find(w("cols"))
        found.append(
            (
                "nextPage" if kind is None else kind.get(w("val")),
                size.get(w("orient"), "portrait"),
                "1" if columns is None else columns.get(w("num"), "1"),
            )
        )
    return found


def test_a_landscape_section_is_ended_before_and_after() -> None:
    root = body(render(document(section("a", para("x")), appendix("b", para("y"), landscape=True),
                                appendix("c", para("z")))))  # fmt: skip
    assert [page[1] for page in pages(root)] == ["portrait", "landscape", "portrait"]
    assert all(page[0] == "nextPage" for page in pages(root))


def test_the_turned_page_is_as_wide_as_the_upright_one_is_high() -> None:
    root = body(render(document(section("a", para("x")), appendix("b", para("y"), landscape=True))))
    upright, turned = (each.find(w("pgSz")) for each in root.iter(w("sectPr")))
    assert (turned.get(w("w")), turned.get(w("h"))) == (upright.get(w("h")), upright.get(w("w")))


def test_a_landscape_section_at_the_end_changes_the_last_properties() -> None:
    root = body(render(document(section("a", para("x")), appendix("b", para("y"), landscape=True))))
    assert root[0][-1].tag == w("sectPr")
    assert pages(root)[-1][1] == "landscape"


def test_a_report_may_begin_in_landscape() -> None:
    root = body(render(document(appendix("b", para("y"), landscape=True), section("a", para("x")))))
    assert [page[1] for page in pages(root)] == ["landscape", "portrait"]


def test_the_turned_page_has_a_header_whose_tab_reaches_its_margin() -> None:
    parts = render(document(section("a", para("x")), appendix("b", para("y"), landscape=True)))
    root = body(parts)
    references = [find(each, "w:headerReference/@r:id")[0] for each in root.iter(w("sectPr"))]
    assert references[0] != references[1]
    wide = etree.fromstring(parts["word/header1-landscape.xml"])
    stops = find(wide, "//w:tab[@w:val='right']/@w:pos")
    margins = find(root, "//w:pgMar")[1]
    text = 16838 - int(margins.get(w("left"))) - int(margins.get(w("right")))
    assert abs(int(stops[0]) - text) <= 20
    assert find(wide, "//w:tab[@w:val='clear']")
    assert shown(wide) == shown(etree.fromstring(parts["word/header1.xml"]))


def test_a_section_that_turns_the_page_needs_no_break_before_it() -> None:
    root = body(render(document(section("a", para("x")), appendix("b", para("y"), landscape=True),
                                appendix("c", para("z")), appendix("d", para("z")))))  # fmt: skip
    breaks = [bool(find(node, "w:pPr/w:pageBreakBefore")) for node in styled(root, "Heading1")]
    assert breaks == [False, False, False, True]


def test_a_section_without_a_heading_breaks_at_its_first_paragraph() -> None:
    root = body(render(document(section("a", para("x")),
                                section("b", para("y"), title="", page_break=True))))  # fmt: skip
    assert [shown(node) for node in find(root, "//w:p[w:pPr/w:pageBreakBefore]")] == ["y"]


def test_only_a_stretch_that_ends_in_a_table_needs_a_paragraph_without_text() -> None:
    root = body(render(document(section("a", table()), appendix("b", para("y"), landscape=True))))
    empty = [node for node in root.iter(w("p")) if not shown(node)]
    assert len(empty) == 1
    assert empty[0].find(f"{w('pPr')}/{w('sectPr')}") is not None


def test_key_figures_are_a_table_headed_by_what_they_say() -> None:
    cells = tuple((para(f"{n}%", style="key-figure"), para(f"said {n}")) for n in range(5))
    root = body(render(document(section("a", Grid(cells, 3)), front_matter=())))
    rows = [[shown(cell) for cell in find(row, "w:tc")] for row in find(root, "//w:tr")]
    assert rows == [
        ["said 0", "said 1", "said 2"],
        ["0%", "1%", "2%"],
        ["said 3", "said 4"],
        ["3%", "4%"],
    ]
    assert len(find(root, "//w:tblHeader")) == 2
    widths = set(find(root, "//w:gridCol/@w:w"))
    assert len(widths) == 1


def test_what_a_key_figure_says_stands_off_what_the_next_one_says() -> None:
    cells = tuple((para(f"{n}%", style="key-figure"), para(f"said {n}")) for n in range(3))
    root = body(render(document(section("a", Grid(cells, 3)), front_matter=())))
    assert set(find(root, "//w:tcPr/w:tcMar/w:right/@w:w")) == {"190"}


def test_key_figures_stay_with_the_charts_that_follow_them_and_with_nothing_else() -> None:
    figures = Grid(((para("5%", style="key-figure"), para("said")),), 1)
    charts = Grid(((chart("1", "one"),), (chart("2", "two"),)), 2)
    root = body(render(document(section("a", figures, charts, figures, para("x")))))
    rows = find(root, "//w:tr[not(w:trPr/w:tblHeader)]")
    assert [len(find(row, "w:tc/w:p/w:pPr/w:keepNext")) for row in rows][-2:] == [1, 0]


def test_charts_of_a_landscape_section_share_the_page_and_upright_ones_are_as_ever() -> None:
    charts = Grid(((chart("1", "one"),), (chart("2", "two"),)), 2)
    heights = {}
    for landscape in (True, False):
        made = document(appendix("a", charts, para("x"), landscape=landscape))
        shown_ = find(body(render(made)), "//wp:extent/@cy")
        assert len(set(shown_)) == 1
        heights[landscape] = int(shown_[0])
    two = document(appendix("a", *[charts] * 4, para("x"), landscape=True))
    tall = [int(each) for each in find(body(render(two)), "//wp:extent/@cy")]
    assert tall[0] > heights[False]


def test_a_row_of_charts_that_would_be_higher_than_its_page_has_fewer_charts() -> None:
    names = tuple(f"Family support hubs of the northern isles, team {n}" for n in range(8))
    series = (Series("s", (50.0,) * 8),)
    about = {"kind": "bars", "categories": names, "series": series, "note": "Few replied. " * 5}
    grid = Grid(tuple((chart(str(n), f"c{n}", **about),) for n in range(1, 4)), 3)
    root = body(render(document(appendix("a", grid, para("x"), landscape=True))))
    rows = find(root, "//w:tr[w:trPr/w:tblHeader]")
    assert [len(find(row, "w:tc")) for row in rows] == [2]
    assert len(find(root, "w:body/w:p/w:r/w:drawing")) == 1


def test_a_chart_is_as_high_as_the_page_that_its_section_begins_has_room_for() -> None:
    def heights(made: Section) -> list[int]:
        return [int(each) for each in find(body(render(document(made))), "//wp:extent/@cy")]

    figures = [chart(str(n), f"c{n}") for n in range(1, 7)]
    (usual,) = heights(section("a", figures[0]))
    filled = heights(appendix("a", *figures))
    assert filled[0] > usual, "three fill a page that leaves no room for the fourth"
    assert filled[-1] == usual, "the text ends there"
    assert heights(section("a", *figures)) == [usual] * 6


def test_a_header_that_needs_more_than_its_margin_leaves_the_text_less() -> None:
    def height(lines: int) -> float:
        parts = Parts(SCRUTINY.read_bytes())
        header = parts.xml("word/header1.xml")
        header.extend(header.makeelement(w("p")) for _ in range(lines))
        (page,) = parts.xml("word/document.xml").iter(w("sectPr"))
        return PageLayout(parts, StyleSheet(parts), page).text_height()

    assert height(0) == height(1)
    assert height(0) - height(8) > 50


def test_a_row_of_text_is_set_in_columns_on_the_same_page() -> None:
    cells = tuple((para(f"{n}%"), para("said so")) for n in range(3))
    root = body(render(document(section("a", para("lead"), Grid(cells, 3), para("after")))))
    assert pages(root) == [
        ("nextPage", "portrait", "1"),
        ("continuous", "portrait", "3"),
        ("continuous", "portrait", "1"),
    ]
    assert len(find(root, "//w:br[@w:type='column']")) == 2


def test_charts_of_a_grid_stand_side_by_side_each_under_its_caption() -> None:
    cells = tuple((chart(str(n), f"c{n}", title=f"Chart {n}"),) for n in (1, 2, 3, 4))
    parts = render(document(section("a", Grid(cells, 2)), front_matter=()))
    root = body(parts)
    rows = [find(row, "w:tc") for row in find(root, "//w:tr[w:trPr/w:tblHeader]")]
    assert [[shown(cell)[:8] for cell in row] for row in rows] == [
        ["Figure 1", "Figure 2"],
        ["Figure 3", "Figure 4"],
    ]
    assert all(len(find(cell, ".//w:drawing")) == 1 for row in rows for cell in row)
    assert len(styled(root, "CommitteeCaptionAbove")) == 4
    held = find(root, "//w:tr[w:trPr/w:tblHeader][1]//w:keepNext/@w:val")
    assert held == ["0"] * 8, "a row that stays with what follows leaves its page blank"
    assert findings(parts) == []


@pytest.mark.parametrize("columns", [2, 3])
def test_charts_side_by_side_are_as_wide_as_their_cells(columns: int) -> None:
    cells = tuple((chart(str(n), f"c{n}"),) for n in range(columns))
    root = body(render(document(section("a", Grid(cells, columns)), front_matter=())))
    made = find(root, "//w:tr[w:trPr/w:tblHeader]/w:tc")
    widths = [int(*find(cell, "w:tcPr/w:tcW/@w:w")) for cell in made]
    for cell, width in zip(made, widths, strict=True):
        gap = sum(map(int, find(cell, "w:tcPr/w:tcMar/w:right/@w:w")))
        (drawn,) = find(cell, ".//wp:extent/@cx")
        assert int(drawn) / EMU_PER_TWIP == pytest.approx(width - gap, abs=1)
    (page,), (margins,) = find(root, "//w:pgSz/@w:w"), find(root, "//w:pgMar")
    text = int(page) - int(margins.get(w("left"))) - int(margins.get(w("right")))
    assert sum(widths) == pytest.approx(text, abs=2)


def test_a_chart_that_is_left_alone_has_the_whole_width() -> None:
    cells = tuple((chart(str(n), f"c{n}"),) for n in range(1, 4))
    root = body(render(document(section("a", Grid(cells, 2)), front_matter=())))
    assert len(find(root, "//w:tbl/w:tr/w:tc")) == 2
    widths = [int(each) for each in find(root, "//wp:extent/@cx")]
    assert widths[0] == widths[1] < widths[2] / 2
    assert len(find(root, "w:body/w:p/w:r/w:drawing")) == 1


def test_charts_under_captions_of_unequal_length_begin_level() -> None:
    short, long = chart("1", "c1", caption="Pay"), chart("2", "c2", caption="Pay and hours " * 9)
    root = body(render(document(section("a", Grid(((short,), (long,)), 2)))))
    figures = find(root, "//w:tr[w:trPr/w:tblHeader]//w:p[.//w:drawing]")
    above = [find(figure, "w:pPr/w:spacing/@w:before") for figure in figures]
    assert int(above[0][0]) > 500
    assert above[1] == []


def test_the_note_of_a_chart_and_the_text_after_it_stand_in_its_cell() -> None:
    noted = (chart("1", "c1", note="Small base."), para("More."))
    root = body(render(document(section("a", Grid((noted, (chart("2", "c2"),)), 2)))))
    first = find(root, "//w:tr[w:trPr/w:tblHeader]/w:tc")[-2]
    assert [shown(node) for node in find(first, "w:p")][2:] == ["Small base.", "More."]


def test_a_table_after_a_chart_stands_after_the_row() -> None:
    figures = (chart("1", "c1"), table("1", "figures"))
    root = body(render(document(section("a", Grid((figures, (chart("2", "c2"),)), 2)))))
    assert not find(root, "//w:tbl//w:tbl")
    assert find(root, "//w:tblCaption/@w:val")[-1].startswith("Table 1")


def test_no_dashboard_is_laid_out_by_a_table() -> None:
    cells = ((chart(),), (para("text"),))
    assert not find(body_of(para("x"), Grid(cells, 2)), "//w:tbl")


def test_columns_right_under_a_heading_are_set_one_after_the_other() -> None:
    cells = tuple((para(f"{n}%"), para("said so")) for n in range(3))
    assert len(pages(body(render(document(section("a", Grid(cells, 3))))))) == 1


def test_only_the_first_stretch_keeps_its_own_first_page_and_first_number(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b'<w:cols w:space="720"/>',
        b'<w:pgNumType w:start="5"/><w:cols w:space="720"/>',
    )
    template = tmp_path / "template.docx"
    template.write_bytes(write_package(parts))
    made = document(section("a", para("x")), appendix("b", para("y"), landscape=True))
    root = body(render(made, template))
    for path in ("w:titlePg", "w:pgNumType", "w:headerReference[@w:type='first']"):
        assert [len(find(each, path)) for each in root.iter(w("sectPr"))] == [1, 0]


def test_a_body_that_text_of_the_template_follows_ends_upright(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    at = parts["word/document.xml"].rindex(b"<w:sectPr")
    whole = parts["word/document.xml"]
    after = b"<w:p><w:r><w:t>after</w:t></w:r></w:p>"
    parts["word/document.xml"] = whole[:at] + after + whole[at:]
    template = tmp_path / "template.docx"
    template.write_bytes(write_package(parts))
    made = document(section("a", para("x")), appendix("b", para("y"), landscape=True))
    root = body(render(made, template))
    assert [page[1] for page in pages(root)] == ["portrait", "landscape", "portrait"]
    assert shown(root).endswith("yafter")
