"""The workbook behind a chart, held against what the chart shows."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from xlsxwriter import Workbook

from generator.model.release.paper_media import PaperWorkbook
from generator.word.package.namespaces import declared
from generator.word.paper.chart_books import Shown, read_workbook, shown_by

FORMULAS = ("Figures!$A$2:$A$3", "Figures!$B$1", "'Figures'!$B$2:$B$3")
TEXTS = ("Team", "2022", "Duty", "Court", "[c] withheld")


def _shown(*formulas: str) -> Shown:
    inner = "".join(f"<c:f>{one}</c:f>" for one in formulas)
    values = "<c:v>4</c:v><c:v>5.0</c:v>"
    return shown_by(etree.fromstring(f"<c:chart {declared('c')}>{inner}{values}</c:chart>"))


def _book(more: Callable[[Any], object], shown: Shown | None = None) -> PaperWorkbook | None:
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    sheet = workbook.add_worksheet("Figures")
    for row, (name, value) in enumerate([("Team", "2022"), ("Duty", 4), ("Court", 5)]):
        sheet.write(row, 0, name)
        sheet.write(row, 1, value)
    sheet.write(5, 0, "[c] withheld")
    more(workbook)
    workbook.close()
    return read_workbook(stream.getvalue(), "a.xlsx", shown or _shown(*FORMULAS))


def _add_all(workbook: Any) -> None:
    sheet = workbook.add_worksheet("Raw")
    sheet.write(0, 0, 7)
    sheet.hide()
    workbook.define_name("staff", "=Figures!$A$2")
    workbook.worksheets()[0].write_comment("A1", "Who?", {"author": "Ann Lee"})
    workbook.set_properties({"author": "Ann Lee"})


def test_a_workbook_of_the_figures_alone_has_no_more() -> None:
    assert _book(lambda _: None) == PaperWorkbook(
        "a.xlsx", ("Figures",), texts=("Figures", *TEXTS), numbers=(4.0, 5.0)
    )


@pytest.mark.parametrize("value", [9, "Ann Lee"])
def test_cells_beside_the_figures_are_more(value: object) -> None:
    told = _book(lambda one: one.worksheets()[0].write(1, 2, value))
    assert told is not None
    assert told.more == ("Figures!C2",)


def test_hidden_sheets_names_comments_and_people_are_told() -> None:
    assert _book(_add_all) == PaperWorkbook(
        "a.xlsx",
        ("Figures", "Raw"),
        ("Raw",),
        ("Raw!A1",),
        ("staff",),
        comments=True,
        people=("Ann Lee",),
        texts=("Figures", "Raw", "Who?", *TEXTS),
        numbers=(4.0, 5.0, 7.0),
    )


def test_a_chart_whose_formulas_are_a_programs_own_is_held_by_its_figures() -> None:
    shown = _shown("categories", "label 1")
    same = _book(lambda _: None, shown)
    more = _book(lambda one: one.worksheets()[0].write(1, 2, 9), shown)
    assert same is not None
    assert more is not None
    assert (same.more, more.more) == ((), ("Figures!C2",))


def test_what_is_no_workbook_is_left_to_others() -> None:
    assert read_workbook(b"PK", "a.xlsx", _shown()) is None
