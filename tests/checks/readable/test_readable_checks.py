"""Plain words."""

from __future__ import annotations

import pytest

from generator.checks.readable.sentence_checks import (
    check_full_stops,
    check_sentences,
    reading_age,
    syllables_of,
)
from generator.checks.readable.word_checks import check_abbreviations, check_passive, check_words
from generator.model.issues import Where
from generator.model.release.check_settings import RuleSetting
from tests.checks.papers import heading, issues, paper, text, told


def test_a_long_sentence_is_found_and_a_council_sets_how_long() -> None:
    short, long = "It has been said by all. ", "word " * 36 + "end."
    found = issues(check_sentences, paper(text(short + long.capitalize())))
    assert [(one.rule, one.severity, one.message) for one in found] == [
        ("readable.long-sentence", "hint", "a sentence of 37 words")
    ]
    setting = RuleSetting(Where("council.yaml"), numbers={"words": 40})
    settings = {"readable.long-sentence": setting}
    assert told(check_sentences, paper(text(long)), settings=settings) == []


def test_a_list_parted_by_semicolons_is_as_long_as_its_longest_part() -> None:
    answers = "; ".join(["I was told of it by letter or by telephone on the day"] * 5)
    assert told(check_sentences, paper(text(f"Answers: {answers}."))) == []
    three = "; ".join(["word " * 20] * 3)
    assert [rule for rule, _ in told(check_sentences, paper(text(three)))] == ["long-sentence"]


def test_a_long_paragraph_and_a_high_reading_age_are_found() -> None:
    hard = "Organisational considerations necessitate comprehensive multidisciplinary evaluation. "
    rules = [rule for rule, _ in told(check_sentences, paper(text(hard * 45)))]
    assert rules == ["long-paragraph", "reading-age"]


@pytest.mark.parametrize(
    ("word", "count"), [("the", 1), ("make", 1), ("table", 2), ("worked", 1), ("council", 2)]
)
def test_syllables_are_counted_well_enough(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_no_words_have_no_reading_age() -> None:
    assert reading_age(0, 0, 0) == 0.0


def test_an_abbreviation_is_spelt_out_somewhere() -> None:
    one = paper(
        text("The PSW and the ASYE met the NHS."), text("The Principal Social Worker (PSW) leads."),
        text("The ASYE again."),
    )  # fmt: skip
    assert told(check_abbreviations, one) == [("abbreviation", "ASYE")]


def test_a_council_adds_abbreviations_and_jargon_of_its_own() -> None:
    where = Where("council.yaml")
    settings = {
        "readable.abbreviation": RuleSetting(where, terms=("ASYE",)),
        "readable.jargon": RuleSetting(where, terms=("touch base",)),
    }
    one = paper(text("The ASYE will touch base."))
    assert told(check_abbreviations, one, settings=settings) == []
    assert told(check_words, one, settings=settings) == [("jargon", "touch base")]


def test_jargon_and_words_that_stand_twice_are_found() -> None:
    one = paper(text("Going forward we leverage the the plan."), text("He had had it."))
    assert [rule for rule, _ in told(check_words, one)] == ["jargon", "jargon", "word-twice"]


def test_a_recommendation_says_who_acts() -> None:
    items = ("Agree that a report be prepared.", "Ask the director to prepare a report.")
    listed = (text(words, "item", number="1.") for words in items)
    one = paper(heading("Recommendations"), text("The panel is asked to:"), *listed)
    assert told(check_passive, one) == [("passive", items[0])]


def test_a_numbered_paragraph_ends_with_a_full_stop() -> None:
    whole, cut = "All of the staff have replied to it.", "All of the staff have replied to"
    one = paper(text(whole, number="1.1"), text(cut, number="1.2"))
    assert told(check_full_stops, one) == [("full-stop", cut)]


@pytest.mark.parametrize("end", [";", ", and", "; or"])
def test_one_of_several_numbered_parts_of_a_sentence_needs_no_full_stop(end: str) -> None:
    words = f"agrees the offer of training in the plan{end}"
    assert told(check_full_stops, paper(text(words, number="2.1"))) == []
