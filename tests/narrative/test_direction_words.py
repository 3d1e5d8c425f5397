"""Words of direction are looked for with no more work than their text needs."""

from __future__ import annotations

from generator.narrative import direction_words
from generator.narrative.direction_words import has_direction, said_of_level


def test_a_text_without_the_core_of_a_wording_costs_small_expressions_only() -> None:
    direction_words._pattern.cache_clear()
    text = "Of those who replied, 26% agree with what they were asked (see the appendix)."
    assert not list(said_of_level(text, 22, 25))
    small = direction_words._pattern.cache_info().currsize
    risen = "Of those who replied, 26% agree, more than in 2021."
    assert [said.since for said in said_of_level(risen, 22, 25)] == ["2021"]
    assert direction_words._pattern.cache_info().currsize == small + 1


def test_words_are_known_in_any_case() -> None:
    assert has_direction("RISEN SINCE 2021")
    assert [said.word for said in said_of_level("26%, UP FROM 20% in 2021", 0, 3)] == ["UP"]
    assert not has_direction("26% of those who replied")
