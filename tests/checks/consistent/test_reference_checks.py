"""References that resolve, and those that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.consistent.mention_checks import check_appendix_scheme, check_mentions
from generator.checks.consistent.reference_checks import (
    check_fields,
    check_footnotes,
    check_typed_references,
)
from generator.model.issues import Where
from generator.model.release.paper import PaperRun, PaperTable, PaperText
from generator.model.report import Exemption
from tests.checks.papers import heading, paper, text, told
from tests.compose.builders import report

PAPER = (
    heading("Recommendations"), text("Note it.", "item", number="1."),
    text("Agree.", "item", number="2."),
    heading("Purpose", number="1.0"), text("Why.", number="1.1"), text("So.", number="1.2"),
    text("Table 1: Replies", "caption"), text("Figure 1: Rates", "caption"),
    text("Figure 2: Costs", "caption"),
    heading("Appendix 1: Plan"), text("It."),
)  # fmt: skip


def _field(said: str, field: str) -> PaperText:
    return PaperText(
        "paragraph", (PaperRun("See "), PaperRun(said, field=field)), heading="Findings"
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("as paragraph 3.5 says", "paragraph 3.5"),
        ("see paragraphs 1.1 and 1.7", "paragraphs 1.1 and 1.7"),
        ("see section 4 below", "section 4"),
        ("Table 2 shows it", "Table 2"),
        ("Figures 1 to 9 show it", "Figures 1 to 9"),
        ("in Appendix 3", "Appendix 3"),
        ("recommendation 7 asks for it", "recommendation 7"),
        ("paragraphs 1.2 to 1.1", "paragraphs 1.2 to 1.1"),
    ],
)
def test_what_is_not_in_the_paper_is_found(words: str, found: str) -> None:
    assert told(check_typed_references, paper(*PAPER, text(words))) == [("reference", found)]


@pytest.mark.parametrize(
    "words",
    [
        "see paragraphs 1.1 to 1.2, Table 1, Figures 1 and 2, Appendix 1, recommendation 2",
        "section 100A of the Local Government Act 1972",
        "paragraph 3 of Schedule 12A",
        "under section 17(1) of the Children Act 1989",
        "The Equality Act 2010, section 149, applies.",
        "Figure 9 of the national report",
        "recommendation 12 of the review",
        "the figures 36 and 40 differ",
    ],
)
def test_what_is_there_or_elsewhere_is_right(words: str) -> None:
    assert told(check_typed_references, paper(*PAPER, text(words))) == []


def test_a_paragraph_that_the_report_is_exempt_under_is_one_of_the_schedule() -> None:
    exempt = replace(report(), exemption=Exemption((14, 16), "Prices.", Where("report.yaml")))
    for words in ("Exempt: paragraph 14", "Exempt: paragraphs 14 and 16"):
        one = paper(*PAPER, text(words, table=0, row=0, column=1))
        assert told(check_typed_references, one, report=exempt) == []
        assert told(check_typed_references, one) == [("reference", words.removeprefix("Exempt: "))]
    one = paper(*PAPER, text("as paragraph 15 says"))
    assert told(check_typed_references, one, report=exempt) == [("reference", "paragraph 15")]


def test_a_field_says_what_it_points_at() -> None:
    target = text("Why.", number="3.5", bookmarks=("_ref_why",))
    table = text("Table 2: Replies", "caption", bookmarks=("_cap_replies",))
    right = (_field("3.5", "REF _ref_why \\w \\h"), _field("Table 2", "REF _cap_replies \\h"))
    wrong = (_field("3.4", "REF _ref_why \\w \\h"), _field("Table 1", "REF _cap_replies \\h"))
    lost = _field("4.1", "REF _ref_gone \\r \\h")
    assert told(check_fields, paper(target, table, *right)) == []
    assert told(check_fields, paper(target, table, *wrong, lost)) == [
        ("reference", "3.4"),
        ("reference", "Table 1"),
        ("reference", "4.1"),
    ]


def test_each_footnote_has_one_mark() -> None:
    mark = PaperText("paragraph", (PaperRun("Words"), PaperRun("", note="1")))
    note = text("A source.", note="1", story="footnote")
    assert told(check_footnotes, paper(mark, note)) == []
    assert [rule for rule, _ in told(check_footnotes, paper(mark))] == ["footnote"]
    assert [rule for rule, _ in told(check_footnotes, paper(note))] == ["footnote"]
    assert [rule for rule, _ in told(check_footnotes, paper(mark, mark, note))] == ["footnote"]


def test_a_table_or_figure_that_nothing_names_is_found_but_not_in_an_appendix() -> None:
    one = paper(
        text("Figures 1 to 2 show it."), *PAPER[6:9], heading("Appendix 1: Figures"),
        text("Table 2: More", "caption"),
    )  # fmt: skip
    assert told(check_mentions, one) == [("unmentioned", "Table 1: Replies")]


def test_appendices_have_numbers_or_letters_not_both() -> None:
    one = paper(text("See Appendix 1."), text("See Appendix 2."), text("See Appendix A."))
    assert told(check_appendix_scheme, one) == [("appendix-scheme", "Appendix A")]
    assert told(check_appendix_scheme, paper(text("Appendix A"), text("Appendix B"))) == []


def test_a_table_beyond_those_that_a_paper_without_captions_has_is_told() -> None:
    named = text("See Table 2, and Figure 1 of the strategy.")
    words = told(check_typed_references, paper(named, tables=(PaperTable(()),)))
    assert words == [("reference", "Table 2")]
    both = (PaperTable(()), PaperTable(()))
    assert told(check_typed_references, paper(named, tables=both)) == []
