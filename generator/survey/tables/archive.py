"""Refusing workbooks that are not what they seem, before anything reads them.

xlsx and ods files are zip archives. Refused: files that are no archive, password-protected ones
(an encrypted xlsx is an OLE file), ones with macros, and ones that would not fit into memory.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.errors import InputProblems
from generator.model.issues import Issue, Where
from generator.survey.survey_rules import EXPORT_PROTECTED, EXPORT_UNREADABLE

MAX_UNPACKED = 1_500_000_000
MAX_DENSE, MAX_RATIO = 50_000_000, 400  # real sheets pack to a tenth or so
MAX_CELLS = 20_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"')
_WIDE = re.compile(rb' r="([A-Z]{3})\d')
_CELL = re.compile(rb' r="([A-Z]{1,3})\d')
_CHUNK = 1 << 18


def check_archive(path: Path, where: Where, kind: str) -> None:
    """Raise InputProblems unless the file is a workbook of that kind ('xlsx', 'ods')."""
    with path.open("rb") as stream:
        head = stream.read(8)
    if head == _OLE:
        raise InputProblems([_ole_problem(path, where)])
    if head[:2] != b"PK":
        what = f"is not an .{kind} workbook"
        raise InputProblems(
            [EXPORT_UNREADABLE.issue(where, what, f"export it again as .{kind} or as CSV")]
        )
    try:
        with ZipFile(path) as archive:
            problem = _content_problem(archive, where, kind)
    except (BadZipFile, OSError, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        what = f"is a damaged or cut-off .{kind} workbook"
        raise InputProblems(
            [EXPORT_UNREADABLE.issue(where, what, "export or download it again")]
        ) from error
    if problem is not None:
        raise InputProblems([problem])


def _ole_problem(path: Path, where: Where) -> Issue:
    if _ENCRYPTED in path.read_bytes()[:MAX_UNPACKED]:
        return EXPORT_PROTECTED.issue(
            where, "is protected by a password", "save a copy without the password"
        )
    what = "is protected by a password, or a workbook of the old .xls kind"
    return EXPORT_PROTECTED.issue(
        where, what, "open it and save it as .xlsx without a password, or as CSV"
    )


def _content_problem(archive: ZipFile, where: Where, kind: str) -> Issue | None:
    names = set(archive.namelist())
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        return EXPORT_PROTECTED.issue(
            where, "holds macros", "save a copy without macros, as .xlsx or CSV"
        )
    needed = "xl/workbook.xml" if kind == "xlsx" else "content.xml"
    if needed not in names and not (kind == "xlsx" and "xl/workbook.bin" in names):
        return EXPORT_UNREADABLE.issue(
            where, f"is not an .{kind} workbook", f"export it again as .{kind} or as CSV"
        )
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members) or _encrypted_ods(archive, names):
        return EXPORT_PROTECTED.issue(
            where, "is protected by a password", "save a copy without the password"
        )
    for member in members:
        if member.file_size > MAX_DENSE and member.file_size > MAX_RATIO * member.compress_size:
            what = f"unpacks to {member.file_size // member.compress_size} times its size"
            return EXPORT_PROTECTED.issue(
                where, what, "check where it is from, or export it again as CSV"
            )
    total = sum(_real_size(archive, member) for member in members)
    if total > MAX_UNPACKED:
        what = f"unpacks to more than {MAX_UNPACKED // 1_000_000:,} MB"
        return EXPORT_PROTECTED.issue(where, what, "export it again as CSV")
    for member in members:
        if not member.filename.startswith("xl/worksheets/"):
            continue
        rows, columns = _extent(archive, member)
        if rows * columns > MAX_CELLS:
            what = f"has a sheet of {rows:,} rows and {columns:,} columns, too many to read"
            mend = "delete values that stand far from the answers, or export it again as CSV"
            return EXPORT_PROTECTED.issue(where, what, mend)
    return None


def _encrypted_ods(archive: ZipFile, names: set[str]) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in names and b"encryption-data" in archive.read(manifest)[:1_000_000]


def _real_size(archive: ZipFile, member: ZipInfo) -> int:
    """The size of a member unpacked, at most a little over the limit; headers may lie."""
    if member.compress_size * 1100 < MAX_UNPACKED // 100:
        return max(member.file_size, 0) if member.file_size < MAX_UNPACKED else MAX_UNPACKED + 1
    if member.file_size > MAX_UNPACKED:
        return member.file_size
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > MAX_UNPACKED:
                break
    return size


def _extent(archive: ZipFile, member: ZipInfo) -> tuple[int, int]:
    """Rows and columns of a sheet, from its last row, its first rows and the widest cell in it.

    The reader lays a sheet out as one rectangle, so one value in the last row would fill memory.
    """
    last, widest = 0, 0
    before = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            joined = before[-200:] + chunk
            rows = _ROW.findall(joined[-5000:]) or _ROW.findall(joined)
            last = max([last, *map(int, rows)])
            cells = _WIDE.findall(joined) if before else _CELL.findall(joined)
            widest = max([widest, *map(_column_number, set(cells))])
            before = chunk
    return last, widest


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
