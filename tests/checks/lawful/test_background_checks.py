"""Background papers and late items."""

from __future__ import annotations

from generator.checks.lawful.background_checks import check_background_papers, check_late_item
from generator.model.release.paper import Paper
from tests.checks.papers import heading, paper, text, told


def papers(*entries: str) -> Paper:
    return paper(heading("Background papers"), *map(text, entries), heading("Appendices"))


def test_papers_are_listed_or_said_to_be_none() -> None:
    assert told(check_background_papers, papers("Workforce strategy 2022")) == []
    assert told(check_background_papers, papers("There are none.")) == []
    assert told(check_background_papers, papers()) == [("background-papers", "Background papers")]


def test_an_exempt_paper_and_a_published_work_do_not_belong_there() -> None:
    listed = papers("Exempt report to Cabinet, 3 May 2022", "Children Act 1989")
    assert told(check_background_papers, listed) == [
        ("background-exempt", "Exempt report to Cabinet, 3 May 2022"),
        ("background-published", "Children Act 1989"),
    ]
    none = "No unpublished papers were relied on, other than those that are exempt."
    assert told(check_background_papers, papers(none)) == []


def test_a_late_item_says_why() -> None:
    late = text("LATE ITEM")
    why = text("Special circumstances: the grant was offered after the agenda was published.")
    assert told(check_late_item, paper(late, text("We ask for more."))) == [
        ("late-item", "LATE ITEM")
    ]
    assert told(check_late_item, paper(late, why)) == []
    assert told(check_late_item, paper(text("Replies came late, and repairs are urgent."))) == []
