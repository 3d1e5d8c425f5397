"""Text as XML and Word can hold it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.word.package.xml_text import clean, escape, on_one_line


@given(st.text())
def test_escaped_text_can_stand_in_an_attribute(text: str) -> None:
    made = etree.fromstring(f'<a b="{escape(clean(text))}"/>')
    kept = clean(text).replace("\t", " ").replace("\n", " ")
    assert made.get("b") == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb", "a\nb"),
        ("a\x00\x07\x1b\ufffeb", "ab"),
        ("a\ud800b", "ab"),
        ("caf\u00e9 \U0001f642 \u2028", "caf\u00e9 \U0001f642 \u2028"),
    ],
)
def test_what_xml_cannot_hold_is_left_out(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\r\nb", "a b"), ("a\n\n\tb", "a b"), ("a\x0bb", "a b"), ("a\x00b", "ab"), ("a  b", "a  b")],
)
def test_text_on_one_line_keeps_its_words_apart(text: str, expected: str) -> None:
    assert on_one_line(text) == expected
