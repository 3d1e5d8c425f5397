"""Looks before patterns: they never hide what a pattern would find."""

from __future__ import annotations

import pytest

from generator.checks.complete.template_words import left_of_template
from generator.checks.private import personal_patterns as patterns
from generator.checks.quick_looks import has_any, has_digit, has_year


def test_figures_years_and_words_are_seen_wherever_they_stand() -> None:
    assert has_digit("of 7")
    assert not has_digit("of seven")
    assert has_year("2022/23")
    assert not has_year("1,822 of 3,000")
    assert has_any("a care worker said", ("nurse", "care worker"))
    assert not has_any("Care Worker", ("care worker",))


@pytest.mark.parametrize(
    "text",
    ["To Be/Has Been", "Recommendation(s)", "PLEASE INSERT", "T.B.C.", "why???", "ERROR! Unknown"],
)
def test_what_is_left_of_a_template_is_found_in_any_letters(text: str) -> None:
    assert left_of_template(text) is not None


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (patterns.insurance_numbers, "QQ123456C"),
        (patterns.insurance_numbers, "QQ 12 34 56 C"),
        (patterns.nhs_numbers, "NHS 943 476 5919"),
        (patterns.record_numbers, "case number 1  2"),
        (patterns.record_numbers, "payroll 12345"),
        (patterns.birth_dates, "D.O.B. 3/3/90"),
        (patterns.birth_dates, "d.ob: 3 March 90"),
        (patterns.birth_dates, "Born on the 3rd of May 1990"),
        (patterns.bank_accounts, "the bank's 12-34-56"),
        (patterns.home_addresses, "7 Mill Lane, M1 1AE"),
        (patterns.telephones, "+44 161 496 0123"),
        (patterns.names, "Mx\tHill"),
        (patterns.names, "the Social worker Jo Hill said"),
        (patterns.names, "\u201cNo.\u201d \u2013 Jo Hill"),
    ],
)
def test_personal_data_is_found_however_short_it_is(find: object, text: str) -> None:
    assert callable(find)
    assert list(find(text))
