"""The chart part and its workbook: the same published figures, and gaps where some are withheld."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx.chart.chart import Chart as PptxChart
from pptx.oxml import parse_xml

from generator.model.document import Chart, Series, phrase
from generator.model.release.contrast import WHITE, contrast
from generator.model.wording.rounding import rounded_number
from generator.word.charts.chart_boxes import ChartRoom
from generator.word.charts.chart_part import chart_part
from generator.word.charts.palette import shades, side_by_side
from generator.word.package.xml_text import on_one_line
from tests.word.charts.charts import ANSWERS, A, C, by_wave, cached, cells, likert, tree, vals

KINDS = ("columns", "bars", "line")


@pytest.mark.parametrize("kind", KINDS)
def test_cache_holds_title_categories_series_and_figures(kind: str) -> None:
    shown = cached(chart_part(by_wave(kind)))
    assert shown.title == "Fewer replied with each wave"
    assert " ".join(shown.categories[0].split()) == "2019 (Wider workforce: [c])"
    assert shown.categories[1:] == ["2020", "2021", "2022"]
    assert shown.names == ["Social workers", "Wider workforce"]
    assert shown.values == [[60, 55, 44, 35], [None, 40, 33, 27]]


@pytest.mark.parametrize("chart", [by_wave("columns"), by_wave("line"), likert()])
def test_another_library_reads_the_same_figures(chart: Chart) -> None:
    plot = PptxChart(parse_xml(chart_part(chart).xml), None).plots[0]
    assert [tuple(series.values) for series in plot.series] == [
        series.values for series in chart.series
    ]
    assert [series.name for series in plot.series] == [series.name for series in chart.series]


def test_workbook_cells_equal_the_cache() -> None:
    part = chart_part(by_wave())
    shown = cached(part)
    rows = cells(part)
    assert rows[0] == ["per cent", *shown.names]
    for index, category in enumerate(shown.categories):
        assert rows[index + 1] == [category, *(values[index] for values in shown.values)]


def test_figures_are_written_as_published_and_no_more() -> None:
    chart = Chart(
        "columns", phrase("Hours"), ("a", "b"), (Series("x", (0.1 + 0.2, 70.5)),), "hours", 1
    )
    part = chart_part(chart)
    assert b"<c:v>0.3</c:v>" in part.xml
    assert [row[1] for row in cells(part)[1:3]] == [0.3, 70.5]


def test_whole_per_cents_are_labelled_with_a_sign() -> None:
    part = chart_part(by_wave())
    formats = {element.text for element in tree(part).iter(f"{C}formatCode")}
    labels = {e.get("formatCode") for e in tree(part).findall(f".//{C}dLbls/{C}numFmt")}
    assert formats == labels == {'0"%"'}
    sheet = load_workbook(BytesIO(part.workbook)).worksheets[0]
    assert sheet["B2"].number_format == '0"%"'


def test_a_share_that_is_not_nothing_is_labelled_as_such() -> None:
    low = Series("s", (0, 0, 5.0), ("[low]", "", ""))
    part = chart_part(Chart("columns", phrase("T"), ("a", "b", "c"), (low,)))
    root = tree(part)
    own = {
        label.find(f"{C}idx").get("val"): label.find(f"{C}numFmt").get("formatCode")
        for label in root.iter(f"{C}dLbl")
    }
    assert own == {"0": '"<1%"'}
    assert root.find(f".//{C}dLbls/{C}numFmt").get("formatCode") == '0"%"'
    sheet = load_workbook(BytesIO(part.workbook)).worksheets[0]
    assert [sheet[cell].number_format for cell in ("B2", "B3")] == ['"<1%"', '0"%"']
    assert [sheet[cell].value for cell in ("B2", "B3", "B4")] == [0, 0, 5]


def test_withheld_cell_is_empty_and_its_mark_is_explained_below() -> None:
    rows = cells(chart_part(by_wave()))
    assert rows[1] == ["2019 (Wider\nworkforce: [c])", 60, None]
    assert rows[6][0] == "[c] confidential: withheld so that nobody can be identified."


def test_category_withheld_for_all_series_has_one_mark() -> None:
    chart = Chart("bars", phrase("T"), ("Duty", "Court"), (Series("s", (None, 5.0), ("[c]", "")),))
    assert cached(chart_part(chart)).categories == ["Duty [c]", "Court"]


def test_withheld_figures_leave_a_gap_and_not_a_nought() -> None:
    root = tree(chart_part(by_wave("line")))
    assert vals(root, "dispBlanksAs") == ["gap"]


def test_chart_with_every_figure_withheld_is_still_drawn() -> None:
    marks = ("[c]",) * 4
    chart = by_wave(series=(Series("Social workers", (None,) * 4, marks),))
    assert cached(chart_part(chart)).values == [[None] * 4]


def test_whole_answers_are_drawn_as_shares_of_a_hundred() -> None:
    root = tree(chart_part(likert()))
    assert vals(root, "grouping") == ["percentStacked"]
    assert vals(root, "max") == ["1"]


def test_stack_with_a_withheld_answer_is_not_stretched_to_a_hundred() -> None:
    root = tree(chart_part(likert((20.0, 47.0, None, 13.0, None), (40.0, 38.0, 11.0, 8.0, 3.0))))
    assert vals(root, "grouping") == ["stacked"]
    assert vals(root, "max") == ["100"]


def test_bars_read_from_the_top_with_their_scale_below() -> None:
    root = tree(chart_part(by_wave("bars")))
    assert vals(root, "barDir") == ["bar"]
    assert vals(root.find(f".//{C}catAx"), "orientation") == ["maxMin"]
    assert vals(root.find(f".//{C}valAx"), "crosses") == ["max"]


def test_columns_with_long_names_are_laid_across() -> None:
    chart = Chart("columns", phrase("T"), ANSWERS * 2, (Series("a", (1.0,) * 10),))
    assert vals(tree(chart_part(chart)), "barDir") == ["bar"]
    assert vals(tree(chart_part(by_wave())), "barDir") == ["col"]


def test_upright_charts_cross_where_no_engine_squeezes_the_plot() -> None:
    for kind in ("columns", "line"):
        root = tree(chart_part(by_wave(kind)))
        assert vals(root.find(f".//{C}valAx"), "crosses") == ["autoZero"]


def test_long_labels_are_broken_alike_in_chart_and_workbook() -> None:
    names = ("Senior managers and frontline staff communicate well", "Consulted on changes")
    series = (Series("a", (1.0, 2.0)), Series("b", (1.0, 2.0)))
    for kind in ("columns", "bars"):
        part = chart_part(Chart(kind, phrase("T"), names, series))
        first, second = cached(part).categories
        assert [line for line in first.split("\n") if line.strip() != line] == []
        assert first.replace("\n", " ") == names[0]
        assert "\n" in first
        assert second == names[1]
        assert [row[0] for row in cells(part)[1:3]] == [first, second]
        assert vals(tree(part), "tickLblSkip") == ["1"]


def test_no_figure_is_broken_into_lines() -> None:
    for kind in ("columns", "bars", "line", "stacked"):
        labels = tree(chart_part(by_wave(kind))).iter(f"{C}dLbls")
        wraps = [body.get("wrap") for one in labels for body in one.iter(f"{A}bodyPr")]
        assert set(wraps) == {"none"}


def test_the_unit_hangs_on_the_axis_that_lies_level() -> None:
    for kind, axis in (("columns", "catAx"), ("line", "catAx"), ("bars", "valAx")):
        root = tree(chart_part(by_wave(kind, unit="hours")))
        (title,) = root.findall(f".//{C}plotArea/*/{C}title")
        assert title.getparent().tag == C + axis
        assert "".join(text.text for text in title.iter(f"{A}t")) == "(hours)"


def test_gridlines_and_scale_go_where_every_figure_is_printed() -> None:
    printed = tree(chart_part(by_wave()))
    assert printed.find(f".//{C}majorGridlines") is None
    assert vals(printed.find(f".//{C}valAx"), "tickLblPos") == ["none"]
    thin = Chart("bars", phrase("T"), ("a",) * 200, (Series("s", (1.0,) * 200),))
    assert tree(chart_part(thin)).find(f".//{C}majorGridlines") is not None


def test_names_stand_with_the_last_figures_of_lines() -> None:
    root = tree(chart_part(by_wave("line")))
    assert root.find(f".//{C}legend") is None
    for labels in root.iter(f"{C}dLbls"):
        named = [one for one in labels.iter(f"{C}dLbl") if vals(one, "showSerName") == ["1"]]
        assert [vals(one, "idx") for one in named] == [["3"]]
        assert vals(named[0], "dLblPos") == ["r"]


def test_names_stand_with_the_first_figures_of_bars_across() -> None:
    values = (60.0, 55.0, 44.0, 35.0)
    series = (Series("2021", values), Series("2022", values))
    root = tree(chart_part(by_wave("bars", series=series, waves=True)))
    assert root.find(f".//{C}legend") is None
    named = [one for one in root.iter(f"{C}dLbl") if vals(one, "showSerName") == ["1"]]
    assert [vals(one, "idx") for one in named] == [["0"], ["0"]]


def test_waves_are_shades_and_groups_are_colours() -> None:
    def fills(chart: Chart) -> list[str | None]:
        looks = tree(chart_part(chart)).findall(f".//{C}ser/{C}spPr/{A}solidFill/{A}srgbClr")
        return [look.get("val") for look in looks]

    assert fills(by_wave(waves=True)) == list(shades(2))
    assert fills(by_wave()) == list(side_by_side(2))


def test_shades_do_not_touch_and_colours_do() -> None:
    assert vals(tree(chart_part(by_wave(waves=True))), "overlap") == ["-6"]
    assert vals(tree(chart_part(by_wave())), "overlap") == ["0"]


def test_the_palest_waves_have_an_outline() -> None:
    series = tuple(Series(wave, (50.0, 60.0)) for wave in ("2019", "2020", "2021", "2022"))
    chart = Chart("columns", phrase("T"), ("a", "b"), series, waves=True)
    for look in tree(chart_part(chart)).findall(f".//{C}ser/{C}spPr"):
        colour = look.find(f"{A}solidFill/{A}srgbClr").get("val")
        edge = look.find(f"{A}ln/{A}solidFill/{A}srgbClr")
        assert (edge is not None) == (contrast(colour, WHITE) < 3)
        assert edge is None or contrast(edge.get("val"), WHITE) >= 3


def test_title_under_a_caption_is_a_line_of_regular_weight() -> None:
    def weights(room: ChartRoom) -> set[str | None]:
        title = tree(chart_part(by_wave(), room)).find(f"{C}chart/{C}title")
        return {one.get("b") for one in title.iter(f"{A}rPr", f"{A}defRPr")}

    assert weights(ChartRoom()) == {"1"}
    assert weights(ChartRoom(captioned=True)) == {"0"}


def test_axis_ids_are_unsigned_and_agree() -> None:
    root = tree(chart_part(by_wave()))
    ids = vals(root, "axId")
    assert all(text and text.isdigit() for text in ids)
    assert set(vals(root, "crossAx")) == set(ids)


def test_chart_is_british_english_square_and_linked_to_its_workbook() -> None:
    part = chart_part(by_wave())
    root = tree(part)
    assert vals(root, "lang") == ["en-GB"]
    assert vals(root, "roundedCorners") == ["0"]
    assert vals(root, "autoTitleDeleted") == ["0"]
    assert b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>' in part.xml


def test_chart_without_title_has_none_made_up_by_word() -> None:
    root = tree(chart_part(by_wave(title="")))
    assert root.find(f"{C}chart/{C}title") is None
    assert vals(root, "autoTitleDeleted") == ["1"]


def test_every_text_is_arial_of_ten_points_or_more_and_horizontal() -> None:
    for chart in (by_wave(), likert(), by_wave("line", size="third")):
        xml = chart_part(chart).xml.decode()
        assert min(int(size) for size in re.findall(r' sz="(\d+)"', xml)) >= 1000
        assert set(re.findall(r'<a:latin typeface="([^"]*)"', xml)) == {"Arial"}
        assert set(re.findall(r'<a:bodyPr rot="([^"]*)"', xml)) == {"0"}


def test_same_chart_gives_the_same_bytes() -> None:
    for chart in (by_wave(), by_wave("bars"), likert(), by_wave("line")):
        assert chart_part(chart) == chart_part(replace(chart, number="7", caption=phrase("Other")))


def test_workbook_knows_neither_clock_nor_user() -> None:
    part = chart_part(by_wave())
    properties = load_workbook(BytesIO(part.workbook)).properties
    assert properties.created == datetime(2000, 1, 1)
    assert not properties.creator
    with ZipFile(BytesIO(part.workbook)) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert book.namelist()[0] == "[Content_Types].xml"


def test_name_that_looks_like_a_formula_stays_text() -> None:
    chart = Chart("bars", phrase("T"), ("=1+1", "@x"), (Series("=HYPERLINK(1)", (1.0, 2.0)),))
    part = chart_part(chart)
    sheet = load_workbook(BytesIO(part.workbook)).worksheets[0]
    assert {sheet[cell].data_type for cell in ("A2", "A3", "B1")} == {"s"}
    assert {sheet[cell].quotePrefix for cell in ("A2", "A3", "B1")} == {True}


@pytest.mark.parametrize(
    "chart",
    [
        Chart("bars", phrase("T"), (), (Series("s", ()),)),
        Chart("bars", phrase("T"), ("a",), ()),
        Chart("bars", phrase("T"), ("a", "b"), (Series("s", (1.0,)),)),
    ],
)
def test_chart_without_figures_or_with_too_few_is_refused(chart: Chart) -> None:
    with pytest.raises(ValueError, match="chart"):
        chart_part(chart)


NAMES = st.one_of(
    st.text(max_size=220),
    st.sampled_from(
        ["&<>\"'", "😀 emoji 👩‍👩‍👧", "שלום עולם", "مرحبا", "x" * 200, "_x000D_", "]]>", ""]
    ),
)
FIGURES = st.one_of(st.none(), st.floats(-100, 1000, allow_nan=False))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = tuple(draw(st.lists(NAMES, min_size=1, max_size=9)))
    column = st.lists(FIGURES, min_size=len(categories), max_size=len(categories))
    series = [
        Series(
            draw(NAMES),
            tuple(draw(column)),
            tuple(draw(st.sampled_from(["[c]", "[z]", ""])) for _ in categories),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    return Chart(
        kind=draw(st.sampled_from(["columns", "bars", "stacked", "line"])),
        title=phrase(draw(NAMES)),
        categories=categories,
        series=tuple(series),
        unit=draw(st.sampled_from(["per cent", "hours & <b>", "points", "index", ""])),
        decimals=draw(st.integers(0, 2)),
        size=draw(st.sampled_from(["full", "half", "third"])),
        waves=draw(st.booleans()),
        kept=draw(st.booleans()),
    )


@settings(deadline=None, max_examples=60)
@given(charts())
def test_wild_charts_keep_names_and_figures(chart: Chart) -> None:
    part = chart_part(chart)
    shown = cached(part)
    rows = cells(part)
    assert shown.title == on_one_line(chart.title.text)
    assert shown.names == [on_one_line(series.name) for series in chart.series]
    for index, category in enumerate(chart.categories):
        unbroken = shown.categories[index].replace("\n", " ")
        assert unbroken.startswith(on_one_line(category))
        assert (rows[index + 1][0] or "") == shown.categories[index]
        assert rows[index + 1][1:] == [values[index] for values in shown.values]
    for series, values in zip(chart.series, shown.values, strict=True):
        for value, seen in zip(series.values, values, strict=True):
            assert (value is None) == (seen is None)
            assert value is None or seen == pytest.approx(rounded_number(value, chart.decimals))
