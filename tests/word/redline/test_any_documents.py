"""Random documents, randomly edited: a redline has both texts, and both looks."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.readings import ReadText
from generator.word.reading.read_word import read_word
from generator.word.redline.redlined import redline, redlined

from .drawn import drawn_pair
from .small_docx import lines


@given(st.integers(0, 1 << 32))
@settings(max_examples=120, deadline=None)
def test_accepted_it_is_the_new_document_and_rejected_the_old(seed: int) -> None:
    old, new = drawn_pair(Random(seed))
    made = redline(old, new)
    assert lines(made) == lines(new)
    assert lines(made, "reject") == lines(old)


@given(st.integers(0, 1 << 32))
@settings(max_examples=40, deadline=None)
def test_the_reader_of_returned_files_reads_both_too(seed: int) -> None:
    old, new = drawn_pair(Random(seed))
    read = read_word(redline(old, new))
    # It leaves out paragraphs of which nothing is left, here and there others than we do.
    assert _spoken(read.accepted) == _spoken(read_word(new).accepted)
    assert _spoken(read.rejected) == _spoken(read_word(old).accepted)


def _spoken(texts: tuple[ReadText, ...]) -> list[tuple[str, str, int]]:
    return [(one.text, one.kind, one.level) for one in texts if one.text.strip()]


@given(st.integers(0, 1 << 32))
@settings(max_examples=30, deadline=None)
def test_a_document_has_not_changed_since_itself(seed: int) -> None:
    _, new = drawn_pair(Random(seed))
    assert not any(redlined(new, new).changes.values())


@given(st.integers(0, 1 << 32))
@settings(max_examples=30, deadline=None)
def test_a_redline_taken_as_accepted_is_its_new_document(seed: int) -> None:
    old, new = drawn_pair(Random(seed))
    assert not any(redlined(redline(old, new), new).changes.values())
