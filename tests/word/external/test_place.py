"""A user's own .docx or .xlsx inside the report: lists, styles, notes and pictures kept right."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from lxml import etree

from generator.errors import InputProblems
from generator.model.document import Document, External, Footnote, Link, Section, Text
from generator.word.external import bounded_parts as reading
from generator.word.package.parts import Parts
from generator.word.package.zip_package import read_parts, write_package
from tests.work import at_most

from ..samples import (
    SCRUTINY,
    body,
    document,
    find,
    full_document,
    inlines,
    item,
    listed,
    numbered,
    para,
    render,
    rendered,
    section,
    shown,
    styled,
    w,
)
from ..semantics import counted_numbers, findings


def png() -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return len(data).to_bytes(4, "big") + whole + zlib.crc32(whole).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    pixel = zlib.compress(b"\x00\xff\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


@pytest.fixture
def placed(tmp_path: Path) -> Callable[[Callable[[DocxDocument], None]], dict[str, bytes]]:
    """The parts of a report with a numbered section, a list, and a document made by python-docx."""

    def place(fill: Callable[[DocxDocument], None]) -> dict[str, bytes]:
        theirs = docx.Document()
        fill(theirs)
        path = tmp_path / "plan.docx"
        theirs.save(str(path))
        return render(report(path))

    return place


def report(path: Path, sheet: str = "") -> Document:
    plan = Section(
        "plan", "appendix", "Action plan", (External(str(path), sheet),), label="Appendix 1"
    )
    note = Footnote((inlines("ours"),))
    return document(
        section("a", numbered("1.1", "x", note), listed("1.", "one", "two"), numbered=True),
        plan,
        section("b", numbered("2.1", "y"), listed("1.", "uno", "due"), numbered=True),
    )


def test_text_and_tables_come_in_order_and_headings_go_down_a_level(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        theirs.add_heading("Plan", 1)
        theirs.add_paragraph("First & <second>.")
        theirs.add_table(rows=1, cols=2).cell(0, 0).text = "cell"
        theirs.add_heading("Detail", 2)

    parts = placed(fill)
    root = body(parts)
    assert findings(parts) == [] or findings(parts) == ["word/document.xml: an empty paragraph"]
    assert [shown(node) for node in styled(root, "Heading2")] == ["Plan"]
    assert [shown(node) for node in styled(root, "Heading3")] == ["Detail"]
    assert "First & <second>." in [shown(node) for node in root.iter(w("p"))]


def test_headings_under_a_title_go_down_by_two_levels(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        theirs.add_heading("Plan", 0)
        theirs.add_heading("What we will do", 1)
        theirs.add_heading("Detail", 2)
        theirs.add_heading("Smaller", 3)

    root = body(placed(fill))
    names = [[shown(node) for node in styled(root, f"Heading{level}")] for level in (2, 3, 4)]
    assert names == [["Plan"], ["What we will do"], ["Detail", "Smaller"]]


def test_their_headings_take_no_number_and_ours_go_on(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    parts = placed(lambda theirs: (theirs.add_heading("Plan", 1), None)[1])
    counted = [number for number, _ in counted_numbers(parts)]
    assert counted == ["1.0", "1.1", "1.", "2.", "2.0", "2.1", "1.", "2."]


@pytest.mark.parametrize("based", [False, True])
def test_their_list_styles_without_a_number_take_none_from_ours(
    placed: Callable[..., dict[str, bytes]], based: bool
) -> None:
    def fill(theirs: DocxDocument) -> None:
        style = theirs.styles["List Bullet"]
        properties = style.element.get_or_add_pPr()
        properties.remove(properties.find(w("numPr")))
        if based:
            own = theirs.styles.add_style("Their item", WD_STYLE_TYPE.PARAGRAPH)
            own.base_style, style = style, own
        theirs.add_paragraph("plain", style=style)

    assert "plain" not in [text for _, text in counted_numbers(placed(fill))]


def test_their_lists_count_for_themselves(placed: Callable[..., dict[str, bytes]]) -> None:
    def fill(theirs: DocxDocument) -> None:
        for text in ("alpha", "beta"):
            theirs.add_paragraph(text, style="List Number")
        theirs.add_paragraph("dot", style="List Bullet")

    counted = [
        pair for pair in counted_numbers(placed(fill)) if pair[1] in ("alpha", "beta", "dot")
    ]
    assert [text for _, text in counted] == ["alpha", "beta", "dot"]
    assert [number for number, _ in counted][:2] == ["1.", "2."]


def test_a_style_the_report_does_not_have_comes_along_and_others_are_the_reports(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        special = theirs.styles.add_style("Risk Note", 1)
        special.font.size = Pt(13)
        theirs.styles["Quote"].font.size = Pt(30)
        theirs.add_paragraph("special", style="Risk Note")
        theirs.add_paragraph("quoted", style="Quote")

    parts = placed(fill)
    styles = etree.fromstring(parts["word/styles.xml"])
    assert find(styles, "//w:style[w:name/@w:val='Risk Note']/w:rPr/w:sz/@w:val") == ["26"]
    assert not find(styles, "//w:style[w:name/@w:val='Quote']/w:rPr/w:sz")
    assert len(find(styles, "//w:style[w:name/@w:val='Quote']")) == 1


def test_pictures_come_with_their_file(
    placed: Callable[..., dict[str, bytes]], tmp_path: Path
) -> None:
    picture = tmp_path / "dot.png"
    picture.write_bytes(png())
    parts = placed(lambda theirs: (theirs.add_picture(str(picture)), None)[1])
    (name,) = (name for name in parts if name.endswith(".png"))
    assert parts[name] == png()
    assert not [each for each in findings(parts) if "empty paragraph" not in each]


def test_tracked_changes_are_accepted_and_comments_left_out(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        made = theirs.add_paragraph("kept ")
        for tag, inner, text in (("ins", "t", "added "), ("del", "delText", "removed ")):
            change = made._p.makeelement(w(tag), {w("id"): "5", w("author"): "A"})
            run = change.makeelement(w("r"))
            written = run.makeelement(w(inner))
            written.text = text
            run.append(written)
            change.append(run)
            made._p.append(change)
        theirs.add_comment(made.runs, text="why?", author="A")

    parts = placed(fill)
    texts = [shown(node) for node in body(parts).iter(w("p"))]
    assert "kept added " in texts
    for gone in (b"w:ins ", b"w:del ", b"removed", b"comment"):
        assert gone not in parts["word/document.xml"]
    assert not find(body(parts), "//w:sdt//@*[starts-with(local-name(), 'rsid')]")


def test_hidden_text_and_rows_are_left_out(placed: Callable[..., dict[str, bytes]]) -> None:
    def fill(theirs: DocxDocument) -> None:
        made = theirs.add_paragraph("shown ")
        made.add_run("secret").font.hidden = True
        made.add_run("again").font.hidden = False
        table = theirs.add_table(rows=2, cols=1)
        table.cell(0, 0).text, table.cell(1, 0).text = "head", "secret"
        properties = table.rows[1]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(w("hidden")))

    parts = placed(fill)
    assert "shown again" in [shown(node) for node in body(parts).iter(w("p"))]
    assert b"secret" not in parts["word/document.xml"]


def test_a_link_in_a_footnote_leads_where_it_did_even_without_footnotes_of_the_report(
    tmp_path: Path,
) -> None:
    there = Footnote(((Link("https://example.org/", (Text("there"),)),),))
    source = document(section("a", numbered("1.1", "x", there), numbered=True))
    path = tmp_path / "plan.docx"
    path.write_bytes(rendered(source))
    bare = report(path)
    bare = replace(bare, sections=bare.sections[1:2])
    parts = render(bare)
    assert findings(parts) == []
    assert b"https://example.org/" in parts["word/_rels/footnotes.xml.rels"]


def test_empty_paragraphs_go_and_a_page_break_moves_to_the_next_paragraph(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    def fill(theirs: DocxDocument) -> None:
        theirs.add_paragraph("before")
        theirs.add_paragraph("")
        theirs.add_page_break()
        theirs.add_paragraph("after")

    root = body(placed(fill))
    assert [shown(node) for node in find(root, "//w:p[w:pPr/w:pageBreakBefore]")] == ["after"]
    assert all(shown(node) for node in root.iter(w("p")))


def test_a_whole_report_fits_into_another(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(rendered(full_document()))
    parts = render(report(path))
    assert [each for each in findings(parts) if "empty paragraph" not in each] == []
    text = " ".join(shown(node) for node in body(parts).iter(w("p")))
    for wanted in ("Why & wherefore", "see Figure 1 and tables 1", "Table 1: Agreement by year"):
        assert wanted in text
    notes = etree.fromstring(parts["word/footnotes.xml"])
    assert [shown(node).strip() for node in notes][2:] == ["ours", "The first note, with a link"]
    assert sum(1 for name in parts if name.startswith("word/charts/")) >= 3
    counted = [number for number, _ in counted_numbers(parts)]
    assert counted[-4:] == ["2.0", "2.1", "1.", "2."]
    codes = [node.text.split()[0] for node in find(body(parts), "//w:instrText")]
    assert codes == ["SEQ"]


def test_two_documents_in_one_report_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(rendered(full_document()))
    once = report(path)
    again = replace(once.sections[1], key="plan-2", label="Appendix 2")
    parts = render(replace(once, sections=(*once.sections, again)))
    assert [each for each in findings(parts) if "empty paragraph" not in each] == []


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(rendered(full_document()))
    assert rendered(report(path)) == rendered(report(path))


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("plan.docx", b"not a zip", "plan.docx: cannot be placed in the report: it is not a whole"),
        ("plan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "password"),
        ("plan.docx", write_package({"[Content_Types].xml": b"<Types/>"}), "not a Word document"),
        ("plan.docx", None, "cannot be read"),
        ("plan.xlsx", b"not a zip", "cannot be read: it is not a whole"),
    ],
)
def test_a_file_that_cannot_be_placed_is_a_problem(
    tmp_path: Path, name: str, data: bytes | None, what: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputProblems, match=what):
        render(report(path))


def test_macros_are_refused(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    path = tmp_path / "plan.docx"
    path.write_bytes(write_package(parts))
    with pytest.raises(InputProblems, match="without macros"):
        render(report(path))


def test_strict_documents_are_told_how_to_be_saved(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    path = tmp_path / "plan.docx"
    path.write_bytes(write_package(parts))
    with pytest.raises(InputProblems, match="is Strict Open XML; save it as 'Word Document"):
        render(report(path))


# ---------------------------------------------------------------- workbooks
@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "figures.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Figures")
        per_cent, thousands = (
            book.add_format({"num_format": "0.0%"}),
            book.add_format({"num_format": "#,##0"}),
        )
        day = book.add_format({"num_format": "d mmm yyyy"})
        sheet.write(0, 0, "Vacancies by team")
        sheet.write_row(1, 0, ["Team", "Rate", "Budget", "From", "Open"])
        sheet.write(2, 0, "Duty & access")
        sheet.write(2, 1, 0.125, per_cent)
        sheet.write(2, 2, 1250000, thousands)
        sheet.write_datetime(2, 3, __import__("datetime").datetime(2023, 4, 1), day)
        sheet.write_boolean(2, 4, True)
        sheet.merge_range(3, 0, 4, 0, "Care")
        sheet.write(3, 1, 0.2, per_cent)
        sheet.write(4, 1, 0.3, per_cent)
        sheet.write(4, 2, 3.5)
        book.add_worksheet("Empty")
    return path


def test_a_sheet_becomes_a_table_as_excel_shows_it(workbook: Path) -> None:
    root = body(render(replace(report(workbook), front_matter=())))
    rows = [[shown(cell) for cell in find(row, "w:tc")] for row in find(root, "//w:tr")]
    assert rows == [
        ["Team", "Rate", "Budget", "From", "Open"],
        ["Duty & access", "12.5%", "1,250,000", "1 April 2023", "Yes"],
        ["Care", "20.0%", "-", "-", "-"],
        ["Care", "30.0%", "3.5", "-", "-"],
    ]
    assert "Vacancies by team" in [shown(node) for node in styled(root, "BodyText")]
    assert find(root, "//w:tblHeader")


@pytest.mark.parametrize(("months", "turned"), [(3, False), (11, True)])
def test_a_sheet_of_more_columns_than_an_upright_page_has_room_for_lies_on_its_side(
    tmp_path: Path, months: int, turned: bool
) -> None:
    path = tmp_path / "costs.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Cost centre", *[f"September {2010 + n}" for n in range(months)]])
        sheet.write_row(1, 0, ["Duty and access", *[12345.0 + n for n in range(months)]])
    root = body(render(replace(report(path), front_matter=())))
    lying = [size.get(w("orient"), "") for size in find(root, "//w:pgSz")]
    assert ("landscape" in lying) == turned
    assert lying[-1] == ""


def test_words_above_such_a_sheet_lie_on_its_page(tmp_path: Path) -> None:
    path = tmp_path / "costs.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Cost centre", *[f"September {2010 + n}" for n in range(11)]])
        sheet.write_row(1, 0, ["Duty and access", *[12345.0 + n for n in range(11)]])
    words, costs = para("Before inflation."), External(str(path))
    made = document(section("a", para("x")), section("b", words, costs, page_break=True))
    root = body(render(made))
    (said,) = [node for node in find(root, "//w:p") if shown(node) == "Before inflation."]
    assert [shown(node) for node in find(said, "preceding::w:p[w:pPr/w:sectPr]")] == ["x"]


@pytest.mark.parametrize(
    ("sheet", "what"),
    [("Figurs", "there is no sheet 'Figurs'; did you mean 'Figures'"), ("Empty", "has no table")],
)
def test_a_wrong_sheet_is_a_problem(workbook: Path, sheet: str, what: str) -> None:
    with pytest.raises(InputProblems, match=what):
        render(report(workbook, sheet))


def test_an_item_may_hold_a_list_after_a_foreign_document(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    docx.Document().save(str(path))
    made = report(path)
    after = section(
        "c", listed("1.", item("one", blocks=(listed("1.", "inner"),)), "two"), para("x")
    )
    counted = counted_numbers(render(replace(made, sections=(*made.sections, after))))
    assert [number for number, _ in counted][-3:] == ["1.", "1.", "2."]


def test_more_paragraphs_than_anybody_reads_are_refused(
    placed: Callable[..., dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 10)

    def fill(theirs: DocxDocument) -> None:
        for _ in range(11):
            theirs.add_paragraph("x")

    with pytest.raises(InputProblems, match="it has more than 10 paragraphs, which is the most"):
        placed(fill)


def test_more_runs_than_anybody_reads_are_refused(
    placed: Callable[..., dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_RUNS", 10)

    def fill(theirs: DocxDocument) -> None:
        paragraph = theirs.add_paragraph()
        for _ in range(11):
            paragraph.add_run("x")

    with pytest.raises(InputProblems, match="it has more than 10 runs, which is the most"):
        placed(fill)


def test_a_table_that_is_wider_than_word_opens_is_refused(
    placed: Callable[..., dict[str, bytes]],
) -> None:
    placed(lambda theirs: theirs.add_table(1, 63))
    with pytest.raises(InputProblems, match="it has a table of 64 columns, and Word opens none"):
        placed(lambda theirs: theirs.add_table(1, 64))


def test_the_work_of_links_grows_as_their_number() -> None:
    parts = Parts(write_package({"[Content_Types].xml": b"<Types/>"}))
    with at_most(calls=100_000):
        given = [parts.relate("a.xml", "hyperlink", f"https://x/{n}", True) for n in range(3_000)]
    assert len(set(given)) == 3_000
    assert parts.relate("a.xml", "hyperlink", "https://x/7", True) == given[7]
    parts.related("a.xml").pop(7)
    assert parts.relate("a.xml", "hyperlink", "https://x/7", True) not in given[:7] + given[8:]
