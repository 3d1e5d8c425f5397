"""The words of links."""

from __future__ import annotations

import pytest

from generator.checks.accessible.link_checks import check_links, check_typed_addresses
from tests.checks.papers import paper, text, told

THERE, OTHER = "https://example.org/survey", "https://example.org/other"


@pytest.mark.parametrize(
    "words", ["here", "Click here", "attached here", "this link.", "Read more"]
)
def test_words_that_do_not_say_where_a_link_goes_are_found(words: str) -> None:
    assert told(check_links, paper(text(words, link=THERE))) == [("link-words", words)]


def test_an_address_for_words_is_found() -> None:
    assert told(check_links, paper(text(THERE, link=THERE))) == [("link-address", THERE)]
    for address in (THERE, "www.example.org/a/b"):
        typed = paper(text(f"See {address} for more."))
        assert told(check_typed_addresses, typed) == [("link-address", address)]
    assert not told(check_typed_addresses, paper(text("See www.example.org for more.")))


def test_the_same_words_for_two_addresses_are_found_at_the_second() -> None:
    two = paper(text("the survey", link=THERE), text("The survey", link=OTHER))
    assert told(check_links, two) == [("link-same", "The survey")]


def test_words_that_say_it_are_none() -> None:
    good = [
        text("Results of the survey of 2022", link=THERE),
        text("Results of the survey of 2022", link=THERE + "/"),
        text("info@example.org", link="mailto:info@example.org"),
        text("1.0\tPurpose", "contents", link="#_a"),
    ]
    assert not told(check_links, paper(*good))
    assert not told(check_typed_addresses, paper(*good))
