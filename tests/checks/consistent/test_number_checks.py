"""Numbers of headings, paragraphs, captions, appendices and items."""

from __future__ import annotations

from generator.checks.consistent.number_checks import check_captions, check_items, check_numbers
from generator.model.format import AppendixRule
from tests.checks.papers import heading, issues, paper, text, told
from tests.compose.builders import format_


def test_numbers_that_count_on_are_right() -> None:
    one = paper(
        heading("Purpose", number="1.0"), text("Why.", number="1.1"), text("So.", number="1.2"),
        heading("Costs", number="2.0"), text("£5.", number="2.1"),
        heading("2.2 Detail", 2), text("2.3\tMore."), text("2.5 million people live here."),
    )  # fmt: skip
    assert told(check_numbers, one) == []


def test_a_gap_a_double_and_a_step_back_are_found() -> None:
    one = paper(
        text("2.1\tOne."), text("2.3\tThree."), text("2.3\tAgain."), text("2.2\tTwo."),
    )  # fmt: skip
    found = issues(check_numbers, one)
    assert [issue.message for issue in found] == [
        "2.3 follows 2.1: 2.2 is left out",
        "the number 2.3 stands twice",
        "2.2 follows 2.3",
    ]
    assert found[0].where.words == "2.3 Three."


def test_a_number_that_is_heading_and_paragraph_is_found() -> None:
    one = paper(heading("5.0 Legal"), text("5.1\tNone."), heading("6.0 Costs"), text("6.0\tNone."))
    assert "stands twice" in " ".join(issue.message for issue in issues(check_numbers, one))


def test_a_section_that_is_left_out_is_found() -> None:
    one = paper(heading("A", number="1."), heading("B", number="2."), heading("C", number="4."))
    assert [issue.where.words for issue in issues(check_numbers, one)] == ["4. C"]


def test_running_paragraphs_may_begin_anew_with_a_paper_that_was_put_in() -> None:
    one = paper(*(text("Words.", number=f"{at}.") for at in (1, 2, 3, 1, 2)))
    assert told(check_numbers, one) == []


def test_captions_and_appendices_count_on() -> None:
    one = paper(
        text("Table 1: Replies", "caption"), text("Figure 1: Rates", "caption"),
        text("Table 3: Costs", "caption"), heading("Appendix 1: Plan"),
        heading("Appendix 1: Costs"),
    )  # fmt: skip
    assert told(check_captions, one) == [
        ("numbering", "Table 3: Costs"),
        ("numbering", "Appendix 1: Costs"),
    ]


def test_items_typed_one_after_another_count_on() -> None:
    one = paper(text("a) one"), text("b) two"), text("d) four"), text("Words."), text("1. x"))
    assert told(check_items, one) == [("numbering", "d) four")]


def test_captions_of_charts_side_by_side_count_on() -> None:
    beside = [
        text(f"Figure {number}: Replies", "caption", table=0, row=0, column=number)
        for number in (2, 3)
    ]
    one = paper(text("Figure 1: All", "caption"), *beside, text("Figure 4: Last", "caption"))
    assert told(check_captions, one) == []


def test_appendices_count_on_by_the_word_of_the_format() -> None:
    one = paper(heading("Atodiad 1: Tablau"), heading("Atodiad 3: Dull"))
    welsh = format_(appendices=AppendixRule("Atodiad"))
    assert told(check_captions, one, format=welsh) == [("numbering", "Atodiad 3: Dull")]


def test_a_typed_number_before_a_figure_is_one() -> None:
    first, other = text("2.1 48% of passengers replied."), text("2.3 12 people were asked twice.")
    assert told(check_numbers, paper(first, other)) == [("numbering", other.text)]
    assert told(check_numbers, paper(text("2.5 12 FTE"), text("2.7 4.1"))) == []


def test_headings_with_bare_numbers_count_on_where_they_begin_with_1() -> None:
    names = ("1 Purpose", "2 Background", "3 Rivers", "5 Implications")
    told_here = told(check_numbers, paper(*map(heading, names)))
    assert told_here == [("numbering", "5 Implications")]
    assert told(check_numbers, paper(*map(heading, ("Summary", "3 Rivers", "5 Towns")))) == []
