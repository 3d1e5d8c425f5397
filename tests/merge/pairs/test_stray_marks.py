"""Marks of copied paragraphs, of divided ones, and marks that stand round other words."""

from __future__ import annotations

import pytest

from generator.merge.pairs.stray_marks import trusted
from generator.model.readings import Mark, ReadText, Span

A = "About half of all staff plan to leave. Most of them say why."
B = "The budget of the service is under review this year."
DRAFTED = {"_p_a": A, "_p_b": B}


def text(words: str, *names: str) -> ReadText:
    marks = tuple(Mark(name, 0, len(words)) for name in names)
    return ReadText("paragraph", (Span(words),), marks)


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        ([text(A, "_p_a"), text(B, "_p_b")], ["_p_a", "_p_b"]),
        ([text(A, "_p_a"), text(A, "_p_a")], ["_p_a", ""]),  # copied
        ([text(A + " Not yet.", "_p_a"), text(A, "_p_a")], ["", "_p_a"]),
        ([text(A, "_p_a"), text("Something else.", "_p_a")], ["_p_a", ""]),
        ([text(A[:38], "_p_a"), text(A[39:], "_p_a")], ["_p_a", "_p_a"]),  # divided
        ([text(B, "_p_a"), text(A, "_p_b")], ["", ""]),  # left on other words
        ([text(B + " No.", "_p_a"), text(A)], ["", ""]),
        ([text(B, "_p_a"), text(A), text(A)], ["_p_a", "", ""]),  # nobody knows which
        ([text("Quite other words.", "_p_a")], ["_p_a"]),  # written anew
    ],
)
def test_only_marks_where_their_text_is_are_left(texts: list[ReadText], left: list[str]) -> None:
    found = trusted(texts, DRAFTED, lambda one: one.text)
    assert ["".join(mark.name for mark in one.marks) for one in found] == left
