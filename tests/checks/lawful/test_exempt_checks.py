"""Exempt papers, public ones, and what of the first got into the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.checks.held import Check, Held
from generator.checks.lawful.exempt_checks import (
    check_exempt_paper,
    check_markings,
    check_paragraphs,
)
from generator.checks.lawful.exempt_leaks import check_exempt_material
from generator.config.jurisdictions import every_law, shipped_law
from generator.model.issues import Where
from generator.model.release.paper import (
    Paper,
    PaperChart,
    PaperDrawing,
    PaperPages,
    PaperSeries,
)
from generator.model.release.paper_media import PaperWorkbook
from generator.model.report import Exemption
from tests.checks.papers import heading, paper, text
from tests.compose.builders import format_, report

EXEMPT = Exemption((3,), "The price would rise.", Where("report.yaml"))


def told(check: Check, one: Paper, **said: Any) -> list[tuple[str, str]]:
    held = Held(one, **{"laws": every_law(), **said})
    return [(x.rule.partition(".")[2], x.where.words) for x in check(held)]


def test_a_paragraph_that_the_schedule_has_not_is_told() -> None:
    wrong = "Exempt under paragraph 21 of Part 1 of Schedule 12A to the Act."
    assert told(check_paragraphs, paper(text(wrong))) == [
        ("exempt-paragraph", "paragraph 21 of Part 1 of Schedule 12A")
    ]
    other = "By virtue of Schedule 12A, Part 1, paragraph 9, of the Act."
    assert told(check_paragraphs, paper(text(other))) == [
        ("exempt-paragraph", "Schedule 12A, Part 1, paragraph 9")
    ]


def test_paragraphs_of_each_jurisdiction_are_known() -> None:
    for good in (
        "paragraphs 1, 2 and 7 of Part 1 of Schedule 12A",
        "paragraph 14 of Schedule 12A",
        "paragraphs 13 to 15 of Part I of Schedule 7A",
        "paragraph 3 of Schedule 6",
        "paragraph 10 of Part 2 of Schedule 12A, the public interest",
        "paragraph 40 of Schedule 2 to another Act",
    ):
        assert told(check_paragraphs, paper(text(f"Exempt under {good}."))) == []
    welsh = {"laws": (shipped_law("wales"),)}
    assert told(check_paragraphs, paper(text("paragraph 3 of Schedule 12A")), **welsh) == [
        ("exempt-paragraph", "paragraph 3 of Schedule 12A")
    ]


def test_the_paragraphs_named_are_the_same_everywhere() -> None:
    own = replace(report(), exemption=EXEMPT)
    one = paper(text("Exempt under paragraph 4 of Schedule 12A."))
    held = {"report": own, "format": format_(), "laws": (shipped_law("england"),)}
    assert told(check_paragraphs, one, **held) == [
        ("exempt-differs", "paragraph 4 of Schedule 12A")
    ]
    bare = paper(
        text("Not for publication by virtue of paragraph 3 of Schedule 12A"),
        heading("Purpose"),
        heading("Legal"),
        text("It is exempt under paragraph 1 of Schedule 12A, as it names a person."),
    )
    assert told(check_paragraphs, bare) == [("exempt-differs", "paragraph 1 of Schedule 12A")]


def test_an_exempt_paper_says_all_that_it_must() -> None:
    bare = paper(text("NOT FOR PUBLICATION"), heading("Purpose"), text("We buy a house."))
    assert [name for name, _ in told(check_exempt_paper, bare)] == [
        "exempt-unnamed",
        "public-interest",
        "resolution",
        "marking",
    ]
    whole = paper(
        text("NOT FOR PUBLICATION"),
        text("Exempt under paragraph 3 of Schedule 12A. The public interest in keeping it private"),
        text("The panel is asked to resolve that the public be excluded."),
        text("NOT FOR PUBLICATION", story="header"),
    )
    assert told(check_exempt_paper, whole) == []


@pytest.mark.parametrize(
    ("pages", "told_of"),
    [
        ([PaperPages(1, "default", parts=("h1",))], ""),
        ([PaperPages(1, "default", parts=("h1",)), PaperPages(1, "first")], ""),
        (
            [PaperPages(1, "default", parts=("h1",)), PaperPages(1, "even", parts=("h2",))],
            "the even pages",
        ),
        (
            [PaperPages(1, "default", parts=("h1",)), PaperPages(2, "default", True)],
            "the landscape pages of section 2",
        ),
        (
            [PaperPages(1, "default", parts=("h1",)), PaperPages(2, "first", parts=("h2",))],
            "the first page of section 2",
        ),
    ],
)
def test_every_kind_of_page_says_that_it_is_exempt(
    pages: Sequence[PaperPages], told_of: str
) -> None:
    one = paper(
        text("NOT FOR PUBLICATION"),
        text("Exempt under paragraph 3 of Schedule 12A. The public interest in keeping it private"),
        text("The panel is asked to resolve that the public be excluded."),
        text("NOT FOR PUBLICATION", story="header", part="h1"),
        text("City Council", story="header", part="h2"),
        pages=tuple(pages),
    )
    said = [issue.message for issue in check_exempt_paper(Held(one, laws=every_law()))]
    what = f"neither header nor footer of {told_of} says that the paper is not for publication"
    assert said == ([what] if told_of else [])


def test_words_about_exempt_matters_are_no_marking() -> None:
    for words in (
        "This report is not exempt from publication.",
        "Not for publication: No",
        "Appendix 2 is not for publication, as it holds the prices that three bidders asked for.",
        "Small firms are exempt from the charge.",
    ):
        assert told(check_exempt_paper, paper(text(words))) == []
    row = (text("Not for publication", table=0, row=0, column=0), text("No", table=0, column=1))
    assert told(check_exempt_paper, paper(*row)) == []


def test_a_public_copy_is_not_marked_as_exempt_and_no_paper_as_both() -> None:
    marked = paper(text("NOT FOR PUBLICATION", story="header"), text("Words."))
    public = {"report": report(), "format": format_()}
    for final in (True, False):
        found = told(check_markings, marked, final=final, **public)
        assert found == [("public-marking", "NOT FOR PUBLICATION")]
    assert told(check_exempt_paper, marked, **public) == []
    assert told(check_markings, marked) == []
    both = paper(text("NOT PROTECTIVELY MARKED"), text("Not for publication", story="footer"))
    assert told(check_markings, both) == [("public-marking", "NOT PROTECTIVELY MARKED")]


# ---------------------------------------------------------------- what got out
SECRET = "The lowest of the three bids for the home was made by Northern Builders at £412,500."
WORDS = {"exempt_words": (SECRET,)}


def test_exempt_words_in_the_public_copy_are_found_wherever_they_stand() -> None:
    taken = "bids for the home was made by northern builders"
    said = "bids for the home was made by Northern Builders"
    assert told(check_exempt_material, paper(text(f"Of these {said} and others.")), **WORDS) == [
        ("exempt-leak", said)
    ]
    picture = PaperDrawing("picture", 0, alternative=f"A chart of {taken}")
    assert told(check_exempt_material, paper(text(""), drawings=(picture,)), **WORDS) == [
        ("exempt-leak", taken)
    ]
    chart = PaperChart("c.xml", texts=("s", taken))
    drawing = PaperDrawing("chart", 0, chart=chart)
    assert [
        n for n, _ in told(check_exempt_material, paper(text(""), drawings=(drawing,)), **WORDS)
    ] == ["exempt-leak"]
    kept = paper(text("Words."), properties={"description": SECRET})
    assert [n for n, _ in told(check_exempt_material, kept, **WORDS)] == ["exempt-leak"]


def test_exempt_words_and_amounts_behind_a_chart_are_found() -> None:
    def behind(**said: Any) -> Paper:
        book = PaperWorkbook("b.xlsx", **said)
        return paper(text(""), drawings=(PaperDrawing("chart", 0, chart=_chart(book)),))

    words = behind(texts=("Figures", "the lowest of the three bids for the home was"))
    assert [n for n, _ in told(check_exempt_material, words, **WORDS)] == ["exempt-leak"]
    amount = told(check_exempt_material, behind(numbers=(35.0, 412500.0)), **WORDS)
    assert amount == [("exempt-amount", "412500")]
    assert told(check_exempt_material, behind(numbers=(35.0,)), **WORDS) == []
    kept = PaperChart("c.xml", series=(PaperSeries("Bids", values=(None, 412500.0)),))
    cached = paper(text(""), drawings=(PaperDrawing("chart", 0, chart=kept),))
    assert told(check_exempt_material, cached, **WORDS) == [("exempt-amount", "412500")]


def _chart(book: PaperWorkbook) -> PaperChart:
    return PaperChart("c.xml", workbook=book.part, book=book)


def test_an_amount_is_told_and_common_words_are_not() -> None:
    one = paper(text("The budget is £412,500."), text("The lowest of the three bids wins."))
    assert told(check_exempt_material, one, **WORDS) == [("exempt-amount", "£412,500")]
    assert told(check_exempt_material, one) == []
