"""Drawings and pictures: an id, a size, and a picture that is one.

<wp:inline><wp:extent cx="5040000" cy="3024000"/><wp:docPr id="3" name="Figure 1"/>
word/media/image1.png begins with 89 50 4E 47
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, clark, local_name
from generator.word.validity.fault import Fault, Story
from generator.word.validity.opened_package import OpenedPackage, extension
from generator.word.validity.structure_rules import (
    ATTRIBUTE_MISSING,
    DRAWING_ID,
    DRAWING_KIND,
    DRAWING_SIZE,
    PICTURE_EMPTY,
    PICTURE_KIND,
)

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
# What is drawn by these stands under its own namespace as kind.
_OWN_KIND = tuple(
    f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    for kind in ("picture", "chart", "diagram")
)
_SHOWN = (clark("r:embed"), clark("r:link"))
_WHOLE = late_pattern(r"-?\d{1,18}")
_SOME = 1 << 32
_SOLID = ("pic", "chart")  # a line may have no width, or no height
_LARGEST = 27_273_042_316_900  # of the schema
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\x01\0\0\0", "emf"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\0\x09\0", "wmf"),
    (b"\x02\0\x09\0", "wmf"),
    (b"\0\0\x01\0", "ico"),
)
_SAME = {
    "jpg": "jpeg", "jpe": "jpeg", "jfif": "jpeg", "tif": "tiff", "dib": "bmp", "x-emf": "emf",
    "x-wmf": "wmf", "x-icon": "ico", "pjpeg": "jpeg", "x-png": "png", "vnd.microsoft.icon": "ico",
    "x-ms-bmp": "bmp",
}  # fmt: skip
_KNOWN = frozenset(kind for _, kind in _BEGINNINGS)


def find_drawing_faults(stories: Sequence[Story]) -> Iterator[Fault]:
    """Of the drawings of all texts, whose ids are those of one list."""
    seen: set[str] = set()
    for story in stories:
        for node in story.root.iter(clark("wp:inline"), clark("wp:anchor")):
            yield from _id(story, node, seen)
            yield from _size(story, node)
            yield from _kind(story, node)
        for node in story.root.iter(_PICTURE):
            blip = next(node.iter(clark("a:blip")), None)
            if blip is None or (blip.attrib and not any(map(blip.get, _SHOWN))):
                what = "a picture does not say which file it shows"
                yield Fault(PICTURE_EMPTY, what, story.name, node)


def _id(story: Story, node: Element, seen: set[str]) -> Iterator[Fault]:
    said = node.find(clark("wp:docPr"))
    key = "" if said is None else said.get("id", "")
    name = "" if said is None else said.get("name", "")
    if not (key.isascii() and key.isdigit() and int(key[:12]) < _SOME):
        yield Fault(DRAWING_ID, f"the drawing {name!r} has the id {key!r}", story.name, node)
    elif key in seen:
        what = f"the drawing {name!r} has the id {key!r} of another"
        yield Fault(DRAWING_ID, what, story.name, node)
    elif not name and said is not None and said.get("name") is None:
        yield Fault(ATTRIBUTE_MISSING, "a drawing does not have a name", story.name, node)
    seen.add(key)


def _kind(story: Story, node: Element) -> Iterator[Fault]:
    drawn = node.find(f"{clark('a:graphic')}/{clark('a:graphicData')}")
    held = None if drawn is None else next(iter(drawn), None)
    if drawn is None or held is None:
        return
    space, said = etree.QName(held).namespace, drawn.get("uri", "")
    if said != space and space in _OWN_KIND:
        what = f"a drawing with a {local_name(held)} says that it holds {said or 'nothing'}"
        yield Fault(DRAWING_KIND, what, story.name, node)


def _size(story: Story, node: Element) -> Iterator[Fault]:
    extent = node.find(clark("wp:extent"))
    sides = ("", "") if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
    whole = [int(one) if _WHOLE.fullmatch(one) else -1 for one in sides]
    drawn = node.find(f"{clark('a:graphic')}/{clark('a:graphicData')}")
    solid = drawn is not None and any(local_name(one) in _SOLID for one in drawn)
    if min(whole) < solid or max(whole) == 0 or max(whole) > _LARGEST:
        shown = "no size" if extent is None else f"the size {sides[0]!r} by {sides[1]!r}"
        yield Fault(DRAWING_SIZE, f"a drawing has {shown}", story.name, node)


def find_picture_faults(package: OpenedPackage) -> Iterator[Fault]:
    """Of the parts that hold pictures."""
    pictures = {
        part
        for source in package.related
        for part in package.of_kind("image", source)
        if part in package.raw
    }
    for part in sorted(pictures):
        data, type_ = package.raw[part][:64], package.type_of(part)
        named = _SAME.get(extension(part), extension(part))
        typed = type_.rpartition("/")[2].partition("+")[0].lower()
        typed = _SAME.get(typed, typed)
        found = next((kind for start, kind in _BEGINNINGS if data.startswith(start)), "")
        if not package.raw[part]:
            yield Fault(PICTURE_KIND, f"the picture {part} is empty", part)
        elif type_ and not _may_be_picture(type_):
            yield Fault(PICTURE_KIND, f"the picture {part} is said to be {type_}", part)
        elif named in _KNOWN and found != named:
            what = f"the picture {part} is {found or 'none'}, whatever its name says"
            yield Fault(PICTURE_KIND, what, part)
        elif typed in _KNOWN and found and found != typed:
            yield Fault(PICTURE_KIND, f"the picture {part} is {found}, not {typed}", part)


def _may_be_picture(type_: str) -> bool:
    """Whether a content type may be that of a picture: not that of text or another part."""
    if type_.startswith("application/"):
        return not type_.endswith(("+xml", "/xml"))
    return type_.startswith(("image/", "windows/"))
