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
