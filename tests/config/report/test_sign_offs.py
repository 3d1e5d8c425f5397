"""Sign-offs: codes and names, their pattern, their dates."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.config.report.report_file import LoadedReport

Load = Callable[..., LoadedReport]
Said = Callable[..., list[str]]


def test_codes_and_names_are_read(load: Load, report_text: str) -> None:
    report = load(
        report_text,
        "sign_offs:\n"
        "  legal: {officer: Portia Sharp, post: Solicitor, date: 2023-02-16, comments_sought: yes}\n"
        "  financial:\n"
        '    - {code: "[JG/12022023/Y]"}\n'
        '    - "[MK/13022023/J]"\n',
    ).report
    first, second, third = report.sign_offs
    assert (first.implication, first.code, first.date) == (
        "financial", "[JG/12022023/Y]", date(2023, 2, 12),
    )  # fmt: skip
    assert str(second.where) == "inputs/check/sign_offs.yaml:5: sign_offs.financial[1]"
    assert (third.officer, third.post, third.date) == (
        "Portia Sharp",
        "Solicitor",
        date(2023, 2, 16),
    )
    assert third.fields == {"comments_sought": "yes"}


@pytest.mark.parametrize("text", ["", "sign_offs: {}\n", "# none yet\n"])
def test_there_may_be_none_yet(load: Load, text: str, report_text: str) -> None:
    assert load(report_text, text).report.sign_offs == ()


@pytest.mark.parametrize("day", ["18022023", "19022023", "15032023"])
def test_any_day_of_the_week_up_to_the_meeting_is_fine(
    load: Load, day: str, report_text: str
) -> None:
    assert load(report_text, f'sign_offs: {{financial: "[JG/{day}/Y]"}}\n').report.sign_offs[0].date


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('financial: "[JG/31022023/Y]"',
         "financial: the sign-off code '[JG/31022023/Y]' has an impossible date (31022023); write day,"
         " month and year, as in 15022023"),
        ('financial: "JG/15022023/Y"',
         "financial: the sign-off code 'JG/15022023/Y' is not of the form [AB/15022023/C]; did you mean"
         ' "[JG/15022023/Y]"?'),
        ('financial: "[jg/15022023/y]"',
         "financial: the sign-off code '[jg/15022023/y]' is not of the form [AB/15022023/C]; did you"
         ' mean "[JG/15022023/Y]"?'),
        ('financial: "[JG/ 15022023/Y]"',
         "financial: the sign-off code '[JG/ 15022023/Y]' is not of the form [AB/15022023/C]; did you"
         ' mean "[JG/15022023/Y]"?'),
        ("financial: [JG/15022023/Y]",
         "financial[0]: the sign-off code 'JG/15022023/Y' is not of the form [AB/15022023/C]; did you"
         ' mean "[JG/15022023/Y]"?'),
        ("financial: {code: [JG/15022023/Y]}",
         "financial.code: expected a sign-off code in quotes, such as \"[AB/15022023/C]\", got a list;"
         ' text in brackets needs quotes: "[JG/15022023/Y]"'),
        ("financial: cleared by phone",
         "financial: the sign-off code 'cleared by phone' is not of the form [AB/15022023/C]; ask the"
         " officer for the code as it was given"),
        ('financial: "[JG/16032023/Y]"',
         "financial: is dated 16 March 2023, after the meeting on 15 March 2023; check the date of the"
         " sign-off"),
        ('financial: ["[JG/15022023/Y]", "[JG/15022023/Y]"]',
         "financial[1]: the sign-off stands twice; remove one of the two"),
        ("financial: {officer: A, date: 2023-02-15}",
         "financial: 'Financial implications' is signed off with a code in this format; write: code:"
         ' "[AB/15022023/C]"'),
        ('legal: "[JG/15022023/Y]"',
         "legal: 'Legal implications' is signed off with officer and date in this format; write:"
         " {officer: Jane Example, date: 2023-02-15}"),
        ("legal: {officer: A, date: 15/02/2023}",
         "legal.date: expected a date such as 2023-03-15, got '15/02/2023'; write 2023-02-15"),
        ("legal: {officer: A, date: 2023-03-16}",
         "legal: is dated 16 March 2023, after the meeting on 15 March 2023; check the date of the"
         " sign-off"),
        ('equalities: "[JG/15022023/Y]"',
         "equalities: the key 'equalities' has no place here; remove it: in this format 'Equalities"
         " implications' is not signed off"),
        ('finance: "[JG/15022023/Y]"', "finance: unknown key 'finance'; did you mean 'financial'?"),
    ],
)  # fmt: skip
def test_a_wrong_sign_off_is_said_with_its_place(
    problems: Said, line: str, message: str, report_text: str
) -> None:
    assert problems(report_text, f"sign_offs:\n  {line}\n") == [
        f"sign_offs.yaml:2: sign_offs.{message}"
    ]


def test_no_sign_off_is_dated_after_publication(problems: Said, report_text: str) -> None:
    text = report_text.replace("meeting:", "published: 2023-03-07\nmeeting:")
    assert problems(text, 'sign_offs: {financial: "[JG/08032023/Y]"}\n') == [
        "sign_offs.yaml:1: sign_offs.financial: is dated 8 March 2023, after the publication on"
        " 7 March 2023; check the date of the sign-off"
    ]


def test_the_pattern_is_the_format_s(
    load: Load, write: Callable[..., object], report_text: str, format_text: str
) -> None:

    write(
        "config/formats/example-scrutiny.yaml",
        format_text + "sign_off: {pattern: 'FIN-(?P<date>[0-9]{6})', example: FIN-150223}\n",
    )
    report = load(report_text, "sign_offs: {financial: FIN-150223}\n").report
    assert report.sign_offs[0].date == date(2023, 2, 15)


def test_people_of_the_front_matter_sign_with_a_date_alone(
    load: Load, write: Callable[..., object], report_text: str, format_text: str
) -> None:
    part = "  - {kind: sign_off_table, rows: [cabinet_member]}\n"
    changed = format_text.replace("  - {kind: implications}\n", part + "  - {kind: implications}\n")
    write("config/formats/example-scrutiny.yaml", changed)
    report = load(report_text, "sign_offs: {cabinet_member: {date: 2023-02-15}}\n").report
    (signed,) = report.sign_offs
    assert (signed.implication, signed.officer, signed.date) == (
        "cabinet_member", "", date(2023, 2, 15),
    )  # fmt: skip
