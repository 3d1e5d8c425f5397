"""Bookmark names and ids."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.word.package.bookmarks import MAX_LENGTH, Bookmarks, safe_name


@given(st.lists(st.text(min_size=1, max_size=80), unique=True, max_size=20))
def test_every_key_has_a_name_that_word_takes_and_no_other_key_has(keys: list[str]) -> None:
    marks = Bookmarks(set(), 1)
    names = [marks.name("_ref_", key) for key in keys]
    assert all(re.fullmatch(r"_ref_\w*", name, re.ASCII) for name in names)
    assert all(len(name) <= MAX_LENGTH for name in names)
    assert len({name.casefold() for name in names}) == len(keys)


def test_a_key_keeps_its_name() -> None:
    marks = Bookmarks(set(), 1)
    assert marks.name("_sec_", "open-questions") == "_sec_open_questions"
    assert marks.name("_sec_", "open-questions") == "_sec_open_questions"


def test_keys_that_meet_in_one_name_are_told_apart() -> None:
    marks = Bookmarks(set(), 1)
    assert marks.name("_ref_", "a-b") != marks.name("_ref_", "a_b")


def test_names_of_the_template_are_not_taken_again() -> None:
    assert Bookmarks({"_sec_purpose"}, 1).name("_sec_", "purpose") != "_sec_purpose"


@given(st.text(min_size=1, max_size=80), st.integers(2, 30))
def test_each_printing_of_a_value_has_a_name_of_its_own(key: str, times: int) -> None:
    marks = Bookmarks(set(), 1)
    names = [marks.numbered_name("_val_", key) for _ in range(times)]
    assert len(set(names)) == times
    assert all(len(name) <= MAX_LENGTH for name in names)


def test_values_are_counted_from_the_second_printing() -> None:
    marks = Bookmarks(set(), 1)
    names = [marks.numbered_name("_val_", "sw.leaving") for _ in range(3)]
    assert names == ["_val_sw_leaving", "_val_sw_leaving_2", "_val_sw_leaving_3"]


def test_ids_go_on_from_those_of_the_template() -> None:
    marks = Bookmarks(set(), 7)
    first, second = marks.around("a", "x"), marks.around("b", "y")
    assert first == '<w:bookmarkStart w:id="7" w:name="a"/>x<w:bookmarkEnd w:id="7"/>'
    assert 'w:id="8"' in second


def test_a_long_key_ends_in_a_digest_of_itself() -> None:
    assert len(safe_name("_ref_", "x" * 100)) == MAX_LENGTH
    assert safe_name("_ref_", "x" * 100) != safe_name("_ref_", "x" * 101)
