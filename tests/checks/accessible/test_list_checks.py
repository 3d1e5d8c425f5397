"""Lists and numbers that are typed."""

from __future__ import annotations

import pytest

from generator.checks.accessible.list_checks import check_typed_lists, check_typed_numbers
from tests.checks.papers import heading, paper, read, text, told
from tests.word.reading.packages import paragraph, run


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("\u2022 more time", "\u2022 fewer forms", "list-typed"),
        ("- more time", "- fewer forms", "list-typed"),
        ("a) more time", "b) fewer forms", "list-typed"),
        ("(i) more time", "(ii) fewer forms", "list-typed"),
        ("1. More time", "2. Fewer forms", "number-typed"),
    ],
)
def test_neighbours_that_begin_with_a_typed_sign_are_found(
    first: str, second: str, rule: str
) -> None:
    found = told(check_typed_lists, paper(text("They ask for:"), text(first), text(second)))
    assert found == [(rule, first)]


@pytest.mark.parametrize(
    "texts",
    [
        (text("- more time"), text("They ask for it.")),
        (text("more time", "item", number="\u2022"), text("forms", "item", number="\u2022")),
        (text("- time", table=0, row=0, column=0), text("- time", table=0, row=1, column=0)),
        (text("A new team"), text("I think so"), text("e.g. this one"), text("i.e. that one")),
    ],
)
def test_one_alone_a_real_list_and_cells_are_none(texts: tuple[object, ...]) -> None:
    assert not told(check_typed_lists, paper(*texts))  # type: ignore[arg-type]


def test_a_typed_number_of_a_paragraph_or_heading_is_found() -> None:
    body = paragraph(run("2. Background"), style="H1") + paragraph(run("2.1 The council asks."))
    found = told(check_typed_numbers, read(body))
    assert found == [("number-typed", "2. Background"), ("number-typed", "2.1 The council asks.")]


def test_counted_numbers_decimals_and_years_are_none() -> None:
    texts = [
        heading("Background", number="2.0"),
        text("The council asks.", number="2.1"),
        text("2.5 hours a week were added."),
        heading("2022 in review"),
    ]
    assert not told(check_typed_numbers, paper(*texts))


def test_lines_of_one_paragraph_that_begin_so_are_found() -> None:
    found = told(check_typed_lists, paper(text("They ask for:\n- more time\n- fewer forms")))
    assert [rule for rule, _ in found] == ["list-typed"]
    assert not told(check_typed_lists, paper(text("They ask for\n- more time")))
