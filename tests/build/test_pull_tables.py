"""Tables that officers put in in Word, pulled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.test_pull import NARRATIVE, REPORT, pulled, text
from tests.conftest import Committee
from tests.edits.markup import cell, paragraph, put_after, table, with_look

PLAN = "An action plan follows."


@pytest.mark.parametrize("tracked", [True, False])
def test_a_new_table_becomes_one_of_the_narrative_with_its_caption(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    made = paragraph("Before it.", tracked=tracked)
    made += paragraph("Table 9: Costs", "Caption", tracked=tracked)
    made += table([["Year", ""], ["2023 | 24", "*more*"], ["", "1. June"]], tracked=tracked)
    made += paragraph("Behind it.", tracked=tracked)
    was = text(workspace, NARRATIVE)
    said = f"""{PLAN}

Before it.

Table: Costs

| Year |  |
| --- | --- |
| 2023 \\| 24 | \\*more\\* |
|  | 1. June |

Behind it.
"""
    for _ in range(2):
        code, account = pulled(
            workspace, committee, lambda d: put_after(d, PLAN, made), name="table.docx"
        )
        assert (code, {item["became"] for item in account}) == (0, {"merged"})
        assert text(workspace, NARRATIVE) == was.replace(f"{PLAN}\n", said)


def test_looks_in_the_cells_of_a_new_table_are_kept(workspace: Path, committee: Committee) -> None:
    made = table([["Year", "Cost"], ["2023", "five quid"]])
    code, (item,) = pulled(
        workspace,
        committee,
        lambda d: with_look(put_after(d, PLAN, made), "quid", "<w:b/>", tracked=False),
    )
    assert (code, item["kind"], item["new"]) == (0, "table added", "Year | Cost\n2023 | five quid")
    assert "| Year | Cost |\n| --- | --- |\n| 2023 | five **quid** |\n" in text(
        workspace, NARRATIVE
    )


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        ([cell(paragraph("1") + paragraph("2")), cell(paragraph("x"))], "several paragraphs"),
        ([cell(paragraph("1"), '<w:gridSpan w:val="2"/>')], "merged cells"),
        ([cell(paragraph("1")), cell(paragraph(""), "<w:vMerge/>")], "merged cells"),
        ([cell(paragraph("1", "ListBullet")), cell(paragraph("x"))], "holds a list"),
        ([cell(table([["q"]]) + paragraph("1")), cell(paragraph("x"))], "another table"),
    ],
)
def test_a_table_that_the_narrative_cannot_say_is_refused_as_a_whole(
    workspace: Path, committee: Committee, odd: list[str], reason: str
) -> None:
    was = text(workspace, NARRATIVE)
    made = table([["A", "B"], odd])
    code, (item,) = pulled(workspace, committee, lambda d: put_after(d, PLAN, made))
    assert (code, item["became"], item["kind"]) == (1, "refused", "table added")
    assert reason in item["reason"]
    assert text(workspace, NARRATIVE) == was


def test_a_table_behind_a_sentence_of_the_format_is_refused(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, NARRATIVE), text(workspace, REPORT)
    made = table([["A", "B"], ["1", "2"]])
    code, (item,) = pulled(
        workspace, committee, lambda d: put_after(d, "There are no direct legal", made)
    )
    assert (code, item["became"], item["kind"]) == (1, "refused", "table added")
    assert "put the table in by hand" in item["reason"]
    assert (text(workspace, NARRATIVE), text(workspace, REPORT)) == was
