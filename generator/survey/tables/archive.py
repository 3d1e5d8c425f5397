"""Refusing workbooks that are not what they seem, before anything reads them.

xlsx and ods files are zip archives. Refused: files that are no archive, password-protected ones
(an encrypted xlsx is an OLE file), ones with macros, and ones that would not fit into memory.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.errors import InputProblems
from generator.model.issues import Issue, Where
from generator.survey.survey_rules import EXPORT_PROTECTED, EXPORT_UNREADABLE
from generator.survey.tables.sheet_size import Oversized, SizeLimits
from generator.survey.tables.workbook_size import check_size

LIMITS = SizeLimits(cells=20_000_000, characters=200_000_000, unpacked=500_000_000)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20


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
    if _holds(path, _ENCRYPTED):
        return EXPORT_PROTECTED.issue(
            where, "is protected by a password", "save a copy without the password"
        )
    what = "is protected by a password, or a workbook of the old .xls kind"
    return EXPORT_PROTECTED.issue(
        where, what, "open it and save it as .xlsx without a password, or as CSV"
    )


def _holds(path: Path, words: bytes) -> bool:
    before = b""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if words in before + chunk:
                return True
            before = chunk[-len(words) :]
    return False


def _content_problem(archive: ZipFile, where: Where, kind: str) -> Issue | None:
    names = set(archive.namelist())
    if any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names):
        return EXPORT_PROTECTED.issue(
            where, "holds macros", "save a copy without macros, as .xlsx or CSV"
        )
    needed = "xl/workbook.xml" if kind == "xlsx" else "content.xml"
    if "xl/workbook.bin" in names:
        return EXPORT_UNREADABLE.issue(where, "is a binary workbook", "save it as .xlsx or as CSV")
    if needed not in names:
        return EXPORT_UNREADABLE.issue(
            where, f"is not an .{kind} workbook", f"export it again as .{kind} or as CSV"
        )
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members) or _encrypted_ods(archive, names):
        return EXPORT_PROTECTED.issue(
            where, "is protected by a password", "save a copy without the password"
        )
    try:
        check_size(archive, LIMITS)
    except Oversized as error:
        return EXPORT_PROTECTED.issue(where, error.what, f"{error.mend}, or export it again as CSV")
    return None


def _encrypted_ods(archive: ZipFile, names: set[str]) -> bool:
    manifest = "META-INF/manifest.xml"
    if manifest not in names:
        return False
    with archive.open(manifest) as stream:
        return b"encryption-data" in stream.read(1_000_000)
