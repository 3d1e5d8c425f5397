"""`csv_chart()`: what a CSV file's cells become, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import Chart
from generator.narrative.directives.csv_chart import csv_chart
from generator.narrative.expressions.spoken import Refused

from ..makers import folder_at

AUDITS = "Period,Good,Poor\n2020-2021,72%,28%\n2021-2022,81%,19%\n"


def draw(folder: Path, text: str, **settings: object) -> Chart:
    (folder / "a.csv").write_bytes(text.encode("utf-8"))
    (chart,) = csv_chart(folder_at(folder), "a.csv", **{"title": "Better", **settings}).blocks  # type: ignore[arg-type]
    assert isinstance(chart, Chart)
    return chart


def test_the_first_column_names_the_categories_and_the_others_are_series(tmp_path: Path) -> None:
    chart = draw(tmp_path, AUDITS)
    assert chart.categories == ("2020-2021", "2021-2022")
    assert [(one.name, one.values) for one in chart.series] == [
        ("Good", (72.0, 81.0)),
        ("Poor", (28.0, 19.0)),
    ]
    assert (chart.unit, chart.decimals, chart.kind) == ("per cent", 0, "columns")


def test_a_kind_that_the_author_chose_is_kept(tmp_path: Path) -> None:
    assert draw(tmp_path, AUDITS, kind="columns").kept
    assert not draw(tmp_path, AUDITS).kept


def test_figures_have_the_decimals_of_the_cell_that_has_most(tmp_path: Path) -> None:
    chart = draw(tmp_path, 'Team,Hours\nA,6.25\nB,"1,204"\nC,-3.5\n', unit="hours")
    assert chart.series[0].values == (6.25, 1204.0, -3.5)
    assert (chart.decimals, chart.unit) == (2, "hours")


def test_a_blank_cell_is_a_figure_that_is_not_available(tmp_path: Path) -> None:
    chart = draw(tmp_path, "Year,Rate\n2021,\n2022,£5\n")
    assert (chart.series[0].values, chart.series[0].marks) == ((None, 5.0), ("[x]", ""))


def test_a_mark_in_a_cell_is_a_withheld_figure_and_is_explained(tmp_path: Path) -> None:
    chart = draw(tmp_path, "Team,Rate\nA,[c]\nB,5%\n", note="Made up.")
    assert (chart.series[0].values, chart.series[0].marks) == ((None, 5.0), ("[c]", ""))
    assert chart.unit == "per cent"
    assert chart.note.text.startswith("Made up. [c] confidential")


def test_the_chart_says_which_file_it_shows_and_takes_its_title_as_caption(tmp_path: Path) -> None:
    chart = draw(tmp_path, AUDITS)
    assert (chart.keys, chart.caption.text) == (("file:a.csv",), "Better")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Team\nA\n", "has one column"),
        ("Team,Rate,Rate\nA,1,2\n", "are not all different"),
        ("Team,Rate\n,1\n", "without a name in its first column"),
        ("Team,Rate\nA,many\n", "row 2: 'many' is not a number"),
        ("Team,Rate\nA,1.23456\n", "too many decimals"),
        ("Team,Rate\nA,1,2\n", "row 2, has 3 cells"),
        ("Team,Rate\n", "has no rows"),
    ],
)
def test_a_file_that_makes_no_chart_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(Refused, match=what):
        draw(tmp_path, text)


def test_a_chart_without_its_message_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="needs a title"):
        draw(tmp_path, AUDITS, title="")


@pytest.mark.parametrize("path", ["../a.csv", "/etc/passwd", "c:/a.csv", "", "b.csv", "a\\b.csv"])
def test_a_path_that_is_not_a_file_of_the_report_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(Refused, match=r"cannot read|there is no file"):
        csv_chart(folder_at(tmp_path), path, title="Better")


@given(st.decimals(-99999, 99999, places=2))
def test_every_plain_number_is_read_as_it_is_written(
    tmp_path_factory: pytest.TempPathFactory, number: object
) -> None:
    chart = draw(tmp_path_factory.mktemp("csv"), f"Team,Rate\nA,{number}\n")
    assert chart.series[0].values == (float(str(number)),)
