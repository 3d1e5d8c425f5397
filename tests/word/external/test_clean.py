"""What another document's text is rid of, and what other programs write otherwise than Word."""

from __future__ import annotations

from lxml import etree

from generator.word.external.clean import clean_text, in_schema_order
from generator.word.package.elements import parse
from generator.word.package.namespaces import DECLARED

from ..samples import find


def story(xml: str) -> etree._Element:
    return parse(f"<w:body {DECLARED}>{xml}</w:body>".encode())


def test_a_run_that_only_held_the_mark_of_a_comment_goes() -> None:
    root = story(
        '<w:p><w:r><w:t>x</w:t></w:r><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
        '<w:commentReference w:id="0"/></w:r></w:p>'
    )
    clean_text(root)
    assert len(find(root, "//w:r")) == 1


def test_a_property_that_stands_twice_stands_once() -> None:
    root = story('<w:p><w:r><w:rPr><w:sz w:val="22"/><w:b/><w:b w:val="0"/></w:rPr></w:r></w:p>')
    in_schema_order(root)
    assert [node.tag.rsplit("}", 1)[-1] for node in find(root, "//w:rPr/*")] == ["b", "sz"]
    assert find(root, "//w:b/@w:val") == ["0"]
