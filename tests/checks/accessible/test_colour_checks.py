"""Contrast, meaning by colour alone, and the colours of charts."""

from __future__ import annotations

import pytest

from generator.checks.accessible.colour_checks import (
    check_chart_colours,
    check_colour_alone,
    check_colours_named,
    check_contrast,
)
from generator.model.release.paper import PaperChart, PaperDrawing, PaperSeries
from tests.checks.papers import drawn, issues, paper, read, table, text, told
from tests.word.reading.packages import paragraph, run


def _look(colour: str, fill: str = "", **more: object) -> dict[str, object]:
    return {"look": {"colour": colour, "fill": fill, **more}}


@pytest.mark.parametrize(
    ("colour", "ratio"), [("777777", "4.47"), ("999999", "2.84"), ("FFFF00", "1.07")]
)
def test_grey_on_white_is_found_with_its_ratio(colour: str, ratio: str) -> None:
    (issue,) = issues(check_contrast, paper(text("Pale words", **_look(colour))))
    assert (issue.rule, issue.where.words) == ("accessible.contrast", "Pale words")
    assert f"a contrast of {ratio}:1, not 4.5:1" in issue.message


@pytest.mark.parametrize(
    "good",
    [
        _look("767676"),
        _look("FFFFFF", "1F3864"),
        _look("", "1F3864"),
        _look("949494", size=18.0),
        _look("949494", size=14.0, bold=True),
        _look("EEEEEE", hidden=True),
    ],
)
def test_contrast_that_suffices_is_none(good: dict[str, object]) -> None:
    assert not told(check_contrast, paper(text("Words", **good)))


def test_dark_words_on_a_dark_cell_are_found_in_the_file() -> None:
    dark = '<w:shd w:val="clear" w:fill="1F3864"/>'
    words = paragraph(run("Team", '<w:color w:val="333333"/>'))
    body = f"<w:tbl><w:tr><w:tc><w:tcPr>{dark}</w:tcPr>{words}</w:tc></w:tr></w:tbl>"
    assert told(check_contrast, read(body)) == [("contrast", "Team")]


def test_the_same_colours_in_many_places_are_told_once() -> None:
    (issue,) = issues(check_contrast, paper(*[text("Pale", **_look("BBBBBB"))] * 3))
    assert "in 2 more places" in issue.message


def test_a_cell_that_speaks_by_colour_alone_is_found_in_its_row() -> None:
    rows = [["Action", "Status"], ["Recruit", ""], ["Train", "Green"]]
    (issue,) = issues(check_colour_alone, table(rows, fills={(1, 1): "FF0000", (2, 1): "00FF00"}))
    assert (issue.rule, issue.where.words) == ("accessible.colour-only", "Recruit")
    assert "row 2, column 2" in issue.message


def test_grey_cells_without_words_say_nothing_by_colour() -> None:
    rows = [["Action", "Status"], ["Recruit", ""]]
    assert not told(check_colour_alone, table(rows, fills={(1, 1): "D9D9D9"}))


def _chart(*series: PaperSeries, touching: bool = True) -> PaperDrawing:
    return PaperDrawing(
        "chart", 1, chart=PaperChart("c", "Stress", series=series, touching=touching)
    )


def test_neighbouring_colours_of_a_chart_that_are_alike_are_found() -> None:
    one, other = (
        PaperSeries("Often", colours=("5590C8",)),
        PaperSeries("Never", colours=("28A197",)),
    )
    (issue,) = issues(check_chart_colours, drawn(_chart(one, other)))
    assert (issue.rule, issue.where.words) == ("accessible.chart-colours", "Stress")
    assert "'Often' and 'Never'" in issue.message
    assert not told(check_chart_colours, drawn(_chart(one, other, touching=False)))


def test_a_line_between_them_or_colours_that_differ_are_enough() -> None:
    one = PaperSeries("Often", colours=("5590C8",), line="FFFFFF")
    other = PaperSeries("Never", colours=("28A197",), line="FFFFFF")
    assert not told(check_chart_colours, drawn(_chart(one, other)))
    dark, light = PaperSeries("A", colours=("12436D",)), PaperSeries("B", colours=("F46A25",))
    assert not told(check_chart_colours, drawn(_chart(dark, light)))


def test_parts_of_a_pie_are_neighbours() -> None:
    pie = PaperSeries("Replies", colours=("F0F0F0", "E0E0E0"))
    assert told(check_chart_colours, drawn(_chart(pie))) == [("chart-colours", "Stress")]


@pytest.mark.parametrize("said", ["Items in red are late.", "Those are shown in amber below."])
def test_a_sentence_that_points_by_colour_is_found(said: str) -> None:
    assert [rule for rule, _ in told(check_colours_named, paper(text(said)))] == ["colour-only"]


def test_a_colour_that_is_a_word_is_none() -> None:
    rated = paper(text("Two items are rated amber."), text("The hall in Green Lane is closed."))
    assert told(check_colours_named, rated) == []
