"""Which headers and footers the pages of a file print."""

from __future__ import annotations

from generator.model.release.paper import PaperPages
from generator.word.paper.read_paper import read_paper
from tests.word.reading.packages import paragraph, word_file

HEADER = '<w:headerReference w:type="{}" r:id="pheader"/>'
LYING = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'


def pages(first: str, second: str, settings: str = "") -> tuple[PaperPages, ...]:
    """The pages of a file of two sections, the last of which is of word_file's own."""
    inner = f"<w:p><w:pPr><w:sectPr>{first}</w:sectPr></w:pPr></w:p>"
    inner += f"<w:p><w:pPr><w:sectPr>{second}</w:sectPr></w:pPr></w:p>"
    parts = {"header": paragraph("<w:r><w:t>Words</w:t></w:r>"), "settings": settings}
    found = read_paper(word_file(inner, parts), "a.docx").pages
    return tuple(one for one in found if one.section < 3)


def test_a_section_prints_what_the_one_before_it_prints() -> None:
    assert pages(HEADER.format("default"), LYING) == (
        PaperPages(1, "default", False, ("word/header.xml",)),
        PaperPages(2, "default", True, ("word/header.xml",)),
    )


def test_first_and_even_pages_have_their_own_where_the_file_asks_for_it() -> None:
    every = "<w:evenAndOddHeaders/>"
    found = pages(f"{HEADER.format('first')}<w:titlePg/>", '<w:titlePg w:val="0"/>', every)
    assert found == (
        PaperPages(1, "default"),
        PaperPages(1, "first", False, ("word/header.xml",)),
        PaperPages(1, "even"),
        PaperPages(2, "default"),
        PaperPages(2, "even"),
    )


def test_a_section_that_begins_within_a_page_has_no_first_page() -> None:
    within = f'{HEADER.format("default")}<w:type w:val="continuous"/><w:titlePg/>'
    assert [one.kind for one in pages(within, "")] == ["default", "default"]
