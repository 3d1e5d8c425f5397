"""Pages that lie otherwise in the sources now, brought into a file that an officer has edited."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from generator.word.margins.read_surroundings import read_whole
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.validity.find_faults import find_faults
from tests import edits, small
from tests.build.test_update import assert_kept, draft, pulled, remarks, rewrite, told, updated
from tests.conftest import run
from tests.edits.markup import put_after, with_part
from tests.edits.pieces import Opened, edit, new_run, text_of
from tests.settled import settled

UPRIGHT, TURNED = (11906, 16838), (16838, 11906)
FIGURES = "title: Figures behind the charts, content"
TABLES = "title: Tables of findings, content"
TEMPLATE = "report_templates/scrutiny.docx"


def turned(title: str) -> str:
    return title.replace(", content", ", landscape: true, content")


def sizes(data: bytes) -> list[tuple[int, int]]:
    return [one.size for one in read_whole(data).around.sections]


def assert_brought(workspace: Path, edited: bytes, expected: list[tuple[int, int]]) -> None:
    made = updated(workspace, edited)
    assert sizes(made.data) == expected
    assert not find_faults(made.data, "copy.docx")
    assert_kept(workspace, edited, made)
    undone, before = (
        Parts(one).xml(DOCUMENT) for one in (settled(made.data, accept=False), edited)
    )
    for one, other in zip(*(root.iter("{*}sectPr") for root in (undone, before)), strict=True):
        assert [(node.tag, dict(node.attrib)) for node in one] == [
            (node.tag, dict(node.attrib)) for node in other
        ]
    assert pulled(workspace, made.data) == {}


def test_another_size_and_other_margins_of_a_template_come_as_a_change_of_the_section(
    workspace: Path,
) -> None:
    edited = draft(workspace)
    path = workspace / TEMPLATE
    data = with_part(path.read_bytes(), DOCUMENT, 'w:left="1417"', 'w:left="2000"')
    path.write_bytes(with_part(data, DOCUMENT, 'w:h="16838"', 'w:h="15840"'))
    assert_brought(workspace, edited, [(11906, 15840)])


def test_an_appendix_that_is_turned_is_a_section_of_its_own(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "workers replied", "people replied")
    rewrite(workspace, (FIGURES, turned(FIGURES)))
    made = updated(workspace, edited)
    assert [(one[0], one[1]) for one in told(made)] == [("changed", "page size")]
    again = settled(made.data, accept=True)
    assert sizes(again) == [UPRIGHT, TURNED, UPRIGHT]
    first, _, last = Parts(again).xml(DOCUMENT).iter("{*}sectPr")
    assert (first.find("{*}titlePg") is None, last.find("{*}titlePg") is None) == (False, True)


def test_sections_that_come_go_again_when_they_are_rejected(workspace: Path) -> None:
    edited = draft(workspace)
    rewrite(workspace, (FIGURES, turned(FIGURES)))
    made = updated(workspace, edited)
    assert {one.rule for one in find_faults(made.data, "copy.docx")} <= {"valid.first-page"}
    undone = settled(made.data, accept=False)
    assert sizes(undone) == sizes(edited)
    assert_kept(workspace, edited, made)


def test_an_appendix_that_is_turned_back_lies_upright(workspace: Path) -> None:
    rewrite(workspace, (TABLES, turned(TABLES)))
    edited = _rebuilt(workspace)
    assert sizes(edited) == [UPRIGHT, TURNED]
    rewrite(workspace, (turned(TABLES), TABLES))
    assert_brought(workspace, edited, [UPRIGHT, UPRIGHT])


def test_pages_that_the_officer_turned_stay_and_a_comment_says_so(workspace: Path) -> None:
    edited = with_part(draft(workspace), DOCUMENT, 'w:h="16838"', 'w:h="15840"')
    rewrite(workspace, (FIGURES, turned(FIGURES)))
    made = updated(workspace, edited)
    assert [(one[0], one[1]) for one in told(made)] == [("conflict", "page size")]
    assert sizes(made.data) == sizes(edited)
    assert "lie otherwise" in remarks(made.data)[0][1]
    assert updated(workspace, made.data).items == ()


def test_a_section_of_the_officers_own_is_left_and_a_comment_says_so(workspace: Path) -> None:
    own = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    edited = put_after(draft(workspace), "An action plan follows", own)
    rewrite(workspace, (FIGURES, turned(FIGURES)))
    made = updated(workspace, edited)
    assert [(one[0], one[1]) for one in told(made)] == [("conflict", "page size")]
    assert sizes(made.data) == sizes(edited)


def test_what_an_officer_put_in_before_a_section_that_comes_stays_with_what_is_before_it(
    workspace: Path,
) -> None:
    def change(opened: Opened) -> None:
        heading = opened.paragraph("Figures behind the charts", nth=1)
        made = deepcopy(heading.getprevious())
        heading.addprevious(made)
        for node in list(made):
            made.remove(node)
        made.append(new_run("My own words.", None))

    edited = edit(draft(workspace), edits.FINANCE, change)
    rewrite(workspace, (FIGURES, turned(FIGURES)))
    made = updated(workspace, edited)
    assert [(one[0], one[1]) for one in told(made)] == [("changed", "page size")]
    paragraphs = list(Parts(made.data).xml(DOCUMENT).iter("{*}p"))
    blocks = [text_of(one) for one in paragraphs]
    ends = [one.find("{*}pPr/{*}sectPr") is not None for one in paragraphs]
    at = blocks.index("My own words.")
    assert ends[at : at + 2] == [False, True]
    assert "Figures behind the charts" in blocks[at + 2]
    assert_kept(workspace, edited, made)


def test_a_day_that_officer_and_author_changed_in_a_header_is_a_conflict(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "15", "22", part="word/header1.xml")
    rewrite(workspace, ("date: 2023-03-15", "date: 2023-03-16"))
    made = updated(workspace, edited)
    assert ("conflict", "header or footer", "15 March 2023", "16 March 2023") in told(made)
    assert updated(workspace, made.data).items == ()


def test_other_words_of_the_template_come_into_headers_and_footers(workspace: Path) -> None:
    edited = draft(workspace)
    path = workspace / TEMPLATE
    data = path.read_bytes()
    for part in ("word/header1.xml", "word/header2.xml"):
        data = with_part(data, part, "{{ council }}", "Report of {{ council }}")
    path.write_bytes(data)
    made = updated(workspace, edited)
    assert told(made)[0][:2] == ("changed", "header or footer")
    assert pulled(workspace, made.data) == {}


def _rebuilt(workspace: Path) -> bytes:
    assert run("build", small.NAME, cwd=workspace).code == 0
    return draft(workspace)


def test_a_title_that_the_author_changed_comes_into_the_documents_properties(
    workspace: Path,
) -> None:
    edited = draft(workspace)
    rewrite(workspace, ("title: Staff check 2022", "title: Staff survey"))
    made = updated(workspace, edited)
    assert ("changed", "document property", "Staff check 2022", "Staff survey") in told(made)
    assert dict(read_whole(made.data).around.properties)["title"] == "Staff survey"
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == {}
