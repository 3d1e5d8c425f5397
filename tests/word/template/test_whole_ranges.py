"""What a template prints does not end a line within a range of years."""

from __future__ import annotations

from ..samples import TEMPLATES, body, document, find, para, render, section, shown, styled

TITLE = "Principal Social Worker Annual Report 2021-2022"


def test_a_title_keeps_its_words_and_no_line_ends_within_its_range() -> None:
    made = document(section("a", para("x")), title=TITLE)
    (title,) = styled(body(render(made, TEMPLATES / "cabinet.docx")), "Title")
    assert shown(title) == TITLE
    assert len(find(title, "w:r/w:noBreakHyphen")) == 1
    assert not find(title, "w:pPr/w:ind")


def test_other_hyphens_of_a_title_are_as_they_were_typed() -> None:
    made = document(section("a", para("x")), title="Follow-up of 2021-02-03 and COVID-19")
    (title,) = styled(body(render(made, TEMPLATES / "cabinet.docx")), "Title")
    assert not find(title, "w:r/w:noBreakHyphen")
