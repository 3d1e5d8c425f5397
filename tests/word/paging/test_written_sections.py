"""Sections that share pages are told from those that begin their own."""

from __future__ import annotations

from generator.model.document import External, Section
from generator.word.paging.written_sections import WrittenSection, flows, page_runs


def written(key: str, *blocks: str, begins: bool = False, filled: bool = False) -> WrittenSection:
    return WrittenSection(Section(key, "narrative", ""), list(blocks), False, begins, filled)


def keys(*sections: WrittenSection) -> list[list[str]]:
    return [[one.section.key for one in run] for run in page_runs(sections)]


def test_a_section_that_begins_a_page_begins_a_run() -> None:
    a, b, c, d = written("a"), written("b"), written("c", begins=True), written("d")
    assert keys(a, b, c, d) == [["a", "b"], ["c", "d"]]
    assert keys(c) == [["c"]]
    assert keys() == []


def test_the_pages_of_a_filled_section_are_told_already() -> None:
    filled = written("a", "<w:p/>", filled=True)
    assert not flows([filled])
    assert flows([filled, written("b", "<w:p/>")])


def test_columns_and_documents_of_others_have_pages_that_nobody_can_tell() -> None:
    ending = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    assert flows([written("a", "<w:p/>", ending)])
    assert not flows([written("a", ending, "<w:p/>")])
    section = Section("b", "appendix", "", (External("theirs.docx"),))
    assert not flows([WrittenSection(section, ["<w:p/>"], False, True, False)])
