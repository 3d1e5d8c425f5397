"""A title's line does not end within a range of years."""

from __future__ import annotations

import pytest

from generator.word.charts.text_width import text_width
from generator.word.template.title_lines import measure_of

from ..samples import TEMPLATES, body, document, find, para, render, section, shown, styled

TITLE = "Principal Social Worker Annual Report 2021-2022"


@pytest.mark.parametrize(
    ("title", "room", "narrowed"),
    [
        (TITLE, 450.0, True),
        (TITLE, 520.0, False),  # the range has room
        (TITLE, 380.0, False),  # not even its first year has
        ("Principal Social Worker Annual Report follow-up", 450.0, False),
        ("2021-2022", 60.0, False),  # nothing stands before it
    ],
)
def test_a_title_is_narrowed_where_its_range_would_break(
    title: str, room: float, narrowed: bool
) -> None:
    measure = measure_of(title, room, 20, bold=True)
    assert (measure < room) is narrowed
    if narrowed:
        before, _, _ = title.rpartition(" ")
        assert text_width(before, 20, bold=True) < measure < text_width(title, 20, bold=True)


def test_the_title_keeps_its_words_and_has_a_shorter_measure() -> None:
    made = document(section("a", para("x")), title=TITLE)
    (title,) = styled(body(render(made, TEMPLATES / "cabinet.docx")), "Title")
    assert shown(title) == TITLE
    assert int(find(title, "w:pPr/w:ind/@w:right")[0]) > 500


def test_a_title_without_a_range_has_the_measure_of_its_page() -> None:
    made = document(section("a", para("x")), title=TITLE.replace("-", " to "))
    (title,) = styled(body(render(made, TEMPLATES / "cabinet.docx")), "Title")
    assert not find(title, "w:pPr/w:ind")
