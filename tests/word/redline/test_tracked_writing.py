"""Marking changes in a text, also where others have marked theirs."""

from __future__ import annotations

from lxml import etree

from generator.word.package.elements import Element, parse
from generator.word.redline.tracked_writing import Tracker, next_change_id

from .small_docx import DECLARED, p, run, w

BY = 'w:author="Finance" w:date="2023-01-01T00:00:00Z"'


def story(content: str) -> Element:
    return parse(f"<w:body {DECLARED}>{content}</w:body>".encode())


def shape(node: Element) -> str:
    """Elements as nested names, with text."""
    inner = "".join(map(shape, node)) or (node.text or "")
    return f"<{etree.QName(node).localname}>{inner}"


def test_runs_side_by_side_share_one_insertion() -> None:
    text = story(p(run("a") + run("b") + '<w:bookmarkEnd w:id="3"/>' + run("c")))
    Tracker(9).insert(list(text.iter(w("r"))))
    assert [len(one) for one in text.iter(w("ins"))] == [2, 1]


def test_deleted_text_is_written_as_such() -> None:
    text = story(p(run("a") + "<w:r><w:instrText>REF x</w:instrText></w:r>"))
    Tracker(9).delete(list(text.iter(w("r"))))
    assert "<delText>a" in shape(text)
    assert "<delInstrText>REF x" in shape(text)


def test_what_somebody_else_has_deleted_stays_theirs() -> None:
    text = story(p(f'<w:del w:id="1" {BY}><w:r><w:delText>a</w:delText></w:r></w:del>' + run("b")))
    Tracker(9).delete(list(text.iter(w("r"))))
    assert [one.get(w("author")) for one in text.iter(w("del"))] == ["Finance", "committee"]


def test_deleting_what_somebody_else_put_in_stands_inside_their_insertion() -> None:
    text = story(p(f'<w:ins w:id="1" {BY}>{run("a")}</w:ins>'))
    Tracker(9).delete(list(text.iter(w("r"))))
    assert shape(text).startswith("<body><p><ins><del><r>")


def test_a_place_within_somebody_elses_change_cuts_it_in_two() -> None:
    text = story(p(f'<w:ins w:id="1" {BY}>{run("a")}{run("b")}</w:ins>'))
    tracker = Tracker(next_change_id([text]))
    second = list(text.iter(w("r")))[1]
    tracker.open_before(second).addprevious(
        tracker.wrapped("del", [parse(f"<w:r {DECLARED}/>".encode())])
    )
    assert [etree.QName(one).localname for one in text[0]] == ["ins", "del", "ins"]
    ids = [one.get(w("id")) for one in text[0]]
    assert len(set(ids)) == 3
    assert {one.get(w("author")) for one in text.iter(w("ins"))} == {"Finance"}


def test_a_place_at_the_start_of_a_change_is_before_it() -> None:
    text = story(p(f'<w:ins w:id="1" {BY}>{run("a")}</w:ins>'))
    (only,) = text.iter(w("r"))
    assert Tracker(9).open_before(only).tag == w("ins")


def test_the_end_of_a_paragraph_is_marked_once_and_in_order() -> None:
    text = story(p("a", more="<w:keepNext/>"))
    tracker = Tracker(9)
    for _ in range(2):
        tracker.end(text[0], "ins")
        tracker.end(text[0], "del")
    assert shape(text[0][0]) == "<pPr><keepNext><rPr><ins><del>"


def test_a_row_is_marked_before_an_older_change_of_its_looks() -> None:
    text = story(
        '<w:tr><w:tblPrEx/><w:trPr><w:cantSplit/><w:trPrChange w:id="1"/></w:trPr></w:tr><w:tr/>'
    )
    for row in text:
        Tracker(9).row(row, "ins")
    assert [shape(row) for row in text] == [
        "<tr><tblPrEx><trPr><cantSplit><ins><trPrChange>",
        "<tr><trPr><ins>",
    ]


def test_properties_before_leave_out_what_no_change_may_hold() -> None:
    text = story(p("a", "Quote"))
    old = parse(f"<w:pPr {DECLARED}><w:keepNext/><w:rPr/><w:sectPr/></w:pPr>".encode())
    Tracker(9).paragraph_look(text[0], old)
    assert shape(text[0][0]) == "<pPr><pStyle><pPrChange><pPr><keepNext>"


def test_ids_go_on_from_the_highest_in_the_text() -> None:
    assert next_change_id([story('<w:bookmarkStart w:id="41"/>'), story("<w:p/>")]) == 42
    assert next_change_id([story("<w:p/>")]) == 1


def test_behind_a_run_in_somebody_elses_change_it_is_cut_in_two() -> None:
    text = story(p(f'<w:ins w:id="1" {BY}>{run("a")}{run("b")}</w:ins>'))
    tracker = Tracker(next_change_id([text]))
    first, last = text.iter(w("r"))
    made = tracker.wrapped("ins", [parse(f"<w:r {DECLARED}/>".encode())])
    tracker.open_after(first).addnext(made)
    assert [len(one) for one in text[0]] == [1, 1, 1]
    assert tracker.open_after(last) is last.getparent()
