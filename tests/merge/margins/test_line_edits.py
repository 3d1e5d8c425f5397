"""Lines of headers and footers held against those that a copy was sent with."""

from __future__ import annotations

from generator.merge.margins.line_edits import line_edits
from generator.model.surroundings import PageLines, PageSection


def pages(*lines: str, page: str = "default") -> PageSection:
    return PageSection((1, 2), lines=(PageLines("header", page, lines),))


def told(
    drafted: list[PageSection], copied: list[PageSection], loose: bool = False
) -> list[tuple[str, str]]:
    return [(one.old, one.new) for one in line_edits(drafted, copied, {}, loose)]


def test_what_was_changed_alike_on_pages_of_two_sections_is_told_once() -> None:
    old, new = pages("Scrutiny Panel"), pages("Scrutiny Board")
    assert told([old, old], [new, new]) == [("Scrutiny Panel", "Scrutiny Board")]


def test_a_line_that_came_is_told_beside_one_that_was_changed() -> None:
    copied = pages("For members", "Council", "Scrutiny Board of all")
    assert told([pages("Council", "Scrutiny Panel of all")], [copied]) == [
        ("", "For members"),
        ("Scrutiny Panel of all", "Scrutiny Board of all"),
    ]


def test_a_line_that_was_taken_out_is_told() -> None:
    assert told([pages("Council", "Panel")], [pages("Panel")]) == [("Council", "")]


def test_first_pages_of_their_own_are_held_to_the_usual_ones() -> None:
    own = PageSection((1, 2), lines=(*pages("Panel").lines, *pages("Hello", page="first").lines))
    assert told([pages("Panel")], [own]) == [("", "Hello")]


def test_sections_more_are_held_to_the_one_that_says_most_like_them() -> None:
    copied = [pages("Panel"), pages(), pages("Board", "Council")]
    assert told([pages("Panel"), pages("Board", "Council")], copied) == []


def test_quotation_marks_are_no_edit() -> None:
    assert told([pages("The panel’s")], [pages("The panel's")]) == []


def test_words_in_place_of_a_field_are_no_edit_of_a_program_that_has_not_that_field() -> None:
    old, new = [pages("In [STYLEREF 1], page [PAGE]")], [pages("In Purpose, page [PAGE]")]
    assert told(old, new, loose=True) == []
    assert told(old, new) == [("In [STYLEREF 1], page [PAGE]", "In Purpose, page [PAGE]")]
    assert told(old, [pages("In Purpose, page 4")], loose=True)
