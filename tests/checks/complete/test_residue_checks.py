"""What a template left behind."""

from __future__ import annotations

import pytest

from generator.checks.complete.residue_checks import (
    check_draft_marks,
    check_residue,
    check_undecided,
)
from tests.checks.papers import issues, paper, text, told


@pytest.mark.parametrize(
    "words",
    [
        "Report to be/has been considered by",
        "This has been/will be reported to the panel.",
        "Recommendation(s) for action or decision:",
        "RECOMMENDATION/S",
        "Guidance: say in one paragraph what the report is for.",
        "Notes to authors: keep it short.",
        "Yes/No (delete as appropriate)",
        "Please insert the ward.",
        "the cost, e.g. insert the budget code",
        "It will cost [insert amount] a year.",
        "Contact <insert name>",
        "Lorem ipsum dolor sit amet.",
        "The date is TBC.",
        "Lead officer: T.B.D.",
        "It was agreed on xx/xx/xxxx.",
        "Councillor XX will attend.",
        "It will cost £XXX.",
        "It will cost ??? a year.",
        "{{ sw.response.rate }} replied.",
        "{% if final %}",
        "The {committee} is asked to note this.",
        "Click or tap here to enter text.",
        "see paragraph Error! Bookmark not defined.",
        "as Error! Reference source not found. shows",
        "This is <b>bold</b>.",
        'See <a href="https://example.org">the plan</a>.',
        "First<br/>second",
    ],
)
def test_what_a_template_left_is_found_with_its_words(words: str) -> None:
    one = paper(text("Plain words stand here."), text(words, paragraph="2.3"))
    (found,) = issues(check_residue, one)
    assert found.rule == "complete.residue"
    assert (found.where.heading, found.where.paragraph) == ("Findings", "2.3")
    assert found.where.words == words


@pytest.mark.parametrize(
    "words",
    [
        "The report has been considered by the board, and will be again.",
        "Guidance for managers was published in May.",
        "[x] not available; [c] confidential",
        "The change is significant (p<0.05, b<0 and i>2).",
        "Part XX of the Act applies, and so does the XXI century.",
        "He or she may say yes or no. Please see the appendix.",
        "The minutes are to be confirmed at the next meeting.",
        "Both sites and/or services were visited; 46/47 replied.",
    ],
)
def test_plain_words_are_no_residue(words: str) -> None:
    assert told(check_residue, paper(text(words))) == []


def test_two_readings_that_nobody_chose_from_are_found() -> None:
    one = paper(text("It costs [[author: £5 // Jane Green: £6]] a year."))
    assert told(check_undecided, one) == [
        ("undecided", "[[author: £5 // Jane Green: £6]]"),
    ]


@pytest.mark.parametrize(
    "one",
    [
        text("There is a cost. [awaiting Finance]"),
        text("DRAFT"),
        text("Final draft v0.3"),
        text("City Council DRAFT March 2023", story="header"),
    ],
)
def test_what_is_published_does_not_say_that_it_is_a_draft(one: object) -> None:
    held = paper(one)  # type: ignore[arg-type]
    assert [rule for rule, _ in told(check_draft_marks, held)] == ["awaited"]
    assert told(check_draft_marks, held, final=False) == []


def test_the_draft_of_something_else_is_no_mark() -> None:
    one = paper(text("The draft budget was published in May."), text("Draft budget 2023"))
    assert told(check_draft_marks, one) == []
