"""Appendices: from the narrative, from files, and generated from the survey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.model.document import Block, Chart, Document, External, Heading, ListBlock, Table
from generator.model.findings import (
    Change,
    Collection,
    Estimate,
    Finding,
    Findings,
    QuestionEntry,
)
from generator.model.format import Part
from generator.model.issues import Where
from generator.model.report import Appendix, Exemption
from generator.model.walk import plain
from generator.model.wording.english import quoted

from ..builders import (
    FINANCIAL,
    PURPOSE,
    REPORT_FILE,
    chart,
    compose,
    format_,
    narrative,
    outline,
    para,
    problems,
    ref,
    report,
    section,
)

WHERE = Where(REPORT_FILE, 40, "appendices[0]")


def appendix(content: str, key: str = "annex", **more: object) -> Appendix:
    return Appendix(key, "The annex", content, WHERE, **more)


def finding(key: str, **changes: object) -> Finding:
    fields: dict[str, object] = {
        "key": key,
        "measure": "percent",
        "cohort": key.partition(".")[0],
        "title": "Workload is manageable",
        "definition": "Share who agree.",
        "unit": "per cent",
        "decimals": 0,
        "waves": ("2021", "2022"),
        "wave": "2022",
        "questions": ("workload",),
        "question_texts": {},
        "estimates": (
            Estimate("2021", 78.1, 120),
            Estimate("2022", 66.7, 94),
        ),
        "changes": (Change("2021", "2022", -11.4),),
    }
    return Finding(**{**fields, **changes})


def survey(*findings: Finding, **changes: object) -> Findings:
    fields: dict[str, object] = {
        "wave": "2022",
        "waves": ("2021", "2022"),
        "cohorts": {"sw": "social workers", "wf": "the wider workforce"},
        "items": {one.key: one for one in findings},
        "collections": (),
        "questions": (),
    }
    return Findings(**{**fields, **changes})


def annex(content: str, findings: Findings) -> tuple[Block, ...]:
    document = compose(None, None, report(appendices=(appendix(content),)), findings)
    return section(document, "annex").blocks


def cells(table: Block) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell) for cell in row] for row in (table.header, *table.rows)]


# ---------------------------------------------------------------- tables of findings
def test_findings_share_a_table_with_bases_and_changes() -> None:
    stay = finding(
        "sw.leaving", title="Plan to leave", decimals=1,
        estimates=(Estimate("2021", 10.8, 120), Estimate("2022", 6.5, 93)),
        changes=(Change("2021", "2022", -4.3),),
    )  # fmt: skip
    (table,) = annex("findings_tables", survey(finding("sw.load"), stay))
    assert cells(table) == [
        ["Finding", "2021", "2022", "Change"],
        ["Workload is manageable", "78% (120)", "67% (94)", "\u221211"],
        ["Plan to leave", "10.8% (120)", "6.5% (93)", "\u22124.3"],
    ]
    assert (table.caption.text, table.number) == ("Findings for social workers", "1")


def test_withheld_figures_show_their_mark_and_no_base() -> None:
    small = finding(
        "sw.small",
        estimates=(Estimate("2021", None, None, mark="[c]"),
                   Estimate("2022", 50.0, 12, mark="[u]")),
        changes=(Change("2021", "2022", None),),
    )  # fmt: skip
    legend, table = annex("findings_tables", survey(small))
    assert cells(table)[1] == ["Workload is manageable", "[c]", "50% (12) [u]", "[x]"]
    assert plain(legend.content) == (
        "Marks: [c] confidential: withheld so that nobody can be identified; [x] not available; "
        "[u] unreliable: a small base."
    )


def test_each_group_of_findings_stands_under_its_cohort() -> None:
    blocks = annex("findings_tables", survey(finding("sw.load"), finding("wf.load")))
    assert [type(block).__name__ for block in blocks] == ["Heading", "Table", "Heading", "Table"]
    assert plain(blocks[2].content) == "The wider workforce"


def test_answers_and_groups_have_tables_of_their_own() -> None:
    shares = finding(
        "sw.stress", title="Stress", categories=("Never", "Often"), changes=(),
        estimates=(Estimate("2022", 40.0, 50, category="Never"),
                   Estimate("2022", 60.0, 50, category="Often")),
    )  # fmt: skip
    crossed = replace(
        shares, key="sw.by_team", groups=("Duty",), definition="",
        estimates=(Estimate("2022", None, None, category="Never", group="Duty", mark="[c]"),),
    )  # fmt: skip
    legend, first, second = annex("findings_tables", survey(shares, crossed))
    assert cells(first) == [
        ["Answer", "2021", "2022"],
        ["Never", "[x]", "40% (50)"],
        ["Often", "[x]", "60% (50)"],
    ]
    assert cells(second) == [["Group", "Never", "Often"], ["Duty", "[c]", "[x]"]]
    assert first.note.text == "Share who agree."
    assert "[c]" in plain(legend.content)


# ---------------------------------------------------------------- questions and method
def test_questions_are_listed_by_who_was_asked_and_by_theme() -> None:
    def asked(id_: str, kind: str = "scale", cohorts: tuple[str, ...] = ("sw",), **more: object):
        options = ("Agree", "Disagree") if kind == "scale" else ()
        return QuestionEntry(id_, f"{id_}?", kind, options, cohorts, ("2022",), **more)

    questions = (
        asked("load", theme="work"),
        asked("name", kind="personal"),
        asked("hours", kind="number", theme="work"),
        asked("say", kind="text"),
        asked("both", cohorts=("sw", "wf")),
        replace(asked("old"), waves=("2021",)),
    )
    blocks = annex("survey_questions", survey(questions=questions, themes={"work": "Workload"}))
    titles = [(plain(b.content), b.level) for b in blocks if isinstance(b, Heading)]
    assert titles == [
        ("Questions for social workers and the wider workforce", 2),
        ("Questions for social workers", 2),
        ("Workload", 3),
        ("Other questions", 3),
    ]
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    texts = [[f"{i.number} {plain(i.content)}" for i in block.items] for block in lists]
    assert texts == [
        ["1. both?\nAnswers: Agree; Disagree"],
        ["1. load?\nAnswers: Agree; Disagree", "2. hours?\nAnswers: a number"],
        ["3. say?\nAnswers: in respondents' own words"],
    ]


def test_answers_that_many_questions_share_are_given_once() -> None:
    options = ("Agree", "Disagree")
    asked = [QuestionEntry(f"q{i}", f"Q{i}", "scale", options, ("sw",), ()) for i in range(3)]
    other = QuestionEntry("q9", "Q9", "single", ("Yes", "No"), ("sw",), ())
    intro, questions = annex("survey_questions", survey(questions=(*asked, other)))
    assert plain(intro.content) == "Scale A: Agree; Disagree."
    assert [plain(item.content) for item in questions.items][2:] == [
        "Q2\nAnswers: Scale A",
        "Q9\nAnswers: Yes; No",
    ]


def test_a_theme_whose_questions_all_have_one_scale_names_it_once() -> None:
    options = ("Agree", "Disagree")
    asked = [QuestionEntry(f"q{i}", f"Q{i}", "scale", options, ("sw",), ()) for i in range(3)]
    _, said, questions = annex("survey_questions", survey(questions=tuple(asked)))
    assert plain(said.content) == "Answers to each of these questions: Scale A."
    assert [plain(item.content) for item in questions.items] == ["Q0", "Q1", "Q2"]


def test_the_method_note_says_who_was_asked_and_who_replied() -> None:
    one = Collection(
        "sw", "2022", 268, 94, "sw_2022.xlsx", "microsoft-forms", date(2022, 9, 12),
        date(2022, 10, 21), {"duplicate answer": 1, "test answer": 2},
    )  # fmt: skip
    unknown = Collection("wf", "2022", None, 77, "wf.csv", "flat")
    blocks = annex("method", survey(collections=(one, unknown), method=("Answers were counted.",)))
    assert plain(blocks[0].content) == "Answers were counted."
    assert cells(blocks[1])[1:] == [
        ["Social workers", "2022", "12 September to 21 October 2022", "268", "94", "35%"],
        ["The wider workforce", "2022", "Not known", "Not known", "77", "Not known"],
    ]
    assert blocks[1].caption.text == "Surveys sent and replies counted"
    assert blocks[1].note.text == (
        "Left out of the counts: 1 duplicate answer and 2 test answers of social workers in 2022."
    )


def test_what_every_row_of_the_method_table_says_is_said_once() -> None:
    first = Collection("sw", "2021", 252, 111, "a.xlsx", "flat", excluded={"test answer": 1})
    second = replace(first, wave="2022", sent=268, received=94)
    (table,) = annex("method", survey(collections=(first, second)))
    assert cells(table)[0] == ["Wave", "Fieldwork", "Sent", "Counted", "Response rate"]
    assert table.caption.text == "Surveys sent to social workers and replies counted"
    assert table.note.text == "Left out of the count in every row: 1 test answer."
    (whole,) = annex("method", survey(collections=(replace(first, excluded={}),)))
    assert whole.note.text == "No answers were left out of the counts."


def test_a_generated_appendix_without_a_survey_is_a_problem() -> None:
    (found,) = problems(None, None, report(appendices=(appendix("survey_questions"),)))
    assert found == (
        "report.yaml:40: appendices[0]: the appendix 'The annex' would be empty: the report has no "
        "findings to make it from; add findings.yaml and codebook.yaml, or leave the appendix out"
    )


# ---------------------------------------------------------------- figures of the charts
CHARTS = narrative(purpose=[para("See ", ref("fall"), "."), chart(name="fall"), chart("Two")])


def test_the_charts_figures_are_added_as_the_last_appendix() -> None:
    document = compose(CHARTS)
    made = document.sections[-1]
    assert (made.label, made.title, made.key) == (
        "Appendix 1", "Figures shown in the charts", "figure-tables",
    )  # fmt: skip
    captions = [block.caption.text for block in made.blocks if isinstance(block, Table)]
    assert captions == [
        f"Figures shown in Figure 1, {quoted('Fewer replied')}",
        f"Figures shown in Figure 2, {quoted('Two')}",
    ]
    assert [block.number for block in made.blocks if isinstance(block, Table)] == ["1", "2"]


def test_figures_that_stand_beside_their_chart_do_not_stand_in_the_appendix_again() -> None:
    beside = replace(chart("Two"), with_table=True)
    document = compose(narrative(purpose=[chart(), beside]))
    made = document.sections[-1]
    captions = [block.caption.text for block in made.blocks if isinstance(block, Table)]
    assert captions == [f"Figures shown in Figure 1, {quoted('Fewer replied')}"]
    alone = compose(narrative(purpose=[beside]))
    assert [one.key for one in alone.sections] == ["purpose"]


def test_the_report_may_place_the_charts_figures_itself() -> None:
    document = compose(CHARTS, None, report(appendices=(appendix("figure_tables"),)))
    assert [one.key for one in document.sections] == ["purpose", "annex"]
    assert len(section(document, "annex").blocks) == 2


def test_the_charts_figures_stand_beside_them_or_nowhere() -> None:
    def kinds(setting: str) -> list[str]:
        document = compose(CHARTS, None, report(chart_tables=setting))
        assert len(document.sections) == 1
        return [type(block).__name__ for block in document.sections[0].blocks[1:]]

    assert kinds("beside") == ["Chart", "Table", "Chart", "Table"]
    assert kinds("none") == ["Chart", "Chart"]
    beside = compose(CHARTS, None, report(chart_tables="beside")).sections[0].blocks[2]
    assert beside.caption.text == f"Figures shown in Figure 1, {quoted('Fewer replied')}"


def test_one_chart_may_have_its_table_beside_it() -> None:
    text = narrative(purpose=[chart(with_table=True), chart("Two")])
    document = compose(text, None, report(chart_tables="none"))
    kinds = [type(block).__name__ for block in document.sections[0].blocks]
    assert kinds == ["Chart", "Table", "Chart"]


def test_every_chart_has_alternative_text_and_the_authors_is_kept() -> None:
    text = narrative(purpose=[chart(), chart("Two", description="By hand.")])
    blocks = compose(text, None, report(chart_tables="none")).sections[0].blocks
    described = [block.description.text for block in blocks if isinstance(block, Chart)]
    assert "44%" in described[0]
    assert described[1] == "By hand."


def test_an_appendix_of_figures_without_charts_is_a_problem() -> None:
    (found,) = problems(None, None, report(appendices=(appendix("figure_tables"),)))
    assert "would be empty: the report has no charts" in found


# ---------------------------------------------------------------- files and text
def test_a_file_is_placed_whole() -> None:
    one = appendix("file", path="/somewhere/plan.xlsx", sheet="Plan")
    document = compose(None, None, report(appendices=(one,)))
    assert section(document, "annex").blocks == (External("/somewhere/plan.xlsx", "Plan"),)


def test_a_csv_file_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\ufeffTeam,"Count, all"\nDuty,3\n\n"A & B",\n', "utf-8")
    document = compose(None, None, report(appendices=(appendix("csv", path=str(path)),)))
    assert cells(section(document, "annex").blocks[0]) == [
        ["Team", "Count, all"],
        ["Duty", "3"],
        ["A & B", ""],
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"a,b\n1\n", "a.csv, row 2, has 1 cells, and its header 2"),
        (b"a,b\n", "a.csv has no rows under its header"),
        (b"a\n\xff\n", "a.csv is not UTF-8 text"),
    ],
)
def test_a_csv_file_that_is_no_table_is_a_problem(
    tmp_path: Path, content: bytes, what: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    (found,) = problems(None, None, report(appendices=(appendix("csv", path=str(path)),)))
    assert what in found


def test_an_appendix_of_the_narrative_must_be_written() -> None:
    (found,) = problems(None, None, report(appendices=(appendix("narrative"),)))
    assert found == (
        "report.yaml:40: appendices[0]: the appendix 'The annex' has no text in "
        "inputs/check/narrative.md; add the heading '# The annex {#annex}' and its text there"
    )


def test_implications_and_generated_appendices_count_together() -> None:
    moved = Part("implications", title="Implications", style="appendix")
    the_format = format_(layout=(PURPOSE, moved), implications=(FINANCIAL,))
    text = narrative(purpose=para("See ", ref("annex"), "."), financial=para("x"), annex=para("y"))
    document = compose(text, the_format, report(appendices=(appendix("narrative"),)))
    assert outline(document)[1:] == [
        "1.1 See Appendix 2.",
        "# Appendix 1: Implications",
        "## Financial implications",
        "x",
        "# Appendix 2: The annex",
        "y",
    ]


def test_the_document_carries_what_the_report_template_prints() -> None:
    document: Document = compose()
    assert document.context["council"] == "Borough of Example"
    assert document.context["meeting_date"] == "15 March 2023"
    assert document.subject == "Report to Families Scrutiny Panel, 15 March 2023"
    assert document.created == "2023-03-07T00:00:00Z"
    assert document.author == "Borough of Example"


def test_a_copy_for_publication_prints_nothing_of_an_exempt_appendix_but_why() -> None:
    words = {3: "Business affairs"}
    exempt = Exemption((3,), "Bidders would see the prices.", WHERE, words)
    secret = appendix("narrative", "prices", exemption=exempt)
    text = narrative(purpose=para("Why."), prices=(para("We pay 12."), chart("sw.workload")))
    the_format = format_(layout=(PURPOSE,))
    public = compose(text, the_format, report(appendices=(secret,), public=True))
    assert outline(public)[2:] == [
        "# Appendix 1: The annex",
        "This appendix is not for publication. It is exempt under paragraph 3.",
        "Paragraph 3: Business affairs.",
        "Bidders would see the prices.",
    ]
    draft = compose(text, the_format, report(appendices=(secret,)))
    assert "We pay 12." in outline(draft)


def test_a_format_may_word_it_otherwise() -> None:
    exempt = Exemption((1, 3), "", WHERE)
    secret = appendix("narrative", "prices", exemption=exempt)
    the_format = format_(
        layout=(PURPOSE,), context={"exempt_appendix": "Closed, {exempt_paragraphs}."}
    )
    text = narrative(purpose=para("Why."), prices=para("We pay 12."))
    public = compose(text, the_format, report(appendices=(secret,), public=True))
    assert outline(public)[-1] == "Closed, paragraphs 1 and 3."
