"""Title, language, protection, pages and the order in which a paper is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.accessible.document_checks import (
    check_language,
    check_pages,
    check_protection,
    check_reading_order,
    check_title,
)
from generator.model.release.paper import Paper, PaperLook, PaperRun, PaperText
from tests.checks.papers import paper, read, table, text, told
from tests.word.reading.packages import paragraph, run


@pytest.mark.parametrize("title", ["", "report-v2 final.docx".replace(" ", "-"), "Document1"])
def test_a_title_that_is_missing_or_a_files_name_is_found(title: str) -> None:
    assert told(check_title, paper(properties={"title": title})) == [("title", "")]


def test_a_title_in_words_is_none() -> None:
    assert not told(check_title, paper(properties={"title": "Annual report of the director"}))


def test_a_document_without_language_is_found_unless_its_texts_have_one() -> None:
    bare = Paper("a.docx", (PaperText("paragraph", (PaperRun("Words"),)),))
    said = PaperText("paragraph", (PaperRun("Geiriau", PaperLook(language="cy-GB")),))
    assert told(check_language, bare) == [("language", "")]
    assert not told(check_language, paper(said))
    assert not told(check_language, replace(bare, language="en-GB"))


def test_a_protected_file_is_found() -> None:
    assert told(check_protection, paper(protected="readOnly")) == [("protected", "")]
    assert not told(check_protection, paper())


def test_a_long_paper_wants_a_list_of_contents_and_every_paper_numbers() -> None:
    long = paper(text("Words."), breaks=11)
    assert [rule for rule, _ in told(check_pages, long)] == ["contents", "page-numbers"]
    assert not told(check_pages, replace(long, fields=frozenset({"TOC", "PAGE"})))
    listed = paper(text("Purpose\t1", "contents"), breaks=11, fields=frozenset({"PAGE"}))
    assert not told(check_pages, listed)
    assert not told(check_pages, paper(text("Words.")))


def test_a_colour_of_pages_is_found() -> None:
    assert told(check_pages, paper(background="FFF2CC")) == [("background", "")]
    assert not told(check_pages, paper(background="FFFFFF"))


def test_a_floating_table_is_found_where_it_stands() -> None:
    rows = [["Team", "Replies"], ["Duty", "4"]]
    assert told(check_reading_order, table(rows, floating=True)) == [("reading-order", "Team")]
    assert not told(check_reading_order, table(rows))


def test_a_frame_and_columns_are_found_in_the_file() -> None:
    framed = paragraph(run("Beside it"), more='<w:framePr w:w="2000"/>')
    found = told(check_reading_order, read(framed + paragraph(run("After"))))
    assert found == [("reading-order", "Beside it")]
    columns = paragraph("", more='<w:sectPr><w:cols w:num="2"/></w:sectPr>')
    assert told(check_reading_order, read(columns)) == [("reading-order", "")]
    assert not told(check_reading_order, read(paragraph(run("After"))))
