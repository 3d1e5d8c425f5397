"""The zip, opened with more patience than Word has: what can be read is read, and the rest is told.

    entries of one name, of a name outside the package ("../x"), encrypted, cut off, packed in a way
    of their own, or far larger than they are packed (zip bombs); bytes before the first of them

Nothing is unpacked beyond the limits of `package/zip_package.py`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from generator.word.package.zip_package import MAX_PACKAGE_BYTES, MAX_PARTS, MAX_RATIO
from generator.word.validity.fault import Fault
from generator.word.validity.package_rules import (
    PART_NAME,
    UNREACHED,
    ZIP_DAMAGED,
    ZIP_TOO_LARGE,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError,
    RuntimeError, MemoryError, OverflowError,
)  # fmt: skip
_BEGINNING = b"PK"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_SMALL = 1_000_000
_SHOWN = 80


def unpack(data: bytes, faults: list[Fault], most: int = MAX_PACKAGE_BYTES) -> dict[str, bytes]:
    """The parts that can be read, by name; what is wrong with the others goes into the list.

    most: how many bytes it may unpack to.
    """
    if data.startswith(_OLE):
        what = "it is protected by a password or in the old binary format"
        faults.append(Fault(ZIP_DAMAGED, what))
        return {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            bomb = _bomb(entries, most)
            if bomb is not None:
                faults.append(bomb)
                return {}
            if not data.startswith(_BEGINNING):
                faults.append(Fault(ZIP_DAMAGED, "other bytes stand before the zip begins"))
            if archive.comment:
                faults.append(Fault(UNREACHED, f"the zip has the note {_said(archive.comment)!r}"))
            slashed = _slashed(entries)
            if slashed is not None:
                faults.append(slashed)
                return {}
            faults += _names(entries)
            return _read(archive, entries, faults)
    except _BROKEN as error:
        why = "it is empty" if not data else f"it is not a whole zip ({error})"
        faults.append(Fault(ZIP_DAMAGED, why))
        return {}


def _bomb(entries: list[zipfile.ZipInfo], most: int) -> Fault | None:
    if len(entries) > MAX_PARTS:
        return Fault(ZIP_TOO_LARGE, f"it has {len(entries):,} parts")
    whole = sum(one.file_size for one in entries)
    if whole > most:
        return Fault(ZIP_TOO_LARGE, f"it unpacks to {whole // _SMALL:,} MB")
    for one in entries:
        times = one.file_size // max(one.compress_size, 1)
        if one.file_size > _SMALL and times > MAX_RATIO:
            what = f"its part {one.filename!r} unpacks to {times:,} times its size"
            return Fault(ZIP_TOO_LARGE, what, one.filename)
    return None


def _said(note: bytes) -> str:
    return " ".join(note.decode("utf-8", "replace").split())[:_SHOWN]


def _slashed(entries: list[zipfile.ZipInfo]) -> Fault | None:
    """Names as some zip programs of Windows write them, which nobody reads as folders."""
    names = [one.filename for one in entries if "\\" in one.filename]
    if not names:
        return None
    more = f" and {len(names) - 1} more have" if len(names) > 1 else " has"
    what = f"the part {names[0]!r}{more} a backslash for a slash"
    return Fault(PART_NAME, f"{what}, and would lie outside the file", names[0])


def _names(entries: list[zipfile.ZipInfo]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name in (one.filename for one in entries):
        if _outside(name):
            yield Fault(PART_NAME, f"the part {name!r} would lie outside the file", name)
        elif name.casefold() in seen:
            yield Fault(PART_NAME, f"the part {name!r} stands in the file twice", name)
        seen.add(name.casefold())


def _outside(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or ":" in name


def _read(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], faults: list[Fault]
) -> dict[str, bytes]:
    """The first of each name, as Word reads them."""
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    for one in entries:
        name = one.filename
        if name.casefold() in seen or _outside(name):
            continue
        seen.add(name.casefold())
        if one.flag_bits & _ENCRYPTED:
            what = f"the part {name} is encrypted"
            faults.append(Fault(ZIP_DAMAGED, what, name, mend="save it without a password"))
        elif one.compress_type not in _PACKED:
            what = f"the part {name} is packed in a way that Word does not read"
            faults.append(Fault(ZIP_DAMAGED, what, name))
        else:
            try:
                parts[name] = archive.read(one)
            except _BROKEN as error:
                what = f"the part {name} is damaged ({error})"
                faults.append(Fault(ZIP_DAMAGED, what, name))
    return parts
