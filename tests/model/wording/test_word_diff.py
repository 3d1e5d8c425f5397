"""Comparing and merging texts word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.word_diff import changes, merge, words

_TEXTS = st.lists(st.sampled_from("abcd"), max_size=8)


def merged(base: str, ours: str, theirs: str) -> str:
    """The merge as text, conflicts as <ours|theirs>."""
    made = ""
    for one in merge(words(base), words(ours), words(theirs)):
        both = ["".join(map(str, side)) for side in (one.ours, one.theirs)]
        made += f"<{both[0]}|{both[1]}>" if one.conflict else "".join(map(str, one.items))
    return made


def test_words_joined_give_the_text_again() -> None:
    text = "About 46.5% – “half” don't:\n£1,234, 46/47 and −3  now."
    assert "".join(words(text)) == text


def test_a_figure_is_one_word_with_its_signs() -> None:
    assert words("−3.5%") == ["−3.5%"]
    assert "46/47" in words("in 46/47 cases")


def test_figures_that_share_a_digit_are_replaced_whole() -> None:
    (one,) = changes(words("46 of 90"), words("47 of 90"))
    assert (one.start, one.end, one.begin, one.stop) == (0, 1, 0, 1)


def test_neighbouring_edits_of_a_sentence_are_no_conflict() -> None:
    base = "The council will spend more."
    assert merged(base, "The authority will spend more.", "The council may spend more.") == (
        "The authority may spend more."
    )
    assert merged("one two", "1 two", "one 2") == "1 2"


def test_one_side_rewrites_a_figure_the_other_its_neighbour() -> None:
    assert merged("46 people", "47 people", "46 staff") == "47 staff"


def test_two_readings_of_one_word_are_a_conflict() -> None:
    assert merged("46 people", "47 people", "48 people") == "<47|48> people"


def test_the_same_change_on_both_sides_is_none() -> None:
    assert merged("46 people", "47 people", "47 people") == "47 people"


def test_what_two_put_in_at_one_place_is_a_conflict() -> None:
    assert merged("a b", "a x b", "a y b").count("|") == 1


@given(_TEXTS, _TEXTS)
def test_one_sides_changes_alone_give_that_side(base: list[str], side: list[str]) -> None:
    for made in (merge(base, side, base), merge(base, base, side), merge(base, side, side)):
        assert [item for one in made for item in one.items] == side


@given(_TEXTS, _TEXTS, _TEXTS)
def test_a_merge_covers_the_base_and_is_the_same_from_both_sides(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    made, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    assert [item for one in made for item in base[one.start : one.end]] == base
    assert [(one.items, one.ours, one.theirs) for one in made] == [
        (one.items, one.theirs, one.ours) for one in turned
    ]
    assert [item for one in made for item in one.ours] == ours
    assert [item for one in made for item in one.theirs] == theirs
