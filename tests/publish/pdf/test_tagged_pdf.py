"""The tagged PDF of a report, looked at with a library that did not make it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.publish import libreoffice
from generator.publish.pdf.tagged_pdf import to_pdf
from generator.word.paper.read_paper import read_paper
from tests.small import NAME
from tests.word.reading.packages import paragraph, run, word_file

pytestmark = pytest.mark.skipif(
    libreoffice.libreoffice() is None, reason="LibreOffice is not installed"
)
_KINDS = """Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2
H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
Link Annot Ruby Warichu Figure Formula Form"""
STANDARD = {f"/{kind}" for kind in re.findall(r"\w+", _KINDS)}


@pytest.fixture(scope="module")
def word(pristine: Path) -> bytes:
    return (pristine / "output" / NAME / f"{NAME}.docx").read_bytes()


@pytest.fixture(scope="module")
def pdf(word: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(to_pdf(word)))


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def _tree(pdf: PdfReader) -> list[Any]:
    return list(_elements(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]))


def _scope(cell: Any) -> str:
    said = cell.get("/A")
    listed = said if isinstance(said, list) else [said] if said is not None else []
    scopes = [one.get_object().get("/Scope") for one in listed]
    return next((str(one) for one in scopes if one), "")


def test_every_figure_has_the_alternative_text_of_its_chart(pdf: PdfReader, word: bytes) -> None:
    figures = [one for one in _tree(pdf) if one["/S"] == "/Figure"]
    wanted = [one.alternative for one in read_paper(word, "").drawings if not one.decorative]
    assert [str(one.get("/Alt")) for one in figures] == wanted
    assert len(wanted) > 1


def test_an_equation_says_what_stands_in_it() -> None:
    math = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    made = to_pdf(word_file(paragraph(run("Where ") + math)))
    found = [one for one in _tree(PdfReader(io.BytesIO(made))) if one["/S"] == "/Formula"]
    assert [str(one["/Alt"]) for one in found] == ["x=1"]


def test_header_cells_say_what_they_are_headers_of(pdf: PdfReader) -> None:
    cells = [one for one in _tree(pdf) if one["/S"] == "/TH"]
    assert {_scope(one) for one in cells} == {"/Column", "/Row"}


def test_captions_stand_in_their_tables(pdf: PdfReader) -> None:
    tree = _tree(pdf)
    captions = [one for one in tree if one["/S"] == "/Caption"]
    assert captions
    for caption in captions:
        table = caption["/P"].get_object()
        assert table["/S"] == "/Table"
        assert table["/K"][0].get_object() == caption


def test_every_element_is_of_a_kind_that_readers_know(pdf: PdfReader) -> None:
    roles = pdf.trailer["/Root"]["/StructTreeRoot"].get("/RoleMap", {})
    for kind in {str(one["/S"]) for one in _tree(pdf)}:
        while kind in roles:
            kind = str(roles[kind])
        assert kind in STANDARD


def test_no_kind_that_readers_know_means_another(pdf: PdfReader) -> None:
    roles = pdf.trailer["/Root"]["/StructTreeRoot"].get("/RoleMap", {})
    assert not STANDARD & set(roles)


def test_every_element_hangs_where_it_says(pdf: PdfReader) -> None:
    for one in _tree(pdf):
        kids = one.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, dict) and "/S" in kid:
                assert kid["/P"].get_object() == one


def test_title_language_and_conformance_are_told(pdf: PdfReader) -> None:
    root = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en-GB", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "Staff check 2022" in metadata
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Staff check 2022"


def test_pages_are_walked_through_in_the_order_of_the_text(pdf: PdfReader) -> None:
    assert {str(page["/Tabs"]) for page in pdf.pages} == {"/S"}


def test_notes_have_identifiers_of_their_own(pdf: PdfReader) -> None:
    notes = [str(one.get("/ID")) for one in _tree(pdf) if one["/S"] == "/Note"]
    assert notes
    assert len(set(notes)) == len(notes)


def test_the_same_report_gives_the_same_bytes_without_the_time_of_day(word: bytes) -> None:
    first = to_pdf(word)
    assert first == to_pdf(word)
    created = PdfReader(io.BytesIO(first)).metadata
    assert created is not None
    assert created.get("/CreationDate") == "D:20230307000000Z"


def test_every_link_is_told_as_one(pdf: PdfReader) -> None:
    tagged = [one for one in _tree(pdf) if one["/S"] == "/Link"]
    annotations = [
        one.idnum for page in pdf.pages for one in page.get("/Annots", []) if one is not None
    ]
    held = [
        kid.get_object()["/Obj"].indirect_reference.idnum
        for link in tagged
        for kid in (link["/K"] if isinstance(link["/K"], list) else [link["/K"]])
        if isinstance(kid.get_object(), dict) and kid.get_object().get("/Type") == "/OBJR"
    ]
    assert annotations
    assert sorted(held) == sorted(annotations)


def test_an_independent_checker_finds_nothing_against_pdf_ua(word: bytes) -> None:
    checker = pytest.importorskip("page", reason="page-validation is not installed")
    report = checker.validate_pdf_bytes(to_pdf(word), profile="ua1")
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []
    assert report.rules.total > 100
