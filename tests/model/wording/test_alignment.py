"""What stands in two sequences, and what has most likely become of the rest."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording.alignment import alike, between, common, likeliest, rising
from generator.model.wording.word_diff import WordChange

TEXTS = st.lists(st.sampled_from("abcdefgh"), max_size=20)


@given(TEXTS, TEXTS)
def test_common_items_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = common(old, new)
    assert all(old[one] == new[other] for one, other in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(TEXTS, TEXTS)
def test_what_lies_between_and_what_is_common_is_everything(old: list[str], new: list[str]) -> None:
    pairs = common(old, new)
    gaps = list(between(pairs, len(old), len(new)))
    assert sum(gap.end - gap.start for gap in gaps) + len(pairs) == len(old)
    assert sum(gap.stop - gap.begin for gap in gaps) + len(pairs) == len(new)


def test_an_item_put_in_leaves_all_others_common() -> None:
    assert common("abcd", "abxcd") == [(0, 0), (1, 1), (2, 3), (3, 4)]
    assert list(between(common("abcd", "abxcd"), 4, 5)) == [WordChange(2, 2, 2, 3)]


def test_repeated_items_are_matched_where_they_stand() -> None:
    assert len(common(["", "a", "", "b", ""], ["", "a", "", "c", "", "b", ""])) == 5


def test_the_heaviest_rising_choice_is_taken() -> None:
    pairs = [(0, 2), (1, 0), (2, 1)]
    assert rising(pairs, [1.0, 1.0, 1.0]) == [(1, 0), (2, 1)]
    assert rising(pairs, [3.0, 1.0, 1.0]) == [(0, 2)]


def test_texts_are_alike_by_the_words_they_share() -> None:
    assert alike(Counter("ab"), Counter("ab")) == 1
    assert alike(Counter("ab"), Counter("cd")) == 0
    assert alike(Counter("abcd"), Counter("ab")) == 2 / 3


def test_the_likeliest_of_many_texts_is_found_by_its_rare_words() -> None:
    old = [Counter(["the", "of", f"word{number}", f"more{number}"]) for number in range(100)]
    new = [Counter(["the", "of", f"word{number}", "other"]) for number in range(50, 60)]
    assert likeliest(old, new, 0.4) == [(number, number - 50) for number in range(50, 60)]


def test_texts_with_too_little_in_common_are_not_paired() -> None:
    assert likeliest([Counter("abcdefgh")], [Counter("axyzuvwt")], 0.4) == []
