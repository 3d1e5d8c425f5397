"""Empty sections, and what is attached."""

from __future__ import annotations

from generator.checks.complete.section_checks import check_attached, check_empty_sections
from tests.checks.papers import heading, paper, text, told


def test_a_heading_with_nothing_below_it_is_found() -> None:
    one = paper(
        heading("Purpose"), text("Why."), heading("Background"), heading("Costs"), text("£5.")
    )
    assert told(check_empty_sections, one) == [("empty-section", "Background")]


def test_a_heading_at_the_end_and_a_deep_one_are_found() -> None:
    one = paper(heading("Purpose"), heading("Detail", 2), text(" "), heading("Costs"))
    assert told(check_empty_sections, one) == [
        ("empty-section", "Detail"),
        ("empty-section", "Costs"),
    ]


def test_a_section_of_sub_sections_a_table_or_a_drawing_is_not_empty() -> None:
    one = paper(
        heading("Purpose"),
        heading("Detail", 2),
        text("Why."),
        heading("Costs", 1),
        text("£5", table=0, row=0, column=0),
    )
    assert told(check_empty_sections, one) == []


def test_a_heading_without_a_number_may_gather_numbered_ones() -> None:
    one = paper(
        heading("Summary"), text("Short."), heading("Supporting information"),
        heading("Reasons", number="1.0"), text("Because."),
    )  # fmt: skip
    assert told(check_empty_sections, one) == []


def test_something_attached_is_there() -> None:
    said = text("See attached for the whole plan.")
    assert told(check_attached, paper(said)) == [("attached", said.text)]
    assert told(check_attached, paper(said, heading("Appendix 1: Plan"), text("It."))) == []
    linked = text("see attached plan", link="https://example.org/plan")
    assert told(check_attached, paper(linked, text("Workers are attached to teams."))) == []
