"""Texts as words, wherever bookmarks and looks begin and end in them."""

from __future__ import annotations

import pytest

from generator.merge.sources.tokens import entry_tokens, read_tokens
from generator.model.draft_base import BaseEntry, BaseSpan
from generator.model.readings import ReadText, Span


@pytest.mark.parametrize(
    ("spans", "figures"),
    [
        ([Span("About "), Span("16.6", value="a"), Span(". On")], ["16.6"]),
        ([Span("About "), Span("16.", value="a"), Span("6. On")], ["16.6"]),  # by LibreOffice
        ([Span("About 1"), Span("6", value="a"), Span(".6. On")], ["16.6"]),
        ([Span("About 16.6. On")], []),
    ],
)
def test_a_figure_is_one_word_wherever_its_bookmark_ends(
    spans: list[Span], figures: list[str]
) -> None:
    tokens = read_tokens(ReadText("paragraph", spans=tuple(spans)))
    assert [one.text for one in tokens] == ["About", " ", "16.6", ".", " ", "On"]
    assert [one.text for one in tokens if one.value] == figures


def test_a_sign_typed_behind_an_expression_is_part_of_its_figure_in_draft_and_copy() -> None:
    entry = BaseEntry("paragraph", "All 30% left", "", spans=(BaseSpan(4, 6, value="a"),))
    spans = (Span("All "), Span("30", value="a"), Span("% left"))
    assert entry_tokens(entry) == read_tokens(ReadText("paragraph", spans=spans))


def test_only_a_change_of_look_divides_a_word() -> None:
    spans = (Span("un"), Span("even", bold=True), Span("ly", bold=True))
    tokens = read_tokens(ReadText("paragraph", spans=spans))
    assert [(one.text, one.look.bold) for one in tokens] == [("un", False), ("evenly", True)]
