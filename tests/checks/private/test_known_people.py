"""Whom a paper names itself."""

from __future__ import annotations

from generator.checks.held import Held
from generator.checks.private.known_people import digits, known_people
from tests.checks.papers import heading, paper, text


def test_who_is_named_before_the_first_heading_is_known_and_later_not() -> None:
    known = known_people(Held(paper(text("Report of Jane Roe"), heading("A"), text("Ann Lee"))))
    assert known.has_name("Jane Roe")
    assert not known.has_name("Ann Lee")
    assert not known.has_name("")


def test_a_name_is_known_whichever_apostrophe_it_is_printed_with() -> None:
    known = known_people(Held(paper(text("Report of Ann O\u2019Brien"))))
    assert known.has_name("Ann O'Brien")


def test_telephone_numbers_are_compared_as_they_are_dialled() -> None:
    forms = ("+44 1902 555 555", "+44 (0)1902 555555", "(01902) 555555", "01902-555555")
    assert {digits(one) for one in forms} == {"01902555555"}
