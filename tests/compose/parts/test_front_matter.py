"""Front-matter rows: labels, people, dates, considered-by wording, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.format import AppendixRule, FrontMatterRule, Part
from generator.model.issues import Where
from generator.model.report import Appendix, Consideration, Exemption, Person
from tests.phrases import texts

from ..builders import (
    ADA,
    DECISION,
    FREE,
    MAX,
    PURPOSE,
    compose,
    format_,
    problems,
    recommend,
    report,
    row,
)

MEMBER = row(
    "member", "people", "Cabinet member", label_many="Cabinet members", required=True, joined=", "
)
BODIES = row(
    "considered_by", "considerations", "Considered by", repeatable=True,
    label_to_be="To be considered by", label_has_been="Has been considered by",
)  # fmt: skip


def rows(rule: FrontMatterRule, value: object = None, **changes: object) -> list[tuple]:
    given = {} if value is None else {rule.key: value}
    document = compose(None, format_(front_matter=(rule,)), report(front_matter=given, **changes))
    return [(one.label, texts(one.lines)) for one in document.front_matter]


def test_one_person_stands_under_the_singular_label() -> None:
    text = "Councillor Ada Byron, Children and Young People"
    assert rows(MEMBER, (ADA,)) == [("Cabinet member", ((text,),))]


def test_several_people_stand_under_the_plural_label_a_line_each() -> None:
    (label, lines) = rows(MEMBER, (ADA, MAX))[0]
    assert (label, len(lines)) == ("Cabinet members", 2)


def test_name_and_post_stand_in_cells_where_the_format_does_not_join_them() -> None:
    rule = replace(MEMBER, joined="")
    assert rows(rule, (ADA,))[0][1] == (("Councillor Ada Byron", "Children and Young People"),)


def test_people_stand_side_by_side_with_the_portfolio_below_the_name() -> None:
    rule = replace(MEMBER, joined="\n", side_by_side=True)
    assert rows(rule, (ADA, MAX))[0][1] == (
        ("Councillor Ada Byron", "Councillor Max Weber"),
        ("Children and Young People", "Adult Services"),
    )
    assert rows(replace(rule, joined=", "), (ADA, MAX))[0][1] == (
        ("Councillor Ada Byron, Children and Young People", "Councillor Max Weber, Adult Services"),
    )


def test_people_side_by_side_can_be_stacked_as_the_format_prints_one_of_them() -> None:
    rule = replace(MEMBER, joined="\n", side_by_side=True)
    document = compose(
        None, format_(front_matter=(rule,)), report(front_matter={rule.key: (ADA, MAX)})
    )
    assert texts(document.front_matter[0].stacked) == (
        ("Councillor Ada Byron\nChildren and Young People",),
        ("Councillor Max Weber\nAdult Services",),
    )


def test_contacts_have_telephone_and_email_on_lines_of_their_own() -> None:
    rule = row("contact", "contacts", detail_labels={"telephone": "Phone"})
    person = Person("Ann Ode", "Analyst", telephone="01234", email="team@example.org")
    quiet = Person("Bo Ray")
    assert rows(rule, (person, quiet))[0][1] == (
        ("Ann Ode", "Analyst"),
        ("Phone", "01234"),
        ("Email", "team@example.org"),
        ("Bo Ray",),
    )


@pytest.mark.parametrize(
    ("days", "published", "labels"),
    [
        ([1, 7], date(2023, 3, 7), ["Has been considered by"]),
        ([8, 9], date(2023, 3, 7), ["To be considered by"]),
        ([1, 9], date(2023, 3, 7), ["Has been considered by", "To be considered by"]),
        ([1, 15], None, ["Has been considered by"]),
        ([16], None, ["To be considered by"]),
    ],
)
def test_considered_by_follows_from_each_date(
    days: list[int], published: date | None, labels: list[str]
) -> None:
    value = tuple(Consideration(f"Board {day}", date(2023, 3, day)) for day in days)
    found = rows(BODIES, value, published=published)
    assert [label for label, _ in found] == labels
    assert sum(len(lines) for _, lines in found) == len(days)


def test_a_mixed_label_keeps_all_bodies_in_one_row() -> None:
    rule = replace(BODIES, label_mixed="Considered by or to be considered by")
    value = (Consideration("A", date(2023, 3, 1)), Consideration("B", date(2023, 3, 9)))
    assert rows(rule, value) == [
        ("Considered by or to be considered by", (("A", "1 March 2023"), ("B", "9 March 2023")))
    ]


def test_yes_no_rows_print_words_or_ticked_boxes() -> None:
    rule = row("key_decision", "yes_no", no_text="No, all wards")
    assert rows(rule, True)[0][1] == (("Yes",),)
    assert rows(rule, "no")[0][1] == (("No, all wards",),)
    assert rows(replace(rule, ticks=True), True)[0][1] == (("☒ Yes", "☐ No, all wards"),)


def test_wards_text_dates_and_lists() -> None:
    assert rows(row("wards", "wards"), ("Park", "Bilston East"))[0][1] == (("Park, Bilston East",),)
    assert rows(row("plan", "text"), ("One", "Two"))[0][1] == (("One",), ("Two",))
    assert rows(row("decided", "date"), date(2023, 3, 1))[0][1] == (("1 March 2023",),)
    assert rows(row("designation", "text", default="GREEN"))[0][1] == (("GREEN",),)


def test_computed_rows_come_from_the_report_itself() -> None:
    sources = ["title", "committee", "meeting_date", "meeting", "published", "marking", "council"]
    rules = tuple(row(f"r_{source}", "computed", source=source) for source in sources)
    group = replace(DECISION, heading="", lead_in={})
    rules = (*rules, row("recs", "computed", source="recommendations"))
    layout = (Part("recommendations", numbered=False), PURPOSE, FREE)
    the_report = report(recommendations={"decision": recommend("Note a.", "Note b.")})
    the_format = format_(front_matter=rules, layout=layout, recommendations=(group,))
    document = compose(None, the_format, the_report)
    found = {one.key: texts(one.lines) for one in document.front_matter}
    assert found["r_title"] == (("Health check",),)
    assert found["r_meeting"] == (("Families Scrutiny Panel",), ("15 March 2023",))
    assert found["recs"] == (("1. Note a.",), ("2. Note b.",))


def test_the_row_of_appendices_joins_label_and_title_as_the_format_does() -> None:
    rule = row("appendices", "computed", source="appendices")
    made = format_(front_matter=(rule,), appendices=AppendixRule(joint=" - "))
    one = Appendix("plan", "Plan", "narrative", Where("report.yaml"), listed_only=True)
    document = compose(None, made, report(appendices=(one,)))
    assert texts(document.front_matter[0].lines) == (("Appendix 1 - Plan",),)


def test_the_release_row_says_open_or_why_not() -> None:
    rule = row(
        "release", "computed", source="exemption", text_public="For general release",
        text_exempt="Not for publication: {exempt_paragraphs}",
    )  # fmt: skip
    exempt = Exemption((1, 3), "Privacy.", Where("inputs/check/report.yaml"))
    assert rows(rule)[0][1] == (("For general release",),)
    assert rows(rule, exemption=exempt)[0][1] == (("Not for publication: paragraphs 1 and 3",),)


def test_an_unprinted_row_is_asked_for_but_not_in_the_table() -> None:
    rule = replace(MEMBER, printed=False)
    assert rows(rule, (ADA,)) == []
    assert problems(None, format_(front_matter=(rule,))) == [
        "report.yaml: front_matter.member: 'Cabinet member' is missing; add it"
    ]


def test_a_row_may_be_required_only_in_some_cases() -> None:
    late = row("urgent", "yes_no", default="no")
    reason = row("reason", "text", required_when="urgent")
    the_format = format_(front_matter=(late, reason))
    assert texts(compose(None, the_format).front_matter[0].lines) == (("No",),)
    (found,) = problems(None, the_format, report(front_matter={"urgent": True}))
    assert found == "report.yaml: front_matter.reason: 'Reason' is missing; add it"


def test_every_wrong_row_is_listed_at_once() -> None:
    colour = row("colour", "text", values=("RED", "GREEN"))
    the_report = report(front_matter={"colour": "GREAN"})
    assert problems(None, format_(front_matter=(MEMBER, colour)), the_report) == [
        "report.yaml: front_matter.member: 'Cabinet member' is missing; add it",
        "report.yaml: front_matter.colour: expected one of RED, GREEN, got 'GREAN'; "
        "did you mean 'GREEN'?",
    ]


WILD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(WILD, WILD)
def test_any_text_is_kept_exactly(name: str, post: str) -> None:
    found = rows(replace(MEMBER, joined=""), (Person(name, post),))
    assert found[0][1] == ((name, post),)


@given(WILD)
def test_any_title_may_hold_braces_and_signs(title: str) -> None:
    rule = row("title", "computed", source="title")
    assert rows(rule, title=title) == [("Title", ((title,),))]
