"""Tables: header row, rows, merged and blank cells, titles."""

from __future__ import annotations

from dataclasses import replace

from generator.checks.accessible.table_checks import check_blank_cells, check_tables
from generator.model.release.paper import Paper, PaperCell
from tests.checks.papers import issues, paper, read, table, told
from tests.word.reading.packages import paragraph, run

ROWS = [["Team", "Replies"], ["Duty", "4"]]


def test_a_good_table_is_none() -> None:
    assert not told(check_tables, table(ROWS))
    assert not told(check_blank_cells, table(ROWS))


def test_a_first_row_that_is_no_header_is_found_by_its_caption() -> None:
    (issue,) = issues(check_tables, table(ROWS, header=False))
    assert (issue.rule, issue.where.words) == ("accessible.table-header", "Team")
    assert "'Replies by team' has no row marked" in issue.message


def test_a_grid_of_labels_needs_no_header_row() -> None:
    rows = [["Report title", "Health check"], ["Wards affected", "All"]]
    assert not told(check_tables, table(rows, header=False, bold=lambda _, column: column == 0))


def test_rows_that_may_be_split_are_found() -> None:
    assert told(check_tables, table(ROWS, whole=False)) == [("table-row-split", "Team")]


def test_a_table_without_caption_or_title_is_found() -> None:
    assert told(check_tables, table(ROWS, uncaptioned=True)) == [("table-title", "Team")]
    assert not told(check_tables, table(ROWS, uncaptioned=True, title="Replies"))


def _cells(made: Paper, *cells: PaperCell) -> Paper:
    one = made.tables[0]
    rows = (one.rows[0], replace(one.rows[1], cells=cells))
    return replace(made, tables=(replace(one, rows=rows),))


def test_merged_cells_are_found() -> None:
    merged = _cells(table(ROWS), PaperCell(0, 2, texts=(3,)))
    (issue,) = issues(check_tables, merged)
    assert issue.rule == "accessible.table-merged"
    assert "in row 2: 'Duty'" in issue.message


def test_a_blank_cell_is_found_with_its_row_and_column() -> None:
    (issue,) = issues(check_blank_cells, table([*ROWS, ["Court", ""]]))
    assert (issue.rule, issue.where.words) == ("accessible.table-blank", "Court")
    assert "row 3, column 2" in issue.message


def test_a_table_in_a_cell_is_found() -> None:
    def cell(inner: str) -> str:
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>{inner}</w:tc></w:tr>"

    inner = f"<w:tbl>{cell(paragraph(run('inner')))}</w:tbl>"
    outer = f"<w:tbl>{cell(inner + paragraph(run('outer')))}{cell(paragraph(run('b')))}</w:tbl>"
    assert ("table-nested", "inner") in told(check_tables, read(outer))


def test_one_cell_alone_is_layout() -> None:
    assert told(check_tables, table([["Note well"]])) == [("table-layout", "Note well")]
    assert not told(check_tables, paper())
