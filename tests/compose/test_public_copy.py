"""Sign-offs still awaited, and what must hold before a report has a copy for publication."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compose.document import gather
from generator.compose.public_copy import (
    Awaited,
    awaited_note,
    awaited_sign_offs,
    check_public_copy,
)
from generator.errors import InputProblems
from generator.model.findings import NO_FINDINGS
from generator.model.format import Format, Part
from generator.model.issues import Where
from generator.model.narrative import Narrative, NarrativeSection
from generator.model.report import Exemption, Implication, Person, Report, SignOff

from .builders import FINANCIAL, LEGAL, format_, report, row

CODED = replace(FINANCIAL, sign_off="code", sign_off_required=True)
OPTIONAL = replace(LEGAL, required=False, sign_off="name_date", sign_off_required=True)
SIGNED = SignOff("financial", Where("sign_offs.yaml", 2), code="[MK/26052022/J]")
WAITING = (Awaited("financial", "Financial implications", "Finance"),)
NOTHING_WRITTEN = Narrative()


def awaited(
    the_report: Report, the_format: Format, written: Narrative = NOTHING_WRITTEN
) -> tuple[Awaited, ...]:
    return awaited_sign_offs(gather(the_report, the_format, written, NO_FINDINGS, lambda _: ()))


def test_a_required_sign_off_that_is_not_given_is_awaited_of_its_owner() -> None:
    the_format = format_(implications=(CODED, LEGAL))
    assert awaited(report(), the_format) == WAITING
    assert awaited(report(sign_offs=(SIGNED,)), the_format) == ()


def test_an_optional_implication_needs_its_sign_off_once_something_is_said_of_it() -> None:
    the_format = format_(implications=(OPTIONAL,))
    assert awaited(report(), the_format) == ()
    written = Narrative((NarrativeSection("Legal implications", "legal", ()),), "narrative.md")
    stated = report(implications={"legal": Implication("legal", Where("report.yaml"), nil=True)})
    for found in (
        awaited(report(), the_format, written),
        awaited(stated, the_format),
    ):
        assert [one.key for one in found] == ["legal"]


def test_people_of_a_required_table_of_sign_offs_are_awaited_too() -> None:
    the_format = format_(
        front_matter=(row("director", "people", "Director:"),),
        implications=(),
        layout=(Part("sign_off_table", rows=("director",), required=True),),
    )
    found = awaited(report(), the_format)
    assert found == (Awaited("director", "Director"),)


def test_everybody_of_a_row_must_have_signed() -> None:
    the_format = format_(
        front_matter=(row("holder", "people", "Holders:", repeatable=True),),
        implications=(),
        layout=(Part("sign_off_table", rows=("holder",), required=True),),
    )
    people = (Person("Ann Ode"), Person("Bo Lee"), Person("Cy Dee"))
    signed = [SignOff("holder", Where("s.yaml"), officer=one.name) for one in people[1:]]
    given = {"front_matter": {"holder": people}}
    found = awaited(report(sign_offs=tuple(signed), **given), the_format)
    assert found == (Awaited("holder", "Holders", "Ann Ode"),)
    signed.append(SignOff("holder", Where("s.yaml")))
    assert not awaited(report(sign_offs=tuple(signed), **given), the_format)


def test_the_warning_names_all_of_them_in_one_line() -> None:
    (note,) = awaited_note(report(), (*WAITING, Awaited("director", "Director")))
    assert (note.rule, note.severity) == ("sign-offs.awaited", "warning")
    assert str(note).endswith(
        "sign_offs.yaml: sign-offs awaited: Financial implications (Finance), Director"
    )
    assert awaited_note(report(), ()) == ()


def test_a_report_with_all_its_sign_offs_has_a_public_copy() -> None:
    check_public_copy(report(), ())


def test_a_sign_off_that_is_awaited_keeps_a_report_from_its_public_copy() -> None:
    with pytest.raises(InputProblems) as caught:
        check_public_copy(report(), WAITING)
    (found,) = caught.value.problems
    assert "sign_offs.yaml: 'Financial implications' is not signed off (Finance)" in str(found)


def test_an_exempt_report_has_no_public_copy() -> None:
    exempt = Exemption((3,), "Prices.", Where("report.yaml", 9))
    with pytest.raises(InputProblems) as caught:
        check_public_copy(report(exemption=exempt), ())
    (found,) = caught.value.problems
    assert str(found).startswith("report.yaml:9: the report is not for publication")
