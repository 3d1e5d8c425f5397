"""A sign-off as somebody gives it, and its entry in sign_offs.yaml."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.errors import InputProblems
from generator.model.format import SignOffRule
from generator.model.report import Person
from generator.signoff.sign_off_entries import (
    CheckedSignOff,
    GivenSignOff,
    checked,
    chosen_entry,
    held_entries,
    with_sign_off,
    without_sign_off,
)
from generator.signoff.signed_units import SignedUnit

RULE = SignOffRule()
FINANCE = SignedUnit("financial", "Financial implications", "Finance", "code", True)
NAMED = SignedUnit("legal", "Legal implications", "Legal", "name_date", True)
TODAY = date(2023, 2, 20)
NAME = "sign_offs.yaml"
HELD = b'\xef\xbb\xbfsign_offs:\r\n  financial:\r\n    - {code: "[JG/15022023/Y]"}   # first\r\n'


def check(unit: SignedUnit, **given: Any) -> CheckedSignOff:
    return checked(GivenSignOff(**given), unit, RULE, TODAY)


def said(unit: SignedUnit, **given: Any) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        check(unit, **given)
    return [str(one) for one in caught.value.problems]


def test_a_code_says_who_and_when() -> None:
    found = check(FINANCE, code="[JG/15022023/Y]")
    assert (found.who, found.day) == ("JG", date(2023, 2, 15))
    assert found.covers == ("words", "figures", "recommendations")


def test_a_name_signs_today_unless_it_says_when() -> None:
    assert check(NAMED, officer="Ann Ode").day == TODAY
    assert check(NAMED, officer="Ann Ode", day=date(2023, 2, 1)).day == date(2023, 2, 1)


def test_the_only_person_of_a_row_need_not_be_named() -> None:
    row = SignedUnit("director", "Director", "Director", "name_date", True, people=(Person("Bo"),))
    assert check(row).who == "Bo"


def test_an_officer_may_narrow_what_is_covered() -> None:
    found = check(FINANCE, code="[JG/15022023/Y]", covers=("recommendations", "figures"))
    assert found.covers == ("figures", "recommendations")


@pytest.mark.parametrize(
    ("unit", "given", "message"),
    [
        (FINANCE, {}, "financial: 'Financial implications' is signed off with a code in this format; give it, such as '[AB/15022023/C]'"),
        (FINANCE, {"code": "JG/15022023/Y"}, "financial: the sign-off code 'JG/15022023/Y' is not of the form [AB/15022023/C]; did you mean \"[JG/15022023/Y]\"?"),
        (FINANCE, {"code": "[JG/31022023/Y]"}, "financial: the sign-off code '[JG/31022023/Y]' has an impossible date (31022023); write day, month and year, as in 15022023"),
        (FINANCE, {"code": "[JG/15022023/Y]", "day": TODAY}, "financial: the code is of 15 February 2023, and the day given is 20 February 2023; leave out --date"),
        (NAMED, {"code": "[JG/15022023/Y]", "officer": "A"}, "legal: 'Legal implications' is signed off with officer and date in this format, not with a code; give --officer and --date"),
        (NAMED, {}, "legal: nobody is named who signs 'Legal implications'; give --officer"),
        (FINANCE, {"code": "[JG/15022023/Y]", "covers": ("colours",)}, "financial: a sign-off of 'Financial implications' cannot cover 'colours'; give one or more of words, figures, recommendations"),
        (SignedUnit("x", "X", "X", "code", True, ("words",)), {"code": "[JG/15022023/Y]", "covers": ("figures",)}, "x: in this format a sign-off of 'X' does not depend on its figures; give one or more of words"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_format_is_refused(
    unit: SignedUnit, given: dict[str, Any], message: str
) -> None:
    assert message in said(unit, **given)


def test_several_people_of_a_row_must_be_told_apart() -> None:
    people = (Person("Ann"), Person("Bo"))
    row = SignedUnit("director", "Directors", "Directors", "name_date", True, people=people)
    (message,) = said(row)
    assert message.endswith("give --officer: Ann or Bo, or who signs for them")


# ---------------------------------------------------------------- the file
def put(data: bytes, unit: SignedUnit, **given: Any) -> str:
    return with_sign_off(data, NAME, unit, RULE, check(unit, **given)).decode()


def test_the_same_persons_later_code_takes_the_place_of_the_earlier() -> None:
    made = put(HELD, FINANCE, code="[JG/20022023/Z]")
    assert (
        made == '\ufeffsign_offs:\r\n  financial:\r\n    - {code: "[JG/20022023/Z]"}   # first\r\n'
    )


def test_another_persons_code_stands_beside_it() -> None:
    made = put(HELD, FINANCE, code="[MK/20022023/Z]")
    assert made.endswith('# first\r\n    - {code: "[MK/20022023/Z]"}\r\n')
    assert made.startswith("\ufeffsign_offs:")


def test_a_name_and_date_are_written_and_what_else_stands_there_stays() -> None:
    held = b"sign_offs:\n  legal: {officer: Ann Ode, date: 2023-02-01, comments_sought: Yes}\n"
    assert put(held, NAMED, officer="Ann Ode", post="Solicitor") == (
        "sign_offs:\n  legal: {officer: Ann Ode, date: 2023-02-20, comments_sought: Yes,"
        " post: Solicitor}\n"
    )
    assert put(b"", NAMED, officer="Ann Ode") == (
        "sign_offs:\n  legal:\n    - {officer: Ann Ode, date: 2023-02-20}\n"
    )


def test_an_older_code_does_not_replace_a_later_one() -> None:
    with pytest.raises(InputProblems, match="JG has signed later, on 15 February 2023"):
        put(HELD, FINANCE, code="[JG/01022023/Y]")


def test_a_sign_off_is_taken_out_by_code_by_officer_or_alone() -> None:
    both = put(HELD, FINANCE, code="[MK/20022023/Z]").encode()
    held = held_entries(both, NAME, "financial", RULE)
    assert [one.who for one in held] == ["JG", "MK"]
    for chosen in (
        chosen_entry(held, FINANCE, "[JG/15022023/Y]", ""),
        chosen_entry(held, FINANCE, "", "JG"),
        chosen_entry(held[:1], FINANCE, "", ""),
    ):
        assert chosen == held[0]
    assert without_sign_off(both, NAME, FINANCE, held[0]).decode() == (
        '\ufeffsign_offs:\r\n  financial:\r\n    - {code: "[MK/20022023/Z]"}\r\n'
    )


def test_what_cannot_be_told_apart_or_is_not_there_is_refused() -> None:
    both = put(HELD, FINANCE, code="[MK/20022023/Z]").encode()
    held = held_entries(both, NAME, "financial", RULE)
    with pytest.raises(InputProblems, match=r"has 2 sign-offs; known: \[JG/15022023/Y\], \[MK"):
        chosen_entry(held, FINANCE, "", "")
    with pytest.raises(InputProblems, match=r"has no sign-off '\[X\]'"):
        chosen_entry(held, FINANCE, "[X]", "")
    assert chosen_entry((), FINANCE, "", "") is None
