"""Sections and values can be found again in the file."""

from __future__ import annotations

from lxml import etree

from generator.model.document import Value
from generator.word.writing.base_text import ITEM, NAMESPACE

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


def test_each_section_is_marked_by_a_bookmark_and_by_no_control() -> None:
    root = body(full_parts())
    for each in full_document().sections:
        name = "_sec_" + each.key.replace("-", "_")
        assert len(find(root, f"//w:bookmarkStart[@w:name='{name}']")) == 1
    assert find(root, "//w:sdt//w:docPartGallery/@w:val") == ["Table of Contents"]
    assert len(find(root, "//w:sdt")) == 1


def test_the_bookmark_of_a_section_is_around_its_heading() -> None:
    root = body(
        render(document(section("purpose", numbered("1.1", "x"), title="Purpose", numbered=True)))
    )
    start = find(root, "//w:bookmarkStart[@w:name='_sec_purpose']")[0]
    assert shown(start.getnext()) == "Purpose"


def test_a_section_that_begins_with_a_table_and_has_no_heading_is_marked_too() -> None:
    bare = table("", "", caption="")
    root = body(render(document(section("only", bare, title=""))))
    assert find(root, "//w:body/w:bookmarkStart[@w:name='_sec_only']")


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
    sections = {f"_sec_{each.key.replace('-', '_')}": each.key for each in full_document().sections}
    found: dict[str, list[str]] = {}
    key = ""
    for node in body(parts).iter(w("p")):
        marks = [sections.get(name, "") for name in find(node, ".//w:bookmarkStart/@w:name")]
        key = next(filter(None, marks), key)
        if key and shown(node):
            found.setdefault(key, []).append(shown(node))
    for key, texts in found.items():
        kept = [node.text for node in base.findall(f"{B}section[@key='{key}']/{B}p")]
        assert kept == texts
