"""What a paragraph is told to be, by style, outline, list and place."""

from __future__ import annotations

import re

import pytest

from generator.word.package.zip_package import read_parts, write_package
from generator.word.reading.read_word import read_word

from ..samples import document, numbered, rendered, section
from .packages import BY, paragraph, run, word_file


def kind(content: str) -> tuple[str, str, int, str]:
    (text,) = read_word(word_file(content)).accepted
    return text.kind, text.style, text.level, text.marker


def numbered_at(num: str, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


ONE = run("One")
IN_CELL = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (paragraph(ONE), ("paragraph", "normal", 0, "")),
        (paragraph(ONE, style="gone"), ("paragraph", "normal", 0, "")),
        (paragraph(ONE, style="H1"), ("heading", "heading 1", 1, "")),
        (paragraph(ONE, more='<w:outlineLvl w:val="2"/>'), ("heading", "normal", 3, "")),
        (
            paragraph(ONE, style="H1", more='<w:outlineLvl w:val="9"/>'),
            ("paragraph", "heading 1", 0, ""),
        ),
        (paragraph(ONE, style="Cap"), ("caption", "caption", 0, "")),
        (paragraph(ONE, style="T1"), ("contents", "toc 1", 0, "")),
        (paragraph(ONE, style="Num"), ("paragraph", "committee paragraph", 0, "")),
        (
            paragraph(ONE, style="Num", more=numbered_at("2")),
            ("item", "committee paragraph", 0, "bullet"),
        ),
        (
            paragraph(ONE, style="Num", more=numbered_at("0")),
            ("paragraph", "committee paragraph", 0, ""),
        ),
        (paragraph(ONE, style="Rec"), ("item", "committee recommendation", 0, "")),
        (paragraph(ONE, style="LB"), ("item", "list bullet", 0, "bullet")),
        (paragraph(ONE, style="LB", more=numbered_at("0")), ("paragraph", "list bullet", 0, "")),
        (paragraph(ONE, more=numbered_at("3")), ("item", "normal", 0, "(a)")),
        (paragraph(ONE, more=numbered_at("3", 1)), ("item", "normal", 1, "I.")),
        (paragraph(ONE, more=numbered_at("77")), ("paragraph", "normal", 0, "")),
        (IN_CELL.format(paragraph(ONE)), ("cell", "normal", 0, "")),
        (IN_CELL.format(paragraph(ONE, style="LB")), ("cell", "list bullet", 0, "bullet")),
        (IN_CELL.format(paragraph(ONE, style="Cap")), ("caption", "caption", 0, "")),
    ],
)
def test_a_paragraph_is_told_by_what_word_knows_of_it(
    content: str, found: tuple[str, str, int, str]
) -> None:
    assert kind(content) == found


def test_what_stands_in_the_control_of_the_contents_list_is_contents() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    assert kind(control.format(paragraph(ONE)))[0] == "contents"


def test_a_paragraph_whose_style_was_changed_was_what_it_was() -> None:
    change = f'<w:pPrChange w:id="5" {BY}><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange>'
    read = read_word(word_file(paragraph(ONE, style="Num", more=change)))
    assert (read.accepted[0].kind, read.rejected[0].kind) == ("paragraph", "heading")
    (revision,) = read.revisions
    assert (revision.kind, revision.text) == ("formatting", "One")


def test_a_numbered_paragraph_moved_below_its_levels_is_an_item() -> None:
    made = document(section("a", numbered("1.1", "x"), numbered("1.2", "y"), numbered=True))
    parts = read_parts(rendered(made))
    style = parts["word/styles.xml"].partition(b'w:styleId="CommitteeParagraph"')[2]
    own = re.findall(rb'<w:numId w:val="(\d+)"', style)[0]
    before, paragraph_, after = parts["word/document.xml"].rpartition(b'"CommitteeParagraph"/>')
    for level, found in (
        (1, ("paragraph", 0, "")),
        (2, ("item", 0, "(a)")),
        (3, ("item", 1, "(i)")),
    ):
        said = numbered_at(own.decode(), level).encode()
        edited = {**parts, "word/document.xml": before + paragraph_ + said + after}
        texts = [one for one in read_word(write_package(edited)).accepted if one.text == "y"]
        assert [(one.kind, one.level, one.marker) for one in texts] == [found]
