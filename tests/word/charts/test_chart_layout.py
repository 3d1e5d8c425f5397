"""Where things go: heights that grow, labels that keep apart, colours that can be told apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Chart, Series, phrase
from generator.model.release.contrast import WHITE, contrast
from generator.word.charts.chart_boxes import GUTTER, ChartRoom
from generator.word.charts.chart_layout import chart_layout, extent, level_room
from generator.word.charts.drawing import TEXT_WIDTH
from generator.word.charts.labels import label_places
from generator.word.charts.palette import shades, side_by_side, stack, text_on
from generator.word.charts.text_width import LINE, broken, line_count, text_width
from generator.word.charts.value_scale import number_format, value_scale
from generator.word.package.lengths import EMU_PER_POINT
from tests.word.charts.charts import ANSWERS, STATEMENTS, WAVES, by_wave, likert


@pytest.mark.parametrize("text", [TEXT_WIDTH, 24 * 360_000, 9_000_000])
@pytest.mark.parametrize("kind", ["columns", "bars", "line"])
def test_full_chart_is_as_wide_as_the_text(kind: str, text: int) -> None:
    assert extent(by_wave(kind), ChartRoom(text))[0] == text


def test_half_and_third_fill_the_text_with_their_gutters() -> None:
    half, _ = extent(by_wave(size="half"))
    third, _ = extent(by_wave(size="third"))
    gutter = GUTTER * EMU_PER_POINT
    assert 2 * half + gutter == pytest.approx(TEXT_WIDTH, abs=2)
    assert 3 * third + 2 * gutter == pytest.approx(TEXT_WIDTH, abs=3)


def test_four_columns_of_one_series_are_about_five_centimetres_high() -> None:
    series = (Series("Social workers", (60.0, 55.0, 44.0, 35.0)),)
    assert extent(by_wave(series=series))[1] / 360_000 == pytest.approx(5.0, abs=0.5)


def test_a_title_that_nearly_has_one_line_is_a_little_smaller() -> None:
    def size(words: str) -> float:
        return chart_layout(
            Chart("columns", phrase(words), ("a",), (Series("s", (1.0,)),))
        ).head.title_size

    nearly = "Pressures on workload: most often Staff vacancies or absence (60%)"
    assert size("Fewer replied") == size(nearly * 2) == 12
    assert 10.5 <= size(nearly) < 12


def test_what_is_drawn_begins_at_the_left_edge() -> None:
    for kind in ("columns", "line"):
        assert chart_layout(by_wave(kind)).plot.x == 0
    legend = chart_layout(by_wave()).head.legend
    assert legend is not None
    assert legend.x == 0


def test_nothing_is_kept_free_above_columns_that_end_low() -> None:
    low, high = (
        chart_layout(Chart("columns", phrase("T"), ("a",), (Series("s", (value,)),)))
        for value in (50.0, 100.0)
    )
    assert low.plot.y == low.head.below
    assert high.plot.y > high.head.below


def test_an_axis_is_drawn_only_where_figures_are_not_printed() -> None:
    assert not chart_layout(by_wave()).axis
    assert not chart_layout(by_wave("bars")).axis
    many = Chart("bars", phrase("T"), ("a",) * 200, (Series("s", (1.0,) * 200),))
    assert chart_layout(many).axis
    close = tuple(Series(f"s{index}", (50.0,) * 4) for index in range(4))
    assert chart_layout(by_wave("line", series=close)).axis


def test_the_unit_stands_after_the_title_unless_words_of_the_chart_say_it() -> None:
    told = chart_layout(by_wave(unit="hours")).head
    assert told.unit == "(hours)"
    assert told.below == chart_layout(by_wave()).head.below
    assert chart_layout(by_wave(unit="hours", caption="Hours a week")).head.unit == ""
    assert chart_layout(by_wave(unit="hours", title="More hours")).head.unit == ""


def test_a_unit_without_room_beside_the_title_has_its_own_line() -> None:
    head = chart_layout(by_wave(unit="hours", title="Fewer replied with each wave " * 4)).head
    assert head.unit == "Hours"
    assert head.unit_at.x == 0
    assert head.legend is not None
    assert 0 < head.unit_at.y < head.legend.y


def test_under_a_caption_the_title_is_not_bold() -> None:
    assert chart_layout(by_wave()).head.bold
    under = chart_layout(by_wave(), ChartRoom(captioned=True)).head
    assert not under.bold
    assert under.title_size == under.text_size


def test_plots_side_by_side_are_level_and_as_high() -> None:
    plain = Chart("columns", phrase("T"), ("a", "b"), (Series("s", (1.0, 2.0)),), size="half")
    tall = Chart("bars", phrase("A title " * 12), ("a",) * 9, (Series("s", (1.0,) * 9),))
    pair = [plain, replace(tall, size="half"), by_wave(size="half")]
    room = level_room(pair, ChartRoom(24 * 360_000, captioned=True))
    plots = [chart_layout(chart, room).plot for chart in pair]
    assert len({(plot.y, plot.height) for plot in plots}) == 1


def test_low_charts_side_by_side_are_lower_and_still_print_every_figure() -> None:
    series = (Series("s", (60.0, 50.0, 40.0, 30.0)),)
    bars = Chart("bars", phrase("T"), ("One", "Two", "Three", "Four"), series, size="half")
    pair = [by_wave(size="half"), bars]
    usual, low = (
        level_room(pair, ChartRoom(24 * 360_000, captioned=True, low=low)) for low in (False, True)
    )
    assert low.plot < 0.85 * usual.plot
    assert all(chart_layout(chart, low).labelled for chart in pair)


def test_a_legend_of_one_row_stands_beside_a_short_title_under_a_caption() -> None:
    series = (Series("2019", (50.0,) * 2), Series("2020", (60.0,) * 2))
    chart = Chart("columns", phrase("Pride has grown"), ("a", "b"), series, size="half", waves=True)
    room = ChartRoom(24 * 360_000, captioned=True)
    beside = chart_layout(chart, room).head
    below = chart_layout(replace(chart, title=phrase("Pride has grown a little " * 2)), room).head
    assert beside.legend is not None
    assert below.legend is not None
    assert beside.legend.y == 0 < below.legend.y
    assert beside.legend.x + beside.legend.width <= beside.width
    assert beside.below < below.below


def test_columns_whose_labels_need_more_than_two_lines_are_laid_across() -> None:
    series = (Series("s", (1.0, 2.0, 3.0, 4.0)),)
    chart = Chart("columns", phrase("T"), (STATEMENTS[0],) * 4, series)
    assert chart_layout(chart).horizontal
    assert not chart_layout(replace(chart, kept=True)).horizontal
    assert not chart_layout(by_wave()).horizontal


def test_names_stand_at_the_ends_of_lines_that_end_apart() -> None:
    apart = chart_layout(by_wave("line"))
    assert apart.named
    assert apart.head.legend is None
    last = apart.plot.width * 3.5 / 4
    assert last + text_width("Wider workforce: 27%", apart.head.text_size) < apart.head.width
    near = by_wave("line", series=(Series("a", (50.0,) * 4), Series("b", (48.0,) * 4)))
    assert not chart_layout(near).named
    assert chart_layout(near).head.legend


def test_names_stand_beside_the_first_bars_across() -> None:
    values = (60.0, 55.0, 44.0, 35.0)
    waves = by_wave("bars", series=(Series("2021", values), Series("2022", values)))
    layout = chart_layout(waves)
    assert layout.named
    assert layout.head.legend is None
    withheld = Series("2022", (None, 55.0, 44.0, 35.0), ("[c]", "", "", ""))
    assert chart_layout(by_wave("bars", series=(waves.series[0], withheld))).head.legend


def test_bars_grow_with_their_number_and_their_names() -> None:
    few = Chart("bars", phrase("T"), ("a",) * 4, (Series("s", (1.0,) * 4),))
    many = Chart("bars", phrase("T"), ("a",) * 20, (Series("s", (1.0,) * 20),))
    long = Chart("bars", phrase("T"), (STATEMENTS[0] * 3,) * 6, (Series("s", (1.0,) * 6),))
    assert extent(few)[1] < extent(long)[1]
    assert extent(few)[1] < extent(many)[1]


def test_long_names_take_more_of_the_width_before_they_make_a_chart_tall() -> None:
    long = "Not enough permanent colleagues, so that cases are handed over several times in a year"
    names = (long, *(f"Travel {n}" for n in range(13)))
    chart = Chart("bars", phrase("T"), names, (Series("s", (40.0,) * 14),))
    layout = chart_layout(chart)
    assert layout.height < 430
    assert layout.plot.x > layout.head.width * 0.5


def test_no_chart_is_taller_than_a_page() -> None:
    chart = Chart("bars", phrase("T"), ("a",) * 200, (Series("s", (1.0,) * 200),))
    assert extent(chart)[1] / 360_000 < 22
    assert extent(chart, ChartRoom(24 * 360_000, tallest=360.0))[1] / 360_000 < 13


@pytest.mark.parametrize("count", [12, 25, 39, 50])
def test_the_bars_of_long_charts_carry_their_figures(count: int) -> None:
    series = (Series("s", (50.0,) * count),)
    chart = Chart("bars", phrase("T"), tuple(f"Language {n}" for n in range(count)), series)
    layout = chart_layout(chart)
    assert set(label_places(chart, layout)[0]) == {"outEnd"}
    assert layout.plot.height / count >= layout.head.text_size * LINE


@pytest.mark.parametrize("size", ["full", "half", "third"])
@pytest.mark.parametrize("kind", ["columns", "bars", "line"])
def test_everything_lies_inside_the_chart(kind: str, size: str) -> None:
    near = (Series("Social workers", (50.0,) * 4), Series("Wider workforce", (None, *[49.0] * 3)))
    layout = chart_layout(by_wave(kind, size=size, series=near))
    for box in (layout.plot, layout.head.legend):
        assert box is not None
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= layout.head.width
        assert box.y + box.height <= layout.height
    assert layout.head.legend is not None
    assert layout.head.legend.y + layout.head.legend.height <= layout.plot.y


def test_a_single_series_needs_no_legend() -> None:
    assert not chart_layout(by_wave(series=(Series("Staff", (1.0,) * 4),))).head.legend
    assert chart_layout(by_wave()).head.legend


def test_small_segments_have_no_label() -> None:
    chart = likert((60.0, 34.0, 3.0, 2.0, 1.0))
    places = label_places(chart, chart_layout(chart))
    assert places == (("ctr",), ("ctr",), ("",), ("",), ("",))


def test_labels_of_two_lines_keep_apart() -> None:
    chart = by_wave("line", series=(Series("a", (50.0,) * 4), Series("b", (48.0,) * 4)))
    places = label_places(chart, chart_layout(chart))
    assert places == (("t",) * 4, ("b",) * 4)


@given(st.lists(st.tuples(*[st.floats(0, 100)] * 4), min_size=1, max_size=4))
def test_every_line_label_has_a_place_of_its_own(rows: list[tuple[float, ...]]) -> None:
    series = tuple(Series(f"s{index}", row) for index, row in enumerate(rows))
    chart = Chart("line", phrase("T"), WAVES, series)
    places = label_places(chart, chart_layout(chart))
    for index in range(4):
        at = [(round(row[index], 6), places[number][index]) for number, row in enumerate(rows)]
        shown = [pair for pair in at if pair[1]]
        assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    ("values", "top"),
    [((67.0, 78.0), 100), ((6.5, 10.8), 12), ((46.0,), 100), ((0.0,), 100)],
)
def test_per_cent_axis_ends_at_a_hundred_but_for_small_figures(
    values: tuple[float, ...], top: float
) -> None:
    chart = Chart("columns", phrase("T"), ("a",) * len(values), (Series("s", values),))
    assert value_scale(chart).minimum == 0
    assert value_scale(chart).maximum == top


def test_lines_that_stay_below_three_quarters_have_a_lower_axis() -> None:
    assert value_scale(by_wave("line")).maximum == 80
    assert value_scale(by_wave("line", size="half")).maximum == 100


def test_charts_side_by_side_share_one_scale() -> None:
    chart = Chart("columns", phrase("T"), ("a",), (Series("s", (6.5,)),), size="half")
    assert value_scale(chart).maximum == 100


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6))
def test_axis_holds_nought_and_every_published_value(values: list[float]) -> None:
    values = [round(value, 1) for value in values]
    chart = Chart(
        "columns", phrase("T"), ("a",) * len(values), (Series("s", tuple(values)),), "hours", 1
    )
    scale = value_scale(chart)
    assert scale.minimum <= min(0, *values)
    assert scale.maximum >= max(0, *values)
    assert scale.step > 0
    assert (scale.maximum - scale.minimum) / scale.step <= 9


@pytest.mark.parametrize(
    ("unit", "decimals", "expected"),
    [
        ("per cent", 0, '0"%"'),
        ("per cent", 1, '0.0"%"'),
        ("hours", 1, "#,##0.0"),
        ("people", 0, "#,##0"),
        ("points", 0, '+0;"−"0;0'),
    ],
)
def test_number_format_follows_unit_and_decimals(unit: str, decimals: int, expected: str) -> None:
    assert number_format(by_wave(unit=unit, decimals=decimals)) == expected


@pytest.mark.parametrize("count", range(1, 7))
def test_neighbours_side_by_side_differ_by_three_to_one(count: int) -> None:
    colours = side_by_side(count)
    for one, other in pairwise(colours):
        assert contrast(one, other) >= 3
    assert all(contrast(colour, WHITE) >= 3 for colour in colours)


@pytest.mark.parametrize("count", range(2, 8))
def test_waves_are_shades_that_darken_to_the_latest(count: int) -> None:
    ratios = [contrast(colour, WHITE) for colour in shades(count)]
    assert len(set(shades(count))) == count
    assert ratios == sorted(ratios)
    assert shades(count)[-1] == side_by_side(count)[0]
    assert ratios[-1] >= 4.5


def test_two_shades_are_both_seen_on_white_and_told_apart() -> None:
    older, latest = shades(2)
    assert contrast(older, WHITE) >= 3
    assert contrast(older, latest) >= 3


def test_five_answers_differ_by_three_to_one_from_each_neighbour() -> None:
    colours = stack(5)
    for one, other in pairwise(colours):
        assert contrast(one, other) >= 3


@pytest.mark.parametrize("count", range(1, 12))
def test_figures_in_segments_can_be_read(count: int) -> None:
    assert len(stack(count)) == count
    for colour in stack(count):
        assert contrast(colour, text_on(colour)) >= 4.5


def test_text_is_measured_in_arial() -> None:
    assert text_width("100%", 10) == pytest.approx(25.6, abs=0.1)
    assert line_count("one two three", 30, 10) == 3
    assert line_count("", 30, 10) == 1


@given(st.text(max_size=300), st.floats(1, 500))
def test_wrapping_never_needs_more_lines_than_characters(text: str, width: float) -> None:
    assert 1 <= line_count(text, width, 10.0) <= max(len(text), 1) * 2


def test_answers_keep_their_order_in_the_legend() -> None:
    assert [series.name for series in likert().series] == list(ANSWERS)


def test_a_minus_is_a_true_one_where_a_figure_is_negative() -> None:
    def of(*values: float) -> str:
        series = (Series("s", values),)
        return number_format(Chart("columns", phrase("T"), ("a", "b"), series, unit="posts"))

    assert of(1.0, 2.0) == "#,##0"
    assert of(1.0, -2.0) == '#,##0;"\N{MINUS SIGN}"#,##0'


def test_the_label_of_the_lowest_column_stands_over_the_names() -> None:
    chart = Chart("columns", phrase("Posts"), ("Court", "Duty"), (Series("s", (-12.0, 4.0)),))
    layout = chart_layout(chart)
    under = layout.head.scale.position(-12.0) * layout.plot.height
    assert under >= layout.head.text_size * LINE


def test_columns_whose_names_would_be_broken_inside_a_word_are_laid_across() -> None:
    names = tuple(f"Safeguarding {number}" for number in range(25))
    chart = Chart("columns", phrase("T"), names, (Series("s", (5.0,) * 25),), kept=True)
    assert chart_layout(chart).horizontal
    assert not chart_layout(
        replace(chart, categories=tuple("abcdefghijklmnopqrstuvwxy"))
    ).horizontal


def test_the_labels_of_negative_bars_keep_off_the_names() -> None:
    names = ("Income from the service charges of leaseholders in flats", "All of it")
    series = (Series("s", (-4205.0, 14975.0)),)
    chart = Chart("bars", phrase("T"), names, series, unit="£000", size="half")
    layout = chart_layout(chart)
    free = layout.head.scale.position(-4205) * layout.plot.width
    assert layout.labelled
    assert free > text_width("−4,205", layout.head.text_size) + 2


def test_names_of_months_under_a_line_stand_under_every_so_manyth_point() -> None:
    months = tuple(f"September {year}" for year in range(2000, 2024))
    chart = Chart("line", phrase("T"), months, (Series("s", (5.0,) * 24),))
    layout = chart_layout(chart)
    assert layout.skip > 1
    assert text_width("September 2000", layout.head.text_size) <= layout.slot
    assert "\n" not in layout.head.categories[0]
    assert chart_layout(by_wave("line")).skip == 1


def test_labels_of_a_line_keep_off_those_of_the_next_point() -> None:
    values = (22038362.0, 22765491.0, 15064065.0, 15912885.0, 17783180.0, 17829459.0, 26272648.0)
    chart = Chart("line", phrase("T"), tuple("abcdefg"), (Series("s", values),), unit="pounds")
    layout = replace(chart_layout(replace(chart, size="half")), named=False)
    places = label_places(chart, layout)[0]
    assert not all(places)
    wide = label_places(chart, chart_layout(chart))[0]
    assert all(wide)


def test_no_line_of_a_long_name_is_wider_than_its_first() -> None:
    name = "I would recommend this council to a friend who is looking for a post in social work"
    lines = broken(name, 185, 10).split("\n")
    assert " ".join(lines) == name
    assert len(lines) == line_count(name, 185, 10)
    assert max(text_width(line, 10) for line in lines) == text_width(lines[0], 10)


def test_a_name_takes_no_more_lines_for_the_sake_of_its_first() -> None:
    assert broken("A neighbourhood organisation", 68, 10) == "A\nneighbourhood\norganisation"


def test_a_legend_of_one_column_is_as_high_as_its_own_lines() -> None:
    def height(*names: str) -> float:
        series = tuple(Series(name, (50.0,)) for name in names)
        legend = chart_layout(Chart("stacked", phrase("T"), ("2022",), series)).head.legend
        assert legend is not None
        return legend.height

    short, long = "I know that there is such a policy, and where it is kept", "policy " * 20
    lines = (height(short, short, short) - 2) / 3
    assert height(long, short, short) == pytest.approx(2 + 4 * lines)
