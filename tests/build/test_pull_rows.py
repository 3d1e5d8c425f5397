"""Rows of written tables, and entries of lists, put in and taken out in Word and pulled."""

from __future__ import annotations

from pathlib import Path

from tests import edits, small
from tests.build.test_pull import NARRATIVE, REPORT, Edit, pulled, text
from tests.conftest import Committee

TABLE = """\
| Unit | Posts |
| --- | --- |
| North | twelve |
| South | nine |
"""


def _with_table(workspace: Path, committee: Committee) -> None:
    path = workspace / NARRATIVE
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace("> A quotation.\n", f"{TABLE}\nTable: Posts\n"), encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0


def test_a_row_put_in_below_the_headings_stands_below_their_rule(
    workspace: Path, committee: Committee
) -> None:
    _with_table(workspace, committee)
    added: Edit = lambda d: edits.add_row(d, "Unit", ["East", "a | b"])  # noqa: E731
    assert pulled(workspace, committee, added)[0] == 0
    assert "| --- | --- |\n| East | a \\| b |\n| North |" in text(workspace, NARRATIVE)


def test_a_row_of_headings_is_not_taken_out(workspace: Path, committee: Committee) -> None:
    _with_table(workspace, committee)
    code, account = pulled(workspace, committee, lambda d: edits.delete_row(d, "Unit"))
    assert code == 1
    assert [(one["became"], one["kind"]) for one in account] == [("refused", "row taken out")]
    assert TABLE in text(workspace, NARRATIVE)


def test_a_whole_table_goes_with_its_caption(workspace: Path, committee: Committee) -> None:
    _with_table(workspace, committee)
    out: Edit = lambda d: edits.delete_table(d, "Unit", caption=": Posts")  # noqa: E731
    code, account = pulled(workspace, committee, out)
    assert code == 0
    assert [(one["became"], one["kind"], one["old"]) for one in account] == [
        ("merged", "table taken out", "Unit | Posts")
    ]
    assert "Posts" not in text(workspace, NARRATIVE)
    assert "https://example.org/a?b=1&c=2)\n\n# Next steps" in text(workspace, NARRATIVE)


def test_a_table_whose_caption_stays_does_not_go(workspace: Path, committee: Committee) -> None:
    _with_table(workspace, committee)
    assert pulled(workspace, committee, lambda d: edits.delete_table(d, "Unit"))[0] == 1
    assert "| Unit | Posts |\n| --- | --- |\n\nTable: Posts" in text(workspace, NARRATIVE)


def test_a_table_that_the_program_prints_is_told_as_one(
    workspace: Path, committee: Committee
) -> None:
    code, account = pulled(workspace, committee, lambda d: edits.delete_table(d, "Finding"))
    assert code == 1
    (told,) = account
    assert (told["became"], told["kind"]) == ("refused", "table")
    assert told["old"].startswith("Finding | ")


def test_recommendations_put_in_one_after_another_keep_their_order(
    workspace: Path, committee: Committee
) -> None:
    code, _ = pulled(
        workspace,
        committee,
        lambda d: edits.add_paragraph(d, "Note the findings", "Thank the staff."),
        lambda d: edits.add_paragraph(d, "Thank the staff", "Ask again in a year."),
    )
    assert code == 0
    assert (
        "    - {text: Note the findings., name: note-findings}\n"
        "    - Thank the staff.\n    - Ask again in a year.\n"
    ) in text(workspace, REPORT)
    assert committee("pull", "edited.docx", cwd=workspace).code == 0
    assert text(workspace, REPORT).count("Thank the staff") == 1


def test_a_line_break_in_a_cell_of_a_new_row_is_told(workspace: Path, committee: Committee) -> None:
    _with_table(workspace, committee)
    added: Edit = lambda d: edits.add_row(d, "North", ["East\nand West", "ten"])  # noqa: E731
    code, account = pulled(workspace, committee, added)
    assert code == 1
    told = [(one["became"], one["kind"], one["new"]) for one in account]
    assert told == [
        ("merged", "row added", "East and West | ten"),
        ("refused", "line break", "East\nand West"),
    ]
    assert "| East and West | ten |\n| South |" in text(workspace, NARRATIVE)
