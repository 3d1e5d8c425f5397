"""The figures of a chart as a table: the same figures, with marks and units in words."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.figures.figure_words import mark_note, marked_categories
from generator.compose.figures.figures_table import figures_table
from generator.model.document import Chart, Inline, Series, Text, Value, phrase
from generator.model.wording.english import quoted


def _texts(row: tuple[tuple[Inline, ...], ...]) -> list[str]:
    return ["".join(part.text for part in cell if isinstance(part, Text)) for cell in row]


CHART = Chart(
    "columns",
    phrase("Fewer replied"),
    ("2021", "2022"),
    (
        Series("Social workers", (44.0, 35.0)),
        Series("Wider workforce", (None, 27.0), ("[c]", "")),
    ),
    note=phrase("Source: the surveys."),
)


def test_table_has_a_row_for_each_category_headed_by_it() -> None:
    table = figures_table(CHART)
    assert _texts(table.header) == ["Year", "Social workers (%)", "Wider workforce (%)"]
    assert [_texts(row) for row in table.rows] == [["2021", "44", "[c]"], ["2022", "35", "27"]]
    assert table.alignments == ("left", "right", "right")
    assert table.row_headers


def test_note_explains_the_marks_and_keeps_the_charts_note() -> None:
    assert figures_table(CHART).note.text == (
        "[c] confidential: withheld so that nobody can be identified. Source: the surveys."
    )


def test_marks_that_the_chart_explains_are_explained_once() -> None:
    note = phrase("[c] confidential: withheld so that nobody can be identified.")
    assert figures_table(replace(CHART, note=note)).note.text == note.text


def test_a_cell_keeps_the_key_of_its_figure() -> None:
    keyed = replace(CHART.series[1], keys=("wf.replies@2021", "wf.replies@2022"))
    table = figures_table(replace(CHART, series=(CHART.series[0], keyed)))
    assert table.rows == (
        ((Text("2021"),), (Text("44"),), (Value("[c]", "wf.replies@2021"),)),
        ((Text("2022"),), (Text("35"),), (Value("27", "wf.replies@2022"),)),
    )


def test_no_cell_is_blank() -> None:
    chart = Chart("bars", phrase(""), ("a", "b"), (Series("", (None, 1.0)),), unit="hours")
    table = figures_table(chart)
    cells = [cell for row in (table.header, *table.rows) for cell in _texts(row)]
    assert all(cells)
    assert cells == ["Category", "Hours", "a", "[x]", "b", "1"]


def test_caption_names_the_figure_once_it_is_numbered() -> None:
    assert figures_table(CHART).caption.text == "Fewer replied"
    assert figures_table(replace(CHART, number="4")).caption.text == (
        f"Figures shown in Figure 4, {quoted('Fewer replied')}"
    )


def test_a_head_begins_with_a_capital_and_says_its_unit_once() -> None:
    series = (Series("good", (1.0, 2.0)), Series("agency workers", (3.0, 4.0)))
    said = replace(CHART, series=series, unit="agency workers")
    assert _texts(figures_table(said).header) == ["Year", "Good (agency workers)", "Agency workers"]


def test_categories_are_called_what_they_are() -> None:
    quarters = replace(CHART, categories=("April to June", "July to September"))
    assert _texts(figures_table(quarters).header)[0] == "Category"
    assert _texts(figures_table(replace(quarters, heads="Quarter")).header)[0] == "Quarter"


LONG = (
    "I know where the policy is kept and have read it since it changed",
    "I know that there is a policy, but not what it says",
)


def test_long_names_of_series_head_rows_and_not_narrow_columns() -> None:
    series = tuple(Series(name, (float(at), 60.0)) for at, name in enumerate(LONG, start=40))
    chart = Chart("stacked", phrase("Known by most"), ("2021", "2022"), series)
    table = figures_table(chart)
    assert _texts(table.header) == ["Category", "2021 (%)", "2022 (%)"]
    assert [_texts(row) for row in table.rows] == [
        [LONG[0], "40", "60"],
        [LONG[1], "41", "60"],
    ]
    assert "by category, in 2 rows. Columns: 2021, 2022." in table.description.text


def test_long_names_head_columns_where_the_categories_are_long_too() -> None:
    series = tuple(Series(name, (40.0,)) for name in LONG)
    table = figures_table(Chart("bars", phrase("T"), (LONG[0],), series))
    assert _texts(table.header)[1:] == [f"{name} (%)" for name in LONG]


def test_many_series_head_rows_however_short_their_names_are() -> None:
    names = [f"Ward {number}" for number in range(1, 26)]
    series = tuple(Series(name, (4.0, 4.0)) for name in names)
    table = figures_table(Chart("stacked", phrase("T"), ("2023", "2024"), series))
    assert _texts(table.header) == ["Category", "2023 (%)", "2024 (%)"]
    assert [_texts(row)[0] for row in table.rows] == names


def test_a_unit_that_a_series_says_itself_is_not_said_again() -> None:
    names = ("Budget (£000)", "Change (%)", "Spent", "Spent (to date)")
    series = tuple(Series(name, (4.0,)) for name in names)
    table = figures_table(Chart("bars", phrase("T"), ("Repairs",), series, unit="£000"))
    heads = ["Budget (£000)", "Change (%)", "Spent (£000)", "Spent (to date) (£000)"]
    assert _texts(table.header)[1:] == heads


def test_first_column_can_be_named() -> None:
    assert _texts(figures_table(CHART, "Wave").header)[0] == "Wave"


def test_a_share_that_is_not_nothing_does_not_stand_as_nothing() -> None:
    chart = Chart("bars", phrase("T"), ("a", "b"), (Series("s", (0, 0), ("[low]", "")),))
    table = figures_table(chart)
    assert [_texts(row) for row in table.rows] == [["a", "less than 1"], ["b", "0"]]
    assert table.note.text == ""


def test_marks_stand_beside_the_category() -> None:
    assert marked_categories(CHART) == ("2021 (Wider workforce: [c])", "2022")


def test_chart_without_marks_has_no_note() -> None:
    assert mark_note(Chart("bars", phrase("T"), ("a",), (Series("s", (1.0,)),))) == ""
