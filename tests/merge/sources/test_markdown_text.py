"""Words as Markdown: what would mean something there is escaped, and nothing else."""

from __future__ import annotations

import pytest

from generator.merge.sources.markdown_text import escaped


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("costs *less* than [now]", r"costs \*less\* than \[now]"),
        ("{{ x }}", r"\{\{ x \}\}"),
        ("{% if %}", r"\{\% if %\}"),
        ("{# a note #}", r"\{\# a note #\}"),
        ("<!-- a note -->", r"\<\!-- a note \-->"),
        ("[now](#now)", r"\[now\](#now)"),
        ("5% of <5, #3! snake_case", "5% of <5, #3! snake_case"),
    ],
)
def test_signs_that_would_mean_something_are_escaped(words: str, source: str) -> None:
    assert escaped(words) == source
