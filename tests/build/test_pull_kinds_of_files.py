"""Copies as programs and people leave them: without marks or base, from elsewhere, or noisy."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.word.package.zip_package import read_parts, write_package
from tests import edits, small
from tests.conftest import Committee

from .test_pull import NARRATIVE, draft, pulled, replaced, text

MAIN = "word/document.xml"


def without_marks(data: bytes, names: str = "p|val|sgn") -> bytes:
    """A copy whose hidden bookmarks of these kinds are gone."""
    return with_text(data, rf'<w:bookmarkStart[^>]*w:name="_(?:{names})_[^>]*/>', "")


def main(data: bytes) -> str:
    """The XML of a copy's text."""
    return read_parts(data)[MAIN].decode()


def with_text(data: bytes, pattern: str, new: str) -> bytes:
    """A copy with something else in the XML of its text."""
    made, found = re.subn(pattern, lambda _: new, main(data), flags=re.DOTALL)
    assert found
    return write_package({**read_parts(data), MAIN: made.encode()})


def without_base(data: bytes) -> bytes:
    """A copy whose custom XML is gone."""
    parts = read_parts(data).items()
    return write_package({name: one for name, one in parts if not name.startswith("customXml/")})


@pytest.mark.parametrize("kinds", ["p|val|sgn", "p", "val"])
def test_a_copy_without_marks_is_merged_by_its_words(
    workspace: Path, committee: Committee, kinds: str
) -> None:
    was = text(workspace, NARRATIVE)
    strip = lambda data: without_marks(data, kinds)  # noqa: E731
    code, account = pulled(workspace, committee, replaced("Vacancies", "Vacant posts"), strip)
    assert (code, [item["became"] for item in account]) == (0, ["merged"])
    assert text(workspace, NARRATIVE) == was.replace("Vacancies in", "Vacant posts in", 1)


def test_a_line_of_front_matter_that_lost_its_marks_is_read_text_by_text(
    workspace: Path, committee: Committee
) -> None:
    change = replaced("Principal Analyst", "Senior Analyst")
    assert pulled(workspace, committee, change, without_marks)[0] == 0
    assert 'post: "Senior Analyst", telephone' in text(workspace, f"{small.FOLDER}/report.yaml")


def test_a_copy_without_marks_says_so(workspace: Path, committee: Committee) -> None:
    (workspace / "bare.docx").write_bytes(without_marks(draft(workspace)))
    done = committee("pull", "bare.docx", cwd=workspace)
    assert done.code == 0
    assert "bare.docx: has lost 35 marks; its texts were found by their words" in done.err
    assert "no edits" in done.out


def test_a_sign_behind_an_expression_is_no_edit(workspace: Path, committee: Committee) -> None:
    path = workspace / NARRATIVE
    plan = "An action plan for {{ sw.response.received }}% follows"
    path.write_text(text(workspace, NARRATIVE).replace("An action plan follows", plan), "utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    assert pulled(workspace, committee) == (0, [])
    assert pulled(workspace, committee, replaced("plan for", "scheme for"))[0] == 0
    assert plan.replace("plan for", "scheme for") in text(workspace, NARRATIVE)


def test_a_paragraph_copied_with_its_mark_is_a_paragraph_added(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, NARRATIVE)
    found = re.search(r"<w:p>(?:(?!</w:p>).)*An action plan.*?</w:p>", main(draft(workspace)))
    assert found
    copied = lambda data: with_text(data, re.escape(found[0]), found[0] * 2)  # noqa: E731
    code, (item,) = pulled(workspace, committee, copied)
    assert (code, item["became"], item["kind"]) == (0, "merged", "paragraph added")
    plan = "An action plan follows.\n\n"
    assert text(workspace, NARRATIVE) == was.replace(plan, plan * 2)


def test_marks_that_changed_places_change_no_text(workspace: Path, committee: Committee) -> None:
    marks = [
        re.search(rf'(_p_\w+)"/>(?:(?!</w:p>).)*{words}', main(draft(workspace)))[1]
        for words in ("Vacancies in", "An action plan")
    ]
    swapped = dict(zip(marks, reversed(marks), strict=True))

    def swap(data: bytes) -> bytes:
        made = re.sub("|".join(marks), lambda one: swapped[one[0]], main(data))
        return write_package({**read_parts(data), MAIN: made.encode()})

    assert pulled(workspace, committee, swap) == (0, [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders")
def test_what_is_no_ordinary_file_is_refused_at_once(workspace: Path, committee: Committee) -> None:
    (workspace / "folder.docx").mkdir()
    (workspace / "gone.docx").symlink_to("nowhere.docx")
    os.mkfifo(workspace / "pipe.docx")
    with (workspace / "huge.docx").open("wb") as file:
        file.truncate(257 * 1024**2)
    for name in ("folder", "gone", "pipe", "huge"):
        for command in (
            ["pull"],
            ["redline", f"output/{small.NAME}/{small.NAME}.docx"],
            ["comments"],
        ):
            done = committee(*command, f"{name}.docx", cwd=workspace)
            assert (done.code, f"{name}.docx" in done.err) in [(2, True), (1, True)]
    assert not (workspace / small.FOLDER / "received").exists()


RUN = r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>"


def letters(found: re.Match[str]) -> str:
    """A run a letter, each with its save's number and with spelling marks between."""
    return "".join(
        f'<w:r w:rsidR="00AB{at:04X}">{found[1] or ""}<w:t xml:space="preserve">{one}</w:t></w:r>'
        '<w:proofErr w:type="spellStart"/>'
        for at, one in enumerate(re.findall(r"&\w+;|.", found[2]))
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<w:smartTag w:element="x">', "</w:smartTag>"),
        ('<w:customXml w:element="x">', "</w:customXml>"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ('<w:ins w:id="1" w:author="A">', "</w:ins>"),
        ('<w:dir w:val="rtl">', "</w:dir>"),
    ],
)
def test_what_stands_round_words_is_no_edit(
    workspace: Path, committee: Committee, before: str, after: str
) -> None:
    def wrap(data: bytes) -> bytes:
        made = re.sub(RUN, lambda found: before + found[0] + after, main(data))
        assert made.count(before) > 50
        return write_package({**read_parts(data), MAIN: made.encode()})

    assert pulled(workspace, committee, wrap) == (0, [])


def test_runs_of_single_letters_are_no_edits(workspace: Path, committee: Committee) -> None:
    def part(data: bytes) -> bytes:
        made = re.sub(RUN, letters, main(data))
        return write_package({**read_parts(data), MAIN: made.encode()})

    assert pulled(workspace, committee, part) == (0, [])


@pytest.mark.parametrize("words", ["Vacancies  in", "Vacancies\u00a0in", "Vacancies\tin"])
def test_spaces_of_another_kind_are_no_edits(
    workspace: Path, committee: Committee, words: str
) -> None:
    change = replaced("Vacancies in", words, tracked=False)
    assert pulled(workspace, committee, change) == (0, [])


BAD: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "a PDF": lambda _: b"%PDF-1.7",
    "cut short": lambda data: data[: len(data) // 2],
    "damaged": lambda data: with_text(data, "</w:p>", ""),
    "an old .doc": lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "with macros": lambda data: write_package({**read_parts(data), "word/vbaProject.bin": b"x"}),
    "with another file": lambda data: with_text(data, "<w:sectPr", '<w:altChunk/><w:sectPr'),
    "without a base": without_base,
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_copy_that_cannot_be_used_is_named_and_changes_nothing(
    workspace: Path, committee: Committee, kind: str
) -> None:
    (workspace / "bad copy.docx").write_bytes(BAD[kind](draft(workspace)))
    files = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    done = committee("pull", "bad copy.docx", cwd=workspace)
    (problem,) = done.problems
    assert (done.code, problem.startswith("bad copy.docx: ")) == (1, True)
    assert files == {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}


def test_a_copy_without_a_base_is_merged_where_its_report_is_named(
    workspace: Path, committee: Committee
) -> None:
    changed = replaced("Vacancies", "Vacant posts")(draft(workspace))
    (workspace / "copy.docx").write_bytes(without_base(without_marks(changed)))
    done = committee("pull", "copy.docx", "--report", small.NAME, cwd=workspace)
    assert done.code == 0
    assert "copy.docx: has lost all marks; its texts were found by their words" in done.err
    assert "Vacant posts in England" in text(workspace, NARRATIVE)


@pytest.mark.parametrize(("program", "kinds"), [("LibreOffice/7.4", []), ("Word", ["shape"])])
def test_a_style_that_libreoffice_lends_to_the_next_paragraph_is_no_edit(
    workspace: Path, committee: Committee, program: str, kinds: list[str]
) -> None:
    def lend(data: bytes) -> bytes:
        made = edits.delete_paragraph(data, "A quotation.")
        heading = r'(<w:pStyle w:val=")Heading1("/></w:pPr>(?:(?!</w:p>).)*Next steps)'
        text_part, found = re.subn(heading, r"\1Quote\2", main(made), flags=re.DOTALL)
        assert found == 1
        app = "docProps/app.xml"
        named = re.sub(rb"<Application>[^<]*", b"<Application>" + program.encode(), parts[app])
        return write_package({**read_parts(made), MAIN: text_part.encode(), app: named})

    parts = read_parts(draft(workspace))
    _, account = pulled(workspace, committee, lend)
    assert [item["kind"] for item in account if item["kind"] != "taken out"] == kinds
