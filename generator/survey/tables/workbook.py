"""Reading sheets of xlsx and ods workbooks as text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from generator.errors import InputProblems, did_you_mean
from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.model.wording.english import few_listed
from generator.survey.survey_rules import EXPORT_LAYOUT, EXPORT_UNREADABLE
from generator.survey.tables.archive import check_archive
from generator.survey.tables.rows import RowsTable

_LONGEST_CELL = 131_072


def open_workbook(path: Path, where: Where, hints: ExportFile, kind: str) -> RowsTable:
    """The named sheet, or the first with more than one row, such as no cover has. Raises
    InputProblems.
    """
    check_archive(path, where, kind)
    # Imported here: a report from csv exports needs no workbook reader.
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_path(path)
        names = list(workbook.sheet_names)
        if hints.sheet and hints.sheet not in names:
            what = f"has no sheet {hints.sheet!r}"
            raise InputProblems(
                [EXPORT_LAYOUT.issue(where, what, did_you_mean(hints.sheet, names))]
            )
        name = ""
        rows: list[list[str]] = []
        notes: tuple[str, ...] = ()
        shown = [
            one.name
            for one in workbook.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and one.name in names
        ]
        for each in [hints.sheet] if hints.sheet else (shown or names):
            found = _trimmed(workbook.get_sheet_by_name(each).to_python(skip_empty_area=False))
            if len(found) > 1 or (found and not rows):
                name, rows = each, found
            if len(found) > 1:
                break
    except (CalamineError, OSError, ValueError) as error:
        what = f"cannot be read as an .{kind} workbook"
        raise InputProblems(
            [EXPORT_UNREADABLE.issue(where, what, "open it and save it again")]
        ) from error
    _check_cells(rows, where)
    if len(names) > 1 and not hints.sheet:
        others = few_listed([repr(each) for each in names if each != name])
        notes = (f"Read from the sheet {name!r}; beside it there is {others}.",)
    titled = "header_rows" not in hints.mapping
    return RowsTable(where.file, rows, kind, sheet=name, notes=notes, titled=titled)


def _check_cells(rows: list[list[str]], where: Where) -> None:
    """Raise InputProblems where a cell is longer than csv files hold, four times what Excel may."""
    for number, row in enumerate(rows, start=1):
        if any(len(cell) > _LONGEST_CELL for cell in row):
            what = f"row {number} holds a cell of more than 131,000 characters"
            mend = "check where the file is from, or save it again"
            raise InputProblems([EXPORT_UNREADABLE.issue(where, what, mend)])


def cell_text(value: Any) -> str:
    """A cell as stable text: 3.0 as '3', a date as 2022-09-12, a time of day as 10:05:00."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    # Fifteen digits are what a spreadsheet keeps: 0.1 + 0.2 is 0.3 there.
    return format(value, ".15g")


def _trimmed(rows: list[list[Any]]) -> list[list[str]]:
    """Rows as text without empty rows at the end and columns that are empty throughout the end."""
    text = [[v if type(v) is str else cell_text(v) for v in row] for row in rows]
    while text and not any(text[-1]):
        text.pop()
    width = max((_filled(row) for row in text), default=0)
    return [row[:width] for row in text]


def _filled(row: list[str]) -> int:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width
