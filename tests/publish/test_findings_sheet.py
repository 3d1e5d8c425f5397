"""Findings as an Excel workbook."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl

from generator.model.findings import MARKS, Change, Estimate, Finding, Findings
from generator.model.findings_rows import CHANGE_COLUMNS, FIGURE_COLUMNS
from generator.publish.findings_sheet import findings_workbook
from tests.narrative.makers import estimate, finding

FORMULA = "=1+1"
NOISY = 57.49999999999999  # what 100 * 0.575 is
WORKLOAD = finding(
    "sw.workload",
    [
        estimate("2021", 40, 60, group="North"),
        estimate("2022", None, None, group="North"),
        Estimate("2022", NOISY, 40, 23, group=FORMULA),
    ],
    changes=(Change("2021", "2022", -9.25, p=0.0312, tested=True),),
    definition="@SUM(A1)",
)
FINDINGS = Findings(
    wave="2022",
    waves=("2021", "2022"),
    cohorts={"sw": "social workers"},
    items={"sw.workload": WORKLOAD, "sw.other": replace(WORKLOAD, key="sw.other")},
    collections=(),
    questions=(),
    method=("The survey was open in May.",),
)


def written(*items: Finding) -> bytes:
    return findings_workbook(FINDINGS, items or (WORKLOAD,), "check")


def sheet(name: str, data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))[name]


def cells(name: str, data: bytes) -> list[dict[str, Any]]:
    head, *rows = sheet(name, data).iter_rows()
    return [{h.value: cell for h, cell in zip(head, row, strict=True)} for row in rows]


def test_the_same_findings_give_the_same_bytes() -> None:
    assert written() == written()


def test_the_first_sheet_says_what_the_others_hold() -> None:
    data = written()
    assert openpyxl.load_workbook(BytesIO(data)).sheetnames == ["About", "Findings", "Changes"]
    about = dict(sheet("About", data).iter_rows(values_only=True))
    assert about["How many"] == "1 of the report's 2 findings"
    assert "withheld" in about["What this is"]
    assert about["Cohort sw"] == "social workers"
    assert about["1"] == "The survey was open in May."
    assert MARKS.items() <= about.items()
    assert {column.name for column in (*FIGURE_COLUMNS, *CHANGE_COLUMNS)} <= set(about)


def test_each_table_begins_in_its_first_cell_and_its_header_stays_in_sight() -> None:
    data = written()
    for name, columns in (("Findings", FIGURE_COLUMNS), ("Changes", CHANGE_COLUMNS)):
        found = sheet(name, data)
        assert [cell.value for cell in found[1]] == [column.name for column in columns]
        assert found.freeze_panes == "B2"
        assert found.tables[name].ref.startswith("A1:")
        assert not found.merged_cells.ranges


def test_a_withheld_figure_is_an_empty_cell_with_its_mark_beside_it() -> None:
    row = cells("Findings", written())[1]
    assert [row[name].value for name in ("value", "base", "count")] == [None] * 3
    assert (row["mark"].value, row["text"].value) == ("[c]", "[c]")


def test_a_figure_is_shown_with_the_decimals_that_are_printed_and_without_binary_noise() -> None:
    row = cells("Findings", written())[2]
    assert (row["value"].value, row["value"].number_format) == (57.5, "#,##0")
    assert row["text"].value == "58%"
    one = replace(WORKLOAD, decimals=1)
    assert cells("Findings", written(one))[2]["value"].number_format == "#,##0.0"
    [change] = cells("Changes", written(one))
    assert (change["difference"].value, change["p"].number_format) == (-9.25, "0.000")
    assert change["tested"].value is True


def test_text_that_begins_as_a_formula_is_none_even_when_its_cell_is_edited() -> None:
    data = written()
    row = cells("Findings", data)[2]
    assert (row["group"].value, row["group"].data_type) == (FORMULA, "s")
    assert row["group"].quotePrefix
    assert row["definition"].quotePrefix
    assert not row["title"].quotePrefix
    with ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_without_changes_there_is_no_sheet_of_them() -> None:
    data = written(replace(WORKLOAD, changes=()))
    assert openpyxl.load_workbook(BytesIO(data)).sheetnames == ["About", "Findings"]
