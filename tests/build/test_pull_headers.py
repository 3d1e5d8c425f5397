"""Headers and footers changed in Word and pulled: into report.yaml, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits, small
from tests.build.test_pull import NARRATIVE, REPORT, Edit, pulled, text
from tests.build.test_pull_paragraphs import became, pulled_twice
from tests.conftest import Committee
from tests.edits.markup import paragraph, put_after, put_into, with_part

HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"
PANEL, DAY = "Families Scrutiny Panel", "15 March 2023"


def typed(old: str, new: str, part: str = HEADER, tracked: bool = True) -> Edit:
    return lambda data: edits.replace(data, old, new, part=part, tracked=tracked)


def rewrite(workspace: Path, old: str, new: str) -> None:
    said = text(workspace, REPORT)
    assert old in said
    (workspace / REPORT).write_text(said.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("old", "new", "part", "before", "after"),
    [
        (DAY, "22 March 2023", HEADER, "date: 2023-03-15}", "date: 2023-03-22}"),
        ("15", "16", HEADER, "date: 2023-03-15}", "date: 2023-03-16}"),
        (DAY, "22/03/2023", HEADER, "date: 2023-03-15}", "date: 2023-03-22}"),
        ("Scrutiny", "Overview", HEADER, f"name: {PANEL}", "name: Families Overview Panel"),
        ("Panel", "Panel (joint)", HEADER, f"name: {PANEL}", f"name: {PANEL} (joint)"),
        ("NOT PROTECTIVELY MARKED", "RESTRICTED", FOOTER, "", 'marking: "RESTRICTED"\n'),
    ],
)  # fmt: skip
def test_a_field_that_was_changed_in_a_header_changes_report_yaml(
    workspace: Path,
    committee: Committee,
    old: str,
    new: str,
    part: str,
    before: str,
    after: str,
    tracked: bool,
) -> None:
    was = text(workspace, REPORT)
    account = pulled_twice(workspace, committee, typed(old, new, part, tracked))
    assert became(account) == [("merged", part[5:11])]
    assert account[0]["where"]["file"] == REPORT
    assert account[0].get("author", "") == ("Finance Officer" if tracked else "")
    expected = was.replace(before, after) if before else was + after
    assert text(workspace, REPORT) == expected


def test_a_header_and_the_front_matter_that_say_the_same_are_one_change(
    workspace: Path, committee: Committee
) -> None:
    account = pulled_twice(
        workspace, committee, typed(DAY, "22 March 2023"), lambda d: _titled(d, "Staff survey")
    )
    assert {one["became"] for one in account} == {"merged"}
    assert "title: Staff survey\n" in text(workspace, REPORT)


def _titled(data: bytes, title: str) -> bytes:
    """The title changed in the front matter and in the document's properties."""
    data = edits.replace(data, "Staff check 2022", title)
    return _core(data, "Staff check 2022", title)


def _core(data: bytes, old: str, new: str) -> bytes:
    return with_part(data, "docProps/core.xml", old, new)


def test_a_header_and_the_front_matter_that_say_different_things_are_a_conflict(
    workspace: Path, committee: Committee
) -> None:
    code, account = pulled(
        workspace,
        committee,
        lambda d: _core(edits.replace(d, "check 2022", "survey"), "Staff check", "All checks"),
    )
    assert (code, became(account)) == (
        1, [("merged", "words"), ("conflict", "document property")]
    )  # fmt: skip
    assert "elsewhere in this copy" in account[1]["reason"]
    assert "title: Staff survey\n" in text(workspace, REPORT)


def test_a_day_that_author_and_officer_changed_is_a_conflict(
    workspace: Path, committee: Committee
) -> None:
    change = typed(DAY, "22 March 2023")
    rewrite(workspace, "date: 2023-03-15", "date: 2023-03-29")
    code, account = pulled(workspace, committee, change)
    assert (code, ("conflict", "header") in became(account)) == (1, True)
    readings = "[[author: 29 March 2023 // Finance Officer: 22 March 2023]]"
    marked = text(workspace, NARRATIVE)
    assert readings in marked.replace("// officer:", "// Finance Officer:")
    assert "date: 2023-03-29" in text(workspace, REPORT)


def test_what_author_and_officer_changed_alike_is_merged(
    workspace: Path, committee: Committee
) -> None:
    rewrite(workspace, "date: 2023-03-15", "date: 2023-03-22")
    code, account = pulled(workspace, committee, typed(DAY, "22 March 2023"))
    (item,) = (one for one in account if one["kind"] == "header")
    assert (code, item["became"], item["reason"]) == (0, "merged", "stands in the source already")


def test_both_readings_of_a_committee_that_author_and_officer_changed_are_marked(
    workspace: Path, committee: Committee
) -> None:
    rewrite(workspace, f"name: {PANEL}", "name: Families Overview Panel")
    code, account = pulled(workspace, committee, typed("Scrutiny", "Select"))
    assert (code, ("conflict", "header") in became(account)) == (1, True)
    mark = "[[author: Overview // Finance Officer: Select]]"
    assert f"Families {mark} Panel" in text(workspace, REPORT)


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        (typed("City of Wolverhampton Council", "Wolverhampton"), "header", "the format"),
        (typed("Page ", "Sheet ", FOOTER), "footer", "report template"),
        (typed(DAY, "soon"), "header", "no day"),
        (lambda d: edits.delete_words(d, PANEL, part=HEADER), "header", "needs something"),
        (lambda d: put_after(d, PANEL, paragraph("For members"), part=HEADER), "header",
         "report template makes headers"),
        (lambda d: edits.delete_paragraph(d, "City of Wolverhampton", part=HEADER), "header",
         "report template"),
    ],
)  # fmt: skip
def test_what_the_template_or_the_format_prints_is_refused(
    workspace: Path, committee: Committee, change: Edit, kind: str, said: str
) -> None:
    was = text(workspace, REPORT)
    account = pulled_twice(workspace, committee, change)
    assert became(account) == [("refused", kind)]
    assert said in account[0]["reason"]
    assert text(workspace, REPORT) == was


@pytest.mark.parametrize(
    ("old", "new", "part", "kind"),
    [
        (" PAGE ", " PAGE \\* roman ", FOOTER, "footer"),
        ("<w:titlePg/>", "", "word/document.xml", "header or footer"),
        ('w:h="16838"', 'w:h="15840"', "word/document.xml", "page size"),
        ("</w:sectPr>", '<w:pgNumType w:start="5"/></w:sectPr>', "word/document.xml",
         "page numbers"),
    ],
)  # fmt: skip
def test_how_pages_lie_and_are_counted_is_told(
    workspace: Path, committee: Committee, old: str, new: str, part: str, kind: str
) -> None:
    account = pulled_twice(workspace, committee, lambda d: with_part(d, part, old, new))
    assert became(account) == [("refused", kind)]


def test_a_picture_in_a_header_is_told(workspace: Path, committee: Committee) -> None:
    picture = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>'
    account = pulled_twice(workspace, committee, lambda d: put_into(d, PANEL, picture, part=HEADER))
    assert became(account) == [("refused", "shape")]


def test_a_change_that_would_not_build_is_given_up_alone(
    workspace: Path, committee: Committee
) -> None:
    exempt = "exempt: {paragraphs: [3], public_interest: Trade.}\nmarking: EXEMPT\n"
    rewrite(workspace, "meeting: {date", f"{exempt}meeting: {{date")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    code, account = pulled(
        workspace,
        committee,
        typed("EXEMPT", "NOT PROTECTIVELY MARKED", FOOTER),
        typed(DAY, "22 March 2023"),
    )
    assert code == 1
    assert sorted(became(account)) == [("merged", "header"), ("refused", "footer")]
    assert "date: 2023-03-22" in text(workspace, REPORT)
    assert "marking: EXEMPT\n" in text(workspace, REPORT)


ROWS = """\
  - {key: day, label: Date of meeting, kind: computed, source: meeting_date}
  - {key: body, label: Meeting, kind: computed, source: committee}
  - {key: said_by, label: Council, kind: computed, source: council}
"""


@pytest.fixture
def with_rows(workspace: Path, committee: Committee) -> Path:
    """The workspace, with rows of front matter that print fields of the report."""
    path = workspace / "config" / "formats" / f"{small.FORMAT}.yaml"
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace("front_matter:\n", f"front_matter:\n{ROWS}"), encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    return workspace


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        (DAY, "22 March 2023", "date: 2023-03-22}"),
        (PANEL, "Audit Board", "name: Audit Board,"),
    ],
)
@pytest.mark.parametrize("in_header", [False, True])
@pytest.mark.parametrize("nth", [0, 1])  # a line of the template, and a row
def test_every_place_that_prints_a_field_changes_it(
    with_rows: Path,
    committee: Committee,
    old: str,
    new: str,
    after: str,
    nth: int,
    in_header: bool,
) -> None:
    changes: list[Edit] = [lambda data: edits.replace(data, old, new, nth=nth)]
    changes += [typed(old, new)] if in_header else []
    account = pulled_twice(with_rows, committee, *changes)
    assert {one["became"] for one in account} == {"merged"}
    assert after in text(with_rows, REPORT)


@pytest.mark.parametrize("tracked", [True, False])
def test_a_line_put_in_between_those_of_a_cover_changes_neither(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    line = paragraph("Audit Board", "Subtitle", tracked=tracked)
    was = text(workspace, REPORT)
    account = pulled_twice(workspace, committee, lambda data: put_after(data, PANEL, line))
    assert became(account) == [("refused", "paragraph added")]
    assert text(workspace, REPORT) == was


def test_a_row_and_a_header_that_say_different_things_are_a_conflict(
    with_rows: Path, committee: Committee
) -> None:
    code, account = pulled(
        with_rows,
        committee,
        lambda data: edits.replace(data, DAY, "22 March 2023", nth=1),
        typed(DAY, "29 March 2023"),
    )
    assert (code, became(account)) == (1, [("merged", "front matter"), ("conflict", "header")])
    assert "date: 2023-03-22}" in text(with_rows, REPORT)


def test_a_row_that_the_council_says_is_refused(with_rows: Path, committee: Committee) -> None:
    change = typed("City of Wolverhampton Council", "Wolverhampton", "word/document.xml")
    ((became_, kind),) = became(pulled_twice(with_rows, committee, change))
    assert (became_, kind) == ("refused", "front matter")
