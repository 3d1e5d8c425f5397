"""The contents list."""

from __future__ import annotations

from generator.model.document import Contents
from generator.word.writing.contents import Entry, contents_entries

from ..samples import (
    body,
    document,
    find,
    full_parts,
    numbered,
    render,
    section,
    shown,
    styled,
)

LISTED = document(
    section("contents", Contents("In this report"), title="", kind="contents"),
    section("purpose", numbered("1.1", "x"), title="Purpose", number="1.0", numbered=True),
    section("sub", numbered("1.2", "x"), title="Not listed", level=2),
    section("app", numbered("1.3", "y"), title="Questions", label="Appendix 1"),
)


def test_the_entries_are_headings_of_level_one_and_appendices() -> None:
    assert contents_entries(LISTED) == (
        Entry("purpose", "1.0", "Purpose"),
        Entry("app", "", "Appendix 1: Questions"),
    )


def test_each_entry_links_to_its_heading_and_has_its_page() -> None:
    root = body(render(LISTED, pages={"purpose": 2, "app": 12}))
    assert [shown(node) for node in styled(root, "TOC1")] == [
        "1.0\tPurpose\t2",
        "Appendix 1: Questions\t12",
    ]
    links = find(root, "//w:p[w:pPr/w:pStyle/@w:val='TOC1']/w:hyperlink/@w:anchor")
    assert links == ["_sec_purpose", "_sec_app"]
    assert " PAGEREF _sec_app \\h " in [node.text for node in find(root, "//w:instrText")]


def test_without_a_rendering_the_entries_have_no_page_numbers() -> None:
    root = body(render(LISTED))
    assert [shown(node) for node in styled(root, "TOC1")] == [
        "1.0\tPurpose",
        "Appendix 1: Questions",
    ]


def test_word_is_asked_for_page_numbers_only_where_nobody_has_counted_them() -> None:
    counted = body(render(LISTED, pages={"purpose": 2, "app": 12}))
    for root, stale in ((body(render(LISTED)), ["true"]), (counted, [])):
        assert find(root, "//w:fldChar[@w:fldCharType='begin']/@w:dirty") == stale


def test_the_list_is_words_own_field_in_a_control_of_its_gallery() -> None:
    root = body(full_parts())
    gallery = find(root, "//w:docPartGallery/@w:val")
    assert gallery.count("Table of Contents") == 1
    codes = [node.text.strip() for node in find(root, "//w:instrText")]
    assert codes[0] == 'TOC \\o "1-1" \\h \\z \\u'


def test_the_heading_of_the_list_is_not_a_heading_of_the_report() -> None:
    root = body(render(LISTED))
    assert [shown(node) for node in styled(root, "TOCHeading")] == ["In this report"]
