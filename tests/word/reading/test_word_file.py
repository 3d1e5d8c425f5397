"""Files that are no Word files, or none that may be read: each with a reason and a way out."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.word.package.zip_package import PackageError, read_parts, write_package
from generator.word.reading.read_word import read_word

from .packages import paragraph, run, word_file

GOOD = word_file(paragraph(run("One")))
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MAIN = "word/document.xml"


def without(name: str) -> bytes:
    return write_package({part: data for part, data in read_parts(GOOD).items() if part != name})


def having(name: str, content: bytes) -> bytes:
    return write_package({**read_parts(GOOD), name: content})


def replaced(old: bytes, new: bytes) -> bytes:
    return having(MAIN, read_parts(GOOD)[MAIN].replace(old, new))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a whole .docx file"),
        (b"{\\rtf1 text}", "not a whole .docx file"),
        (GOOD[: len(GOOD) // 2], "not a whole .docx file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password or in the old binary format"),
        (word_file("", kind=MACROS), "holds macros; save it in Word as"),
        (having("word/vbaProject.bin", b"x"), "holds macros"),
        (word_file("", kind=SHEET), "not a Word document"),
        (without("_rels/.rels"), "without a text"),
        (without("[Content_Types].xml"), "not an Office document"),
        (replaced(b"</w:p>", b""), "word/document.xml is damaged"),
        (replaced(b"w:body", b"w:frame"), "has no text"),
        (word_file('<w:altChunk r:id="x"/>'), "includes another file"),
        (having(MAIN, b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "document type"),
        (having("word/styles.xml", b"<w:styles"), "word/styles.xml is damaged"),
        (having("../up.xml", b"x"), "outside the package"),
        (without("word/styles.xml"), "word/styles.xml is missing"),
        (word_file('<w:p><w:hyperlink r:id="x"/></w:p>'), "lost where its links lead"),
        (
            word_file(f'<w:p>{run("One")}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'),
            "lost a footnote",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(PackageError, match=reason):
        read_word(data)


def test_a_file_that_unpacks_to_hundreds_of_times_its_size_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 5_000_000)
    with pytest.raises(PackageError, match="times its size"):
        read_word(out.getvalue())


def test_strict_open_xml_is_read() -> None:
    usual, strict = b"http://schemas.openxmlformats.org", b"http://purl.oclc.org/ooxml"
    parts = {}
    for name, content in read_parts(word_file(paragraph(run("One"), style="H1"))).items():
        for kind in (b"officeDocument", b"wordprocessingml", b"drawingml"):
            old = usual + b"/" + kind + b"/2006/"
            content = content.replace(old, strict + b"/" + kind + b"/")
        parts[name] = content
    assert strict in parts[MAIN]
    (text,) = read_word(write_package(parts)).accepted
    assert (text.kind, text.text) == ("heading", "One")


def test_a_text_in_a_part_of_another_name_is_read() -> None:
    parts = dict(read_parts(GOOD))
    for name in (MAIN, "word/_rels/document.xml.rels"):
        parts[name.replace("document", "document2")] = parts.pop(name)
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    assert read_word(write_package(parts)).accepted[0].text == "One"


def test_a_protected_document_is_read_and_told() -> None:
    protection = '<w:documentProtection w:edit="comments" w:enforcement="1"/>'
    read = read_word(word_file(paragraph(run("One")), {"settings": protection}))
    assert read.notices == (
        "it is protected against all changes but comments; it is read all the same",
    )
    assert read.accepted[0].text == "One"
