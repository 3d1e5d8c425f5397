"""Each defect is found by its rule, named and placed, and nothing else is."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.word.package.namespaces import declared
from generator.word.package.zip_package import read_parts
from generator.word.validity.find_faults import find_faults
from tests.small import NAME

from .mutations import MUTATIONS, body, both, broken, drawing, relate, text, words


@pytest.fixture(scope="module")
def built(pristine: Path) -> bytes:
    return (pristine / "output" / NAME / f"{NAME}.docx").read_bytes()


@pytest.fixture(scope="module")
def parts(built: bytes) -> dict[str, bytes]:
    return read_parts(built)


def _rules(data: bytes) -> set[str]:
    return {issue.rule for issue in find_faults(data, "report.docx")}


def test_a_built_report_is_whole(built: bytes) -> None:
    assert find_faults(built, "report.docx") == []


@pytest.mark.parametrize("name", MUTATIONS)
def test_each_defect_is_found_by_its_rule_and_nothing_else_is(
    parts: dict[str, bytes], name: str
) -> None:
    rule, how = MUTATIONS[name]
    assert _rules(broken(parts, how)) == {f"valid.{rule}"}


# ---------------------------------------------------------------- the zip
def test_a_file_that_is_cut_off_or_empty_or_no_zip_is_told_as_damaged(built: bytes) -> None:
    for data in (b"", b"%PDF-1.7", built[: len(built) // 2], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx"):
        assert _rules(data) == {"valid.zip"}


def test_a_part_that_was_damaged_is_named(built: bytes) -> None:
    with zipfile.ZipFile(BytesIO(built)) as archive:
        start = archive.getinfo("word/footnotes.xml").header_offset
    found = find_faults(built[: start + 60] + b"XXXX" + built[start + 64 :], "report.docx")
    assert {issue.rule for issue in found} >= {"valid.zip"}
    assert any("word/footnotes.xml is damaged" in issue.message for issue in found)


def test_names_outside_the_file_and_names_twice_are_told(parts: dict[str, bytes]) -> None:
    for name in ("../evil.xml", "/etc/passwd", "C:\\evil.xml", "word/../../a.xml"):
        assert _rules(_zipped(parts, (name, b"x"))) == {"valid.part-name"}
    again = ("word/Styles.xml", parts["word/styles.xml"])
    assert _rules(_zipped(parts, again)) >= {"valid.part-name"}


def test_a_part_that_is_encrypted_is_told(built: bytes) -> None:
    data = bytearray(built)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "valid.zip" in _rules(bytes(data))


def test_bytes_before_the_zip_and_a_note_in_it_are_told(built: bytes) -> None:
    assert _rules(b"#!/bin/sh\n" + built) == {"valid.zip"}
    note = b"packed by ann"
    assert built.endswith(b"\0\0")
    (found,) = find_faults(built[:-2] + bytes([len(note), 0]) + note, "report.docx")
    assert (found.rule, found.message) == (
        "valid.part-unused",
        "the zip has the note 'packed by ann'",
    )


def test_names_with_backslashes_are_told_once_and_nothing_else_is(parts: dict[str, bytes]) -> None:
    slashed = {name.replace("/", "\\"): data for name, data in parts.items()}
    (found,) = find_faults(_zipped(slashed), "report.docx")
    assert found.rule == "valid.part-name"
    assert "have a backslash for a slash" in found.message


def test_of_a_part_that_cannot_be_read_it_is_not_said_that_it_is_missing(built: bytes) -> None:
    data = bytearray(built)
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/styles.xml"))
    data[at + 8] |= 1
    assert _rules(bytes(data)) == {"valid.zip"}


def test_what_unpacks_to_far_more_than_it_is_is_not_unpacked(parts: dict[str, bytes]) -> None:
    assert _rules(_zipped(parts, ("word/a.xml", b" " * 3_000_000))) == {"valid.zip-size"}
    many = [(f"word/{number}.xml", b"") for number in range(5_001)]
    assert _rules(_zipped(parts, *many)) == {"valid.zip-size"}


def _zipped(parts: dict[str, bytes], *more: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [*parts.items(), *more]:
            archive.writestr(name, data)
    return out.getvalue()


# ---------------------------------------------------------------- XML
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_a_document_type_is_found_in_any_encoding_and_never_parsed(
    parts: dict[str, bytes], encoding: str
) -> None:
    bomb = '<?xml version="1.0"?><!-- <a --><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    parts = parts | {"customXml/item1.xml": bomb.encode(encoding)}
    assert _rules(_zipped(parts)) == {"valid.entities"}


def test_a_document_type_in_kept_text_is_none(parts: dict[str, bytes]) -> None:
    said = b"<a><![CDATA[<!DOCTYPE html>]]></a>"
    assert _rules(_zipped(parts | {"customXml/item1.xml": said})) == set()


def test_xml_that_is_nested_without_end_is_told_as_damaged(parts: dict[str, bytes]) -> None:
    deep = b"<a>" * 5_000 + b"</a>" * 5_000
    assert _rules(_zipped(parts | {"customXml/item1.xml": deep})) == {"valid.xml"}


def test_what_stands_twice_for_older_programs_counts_once(parts: dict[str, bytes]) -> None:
    mark = '<w:bookmarkStart w:id="900" w:name="z"/><w:bookmarkEnd w:id="900"/>'
    said = f"<w:r><w:t>a</w:t></w:r>{mark}"
    twice = (
        f'<mc:AlternateContent {declared("mc")} xmlns:wps="urn:shapes"><mc:Choice Requires="wps">'
        f"{said}</mc:Choice><mc:Fallback>{said}</mc:Fallback></mc:AlternateContent>"
    )
    assert _rules(broken(parts, words(twice))) == set()


# ---------------------------------------------------------------- places
def test_a_fault_has_the_heading_the_number_and_the_words(parts: dict[str, bytes]) -> None:
    def breaks(kept: dict[str, bytes]) -> None:
        text = kept["word/document.xml"].decode()
        old = '<w:t xml:space="preserve"> social workers replied'
        assert old in text
        link = '<w:t xml:space="preserve"> of them</w:t></w:r><w:hyperlink w:anchor="_gone"/><w:r>'
        kept["word/document.xml"] = text.replace(old, link + old, 1).encode()

    (found,) = find_faults(broken(parts, breaks), "report.docx")
    assert found.rule == "valid.link-target"
    assert (found.where.heading, found.where.paragraph) == ("What staff said", "3.1")
    assert "social workers replied" in found.where.words
    assert found.where.path == "word/document.xml"


def test_a_picture_whose_file_is_gone_is_placed_where_it_should_stand(
    parts: dict[str, bytes],
) -> None:
    blip = '<a:blip r:embed="rX"/>'
    data = broken(parts, both(relate("image", "media/none.png"), words(drawing(blip))))
    (found,) = [one for one in find_faults(data, "report.docx") if "none.png" in one.message]
    assert (found.rule, found.where.path) == ("valid.relationship", "word/document.xml")
    assert found.where.heading


def test_a_style_without_an_id_is_based_on_itself_by_no_detour(parts: dict[str, bytes]) -> None:
    def breaks(kept: dict[str, bytes]) -> None:
        styles = kept["word/styles.xml"].decode()
        kept["word/styles.xml"] = styles.replace(' w:styleId="Heading1"', "", 1).encode()

    assert "valid.style-missing" in _rules(broken(parts, breaks))
    assert "valid.style-loop" not in _rules(broken(parts, breaks))


def test_a_fault_of_a_chart_is_placed_where_the_chart_stands(parts: dict[str, bytes]) -> None:
    _, how = MUTATIONS["a figure that the workbook has not"]
    (found,) = find_faults(broken(parts, how), "report.docx")
    assert found.message == "the chart 'Workloads move' shows 83 where B2 of its workbook has 38"
    assert (found.where.heading, found.where.words) == ("Workload", "Workloads move")


def test_a_fault_of_a_note_is_placed_where_its_mark_stands(parts: dict[str, bytes]) -> None:
    def breaks(kept: dict[str, bytes]) -> None:
        text = kept["word/footnotes.xml"].decode()
        mark = '<w:bookmarkStart w:id="900" w:name="z"/>'
        kept["word/footnotes.xml"] = text.replace("</w:p></w:footnote></w:footnotes>",
            f"{mark}</w:p></w:footnote></w:footnotes>").encode()  # fmt: skip

    (found,) = find_faults(broken(parts, breaks), "report.docx")
    assert (found.rule, found.where.heading) == ("valid.bookmark-half", "Background")
    assert "As agreed in February." in found.where.words


def test_styles_based_on_one_that_is_missing_are_told_together(parts: dict[str, bytes]) -> None:
    def breaks(kept: dict[str, bytes]) -> None:
        made = '<w:style w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="Gone"/></w:style>'
        new = "".join(made.format(f"x{number}") for number in range(3))
        styles = kept["word/styles.xml"].decode()
        kept["word/styles.xml"] = styles.replace("</w:styles>", f"{new}</w:styles>").encode()

    (found,) = find_faults(broken(parts, breaks), "report.docx")
    said = "the style 'x0' is based on 'Gone', which is not there (and so are 2 more)"
    assert (found.rule, found.message) == ("valid.style-base", said)


def test_words_of_a_box_that_was_deleted_are_written_as_those_of_the_text(
    parts: dict[str, bytes],
) -> None:
    box = f"<w:pict><w:txbxContent><w:p>{text('a')}</w:p></w:txbxContent></w:pict>"
    by = 'w:author="Ann" w:date="2023-02-16T09:00:00Z"'
    gone = f'<w:del w:id="801" {by}><w:r>{box}</w:r></w:del>'
    moved = f'<w:moveFrom w:id="802" {by}><w:r><w:delText>a</w:delText></w:r></w:moveFrom>'
    assert _rules(broken(parts, words(gone + moved))) == set()


def test_what_is_wrong_in_many_places_is_told_once_with_how_often(parts: dict[str, bytes]) -> None:
    gone = '<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{}</w:p>'.format
    (found,) = find_faults(broken(parts, body("".join(map(gone, map(text, "abc"))))), "r.docx")
    assert found.message == "the paragraph style 'Gone' is not in the file (and 2 more times)"
    assert found.where.words == "a"
