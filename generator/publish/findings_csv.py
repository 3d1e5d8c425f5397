"""Findings as a csv file, for spreadsheets and programs.

Excel takes a csv file for UTF-8 only where it begins with a byte order mark. It also computes any
cell that begins as a formula does, whatever quotes stand around it: `=HYPERLINK(...)` in a title
would be a link. Such text gets an apostrophe before it; numbers stay numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from generator.model.findings import Finding
from generator.model.findings_rows import FIGURE_COLUMNS, Cell, figure_rows
from generator.model.wording.formulas import begins_as_formula


def findings_csv(findings: Iterable[Finding]) -> bytes:
    """The file that Excel reads: UTF-8 with a byte order mark, lines ended by CR LF."""
    return csv_text(findings, "\r\n").encode("utf-8-sig")


def csv_text(findings: Iterable[Finding], line_end: str = "\n") -> str:
    """The header, FIGURE_COLUMNS, and a row for each figure, for the program behind a pipe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator=line_end)
    writer.writerow(column.name for column in FIGURE_COLUMNS)
    writer.writerows(map(_guarded, row) for row in figure_rows(findings))
    return out.getvalue()


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and begins_as_formula(cell) else cell
