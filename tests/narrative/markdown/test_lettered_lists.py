"""Lettered lists, which Markdown does not know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import ListBlock, ListItem, Paragraph
from generator.model.walk import plain
from generator.model.wording.counting import roman
from generator.narrative.markdown.lettered_lists import number_letters

from ..makers import blocks, problems, text


def shape(block: ListBlock) -> object:
    """(marker, start, [text or (text, inner shapes)])."""
    return block.marker, block.start, [_item(item) for item in block.items]


def _item(item: ListItem) -> object:
    inner = [
        shape(block) if isinstance(block, ListBlock) else plain(block.content, " ")  # type: ignore[union-attr]
        for block in item.blocks
    ]
    return (plain(item.content, " "), inner) if inner else plain(item.content, " ")


def lists(source: str) -> list[object]:
    return [shape(block) for block in blocks(source) if isinstance(block, ListBlock)]


@pytest.mark.parametrize(
    ("source", "marker"),
    [
        ("- x\n- y", "bullet"),
        ("* x\n* y", "bullet"),
        ("1. x\n2. y", "1."),
        ("1) x\n2) y", "1."),
        ("A. x\nB. y", "A."),
        ("a. x\nb. y", "a."),
        ("i. x\nii. y", "i."),
        ("(a) x\n(b) y", "(a)"),
        ("a) x\nb) y", "(a)"),
        ("(i) x\n(ii) y", "(i)"),
    ],
)
def test_each_kind_of_marker_is_kept(source: str, marker: str) -> None:
    assert lists(source) == [(marker, 1, ["x", "y"])]


def test_lists_nest_in_one_another() -> None:
    source = "1. one\n   a. alpha\n      i. first\n      ii. second\n   b. beta\n2. two\n   - dot"
    assert lists(source) == [
        (
            "1.",
            1,
            [
                ("one", [("a.", 1, [("alpha", [("i.", 1, ["first", "second"])]), "beta"])]),
                ("two", [("bullet", 1, ["dot"])]),
            ],
        )
    ]


def test_an_item_may_have_several_paragraphs() -> None:
    source = "A. one\n\n   more\n\n   and more\n\nB. two\nwrapped"
    assert lists(source) == [("A.", 1, [("one", ["more", "and more"]), "two wrapped"])]


def test_lists_of_different_markers_stay_apart() -> None:
    source = "1. x\n2. y\n\nA. z\nB. w"
    assert lists(source) == [("1.", 1, ["x", "y"]), ("A.", 1, ["z", "w"])]


def test_a_list_may_go_on_after_a_paragraph() -> None:
    assert lists("C. x\nD. y") == [("A.", 3, ["x", "y"])]
    assert lists("3. x\n4. y") == [("1.", 3, ["x", "y"])]


def test_long_lists_count_on() -> None:
    source = "\n".join(f"{roman(n)}. item" for n in range(1, 31))
    assert lists(source) == [("i.", 1, ["item"] * 30)]
    letters = "\n".join(f"{chr(96 + n)}. item" for n in range(1, 27))
    assert lists(letters) == [("a.", 1, ["item"] * 26)]


@pytest.mark.parametrize(
    "source",
    [
        "A. Smith spoke.",
        "J. Smith spoke.\n\nB. Jones answered.",
        "It was said by\nB. Smith and\nC. Jones.",
        "It was said by\nA. Smith alone.",
        "A\\. one\nB\\. two",
        "e.g. this\ni.e. that",
        "Mr. Smith",
    ],
)
def test_initials_and_other_text_are_not_lists(source: str) -> None:
    assert lists(source) == []
    assert all(isinstance(block, Paragraph) for block in blocks(source))


def test_a_list_right_under_text_is_a_problem() -> None:
    ((line, what),) = problems("The reasons:\na. one\nb. two")
    assert line == 3
    assert "put an empty line before it" in what


def test_lists_in_quotations_work() -> None:
    assert text("> A. x\n> B. y") == "x\ny"


@given(st.text(st.sampled_from("ABabiv.() \n->1x"), max_size=80))
def test_numbers_take_the_place_of_letters_and_nothing_else_moves(source: str) -> None:
    numbered, kinds, _ = number_letters(source)
    before, after = source.split("\n"), numbered.split("\n")
    assert [len(line) for line in before] == [len(line) for line in after]
    pairs = enumerate(zip(before, after, strict=True))
    assert {index for index, (old, new) in pairs if old != new} == set(kinds)
