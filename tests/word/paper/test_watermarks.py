"""Watermarks in headers, whatever they are called."""

from __future__ import annotations

import pytest

from generator.checks.accessible.drawing_checks import check_floating
from generator.checks.complete.residue_checks import check_draft_marks
from generator.model.release.paper import Paper
from generator.word.paper.read_paper import read_paper
from tests.checks.papers import told
from tests.word.reading.packages import paragraph, word_file

BODY = (
    f"{paragraph('<w:r><w:t>Words.</w:t></w:r>')}"
    '<w:sectPr><w:headerReference w:type="default" r:id="pheader"/></w:sectPr>'
)
WORDART = (
    "<wps:wsp xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>DRAFT</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
    "</wps:wsp>"
)


def _anchored(behind: str, high: int, inner: str = "<a:blip/>") -> str:
    return (
        f'<w:drawing><wp:anchor behindDoc="{behind}"><wp:extent cx="5400000" cy="{high * 36000}"/>'
        f'<wp:docPr id="4" name="Picture 4"/><a:graphic><a:graphicData>{inner}</a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing>"
    )


def _shape(style: str, inner: str = "<v:imagedata/>") -> str:
    return (
        '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Object 3" '
        f'style="position:absolute;{style}">{inner}</v:shape></w:pict>'
    )


def _paper(drawn: str) -> Paper:
    header = {"header": paragraph(f"<w:r>{drawn}</w:r>")}
    return read_paper(word_file(BODY, header), "a.docx")


@pytest.mark.parametrize(
    "drawn",
    [
        _anchored("1", 90),
        _anchored("true", 90, WORDART),
        _shape("width:400pt;height:200pt;z-index:-251658752"),
        _shape("width:40cm;height: 9.5cm;z-index:-2"),
        _shape("width:9pt;height:9pt", '<v:textpath string="Version 2"/>'),
    ],
)
def test_what_lies_behind_the_pages_is_a_watermark(drawn: str) -> None:
    assert [rule for rule, _ in told(check_floating, _paper(drawn))] == ["watermark"]


@pytest.mark.parametrize(
    "drawn",
    [
        _anchored("0", 90),
        _anchored("1", 22),
        _shape("width:90pt;height:60pt;z-index:-251658752"),
        _shape("width:400pt;height:200pt;z-index:251658752"),
    ],
)
def test_a_crest_in_the_header_is_none(drawn: str) -> None:
    assert not told(check_floating, _paper(drawn))


OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
STAMP = (
    "<pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:nvPicPr>"
    "<pic:cNvPr id='0' name='{}'/></pic:nvPicPr></pic:pic>"
)


@pytest.mark.parametrize(
    "drawn",
    [
        _shape("height:9pt", '<v:textpath string="DRAFT"/>'),
        _anchored("1", 90, WORDART),
        _anchored("1", 90, STAMP.format("confidential-draft-2.png")),
        _anchored("0", 90, STAMP.format("Draft stamp.png")),
        _shape("height:9pt", f'<v:imagedata {OFFICE} o:title="DRAFT"/>'),
    ],
)
def test_a_watermark_that_says_draft_is_told_in_a_final(drawn: str) -> None:
    assert told(check_draft_marks, _paper(drawn)) == [("awaited", "DRAFT")]


@pytest.mark.parametrize("name", ["Picture 1", "draft-budget.png", "Draft budget by year.png"])
def test_a_picture_of_a_draft_of_something_else_is_no_mark(name: str) -> None:
    assert told(check_draft_marks, _paper(_anchored("0", 90, STAMP.format(name)))) == []
