"""What an expression may begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.document import Footnote, Link
from generator.model.report import Consideration, Person

from ..makers import content, health_check, problems, report, said


def test_fieldwork_of_one_day_is_on_that_day() -> None:
    (only,) = health_check().collections
    day = replace(only, fieldwork_to=only.fieldwork_from)
    assert said("sw.fieldwork", replace(health_check(), collections=(day,))) == (
        "on 12 September 2022"
    )


def test_fieldwork_that_is_not_declared_is_a_problem() -> None:
    ((_, what),) = problems("{{ wf.fieldwork }}")
    assert "the dates of fieldwork of wf in 2022 are not known" in what


def test_front_matter_reads_as_text() -> None:
    front_matter = {
        "cabinet_member": (Person("Councillor A", "Children"), Person("Councillor B")),
        "considered_by": (Consideration("The Board", date(2023, 2, 16)),),
        "key_decision": True,
        "wards": ("North", "South", "West"),
        "decided": date(2023, 3, 1),
    }
    given = report(front_matter=front_matter)
    assert said("report.cabinet_member", report=given) == "Councillor A, Children and Councillor B"
    assert said("report.considered_by", report=given) == "The Board, 16 February 2023"
    assert said("report.key_decision", report=given) == "Yes"
    assert said("report.wards", report=given) == "North, South and West"
    assert said("report.decided", report=given) == "1 March 2023"


def test_variables_do_not_hide_what_the_report_says_of_itself() -> None:
    assert said("report.title", report=report(variables={"title": "Other"})) == "Health check 2022"


def test_a_name_that_is_missing_says_where_to_add_it() -> None:
    ((_, what),) = problems("{{ report.zzz }}")
    assert "add it to 'variables:' in report.yaml" in what
    ((_, what),) = problems("{{ sourced.zzz }}", report=report(sourced={}))
    assert "add it to 'sourced:' in report.yaml" in what


def test_a_report_without_a_date_of_publication_has_none() -> None:
    ((_, what),) = problems("{{ report.published }}", report=report(published=None))
    assert "there is no field report.published" in what


def test_a_source_with_an_address_is_a_link() -> None:
    (figure,) = report().sourced.values()
    given = report(sourced={"vacancies": replace(figure, url="https://example.org/dfe", date=None)})
    footnote = content("{{ sourced.vacancies }}", report=given)[1]
    assert isinstance(footnote, Footnote)
    assert isinstance(footnote.paragraphs[0][0], Link)
    ((_, what),) = problems("{{ sourced.vacancies.date }}", report=given)
    assert "has no date" in what


def test_a_report_without_findings_has_its_metadata() -> None:
    empty = replace(
        health_check(), wave="", waves=(), items={}, cohorts={}, collections=(), method=()
    )
    assert said("report.title", empty) == "Health check 2022"
    ((_, what),) = problems("{{ sw.response.rate }}", empty)
    assert what.startswith("there is no 'sw'")
