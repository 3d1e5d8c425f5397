"""Lists do not leave one item alone on a page."""

from __future__ import annotations

from generator.model.document import LineBreak

from ..samples import body_of, find, item, listed, para, shown, styled


def kept(style: str, *blocks: object) -> list[bool]:
    root = body_of(*blocks)  # type: ignore[arg-type]
    return [bool(find(one, "w:pPr/w:keepNext")) for one in styled(root, style)]


def test_the_last_two_items_stay_together() -> None:
    four = listed("bullet", "one " * 90, "two", "three", "four")
    assert kept("ListBullet", four) == [False, False, True, False]
    assert kept("ListBullet", listed("bullet", "one")) == [False]


def test_a_short_first_item_is_not_left_behind_by_the_others() -> None:
    four = listed("bullet", "one", "two", "three", "four")
    assert kept("ListBullet", four) == [True, False, True, False]
    assert kept("ListBullet", listed("bullet", "one", "two", "three")) == [True, True, False]


def test_an_item_stays_with_the_list_in_it() -> None:
    inner = listed("bullet", "one", "two", "three")
    outer = listed("bullet", item("which:", blocks=(inner,)), "other")
    assert kept("ListBullet", outer) == [True, True, True, False, False]


def test_an_item_with_text_of_its_own_may_end_a_page() -> None:
    outer = listed("bullet", item("one", blocks=(para("More of it."),)), "two")
    assert kept("ListBullet", outer) == [False, False]


def test_what_announces_a_list_stays_with_it() -> None:
    assert kept("BodyText", para("The actions are:"), listed("bullet", "one", "two")) == [True]


def test_a_long_paragraph_that_announces_nothing_may_end_a_page_before_a_list() -> None:
    long = "Words of a paragraph that goes on for many a line. " * 6
    items = listed("bullet", "one", "two")
    assert kept("BodyText", para(long), items) == [False]
    assert kept("BodyText", para(f"{long}They asked for:"), items) == [True]


def test_a_question_of_many_lines_stands_on_one_page_with_its_answers() -> None:
    items = [item("Asked?", LineBreak(), answers) for answers in ("Yes; no", "Often; " * 70)]
    root = body_of(listed("1.", *items))
    kept_whole = [shown(node) for node in find(root, "//w:p[w:pPr/w:keepLines]")]
    assert [text.count("Often") for text in kept_whole] == [70]
    assert not find(root, "//w:p[w:pPr/w:numPr]/w:pPr/w:keepNext")  # it may stand alone
