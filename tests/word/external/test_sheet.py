"""A sheet of a workbook as a table: sheets in any order, money, dates without a day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from generator.model.walk import plain
from generator.word.external.sheet import SheetError, sheet_table
from tests.odd_workbooks import HEAD, package, xlsx
from tests.work import at_most

NAMES = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Two sheets, the second made first: its part is sheet1.xml, its tab the second."""
    book = openpyxl.Workbook()
    later = book.active
    later.title = "Later"
    later.append(["Item", "Share"])
    later.append(["Training", 0.25])
    later["B2"].number_format = "0%"
    first = book.create_sheet("Costs", 0)
    first.append(["Item", "2023", "From"])
    first.append(["Training", 12000, datetime(2023, 4, 1)])
    first.append(["Savings", -500.5, datetime(2023, 5, 2)])
    for row in (2, 3):
        first.cell(row, 2).number_format = '"£"#,##0.00'
        first.cell(row, 3).number_format = "mmmm yyyy"
    path = tmp_path / "costs.xlsx"
    book.save(path)
    return path


def test_money_keeps_its_sign_and_a_month_has_no_day(workbook: Path) -> None:
    _, table = sheet_table(workbook, "")
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["Training", "£12,000.00", "April 2023"],
        ["Savings", "\N{MINUS SIGN}£500.50", "May 2023"],
    ]
    assert table.alignments == ("left", "right", "left")


def test_a_sheet_has_its_own_formats_wherever_its_tab_stands(workbook: Path) -> None:
    _, table = sheet_table(workbook, "Later")
    assert [[plain(cell) for cell in row] for row in table.rows] == [["Training", "25%"]]


def test_what_a_workbook_hides_is_left_out(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    costs = book["Costs"]
    costs.append(["Secret row", 1])
    costs["D1"], costs["D2"] = "Secret column", "secret"
    costs.row_dimensions[4].hidden = True
    costs.column_dimensions["D"].hidden = True
    hidden = book.create_sheet("Secret sheet", 0)
    hidden.append(["Secret", "sheet"])
    hidden.append(["a", "b"])
    hidden.sheet_state = "hidden"
    book.save(workbook)
    _, table = sheet_table(workbook, "")
    rows = [[plain(cell) for cell in row] for row in (table.header, *table.rows)]
    assert rows == [
        ["Item", "2023", "From"],
        ["Training", "£12,000.00", "April 2023"],
        ["Savings", "\N{MINUS SIGN}£500.50", "May 2023"],
    ]


def test_formulas_without_their_results_are_refused_unless_they_are_hidden(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Item", "2023"], ["Training", 5], ["Travel", 7], ["Total", "=B2+B3"]):
        sheet.append(row)
    path = tmp_path / "costs.xlsx"
    book.save(path)
    with pytest.raises(SheetError, match=r"not saved \(B4\)"):
        sheet_table(path, "")
    sheet.row_dimensions[4].hidden = True
    book.save(path)
    assert len(sheet_table(path, "")[1].rows) == 2


def test_columns_hidden_without_end_and_merges_without_number_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "costs.xlsx"
    rows = HEAD + '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'
    path.write_bytes(xlsx(rows, more='<cols><col min="2" max="2000000000" hidden="1"/></cols>'))
    with at_most(calls=100_000):
        assert len(sheet_table(path, "")[1].header) == 1
    rows = "".join(f'<row r="{n}"><c r="J{n}"><v>1</v></c></row>' for n in range(1, 1_900))
    merged = '<mergeCell ref="A1:J1899"/>' * 1_000
    sheet = f"{NAMES}<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    path.write_bytes(package(sheet))
    with pytest.raises(SheetError, match="merges cells more than once"):
        sheet_table(path, "")


@pytest.mark.parametrize("rows", ['<row r="1"><c r="A1" s="x"><v>1</v></c></row>' * 2, "<row/>"])
def test_a_damaged_sheet_is_said(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "costs.xlsx"
    path.write_bytes(xlsx(rows))
    with pytest.raises(SheetError):
        sheet_table(path, "")
