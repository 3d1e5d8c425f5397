"""Alternative text: computed from the figures, readable, and never too long."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.compose.figures.alt_text import LONGEST, describe_chart
from generator.model.document import Chart, Series, Value, phrase
from generator.model.wording.phrases import phrase_of, unmarked

WAVES = ("2019", "2020", "2021", "2022")


def test_few_figures_are_all_said() -> None:
    chart = Chart(
        "line",
        phrase("Fewer replied each year"),
        WAVES,
        (
            Series("Social workers", (60.0, 55.0, 44.0, 35.0)),
            Series("Wider workforce", (None, 40.0, 33.0, 27.0), ("[c]", "", "", "")),
        ),
    )
    assert describe_chart(chart) == (
        "Line chart: Fewer replied each year. Figures are in per cent for Social workers and Wider "
        "workforce. Social workers: 60% (2019), 55% (2020), 44% (2021) and 35% (2022). "
        "Wider workforce: withheld [c] (2019), 40% (2020), 33% (2021) and 27% (2022)."
    )


def test_stack_is_read_across() -> None:
    series = (Series("Agree", (67.0, 78.0)), Series("Disagree", (33.0, 22.0)))
    text = describe_chart(Chart("stacked", phrase("Most agree."), ("2022", "2021"), series))
    assert text == (
        "Stacked bar chart: Most agree. Figures are in per cent for the answers Agree and Disagree."
        " 2022: 67% (Agree) and 33% (Disagree). 2021: 78% (Agree) and 22% (Disagree)."
    )


def test_many_figures_are_summed_up_by_their_extremes() -> None:
    categories = tuple(f"Team {number}" for number in range(30))
    values = (None, *(float(number) for number in range(1, 30)))
    marks = ("[c]",) + ("",) * 29
    text = describe_chart(Chart("bars", phrase("T"), categories, (Series("2022", values, marks),)))
    assert text == (
        "Bar chart: T. Figures are in per cent. 2022: highest 29% (Team 29), lowest 1% (Team 1), "
        "1 withheld [c]."
    )


def test_a_part_is_told_and_level_figures_are_named_together() -> None:
    categories = tuple(f"Team {number}" for number in range(30))
    values = (90.0, 90.0, *(50.0,) * 24, *(10.0,) * 4)
    part = "the 30 highest of 39 answers"
    text = describe_chart(
        Chart("bars", phrase("T"), categories, (Series("2022", values),), part=part)
    )
    assert text == (
        "Bar chart: T. Figures are in per cent. The 30 highest of 39 answers are shown. 2022: "
        "highest 90% (Team 0 and Team 1), lowest 10% (Team 26, Team 27, Team 28 and 1 more)."
    )


def test_long_line_says_where_it_begins_and_ends() -> None:
    months = tuple(f"month {number}" for number in range(30))
    values = tuple(float(abs(number - 12)) for number in range(30))
    text = describe_chart(
        Chart("line", phrase("T"), months, (Series("Agency", values),), unit="posts")
    )
    assert "Agency: from 12 (month 0) to 17 (month 29), highest 17" in text
    assert "Figures are in posts." in text


def test_row_withheld_altogether_is_said_once() -> None:
    series = tuple(Series(name, (None,), ("[c]",)) for name in ("Agree", "Disagree"))
    assert describe_chart(Chart("stacked", phrase("T"), ("Duty",), series)).endswith(
        "Duty: withheld [c]."
    )


def test_units_and_decimals_are_those_of_the_labels() -> None:
    chart = Chart(
        "bars", phrase("T"), ("Full time",), (Series("2022", (1234.5,)),), "hours a week", 1
    )
    assert describe_chart(chart).endswith("in hours a week. 2022: 1,234.5 (Full time).")


def test_a_share_that_is_not_nothing_is_not_said_to_be_nothing() -> None:
    chart = Chart(
        "bars", phrase("T"), ("a", "b"), (Series("s", (0.0, 0.0), ("[low]", "")),), decimals=1
    )
    assert describe_chart(chart).endswith("s: less than 0.1% (a) and 0.0% (b).")


def test_figures_keep_the_keys_that_they_come_from() -> None:
    keys = tuple(f"sw.replies.percent@{wave}" for wave in WAVES)
    series = Series("Social workers", (None, 55.0, 44.0, 35.0), ("[c]", "", "", ""), keys)
    chart = Chart("line", phrase("T"), WAVES, (series,))
    told = describe_chart(chart)
    words = phrase_of(told)
    assert [piece for piece in words.pieces if isinstance(piece, Value)] == [
        Value("55%", keys[1]),
        Value("44%", keys[2]),
        Value("35%", keys[3]),
    ]
    plain = describe_chart(replace(chart, series=(replace(series, keys=()),)))
    assert words.text == unmarked(told) == plain


def test_changed_figure_changes_the_text() -> None:
    texts = {
        describe_chart(Chart("columns", phrase("T"), WAVES, (Series("s", (1.0, 2.0, 3.0, last)),)))
        for last in (4.0, 5.0)
    }
    assert len(texts) == 2


@given(
    st.text(max_size=300),
    st.lists(st.text(max_size=250), min_size=1, max_size=12),
    st.lists(st.text(max_size=250), min_size=1, max_size=12),
    st.sampled_from(["columns", "bars", "stacked", "line"]),
)
def test_text_is_never_longer_than_a_screen_reader_bears(
    title: str, categories: list[str], names: list[str], kind: str
) -> None:
    series = tuple(Series(name, (1.0,) * len(categories)) for name in names)
    chart = Chart(kind, phrase(title), tuple(categories), series)  # type: ignore[arg-type]
    text = describe_chart(chart)
    assert 0 < len(text) <= LONGEST
    assert "  " not in text
    assert "\n" not in text
