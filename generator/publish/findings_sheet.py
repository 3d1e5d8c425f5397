"""Findings as an Excel workbook, for those who do not program.

'About' says what this is, how the figures came about, what marks and columns mean. 'Findings' and,
where there are any, 'Changes' hold one table each, from the first cell on, as guidance for official
statistics in spreadsheets asks: headers stay in sight, no cell is merged, and a withheld figure is
an empty cell with its mark in the same row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.findings import MARKS, Finding, Findings
from generator.model.findings_rows import (
    CHANGE_COLUMNS,
    FIGURE_COLUMNS,
    Cell,
    Row,
    SheetColumn,
    change_rows,
    figure_rows,
)
from generator.publish.cell_looks import CellLooks, workbook_bytes

_A4 = 9
_WIDTH = 14  # characters, of columns that are not named here
_WIDTHS = {"key": 30, "title": 44, "category": 32, "group": 32, "definition": 80, "notes": 60}
_ABOUT_WIDTHS = (28, 100)
_WRAPPED = ("definition", "notes")
_EXACT = 9  # decimals; what lies beyond is binary noise, for which Excel would print 57.5 as 57


def findings_workbook(findings: Findings, items: Sequence[Finding], report: str) -> bytes:
    """The .xlsx of some of a report's findings (`items`); the same ones give the same bytes."""
    changes = list(change_rows(items))

    def fill(workbook: Any) -> None:
        sheets = _Sheets(workbook)
        sheets.about(list(_about(findings, items, report, bool(changes))))
        sheets.table("Findings", FIGURE_COLUMNS, list(figure_rows(items)))
        if changes:
            sheets.table("Changes", CHANGE_COLUMNS, changes)

    return workbook_bytes({"title": f"Findings of {report}"}, fill)


class _Sheets(CellLooks):
    """Adds sheets to a workbook."""

    def about(self, rows: Sequence[tuple[str, str]]) -> None:
        """The first sheet: a term and what is said of it; a heading has nothing beside it."""
        sheet = self._add("About", _ABOUT_WIDTHS)
        for down, (term, said) in enumerate(rows):
            self.text(sheet, (down, 0), term, bold=not said)
            if said:
                self.text(sheet, (down, 1), said, text_wrap=True)

    def table(self, name: str, columns: Sequence[SheetColumn], rows: Sequence[Row]) -> None:
        """A sheet that is one table with its filters; the header and the keys stay in sight."""
        from xlsxwriter.utility import xl_range

        sheet = self._add(name, [_WIDTHS.get(column.name, _WIDTH) for column in columns])
        names = [column.name for column in columns]
        shape = (0, 0, len(rows), len(columns) - 1)
        heads = [{"header": name} for name in names]
        sheet.add_table(*shape, {"name": name, "columns": heads, "style": "Table Style Light 1"})
        sheet.ignore_errors({"number_stored_as_text": xl_range(*shape)})  # a wave such as '2022'
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        for across, head in enumerate(names):
            self.text(sheet, (0, across), head, bold=True)
        decimals = names.index("decimals")
        for down, row in enumerate(rows, start=1):
            for across, cell in enumerate(row):
                self._cell(sheet, (down, across), columns[across], cell, row[decimals])

    def _add(self, name: str, widths: Sequence[int]) -> Any:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.look())
        return sheet

    def _cell(
        self, sheet: Any, at: tuple[int, int], column: SheetColumn, cell: Cell, decimals: Cell
    ) -> None:
        if isinstance(cell, str):
            self.text(sheet, at, cell, text_wrap=column.name in _WRAPPED)
        elif isinstance(cell, bool):
            sheet.write_boolean(*at, cell, self.look())
        elif cell is not None:
            look = self.look(num_format=_number_format(column, decimals))
            sheet.write_number(*at, round(cell, _EXACT), look)


def _number_format(column: SheetColumn, decimals: Cell) -> str:
    if column.name == "p":
        return "0.000"
    places = int(decimals or 0) if column.kind == "number" else 0
    return f"#,##0.{'0' * places}" if places else "#,##0"


def _about(
    findings: Findings, items: Sequence[Finding], report: str, changes: bool
) -> Iterator[tuple[str, str]]:
    yield f"Findings of {report}", ""
    yield "What this is", _WHAT_THIS_IS
    yield "How many", f"{len(items)} of the report's {len(findings.items)} findings"
    yield "Survey reported on", findings.wave
    yield "All surveys", ", ".join(findings.waves)
    yield from ((f"Cohort {key}", name) for key, name in findings.cohorts.items())
    yield "How the figures came about", ""
    yield from ((str(at), said) for at, said in enumerate(findings.method, start=1))
    yield "Marks", ""
    yield from MARKS.items()
    yield "Columns of Findings", ""
    yield from ((column.name, column.meaning) for column in FIGURE_COLUMNS)
    if changes:
        yield "Columns of Changes", ""
        yield from ((column.name, column.meaning) for column in CHANGE_COLUMNS)


_WHAT_THIS_IS = (
    "Figures that the report may quote, as in its findings.json. Disclosure control is applied: "
    "figures from which somebody could be identified are withheld, and so are those that would "
    "give them away. A withheld figure has no value, base, count or interval: its cells are empty, "
    "and its mark says why."
)
