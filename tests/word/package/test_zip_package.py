"""Reading zips with suspicion, writing them the same each time."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word.package.zip_package import (
    MAX_PARTS,
    PackageError,
    read_parts,
    write_package,
)

TYPES = "[Content_Types].xml"


def zipped(*entries: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}\.xml", fullmatch=True), st.binary()))
def test_what_was_written_is_read_again(parts: dict[str, bytes]) -> None:
    whole = {TYPES: b"<Types/>", **parts}
    assert read_parts(write_package(whole)) == whole


def test_the_order_of_the_parts_does_not_matter() -> None:
    parts = {TYPES: b"t", "word/a.xml": b"a", "_rels/.rels": b"r", "a.xml": b"b"}
    turned = dict(reversed(parts.items()))
    assert write_package(parts) == write_package(turned)


def test_content_types_come_first_then_the_relationships() -> None:
    data = write_package({"a.xml": b"", "_rels/.rels": b"", TYPES: b""})
    assert zipfile.ZipFile(BytesIO(data)).namelist() == [TYPES, "_rels/.rels", "a.xml"]


def test_no_entry_carries_a_date_or_attributes() -> None:
    with zipfile.ZipFile(BytesIO(write_package({TYPES: b"", "a.xml": b""}))) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr) == (3, 0o644 << 16)


def test_what_is_packed_already_is_stored() -> None:
    data = write_package({TYPES: b"x" * 99, "a.png": b"x" * 99})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
    assert kinds == {TYPES: zipfile.ZIP_DEFLATED, "a.png": zipfile.ZIP_STORED}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"plain text", "not a whole .docx"),
        (b"", "not a whole .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password or in the old binary"),
        (zipped(("a.txt", b"x")), "not an Office document"),
        (zipped((TYPES, b""), ("../evil.xml", b"")), "outside the package"),
        (zipped((TYPES, b""), ("/etc/passwd", b"")), "outside the package"),
        (zipped((TYPES, b""), ("a.xml", b""), ("A.XML", b"")), "twice"),
        (zipped((TYPES, b""), ("a.xml", bytes(50_000_000))), "times its size"),
        (
            zipped((TYPES, b""), *((f"{n}.xml", b"") for n in range(MAX_PARTS + 1))),
            "unpacks to more",
        ),
        (zipped((TYPES, b"x" * 100))[:-40], "not a whole .docx"),
    ],
)
def test_dubious_files_are_refused(data: bytes, what: str) -> None:
    with pytest.raises(PackageError, match=what):
        read_parts(data)


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(zipped((TYPES, b"x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    with pytest.raises(PackageError, match=r"encrypted|not a whole"):
        read_parts(bytes(data))


def test_a_damaged_entry_is_refused() -> None:
    data = bytearray(zipped((TYPES, bytes(range(256)) * 20)))
    data[60] ^= 0xFF
    with pytest.raises(PackageError, match="not a whole"):
        read_parts(bytes(data))


@pytest.mark.parametrize("lost", [1, 20, 60])
def test_a_file_whose_beginning_is_missing_is_refused(lost: int) -> None:
    whole = zipped((TYPES, bytes(range(256)) * 20))
    with pytest.raises(PackageError, match="not a whole"):
        read_parts(whole[lost:])
