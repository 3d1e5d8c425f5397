"""Formats: what a file says, what it extends, and what must fit together."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.config.format.format_file import format_names, load_format
from generator.config.schema.schema_check import load_schema
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.document import Numbering
from generator.model.format import (
    AppendixRule,
    Format,
    FrontMatterRule,
    ImplicationRule,
    Part,
    RecommendationGroup,
    SignOffRule,
    signed_rules,
)
from generator.model.issues import Where

ROOT = Path(__file__).resolve().parents[3]
Write = Callable[[str, str], Path]
BASE = "config/formats/example-scrutiny.yaml"


def child(write: Write, text: str, name: str = "child") -> None:
    """Write a format that extends the example's."""
    write(f"config/formats/{name}.yaml", f"name: Child\nextends: example-scrutiny\n{text}")


def said(workspace: Workspace, key: str) -> list[str]:
    """The problems of loading a format, without the folder of formats."""
    with pytest.raises(InputProblems) as caught:
        load_format(workspace, key)
    return [str(problem).removeprefix("config/formats/") for problem in caught.value.problems]


def test_a_format_is_loaded(workspace: Workspace) -> None:
    found = load_format(workspace, "example-scrutiny")
    assert format_names(workspace) == ("example-scrutiny",)
    assert found.key == "example-scrutiny"
    assert found.file == BASE
    assert found.valid_from == date(2022, 9, 1)
    assert found.front_matter[1] == FrontMatterRule(
        "cabinet_member", "Cabinet member", "people", required=True, repeatable=True, who="member"
    )
    assert found.recommendations[0].lead_in == {"any": "The {committee} is recommended to:"}
    assert found.recommendations[1].lead_in == {"scrutiny": "The {committee} notes:"}
    assert found.implications[0].sign_off == "code"
    assert [part.kind for part in found.layout][:3] == ["exempt", "recommendations", "section"]
    assert found.numbering == Numbering()
    assert found.extends == ""


def test_an_unknown_format_is_named_where_it_stands(workspace: Workspace) -> None:
    with pytest.raises(InputProblems) as caught:
        load_format(workspace, "example-scrutny", Where("inputs/a/report.yaml", 1, "format"))
    assert str(caught.value) == (
        "inputs/a/report.yaml:1: format: there is no format 'example-scrutny' in config/formats/; "
        "did you mean 'example-scrutiny'?"
    )


def test_a_child_changes_what_it_says_and_keeps_the_rest(
    workspace: Workspace, write: Write
) -> None:
    child(
        write,
        "marking: OFFICIAL\n"
        "valid: {from: 2024-09-01}\n"
        "numbering: {heading: '%1.'}\n"
        "recommendations:\n"
        "  - {key: decision, lead_in: 'Members decide:'}\n",
    )
    base, found = load_format(workspace, "example-scrutiny"), load_format(workspace, "child")
    assert (found.name, found.extends, found.marking) == ("Child", "example-scrutiny", "OFFICIAL")
    assert (found.valid_from, found.valid_to) == (date(2024, 9, 1), None)
    assert found.numbering == Numbering(heading="%1.")
    assert found.front_matter == base.front_matter
    assert [group.key for group in found.recommendations] == ["decision"]
    assert found.template == "scrutiny.docx"


def test_keyed_lists_may_be_changed_by_key(workspace: Workspace, write: Write) -> None:
    child(
        write,
        "front_matter:\n"
        "  cabinet_member: {label: Portfolio holder}\n"
        "  designation: null\n"
        "  in_plan: {after: title, label: In plan, kind: yes_no}\n"
        "  scope: {label: Scope, kind: text}\n"
        "  decided: {before: title}\n"
        "implications:\n"
        "  financial: {owner: Treasury}\n"
        "  climate: {before: legal, title: Climate implications}\n"
        "layout:\n"
        "  purpose: {title: Purpose of report}\n"
        "  background_papers: {nil: There are none., before: implications}\n"
        "  next-steps: {kind: section, title: Next steps, after: reasons}\n"
        "  contents: {after: exempt}\n",
    )
    found = load_format(workspace, "child")
    assert [rule.key for rule in found.front_matter] == [
        "decided", "title", "in_plan", "cabinet_member", "wards", "key_decision",
        "plan_reference", "considered_by", "employees", "scope",
    ]  # fmt: skip
    member = found.front_matter[3]
    assert (member.label, member.kind, member.required) == ("Portfolio holder", "people", True)
    assert [rule.key for rule in found.implications] == [
        "financial", "climate", "legal", "equalities",
    ]  # fmt: skip
    assert found.implications[0].owner == "Treasury"
    assert found.implications[0].sign_off == "code"
    assert [part.key or part.kind for part in found.layout] == [
        "exempt", "contents", "recommendations", "purpose", "reasons", "next-steps",
        "free_sections", "background_papers", "implications", "appendices_list",
    ]  # fmt: skip
    papers = found.layout[7]
    assert (papers.title, papers.nil) == ("Background papers", "There are none.")
    assert found.layout[3].title == "Purpose of report"


def test_a_format_that_extends_nothing_may_be_keyed_too(workspace: Workspace, write: Write) -> None:
    write(
        "config/formats/keyed.yaml",
        "name: Keyed\ncouncil: example\ntemplate: scrutiny.docx\n"
        "front_matter: {wards: {label: Wards, kind: wards}}\n"
        "recommendations: {decision: {lead_in: 'Members decide:'}}\n"
        "layout: {recommendations: {}, purpose: {kind: section, title: Purpose}, implications: {}}\n"
        "implications: {legal: {title: Legal}}\n",
    )
    found = load_format(workspace, "keyed")
    assert [part.kind for part in found.layout] == ["recommendations", "section", "implications"]
    assert found.recommendations[0].heading == ""


def test_formats_extend_over_several_steps(workspace: Workspace, write: Write) -> None:
    child(write, "marking: OFFICIAL\ncontext: {one: a, two: b}\n")
    write("config/formats/grandchild.yaml", "name: G\nextends: child\ncontext: {two: c}\n")
    found = load_format(workspace, "grandchild")
    assert found.marking == "OFFICIAL"
    assert found.context == {"one": "a", "two": "c"}
    assert found.extends == "child"


def test_a_circle_of_formats_is_refused(workspace: Workspace, write: Write) -> None:
    write("config/formats/a.yaml", "name: A\nextends: b\n")
    write("config/formats/b.yaml", "name: B\nextends: a\n")
    assert said(workspace, "a") == [
        "b.yaml:2: extends: extends itself: a -> b -> a; let one of them extend nothing"
    ]
    write("config/formats/c.yaml", "name: C\nextends: c\n")
    assert "extends itself: c -> c" in said(workspace, "c")[0]


def test_an_unknown_parent_is_said_where_it_is_named(workspace: Workspace, write: Write) -> None:
    write("config/formats/a.yaml", "name: A\nextends: exampel-scrutiny\n")
    assert said(workspace, "a") == [
        "a.yaml:2: extends: there is no format 'exampel-scrutiny' in config/formats/; did you mean"
        " 'example-scrutiny'?"
    ]


def test_mistakes_in_changes_are_said_in_the_file_that_makes_them(
    workspace: Workspace, write: Write
) -> None:
    child(
        write,
        "front_matter:\n"
        "  cabinet_membr: {label: Portfolio holder}\n"
        "  wards: {lable: Wards}\n"
        "  nowhere: null\n"
        "  extra: {label: Extra, kind: text, after: titel}\n"
        "  decided: {after: title, before: wards}\n"
        "  key_decision: {kind: yesno}\n"
        "  in_plan: {label: 5, kind: text}\n",
    )
    assert said(workspace, "child") == [
        "child.yaml:4: front_matter.cabinet_membr: the format that this one extends has no"
        " 'cabinet_membr' in front_matter; did you mean 'cabinet_member'?",
        "child.yaml:6: front_matter.nowhere: the format that this one extends has no 'nowhere' in"
        " front_matter; known: cabinet_member, considered_by, decided, designation, employees,"
        " key_decision, plan_reference, title, wards",
        "child.yaml:7: front_matter.extra.after: after: there is no 'titel' to stand after; did you"
        " mean 'title'?",
        "child.yaml:8: front_matter.decided: has both 'after' and 'before'; keep one of the two",
        "child.yaml:5: front_matter.wards.lable: unknown key 'lable'; did you mean 'label'?",
        "child.yaml:9: front_matter.key_decision.kind: expected one of text, date, yes_no, people,"
        " contacts, considerations, wards, computed, got 'yesno'; did you mean 'yes_no'?",
        "child.yaml:10: front_matter.in_plan.label: expected text, got 5; if it is text, put it in"
        ' quotes: "5"',
    ]


def test_a_mistake_in_the_parent_is_said_in_the_parent(workspace: Workspace, write: Write) -> None:
    text = (workspace.root / BASE).read_text("utf-8")
    write(BASE, text.replace("kind: wards", "kind: ward"))
    child(write, "marking: X\n")
    assert [line.split(": ")[0] for line in said(workspace, "child")] == [
        "example-scrutiny.yaml:10"
    ]


def test_missing_keys_are_asked_for_only_where_nothing_is_extended(
    workspace: Workspace, write: Write
) -> None:
    write("config/formats/a.yaml", "name: A\n")
    missing = ["council", "template", "front_matter", "recommendations", "layout", "implications"]
    assert [line.split("'")[1] for line in said(workspace, "a")] == missing


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("template: scrutiny.docx", "template: scrutny.docx",
         "3: template: there is no report template 'scrutny.docx' in report_templates/; did you mean"
         " 'scrutiny'?"),
        ("template: scrutiny.docx", "template: ../x.docx",
         "3: template: expected the name of a .docx file in report_templates/, got '../x.docx'"),
        ("council: example", "council: exmaple",
         "2: council: there is no council 'exmaple' in config/councils/; did you mean 'example'?"),
        ("to: 2024-08-31", "to: 2022-08-31",
         "4: valid: ends (2022-08-31) before it begins (2022-09-01); check the two dates"),
        ("kind: computed, source: title", "kind: computed",
         "7: front_matter[0]: a computed row needs a 'source'; add: source: title"),
        ("kind: text, values", "kind: text, source: title, values",
         "14: front_matter[5].source: 'source' is for rows of kind computed, and this one is text;"
         " remove it, or change the kind"),
        ("required_when: key_decision", "required_when: key_decison",
         "12: front_matter[4].required_when: expected the key of a yes_no row, exempt or published, got"
         " 'key_decison'; did you mean 'key_decision'?"),
        ('default: "no"', "default: maybe",
         "11: front_matter[3].default: expected yes or no, got 'maybe'"),
        ("values: [RED,", "default: BLUE, values: [RED,",
         "14: front_matter[5].default: 'BLUE' is not among the values; known: AMBER, GREEN, RED"),
        ("key: decided, label: Decided on", "key: wards, label: Decided on",
         "17: front_matter[8].key: the key 'wards' stands twice in front_matter; give one of them"
         " another key"),
        ("{kind: implications}", "{kind: implication, key: finance}",
         "28: layout[5].key: there is no implication 'finance'; did you mean 'financial'?"),
        ("{kind: recommendations}", "{kind: contents}",
         "22: layout: the recommendations are printed nowhere; add: {kind: recommendations}"),
        ("{kind: implications}", "{kind: row, rows: [ward]}",
         "28: layout[5].rows[0]: there is no front-matter row 'ward'; did you mean 'wards'?"),
        ("key: reasons, title: Reasons", "key: reasons",
         "26: layout[3]: a section needs a 'title'; add its heading"),
        ("{kind: exempt,", "{kind: exempt, after: x,",
         "23: layout[0].after: 'after' has no meaning in a list; put the item where it belongs in the"
         " list"),
        ("{kind: background_papers,",
         "{kind: background_papers, form: table, columns: [a, b], headings: [A],",
         "29: layout[6].headings: 1 headings for 2 columns; give one for each column"),
        ("{kind: background_papers,", "{kind: background_papers, headings: [A],",
         "29: layout[6].headings: this part prints no table; add form: table, or take it out"),
        ("{kind: implications}", "{kind: implications, style: table, headings: [A, B]}",
         "28: layout[5].headings: 2 headings for 3 columns; give one for each column (issue,"
         " implications, sign_off)"),
        ("{kind: implications}", "{kind: implications, style: grid, headings: [A]}",
         "28: layout[5].headings: 1 headings for 2 columns; give one for each column (issue, answer)"),
        ("{kind: implications}",
         "{kind: implications, style: table, columns: [issue, implication]}",
         "28: layout[5].columns[1]: a table of kind implications has no column 'implication'; did you"
         " mean 'implications'?"),
        ("{kind: implications}", "{kind: report_author, form: table, columns: [nme]}",
         "28: layout[5].columns[0]: a table of kind report_author has no column 'nme'; did you mean"
         " 'name'?"),
        ("{kind: recommendations}", "{kind: recommendations, key: decison}",
         "24: layout[1].key: there is no group of recommendations 'decison'; did you mean"
         " 'decision'?"),
        ("{kind: implications}", "{kind: row, title: Timetable}",
         "28: layout[5]: a part of kind row needs 'rows'; add: rows: [title]"),
        ("{kind: implications}", "{kind: contents, key: list}",
         "28: layout[5].key: a part of kind contents has no use for a 'key'; take it out, or write"
         " kind: section"),
        ("name: Example scrutiny report", "name: X\nnumbering: {heading: '%3.'}",
         "2: numbering.heading: '%3.' does not count: %1 is the number of what it stands at; write a"
         " pattern of %1, such as '%1.'"),
        ("name: Example scrutiny report", "name: X\nnumbering: {paragraph: x}",
         "2: numbering.paragraph: 'x' does not count: %2 is the number of what it stands at; write a"
         " pattern of %1 to %2, such as '%1.%2'"),
        ("name: Example scrutiny report", "name: X\nnumbering: {paragraph: '%2', running: true}",
         "2: numbering.paragraph: '%2' does not count: %1 is the number of what it stands at; write a"
         " pattern of %1, such as '%1.'"),
        ("name: Example scrutiny report", "name: X\nsign_off: {text: '{oficer}'}",
         "2: sign_off.text: '{oficer}' is not a known placeholder; did you mean 'officer'?"),
        ("The {committee} is recommended", "The {commitee} is recommended",
         "19: recommendations[0].lead_in: '{commitee}' is not a known placeholder; did you mean"
         " 'committee'?"),
        ("name: Example scrutiny report", "name: X\ndate_format: '{date} {month}'",
         "2: date_format: '{date}' is not a known placeholder; known: day, day_two, month, month_two,"
         " weekday, year"),
        ("name: Example scrutiny report", "name: X\nfile_name: '{name}.docx'",
         "2: file_name: ends in .docx, which is added by itself; leave it out"),
        ("name: Example scrutiny report", "name: X\nfile_name: ../x",
         "2: file_name: expected a file name without folders, such as {name}, got '../x'"),
        ("name: Example scrutiny report", "name: X\nfile_name: '{report}'",
         "2: file_name: '{report}' is not a known placeholder; known: committee, meeting_date, name,"
         " title"),
        ("name: Example scrutiny report", "name: X\nnumbering: {sub_paragraph: '%1.%2.%3'}",
         "2: numbering.sub_paragraph: no sub-heading is numbered that paragraphs could be counted"
         " below; add: numbered_sub_headings: true"),
        ("{kind: implications}", "{kind: sign_off_table, rows: [wards]}",
         "28: layout[5].rows[0]: the row 'wards' holds no people, and only people sign; name a row of"
         " kind people or contacts"),
        ("{kind: appendices_list,", "{kind: appendices_list, item: '{what}',",
         "30: layout[7].item: '{what}' is not a known placeholder; known: label, number, title"),
        ("implications:\n", "sign_off: {pattern: '['}\nimplications:\n",
         "31: sign_off.pattern: is not a regular expression: unterminated character set at position 0;"
         " see docs/formats.md"),
        ("{kind: implications}", "{kind: contents, owner: Finance}",
         "28: layout[5].owner: a part of kind contents is not signed off by itself; put it with a"
         " section, or an implication"),
        ("{kind: implications}", "{kind: implications, depends_on: [words]}",
         "28: layout[5].depends_on: a part of kind implications is not signed off by itself; put it"
         " with a section, or an implication"),
        ("{kind: implications}", "{kind: section, key: financial, title: Money, sign_off: code}",
         "28: layout[5].key: the section 'financial' is signed off, and so is another of that key;"
         " give the section another key"),
        ("{kind: implications}", "{kind: section, key: x, title: X, depends_on: [word]}",
         "28: layout[5].depends_on[0]: expected one of words, figures, recommendations, got 'word';"
         " did you mean 'words'?"),
        ("implications:\n", "sign_off: {example: AB}\nimplications:\n",
         "31: sign_off: the example 'AB' does not fit the pattern; write an example that does"),
    ],
)  # fmt: skip
def test_contradictions_in_a_format_are_found(
    workspace: Workspace, write: Write, old: str, new: str, message: str
) -> None:
    text = (workspace.root / BASE).read_text("utf-8")
    assert old in text
    write(BASE, text.replace(old, new, 1))
    assert f"example-scrutiny.yaml:{message}" in said(workspace, "example-scrutiny")


def test_a_section_may_be_signed_off_like_an_implication(
    workspace: Workspace, write: Write
) -> None:
    signs = "owner: Audit, sign_off: code, sign_off_required: true, depends_on: [figures]"
    child(write, f"layout:\n  risks: {{kind: section, title: Risks, {signs}}}\n")
    *_, found = signed_rules(load_format(workspace, "child"))
    assert (found.key, found.title, found.owner) == ("risks", "Risks", "Audit")
    assert (found.sign_off, found.sign_off_required) == ("code", True)
    assert found.depends_on == ("figures",)


@pytest.mark.parametrize(
    ("model", "part"),
    [
        (FrontMatterRule, "#/$defs/row"),
        (RecommendationGroup, "#/$defs/group"),
        (ImplicationRule, "#/$defs/implication"),
        (Part, "#/$defs/part"),
        (SignOffRule, "#/properties/sign_off"),
        (Numbering, "#/properties/numbering"),
        (AppendixRule, "#/properties/appendices"),
        (Format, "#"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_schema_and_model_have_the_same_fields_and_defaults(model: Any, part: str) -> None:
    schema: Any = load_schema("format")
    for step in part.removeprefix("#").strip("/").split("/"):
        schema = schema[step] if step else schema
    own = {"after", "before", "valid"}
    inferred = {"key", "file", "valid_from", "valid_to"} if model is Format else set()
    fields = {field.name: field for field in dataclasses.fields(model)}
    assert set(schema["properties"]) - own == set(fields) - inferred
    for name, field in fields.items():
        default = schema["properties"].get(name, {}).get("default")
        if default is not None and field.default is not dataclasses.MISSING:
            expected = tuple(default) if isinstance(default, list) else default
            assert field.default == expected, name


@pytest.mark.parametrize(
    "path", sorted((ROOT / "config" / "formats").glob("*.yaml")), ids=lambda path: path.stem
)
def test_shipped_formats_are_sound(path: Path) -> None:
    shipped = Workspace(
        ROOT, ROOT / "config", ROOT / "inputs", ROOT / "report_templates", ROOT / "output"
    )
    found = load_format(shipped, path.stem)
    assert found.name
    assert found.layout


def test_placeholders_and_markers_are_those_of_the_later_stages() -> None:
    from generator.compose.format_phrases import BUILT_IN
    from generator.model.format import PLACEHOLDERS
    from generator.word.styles.numbering import MARKERS

    assert set(PLACEHOLDERS) == set(BUILT_IN)
    schema = load_schema("format")
    assert set(schema["properties"]["list_markers"]["items"]["enum"]) == set(MARKERS)
    group = schema["$defs"]["group"]["properties"]["marker"]["enum"]
    assert set(group) == {*MARKERS, "paragraph"}
