"""Which texts belong to a unit, and what of them counts."""

from __future__ import annotations

from dataclasses import replace

from generator.model.document import (
    Chart,
    External,
    Footnote,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    PrintedSignOff,
    Reference,
    Series,
    Table,
    Text,
    Value,
    phrase,
)
from generator.model.format import Part
from generator.model.origin import Origin
from generator.signoff.unit_texts import PrintedFigure, UnitText, texts_of
from tests.compose.builders import PURPOSE, sub

from .samples import FORMAT, document, written


def of(unit: str, *blocks: object, **changes: object) -> list[tuple[str | PrintedFigure, ...]]:
    found = texts_of(document(list(blocks), **changes), lambda path: f"digest of {path.name}")
    return [one.pieces for one in found if one.unit == unit]


def test_a_unit_has_its_paragraphs_items_and_footnotes_with_their_figures() -> None:
    note = Footnote(((Text("As agreed."),),))
    text = written("It costs ", Value("£5", "report.budget"), ".")
    text = replace(text, content=(*text.content, note))
    items = ListBlock((ListItem((Text("one"),), (written("below"),)),))
    assert of("financial", text, items) == [
        ("It costs ", PrintedFigure("report.budget", "£5"), "."),
        ("As agreed.",),
        ("one",),
        ("below",),
    ]


def test_what_a_reference_points_at_counts_and_not_its_number() -> None:
    named = replace(written("The costs."), name="costs")
    found = of("financial", named, written(Reference("costs"), " says so."))
    assert found[1] == ("Paragraph [#costs]", " says so.")


def test_where_a_link_leads_is_part_of_the_words() -> None:
    link = Link("https://example.org/plan", (Text("the plan"),))
    (found,) = of("financial", replace(written(), content=(link,)))
    assert found == ("the plan", " <https://example.org/plan>")


def test_sign_offs_and_headings_of_the_format_are_no_words_of_the_unit() -> None:
    assert of("legal", written("None.")) == [("There are none.",)]
    assert of("financial", PrintedSignOff("financial", ("[AB/1/C]",)), written("x")) == [("x",)]


def test_a_heading_that_a_person_wrote_is_a_text() -> None:
    heading = replace(sub("Costs"), origin=Origin(by="person"))
    assert of("financial", heading, written("x")) == [("Costs",), ("x",)]


def test_a_table_is_told_row_by_row_and_a_chart_with_every_figure() -> None:
    cells = (((Text("Pay"),), (Value("£5", "a.b"),)),)
    costs = phrase("Costs", Origin(by="person"))
    table = Table(((Text("What"),), (Text("How much"),)), cells, caption=costs)
    assert of("financial", table) == [
        ("Costs",),
        ("What", " | ", "How much"),
        ("Pay", " | ", PrintedFigure("a.b", "£5")),
    ]
    series = (Series("Staff", (44.0, None), ("", "[c]"), ("sw.x@2021", "sw.x@2022")),)
    chart = Chart("columns", phrase("Fewer"), ("2021", "2022"), series)
    assert of("financial", chart) == [
        ("Fewer",),
        ("Staff | 2021 | 2022",),
        (PrintedFigure("sw.x@2021", "44%"),),
        (PrintedFigure("sw.x@2022", "[c]"),),
    ]


def test_the_figures_of_a_chart_are_told_once_though_a_table_beside_it_has_them_too() -> None:
    chart = Chart("columns", phrase("Fewer"), ("2021",), (Series("Staff", (44.0,)),))
    told = of("financial", replace(chart, with_table=True))
    assert told == [*of("financial", chart)]


def test_a_row_of_a_table_of_implications_belongs_to_the_implication() -> None:
    layout = (Part("recommendations"), PURPOSE, Part("implications", style="table"))
    the_format = replace(FORMAT, layout=layout)
    assert of("financial", written("It costs £5."), the_format=the_format) == [("It costs £5.",)]
    assert of("legal", the_format=the_format) == [("There are none.",)]


def test_the_answer_in_a_grid_is_part_of_what_is_cleared() -> None:
    layout = (Part("recommendations"), PURPOSE, Part("implications", style="grid"))
    (found,) = of("financial", written("It costs £5."), the_format=replace(FORMAT, layout=layout))
    assert found == ("Yes", " | ", "It costs £5.")


def test_a_file_that_is_placed_whole_counts_by_its_digest() -> None:
    whole = document()
    section = replace(whole.sections[-1], blocks=(External("/x/plan.docx"),))
    found = texts_of(replace(whole, sections=(section,)), lambda path: f"digest of {path.name}")
    assert found == (UnitText("legal", ("plan.docx  digest of plan.docx",)),)


def test_words_of_the_format_that_run_on_into_a_paragraph_count() -> None:
    text = Paragraph((Text("agree."),), lead=(Text("Members "),), origin=Origin(by="person"))
    assert of("financial", text) == [("Members ", "agree.")]
