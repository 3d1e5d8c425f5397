"""What other programs write and the schema does not have is mended before it is placed."""

from __future__ import annotations

import itertools
from pathlib import Path

import docx
import pytest
from lxml import etree

from generator.word.external.mend import mend_definitions, mend_part, mend_story
from generator.word.package.elements import parse
from generator.word.package.zip_package import read_parts, write_package
from tests.corpus.appended import Outcome, append, can_validate, validated

NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "w10": "urn:schemas-microsoft-com:office:word",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    }.items()
)
SHAPE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/><wp:docPr id="{0}" name="x"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"><wps:wsp><wps:cNvPr id="{0}" name="y"/><wps:cNvSpPr/><wps:spPr/>'
    "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def mended(xml: str, root: str = "w:body") -> str:
    """What stands in the story once it is mended, without its declarations."""
    story = parse(f"<{root} {NAMES}>{xml}</{root}>".encode())
    mend_story(story, itertools.count(20_000))
    return inner(story)


def inner(root: etree._Element) -> str:
    etree.cleanup_namespaces(root)
    whole = etree.tostring(root, encoding="unicode")
    return "".join(part for part in whole.split(" xmlns:") if part).partition(">")[2]


def saved(folder: Path, xml: str, numbering: str = "") -> Path:
    """A .docx with this in its body. numbering: what begins each of its lists."""
    docx.Document().save(str(folder / "plan.docx"))
    parts = read_parts((folder / "plan.docx").read_bytes())
    parts["word/document.xml"] = (
        f'<w:document {NAMES} mc:Ignorable="w14 w15"><w:body>{xml}</w:body></w:document>'.encode()
    )
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {NAMES}>{numbering}</w:numbering>".encode()
    (folder / "plan.docx").write_bytes(write_package(parts))
    return folder / "plan.docx"


def test_numbers_are_whole_and_colours_are_those_of_the_schema() -> None:
    xml = (
        '<w:p><w:pPr><w:spacing w:before="x" w:after="1.5"/><w:ind w:left="10pt"/>'
        '<w:jc w:val="start"/></w:pPr><w:r><w:rPr><w:color w:val="red"/><w:w w:val="700"/>'
        '<w:sz w:val="21.5"/></w:rPr></w:r></w:p>'
    )
    made = mended(xml)
    for kept in ('w:after="2"', 'w:left="10pt"', '<w:jc w:val="left"', '"600"', '<w:sz w:val="22"'):
        assert kept in made
    assert "before" not in made
    assert "color" not in made
    assert 'w:val="FF0000"' in mended(
        '<w:p><w:r><w:rPr><w:color w:val="#FF0000"/></w:rPr></w:r></w:p>'
    )


def test_a_table_has_properties_a_grid_and_cells_that_end_in_a_paragraph() -> None:
    cell = '<w:tc><w:tcPr><w:tcW w:w="500"/><w:gridSpan w:val="2"/></w:tcPr></w:tc>'
    made = mended(f"<w:tbl><w:tr>{cell}<w:tc>{words('b')}</w:tc></w:tr><w:tr/></w:tbl>")
    assert made.startswith("<w:tbl><w:tblPr/><w:tblGrid>")
    assert made.count("<w:gridCol") == 3
    assert "</w:tcPr><w:p/></w:tc>" in made
    assert made.count("<w:tr>") == 1
    assert mended("<w:tbl><w:tblPr/><w:tr/></w:tbl>" + words("x")) == words("x") + "</w:body>"
    off = '<w:trPr><w:tblHeader w:val="0"/></w:trPr>'
    assert 'w:val="off"' in mended(f"<w:tbl><w:tr>{off}<w:tc>{words('a')}</w:tc></w:tr></w:tbl>")


def test_ids_of_drawings_are_unsigned_and_none_is_given_twice() -> None:
    made = mended("".join(SHAPE.format(number) for number in (4_294_967_296, -5, "x", 1, 1)))
    ids = [part.partition('"')[0] for part in made.split('docPr id="')[1:]]
    assert len(set(ids)) == 5
    assert all(number.isdecimal() for number in ids)
    assert "4294967296" not in made
    assert '"-5"' not in made


def test_unknown_vml_goes_and_equations_stand_in_a_paragraph_in_order() -> None:
    assert mended("<w:p><w:r><w:pict><v:shape><v:wrap/></v:shape></w:pict></w:r></w:p>") == (
        "<w:p><w:r><w:pict><v:shape/></w:pict></w:r></w:p></w:body>"
    )
    made = mended(
        "<m:oMathPara><m:oMath><m:d><m:dPr><m:endChr/><m:begChr/></m:dPr></m:d></m:oMath></m:oMathPara>"
    )
    assert made.startswith("<w:p><m:oMathPara>")
    assert "<m:begChr/><m:endChr/>" in made


def test_a_picture_in_a_line_keeps_nothing_free_at_its_sides() -> None:
    for said in ("", ' distL="114300"'):
        made = mended(f"<w:p><w:r><w:drawing><wp:inline{said}/></w:drawing></w:r></w:p>")
        assert 'distT="0"' in made
        assert 'distL="0"' in made
        assert "114300" not in made


def test_spaces_at_the_ends_of_a_text_are_said_to_count() -> None:
    assert 'xml:space="preserve"> </w:t>' in mended("<w:p><w:r><w:t> </w:t></w:r></w:p>")
    assert "preserve" not in mended("<w:p><w:r><w:t>\n  a\n</w:t></w:r></w:p>")


def test_lists_and_styles_hold_nothing_of_newer_word() -> None:
    xml = (
        '<w:abstractNum {0} w15:restartNumberingAfterBreak="0" w:abstractNumId="3">'
        '<w:lvl w:ilvl="0">'
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:rPr><w14:ligatures w14:val="none"/></w:rPr></w:lvl></w:abstractNum>'
    )
    root = parse(xml.format(NAMES).encode())
    mend_definitions(root)
    assert inner(root) == (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:rPr/></w:lvl></w:abstractNum>'
    )
    assert root.attrib.keys() == [f"{{{root.nsmap['w']}}}abstractNumId"]


def test_axes_of_a_chart_keep_one_number_without_a_sign() -> None:
    root = parse(
        f'<c:x {NAMES}><c:axId val="-2024549544"/><c:crossAx val="-2024549544"/></c:x>'.encode()
    )
    mend_part(root)
    assert {node.get("val") for node in root} == {str(-2024549544 % 2**31)}


ODD = {
    "comments": f"<!-- c -->{words('one')}<w:p><!-- d --><w:r><w:t>two</w:t></w:r></w:p><?pi x?>",
    "an inserted space": '<w:p><w:r><w:t>split</w:t></w:r><w:ins w:id="1" w:author="a"><w:r>'
    "<w:t> </w:t></w:r></w:ins><w:r><w:t>Paragraph</w:t></w:r></w:p>",
    "levels": "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>item</w:t></w:r></w:p>"
        for level in ("12", "-1", "x", "")
    ),
    "tables": f"<w:tbl><w:tr><w:tc>{words('a')}</w:tc><w:tc/></w:tr></w:tbl>{words('b')}"
    f"<w:tbl><w:tblGrid/><w:tblPr/><w:tr><w:tc>{words('c')}</w:tc></w:tr></w:tbl>",
    "drawings": "".join(SHAPE.format(number) for number in (4_294_967_296, -5, "x")) + words("d"),
    "equations": "<m:oMathPara><m:oMath><m:r><m:t>z</m:t></m:r></m:oMath></m:oMathPara><w:p>"
    '<m:oMath><m:d><m:dPr><m:endChr m:val="]"/><m:begChr m:val="["/></m:dPr><m:e/></m:d></m:oMath>'
    "</w:p>",
    "vml": '<w:p><w:r><w:pict><v:shape id="s" style="width:9pt"><v:wrap type="square"/></v:shape>'
    "</w:pict></w:r></w:p>",
}  # fmt: skip
LISTS = (
    '<w:abstractNum w15:restartNumberingAfterBreak="0" w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:lvlJc w:val="start"/></w:lvl><w:lvl w:ilvl="10"/><w:lvl w:ilvl="0"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"/>'
    '<w:lvlOverride w:ilvl="0"/></w:num>'
)


def placed(folder: Path, name: str) -> Outcome:
    return append(saved(folder, ODD[name], LISTS))


@pytest.mark.parametrize("name", ODD)
def test_an_odd_document_is_placed_with_all_its_words(tmp_path: Path, name: str) -> None:
    found = placed(tmp_path, name)
    assert found.made is not None, found.said
    assert (found.lost, found.semantic) == ((), ())


@pytest.mark.skipif(not can_validate(), reason="needs node and the Open XML SDK validator")
@pytest.mark.parametrize("name", ODD)
def test_the_open_xml_sdk_finds_nothing_in_it(tmp_path: Path, name: str) -> None:
    built = tmp_path / "built.docx"
    built.write_bytes(placed(tmp_path, name).made or b"")
    assert validated([built]) == {}


def test_styles_in_a_chain_without_end_are_damage_and_no_traceback(tmp_path: Path) -> None:
    path = saved(
        tmp_path, '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    parts = read_parts(path.read_bytes())
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
        f'<w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(3_000)
    )
    parts["word/styles.xml"] = f"<w:styles {NAMES}>{styles}</w:styles>".encode()
    path.write_bytes(write_package(parts))
    found = append(path)
    assert not found.crashed
    assert "is damaged (RecursionError" in found.said
