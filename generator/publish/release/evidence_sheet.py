"""The evidence for a report as an Excel workbook, for the audit file.

It follows the guidance for official statistics in spreadsheets: a cover with the contents, a sheet
of notes, then one table in each sheet under a heading in A1. No cell is merged and none of a table
is empty: [z] stands where nothing applies. Headers and first column stay in sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.model.findings import MARKS, NOT_APPLICABLE
from generator.model.release.evidence_tables import Evidence, EvidenceCell, EvidenceTable
from generator.publish.cell_looks import CellLooks, workbook_bytes
from generator.word.package.zip_package import PackageError, read_parts

_SUBJECT = "Evidence for the figures of a committee report"
_HEADING, _TABLE_ROW = 16, 2
_A4 = 9


def evidence_workbook(evidence: Evidence) -> bytes:
    """The .xlsx of the evidence; the same evidence gives the same bytes."""
    title = f"Evidence for {evidence.title}"
    shown = [table for table in evidence.tables if table.rows]

    def fill(workbook: Any) -> None:
        sheets = _Sheets(workbook)
        sheets.cover(title, evidence)
        sheets.notes(shown)
        for table in shown:
            sheets.table(table)

    return workbook_bytes({"title": title, "subject": _SUBJECT, "category": "Internal"}, fill)


def is_evidence(data: bytes) -> bool:
    """Whether a file is such a workbook, of whatever report."""
    try:
        parts = read_parts(data, ".xlsx")
    except PackageError:
        return False
    return _SUBJECT.encode() in parts.get("docProps/core.xml", b"")


class _Sheets(CellLooks):
    """Adds sheets to a workbook."""

    def cover(self, title: str, evidence: Evidence) -> None:
        """What this is, and a link to each sheet; tables without rows are said to be empty."""
        sheet = self._add("Cover", title, (34, 90))
        at = 1
        for said in evidence.about:
            self.text(sheet, (at, 0), said)
            at += 1
        self.text(sheet, (at, 0), f"Report: {evidence.report}")
        self.text(sheet, (at + 1, 0), "Contents", bold=True)
        listed = [("Notes", "Marks, and what the columns mean", True)]
        listed += [(table.name, _told(table), bool(table.rows)) for table in evidence.tables]
        for down, (name, said, there) in enumerate(listed, start=at + 2):
            if there:
                link = self.look(font_color="#0563C1", underline=1)
                sheet.write_url(down, 0, f"internal:'{name}'!A1", link, name)
            else:
                self.text(sheet, (down, 0), name)
            self.text(sheet, (down, 1), said, text_wrap=True)

    def notes(self, tables: Sequence[EvidenceTable]) -> None:
        """The marks, and of each table what its columns mean."""
        sheet = self._add("Notes", "Notes", (22, 26, 90))
        self._rows(sheet, "Notes", ("Sheet", "Mark or column", "Meaning"), list(_notes(tables)))

    def table(self, table: EvidenceTable) -> None:
        """A sheet that is one table under its heading."""
        sheet = self._add(table.name, table.title, [column.width for column in table.columns])
        self.text(sheet, (1, 0), "This sheet holds one table. Marks are explained in Notes.")
        self._rows(sheet, table.name, [column.head for column in table.columns], table.rows)

    def _add(self, name: str, title: str, widths: Sequence[int]) -> Any:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.look())
        self.text(sheet, (0, 0), title, bold=True, font_size=_HEADING)
        return sheet

    def _rows(
        self,
        sheet: Any,
        name: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[EvidenceCell]],
    ) -> None:
        from xlsxwriter.utility import xl_range

        shape = (_TABLE_ROW, 0, _TABLE_ROW + len(rows), len(heads) - 1)
        columns = [{"header": head} for head in heads]
        named = re.sub(r"\W", "_", name)
        sheet.add_table(*shape, {"name": named, "columns": columns, "style": "Table Style Light 1"})
        sheet.ignore_errors({"number_stored_as_text": xl_range(*shape)})
        sheet.freeze_panes(_TABLE_ROW + 1, 1)
        sheet.repeat_rows(_TABLE_ROW)
        for across, head in enumerate(heads):
            self.text(sheet, (_TABLE_ROW, across), head, bold=True, text_wrap=True)
        for down, row in enumerate(rows, start=_TABLE_ROW + 1):
            for across, cell in enumerate(row):
                self._cell(sheet, (down, across), cell)

    def _cell(self, sheet: Any, at: tuple[int, int], cell: EvidenceCell) -> None:
        if isinstance(cell, int):
            sheet.write_number(*at, cell, self.look(num_format="#,##0"))
        else:
            self.text(sheet, at, cell or NOT_APPLICABLE, text_wrap=True)


def _told(table: EvidenceTable) -> str:
    return table.title if table.rows else f"{table.title}: there are none"


def _notes(tables: Sequence[EvidenceTable]) -> Iterator[tuple[str, str, str]]:
    yield from (("All", mark, meaning) for mark, meaning in MARKS.items())
    for table in tables:
        yield from ((table.name, column.head, column.meaning) for column in table.columns)
