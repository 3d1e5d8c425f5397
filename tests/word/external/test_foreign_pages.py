"""Pages of another document that lie on their side, and what is too wide for the report's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm
from lxml import etree

from generator.model.document import Document, External, Section

from ..samples import body, document, find, numbered, render, section, shown, w
from ..semantics import findings
from .test_place import png

Fill = Callable[[DocxDocument], None]


def turn(theirs: DocxDocument, landscape: bool) -> None:
    new = theirs.add_section(WD_SECTION.NEW_PAGE)
    new.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    new.page_width, new.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))


@pytest.fixture
def placed(tmp_path: Path) -> Callable[..., dict[str, bytes]]:
    """The parts of a report with a document made by python-docx as its appendix."""

    def place(fill: Fill, landscape: bool = False) -> dict[str, bytes]:
        theirs = docx.Document()
        fill(theirs)
        path = tmp_path / "plan.docx"
        theirs.save(str(path))
        return render(report(path, landscape))

    return place


def report(path: Path, landscape: bool) -> Document:
    plan = Section(
        "plan",
        "appendix",
        "Action plan",
        (External(str(path)),),
        label="Appendix 1",
        landscape=landscape,
    )
    return document(section("a", numbered("1.1", "x"), numbered=True), plan)


def lying(root: etree._Element) -> list[tuple[str, list[str]]]:
    """For each stretch of pages how it lies, and its texts."""
    stretches, texts = [], []
    for node in root.iter(w("p"), w("sectPr")):
        if node.tag == w("p"):
            texts.append(shown(node))
            if node.find(f"{w('pPr')}/{w('sectPr')}") is None:
                continue
        section_ = node if node.tag == w("sectPr") else node.find(f"{w('pPr')}/{w('sectPr')}")
        if node.tag == w("sectPr") and node.getparent().tag == w("pPr"):
            continue
        size = section_.find(w("pgSz"))
        stretches.append((size.get(w("orient"), "portrait"), [text for text in texts if text]))
        texts = []
    return stretches


def test_pages_that_lie_on_their_side_still_do(placed: Callable[..., dict[str, bytes]]) -> None:
    def fill(theirs: DocxDocument) -> None:
        theirs.add_paragraph("upright")
        turn(theirs, True)
        theirs.add_paragraph("wide")
        turn(theirs, False)
        theirs.add_paragraph("upright again")

    parts = placed(fill)
    stretches = lying(body(parts))
    assert [how for how, _ in stretches] == ["portrait", "landscape", "portrait"]
    assert [texts[-1] for _, texts in stretches] == ["upright", "wide", "upright again"]
    assert not find(body(parts), "//w:pageBreakBefore[../w:sectPr]")
    assert findings(parts) == []


def test_a_document_whose_first_pages_lie_on_their_side_takes_its_heading_along(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        first = theirs.sections[0]
        first.page_width, first.page_height = Cm(29.7), Cm(21)
        theirs.add_paragraph("wide")

    stretches = lying(body(placed(fill)))
    assert stretches[-1] == ("landscape", ["Appendix 1: Action plan", "wide"])


def test_an_appendix_that_the_report_turns_is_turned_whole(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        theirs.add_paragraph("upright")
        turn(theirs, True)
        theirs.add_paragraph("wide")

    root = body(placed(fill, landscape=True))
    assert lying(root)[-1] == ("landscape", ["Appendix 1: Action plan", "upright", "wide"])
    assert [shown(node) for node in find(root, "//w:p[w:pPr/w:pageBreakBefore]")] == ["wide"]


def test_their_headers_and_footers_stay_behind(placed: Callable[..., dict[str, bytes]]) -> None:
    def fill(theirs: DocxDocument) -> None:
        theirs.sections[0].header.paragraphs[0].text = "Confidential draft of the service"
        theirs.add_paragraph("text")
        turn(theirs, True)
        theirs.add_paragraph("wide")

    parts = placed(fill)
    assert not [name for name, data in parts.items() if b"Confidential draft" in data]


def test_a_table_and_a_picture_wider_than_the_text_shrink(
    placed: Callable[..., dict[str, bytes]], tmp_path: Path
) -> None:
    picture = tmp_path / "dot.png"
    picture.write_bytes(png())

    def fill(theirs: DocxDocument) -> None:
        table = theirs.add_table(1, 6)
        for column in table.columns:
            column.width = Cm(5)
        theirs.add_picture(str(picture), width=Cm(40))

    root = body(placed(fill))
    columns = [int(width) for width in find(root, "(//w:tbl)[last()]//w:gridCol/@w:w")]
    assert len(columns) == 6
    assert sum(columns) <= 9100
    (wide,) = find(root, "//*[local-name()='inline']/*[local-name()='extent']/@cx")
    assert int(wide) <= 9100 * 635


def test_a_table_that_fits_keeps_its_widths(placed: Callable[..., dict[str, bytes]]) -> None:
    def fill(theirs: DocxDocument) -> None:
        table = theirs.add_table(1, 2)
        for column in table.columns:
            column.width = Cm(5)

    root = body(placed(fill))
    assert find(root, "(//w:tbl)[last()]//w:gridCol/@w:w") == ["2835", "2835"]


def test_the_first_row_of_a_table_repeats_where_its_looks_say_that_it_heads_the_others(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        for name in ("Table Grid", "Normal Table"):
            table = theirs.add_table(2, 2, style=name)
            table.cell(0, 0).text = name
            look = table._tbl.tblPr.find(w("tblLook"))
            look.set(w("firstRow"), "1" if name == "Table Grid" else "0")

    root = body(placed(fill))
    assert [shown(cell) for cell in find(root, "//w:tr[w:trPr/w:tblHeader]/w:tc[1]")] == [
        "Table Grid"
    ]


def test_rows_stay_whole_unless_they_are_a_great_part_of_a_page(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        table = theirs.add_table(rows=3, cols=2)
        for place, text in enumerate(("Survey roofs", "Replace boilers. " * 8, "x " * 900)):
            table.cell(place, 0).text = text

    rows = find(body(placed(fill)), "//w:tbl[w:tblGrid][last()]/w:tr[.//w:t]")
    kept = {shown(row)[:7].strip(): bool(find(row, "w:trPr/w:cantSplit")) for row in rows[-3:]}
    assert kept == {"Survey": True, "Replace": True, "x x x x": False}
