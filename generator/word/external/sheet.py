"""A sheet of a workbook as a table: read with calamine, printed as Excel shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.config.files import ReadFile
from generator.errors import did_you_mean
from generator.model.document import Alignment, Inline, Table, Text, phrase
from generator.model.wording.dates import date_text
from generator.survey.tables.sheet_size import Oversized, SizeLimits
from generator.word.external.number_format import formatted
from generator.word.package.elements import Element, parse
from generator.word.package.namespaces import R
from generator.word.package.zip_package import PackageError, open_package, read_parts

MAX_ROWS, MAX_COLUMNS = 2_000, 12
LIMITS = SizeLimits(cells=1_000_000, characters=5_000_000, unpacked=50_000_000)
"""Of the whole workbook: there may be much more in it than the table that is printed."""
_LONGEST_CODE = 255  # of a number format, in Excel
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "d/m/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "d/m/yyyy h:mm", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
}  # fmt: skip
_FIGURE = re.compile(r"[-\N{MINUS SIGN}+(]*[£$€]?[\d,]*\.?\d+[%)]*|-|\[[a-z]+\]")


class SheetError(Exception):
    """Why a sheet cannot be a table: what is wrong, how to mend it."""

    def __init__(self, what: str, mend: str = "") -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


def sheet_table(path: Path, sheet: str, read: ReadFile = Path.read_bytes) -> tuple[str, Table]:
    """The title (a first row of one cell, or '') and the table of a sheet, '' for the first shown.

    Merged cells repeat their value; empty and hidden rows and columns are left out. Raises
    SheetError.
    """
    rows = _cells(path, sheet, read)
    title = ""
    if rows and sum(1 for cell in rows[0] if cell) == 1 and len(rows) > 2:
        title, rows = next(cell for cell in rows[0] if cell), rows[1:]
        rows = _trimmed(rows)
    if len(rows) < 2:
        raise SheetError("the sheet has no table", "give it a row of headings and rows under it")
    if len(rows) > MAX_ROWS or len(rows[0]) > MAX_COLUMNS:
        raise SheetError(*_too_large(len(rows), len(rows[0])))
    columns = range(len(rows[0]))
    aligned: list[Alignment] = [
        "right"
        if all(_FIGURE.fullmatch(row[column]) or not row[column] for row in rows[1:])
        else "left"
        for column in columns
    ]
    cells = [tuple(_cell(text) for text in row) for row in rows]
    return title, Table(
        header=cells[0], rows=tuple(cells[1:]), alignments=tuple(aligned), description=phrase(title)
    )


def _cell(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _cells(path: Path, sheet: str, read: ReadFile) -> list[list[str]]:
    try:
        data = read(path)
    except OSError as error:
        raise SheetError(
            f"cannot be read ({error.strerror})", "check its name and place"
        ) from error
    parts = _checked_parts(data)
    try:
        return _texts(data, parts, sheet)
    except SheetError:
        raise
    except Exception as error:  # calamine has many errors of its own, and lxml of damaged parts
        raise SheetError(f"is not a workbook ({error})", "save it as .xlsx") from error


def _checked_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook that no library has read yet, once it is known to fit."""
    from generator.survey.tables.workbook_size import check_size

    try:
        with open_package(data, ".xlsx") as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise SheetError("is not an .xlsx workbook", "save it as .xlsx in Excel")
            check_size(archive, LIMITS)
        return read_parts(data, ".xlsx")
    except PackageError as error:
        raise SheetError(f"cannot be read: {error.message}") from error
    except Oversized as error:
        raise SheetError(error.what, error.mend) from error


def _texts(data: bytes, parts: dict[str, bytes], sheet: str) -> list[list[str]]:
    """The shown cells of a sheet as Excel prints them. Raises SheetError, and whatever damaged
    parts lead to.
    """
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    name = sheet or _first_shown(book)
    if name not in book.sheet_names:
        known = did_you_mean(name, book.sheet_names)
        raise SheetError(f"there is no sheet {name!r}", known)
    found = book.get_sheet_by_name(name)
    values: list[list[Any]] = found.to_python(skip_empty_area=False)
    part = _sheet_part(parts, book.sheet_names.index(name))
    _check_rows(values, part)
    root = parse(part) if part else None
    formats = _formats(parts, root)
    texts = [
        [_text(value, formats.get((row, column), "")) for column, value in enumerate(cells)]
        for row, cells in enumerate(values)
    ]
    _repeat_merged(texts, found.merged_cell_ranges or [])
    rows, columns = _hidden(root, max(map(len, texts), default=0))
    _check_formulas(root, rows, columns)
    return _trimmed(
        [
            [text for column, text in enumerate(cells) if column not in columns]
            for row, cells in enumerate(texts)
            if row not in rows
        ]
    )


def _check_rows(values: Sequence[Sequence[Any]], part: bytes) -> None:
    """Raise SheetError where there are too many rows even if all that can be hidden are: telling
    which are takes a large sheet long.
    """
    filled = sum(any(cell not in ("", None) for cell in row) for row in values)
    if filled - part.count(b"hidden") > MAX_ROWS + 1:
        width = max(map(len, values))
        raise SheetError(*_too_large(filled, width))


def _too_large(rows: int, columns: int) -> tuple[str, str]:
    what = f"the sheet has {rows} rows and {columns} columns, too many for a page"
    return what, f"keep to {MAX_ROWS} rows and {MAX_COLUMNS} columns"


def _repeat_merged(texts: list[list[str]], ranges: Sequence[Any]) -> None:
    """Give every cell of a merged one its text, below the first row."""
    repeated = 0
    for (top, left), (bottom, right) in ranges:
        for row in range(top, min(bottom, len(texts) - 1) + 1):
            last = min(right, len(texts[row]) - 1)
            repeated += max(last - left + 1, 1)
            if repeated > LIMITS.cells:  # Excel lets no two of them overlap
                raise SheetError("merges cells more than once", "open it in Excel and save it")
            for column in range(left, last + 1):
                texts[row][column] = texts[top][left] if row > 0 else texts[row][column]


def _first_shown(book: Any) -> str:
    """The name of the first sheet that is not hidden."""
    from python_calamine import SheetVisibleEnum

    shown = (one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible)
    return str(next(shown, book.sheet_names[0]))


def _hidden(root: Element | None, width: int) -> tuple[set[int], set[int]]:
    """Rows and columns, from 0, that the sheet hides: nobody sees them before they are published.

    root: of an .xlsx sheet; None in other formats, of which this cannot be told. width: how many
    columns there are.
    """
    if root is None:
        return set(), set()
    rows = {int(n.get("r", "0")) - 1 for n in root.iter(f"{_MAIN}row") if _is_hidden(n)}
    columns: set[int] = set()
    for node in filter(_is_hidden, root.iter(f"{_MAIN}col")):
        first, last = int(node.get("min", "1")), int(node.get("max", "1"))
        if len(columns) < width:
            columns |= set(range(first - 1, min(last, width)))
    return rows, columns


def _check_formulas(root: Element | None, rows: set[int], columns: set[int]) -> None:
    """Raises SheetError for shown formulas without a result: Excel reckons when it opens the file,
    but programs that only write one leave that out, and a total would be missing.
    """
    if root is None:
        return
    bare = []
    for cell in root.iter(f"{_MAIN}c"):
        value = cell.find(f"{_MAIN}v")
        if cell.find(f"{_MAIN}f") is None or (value is not None and value.text):
            continue
        row, column = _place(cell.get("r", "A1"))
        is_text = value is not None and cell.get("t") == "str"
        if not is_text and row not in rows and column not in columns:
            bare.append(cell.get("r", ""))
    if bare:
        more = f" and {len(bare) - 3} more" if len(bare) > 3 else ""
        what = f"the results of its formulas are not saved ({', '.join(bare[:3])}{more})"
        raise SheetError(what, "open it in Excel or LibreOffice, save it, and build again")


def _is_hidden(node: Element) -> bool:
    return node.get("hidden") in ("1", "true")


def _trimmed(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """Without rows and columns that hold nothing."""
    rows = [row for row in texts if any(row)]
    if not rows:
        return []
    used = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    return [[row[column] for column in used] for row in rows]


def _formats(parts: dict[str, bytes], root: Element | None) -> dict[tuple[int, int], str]:
    """Number formats by (row, column), from 0; what Excel calls General has none."""
    if "xl/styles.xml" not in parts or root is None:
        return {}
    styles = parse(parts["xl/styles.xml"])
    codes = dict(_BUILT_IN)
    for node in styles.iter(f"{_MAIN}numFmt"):
        code = node.get("formatCode", "")
        codes[int(node.get("numFmtId", "0"))] = code if len(code) <= _LONGEST_CODE else ""
    cell_formats = styles.find(f"{_MAIN}cellXfs")
    by_style = [
        codes.get(int(node.get("numFmtId", "0")), "")
        for node in (cell_formats if cell_formats is not None else ())
    ]
    found = {}
    for cell in root.iter(f"{_MAIN}c"):
        style, place = int(cell.get("s", "0")), cell.get("r", "")
        if 0 < style < len(by_style) and place:
            found[_place(place)] = by_style[style]
    return found


def _sheet_part(parts: dict[str, bytes], index: int) -> bytes:
    """The XML of a sheet by the place of its tab, which is not that of its name; b'' for none."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts.keys():
        return b""
    links = {
        node.get("Id"): node.get("Target", "").removeprefix("/xl/")
        for node in parse(parts["xl/_rels/workbook.xml.rels"])
    }
    book = parse(parts["xl/workbook.xml"])
    ids = [node.get(f"{{{R}}}id") for node in book.iter(f"{_MAIN}sheet")]
    return parts.get(f"xl/{links.get(ids[index], '')}", b"") if index < len(ids) else b""


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1


def _text(value: Any, form: str) -> str:
    """A value as Excel shows it: per cents, decimals, thousands, dates in words."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | float):
        return formatted(float(value), form)
    if isinstance(value, datetime):
        day = _day(value, form)
        return day if (value.hour, value.minute) == (0, 0) else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return _day(value, form)
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value or "").strip()


def _day(value: date, form: str) -> str:
    """'1 April 2023', or 'April 2023' where the format shows no day."""
    shows_day = "d" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", form).casefold()
    return date_text(value) if shows_day or not form else date_text(value, "{month} {year}")
