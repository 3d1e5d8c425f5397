"""Headings as they are compared."""

from __future__ import annotations

from generator.compose.plain_text import folded


def test_headings_are_compared_without_case_quotes_dashes_and_spacing() -> None:
    assert folded(" The Council\u2019s  PLAN \u2013 next:") == folded("the council's plan - next")
