"""What lies behind charts and in the files of pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.private.media_checks import check_pictures, check_workbooks
from generator.model.release.paper import PaperChart, PaperDrawing
from generator.model.release.paper_media import PaperPicture, PaperWorkbook
from tests.checks.papers import drawn, issues, told

BOOK = PaperWorkbook("word/embeddings/a.xlsx", ("Figures",))
PICTURE = PaperPicture("word/media/a.jpeg")


@pytest.mark.parametrize(
    ("book", "said"),
    [
        (replace(BOOK, hidden=("Raw",)), "hidden sheets (Raw)"),
        (replace(BOOK, more=("Figures!F2",)), "Figures!F2"),
        (replace(BOOK, sheets=("Figures", "Raw")), "2 sheets"),
        (replace(BOOK, names=("staff",)), "defined names (staff)"),
        (replace(BOOK, comments=True), "comments"),
        (replace(BOOK, pivots=True), "pivot"),
        (replace(BOOK, people=("Ann Lee",)), "Ann Lee"),
    ],
)
def test_a_workbook_with_more_than_the_chart_shows_is_found(book: PaperWorkbook, said: str) -> None:
    chart = PaperDrawing("chart", 1, chart=PaperChart("c", "Replies", workbook="w", book=book))
    (issue,) = issues(check_workbooks, drawn(chart))
    assert (issue.rule, issue.where.words) == ("private.workbook", "Replies")
    assert said in issue.message


def test_a_workbook_with_the_figures_alone_is_none() -> None:
    chart = PaperChart("c", "Replies", workbook="w", book=BOOK)
    assert not told(check_workbooks, drawn(PaperDrawing("chart", 1, chart=chart)))


@pytest.mark.parametrize(
    ("picture", "rule"),
    [
        (replace(PICTURE, located=True), "picture-data"),
        (replace(PICTURE, author="Ann Lee"), "picture-data"),
        (replace(PICTURE, cropped=True), "cropped"),
    ],
)
def test_what_a_picture_says_besides_is_found(picture: PaperPicture, rule: str) -> None:
    one = drawn(PaperDrawing("picture", 1, alternative="The civic centre", picture=picture))
    assert told(check_pictures, one) == [(rule, "The civic centre")]


def test_a_picture_that_says_nothing_but_its_camera_is_none() -> None:
    plain = replace(PICTURE, device="A camera")
    assert not told(check_pictures, drawn(PaperDrawing("picture", 1, picture=plain)))
