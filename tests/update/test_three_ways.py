"""Changes of the sources as changes of what an officer's copy says."""

from __future__ import annotations

import pytest

from generator.merge.sources.tokens import Look, Token, as_text
from generator.model.wording.word_diff import words
from generator.update.three_ways import source_changes


def tokens(text: str, bold: str = "") -> list[Token]:
    return [Token(word, Look(bold=bool(bold) and word == bold)) for word in words(text)]


def told(draft: str, copy: str, now: str) -> list[tuple[str, str, bool]]:
    """(words of the copy, words of the new draft, whether it is a conflict)."""
    here, there = tokens(copy), tokens(now)
    return [
        (as_text(here[one.start : one.end]), as_text(there[one.begin : one.stop]), one.conflict)
        for one in source_changes(tokens(draft), here, there)
    ]


@pytest.mark.parametrize(
    ("draft", "copy", "now", "expected"),
    [
        ("About 45% plan.", "About 45% intend.", "About 46% plan.", [("45%", "46%", False)]),
        ("About 45% plan.", "About 46% plan.", "About 46% plan.", []),
        ("About 45% plan.", "Some 45% plan.", "About 45% plan.", []),
        ("About 45% plan.", "Some 45% plan.", "Over 45% plan.", [("Some", "Over", True)]),
        ("It is so.", "It is so.", "It was thus.", [("is so", "was thus", False)]),
        ("It is so.", "It is, so.", "It is so now.", [("", " now", False)]),
    ],
)
def test_what_only_the_source_changed_is_brought_in(
    draft: str, copy: str, now: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert told(draft, copy, now) == expected


def test_words_that_look_otherwise_now_are_replaced_where_the_officer_left_their_look() -> None:
    draft, now = tokens("one bold thing"), tokens("one bold thing", "bold")
    (change,) = source_changes(draft, tokens("one bold item"), now)
    assert (change.start, change.end, change.conflict) == (2, 3, False)
    own = [Token(one.text, Look(italic=True)) for one in draft]
    assert source_changes(draft, own, now) == []


def test_a_figure_is_changed_for_itself() -> None:
    def marked(figure: str, word: str) -> list[Token]:
        return [Token(figure, value=True), Token(" "), Token(word)]

    made = source_changes(marked("45%", "plan"), marked("45%", "plan"), marked("46%", "intend"))
    assert [(one.start, one.end) for one in made] == [(0, 1), (2, 3)]
