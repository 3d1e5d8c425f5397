"""Edited as Word does it, then saved by LibreOffice: read as what was edited all the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.word.reading.read_word import read_word
from tests import edits

from .test_read_edits import EDITS, START, TEXTS, changed, said

SOFFICE = shutil.which("soffice")
# LibreOffice 7.4 keeps no tracked change within a control, puts an empty paragraph into one that a
# paragraph was moved out of, and keeps the last paragraph's mark whatever becomes of it.
NOT_KEPT = ("replace in a control", "move", "delete the last")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the edited files, each saved by LibreOffice, in one run of it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    commented = edits.comment(START, "35% plan", "Net of grant?")
    commented = edits.reply(commented, "Net of grant?", "Yes.", edits.LEGAL)
    files = {name: edit(START) for name, (edit, _) in EDITS.items()} | {"comments": commented}
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'user').as_uri()}"]
    command += ["--convert-to", "docx", "--outdir", str(folder / "saved")]
    command += [str(folder / f"{name}.docx") for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "saved"


@pytest.mark.parametrize("name", [name for name in EDITS if name not in NOT_KEPT])
def test_an_edit_is_read_as_before(name: str, saved: Path) -> None:
    read = read_word((saved / f"{name}.docx").read_bytes())
    assert said(read) == (changed(EDITS[name][1]), TEXTS)
    assert read.notices[0].startswith("it was saved by LibreOffice")


def test_marks_kinds_and_links_are_read_as_before(saved: Path) -> None:
    before = read_word(EDITS["insert"][0](START)).accepted
    after = read_word((saved / "insert.docx").read_bytes()).accepted
    for old, new in zip(before, after, strict=True):
        assert (old.kind, old.level, old.marks) == (new.kind, new.level, new.marks)
        assert [span.link for span in old.spans] == [span.link for span in new.spans]
        assert (old.table, old.row, old.column) == (new.table, new.row, new.column)


def test_an_answer_to_a_comment_is_one(saved: Path) -> None:
    (comment,) = read_word((saved / "comments.docx").read_bytes()).comments
    assert (comment.text, comment.words) == ("Net of grant?", "35% plan")
    assert [reply.text for reply in comment.replies] == ["Yes."]
