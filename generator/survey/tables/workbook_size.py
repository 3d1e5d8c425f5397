"""Refusing workbooks that would not fit into memory, before any library reads them.

Every part is parsed once, in pieces: what a file says of itself, the names of its parts and the way
its XML is written are the writer's to choose. What is packed to less than a hundredth is refused
unread, since no sheet of answers packs so well.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from generator.survey.tables.sheet_size import Oversized, SheetSize, SizeLimits

MAX_DENSE, MAX_RATIO = 50_000_000, 100  # sheets pack to a tenth or a twentieth
MAX_PARTS = 5_000
_CHUNK = 1 << 18
_XML = (".xml", ".rels")
_RELATIONSHIPS = "xl/_rels/workbook.xml.rels"


def check_size(archive: ZipFile, limits: SizeLimits) -> None:
    """Raise Oversized for a workbook with a sheet above the limits, or one that unpacks to far
    more than its size; ValueError and zipfile's own errors for one that is damaged.
    """
    members = archive.infolist()
    _check_packing(members, limits.unpacked)
    named = _named_parts(archive)
    texts: array[int] = array("Q")
    sheets = False
    for member in sorted(members, key=lambda one: "sharedstrings" not in one.filename.casefold()):
        size = SheetSize(texts, limits)
        is_named = _base(member.filename) in named
        _parse(archive, member, size, is_named or member.filename.casefold().endswith(_XML))
        if size.declared and sheets:
            raise ValueError(f"{member.filename} holds shared texts")
        texts = _longest(texts, size.declared)
        sheets = sheets or size.filled > 0


def _check_packing(members: list[ZipInfo], most: int) -> None:
    mend = "check where it is from, or save it again"
    if len(members) > MAX_PARTS:
        raise Oversized(f"holds {len(members):,} parts", mend)
    total = sum(member.file_size for member in members)
    if total > most:
        raise Oversized(f"unpacks to more than {most // 1_000_000:,} MB", mend)
    packed = max(sum(member.compress_size for member in members), 1)
    if total > MAX_DENSE and total > MAX_RATIO * packed:
        raise Oversized(f"unpacks to {total // packed} times its size", mend)


def _named_parts(archive: ZipFile) -> frozenset[str]:
    """The last words of all part names that the workbook refers to: they must be XML throughout."""
    found: set[str] = set()

    def note(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") != "External":
            found.add(_base(attributes.get("Target", "")))

    for member in archive.infolist():
        if member.filename.casefold() == _RELATIONSHIPS:
            parser = expat.ParserCreate()
            parser.StartElementHandler = note
            for chunk in _chunks(archive, member):
                _feed(parser, chunk)
    return frozenset(found)


def _base(name: str) -> str:
    return name.casefold().replace("\\", "/").rpartition("/")[2]


def _parse(archive: ZipFile, member: ZipInfo, size: SheetSize, must: bool) -> None:
    """Count what a part holds. must: it is XML; another may be a picture and need not be."""
    parser = size.parser()
    try:
        for chunk in _chunks(archive, member):
            _feed(parser, chunk)
        _feed(parser, b"", True)
    except _NoXml:
        if must:
            raise
        return
    size.close()


class _NoXml(ValueError):
    """A part that is not well formed."""


def _feed(parser: expat.XMLParserType, data: bytes, end: bool = False) -> None:
    try:
        parser.Parse(data, end)
    except expat.ExpatError as error:
        raise _NoXml(str(error)) from error


def _chunks(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _longest(one: array[int], other: array[int]) -> array[int]:
    """The longer text of each number."""
    if not one or not other:
        return one or other
    short, long = sorted((one, other), key=len)
    for index, length in enumerate(short):
        long[index] = max(long[index], length)
    return long
