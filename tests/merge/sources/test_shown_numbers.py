"""Which numbers a reference of an edited file may show."""

from __future__ import annotations

import pytest

from generator.merge.sources.shown_numbers import ShownNumbers, is_number
from generator.model.readings import Mark, ReadDocument, ReadText, Span


def words(said: str, kind: str = "paragraph", *marks: Mark) -> ReadText:
    return ReadText(kind, (Span(said),), marks, level=kind == "heading")  # type: ignore[arg-type]


TEXTS = (
    words("Purpose", "heading"),
    words("Why.", "paragraph", Mark("_ref_why", 0, 4)),
    words("Findings", "heading"),
    words("How many leave."),
    words("Table 2: Leavers", "caption", Mark("_cap_leavers", 0, 7), Mark("_num_leavers", 6, 7)),
)
COUNTED = {"_ref_why": {"2.1", "2.2"}, "_ref_item": {"(b)"}, "_ref_plain": {""}}
COPY = ReadDocument(
    TEXTS, TEXTS, numbers={name: frozenset(numbers) for name, numbers in COUNTED.items()}
)


@pytest.mark.parametrize("shown", ["3.4", "Table 2", "2.1(a)", "(b)", "iv"])
def test_numbers_are_known_with_their_labels(shown: str) -> None:
    assert is_number(shown)
    assert not is_number(f"{shown} or so")


@pytest.mark.parametrize(
    ("bookmark", "shown", "was", "may"),
    [
        ("_cap_leavers", "Table 2", "Table 1", True),
        ("_cap_leavers", "Table 1", "Table 1", True),
        ("_cap_leavers", "Table 3", "Table 1", False),
        ("_num_leavers", "2", "1", True),
        ("_num_leavers", "3", "1", False),
        ("_ref_why", "2.1", "1.1", True),
        ("_ref_why", "2.2.", "1.1", True),
        ("_ref_why", "3.1", "1.1", False),
        ("_ref_why", "12.1", "1.1", False),
        ("_ref_why", "9.9", "9.9", True),
        ("_ref_item", "(b)", "(a)", True),
        ("_ref_item", "2.1(b)", "2.1(a)", True),
        ("_ref_item", "2.1(c)", "2.1(a)", False),
        ("_ref_plain", "2", "1", False),
        ("_ref_gone", "2.2(a)", "2.2", False),
    ],
)
def test_a_reference_shows_what_it_leads_to_or_the_number_that_word_counts_for_it(
    bookmark: str, shown: str, was: str, may: bool
) -> None:
    assert ShownNumbers(COPY).may_be(bookmark, shown, was) is may
