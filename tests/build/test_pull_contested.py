"""What an officer changed and the author took out meanwhile: both readings stand in the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.word.reading.read_word import read_word
from tests import edits
from tests.build.test_pull import NARRATIVE, REPORT, Edit, draft, pulled, replaced, text
from tests.build.test_pull_charts import CHART, in_part
from tests.build.test_pull_paragraphs import sources, written
from tests.build.test_update import rewrite
from tests.conftest import Committee
from tests.edits.markup import restyle

ROWS = "| One step | June |\n| Two steps | July |\n"
TABLE = f"| Step | When |\n|---|---|\n{ROWS}\nTable: Our steps"


def mark(words: str) -> str:
    return f"[[author: (nothing) // Finance Officer: {words}]]"


def pulled_after(
    workspace: Path, committee: Committee, changes: list[Edit], authors: tuple[str, str]
) -> str:
    """The sources, when the author has changed them before edits of a draft were pulled twice."""
    data = draft(workspace)
    for change in changes:
        data = change(data)
    (workspace / "edited.docx").write_bytes(data)
    rewrite(workspace, authors)
    assert committee("pull", "edited.docx", cwd=workspace).code == 1
    once = sources(workspace)
    assert committee("pull", "edited.docx", cwd=workspace).code == 1
    assert sources(workspace) == once
    assert committee("build", "check", cwd=workspace).code == 0
    return "".join(once)


@pytest.mark.parametrize(
    ("changes", "authors", "told"),
    [
        ([("Two steps", "Three steps")], ("| Two steps | July |\n", ""),
         f"| One step | June |\n| {mark('Three steps')} | July |\n"),
        ([("Two steps", "Three steps"), ("July", "August")], ("| Two steps | July |\n", ""),
         f"| One step | June |\n| {mark('Three steps')} | {mark('August')} |\n"),
        ([("Two steps", "Three steps")], (f"\n\n{TABLE}", ""),
         f"> A quotation.\n\n{mark('Three steps')}\n"),
        ([("Our steps", "Their steps")], ("\nTable: Our steps", ""),
         f"> A quotation.\n\n{mark('Their steps')}\n"),
        ([("Our steps", "Their steps"), ("One step", "A step")], (f"\n\n{TABLE}", ""),
         f"> A quotation.\n\n{mark('Their steps')}\n\n{mark('A step')}\n"),
    ],
)  # fmt: skip
def test_cells_and_captions_are_marked_where_they_were(
    workspace: Path,
    committee: Committee,
    changes: list[tuple[str, str]],
    authors: tuple[str, str],
    told: str,
) -> None:
    written(workspace, committee, NARRATIVE, "> A quotation.", f"> A quotation.\n\n{TABLE}")
    made = pulled_after(workspace, committee, [replaced(old, new) for old, new in changes], authors)
    assert told in made


def test_a_paragraph_behind_a_cell_that_went_stands_behind_the_table(
    workspace: Path, committee: Committee
) -> None:
    written(
        workspace, committee, NARRATIVE, "> A quotation.", f"> A quotation.\n\n{TABLE}\n\nSo it is."
    )
    written(workspace, committee, NARRATIVE, "\nTable: Our steps", "")
    changes = [replaced("So it is", "So it was")]
    made = pulled_after(
        workspace, committee, changes, ("| Two steps | July |\n\n\nSo it is.", "| Three | May |")
    )
    assert f"| Three | May |\n\n{mark('So it was.')}" in made


def test_a_footnote_is_marked_behind_its_paragraph(workspace: Path, committee: Committee) -> None:
    note = "[^1]\n\n[^1]: As agreed in February."
    changes: list[Edit] = [lambda d: edits.edit_footnote(d, "February", "March")]
    made = pulled_after(workspace, committee, changes, (note, ""))
    assert f"{{{{ report.budget }}}}.\n\n{mark('As agreed in March.')}\n" in made


def test_a_body_that_both_changed_has_both_readings(workspace: Path, committee: Committee) -> None:
    pulled_after(
        workspace, committee, [replaced("Leadership", "Board")], ("Leadership Team", "Cabinet")
    )
    told = 'body: "[[author: Cabinet // Finance Officer: Board'
    assert told in text(workspace, REPORT)


@pytest.mark.parametrize(
    ("change", "authors", "told"),
    [
        (("Ada Byron", "Mary Somerville"), ("Ada Byron", "Ada Lovelace"),
         'name: "[[author: Ada Lovelace // Finance Officer: Mary Somerville]]", post: "P'),
        (("Principal", "Chief"), ("Principal", "Senior"),
         'post: "[[author: Senior Analyst // Finance Officer: Chief Analyst]]"'),
        (("01902 550000", "01902 550001"), ("01902 550000", "01902 550009"),
         'telephone: "[[author: 01902 550009 // Finance Officer: 01902 550001]]"'),
        (("Leadership", "Audit"), ("body: Leadership", "body: Senior"),
         'body: "[[author: Senior Team // Finance Officer: Audit Team]]"'),
        (("16 February", "3 May"), ("2023-02-16", "2023-02-20"),
         'body: "Leadership Team [[author: 20 February 2023 // Finance Officer: 3 May 2023]]"'),
    ],
)  # fmt: skip
def test_front_matter_that_both_changed_has_both_readings_where_they_can_stand(
    workspace: Path,
    committee: Committee,
    change: tuple[str, str],
    authors: tuple[str, str],
    told: str,
) -> None:
    data = replaced(*change)(draft(workspace))
    report = workspace / REPORT
    report.write_text(report.read_text(encoding="utf-8").replace(*authors), encoding="utf-8")
    for _ in range(2):
        account = pulled(workspace, committee, lambda _: data)[1]
        left = [item for item in account if item["became"] != "superseded"]
        assert [(item["became"], item["kind"]) for item in left] == [("conflict", "front matter")]
        assert told in text(workspace, REPORT)


def test_a_row_that_the_author_took_out_is_told_once(workspace: Path, committee: Committee) -> None:
    data = replaced("Leadership Team", "Audit Board")(draft(workspace))
    row = "  considered_by:\n    - {body: Leadership Team, date: 2023-02-16}\n"
    report = workspace / REPORT
    report.write_text(report.read_text(encoding="utf-8").replace(row, ""), encoding="utf-8")
    mark = "[[author: (nothing) // Finance Officer: Audit Board]]"
    for _ in range(2):
        account = pulled(workspace, committee, lambda _: data)[1]
        (item,) = (one for one in account if one["became"] != "superseded")
        assert (item["became"], item["old"], item["new"]) == (
            "conflict", "Leadership Team", "Audit Board"
        )  # fmt: skip
        assert text(workspace, NARRATIVE).count("Audit Board") == 1
    assert committee("build", "check", cwd=workspace).code == 0
    assert mark in {one.text for one in read_word(draft(workspace)).accepted}
    assert committee("build", "check", "--public", cwd=workspace).code != 0


def test_a_title_of_a_chart_that_the_author_took_out_is_marked(
    workspace: Path, committee: Committee
) -> None:
    data = in_part(CHART, "Workloads move", "Workloads fall")(draft(workspace))
    narrative = workspace / NARRATIVE
    said = narrative.read_text(encoding="utf-8")
    start = said.index("{{ chart(sw.workload,")
    end = said.index("\n", start)
    was = said[:start].replace("[](#workload-chart) and ", "") + said[end:]
    narrative.write_text(was, encoding="utf-8")
    account = pulled(workspace, committee, lambda _: data)[1]
    assert "conflict" in {item["became"] for item in account}
    marked = "# Purpose {#purpose}\n\n[[author: (nothing) // officer: Workloads fall]]\n"
    assert marked in text(workspace, NARRATIVE)


def test_a_body_that_one_took_out_and_the_other_changed_stays(
    workspace: Path, committee: Committee
) -> None:
    body = "    - {body: Leadership Team, date: 2023-02-16}\n"
    written(workspace, committee, REPORT, body, f"{body}    - {{body: Board, date: 2023-02-20}}\n")
    data = edits.delete_paragraph(draft(workspace), "Leadership Team")
    report = workspace / REPORT
    said = report.read_text(encoding="utf-8").replace("2023-02-16", "2023-02-17")
    report.write_text(said, encoding="utf-8")
    account = pulled(workspace, committee, lambda _: data)[1]
    assert {(item["became"], item["kind"]) for item in account} == {("conflict", "taken out")}
    marked = 'body: "[[author: Leadership Team // officer: (nothing)]]"'
    once = said.replace("body: Leadership Team", marked)
    assert text(workspace, REPORT) == once
    assert committee("pull", "edited.docx", cwd=workspace).code == 1
    assert text(workspace, REPORT) == once


def test_a_conflict_over_the_end_of_a_paragraph_is_marked_in_one(
    workspace: Path, committee: Committee
) -> None:
    items = "- first of all the council looks at work\n- make it light and keep it so\n"
    written(workspace, committee, NARRATIVE, "> A quotation.", f"{items}\n> A quotation.")
    data = edits.insert_words(draft(workspace), "looks at work", " that grows")
    rewrite(workspace, ("looks at work\n- make it", "looks at workmake it"))
    for _ in range(2):
        account = pulled(workspace, committee, lambda _: data)[1]
        assert "conflict" in {item["became"] for item in account}
        said = text(workspace, NARRATIVE)
        assert said.count("[[author: ") == said.count("]]") == 1
        assert "\n" not in said[said.index("[[author: ") : said.index("]]")]


def test_what_both_made_something_else_is_marked(workspace: Path, committee: Committee) -> None:
    data = restyle(draft(workspace), "An action plan follows.", "ListBullet")
    rewrite(workspace, ("An action plan follows.", "> An action plan follows."))
    for _ in range(2):
        (item,) = pulled(workspace, committee, lambda _: data)[1]
        assert (item["became"], item["kind"]) == ("conflict", "shape")
        said = text(workspace, NARRATIVE)
        assert said.count(
            "[[author: An action plan follows. (a quotation) // "
            "Finance Officer: An action plan follows. (a bullet)]]"
        ) == 1  # fmt: skip
