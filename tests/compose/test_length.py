"""How long a report will be, roughly."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.length import estimated_pages
from generator.model.document import Grid, Section, Table
from generator.model.format import Part
from generator.model.report import Appendix

from .builders import FREE, PURPOSE, chart, compose, format_, narrative, para, report
from .parts.test_closing_parts import WHERE

PAGE = [para("word " * 120)] * 4


def section(*blocks: object, **changes: object) -> Section:
    return replace(Section("a", "section", "A", tuple(blocks)), **changes)


def test_a_page_of_text_is_about_a_page() -> None:
    whole = estimated_pages([section(*PAGE)]) - estimated_pages([])
    assert 0.7 < whole < 1.2


def test_an_appendix_begins_a_page_and_landscape_pages_hold_less() -> None:
    upright = [section(), section(page_break=True)]
    assert estimated_pages(upright) > 1
    turned = [section(*PAGE, landscape=True)]
    assert estimated_pages(turned) > estimated_pages([section(*PAGE, page_break=True)])


def test_charts_side_by_side_take_a_row_together() -> None:
    pair = Grid(((chart(),), (chart(),)), 2)
    assert estimated_pages([section(pair)]) < estimated_pages([section(chart(), chart())])


def test_a_long_table_takes_pages() -> None:
    table = Table(header=((),), rows=(((),),) * 100)
    assert estimated_pages([section(table)]) > 3


def test_a_contents_list_looks_at_the_appendices_too() -> None:
    layout = (Part("contents"), PURPOSE, FREE)
    made = format_(layout=layout, contents_from_pages=3)
    text = narrative(purpose=para("Why."), data=PAGE * 3)
    plan = Appendix("data", "Data", "narrative", WHERE)
    long = compose(text, made, report(appendices=(plan,)))
    assert long.sections[0].kind == "contents"
    short = compose(narrative(purpose=para("Why.")), made)
    assert [one.kind for one in short.sections] == ["section"]
