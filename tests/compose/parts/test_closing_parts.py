"""The parts that close a report, and those that the format words itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.document import Contents, Document, Table
from generator.model.format import Format, Part, SignOffRule
from generator.model.issues import Where
from generator.model.report import (
    Appendix,
    Consideration,
    Exemption,
    HistoryEntry,
    Person,
    Prose,
    SignOff,
)
from generator.model.walk import plain
from tests.origins import without_origins

from ..builders import (
    ADA,
    FINANCIAL,
    LEGAL,
    PURPOSE,
    REPORT_FILE,
    compose,
    format_,
    narrative,
    outline,
    para,
    problems,
    prose,
    report,
    row,
)

WHERE = Where(REPORT_FILE, 30)
ANN = Person("Ann Ode", "Analyst", email="team@example.org")
ONE = Appendix("questions", "List of questions", "narrative", WHERE, listed_only=True)
TWO = Appendix("data", "Data overview", "narrative", WHERE)


def closing(part: Part, **changes: object) -> Format:
    return format_(layout=(PURPOSE, part), **changes)


def printed(part: Part, the_format: Format | None = None, **changes: object) -> list[str]:
    """What stands after the first section."""
    text = narrative(purpose=para("Why."), data=para("Much."))
    if not changes.get("appendices"):
        text = narrative(purpose=para("Why."))
    document = compose(text, the_format or closing(part), report(**changes))
    return outline(document)[2:]


def cells(document: Document, key: str) -> list[list[str]]:
    found = next(one for one in document.sections if one.key == key)
    table = next(block for block in found.blocks if isinstance(block, Table))
    return [[plain(cell) for cell in line] for line in (table.header, *table.rows)]


# ---------------------------------------------------------------- appendices list
@pytest.mark.parametrize(
    ("form", "numbered", "lines"),
    [
        ("paragraphs", True, ["# 2.0 Appendices", "2.1 Appendix 1: List of questions",
                              "2.2 Appendix 2: Data overview"]),
        ("lines", False, ["# Appendices", "Appendix 1: List of questions",
                          "Appendix 2: Data overview"]),
        ("list", False, ["# Appendices", "  1. Appendix 1: List of questions",
                         "  2. Appendix 2: Data overview"]),
    ],
)  # fmt: skip
def test_appendices_are_listed_in_the_formats_form(
    form: str, numbered: bool, lines: list[str]
) -> None:
    part = Part("appendices_list", title="Appendices", form=form, numbered=numbered)
    assert printed(part, appendices=(ONE, TWO))[:3] == lines


def test_a_listed_appendix_is_a_live_reference_unless_it_is_not_in_the_file() -> None:
    part = Part("appendices_list", title="Appendices", form="table")
    text = narrative(purpose=para("Why."), data=para("Much."))
    document = compose(text, closing(part), report(appendices=(ONE, TWO)))
    assert cells(document, "appendices-list") == [
        ["No.", "Title"],
        ["Appendix 1", "List of questions"],
        ["Appendix 2", "Data overview"],
    ]
    table = document.sections[1].blocks[0]
    assert isinstance(table, Table)
    kinds = [type(line[0][0]).__name__ for line in table.rows]
    assert kinds == ["Text", "Reference"]


def test_without_appendices_the_nil_statement_stands_or_nothing() -> None:
    part = Part("appendices_list", title="Appendices", nil="There are none.")
    assert printed(part) == ["# 2.0 Appendices", "2.1 There are none."]
    assert printed(replace(part, nil="")) == []
    (found,) = problems(None, closing(replace(part, nil="", required=True)))
    assert found == "report.yaml: appendices: 'Appendices' is missing; add it"


# ---------------------------------------------------------------- papers, history, terms
def test_background_papers_are_a_list_lines_or_a_table_with_more_columns() -> None:
    part = Part("background_papers", title="Background papers", numbered=False)
    papers = (prose("SWORD survey 2021"), prose("SWORD survey 2022"))
    assert printed(part, background_papers=papers)[1] == "  1. SWORD survey 2021"
    assert printed(replace(part, form="lines"), background_papers=papers)[1] == "SWORD survey 2021"
    table = replace(part, form="table", columns=("text", "held_at"), headings=("Paper", "Where"))
    kept = Prose("Audit", WHERE, {"held_at": "Civic Centre"})
    document = compose(None, closing(table), report(background_papers=(kept, papers[0])))
    assert cells(document, "background-papers") == [
        ["Paper", "Where"],
        ["Audit", "Civic Centre"],
        ["SWORD survey 2021", "–"],
    ]


@pytest.mark.parametrize(
    ("part", "under"),
    [
        (Part("background_papers", form="bullets"), True),
        (Part("background_papers", form="list", level=2), True),
        (Part("background_papers", form="bullets", numbered=False), False),
        (Part("background_papers", form="bullets", text="These were used:"), False),
        (Part("background_papers", form="lines"), False),
    ],
)
def test_lists_alone_in_a_numbered_part_begin_where_others_do_under_paragraphs(
    part: Part, under: bool
) -> None:
    papers = (prose("One."), prose("Two."))
    document = compose(None, closing(part), report(background_papers=papers))
    (section,) = (one for one in document.sections if one.kind == "closing")
    assert section.under == under


def test_a_background_paper_is_one_line() -> None:
    part = Part("background_papers")
    (found,) = problems(None, closing(part), report(background_papers=(prose("a\nb"),)))
    assert "expected one line of text" in found


def test_the_subject_history_is_a_table() -> None:
    part = Part("subject_history", title="Subject history (last 3 years)", numbered=False)
    document = compose(None, closing(part), report(history=(HistoryEntry("Panel", "May 2022"),)))
    assert cells(document, "subject-history") == [
        ["Council meeting", "Date"],
        ["Panel", "May 2022"],
    ]


def test_terms_of_reference_come_from_the_report_or_the_narrative() -> None:
    part = Part("terms_of_reference", title="Terms of reference", numbered=False, required=True)
    assert printed(part, terms_of_reference=prose("Paragraph A.")) == [
        "# Terms of reference",
        "Paragraph A.",
    ]
    text = narrative(purpose=para("Why."), terms_of_reference=para("Paragraph B."))
    assert outline(compose(text, closing(part)))[-1] == "Paragraph B."
    (found,) = problems(None, closing(part))
    assert found == "report.yaml: terms_of_reference: 'Terms of reference' is missing; add it"


# ---------------------------------------------------------------- people
def test_authors_are_lines_without_what_is_not_known() -> None:
    item = "{name}\n({post})\nEmail: {email}"
    part = Part("report_author", title="Report author", numbered=False, item=item)
    assert printed(part, authors=(ANN, Person("Bo Ray")))[1:] == [
        "Ann Ode\n(Analyst)\nEmail: team@example.org",
        "Bo Ray",
    ]


def test_the_role_of_authors_can_be_a_column() -> None:
    part = Part("report_author", "author", form="table", columns=("role", "name"))
    document = compose(None, closing(part), report(authors=(ANN,)))
    assert cells(document, "author") == [["Role", "Name"], ["Report author", "Ann Ode"]]


def test_contacts_are_a_table_of_the_rows_that_the_part_names() -> None:
    part = Part("contacts", title="Contacts", rows=("author", "holder"), columns=("role", "name",
                "email"))  # fmt: skip
    front = (row("author", "people", printed=False), row("holder", "people", printed=False))
    the_format = closing(part, front_matter=front)
    document = compose(None, the_format, report(front_matter={"author": (ANN,), "holder": (ADA,)}))
    assert cells(document, "contacts") == [
        ["Role", "Name", "Email"],
        ["Author", "Ann Ode", "team@example.org"],
        ["Holder", "Councillor Ada Byron", "–"],
    ]
    assert document.front_matter == ()


def test_an_item_that_asks_for_what_no_paper_has_is_a_problem() -> None:
    part = Part("background_papers", form="lines", item="{titel}")
    (found,) = problems(None, closing(part), report(background_papers=(prose("Survey"),)))
    assert "no paper has titel, which is all that the format's item prints" in found
    part = Part("background_papers", "papers", form="lines", item="{text} ({held_at})")
    document = compose(None, closing(part), report(background_papers=(prose("Survey"),)))
    assert outline(document)[-1] == "Survey"


def test_computed_rows_may_be_printed_as_a_section_too() -> None:
    front = (row("day", "computed", source="meeting_date"), row("wards", "wards"))
    part = Part("row", "audit", rows=("day", "wards"), form="table")
    the_report = report(front_matter={"wards": ("All",)})
    document = compose(None, closing(part, front_matter=front), the_report)
    assert cells(document, "audit")[1:] == [["Day", "15 March 2023"], ["Wards", "All"]]


def test_rows_may_be_printed_as_a_table_or_a_section() -> None:
    front = (row("version", "text", printed=False), row("key", "yes_no", "Key?", printed=False))
    values = {"version": "Final", "key": True}
    table = Part("row", "audit", "Audit trail", rows=("version", "key"), form="table")
    document = compose(None, closing(table, front_matter=front), report(front_matter=values))
    assert cells(document, "audit")[1:] == [["Version", "Final"], ["Key?", "Yes"]]
    one = Part("row", "version", rows=("version",))
    assert printed(one, closing(one, front_matter=front), front_matter=values) == [
        "# 2.0 Version",
        "2.1 Final",
    ]


def test_a_timetable_is_a_table_of_meetings_and_dates() -> None:
    front = (row("timetable", "considerations", printed=False),)
    part = Part("row", "timetable", "Timetable", rows=("timetable",), form="table")
    value = {"timetable": (Consideration("Corporate Leadership Team", date(2023, 2, 1)),)}
    document = compose(None, closing(part, front_matter=front), report(front_matter=value))
    assert cells(document, "timetable") == [
        ["Meeting", "Date"],
        ["Corporate Leadership Team", "1 February 2023"],
    ]


def test_the_sign_off_table_shows_who_is_still_awaited() -> None:
    columns = ("owner", "officer", "comments_sought", "date")
    part = Part("sign_off_table", "trail", "Consultation", columns=columns)
    rules = (replace(FINANCIAL, sign_off="name_date", nil="None."),
             replace(LEGAL, sign_off="name_date"))  # fmt: skip
    signed = SignOff("financial", WHERE, officer="Ann Ode", date=date(2023, 3, 1),
                     fields={"comments_sought": "Yes"})  # fmt: skip
    the_format = format_(
        layout=(PURPOSE, Part("implications"), part),
        implications=tuple(replace(rule, required=False) for rule in rules),
    )
    document = compose(None, the_format, report(sign_offs=(signed,)))
    assert cells(document, "trail") == [
        ["Adviser", "Officer", "Comments sought", "Date"],
        ["Finance", "Ann Ode", "Yes", "1 March 2023"],
        ["Legal", "Awaited", "–", "Awaited"],
    ]
    hidden = replace(the_format, sign_off=SignOffRule(printed_in_public=False))
    public = compose(None, hidden, report(sign_offs=(signed,), public=True))
    assert [one.key for one in public.sections] == ["purpose"]


# ---------------------------------------------------------------- the format's own words
EXEMPT = Part(
    "exempt", "exempt", "Exempt information", numbered=False,
    text="Exempt under {exempt_paragraphs}.", closing="{resolution}",
)  # fmt: skip


def test_an_exempt_report_says_under_which_paragraphs_and_why() -> None:
    context = {"resolution": "Exclude the public.", "schedule_12a_5": "Legal privilege."}
    words = {1: "Information relating to any individual", 5: "Privilege"}
    the_report = report(exemption=Exemption((1, 5), "Privacy outweighs.", WHERE, words))
    document = compose(None, format_(layout=(EXEMPT, PURPOSE), context=context), the_report)
    assert outline(document)[:6] == [
        "# Exempt information",
        "Exempt under paragraphs 1 and 5.",
        "   Paragraph 1: Information relating to any individual.",
        "   Paragraph 5: Legal privilege.",
        "Privacy outweighs.",
        "Exclude the public.",
    ]


def test_a_public_report_has_no_exempt_notice() -> None:
    the_format = format_(layout=(EXEMPT, PURPOSE), context={"resolution": "x"})
    assert [one.key for one in compose(None, the_format).sections] == ["purpose"]


def test_an_exempt_report_without_a_place_for_it_is_a_problem() -> None:
    (found,) = problems(None, format_(), report(exemption=Exemption((1,), "x", WHERE)))
    assert "its format has no part of kind 'exempt'" in found


def test_fixed_text_and_headings_are_printed_as_the_format_says() -> None:
    layout = (
        Part("heading", title="Supporting information", numbered=False),
        PURPOSE,
        Part("text", "note", text="For {committee_name}.", numbered=False),
    )
    assert outline(compose(None, format_(layout=layout))) == [
        "# Supporting information",
        "# 1.0 Purpose",
        "1.1 Why.",
        "# ",
        "For Families Scrutiny Panel.",
    ]


@pytest.mark.parametrize(
    ("wanted", "limit", "words", "there"),
    [
        (None, 2, 1200, True),
        (None, 2, 100, False),
        (None, 0, 9000, False),
        (True, 0, 10, True),
        (False, 1, 9000, False),
    ],
)
def test_a_contents_list_stands_in_long_reports_or_where_asked(
    wanted: bool | None, limit: int, words: int, there: bool
) -> None:
    layout = (Part("contents", title="In this report"), PURPOSE)
    text = narrative(purpose=para("word " * words))
    the_format = format_(layout=layout, contents_from_pages=limit)
    document = compose(text, the_format, report(contents=wanted))
    assert (document.sections[0].kind == "contents") is there
    if there:
        assert without_origins(document.sections[0].blocks) == (Contents("In this report"),)


def test_a_contents_list_that_the_format_has_no_place_for_stands_before_the_first_section() -> None:
    document = compose(None, None, report(contents=True))
    assert [one.kind for one in document.sections] == ["contents", "section"]
    long = narrative(purpose=para("word " * 9000))
    document = compose(long, format_(layout=(PURPOSE,), contents_from_pages=10), report())
    assert [one.kind for one in document.sections] == ["contents", "section"]
