"""The template's own tags, filled in."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tests.phrases import row

from ..samples import (
    SCRUTINY,
    body,
    document,
    find,
    para,
    render,
    section,
    shown,
    styled,
)

ROWS = (
    row("title", "Report title", (("Health & safety <2022>",),)),
    row("employee", "Accountable employee", (("A Person", "Analyst"), ("Tel", "01902 1"))),
    row("seen", "Considered by", (("A body with a rather long name", "1 May 2023"),)),
    row("empty", "Wards affected", ()),
)


def rows() -> list[list[str]]:
    made = replace(document(section("a", para("x"))), front_matter=ROWS)
    table = find(body(render(made)), "//w:body/w:tbl")[0]
    return [[shown(p) for p in find(row, ".//w:p")] for row in find(table, "w:tr")]


def test_each_row_of_front_matter_is_a_row_of_the_table() -> None:
    assert rows()[:3] == [
        ["Report title", "Health & safety <2022>"],
        ["Accountable employee", "A Person\tAnalyst", "Tel\t01902 1"],
        ["Considered by", "A body with a rather long name\t1 May 2023"],
    ]


def test_a_row_without_lines_leaves_no_blank_cell() -> None:
    assert rows()[3] == ["Wards affected", "-"]


def test_without_front_matter_there_is_no_table() -> None:
    made = replace(document(section("a", para("x"))), front_matter=())
    assert not find(body(render(made)), "//w:tbl")


def test_lines_of_two_parts_stand_in_the_style_with_the_right_tab_stop() -> None:
    made = replace(document(section("a", para("x"))), front_matter=ROWS)
    root = body(render(made))
    assert len(styled(root, "FrontMatterColumns")) == 2
    assert len(styled(root, "FrontMatterWideColumns")) == 1


def test_header_and_footer_are_filled_in_and_keep_their_fields() -> None:
    parts = render(document(section("a", para("x"))))
    header = shown(etree.fromstring(parts["word/header1.xml"]))
    footer = etree.fromstring(parts["word/footer1.xml"])
    assert header == "Anytown CouncilScrutiny Panel\t15 March 2023"
    assert shown(footer) == "[NOT PROTECTIVELY MARKED]\tPage 1 of 1"
    codes = [node.text.strip() for node in find(footer, "//w:instrText")]
    assert codes == ["PAGE", "NUMPAGES"]


def test_braces_and_tags_in_the_text_are_text() -> None:
    wild = "{{ title }} {% for %} {_{ }_} \u201cquoted\u201d"
    made = replace(document(section("a", para("x"))), front_matter=(
        row("title", wild, ((wild,),)),), council=wild)  # fmt: skip
    parts = render(made)
    cells = [shown(p) for p in find(body(parts), "//w:tbl//w:p")]
    assert cells == [wild, wild]
    assert wild in shown(etree.fromstring(parts["word/header1.xml"]))


def test_the_templates_file_is_not_changed() -> None:
    before = SCRUTINY.read_bytes()
    render(document(section("a", para("x"))))
    assert SCRUTINY.read_bytes() == before
