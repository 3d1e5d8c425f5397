"""Parts, relationships and content types."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.word.package.elements import parse, w
from generator.word.package.parts import DOCUMENT, Parts, relationships_name
from generator.word.package.zip_package import PackageError, read_parts, write_package

from ..samples import SCRUTINY


@pytest.fixture
def parts() -> Parts:
    return Parts(SCRUTINY.read_bytes())


def test_relationships_stand_beside_their_part() -> None:
    assert relationships_name("word/document.xml") == "word/_rels/document.xml.rels"
    assert relationships_name("") == "_rels/.rels"


def test_a_relationship_to_the_same_target_is_made_once(parts: Parts) -> None:
    first = parts.relate(DOCUMENT, "hyperlink", "https://example.org", external=True)
    assert parts.relate(DOCUMENT, "hyperlink", "https://example.org", external=True) == first
    assert parts.relate(DOCUMENT, "hyperlink", "https://example.com", external=True) != first


def test_a_part_that_was_added_is_typed_and_found_after_writing(parts: Parts) -> None:
    parts.add("word/extra/part.xml", w("p"), "application/extra+xml")
    parts.relate(DOCUMENT, "extra", "word/extra/part.xml")
    again = Parts(parts.to_bytes())
    assert again.content_type("word/extra/part.xml") == "application/extra+xml"
    assert again.related_part(DOCUMENT, "extra") == "word/extra/part.xml"
    assert b'Target="extra/part.xml"' in again.raw["word/_rels/document.xml.rels"]


def test_a_removed_part_leaves_no_content_type(parts: Parts) -> None:
    name = parts.related_part(DOCUMENT, "header") or ""
    parts.remove(name)
    assert name.encode() not in read_parts(parts.to_bytes())["[Content_Types].xml"]


def test_changes_to_an_xml_part_are_written(parts: Parts) -> None:
    parts.xml("word/styles.xml").set("changed", "yes")
    assert Parts(parts.to_bytes()).xml("word/styles.xml").get("changed") == "yes"


def test_a_part_that_is_no_xml_is_named() -> None:
    raw = read_parts(SCRUTINY.read_bytes())
    raw["word/styles.xml"] = b"<w:styles"
    with pytest.raises(PackageError, match=r"word/styles\.xml is damaged"):
        Parts(write_package(raw)).xml("word/styles.xml")


def test_entities_are_not_resolved() -> None:
    data = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    assert b"root:" not in etree.tostring(parse(data))
