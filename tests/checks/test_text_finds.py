"""What finders find in single texts, kept for the next paper."""

from __future__ import annotations

import json

import pytest

from generator.checks.held import Held
from generator.checks.run_checks import run_checks
from generator.checks.text_finds import TextFinds
from tests.checks.papers import heading, paper, text

ASKED: list[str] = []
BEFORE = (
    heading("Findings"),
    text("Ring jane.smith@example.org, a social worker, or 01632 960123."),
    text("Some 130% of staff replied on Monday 14 March 2023."),
    text("Items in red are late, and it it is TBC."),
    text("The XQZ met. Karen Holt, library assistant, said that it was late."),
    text("Mae'r cyngor yn gofyn i weithwyr yn y gwasanaeth bob blwyddyn am eu gwaith."),
)
AFTER = (
    *BEFORE[:3],
    text("Items in green are early."),
    *BEFORE[4:],
    text("Some 130% of staff replied on Monday 14 March 2023."),
)


def capitals(words: str) -> list[str]:
    """The words in capitals; notes what it was asked about."""
    ASKED.append(words)
    return [one for one in words.split() if one.isupper()]


def test_the_same_words_are_looked_at_once() -> None:
    ASKED.clear()
    held = Held(paper(text("The XQZ met."), text("35%"), text("The XQZ met."), text("35%")))
    assert list(held.found(capitals)) == [(0, ["XQZ"]), (2, ["XQZ"])]
    assert [at for at, _ in held.having(capitals)] == [0, 2]
    assert ASKED == ["The XQZ met.", "35%"]


def test_of_the_next_paper_only_new_texts_are_looked_at() -> None:
    finds = TextFinds()
    list(finds.found(capitals, paper(text("The XQZ met."), text("35%")).texts))
    kept = TextFinds(json.loads(json.dumps(finds.as_data())))
    ASKED.clear()
    one = paper(text("35%"), text("The ABC met."), text("The XQZ met."))
    assert list(kept.found(capitals, one.texts)) == [(1, ["ABC"]), (2, ["XQZ"])]
    assert ASKED == ["The ABC met."]
    assert kept.as_data()["texts"] == ["35%", "The ABC met.", "The XQZ met."]


def test_a_finder_that_was_not_asked_before_looks_at_all_texts() -> None:
    finds = TextFinds({"texts": ["The XQZ met."], "found": {}})
    assert list(finds.found(capitals, paper(text("The XQZ met.")).texts)) == [(0, ["XQZ"])]


def test_another_paper_is_asked_about_anew() -> None:
    finds = TextFinds()
    list(finds.found(capitals, paper(text("The XQZ met.")).texts))
    assert list(finds.found(capitals, paper(text("The ABC met.")).texts)) == [(0, ["ABC"])]


def test_a_finder_without_a_name_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="no function of a module"):
        TextFinds().found(lambda words: words, paper(text("The XQZ met.")).texts)


def test_all_checks_say_the_same_with_what_is_kept_as_without() -> None:
    first = Held(paper(*BEFORE))
    assert len(list(run_checks(first))) > 8
    kept = TextFinds(json.loads(json.dumps(first.finds.as_data())))
    assert list(run_checks(Held(paper(*AFTER), finds=kept))) == list(
        run_checks(Held(paper(*AFTER)))
    )
