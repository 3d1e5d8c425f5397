"""Personal data in the text."""

from __future__ import annotations

import pytest

from generator.checks.private.personal_checks import (
    check_contacts,
    check_names,
    check_personal_numbers,
)
from generator.model.release.paper import PaperChart, PaperDrawing
from tests.checks.papers import drawn, heading, issues, paper, text, told


@pytest.mark.parametrize(
    ("words", "rule", "found"),
    [
        ("Her number is QQ 12 34 56 C.".replace("QQ", "AB"), "national-insurance", "AB 12 34 56 C"),
        ("Her NHS number is 943 476 5919.", "nhs-number", "943 476 5919"),
        ("She (payroll no. 123456) left.", "record-number", "payroll no. 123456"),
        ("She (payroll 123456) left.", "record-number", "payroll 123456"),
        ("NI: QQ123456C", "national-insurance", "QQ123456C"),
        ("Employee number: E204511", "record-number", "Employee number: E204511"),
        ("Case ID 4471902 was audited.", "record-number", "Case ID 4471902"),
        ("DOB 03/05/1988", "birth-date", "DOB 03/05/1988"),
        ("She was born on 3 May 1988.", "birth-date", "born on 3 May 1988"),
        ("Sort code 12-34-56 is used.", "bank-account", "12-34-56"),
        ("Account number: 12345678", "bank-account", "Account number: 12345678"),
        ("She lives at 14 Mill Lane, Wem, SY4 5AB.", "address", "14 Mill Lane, Wem, SY4 5AB"),
    ],
)
def test_numbers_of_one_person_are_found_at_their_words(words: str, rule: str, found: str) -> None:
    assert told(check_personal_numbers, paper(text("First."), text(words))) == [(rule, found)]


def test_a_number_in_an_alternative_text_or_the_title_of_a_chart_is_found() -> None:
    said = PaperDrawing("picture", 1, "Letter", alternative="A letter to AB 12 34 56 C")
    assert told(check_personal_numbers, drawn(said)) == [("national-insurance", "AB 12 34 56 C")]
    titled = PaperDrawing("chart", 1, "c", chart=PaperChart("c.xml", "Pay of payroll no. 123456"))
    assert told(check_personal_numbers, drawn(titled)) == [("record-number", "payroll no. 123456")]


@pytest.mark.parametrize(
    "words",
    [
        "Of 1,204 staff 35.4% replied, 94 of 268 in 2022.",
        "The NHS gave \u00a31,234,567,890 in 2021.",
        "NHS 943 476 5918",
        "Section 47 enquiries rose from 12-34 to 56.",
        "The service began on 3 May 1988.",
        "Civic Centre, St Peter's Square, WV1 1SH",
        "Employee number grew by 120 in 2022",
        "Case numbers rose to 2022 levels",
        "GB 12 34 56 C and NT123456A are not given",
        "SI 2012/2089, regulation 10",
    ],
)
def test_other_numbers_are_none(words: str) -> None:
    assert not told(check_personal_numbers, paper(text(words)))


@pytest.mark.parametrize(
    ("words", "rule", "found"),
    [
        ("Write to jane.roe@example.org.", "email", "jane.roe@example.org"),
        ("Write to survey.team@example.org.", "email-role", "survey.team@example.org"),
        ("He is on 07700 900123 at night.", "telephone", "07700 900123"),
        ("Tel: 07700 900123", "telephone", "07700 900123"),
        ("He gave 01632 960 983.", "telephone", "01632 960 983"),
        ("Telephone: (01632) 960983", "telephone-contact", "(01632) 960983"),
        ("Call +44 20 7946 0018.", "telephone-contact", "+44 20 7946 0018"),
    ],
)
def test_addresses_and_numbers_of_people_are_found(words: str, rule: str, found: str) -> None:
    assert told(check_contacts, paper(text(words))) == [(rule, found)]


@pytest.mark.parametrize(
    "words", ["From 0.35 to 0.42", "GBP 01234567", "2019 2020 2021 2022", "ref 2012/02089/001234"]
)
def test_figures_and_references_are_no_telephone_numbers(words: str) -> None:
    assert not told(check_contacts, paper(text(words)))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The social worker Ann Lee said that it helps.", "Ann Lee"),
        ("Ann Lee, a social worker, asked for more.", "Ann Lee"),
        ("Ann Lee, library assistant, said that it helps.", "Ann Lee"),
        ("Ann Lee (senior social worker) asked for more.", "Ann Lee"),
        ("\u201cIt helps\u201d \u2013 Ann Lee, Duty", "Ann Lee"),
        ("\u201cIt helps\u201d, said Ann Lee", "Ann Lee"),
        ("We thank Mrs Lee for it.", "Lee"),
        ("Social worker Ann Lee felt that it helps.", "Ann Lee"),
        ("Sarah Jones told us that it helps.", "Sarah Jones"),
    ],
)
def test_names_of_staff_are_found(words: str, name: str) -> None:
    (issue,) = issues(check_names, paper(heading("Findings"), text(words)))
    assert (issue.rule, issue.where.words) == ("private.name", name)


@pytest.mark.parametrize(
    "words",
    [
        "The Social Worker Health Check said that it helps.",
        "A social worker in Duty said that it helps.",
        "\u201cIt helps\u201d \u2013 social worker, Duty",
        "Councillor Mrs Lee asked for it.",
        "As Jane Roe, the manager, told the panel.",
    ],
)
def test_roles_members_and_those_whom_the_front_names_are_none(words: str) -> None:
    front = text("Report of Jane Roe")
    assert not told(check_names, paper(front, heading("Findings"), text(words)))


def test_a_full_name_with_a_common_first_name_is_a_hint() -> None:
    one = paper(heading("Findings"), text("The review by Sarah Jones, St James Hospital."))
    (issue,) = issues(check_names, one)
    assert (issue.rule, issue.severity, issue.where.words) == (
        "private.mention",
        "hint",
        "Sarah Jones",
    )
