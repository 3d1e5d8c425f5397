"""Accepting what is tracked in a text already."""

from __future__ import annotations

from generator.word.package.elements import Element, parse
from generator.word.redline.accepted import accept_changes

from .small_docx import DECLARED, p, run, table, w

BY = 'w:id="7" w:author="Finance" w:date="2023-01-01T00:00:00Z"'


def settled(content: str) -> tuple[int, Element]:
    story = parse(f"<w:body {DECLARED}>{content}</w:body>".encode())
    return accept_changes(story), story


def texts(story: Element) -> list[str]:
    return ["".join(t.text or "" for t in one.iter(w("t"))) for one in story.iter(w("p"))]


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def end(tag: str) -> str:
    return f"<w:rPr><w:{tag} {BY}/></w:rPr>"


def test_insertions_stay_and_deletions_go() -> None:
    count, story = settled(p(f"<w:ins {BY}>{run('new')}</w:ins>" + gone("old")))
    assert (count, texts(story)) == (2, ["new"])
    assert story.find(f".//{w('ins')}") is None


def test_a_deletion_in_an_insertion_goes_too() -> None:
    assert texts(settled(p(f"<w:ins {BY}>{run('a')}{gone('b')}</w:ins>"))[1]) == ["a"]


def test_moves_are_settled_with_their_ranges() -> None:
    moved = p(
        f'<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom {BY}>{run("x")}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="1"/>'
    )
    _, story = settled(moved + p(f"<w:moveTo {BY}>{run('x')}</w:moveTo>"))
    assert texts(story) == ["", "x"]
    assert story.find(f".//{w('moveFromRangeStart')}") is None


def test_a_paragraph_whose_end_is_deleted_is_joined_to_the_next() -> None:
    three = [p(run(text), more=end("del")) for text in ("One ", "two ")] + [p("three", "Quote")]
    _, story = settled("".join(three))
    assert texts(story) == ["One two three"]
    assert story.find(f".//{w('pStyle')}") is not None


def test_a_deleted_paragraph_before_a_table_is_gone() -> None:
    _, story = settled(p("a") + p(gone("b"), more=end("del")) + table(("c",)) + p("d"))
    assert texts(story) == ["a", "c", "d"]


def test_a_link_whose_words_are_deleted_goes_with_them() -> None:
    link = f"<w:hyperlink>{gone('b')}</w:hyperlink>"
    _, story = settled(p("a") + p(link, more=end("del")) + table(("c",)) + p("d"))
    assert texts(story) == ["a", "c", "d"]


def test_rows_come_and_go_and_a_table_without_rows_is_none() -> None:
    rows = table(("a",), ("b",)).replace("<w:tr>", f"<w:tr><w:trPr><w:del {BY}/></w:trPr>", 1)
    assert texts(settled(rows)[1]) == ["b"]
    all_gone = table(("a",)).replace("<w:tr>", f"<w:tr><w:trPr><w:del {BY}/></w:trPr>")
    assert settled(p("x") + all_gone + p("y"))[1].find(w("tbl")) is None


def test_formatting_stays_as_changed() -> None:
    look = f"<w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    count, story = settled(p(run("a", look)))
    assert (count, story.find(f".//{w('b')}") is not None) == (1, True)
    assert story.find(f".//{w('i')}") is None


def test_a_text_without_changes_is_left_alone() -> None:
    assert settled(p("a"))[0] == 0
