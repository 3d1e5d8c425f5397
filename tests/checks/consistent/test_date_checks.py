"""Dates, names and titles."""

from __future__ import annotations

import pytest

from generator.checks.consistent.date_checks import check_dates, check_meeting_date
from generator.checks.consistent.name_checks import check_names, check_title_places
from tests.checks.papers import heading, paper, table, text, told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("on Tuesday 15 March 2023", ("weekday", "Tuesday 15 March 2023")),
        ("by 31 June 2023", ("weekday", "31 June 2023")),
        (
            "from 21 October 2022 to 12 September 2022",
            ("range", "21 October 2022 to 12 September 2022"),
        ),
        ("on 21 to 12 October 2022", ("range", "21 to 12 October 2022")),
        ("from 2021 to 2019", ("range", "2021 to 2019")),
        ("the plan of 2022/21", ("range", "2022/21")),
        ("in 2021-/2022", ("range", "2021-/2022")),
        ("between 2022 and 2019", ("range", "between 2022 and 2019")),
    ],
)
def test_a_date_that_cannot_be_is_found(words: str, found: tuple[str, str]) -> None:
    assert told(check_dates, paper(text(words))) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "on Wednesday 15 March 2023, and from 2019 to 2022",
        "2021-2022, 2021/22, 2022-25 and 1999-00; call 2022 1955",
        "from 12 September to 21 October 2022; in 2019-04",
        "on 12 to 21 October 2022, 30-31 May 2023 and 12/30 to 4 May 2023",
    ],
)
def test_dates_that_can_be_are_right(words: str) -> None:
    assert told(check_dates, paper(text(words))) == []


def test_one_meeting_has_one_date() -> None:
    titles = (text("Panel", style="title"), text("15 March 2023", style="subtitle"))
    rows = table([("Date of meeting", "16 March 2023"), ("Title", "Plan")]).texts[1:5]
    assert told(check_meeting_date, paper(*titles, *rows, heading("Purpose"))) == [
        ("meeting-date", "16 March 2023")
    ]
    assert told(check_meeting_date, paper(*titles, heading("Purpose"))) == []


def test_a_name_spelt_in_two_ways_is_found_and_a_plural_is_none() -> None:
    one = paper(text("Emma Bennett leads."), text("Ask Emma Bennett or Emma Benett."))
    assert told(check_names, one) == [("name", "Emma Benett")]
    assert told(check_names, paper(text("Social Worker and Social Workers"))) == []


def test_a_committee_spelt_in_two_ways_is_found() -> None:
    one = paper(
        text("Strong Families, Children and Young People Scrutiny Panel"),
        text("Strong Families, Children, Young People Scrutiny Panel"),
    )
    assert [rule for rule, _ in told(check_names, one)] == ["name"]


def test_the_title_is_the_same_in_the_properties_and_the_header() -> None:
    row = (
        text("Report title", table=0, row=0, column=0),
        text("Health Check 2022", table=0, row=0, column=1),
    )
    header = text("Health Check 2021", story="header")
    assert told(check_title_places, paper(*row, properties={"title": "Health Check 2022"})) == []
    found = told(check_title_places, paper(*row, header, properties={"title": "Budget"}))
    assert [words for _, words in found] == ["Health Check 2022", "Health Check 2021"]
