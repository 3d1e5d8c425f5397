"""Tables of who signs: owners of implications, or people of the front matter."""

from __future__ import annotations

from datetime import date

from generator.model.format import Part
from generator.model.report import Person, SignOff

from .builders import ADA, compose, report, row
from .parts.test_closing_parts import ANN, WHERE, cells, closing

PART = Part(
    "sign_off_table",
    "signatures",
    "Signatures",
    rows=("holder", "director"),
    columns=("role", "officer", "date"),
)
FRONT = (row("director", "people"), row("holder", "people", repeatable=True))
PEOPLE = {"director": (ANN,), "holder": (ADA, Person("Councillor Cy Dee"))}


def signatures(*signed: SignOff) -> list[list[str]]:
    the_report = report(front_matter=PEOPLE, sign_offs=signed)
    document = compose(None, closing(PART, front_matter=FRONT), the_report)
    return cells(document, "signatures")[1:]


def test_people_of_the_front_matter_are_awaited_by_name() -> None:
    assert signatures() == [
        ["Holder", "Councillor Ada Byron", "Awaited"],
        ["Holder", "Councillor Cy Dee", "Awaited"],
        ["Director", "Ann Ode", "Awaited"],
    ]


def test_a_signature_stands_with_the_person_whose_name_it_bears() -> None:
    second = SignOff("holder", WHERE, officer="Councillor Cy Dee", date=date(2023, 3, 1))
    assert signatures(second)[:2] == [
        ["Holder", "Councillor Ada Byron", "Awaited"],
        ["Holder", "Councillor Cy Dee", "1 March 2023"],
    ]


def test_the_person_of_the_row_need_not_be_named_again() -> None:
    assert signatures(SignOff("director", WHERE, date=date(2023, 3, 2)))[2] == [
        "Director", "Ann Ode", "2 March 2023",
    ]  # fmt: skip


def test_a_deputy_does_not_take_the_place_of_somebody_who_signed() -> None:
    deputy = SignOff("holder", WHERE, officer="Bo Ray", date=date(2023, 3, 2))
    first = SignOff("holder", WHERE, officer="Councillor Ada Byron", date=date(2023, 3, 1))
    assert [line[1] for line in signatures(deputy, first)[:2]] == ["Councillor Ada Byron", "Bo Ray"]


def test_a_deputy_who_signs_is_named() -> None:
    deputy = SignOff("director", WHERE, officer="Bo Ray", date=date(2023, 3, 2))
    assert signatures(deputy)[2] == ["Director", "Bo Ray", "2 March 2023"]
