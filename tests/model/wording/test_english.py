"""Lists, quotation marks, capitals and numbers in words."""

from __future__ import annotations

import pytest

from generator.model.wording.english import (
    capital,
    counted,
    few_listed,
    in_words,
    listed,
    shortened,
    small,
)


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_lists_are_joined_with_and(parts: list[str], text: str) -> None:
    assert listed(parts) == text


def test_lists_are_joined_with_another_word() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_long_lists_end_in_how_many_more_there_are() -> None:
    assert few_listed([1, 2, 3]) == "1, 2 and 3"
    assert few_listed(range(9), 2) == "0, 1 and 7 more"
    assert few_listed([]) == ""


def test_long_texts_are_shortened_to_the_limit() -> None:
    assert shortened("a" * 20, 20) == "a" * 20
    assert shortened("a" * 21, 20) == "a" * 17 + "..."
    assert shortened("the whole of it", 10) == "the who..."


def test_only_the_first_letter_changes() -> None:
    assert capital("social workers in AMHP") == "Social workers in AMHP"
    assert small("Social workers in AMHP") == "social workers in AMHP"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "no"), (10, "ten"), (11, "11"), (12345, "12,345"), (-2, "\u22122")]
)
def test_numbers_up_to_ten_are_words(number: int, text: str) -> None:
    assert in_words(number) == text


def test_nouns_follow_their_number() -> None:
    assert counted(1, "duplicate answer") == "1 duplicate answer"
    assert counted(1234, "duplicate answer") == "1,234 duplicate answers"
    assert counted(3, "answers of others") == "3 answers of others"
