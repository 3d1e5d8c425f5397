"""Loading a report: everything joined, and every mistake said with its place."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config.report.report_file import LoadedReport, load_report
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.report import Committee, Consideration, Council, Person
from tests.work import at_most

CALLS = 30_000  # some five times what is needed


Write = Callable[[str, str], Path]
Load = Callable[..., LoadedReport]
Said = Callable[..., list[str]]

FULL = """\
format: example-scrutiny
title: "Health check & <wellbeing> “2022” 😀"
committee: cabinet
meeting: {date: 2023-03-15}
published: 2023-03-07
front_matter:
  cabinet_member: [ada-byron, {name: Cllr Grace Hopper, post: Navigation}]
  wards: [North, South]
  key_decision: yes
  plan_reference: 2023
  designation: AMBER
  considered_by:
    - {body: Executive Board, date: 2023-02-28}
  employees: {person: dee-rector, telephone: 01902 111111}
  decided: 2023-03-15
recommendations:
  decision:
    - Note the findings.
    - {text: Approve the plan., name: approve-plan}
sections:
  findings: Key findings
  purpose: {title: Purpose of the report, required: false}
implications:
  financial: {nil: true}
  legal: The duties are met.
appendices:
  - {key: questions, title: Questions, content: survey_questions}
  - {key: plan, title: Plan, path: appendices/plan.docx, landscape: true}
  - {key: numbers, title: Numbers, path: numbers.csv, options: {caption: Numbers}}
  - {key: dashboard, title: Dashboard}
background_papers:
  - Workforce strategy
  - {text: Budget 2023, held_at: Civic Centre}
authors: dee-rector
contents: true
chart_tables: beside
variables: {budget: "£52.2 million", year: 2023}
sourced: {vacancies: {value: "20.0%", source: DfE, date: 2022-09-30}}
"""


@pytest.fixture
def files(write: Write) -> None:
    """The files of the full report's appendices."""
    write("inputs/check/appendices/plan.docx", "")
    write("inputs/check/numbers.csv", "")


@pytest.mark.usefixtures("files")
def test_a_whole_report_is_loaded(load: Load, workspace: Workspace) -> None:
    loaded = load(FULL, 'sign_offs: {financial: "[JG/15022023/Y]"}\n')
    report = loaded.report
    assert report.name == "check"
    assert report.title == "Health check & <wellbeing> “2022” 😀"
    assert report.council == Council("example", "Borough of Example", "Example")
    assert report.committee == Committee("cabinet", "Cabinet", "Cabinet", "cabinet")
    assert (report.meeting, report.published) == (date(2023, 3, 15), date(2023, 3, 7))
    assert report.marking == "NOT PROTECTIVELY MARKED"
    assert list(report.front_matter) == [
        "cabinet_member", "wards", "key_decision", "plan_reference", "designation",
        "considered_by", "employees", "decided",
    ]  # fmt: skip
    assert report.front_matter["cabinet_member"] == (
        Person("Councillor Ada Byron", "Children", key="ada-byron", kind="member"),
        Person("Cllr Grace Hopper", "Navigation"),
    )
    assert report.front_matter["wards"] == ("North", "South")
    assert report.front_matter["key_decision"] is True
    assert report.front_matter["plan_reference"] == "2023"
    assert report.front_matter["considered_by"] == (
        Consideration("Executive Board", date(2023, 2, 28)),
    )
    assert report.front_matter["decided"] == date(2023, 3, 15)
    assert report.authors[0].email == "families@example.org"
    assert [item.name for item in report.recommendations["decision"]] == ["", "approve-plan"]
    assert str(report.recommendations["decision"][1].prose.where) == (
        "inputs/check/report.yaml:19: recommendations.decision[1].text"
    )
    assert [(s.key, s.title, s.required) for s in report.sections] == [
        ("findings", "Key findings", True),
        ("purpose", "Purpose of the report", False),
    ]
    assert report.implications["financial"].nil
    assert report.implications["legal"].prose is not None
    assert [a.content for a in report.appendices] == [
        "survey_questions",
        "file",
        "csv",
        "narrative",
    ]
    plan = workspace.inputs / "check" / "appendices" / "plan.docx"
    assert report.appendices[1].path == plan.as_posix()
    assert report.appendices[2].options == {"caption": "Numbers"}
    assert report.background_papers[1].fields == {"held_at": "Civic Centre"}
    assert (report.contents, report.chart_tables) == (True, "beside")
    assert report.variables == {"budget": "£52.2 million", "year": "2023"}
    assert report.sourced["vacancies"].date == date(2022, 9, 30)
    assert report.sign_offs[0].date == date(2023, 2, 15)
    assert [file.file for file in loaded.files] == [
        "inputs/check/report.yaml",
        "inputs/check/sign_offs.yaml",
        "config/formats/example-scrutiny.yaml",
        "config/councils/example.yaml",
    ]


def test_defaults_of_the_format_fill_what_is_not_given(load: Load) -> None:
    report = load().report
    assert report.front_matter["wards"] == "All"
    assert report.front_matter["key_decision"] is False
    assert "designation" not in report.front_matter
    assert (report.contents, report.chart_tables) == (None, "appendix")


def test_a_single_value_stands_for_a_list_of_one(load: Load, report_text: str) -> None:
    report = load(report_text.replace("\n    - Note the findings.", " Note the findings.")).report
    assert report.recommendations["decision"][0].prose.text == "Note the findings."
    assert len(report.front_matter["cabinet_member"]) == 1  # type: ignore[arg-type]


def test_a_committee_may_be_written_out(load: Load, report_text: str) -> None:
    text = report_text.replace(
        "committee: families", "committee: {name: Schools Forum, type: forum}"
    )
    assert load(text).report.committee == Committee("", "Schools Forum", "Schools Forum", "forum")


def test_a_person_has_the_posts_of_the_day_of_the_meeting(
    load: Load, write: Write, council_text: str
) -> None:
    write(
        "config/councils/example.yaml",
        council_text.replace(
            "{post: Housing, from: 2023-05-18}", "{post: Housing, from: 2023-01-01}"
        ),
    )
    people = load().report.front_matter["cabinet_member"]
    assert isinstance(people, tuple)
    (person,) = people
    assert isinstance(person, Person)
    assert person.post == "Children and Housing"


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("title: Health check", "titel: Health check",
         ["report.yaml:2: titel: unknown key 'titel'; did you mean 'title'?"]),
        ("title: Health check", "title: >\n  a\n\n  b",
         ["report.yaml:2: title: goes over several lines; write it in one line, or with '>-'"]),
        ("title: Health check\n", "",
         ["report.yaml:1: the key 'title' is missing; add it: the report's title"]),
        ("date: 2023-03-15", "date: 15 March 2023",
         ["report.yaml:4: meeting.date: expected a date such as 2023-03-15, got '15 March 2023'; write 2023-03-15"]),
        ("format: example-scrutiny", "format: example-scrutiny-2019",
         ["report.yaml:1: format: there is no format 'example-scrutiny-2019' in config/formats/; did"
          " you mean 'example-scrutiny'?"]),
        ("committee: families", "committee: famlies",
         ["report.yaml:3: committee: expected the key of a committee in config/councils/example.yaml,"
          " or a mapping with name and type, got 'famlies'; did you mean 'families'?"]),
        ("2023-03-15", "2022-08-31",
         ["report.yaml:4: meeting.date: the format example-scrutiny is for meetings from 1 September"
          " 2022 on; choose the format of that time"]),
        ("families\nmeeting: {date: 2023-03-15", "cabinet\nmeeting: {date: 2023-04-20",
         ["report.yaml:4: meeting.date: the Cabinet does not meet on 20 April 2023; the nearest meeting"
          " in config/councils/example.yaml is on 19 April 2023"]),
        ("meeting:", "published: 2023-03-16\nmeeting:",
         ["report.yaml:4: published: is after the meeting on 15 March 2023; check the two dates"]),
        ("  cabinet_member: ada-byron", "  wards: North",
         ["report.yaml:5: front_matter: the key 'cabinet_member' is missing; add it: cabinet member"]),
        ("cabinet_member: ada-byron", "cabinet_membr: ada-byron",
         ["report.yaml:6: front_matter.cabinet_membr: unknown key 'cabinet_membr'; did you mean"
          " 'cabinet_member'?"]),
        ("cabinet_member: ada-byron", "cabinet_member: ada-byrn",
         ["report.yaml:6: front_matter.cabinet_member: expected a key of config/councils/example.yaml,"
          " or text such as 'Ann Example, Head of Service', or a list of these, got 'ada-byrn'; did"
          " you mean 'ada-byron'?"]),
        ("cabinet_member: ada-byron", "cabinet_member: dee-rector",
         ["report.yaml:6: front_matter.cabinet_member: Dee Rector is a director, not a member; name a"
          " member: ada-byron, max-weber"]),
        ("cabinet_member: ada-byron", "cabinet_member: [ada-byron, ada-byron]",
         ["report.yaml:6: front_matter.cabinet_member[1]: Councillor Ada Byron stands twice; remove one"
          " of the two"]),
        ("cabinet_member: ada-byron", "cabinet_member: {name: Cllr X}",
         ["report.yaml:6: front_matter.cabinet_member: the key 'post' is missing for Cllr X; add it: the"
          " row prints it"]),
        ("cabinet_member: ada-byron", "cabinet_member: {post: X}",
         ["report.yaml:6: front_matter.cabinet_member: the key 'name' is missing; add it, or 'person'"
          " with a key"]),
        ("cabinet_member: ada-byron", "cabinet_member: {person: max-webr, post: X}",
         ["report.yaml:6: front_matter.cabinet_member.person: expected a key of"
          " config/councils/example.yaml, got 'max-webr'; did you mean 'max-weber'?"]),
        ("cabinet_member: ada-byron", "cabinet_member: max-weber",
         ["report.yaml:6: front_matter.cabinet_member: Councillor Max Weber holds 'Children' only from"
          " 18 May 2023, and the meeting is on 15 March 2023; on that day it is held by ada-byron"]),
        ("cabinet_member: ada-byron", "cabinet_member: ada-byron\n  key_decision: yes",
         ["report.yaml:5: front_matter: the key 'plan_reference' is missing, and key_decision is yes; add"
          " it: The number in the forward plan."]),
        ("cabinet_member: ada-byron", "cabinet_member: ada-byron\n  key_decision: perhaps",
         ["report.yaml:7: front_matter.key_decision: expected yes or no, got 'perhaps'"]),
        ("cabinet_member: ada-byron", "cabinet_member: ada-byron\n  designation: amber",
         ["report.yaml:7: front_matter.designation: expected one of RED, AMBER, GREEN, got 'amber'; did"
          " you mean 'AMBER'?"]),
        ("cabinet_member: ada-byron", "cabinet_member: ada-byron\n  title: Another",
         ["report.yaml:7: front_matter.title: the key 'title' has no place here; remove it: the format"
          " fills this row in by itself"]),
        ("cabinet_member: ada-byron", "cabinet_member: ada-byron\n  considered_by: {body: B, date: soon}",
         ["report.yaml:7: front_matter.considered_by.date: expected a date such as 2023-03-15, got"
          " 'soon'"]),
        ("    - Note the findings.", "    []",
         ["report.yaml:8: recommendations.decision: expected something in the list, got an empty list"]),
        ("  decision:\n", "  decisions:\n",
         ["report.yaml:8: recommendations.decisions: unknown key 'decisions'; did you mean"
          " 'decision'?"]),
        ("    - Note the findings.", "    - Note: the findings.",
         ["report.yaml:9: recommendations.decision[0]: expected text, or a mapping with text, got a"
          " mapping; text with ': ' in it needs quotes"]),
        ("    - Note the findings.", "    - {text: a, name: b}\n    - {text: c, name: b}",
         ["report.yaml:10: recommendations.decision[1].name: the name 'b' is that of a recommendation"
          " already; choose another name"]),
        ("families\nmeeting:", "{name: F, type: forum}\nmeeting:", []),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_its_place_and_how_to_mend_it(
    load: Load, problems: Said, old: str, new: str, messages: list[str], report_text: str
) -> None:
    assert old in report_text
    text = report_text.replace(old, new, 1)
    if messages:
        assert problems(text) == messages
    else:
        load(text)


@pytest.mark.parametrize(
    ("added", "messages"),
    [
        ("terms_of_reference: x\n",
         ["10: terms_of_reference: the key 'terms_of_reference' has no place here; remove it: the format"
          " example-scrutiny prints no terms of reference"]),
        ("implications: {finance: x}\n",
         ["10: implications.finance: unknown key 'finance'; did you mean 'financial'?"]),
        ("implications: {financial: {nil: true, text: x}, legal: {nil: true}, equalities: {answer: no}}\n",
         ["10: implications.financial.nil: has both 'nil: true' and a text; remove one of the two",
          "10: implications.legal.nil: the format has no nil statement for 'Legal implications'; write"
          " it as text",
          "10: implications.equalities.answer: the format prints no Yes/No grid, so an answer has no"
          " place; remove it"]),
        ("sections: {reasons: X, legal: Y, Free Section: Z}\n",
         ["10: sections.reasons: the key 'reasons' has no place here; remove it: the heading 'Reasons'"
          " is fixed",
          "10: sections.legal: the key 'legal' has no place here; put it under implications",
          "10: sections.Free Section: expected a key such as cabinet_member (lower-case letters,"
          " digits, - and _), got the key 'Free Section'; write 'free-section'"]),
        ("exempt: {paragraphs: [3], public_interest: x}\n",
         ["10: exempt: an exempt report cannot be marked 'NOT PROTECTIVELY MARKED' as public ones are;"
          " write the marking of exempt reports as 'marking'"]),
        ("exempt: {paragraphs: [3], public_interest: x}\nmarking: Not protectively marked\n",
         ["11: marking: an exempt report cannot be marked 'Not protectively marked' as public ones are;"
          " write the marking of exempt reports as 'marking'"]),
        ("exempt: {paragraphs: [0, 1, 1]}\nmarking: SENSITIVE\n",
         ["10: exempt.paragraphs: 1 stands twice; remove one of the two",
          "10: exempt.paragraphs[0]: expected the number of a paragraph of the schedule, got 0"]),
        ("exempt: {paragraphs: [8]}\nmarking: SENSITIVE\n",
         ["10: exempt: Schedule 12A to the Local Government Act 1972 has no paragraph 8 to be exempt"
          " under; choose from 1 to 7",
          "10: exempt: the public interest is not stated; add public_interest: why keeping it private"
          " outweighs publishing it"]),
        ("appendices:\n- {key: a, title: A}\n- {key: a, title: B}\n",
         ["12: appendices[1].key: the key 'a' stands twice; give one of the two appendices another"
          " key"]),
        ("appendices: [{key: a, title: A, path: ../x.docx}]\n",
         ["10: appendices[0].path: '../x.docx' leads out of the report's folder; put the file there"
          " and name it from the report's folder"]),
        ("appendices: [{key: a, title: A, path: plan.docx}]\n",
         ["10: appendices[0].path: there is no file 'plan.docx' in inputs/check/; did you mean 'plan2.docx'?"]),
        ("appendices: [{key: a, title: A, path: plan.docm}]\n",
         ["10: appendices[0].path: expected .docx or .xlsx, got 'plan.docm'; save it as .docx, without"
          " macros"]),
        ("appendices: [{key: a, title: A, content: csv}]\n",
         ["10: appendices[0]: an appendix of content csv needs a 'path'; add it: the file, from the"
          " report's folder"]),
        ("appendices: [{key: a, title: A, content: method, path: x.csv}]\n",
         ["10: appendices[0].path: an appendix of content method has no file; remove the path, or write"
          " content: file"]),
        ("appendices: [{key: a, title: A, sheet: x}]\n",
         ["10: appendices[0].sheet: only an .xlsx file has sheets; remove it"]),
        ("variables: {a-b: x, half: 1.50}\n",
         ["10: variables.half: expected text in quotes, such as \"52.2\", got 1.5; if it is text, put it"
          " in quotes: \"1.5\"",
          "10: variables.a-b: expected a name such as budget_total (lower-case letters, digits and _),"
          " got the key 'a-b'; write 'a_b'"]),
    ],
)  # fmt: skip
def test_a_mistake_further_down_is_said_too(
    problems: Said, write: Write, added: str, messages: list[str], report_text: str
) -> None:
    write("inputs/check/plan2.docx", "")
    assert [line.removeprefix("report.yaml:") for line in problems(report_text + added)] == messages


def test_a_group_without_lead_in_for_the_committee_is_refused(
    problems: Said, report_text: str
) -> None:
    text = (
        report_text.replace("committee: families", "committee: cabinet") + "  noting: The costs.\n"
    )
    assert problems(text) == [
        "report.yaml:10: recommendations.noting: the format has no lead-in for committees of type"
        " 'cabinet' (scrutiny); add one to config/formats/example-scrutiny.yaml, or change the"
        " committee's type"
    ]


def test_a_committee_may_bring_its_own_lead_in(
    load: Load, write: Write, report_text: str, council_text: str
) -> None:
    write(
        "config/councils/example.yaml",
        council_text.replace(
            "type: cabinet,", "type: cabinet, lead_in: {noting: 'Cabinet notes:'},"
        ),
    )
    text = (
        report_text.replace("committee: families", "committee: cabinet") + "  noting: The costs.\n"
    )
    assert load(text).report.committee.lead_in == {"noting": "Cabinet notes:"}


def test_an_exempt_report_takes_the_format_s_exempt_marking(
    load: Load, write: Write, report_text: str, format_text: str
) -> None:
    write(
        "config/formats/example-scrutiny.yaml",
        format_text + "exempt_marking: NOT FOR PUBLICATION\n",
    )
    report = load(report_text + "exempt: {paragraphs: [3, 1], public_interest: Prices.}\n").report
    assert report.marking == "NOT FOR PUBLICATION"
    assert report.exemption is not None
    assert report.exemption.paragraphs == (1, 3)


def test_an_exempt_report_needs_a_format_that_prints_why(
    problems: Said, write: Write, report_text: str, format_text: str
) -> None:
    write(
        "config/formats/example-scrutiny.yaml",
        format_text.replace("  - {kind: exempt, title: Exempt information}\n", ""),
    )
    found = problems(
        report_text + "exempt: {paragraphs: [1], public_interest: x}\nmarking: SENSITIVE\n"
    )
    assert found == [
        "report.yaml:10: exempt: the format example-scrutiny has no place for an exempt statement; add"
        " {kind: exempt} to the layout of config/formats/example-scrutiny.yaml"
    ]


def test_a_past_member_is_refused_with_who_holds_the_portfolio_now(
    problems: Said, report_text: str
) -> None:
    text = report_text.replace("2023-03-15", "2023-06-14").replace("ada-byron", "max-weber")
    assert problems(text.replace("max-weber", "[max-weber, gone]")) != []
    with_gone = text.replace("cabinet_member: max-weber", "cabinet_member: ada-byron")
    assert problems(with_gone + "authors: nobody\n") == [
        "report.yaml:10: authors: expected a key of config/councils/example.yaml, or text such as"
        " 'Ann Example, Head of Service', or a list of these, got 'nobody'; known: ada-byron,"
        " dee-rector, max-weber"
    ]


def test_a_body_may_be_a_committee_of_the_council_by_its_key(load: Load, report_text: str) -> None:
    row = "\n  considered_by: {body: cabinet, date: 2023-02-28}"
    text = report_text.replace("cabinet_member: ada-byron", f"cabinet_member: ada-byron{row}")
    (one,) = load(text).report.front_matter["considered_by"]
    assert one == Consideration("Cabinet", date(2023, 2, 28))


def test_people_and_committees_may_be_plain_text(load: Load, report_text: str) -> None:
    text = report_text.replace(
        "ada-byron", "[Councillor Jo Ash, 'Councillor Di Elm, Roads, Parks']"
    )
    text = text.replace("[Councillor Jo Ash", "['Councillor Jo Ash'")
    report = load(text.replace("committee: families", "committee: Schools Forum")).report
    assert report.front_matter["cabinet_member"] == (
        Person("Councillor Jo Ash"),
        Person("Councillor Di Elm", "Roads, Parks"),
    )
    assert report.committee == Committee("", "Schools Forum", "Schools Forum", "")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("ada-byron", "councillor ada byron, Children",
         "report.yaml:6: front_matter.cabinet_member: Councillor Ada Byron stands in"
         " config/councils/example.yaml; write the key 'ada-byron'; the office is then filled in"),
        ("committee: families", "committee: Families scrutiny panel",
         "report.yaml:3: committee: Families scrutiny panel stands in config/councils/example.yaml;"
         " write the key 'families'; its meetings and lead-ins are then known"),
        ("    - Note the findings.\n", "    - Note the findings.\n  noting: The rest.\n",
         "report.yaml:10: recommendations.noting: the format has lead-ins by the committee's type"
         " (scrutiny), which is not given; write committee: {name: Schools Forum, type: scrutiny}"),
    ],
)  # fmt: skip
def test_text_in_place_of_a_key_is_not_taken_for_what_the_council_knows(
    problems: Said, report_text: str, right: str, wrong: str, message: str
) -> None:
    text = report_text.replace(right, wrong)
    if "noting" in wrong:
        text = text.replace("committee: families", "committee: Schools Forum")
    assert problems(text) == [message]


def test_somebody_of_the_council_without_a_post_is_a_problem_where_it_is_printed(
    problems: Said, load: Load, write: Write, report_text: str, council_text: str
) -> None:
    posts = "    post: Children\n    from: 2023-05-18\n"
    assert posts in council_text
    write("config/councils/example.yaml", council_text.replace(posts, ""))
    assert problems(report_text.replace("ada-byron", "max-weber")) == [
        "report.yaml:6: front_matter.cabinet_member: Councillor Max Weber has no post in"
        " config/councils/example.yaml, and the row prints it; add it there, or write"
        " {person: max-weber, post: ...}"
    ]
    load(report_text.replace("ada-byron", "{person: max-weber, post: Children}"))


def test_a_portfolio_that_has_ended_is_said_with_its_last_day(
    problems: Said, write: Write, report_text: str, council_text: str
) -> None:
    ended = council_text.replace("      - {post: Housing, from: 2023-05-18}\n", "")
    write("config/councils/example.yaml", ended)
    assert problems(report_text.replace("2023-03-15", "2023-06-14")) == [
        "report.yaml:6: front_matter.cabinet_member: Councillor Ada Byron held 'Children' only until"
        " 17 May 2023, and the meeting is on 14 June 2023; on that day it is held by max-weber"
    ]


def test_problems_of_all_files_are_listed_together(
    workspace: Workspace, write: Write, report_text: str
) -> None:
    write("inputs/check/report.yaml", report_text.replace("2023-03-15", "March") + "contentss: 3\n")
    write("inputs/check/sign_offs.yaml", "sign_offs: {legal: x, equalities: y, finacial: z}\n")
    with pytest.raises(InputProblems) as caught:
        load_report(workspace, "check")
    assert [str(p.where) for p in caught.value.problems] == [
        "inputs/check/report.yaml:4: meeting.date",
        "inputs/check/report.yaml:10: contentss",
        "inputs/check/sign_offs.yaml:1: sign_offs.equalities",
        "inputs/check/sign_offs.yaml:1: sign_offs.finacial",
        "inputs/check/sign_offs.yaml:1: sign_offs.legal",
    ]


def test_unreadable_files_do_not_hide_one_another(workspace: Workspace, write: Write) -> None:
    write("inputs/check/report.yaml", "title: [\n")
    write("inputs/check/sign_offs.yaml", "a:\n\tb: 1\n")
    with pytest.raises(InputProblems) as caught:
        load_report(workspace, "check")
    assert [p.where.file for p in caught.value.problems] == [
        "inputs/check/report.yaml",
        "inputs/check/sign_offs.yaml",
    ]


def test_a_broken_format_leaves_the_report_checked_in_general(
    workspace: Workspace, write: Write, report_text: str, format_text: str
) -> None:
    write("inputs/check/report.yaml", report_text + "contentss: 3\n")
    write("config/formats/example-scrutiny.yaml", format_text.replace("kind: wards", "kind: ward"))
    with pytest.raises(InputProblems) as caught:
        load_report(workspace, "check")
    assert [p.where.file for p in caught.value.problems] == [
        "inputs/check/report.yaml",
        "config/formats/example-scrutiny.yaml",
    ]


@pytest.mark.parametrize("text", ["", "- a\n", "just text\n", "format: [a]\n", "format: 5\n"])
def test_a_file_of_the_wrong_shape_is_refused(problems: Said, text: str) -> None:
    assert problems(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
        min_size=1,
    ).filter(lambda text: text.strip() != "")
)
def test_wild_text_is_kept_exactly(load: Load, text: str, report_text: str) -> None:
    data = yaml.safe_load(report_text)
    data["meeting"] = {"date": "2023-03-15"}
    data["title"] = text
    data["recommendations"]["decision"] = [{"text": text, "name": "wild"}]
    data["variables"] = {"wild": text}
    data["front_matter"]["cabinet_member"] = {"name": text, "post": text}
    report = load(yaml.safe_dump(data, allow_unicode=True)).report
    assert report.title == text
    assert report.variables["wild"] == text
    assert report.recommendations["decision"][0].prose.text == text
    assert report.front_matter["cabinet_member"] == (Person(text, text),)


def test_loading_takes_little_work_and_imports_nothing_dear(
    load: Load, workspace: Workspace
) -> None:
    load()
    with at_most(calls=CALLS):
        load_report(workspace, "check")
    dear = {"pandas", "numpy", "docx", "lxml", "jinja2"}
    code = "import sys; import generator.config.report.report_file; print(*sorted(sys.modules))"
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not dear & set(done.stdout.split())
