"""Which text of the report each text of a draft has become."""

from __future__ import annotations

from generator.merge.pairs.now_of import now_of
from generator.model.draft_base import BaseEntry


def row(section: str, printed: str) -> BaseEntry:
    return BaseEntry("front-matter", printed, mark=f"_p_{printed}", section=section)


def test_a_row_of_front_matter_is_the_same_whatever_it_says() -> None:
    draft = [row("title", "Staff"), row("front_matter.wards_affected", "All")]
    now = [row("title", "Staff"), row("front_matter.wards_affected", "Park")]
    assert now_of(draft, now) == {0: 0, 1: 1}


def item(printed: str) -> BaseEntry:
    where = {"file": "narrative.md", "section": "a"}
    return BaseEntry("item", printed, mark=f"_p_{printed}", by="person", **where)


def test_a_text_that_the_officer_copied_and_then_changed_is_what_it_was_changed_to() -> None:
    now = [item("here they fall"), item("paragraphs between"), item("where they fall")]
    draft = [item("where they fall"), item("paragraphs between")]
    assert now_of(draft, now, {0: ["here they fall"]}) == {0: 0, 1: 1}
    assert now_of(draft, now) == {0: 2, 1: 1}


def test_a_text_changed_into_one_that_stood_there_before_takes_nothing_from_it() -> None:
    both = [item("None."), item("Some.")]
    assert now_of(both, both, {1: ["None."]}) == {0: 0, 1: 1}
