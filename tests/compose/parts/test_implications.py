"""Implications in every style, with their sign-offs and nil statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model.document import (
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphBreak,
    PrintedSignOff,
    SignOffText,
    Table,
    Text,
)
from generator.model.format import Format, Part, SignOffRule
from generator.model.issues import Where
from generator.model.narrative import Narrative
from generator.model.origin import Origin
from generator.model.report import Implication, Report, SignOff
from generator.model.walk import plain

from ..builders import (
    FINANCIAL,
    LEGAL,
    PURPOSE,
    REPORT_FILE,
    cell_text,
    chart,
    compose,
    format_,
    items,
    narrative,
    outline,
    para,
    problems,
    prose,
    report,
    section,
    sub,
)

WHERE = Where(REPORT_FILE, 7, "implications.financial")
SIGNED = Where("inputs/check/sign_offs.yaml", 3)
TEXT = narrative(
    purpose=para("Why."),
    financial_implications=[para("It costs £5."), para("From the budget.")],
    legal_implications=para("None arise."),
)


def in_style(style: str, **changes: object) -> Format:
    part = Part("implications", style=style, title="Implications")
    fields: dict[str, object] = {"implications": (FINANCIAL, LEGAL), "layout": (PURPOSE, part)}
    return format_(**{**fields, **changes})


def table_of(document: Document) -> list[list[str]]:
    (block,) = section(document, "implications").blocks
    assert isinstance(block, Table)
    rows = [block.header, *block.rows]
    return [[cell_text(cell) for cell in row] for row in rows]


def said(**fields: object) -> dict[str, Implication]:
    return {"financial": Implication("financial", WHERE, **fields)}


def test_implications_are_sections_of_their_own() -> None:
    assert outline(compose(TEXT, in_style("sections")))[2:] == [
        "# 2.0 Financial implications",
        "2.1 It costs £5.",
        "2.2 From the budget.",
        "# 3.0 Legal implications",
        "3.1 None arise.",
    ]


def test_implications_are_sub_headings_of_one_section() -> None:
    assert outline(compose(TEXT, in_style("sub_headings")))[2:] == [
        "# 2.0 Implications",
        "## Financial implications",
        "2.1 It costs £5.",
        "2.2 From the budget.",
        "## Legal implications",
        "2.3 None arise.",
    ]


def test_implications_are_a_table_with_sign_offs() -> None:
    rules = (replace(FINANCIAL, short_title="Financial", sign_off="name_date"), LEGAL)
    one = SignOff("financial", SIGNED, officer="Ann Ode", post="Finance", date=date(2023, 3, 1))
    signs = (one,)
    document = compose(TEXT, in_style("table", implications=rules), report(sign_offs=signs))
    assert table_of(document) == [
        ["Issue", "Implications", "Sign-off"],
        ["Financial", "It costs £5.\nFrom the budget.", "Ann Ode, Finance, 1 March 2023"],
        ["Legal implications", "None arise.", "–"],
    ]


def test_a_public_copy_without_sign_offs_has_no_column_for_them() -> None:
    hidden = in_style("table", sign_off=SignOffRule(printed_in_public=False))
    assert table_of(compose(TEXT, hidden, report(public=True)))[0] == ["Issue", "Implications"]


@pytest.mark.parametrize(
    ("headings", "columns"), [(("What", "Answer"), 2), (("What", "Answer", "Why"), 3)]
)
def test_the_headings_of_a_grid_say_whether_texts_are_printed(
    headings: tuple[str, ...], columns: int
) -> None:
    part = Part("implications", style="grid", title="Implications", headings=headings)
    the_format = in_style("grid", layout=(PURPOSE, part))
    table = table_of(compose(TEXT, the_format, report()))
    assert table[0] == list(headings)
    assert {len(row) for row in table} == {columns}


def test_implications_are_a_yes_no_grid() -> None:
    answers = said(answer=False)
    text = narrative(purpose=para("Why."), legal_implications=para("A duty."))
    document = compose(text, in_style("grid"), report(implications=answers))
    assert table_of(document) == [
        ["Issue", "Yes or No", "Implications"],
        ["Financial implications", "No", "There are none."],
        ["Legal implications", "Yes", "A duty."],
    ]


def test_implications_are_the_first_appendix_without_numbers() -> None:
    document = compose(TEXT, in_style("appendix"))
    assert outline(document)[2:] == [
        "# Appendix 1: Implications",
        "## Financial implications",
        "It costs £5.",
        "From the budget.",
        "## Legal implications",
        "None arise.",
    ]


def test_single_implications_stand_where_the_layout_names_them() -> None:
    layout = (Part("implication", "legal"), PURPOSE, Part("implications"))
    document = compose(TEXT, in_style("sections", layout=layout))
    assert [one.key for one in document.sections] == ["legal", "purpose", "financial"]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (said(prose=prose("From the grant.")), "2.1 From the grant."),
        (said(nil=True), "2.1 There are none."),
    ],
)
def test_report_yaml_may_say_it_or_that_there_is_nothing(
    entry: dict[str, Implication], text: str
) -> None:
    document = compose(None, in_style("sections"), report(implications=entry))
    assert outline(document)[2:] == ["# 2.0 Financial implications", text]


def test_a_required_one_that_is_missing_says_how_to_mend_it() -> None:
    assert problems(None, in_style("sections")) == [
        "narrative.md: the section 'Financial implications' is missing; add the heading "
        "'# Financial implications' and its text, or implications.financial: {nil: true} "
        "in report.yaml"
    ]


def test_an_implication_given_twice_is_a_problem() -> None:
    the_report = report(implications=said(prose=prose("Again.")))
    (found,) = problems(TEXT, in_style("sections"), the_report)
    assert found == (
        "report.yaml:7: implications.financial: 'Financial implications' is written here and in "
        "the narrative, line 20; keep one of the two"
    )


def test_a_chart_cannot_stand_in_the_table_of_implications() -> None:
    text = narrative(purpose=para("Why."), financial_implications=[para("x"), chart()])
    (found,) = problems(text, in_style("table"))
    assert found.startswith("narrative.md:20: 'Financial implications' holds a chart")


def test_a_list_in_a_table_cell_has_a_line_for_each_item() -> None:
    text = narrative(purpose=para("Why."), financial_implications=[para("x:"), items("a", "b")])
    assert table_of(compose(text, in_style("table")))[1][1] == "x:\na\nb"


# ---------------------------------------------------------------- sign-offs
CODED = replace(FINANCIAL, sign_off="code")
CODES = (
    SignOff("financial", SIGNED, code="[MK/26052022/J]"),
    SignOff("financial", SIGNED, code="[JG/26052022/J]"),
)


def signed(rule: SignOffRule, **changes: object) -> tuple[Narrative, Format, Report]:
    the_format = in_style("sections", implications=(CODED,), sign_off=rule)
    text = narrative(purpose=para("Why."), financial_implications=[para("It costs £5.")])
    return text, the_format, report(sign_offs=CODES, **changes)


def test_codes_stand_on_a_line_of_their_own_that_knows_its_unit() -> None:
    document = compose(*signed(SignOffRule(placement="own-line")))
    text, line = section(document, "financial").blocks
    assert line == PrintedSignOff("financial", ("[MK/26052022/J] [JG/26052022/J]",))
    assert (plain(text.content), text.number) == ("It costs £5.", "2.1")


def test_codes_trail_the_last_paragraph_and_are_no_part_of_it() -> None:
    document = compose(*signed(SignOffRule(placement="trailing")))
    assert outline(document)[-1] == "2.1 It costs £5. [MK/26052022/J] [JG/26052022/J]"
    text, codes = section(document, "financial").blocks
    assert plain(text.content) == "It costs £5."
    printed = ("[MK/26052022/J] [JG/26052022/J]",)
    assert codes == PrintedSignOff("financial", printed, trailing=True)


def test_codes_that_cannot_trail_a_paragraph_stand_on_a_line_of_their_own() -> None:
    _, the_format, the_report = signed(SignOffRule(placement="trailing"))
    text = narrative(purpose=para("Why."), financial_implications=[para("x:"), items("a")])
    document = compose(text, the_format, the_report)
    assert section(document, "financial").blocks[-1] == PrintedSignOff(
        "financial", ("[MK/26052022/J] [JG/26052022/J]",)
    )


def test_a_draft_has_the_place_of_codes_that_are_still_to_come_and_a_public_copy_none() -> None:
    text, the_format, _ = signed(SignOffRule(placement="trailing"))
    place = section(compose(text, the_format, report()), "financial").blocks[-1]
    assert place == PrintedSignOff("financial", (), trailing=True)
    (only,) = section(compose(text, the_format, report(public=True)), "financial").blocks
    assert plain(only.content) == "It costs £5."


def test_a_section_that_is_signed_off_prints_its_codes() -> None:
    part = Part("section", "purpose", "Purpose", owner="Finance", sign_off="code")
    given = (SignOff("purpose", SIGNED, code="[MK/26052022/J]"),)
    document = compose(None, format_(layout=(part,)), report(sign_offs=given))
    _, line = section(document, "purpose").blocks
    assert line == PrintedSignOff("purpose", ("[MK/26052022/J]",))


def test_a_nil_statement_in_a_cell_knows_whose_it_is() -> None:
    nil = {"financial": Implication("financial", SIGNED, nil=True)}
    the_report = report(implications=nil)
    text = narrative(purpose=para("Why."))
    (table,) = section(compose(text, in_style("table"), the_report), "implications").blocks
    assert isinstance(table, Table)
    mark = table.rows[0][1][0]
    assert isinstance(mark, ParagraphBreak)
    assert mark.origin.unit == "financial"


def test_a_sign_off_in_a_cell_is_told_from_text_and_knows_its_unit() -> None:
    _, _, the_report = signed(SignOffRule())
    document = compose(TEXT, in_style("table", implications=(CODED, LEGAL)), the_report)
    (table,) = section(document, "implications").blocks
    assert isinstance(table, Table)
    found = [inline for inline in table.rows[0][2] if isinstance(inline, SignOffText)]
    assert found == [SignOffText(one.code, "financial") for one in CODES]
    assert table.rows[1][2] == (Text("–"),)
    awaited = replace(LEGAL, sign_off="code")
    document = compose(TEXT, in_style("table", implications=(CODED, awaited)), the_report)
    (table,) = section(document, "implications").blocks
    assert table.rows[1][2] == (SignOffText("–", "legal", given=False),)
    texts = [inline for row in table.rows for cell in row[:2] for inline in cell]
    assert not any(isinstance(inline, SignOffText) for inline in texts)


def test_the_public_copy_may_leave_sign_offs_out() -> None:
    hidden = SignOffRule(printed_in_public=False)
    public = compose(*signed(hidden, public=True))
    assert outline(public)[-1] == "2.1 It costs £5."
    assert all(type(block) is Paragraph for one in public.sections for block in one.blocks)
    internal = outline(compose(*signed(hidden)))
    assert internal[-1] == "[MK/26052022/J] [JG/26052022/J]"


@pytest.mark.parametrize(
    ("pattern", "sign_off", "text"),
    [
        ("{officer}, {post}, {date}", {"post": "Finance"}, "Ann Ode, Finance"),
        ("{officer}, {post}, {date}", {"date": date(2023, 3, 1)}, "Ann Ode, 1 March 2023"),
        ("Lawyer consulted: {officer} ({post})", {}, "Lawyer consulted: Ann Ode"),
        ("{officer}, {post} ({date})", {"date": date(2023, 3, 1)}, "Ann Ode (1 March 2023)"),
    ],
)
def test_an_officers_line_leaves_out_what_is_not_known(
    pattern: str, sign_off: dict[str, object], text: str
) -> None:
    rule = replace(FINANCIAL, sign_off="name_date", sign_off_text=pattern)
    one = SignOff("financial", SIGNED, officer="Ann Ode", **sign_off)
    the_format = in_style("sections", implications=(rule,))
    document = compose(TEXT_ONE, the_format, report(sign_offs=(one,)))
    assert section(document, "financial").blocks[-1] == PrintedSignOff("financial", (text,))


TEXT_ONE = narrative(purpose=para("Why."), financial_implications=para("It costs £5."))


def test_sign_offs_that_the_format_does_not_ask_for_are_problems() -> None:
    signs = (SignOff("finance", SIGNED, code="x"), SignOff("legal", SIGNED, code="x"))
    found = problems(TEXT, in_style("sections"), report(sign_offs=signs))
    assert found == [
        "sign_offs.yaml:3: the format has no implication 'finance'; did you mean 'financial'?",
        "sign_offs.yaml:3: 'Legal implications' is not signed off in this format; "
        "remove the sign-off",
    ]


def test_a_cell_holds_the_paragraphs_and_lists_of_the_text() -> None:
    first, last = ListItem((Text("a"),), (items("b", "c"),)), ListItem((Text("d"),))
    nested = ListBlock((first, last))
    text = narrative(purpose=para("Why."), financial_implications=[para("x:"), nested, para("y.")])
    document = compose(text, in_style("table", list_markers=("A.", "bullet")))
    (table,) = section(document, "implications").blocks
    assert isinstance(table, Table)
    breaks = [inline for inline in table.rows[0][1] if isinstance(inline, ParagraphBreak)]
    assert [(mark.marker, mark.level, mark.first) for mark in breaks] == [
        ("", 0, False), ("A.", 0, True), ("bullet", 1, True), ("bullet", 1, False),
        ("A.", 0, False), ("", 0, False),
    ]  # fmt: skip


def test_each_paragraph_of_a_cell_says_where_it_comes_from() -> None:
    def typed(line: int) -> Origin:
        return Origin("narrative.md", line, by="person", source=f"source {line}")

    first, second = (replace(para("x"), origin=typed(line)) for line in (21, 23))
    text = narrative(purpose=para("Why."), financial_implications=[first, second])
    (table,) = section(compose(text, in_style("table")), "implications").blocks
    assert isinstance(table, Table)
    breaks = [inline for inline in table.rows[0][1] if isinstance(inline, ParagraphBreak)]
    assert breaks == [
        ParagraphBreak(origin=replace(typed(line), unit="financial")) for line in (21, 23)
    ]


def test_a_heading_in_an_implication_is_kept_in_its_section() -> None:
    text = narrative(purpose=para("Why."), financial_implications=[sub("Costs"), para("£5.")])
    assert outline(compose(text, in_style("sections")))[3:] == ["## Costs", "2.1 £5."]
