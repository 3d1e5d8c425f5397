"""Hidden bookmarks: in a paragraph, over several, between them, before cells."""

from __future__ import annotations

import pytest

from generator.model.readings import Mark
from generator.word.package.zip_package import PackageError
from generator.word.reading.read_word import read_word

from .packages import deleted, paragraph, run, word_file

START, END = '<w:bookmarkStart w:id="1" w:name="_p_a"/>', '<w:bookmarkEnd w:id="1"/>'
ONE, TWO, THREE = (run(word) for word in ("One", "Two", "Three"))


def marks(body: str) -> list[tuple[Mark, ...]]:
    return [text.marks for text in read_word(word_file(body)).accepted]


WHOLE = Mark("_p_a", 0, 3)
AGAIN = '<w:bookmarkStart w:id="2" w:name="_p_a"/>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph(run("A ") + START + ONE + END), [(Mark("_p_a", 2, 5),)]),
        (START + paragraph(ONE) + END + paragraph(TWO), [(WHOLE,), ()]),
        (paragraph(START + ONE) + paragraph(END + TWO), [(WHOLE,), ()]),
        (paragraph(ONE) + START + paragraph(TWO) + END, [(), (WHOLE,)]),
        (
            paragraph(START + ONE) + paragraph(TWO) + paragraph(THREE + END),
            [
                (Mark("_p_a", 0, 3, True, False),),
                (Mark("_p_a", 0, 3, False, False),),
                (Mark("_p_a", 0, 5, False, True),),
            ],
        ),
        (f"<w:tbl><w:tr>{START}<w:tc>{paragraph(ONE)}</w:tc>{END}</w:tr></w:tbl>", [(WHOLE,)]),
        (f"<w:tbl>{START}<w:tr><w:tc>{paragraph(ONE)}</w:tc></w:tr>{END}</w:tbl>", [(WHOLE,)]),
        (paragraph(START + ONE) + paragraph(TWO), [(), ()]),
        (  # as LibreOffice parts it
            paragraph(START + ONE) + paragraph(AGAIN + TWO + END.replace("1", "2")),
            [(Mark("_p_a", 0, 3, True, False),), (Mark("_p_a", 0, 3, False, True),)],
        ),
        (paragraph(START + ONE) + paragraph(AGAIN + TWO), [(), ()]),
        (paragraph(ONE + END), [()]),
        (paragraph(START + END), [(Mark("_p_a", 0, 0),)]),
        (paragraph(START + deleted("Gone") + END + ONE), [(Mark("_p_a", 0, 0),)]),
        (paragraph(START + deleted("Gone") + END, "del") + paragraph(ONE), [()]),
        (paragraph(START + ONE + END, "del") + paragraph(TWO), [(WHOLE,)]),
        (paragraph(ONE, "del") + paragraph(START + TWO + END), [(Mark("_p_a", 3, 6),)]),
    ],
)  # fmt: skip
def test_a_bookmark_is_told_of_each_text_that_it_goes_round(
    body: str, found: list[tuple[Mark, ...]]
) -> None:
    assert marks(body) == found


def test_bookmarks_that_readers_see_are_not_told() -> None:
    body = paragraph(START.replace("_p_a", "Chapter") + ONE + END)
    assert marks(body) == [()]


def test_the_outer_of_two_comes_first() -> None:
    inner = '<w:bookmarkStart w:id="2" w:name="_a"/>' + ONE + '<w:bookmarkEnd w:id="2"/>'
    (found,) = marks(paragraph(START + inner + TWO + END))
    assert [mark.name for mark in found] == ["_p_a", "_a"]


def test_a_bookmark_that_ends_in_a_row_that_is_gone_ends_before_it() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc>{paragraph(TWO + END)}</w:tc></w:tr>'
    body = paragraph(START + ONE) + f"<w:tbl>{gone}</w:tbl>" + paragraph(THREE)
    assert marks(body) == [(WHOLE,), ()]


def test_a_file_of_nothing_but_bookmarks_is_refused() -> None:
    starts = "".join(f'<w:bookmarkStart w:id="{n}" w:name="_{n}"/>' for n in range(1100))
    ends = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in range(1100))
    with pytest.raises(PackageError, match="more bookmarks"):
        read_word(word_file(starts + paragraph("") * 1000 + ends))
