"""`committee redline`: files, options, what is said, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Committee
from tests.word.redline.small_docx import docx, p, run, said

BY = 'w:id="1" w:author="Finance" w:date="2023-01-01T00:00:00Z"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.docx").write_bytes(docx(p("About 46% plan to stay."), p("Gone for ever.")))
    (tmp_path / "new.docx").write_bytes(docx(p("About 47% plan to stay.")))
    return tmp_path


def test_it_is_written_beside_the_new_file_and_says_what_changed(
    folder: Path, committee: Committee
) -> None:
    done = committee("redline", "old.docx", "new.docx", cwd=folder)
    assert (done.code, done.out) == (0, "1 insertion, 1 deletion, 1 paragraph taken out\n")
    assert done.err == "wrote new-redline.docx\n"
    made = (folder / "new-redline.docx").read_bytes()
    assert said(made) == ["About 47% plan to stay."]
    assert said(made, "reject") == ["About 46% plan to stay.", "Gone for ever."]
    assert committee("redline", "old.docx", "new.docx", cwd=folder).err.startswith("unchanged")


def test_another_file_is_not_replaced_unless_asked(folder: Path, committee: Committee) -> None:
    (folder / "out.docx").write_bytes(b"mine")
    words = ("redline", "old.docx", "new.docx", "-o", "out.docx")
    done = committee(*words, cwd=folder)
    assert done.code == 2
    assert "out.docx: there already and different; give --force to replace" in done.err
    assert (folder / "out.docx").read_bytes() == b"mine"
    assert committee(*words, "--force", cwd=folder).code == 0


def test_a_dry_run_tells_and_writes_nothing(folder: Path, committee: Committee) -> None:
    done = committee("redline", "old.docx", "new.docx", "--dry-run", "--json", cwd=folder)
    told = json.loads(done.out)
    assert told["changes"]["paragraphs_deleted"] == 1
    assert told["output"] == "new-redline.docx"
    assert "would write" in done.err
    assert not (folder / "new-redline.docx").exists()


def test_the_same_file_twice_says_that_nothing_changed(folder: Path, committee: Committee) -> None:
    assert committee("redline", "old.docx", "old.docx", cwd=folder).out == "nothing changed\n"


def test_changes_that_a_file_holds_already_are_told(folder: Path, committee: Committee) -> None:
    tracked = docx(p(run("About 46% ") + f"<w:ins {BY}>{run('plan to stay.')}</w:ins>"))
    (folder / "old.docx").write_bytes(tracked)
    done = committee("redline", "old.docx", "new.docx", cwd=folder)
    assert "old.docx: 1 tracked change taken as accepted" in done.err


def test_both_files_that_cannot_be_read_are_told_at_once(
    folder: Path, committee: Committee
) -> None:
    for name in ("old.docx", "new.docx"):
        (folder / name).write_bytes(b"PK nothing")
    done = committee("redline", "old.docx", "new.docx", cwd=folder)
    assert done.code == 1
    assert [one.partition(":")[0] for one in done.problems] == ["old.docx", "new.docx"]
    assert not (folder / "new-redline.docx").exists()


@pytest.mark.parametrize(
    ("output", "why"), [("out.doc", "must end in .docx"), ("old.docx", "one of the files compared")]
)
def test_a_name_that_cannot_be_meant_is_refused(
    folder: Path, committee: Committee, output: str, why: str
) -> None:
    done = committee("redline", "old.docx", "new.docx", "-o", output, cwd=folder)
    assert (done.code, why in done.err) == (2, True)


def test_a_file_that_is_not_there_is_wrong_usage(folder: Path, committee: Committee) -> None:
    assert committee("redline", "none.docx", "new.docx", cwd=folder).code == 2


def test_pages_that_lie_otherwise_are_told(folder: Path, committee: Committee) -> None:
    sections = ('<w:p><w:pPr><w:sectPr><w:pgSz w:w="{}" w:h="1"/></w:sectPr></w:pPr></w:p>', p("B"))
    for name, width in (("old", 100), ("new", 900)):
        data = docx(sections[0].format(width), sections[1])
        (folder / f"{name}.docx").write_bytes(data)
    done = committee("redline", "old.docx", "new.docx", "--json", cwd=folder)
    assert "pages are of other sizes or lie otherwise; those of new.docx are kept" in done.err
    assert json.loads(done.out)["pages_differ"]
