"""What the file of a picture tells besides the picture: who took it, with what, and where.

JPEG: FF E1 length "Exif\\0\\0" and a TIFF directory; or XMP, which is XML.
PNG:  length "tEXt" "Author\\0Jane Smith"; "eXIf" with the same directory; "iTXt" with XMP.
A TIFF directory is a count, and twelve bytes for each tag: number, type, count, value or offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.frozen import dataclass
from generator.model.release.paper_media import PaperPicture
from generator.word.package.parts import Parts

_EXIF, _JPEG, _PNG = b"Exif\0\0", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_ASCII, _UTF_16 = 2, 1
_MAKE, _MODEL, _ARTIST, _DIRECTORY, _PLACE = 0x010F, 0x0110, 0x013B, 0x8769, 0x8825
_OWNER, _XP_AUTHOR = 0xA430, 0x9C9D
_MOST_TAGS = 200
_BY = re.compile(rb"<dc:creator>.*?<rdf:li[^>]*>([^<]{1,200})<", re.S)
_AT = re.compile(rb"exif:GPSL(?:at|ong)itude\b")


@dataclass(frozen=True, slots=True)
class _Told:
    author: str = ""
    device: str = ""
    located: bool = False


def read_picture(parts: Parts, part: str, id: str, cropped: bool = False) -> PaperPicture | None:
    """The picture that a part shows by that relationship, None where the file does not hold it."""
    name = next((one.target for one in parts.related(part) if one.id == id), "")
    if name not in parts.raw:
        return None
    told = _told(parts.raw[name])
    return PaperPicture(name, told.author, told.device, told.located, cropped)


def _told(data: bytes) -> _Told:
    blocks = _blocks_of_jpeg(data) if data.startswith(_JPEG) else ()
    if data.startswith(_PNG):
        blocks = _blocks_of_png(data)
    author = device = ""
    located = False
    for kind, block in blocks:
        told = _of_exif(block) if kind == "exif" else _of_words(kind, block)
        author, device = author or told.author, device or told.device
        located = located or told.located
    return _Told(author, device, located)


def _blocks_of_jpeg(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        block = data[at + 4 : at + 2 + length]
        if data[at + 1] == 0xE1:
            found = block.startswith(_EXIF)
            yield ("exif", block[len(_EXIF) :]) if found else ("xmp", block)
        at += 2 + max(length, 2)


def _blocks_of_png(data: bytes) -> Iterator[tuple[str, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        block = data[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield "exif", block
        elif kind in (b"tEXt", b"iTXt"):
            keyword, _, words = block.partition(b"\0")
            yield keyword.decode("latin-1").casefold(), words.lstrip(b"\0")
        at += 12 + length


def _of_words(keyword: str, block: bytes) -> _Told:
    """What a PNG's text of that keyword says, or XMP."""
    if keyword in ("author", "artist"):
        return _Told(block.decode("utf-8", "replace").strip("\0 "))
    by = _BY.search(block)
    author = by[1].decode("utf-8", "replace").strip() if by else ""
    return _Told(author, located=_AT.search(block) is not None)


# ---------------------------------------------------------------- TIFF directories
def _of_exif(tiff: bytes) -> _Told:
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return _Told()
    tags = _tags(tiff, _whole(tiff[4:8], order), order)
    inner = _tags(tiff, _whole(tags.get(_DIRECTORY, (0, b""))[1], order), order)
    author = _text(tags, _ARTIST) or _text(tags, _XP_AUTHOR) or _text(inner, _OWNER)
    place = _tags(tiff, _whole(tags[_PLACE][1], order), order) if _PLACE in tags else {}
    located = 2 in place or 4 in place  # latitude, longitude
    return _Told(author, f"{_text(tags, _MAKE)} {_text(tags, _MODEL)}".strip(), located)


def _tags(tiff: bytes, at: int, order: str) -> dict[int, tuple[int, bytes]]:
    """The tags of a directory: number -> type and bytes."""
    found: dict[int, tuple[int, bytes]] = {}
    if not 8 <= at <= len(tiff) - 2:
        return found
    for index in range(min(_whole(tiff[at : at + 2], order), _MOST_TAGS)):
        entry = tiff[at + 2 + 12 * index : at + 14 + 12 * index]
        if len(entry) < 12:
            break
        kind, count = _whole(entry[2:4], order), _whole(entry[4:8], order)
        value = entry[8:12]
        if kind in (_ASCII, _UTF_16) and count > 4:
            begin = _whole(value, order)
            value = tiff[begin : begin + min(count, 400)]
        found[_whole(entry[:2], order)] = kind, value
    return found


def _whole(data: bytes, order: str) -> int:
    return int.from_bytes(data[:4], "little" if order == "little" else "big")


def _text(tags: dict[int, tuple[int, bytes]], tag: int) -> str:
    kind, value = tags.get(tag, (0, b""))
    if kind == _UTF_16:
        return value.decode("utf-16-le", "ignore").strip("\0 ")
    return value.decode("utf-8", "replace").strip("\0 ") if kind == _ASCII else ""
