"""A .docx as a zip of parts: read with suspicion, written the same byte for byte.

What differs between two ordinary zips of the same parts is order, dates, the system that made them
and file attributes. All are fixed here:

    [Content_Types].xml   1980-01-01 00:00:00   deflated, level 6   made on "Unix", rw-r--r--
    _rels/.rels
    customXml/...         then every other part in the order of its name; pictures, which are
                          packed already, are stored as they are

Deflate itself may differ between builds of zlib: `generator.publish.provenance` therefore has a
digest of the unpacked parts, too.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

from generator.errors import CommitteeError

MAX_PARTS = 5_000
MAX_PACKAGE_BYTES = 256 * 1024 * 1024
MAX_RATIO = 400
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What zipfile raises for damaged files; ValueError where the beginning is missing.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
_DATE = (1980, 1, 1, 0, 0, 0)
_SYSTEM, _ATTRIBUTES = 3, 0o644 << 16  # said outright: zipfile's defaults are the machine's
_LEVEL = 3  # of 6, a tenth of the time of a rebuild would go into a tenth of the size
_PACKED = (".png", ".jpeg", ".jpg", ".gif")  # as small already as they get
_FIRST = ("[Content_Types].xml", "_rels/.rels")


class PackageError(CommitteeError):
    """A file that is not a usable .docx or .xlsx package. The message says why, without a place."""


def read_parts(data: bytes, kind: str = ".docx") -> dict[str, bytes]:
    """The parts of a package by name, folders left out.

    Raises PackageError for what is not a zip, is encrypted, names a part twice or outside the
    package, unpacks to more than 256 MB, or has no [Content_Types].xml.
    """
    with open_package(data, kind) as archive:
        parts = {info.filename: archive.read(info) for info in _entries(archive)}
    if "[Content_Types].xml" not in parts:
        raise PackageError("it is a zip, but not an Office document; save it as .docx in Word")
    return parts


@contextmanager
def open_package(data: bytes, kind: str = ".docx") -> Iterator[zipfile.ZipFile]:
    """A package as an open zip. Raises PackageError, also for what the block finds broken in it."""
    if data.startswith(_OLE):
        raise PackageError(
            "it is protected by a password or in the old binary format; "
            f"save it as {kind} without a password"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield archive
    except _BROKEN as error:
        raise PackageError(
            f"it is not a whole {kind} file ({error}); save it again as {kind}"
        ) from error
    except RuntimeError as error:  # zipfile's way to say that an entry wants a password
        raise PackageError("it holds encrypted parts; save it without a password") from error


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = [info for info in archive.infolist() if not info.is_dir()]
    if len(entries) > MAX_PARTS or sum(info.file_size for info in entries) > MAX_PACKAGE_BYTES:
        raise PackageError("it unpacks to more than a document can need; check where it is from")
    seen: set[str] = set()
    for info in entries:
        name = info.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            raise PackageError(f"it holds a part outside the package ({name!r})")
        if name.casefold() in seen:
            raise PackageError(f"it holds the part {name!r} twice")
        if info.file_size > 1_000_000 and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise PackageError(f"its part {name!r} unpacks to {MAX_RATIO} times its size")
        seen.add(name.casefold())
    return entries


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts whose bytes depend on nothing but the parts."""
    out = BytesIO()
    names = sorted(parts, key=lambda name: (_FIRST.index(name) if name in _FIRST else 2, name))
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo(name, _DATE)
            packed = name.endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = _SYSTEM, _ATTRIBUTES
            archive.writestr(info, parts[name], compresslevel=_LEVEL)
    return out.getvalue()
