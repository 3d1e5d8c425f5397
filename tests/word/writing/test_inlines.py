"""Values, links, line breaks."""

from __future__ import annotations

import pytest

from generator.model.document import LineBreak, Link, Text, Value

from ..samples import (
    body,
    body_of,
    document,
    find,
    inlines,
    para,
    render,
    rendered,
    section,
    shown,
    styled,
)


def test_a_value_stands_between_the_marks_of_its_bookmark() -> None:
    root = body_of(para("In 2022 ", Value("6.5%", "sw.leaving.percent@2022"), " left."))
    name = "_val_sw_leaving_percent_2022"
    start = find(root, f"//w:bookmarkStart[@w:name='{name}']")[0]
    assert shown(start.getnext()) == "6.5%"
    assert shown(styled(root, "BodyText")[0]) == "In 2022 6.5% left."


def test_the_same_value_printed_twice_has_two_bookmarks() -> None:
    root = body_of(para(Value("1", "k"), " and ", Value("1", "k")))
    names = find(root, "//w:bookmarkStart/@w:name")
    assert [name for name in names if name.startswith("_val_")] == ["_val_k", "_val_k_2"]


def test_a_value_without_text_leaves_no_mark() -> None:
    root = body_of(para("x", Value("", "k")))
    assert not [n for n in find(root, "//w:bookmarkStart/@w:name") if n.startswith("_val_")]


def test_a_link_goes_where_it_says_and_is_made_once() -> None:
    link = Link("https://example.org/a b?x=1&y=<2>", inlines("the framework"))
    parts = render(document(section("a", para(link), para(link))))
    ids = find(body(parts), "//w:hyperlink/@r:id")
    assert len(ids) == 2
    assert len(set(ids)) == 1
    relationships = parts["word/_rels/document.xml.rels"].decode()
    assert "https://example.org/a%20b?x=1&amp;y=&lt;2&gt;" in relationships
    assert 'TargetMode="External"' in relationships


def test_a_link_is_in_the_style_of_links() -> None:
    root = body_of(para(Link("https://example.org", (Text("here", bold=True),))))
    assert find(root, "//w:hyperlink/w:r/w:rPr[w:rStyle/@w:val='Hyperlink'][w:b]")


def test_a_link_to_a_name_goes_to_its_bookmark() -> None:
    root = body_of(para("x", name="there"), para(Link("#there", inlines("see"))))
    assert find(root, "//w:hyperlink/@w:anchor") == ["_ref_there"]


def test_a_link_to_no_name_is_an_error_of_the_program() -> None:
    made = document(section("a", para(Link("#nowhere", inlines("x")))))
    with pytest.raises(ValueError, match="'#nowhere' points at no name"):
        rendered(made)


def test_a_line_break_breaks_the_line_inside_the_paragraph() -> None:
    assert shown(styled(body_of(para("a", LineBreak(), "b")), "BodyText")[0]) == "a\nb"
