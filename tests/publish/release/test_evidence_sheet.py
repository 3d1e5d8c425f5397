"""The workbook of evidence, read back."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from generator.model.release.evidence_tables import Evidence, EvidenceColumn, EvidenceTable
from generator.publish.release.evidence_sheet import evidence_workbook, is_evidence

FIGURES = EvidenceTable(
    "Figures",
    "Figures as printed",
    (EvidenceColumn("Printed", "as it reads"), EvidenceColumn("Base", "how many")),
    (("67%", 94), ("=cmd|' /C calc'!A0", ""), ("[c]", "")),
)
NONE = EvidenceTable("Withheld", "What is withheld", FIGURES.columns, ())
EVIDENCE = Evidence("check", "Staff check", ("Internal.",), (FIGURES, NONE))


def test_each_sheet_is_one_table_under_its_heading_without_blank_or_merged_cells() -> None:
    book = load_workbook(BytesIO(evidence_workbook(EVIDENCE)))
    assert book.sheetnames == ["Cover", "Notes", "Figures"]
    sheet = book["Figures"]
    assert sheet["A1"].value == "Figures as printed"
    assert [[cell.value for cell in row] for row in sheet["A3:B6"]] == [
        ["Printed", "Base"],
        ["67%", 94],
        ["=cmd|' /C calc'!A0", "[z]"],
        ["[c]", "[z]"],
    ]
    assert (sheet.freeze_panes, list(sheet.tables)) == ("B4", ["Figures"])
    assert sheet.tables["Figures"].ref == "A3:B6"
    assert not [one for one in book if one.merged_cells.ranges]


def test_what_begins_as_a_formula_is_text() -> None:
    sheet = load_workbook(BytesIO(evidence_workbook(EVIDENCE)))["Figures"]
    assert sheet["A5"].data_type == "s"
    assert sheet["A5"].quotePrefix


def test_the_cover_lists_the_sheets_and_says_which_tables_are_empty() -> None:
    cover = load_workbook(BytesIO(evidence_workbook(EVIDENCE)))["Cover"]
    told = {row[0].value: row[1].value for row in cover.iter_rows()}
    assert "Internal." in told
    assert told["Figures"] == "Figures as printed"
    assert told["Withheld"] == "What is withheld: there are none"
    links = [cell.hyperlink.location for row in cover for cell in row if cell.hyperlink]
    assert links == ["'Notes'!A1", "'Figures'!A1"]


def test_marks_and_columns_are_explained() -> None:
    notes = load_workbook(BytesIO(evidence_workbook(EVIDENCE)))["Notes"]
    told = [[cell.value for cell in row] for row in notes.iter_rows(min_row=4)]
    assert {"[c]", "[z]"} <= {row[1] for row in told}
    assert ["Figures", "Base", "how many"] in told


def test_the_same_evidence_gives_the_same_bytes_and_tells_no_clock_and_no_user() -> None:
    data = evidence_workbook(EVIDENCE)
    assert data == evidence_workbook(EVIDENCE)
    properties = load_workbook(BytesIO(data)).properties
    assert (properties.creator or "", properties.created.year) == ("", 2000)


def test_such_a_workbook_is_known_from_others() -> None:
    assert is_evidence(evidence_workbook(EVIDENCE))
    assert not is_evidence(b"something else")
