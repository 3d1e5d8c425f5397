"""Where things go: heights that grow, labels that keep apart, colours that can be told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Chart, Series, phrase
from generator.word.charts.chart_layout import chart_layout, extent
from generator.word.charts.chart_part import TEXT_WIDTH
from generator.word.charts.labels import label_places
from generator.word.charts.palette import WHITE, contrast, side_by_side, stack, text_on
from generator.word.charts.text_width import LINE, line_count, text_width
from generator.word.charts.value_scale import number_format, value_scale
from tests.word.charts.charts import ANSWERS, STATEMENTS, WAVES, by_wave, likert


def test_full_chart_is_14_cm_wide_in_the_shape_of_a_screen() -> None:
    width, height = extent(by_wave())
    assert width == pytest.approx(14 * 360_000, rel=0.01)
    assert height == pytest.approx(width * 9 / 16, rel=0.01)


def test_half_and_third_fit_beside_each_other() -> None:
    half, _ = extent(by_wave(size="half"))
    third, _ = extent(by_wave(size="third"))
    assert 2 * half < TEXT_WIDTH
    assert 3 * third < TEXT_WIDTH


def test_bars_grow_with_their_number_and_their_names() -> None:
    few = Chart("bars", phrase("T"), ("a",) * 4, (Series("s", (1.0,) * 4),))
    many = Chart("bars", phrase("T"), ("a",) * 20, (Series("s", (1.0,) * 20),))
    long = Chart("bars", phrase("T"), (STATEMENTS[0] * 3,) * 6, (Series("s", (1.0,) * 6),))
    assert extent(few)[1] < extent(long)[1]
    assert extent(few)[1] < extent(many)[1]


def test_no_chart_is_taller_than_a_page() -> None:
    chart = Chart("bars", phrase("T"), ("a",) * 200, (Series("s", (1.0,) * 200),))
    assert extent(chart)[1] / 360_000 < 22
    assert extent(chart, 24 * 360_000)[1] / 360_000 < 15


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
    layout = chart_layout(by_wave(kind, size=size))
    for box in (layout.plot, layout.head.legend):
        assert box is not None
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= layout.head.width
        assert box.y + box.height <= layout.height
    assert layout.head.legend is not None
    assert layout.head.legend.y + layout.head.legend.height <= layout.plot.y


def test_single_series_that_the_title_names_needs_no_legend() -> None:
    series = (Series("Social workers", (1.0,) * 4),)
    assert chart_layout(by_wave(series=series)).head.legend
    assert not chart_layout(by_wave(series=series, title="What social workers say")).head.legend


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
        ("points", 0, "+0;-0;0"),
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
