"""Empty paragraphs, spaces and tabs that make room."""

from __future__ import annotations

import pytest

from generator.checks.accessible.spacing_checks import (
    check_empty_paragraphs,
    check_line_breaks,
    check_spaces,
)
from tests.checks.papers import heading, issues, paper, read, text, told
from tests.word.reading.packages import paragraph, run

EMPTY = text("")


def test_empty_paragraphs_in_a_row_are_found_after_the_words_before_them() -> None:
    (issue,) = issues(check_empty_paragraphs, paper(text("Before."), EMPTY, EMPTY, text("After.")))
    assert (issue.rule, issue.where.words) == ("accessible.spacing", "Before.")
    assert told(check_empty_paragraphs, paper(text("Last."), EMPTY, EMPTY)) == [
        ("spacing", "Last.")
    ]


def test_one_before_a_heading_is_found() -> None:
    found = told(check_empty_paragraphs, paper(text("Before."), EMPTY, heading("Next")))
    assert found == [("spacing", "Next")]


def test_one_alone_one_after_a_table_and_a_page_break_are_none() -> None:
    assert not told(check_empty_paragraphs, paper(text("Before."), EMPTY, text("After.")))
    cell = text("4", table=0, row=0, column=0)
    assert not told(check_empty_paragraphs, paper(cell, EMPTY, heading("Next")))
    turned = paragraph('<w:r><w:br w:type="page"/></w:r>')
    body = paragraph(run("Before.")) + paragraph("") + turned + paragraph(run("After."))
    assert not told(check_empty_paragraphs, read(body))


def test_line_breaks_in_a_row_within_a_paragraph_are_found_and_single_ones_are_not() -> None:
    parted = paper(text("The first point.\n \nThe second point."))
    assert told(check_line_breaks, parted) == [("spacing", "The first point. The second point.")]
    assert not told(check_line_breaks, paper(text("Civic Centre\nSt Peter's Square\n\n")))


@pytest.mark.parametrize("words", ["Name:      Jane", "Name\t\t\tJane"])
def test_rows_of_spaces_or_tabs_are_found(words: str) -> None:
    assert told(check_spaces, paper(text(words))) == [("spaces", " ".join(words.split()))]


def test_one_tab_two_spaces_and_code_are_none() -> None:
    good = [text("Name\tJane"), text("End.  Begin."), text("a      b", style="source code")]
    assert not told(check_spaces, paper(*good))
