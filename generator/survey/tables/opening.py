"""Opening an export by what it is, which its name does not always tell."""

from __future__ import annotations

from pathlib import Path

from generator.config.config_rules import FILE_MISSING
from generator.config.files import check_no_lock
from generator.config.workspace import alike_in_numbers
from generator.errors import InputProblems
from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.survey.likeness import nearest
from generator.survey.survey_rules import EXPORT_EMPTY, EXPORT_PROTECTED, EXPORT_UNREADABLE
from generator.survey.tables.export_table import ExportTable

MOST_EXPORT_COLUMNS = 16_384
_TEXT = {".csv", ".txt", ".tsv", ".tab"}
_WORKBOOKS, _PARQUET = {".xlsx", ".xltx", ".ods", ".xls"}, {".parquet", ".pq"}
_MACROS = {".xlsm", ".xltm", ".xlam", ".xlsb"}
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


def open_table(path: Path, where: Where, hints: ExportFile) -> ExportTable:
    """Open a csv, xlsx, ods or parquet file. Raises InputProblems for anything else, and for one
    with more columns than a spreadsheet has.
    """
    table = _open(path, where, hints)
    width = table.sample.width
    if width > MOST_EXPORT_COLUMNS:
        what = f"has {width:,} columns; a spreadsheet has {MOST_EXPORT_COLUMNS:,} at most"
        mend = "export the file again; a delimiter or a line break is out of place"
        raise InputProblems([EXPORT_UNREADABLE.issue(where, what, mend)])
    return table


def _open(path: Path, where: Where, hints: ExportFile) -> ExportTable:
    check_no_lock(path.name, where)
    _check_exists(path, where)
    suffix = path.suffix.casefold()
    _check_kind(suffix, _head(path, where), where)
    if suffix in _WORKBOOKS:
        from generator.survey.tables.workbook import open_workbook

        return open_workbook(path, where, hints, "ods" if suffix == ".ods" else "xlsx")
    if suffix in _PARQUET:
        from generator.survey.tables.parquet import open_parquet

        return open_parquet(path, where)
    from generator.survey.tables.delimited import open_delimited

    return open_delimited(path, where, hints)


def _head(path: Path, where: Where) -> bytes:
    """The first bytes of a file. Raises InputProblems where it cannot be read, or has none."""
    try:
        with path.open("rb") as stream:
            head = stream.read(512)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise InputProblems([EXPORT_UNREADABLE.issue(where, what)]) from error
    if not head:
        raise InputProblems([EXPORT_EMPTY.issue(where, "is an empty file", "export it again")])
    return head


def _check_kind(suffix: str, head: bytes, where: Where) -> None:
    """Raise InputProblems for a file that is of no kind that is read, or not of its name's."""
    if suffix in _MACROS:
        mend = "save it as .xlsx or export it as CSV"
        raise InputProblems(
            [EXPORT_PROTECTED.issue(where, "is a workbook that may hold macros", mend)]
        )
    if wrong := _misnamed(suffix, head):
        raise InputProblems([EXPORT_UNREADABLE.issue(where, *wrong)])


def _misnamed(suffix: str, head: bytes) -> tuple[str, str] | None:
    """(what is wrong, how to mend it) of a file by its first bytes; None for nothing."""
    if suffix in _TEXT and (head[:2] == _ZIP or head[:4] == _OLE):
        what = f"is a workbook, though its name ends in {suffix}"
        return what, "rename it, or export it as CSV"
    if suffix in _TEXT and (kind := _no_table(head)):
        return f"is {kind}, though its name ends in {suffix}", "export the answers as CSV or .xlsx"
    if suffix == ".xls" and head[:2] == _ZIP:
        what = "is a newer workbook, though its name ends in .xls"
        return what, "rename it so that it ends in .xlsx"
    if suffix not in (*_WORKBOOKS, *_PARQUET, *_TEXT):
        what = f"is of a kind that cannot be read ({suffix or 'no ending'})"
        return what, "export it as .csv, .xlsx, .ods or .parquet"
    return None


def _no_table(head: bytes) -> str:
    """What a file is that begins like no table of text; '' for what may be one."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        return "a web page"
    if start.startswith(b"%pdf"):
        return "a PDF"
    return "JSON" if start.startswith((b"{", b"[{")) else ""


def _check_exists(path: Path, where: Where) -> None:
    if path.is_file():
        return
    if path.is_dir():
        raise InputProblems(
            [EXPORT_UNREADABLE.issue(where, "is a folder, not a file", "name the export in it")]
        )
    if path.exists():
        what = "is a pipe or a device, not a file"
        raise InputProblems([EXPORT_UNREADABLE.issue(where, what, "put the export there")])
    beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    near = nearest(path.name, alike_in_numbers(path.name, beside))
    mend = f"did you mean {near!r}?" if near else "put the export there, or correct its path"
    raise InputProblems([FILE_MISSING.issue(where, "no such file", mend)])
