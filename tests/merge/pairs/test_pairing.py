"""Which texts of an edited file hold which of its draft."""

from __future__ import annotations

from generator.merge.pairs.pairing import pair
from generator.model.draft_base import BaseEntry
from generator.model.readings import ReadText, Span


def test_a_caption_that_is_gone_is_not_found_in_a_cell_that_says_much_the_same() -> None:
    caption = BaseEntry("caption", "People supported on average", by="person")
    cell = ReadText("cell", (Span("People supported on average in 2019"),), table=0, row=0)
    assert pair([caption], [cell]).free == (0,)
