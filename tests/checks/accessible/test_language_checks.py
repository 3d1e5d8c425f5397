"""Words marked as a language in which they are not written."""

from __future__ import annotations

import pytest

from generator.checks.accessible.language_checks import check_languages
from tests.checks.papers import paper, text, told

WELSH = "Mae'r cyngor wedi gofyn i'r gweithwyr ac mae'r atebion yn dda ar y cyfan eleni"
ENGLISH = "The council has asked the social workers of the county and they are content with this"


@pytest.mark.parametrize(("words", "marked"), [(WELSH, "en-GB"), (ENGLISH, "cy-GB")])
def test_words_of_another_language_are_found(words: str, marked: str) -> None:
    ((rule, place),) = told(check_languages, paper(text(words, look={"language": marked})))
    assert rule == "language-other"
    assert words.startswith(place[:40])


def test_a_sentence_of_another_language_is_found_within_a_paragraph() -> None:
    both = f"{ENGLISH}. {WELSH}."
    ((rule, place),) = told(check_languages, paper(text(both, look={"language": "en-GB"})))
    assert (rule, place[:20]) == ("language-other", WELSH[:20])


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        (WELSH, "cy-GB"),
        (ENGLISH, "en-US"),
        ("Cyngor Sir", "en-GB"),
        ("Team, grade, hours, teams, days, weeks, months, years", "fr-FR"),
    ],
)
def test_words_that_are_marked_rightly_short_or_unsure_are_none(words: str, marked: str) -> None:
    assert not told(check_languages, paper(text(words, look={"language": marked})))
