"""Captions are counted by Word and stay with what they belong to."""

from __future__ import annotations

from lxml import etree

from generator.word.package.bookmarks import Bookmarks
from generator.word.package.parts import Parts
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.captions import Captions

from ..samples import (
    SCRUTINY,
    body,
    body_of,
    chart,
    document,
    find,
    para,
    render,
    section,
    shown,
    styled,
    table,
    w,
)

CAPTION = "CommitteeCaption"


def test_label_and_number_are_bookmarked_without_the_caption() -> None:
    root = body_of(table("1", "answers"))
    caption = styled(root, f"{CAPTION}Above")[0]
    assert shown(caption) == "Table 1: Agreement by year"
    start = find(caption, ".//w:bookmarkStart[@w:name='_cap_answers']")[0]
    inside = []
    node = start.getnext()
    while not (node.tag == w("bookmarkEnd") and node.get(w("id")) == start.get(w("id"))):
        inside.append(shown(node))
        node = node.getnext()
    assert "".join(inside) == "Table 1"


def test_a_tables_caption_stands_above_and_a_figures_below() -> None:
    root = body_of(table(), chart())
    heading = styled(root, "Heading1")[0]
    content = [heading, *heading.itersiblings()][:5]
    names = [etree.QName(node).localname for node in content]
    styles = [
        "tbl" if node.tag == w("tbl") else node.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))
        for node in content
    ]
    assert names == ["p", "p", "tbl", "p", "p"]
    assert styles == ["Heading1", f"{CAPTION}Above", "tbl", "CommitteeFigure", f"{CAPTION}Below"]


def test_what_belongs_together_is_kept_on_one_page() -> None:
    root = body_of(table(note="Base: 94."), chart(note="Base: 94."))
    assert styled(root, f"{CAPTION}Above")
    assert styled(root, f"{CAPTION}withNote")
    # The style of a chart's paragraph says so for all of them.
    assert not find(styled(root, "CommitteeFigure")[0], "w:pPr/w:keepNext")
    assert StyleSheet(Parts(SCRUTINY.read_bytes())).keeps_next("CommitteeFigure")
    last_row = find(root, "//w:tr")[-1]
    assert find(next(last_row.iter(w("tc"))), "w:p/w:pPr/w:keepNext")


def test_figures_and_tables_are_counted_apart_and_appendices_in_their_scheme() -> None:
    root = body(
        render(
            document(
                section("a", table("1", "t"), chart("1", "f")),
                section("b", para("x"), title="One", label="Appendix A"),
                section("c", para("y"), title="Two", label="Appendix B"),
            )
        )
    )
    codes = [node.text.strip() for node in find(root, "//w:instrText")]
    assert codes == [
        "SEQ Table \\* ARABIC",
        "SEQ Figure \\* ARABIC",
        "SEQ Appendix \\* ALPHABETIC",
        "SEQ Appendix \\* ALPHABETIC",
    ]
    assert [shown(node) for node in styled(root, "Heading1")][1:] == [
        "Appendix A: One",
        "Appendix B: Two",
    ]


def test_a_number_out_of_sequence_restarts_the_count_there() -> None:
    captions = Captions(Bookmarks(set(), 1))
    assert "\\r" not in captions.label("Appendix", "1", "")
    assert "\\r 3 " in captions.label("Appendix", "3", "")
    assert "\\r" not in captions.label("Appendix", "4", "")


def test_a_number_that_word_cannot_count_is_text() -> None:
    made = Captions(Bookmarks(set(), 1)).label("Appendix", "1a", "")
    assert "instrText" not in made
    assert "Appendix 1a" in made


def test_a_table_without_a_number_has_its_caption_as_text() -> None:
    root = body_of(table("", "t"))
    assert shown(styled(root, f"{CAPTION}Above")[0]) == "Agreement by year"
