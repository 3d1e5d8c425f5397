"""Words of direction are looked for with no more work than their text needs."""

from __future__ import annotations

from generator.narrative.direction_wording import pattern
from generator.narrative.direction_words import has_direction, said_of_level, said_of_message


def test_a_text_without_the_core_of_a_wording_costs_small_expressions_only() -> None:
    pattern.cache_clear()
    text = "Of those who replied, 26% agree with what they were asked (see the appendix)."
    assert not list(said_of_level(text, 22, 25))
    small = pattern.cache_info().currsize
    risen = "Of those who replied, 26% agree, more than in 2021."
    assert [said.since for said in said_of_level(risen, 22, 25)] == ["2021"]
    assert pattern.cache_info().currsize == small + 1


def test_a_title_without_the_core_of_a_wording_costs_small_expressions_only() -> None:
    pattern.cache_clear()
    assert not list(said_of_message("What those who replied think of the parks"))
    assert pattern.cache_info().currsize == 0
    assert [said.word for said in said_of_message("Unchanged: the parks")] == ["Unchanged"]
    assert pattern.cache_info().currsize > 0


def test_words_are_known_in_any_case() -> None:
    assert has_direction("RISEN SINCE 2021")
    assert [said.word for said in said_of_level("26%, UP FROM 20% in 2021", 0, 3)] == ["UP"]
    assert not has_direction("26% of those who replied")
