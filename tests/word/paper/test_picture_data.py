"""Who took a picture, and where, as its file says."""

from __future__ import annotations

import struct

import pytest

from generator.model.release.paper_media import PaperPicture
from generator.word.package.parts import Parts
from generator.word.paper.read_paper import read_paper
from tests.word.reading.packages import word_file

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
PLACE, ARTIST, MODEL = 0x8825, 0x013B, 0x0110
SHOWN = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A place"/>'
    '<a:graphic><a:graphicData uri="x"><pic xmlns="p"><a:blip r:embed="{id}"/>{crop}</pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def _tiff(order: str, *tags: tuple[int, bytes | int]) -> bytes:
    """A TIFF directory with texts and numbers; a place's own has a latitude alone."""
    mark, begin = (b"II", "<") if order == "little" else (b"MM", ">")
    entries, far, at = b"", b"", 8 + 2 + 12 * len(tags) + 4
    for tag, value in tags:
        if isinstance(value, int):
            entries += struct.pack(begin + "HHII", tag, 4, 1, at + len(far))
            far += struct.pack(begin + "HHHII", 1, 2, 5, 3, 0)
        else:
            entries += struct.pack(begin + "HHII", tag, 2, len(value), at + len(far))
            far += value
    head = mark + struct.pack(begin + "HI", 42, 8) + struct.pack(begin + "H", len(tags))
    return head + entries + bytes(4) + far


def _jpeg(block: bytes) -> bytes:
    return JPEG + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + b"\xff\xda"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + bytes(4)


def _picture(data: bytes, crop: str = "") -> PaperPicture | None:
    parts = Parts(word_file(""))
    parts.add("word/media/a.bin", data, "image/png")
    shown = parts.relate("word/document.xml", "image", "word/media/a.bin")
    body = word_file(SHOWN.format(id=shown, crop=crop))
    parts.raw["word/document.xml"] = Parts(body).raw["word/document.xml"]
    (drawing,) = read_paper(parts.to_bytes(), "f").drawings
    return drawing.picture


@pytest.mark.parametrize("order", ["little", "big"])
def test_author_camera_and_place_are_read_from_exif(order: str) -> None:
    tags = (MODEL, b"Lumo 5\0\0"), (ARTIST, b"Ann Lee\0"), (PLACE, 1)
    told = _picture(_jpeg(b"Exif\0\0" + _tiff(order, *tags)))
    assert told == PaperPicture("word/media/a.bin", "Ann Lee", "Lumo 5", True)
    again = _picture(PNG + _chunk(b"IHDR", bytes(13)) + _chunk(b"eXIf", _tiff(order, *tags)))
    assert again == told


def test_author_and_place_are_read_from_texts_and_xmp() -> None:
    assert _picture(PNG + _chunk(b"tEXt", b"Author\0Ann Lee")) == PaperPicture(
        "word/media/a.bin", "Ann Lee"
    )
    xmp = b"<dc:creator><rdf:Seq><rdf:li>Ann Lee</rdf:li></rdf:Seq></dc:creator>"
    placed = _picture(_jpeg(b"http://ns.adobe.com/xap/1.0/\0" + xmp + b" exif:GPSLatitude='1'"))
    assert placed == PaperPicture("word/media/a.bin", "Ann Lee", located=True)


def test_a_part_that_is_cut_off_is_known_and_a_frame_of_nought_is_none() -> None:
    cropped = _picture(PNG, '<a:srcRect l="20000"/>')
    whole = _picture(PNG, '<a:srcRect l="0"/>')
    assert cropped == PaperPicture("word/media/a.bin", cropped=True)
    assert whole == PaperPicture("word/media/a.bin")


@pytest.mark.parametrize("length", range(0, 60, 3))
def test_a_file_that_ends_too_early_says_what_it_can(length: int) -> None:
    whole = _jpeg(b"Exif\0\0" + _tiff("big", (ARTIST, b"Ann Lee\0"), (PLACE, 1)))
    assert _picture(whole[:length]) is not None
