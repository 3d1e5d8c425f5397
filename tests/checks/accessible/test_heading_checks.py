"""The order and words of headings, and paragraphs that only look like one."""

from __future__ import annotations

import pytest

from generator.checks.accessible.heading_checks import (
    check_faked_headings,
    check_headings,
    check_headings_are_there,
)
from tests.checks.papers import LONG, heading, issues, paper, text, told

BOLD = {"bold": True}


def test_a_level_left_out_is_found_at_its_heading() -> None:
    skipped = paper(heading("Findings"), heading("Social workers", 3))
    (issue,) = issues(check_headings, skipped)
    assert (issue.rule, issue.where.heading) == ("accessible.heading-order", "Social workers")
    assert "level 3, after one of level 1" in issue.message


def test_levels_that_go_down_by_one_and_up_by_any_are_in_order() -> None:
    levels = [1, 2, 3, 1, 2]
    assert not told(check_headings, paper(*(heading("Words", level) for level in levels)))


def test_a_heading_without_words_is_found() -> None:
    assert told(check_headings, paper(heading("Purpose"), heading(" "))) == [("heading-empty", "")]


@pytest.mark.parametrize("words", ["2022", "4.1", "***"])
def test_a_heading_that_is_a_number_is_found(words: str) -> None:
    assert told(check_headings, paper(heading(words))) == [("heading-words", words)]


def test_a_paragraph_in_the_style_of_a_heading_is_found() -> None:
    assert told(check_headings, paper(heading(f"{LONG} {LONG} {LONG}")))[0][0] == "heading-words"
    assert not told(check_headings, paper(heading(LONG)))


def test_a_long_paper_without_headings_of_the_first_level_is_found() -> None:
    body = [text(LONG)] * 60
    assert told(check_headings_are_there, paper(*body)) == [("headings", "")]
    assert told(check_headings_are_there, paper(heading("A", 2), *body)) == [("headings", "")]
    assert not told(check_headings_are_there, paper(heading("A"), *body))
    assert not told(check_headings_are_there, paper(text(LONG)))


def test_a_short_bold_paragraph_before_plain_text_is_found() -> None:
    faked = paper(heading("Findings"), text("What people said", look=BOLD), text(LONG))
    assert told(check_faked_headings, faked) == [("heading-faked", "What people said")]


@pytest.mark.parametrize(
    "bold",
    [
        text("What people said", look=BOLD, table=0),
        text("This must be decided today.", look=BOLD),
        text("What people said", "caption", look=BOLD),
        text("Contact: Jane Roe", look=BOLD),
        text("What people said", look=BOLD, style="front matter label"),
        text("What people said", look=BOLD, number="1.1"),
    ],
)
def test_bold_text_that_is_no_heading_is_none(bold: object) -> None:
    assert not told(check_faked_headings, paper(heading("Findings"), bold, text(LONG)))  # type: ignore[arg-type]


def test_what_stands_before_the_first_heading_names_the_paper() -> None:
    titled = paper(text("Scrutiny Panel"), text("15 March", look=BOLD), text(LONG), heading("A"))
    assert not told(check_faked_headings, titled)
