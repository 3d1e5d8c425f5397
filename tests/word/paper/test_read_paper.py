"""A Word file as the checks see it, whoever made it."""

from __future__ import annotations

from pathlib import Path

from generator.model.release.paper import Paper
from generator.word.paper.read_paper import read_paper
from tests.small import NAME
from tests.word.reading.packages import NUMBERING, deleted, inserted, paragraph, run, word_file


def _read(body: str, **parts: str) -> Paper:
    return read_paper(word_file(body, parts), "file.docx")


def test_numbers_are_counted_as_word_prints_them() -> None:
    numbered = paragraph(run("Cost."), style="Num")
    heading = paragraph(
        run("Money"), style="H1", more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    )
    letter = paragraph(
        run("one"), more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    )
    body = heading + numbered + letter + letter + numbered + heading + numbered
    begun = NUMBERING.replace("<w:numFmt", '<w:start w:val="1"/><w:numFmt')
    paper = _read(body, numbering=begun)
    told = [(text.kind, text.number, text.paragraph) for text in paper.texts]
    assert told == [
        ("heading", "1.0", "1.0"),
        ("paragraph", "1.1", "1.1"),
        ("item", "(a)", "1.1 (a)"),
        ("item", "(b)", "1.1 (b)"),
        ("paragraph", "1.2", "1.2"),
        ("heading", "2.0", "2.0"),
        ("paragraph", "2.1", "2.1"),
    ]


def test_a_field_that_does_not_end_hides_no_words_of_another_story() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    paper = _read(paragraph(begun), header=paragraph(run("Eastmere Council")))
    assert [text.text for text in paper.texts] == ["", "Eastmere Council"]


def test_looks_come_from_defaults_styles_and_the_run_itself() -> None:
    styles = """
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="24"/>
      <w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/>
      <w:rPr><w:color w:val="c00000"/><w:sz w:val="20"/></w:rPr></w:style>"""
    own = '<w:b/><w:highlight w:val="yellow"/>'
    paper = _read(paragraph(run("plain ") + run("loud", own), style="Note"), styles=styles)
    plain, loud = (one.look for one in paper.texts[0].runs)
    assert (plain.font, plain.size, plain.colour, plain.bold) == ("Arial", 10.0, "C00000", False)
    assert (loud.bold, loud.fill, loud.size, loud.language) == (True, "FFFF00", 10.0, "en-GB")
    assert paper.language == "en-GB"


def test_what_tracked_changes_took_away_is_no_text_but_is_told() -> None:
    paper = _read(paragraph(run("It costs ") + deleted("£5") + inserted("£6") + run(".")))
    assert [text.text for text in paper.texts] == ["It costs £6."]
    told = [(one.kind, one.author, one.words, one.text) for one in paper.revisions]
    assert told == [("del", "Finance", "£5", 0), ("ins", "Finance", "£6", 0)]


def test_cells_say_where_they_stand_and_rows_whether_they_are_headers() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(run(text))}</w:tc>"

    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Year')}{cell('Count')}</w:tr>"
    span = '<w:gridSpan w:val="2"/>'
    wide = f"<w:tr>{cell('None', span)}</w:tr>"
    body = f"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{head}{wide}</w:tbl>"
    table = _read(body + paragraph(run("After"))).tables[0]
    assert [row.header for row in table.rows] == [True, False]
    assert [(cell.column, cell.span, cell.texts) for cell in table.rows[1].cells] == [(0, 2, (2,))]
    assert table.columns == 2


def test_a_fields_result_knows_its_instruction_and_a_link_its_address() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        r"<w:r><w:instrText> REF _ref_pay \h </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("3.5")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    linked = f'<w:hyperlink r:id="l1">{run("the survey")}</w:hyperlink>'
    data = word_file(paragraph(run("See ") + field + linked), links={"l1": "https://a.example"})
    told = [(one.text, one.field, one.link) for one in read_paper(data, "f").texts[0].runs]
    assert told == [
        ("See ", "", ""),
        ("3.5", r"REF _ref_pay \h", ""),
        ("the survey", "", "https://a.example"),
    ]


def test_a_built_report_is_read_whole(pristine: Path) -> None:
    data = (pristine / "output" / NAME / f"{NAME}.docx").read_bytes()
    paper = read_paper(data, "check.docx")
    assert paper.draft
    assert paper.base is not None
    assert paper.properties["title"] == "Staff check 2022"
    assert paper.language == "en-GB"
    charts = [one.chart for one in paper.drawings if one.kind == "chart"]
    assert charts
    assert all(chart and chart.series and chart.workbook for chart in charts)
    assert all(one.alternative for one in paper.drawings)


def test_paragraphs_with_the_same_properties_differ_in_a_table() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:jc w:val="right"/>'
    item = paragraph(run("one"), more=listed)
    plain = paragraph(run("two"), more='<w:jc w:val="right"/>')
    cells = f"<w:tc>{item}</w:tc><w:tc>{plain}</w:tc>"
    table = f"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    begun = NUMBERING.replace("<w:numFmt", '<w:start w:val="1"/><w:numFmt')
    paper = _read(item + plain + table + item, numbering=begun)
    told = [(text.kind, text.number, text.column, text.alignment) for text in paper.texts]
    assert told == [
        ("item", "(a)", -1, "right"),
        ("paragraph", "", -1, "right"),
        ("item", "(b)", 0, "right"),
        ("paragraph", "", 1, "right"),
        ("item", "(c)", -1, "right"),
    ]


def test_runs_of_one_look_and_meaning_are_one() -> None:
    bold = run("b", "<w:b/>")
    paper = _read(paragraph(run("a") + run("c") + bold + bold + run("d")))
    assert [one.text for one in paper.texts[0].runs] == ["ac", "bb", "d"]
    assert paper.texts[0].text == "acbbd"
