"""Footnotes: real ones, wherever text can stand."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from generator.model.document import Footnote, Link
from generator.word.package.parts import Parts
from generator.word.package.zip_package import read_parts
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.footnotes import Footnotes

from ..samples import (
    SCRUTINY,
    body,
    document,
    find,
    full_parts,
    inlines,
    item,
    listed,
    numbered,
    para,
    render,
    section,
    shown,
    table,
    w,
)


def note(text: str) -> Footnote:
    return Footnote((inlines(text),))


def notes(parts: dict[str, bytes]) -> dict[str, str]:
    root = etree.fromstring(parts["word/footnotes.xml"])
    return {node.get(w("id")): shown(node).strip() for node in root if not node.get(w("type"))}


def test_notes_are_numbered_in_reading_order_in_paragraphs_lists_and_cells() -> None:
    plain = table(rows=1)
    cells = replace(plain, rows=((inlines("x", note("third")), *plain.rows[0][1:]),))
    parts = render(
        document(
            section(
                "a",
                numbered("1.1", "text", note("first")),
                listed("bullet", item("item", note("second"))),
                cells,
                numbered=True,
            )
        )
    )
    assert notes(parts) == {"1": "first", "2": "second", "3": "third"}
    order = [node.get(w("id")) for node in body(parts).iter(w("footnoteReference"))]
    assert order == ["1", "2", "3"]


def test_the_part_opens_with_the_lines_that_settings_name() -> None:
    root = etree.fromstring(full_parts()["word/footnotes.xml"])
    kinds = {node.get(w("id")): node.get(w("type")) for node in root if node.get(w("type"))}
    assert kinds == {"-1": "separator", "0": "continuationSeparator"}
    settings = etree.fromstring(full_parts()["word/settings.xml"])
    assert find(settings, "//w:footnotePr/w:footnote/@w:id") == ["-1", "0"]


def test_a_note_may_have_paragraphs_and_links_of_its_own() -> None:
    long = Footnote(
        (inlines("one"), inlines("two ", Link("https://example.org/?a=1&b=2", inlines("there"))))
    )
    parts = render(document(section("a", para("x", long))))
    root = etree.fromstring(parts["word/footnotes.xml"])
    assert len(find(root, "//w:footnote[@w:id='1']/w:p")) == 2
    assert len(find(root, "//w:footnoteRef")) == 1
    assert b"https://example.org/?a=1&amp;b=2" in parts["word/_rels/footnotes.xml.rels"]


def test_a_document_without_notes_has_no_part_for_them() -> None:
    assert "word/footnotes.xml" not in render(document(section("a", para("x"))))


def test_the_mark_has_its_style_in_text_and_note() -> None:
    parts = full_parts()
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert find(etree.fromstring(parts[name]), "//w:rStyle[@w:val='FootnoteReference']")


def test_notes_of_the_template_stay_and_ours_follow() -> None:
    parts = Parts(SCRUTINY.read_bytes())
    Footnotes(parts, StyleSheet(parts)).add(["<w:r><w:t>theirs</w:t></w:r>"])
    again = Parts(parts.to_bytes())
    mark = Footnotes(again, StyleSheet(again)).add(["<w:r><w:t>ours</w:t></w:r>"])
    assert 'w:id="2"' in mark
    assert notes(read_parts(again.to_bytes())) == {"1": "theirs", "2": "ours"}
