"""Quotation marks and apostrophes: printed in one way, and no edit whichever way they come back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.word.package.elements import clark
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.reading.read_word import read_word
from tests import edits, small
from tests.build.test_pull import NARRATIVE, REPORT, Edit, draft, pulled, replaced, text
from tests.conftest import Committee

FORMAT = f"config/formats/{small.FORMAT}.yaml"
PARAGRAPH = "The team's \"own\" plan of the '90s isn't done, at 5'10\"."
PRINTED = "The team’s “own” plan of the ’90s isn’t done, at 5'10\"."
FINANCIAL = "# Financial implications {#financial}\n\n"
SIGNS = str.maketrans("‘’“”", "''\"\"")


@pytest.fixture
def quoted(workspace: Path, committee: Committee) -> Path:
    """The workspace with marks in prose, a list, a cell, a note, a chart, YAML; built."""
    change(workspace, NARRATIVE, "An action plan follows.", PARAGRAPH + NEXT)
    change(workspace, NARRATIVE, "As agreed in February.", 'As agreed at February\'s "Board".')
    change(workspace, NARRATIVE, 'title="Workloads move"', 'title="The team\'s \\"own\\" work"')
    change(workspace, NARRATIVE, 'caption="Workload by year"', 'caption="Staff\'s workload"')
    change(workspace, REPORT, "{text: Note the findings.,", '{text: "Note the team\'s findings.",')
    change(workspace, REPORT, "title: Staff check 2022", 'title: "Staff\'s check 2022"')
    change(workspace, REPORT, "body: Leadership Team", 'body: "Children\'s Team"')
    build(workspace, committee)
    return workspace


NEXT = """

- the manager's **'own'** "list"

| The team's | Words |
| --- | --- |
| Year's end | "done" |
"""


def change(workspace: Path, name: str, old: str, new: str) -> None:
    was = text(workspace, name)
    assert old in was
    (workspace / name).write_text(was.replace(old, new, 1), encoding="utf-8")


def build(workspace: Path, committee: Committee) -> None:
    done = committee("build", small.NAME, cwd=workspace)
    assert done.code == 0, done.err


def said(data: bytes) -> str:
    read = read_word(data)
    charts = [words for chart in read.charts for words in chart]
    return "\n".join([*(one.text for one in read.accepted), *charts])


def test_marks_are_printed_in_one_way_whichever_was_typed(quoted: Path) -> None:
    printed = said(draft(quoted))
    assert PRINTED in printed
    assert "the manager’s ‘own’ “list”" in printed
    for words in ("The team’s “own” work", "Staff’s workload", "Year’s end", "“done”",
                  "As agreed at February’s “Board”.", "Note the team’s findings.",
                  "Staff’s check 2022", "Children’s Team"):  # fmt: skip
        assert words in printed
    assert printed.replace("5'10\"", "") == printed.replace("5'10\"", "").replace("'", "’")


def test_a_format_may_print_straight_marks(quoted: Path, committee: Committee) -> None:
    curly = said(draft(quoted))
    with (quoted / FORMAT).open("a", encoding="utf-8") as file:
        file.write("quotes: straight\n")
    build(quoted, committee)
    assert said(draft(quoted)) == curly.translate(SIGNS)


def straightened(data: bytes) -> bytes:
    """As somebody would leave it who types straight marks throughout."""
    parts = Parts(data)
    for name in (DOCUMENT, "word/footnotes.xml"):
        for node in parts.xml(name).iter(clark("w:t")):
            node.text = (node.text or "").translate(SIGNS)
    return parts.to_bytes()


@pytest.mark.parametrize("change", [lambda data: data, straightened], ids=["as it is", "straight"])
def test_marks_of_the_other_kind_are_no_edit(
    quoted: Path, committee: Committee, change: Edit
) -> None:
    before = text(quoted, NARRATIVE), text(quoted, REPORT)
    assert pulled(quoted, committee, change) == (0, [])
    assert (text(quoted, NARRATIVE), text(quoted, REPORT)) == before


@pytest.mark.parametrize(
    ("old", "new", "name", "before", "after"),
    [
        ("plan of the", "aim of the", NARRATIVE, "plan of the", "aim of the"),
        ("the manager’s", "their director’s", NARRATIVE, "the manager's", "their director's"),
        ("Year’s end", "Term’s end", NARRATIVE, "Year's end", "Term's end"),
        ("Staff’s workload", "Staff’s work", NARRATIVE, "Staff\\'s workload", "Staff\\'s work"),
        ("Note the", "Hear the", REPORT, "Note the", "Hear the"),
        ("isn’t done", "isn’t ‘done’", NARRATIVE, "isn't done", "isn't 'done'"),
    ],
)  # fmt: skip
def test_an_edit_beside_marks_leaves_them_as_the_author_typed_them(
    quoted: Path, committee: Committee, old: str, new: str, name: str, before: str, after: str
) -> None:
    before, after = before.replace("\\", ""), after.replace("\\", "")
    was = text(quoted, name)
    assert before in was
    code, account = pulled(quoted, committee, replaced(old, new))
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    assert text(quoted, name) == was.replace(before, after, 1)


def test_an_edit_of_a_footnote_leaves_its_marks(quoted: Path, committee: Committee) -> None:
    was = text(quoted, NARRATIVE)
    edit = lambda data: edits.edit_footnote(data, "agreed at", "said at")  # noqa: E731
    assert pulled(quoted, committee, edit)[0] == 0
    assert text(quoted, NARRATIVE) == was.replace("agreed at", "said at")


def test_marks_that_the_author_typed_curly_stay_so(quoted: Path, committee: Committee) -> None:
    change(quoted, NARRATIVE, PARAGRAPH, PRINTED)
    build(quoted, committee)
    code, _ = pulled(quoted, committee, replaced("plan of the", "aim of the"))
    assert code == 0
    assert PRINTED.replace("plan of", "aim of") in text(quoted, NARRATIVE)


def test_a_draft_from_before_with_straight_marks_is_pulled_and_updated_all_the_same(
    quoted: Path, committee: Committee
) -> None:
    format_ = text(quoted, FORMAT)
    (quoted / FORMAT).write_text(f"{format_}quotes: straight\n", encoding="utf-8")
    build(quoted, committee)
    old = draft(quoted)
    (quoted / FORMAT).write_text(format_, encoding="utf-8")
    build(quoted, committee)
    (quoted / "old.docx").write_bytes(old)
    (quoted / "new.docx").write_bytes(draft(quoted))
    assert committee("update", "old.docx", cwd=quoted).out == "nothing to update\n"
    assert committee("redline", "old.docx", "new.docx", cwd=quoted).out == "nothing changed\n"
    was = text(quoted, NARRATIVE)
    code, account = pulled(quoted, committee, lambda _: edits.replace(old, "plan of the", "aim of"))
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    assert text(quoted, NARRATIVE) == was.replace("plan of the", "aim of")


def test_a_sign_off_stands_whichever_way_marks_are_printed(
    quoted: Path, committee: Committee
) -> None:
    change(quoted, NARRATIVE, f"{FINANCIAL}There are none.", f"{FINANCIAL}It's the team's \"own\".")
    (quoted / small.FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    with (quoted / FORMAT).open("a", encoding="utf-8") as file:
        file.write("quotes: straight\n")
    code = "[JG/15022023/Y]"
    assert committee("sign-off", small.NAME, "financial", code, cwd=quoted).code == 0
    change(quoted, FORMAT, "quotes: straight\n", "")
    told = json.loads(committee("status", small.NAME, "--json", cwd=quoted).out)["sign_offs"]
    assert {one["unit"]: one["state"] for one in told}["financial"] == "signed"
