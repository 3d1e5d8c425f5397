"""Sections and values can be found again in the file."""

from __future__ import annotations

from lxml import etree

from generator.model.document import Value
from generator.word.package.namespaces import DECLARED
from generator.word.writing.base_text import ITEM, NAMESPACE
from generator.word.writing.controls import block_control, control_id

from ..samples import (
    body,
    document,
    find,
    full_document,
    full_parts,
    numbered,
    para,
    render,
    section,
    shown,
    table,
    w,
)

B = f"{{{NAMESPACE}}}"


def test_each_section_stands_in_a_locked_control_of_its_own() -> None:
    root = body(full_parts())
    tags = find(root, "//w:body/w:sdt/w:sdtPr[w:lock/@w:val='sdtLocked']/w:tag/@w:val")
    assert tags == [f"section:{each.key}" for each in full_document().sections]


def test_each_section_is_marked_a_second_time_by_a_bookmark() -> None:
    root = body(full_parts())
    for each in full_document().sections:
        name = "_sec_" + each.key.replace("-", "_")
        marks = find(root, f"//w:bookmarkStart[@w:name='{name}']")
        assert len(marks) == 1
        control = find(root, f"//w:sdt[w:sdtPr/w:tag/@w:val='section:{each.key}']")[0]
        assert control in list(marks[0].iterancestors())


def test_the_bookmark_of_a_section_is_around_its_heading() -> None:
    root = body(
        render(document(section("purpose", numbered("1.1", "x"), title="Purpose", numbered=True)))
    )
    start = find(root, "//w:bookmarkStart[@w:name='_sec_purpose']")[0]
    assert shown(start.getnext()) == "Purpose"


def test_a_section_that_begins_with_a_table_and_has_no_heading_is_marked_too() -> None:
    bare = table("", "", caption="")
    root = body(render(document(section("only", bare, title=""))))
    assert find(root, "//w:sdtContent/w:bookmarkStart[@w:name='_sec_only']")


def test_ids_of_controls_come_from_their_tags() -> None:
    assert control_id("section:purpose") == control_id("section:purpose")
    assert 0 < control_id("section:purpose") < 2**31


def test_the_tag_stands_where_libreoffice_keeps_it_too() -> None:
    root = body(full_parts())
    path = "//w:sdt/w:sdtPr/w:docPartObj/w:docPartCategory/@w:val"
    marked = [tag for tag in find(root, path) if tag.startswith("section:")]
    assert marked == [f"section:{each.key}" for each in full_document().sections]


def test_a_long_tag_is_cut_to_what_word_takes() -> None:
    made = block_control("section:" + "x" * 200, "y" * 200, "")
    root = etree.fromstring(f"<a {DECLARED}>{made}</a>")
    assert all(len(value) <= 64 for value in find(root, "//w:tag/@w:val | //w:alias/@w:val"))


def test_the_base_part_holds_the_text_of_each_section() -> None:
    made = document(
        section("a", numbered("1.1", "One & two"), table(rows=1), numbered=True, title="T")
    )
    root = etree.fromstring(render(made)[ITEM])
    found = root.find(f"{B}section")
    assert found.get("key") == "a"
    assert found.get("bookmark") == "_sec_a"
    texts = [node.text for node in found]
    assert texts[:3] == ["T", "One & two", "Table 1: Agreement by year"]
    assert texts[3:] == ["Statement", "2021", "2022", "Statement 0", "50%", "60%"]


def test_the_base_part_holds_every_value_with_its_bookmark() -> None:
    parts = render(document(section("a", para(Value("<67%>", "sw.x"), Value("3", "sw.y")))))
    found = etree.fromstring(parts[ITEM]).findall(f"{B}value")
    assert [(node.get("key"), node.text) for node in found] == [("sw.x", "<67%>"), ("sw.y", "3")]
    names = find(body(parts), "//w:bookmarkStart/@w:name")
    assert all(node.get("bookmark") in names for node in found)


def test_the_base_part_agrees_with_the_text_of_the_document() -> None:
    parts = full_parts()
    base = etree.fromstring(parts[ITEM])
    for control in find(body(parts), "//w:body/w:sdt"):
        key = find(control, "w:sdtPr/w:tag/@w:val")[0].removeprefix("section:")
        kept = [node.text for node in base.findall(f"{B}section[@key='{key}']/{B}p")]
        assert kept == [shown(node) for node in control.iter(w("p")) if shown(node)]
