"""The end that is marked where a paragraph comes or goes."""

from __future__ import annotations

from generator.word.package.elements import Element, clark, parse
from generator.word.redline.tracked_writing import Tracker
from generator.word.updating.paragraph_ends import delete_end, insert_end
from tests.word.redline.small_docx import DECLARED, p, run


def marked(body: Element) -> list[str]:
    """What marks the end of each paragraph, '' for nothing."""
    ends = (one.find(f"{clark('w:pPr')}/{clark('w:rPr')}") for one in body.iter(clark("w:p")))
    return [
        "" if end is None else ",".join(str(one.tag).rpartition("}")[2] for one in end)
        for end in ends
    ]


def three() -> tuple[Element, list[Element]]:
    content = "".join(p(run(text)) for text in "abc")
    body = parse(f"<w:body {DECLARED}>{content}</w:body>".encode())
    return body, list(body.iter(clark("w:p")))


def test_a_paragraph_between_others_has_its_own_end_marked() -> None:
    body, (_, middle, _) = three()
    insert_end(Tracker(1), middle)
    assert marked(body) == ["", "ins", ""]
    delete_end(Tracker(9), middle)
    assert marked(body) == ["", "ins,del", ""]


def test_where_the_last_paragraph_comes_or_goes_the_end_before_it_is_marked() -> None:
    body, (_, _, last) = three()
    insert_end(Tracker(1), last)
    assert marked(body) == ["", "ins", ""]
    body, (_, _, last) = three()
    delete_end(Tracker(1), last)
    assert marked(body) == ["", "del", ""]
