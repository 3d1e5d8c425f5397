"""`committee update`: files, options, what is said, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import edits, small
from tests.conftest import Committee
from tests.word.redline.small_docx import docx, p


@pytest.fixture
def edited(workspace: Path) -> Path:
    """A workspace with finance.docx, and a source that has changed since."""
    (built,) = (workspace / "output" / small.NAME).glob("*.docx")
    data = edits.replace(built.read_bytes(), "workers", "people")
    (workspace / "finance.docx").write_bytes(data)
    change(workspace, "replied", "answered")
    return workspace


def change(workspace: Path, old: str, new: str) -> None:
    narrative = workspace / small.FOLDER / "narrative.md"
    text = narrative.read_text(encoding="utf-8")
    narrative.write_text(text.replace(old, new), encoding="utf-8")


def test_a_copy_is_written_beside_the_file_once(edited: Path, committee: Committee) -> None:
    before = (edited / "finance.docx").read_bytes()
    done = committee("update", "finance.docx", cwd=edited)
    assert (done.code, done.err) == (0, "wrote finance-updated.docx\n")
    assert done.out == "changed findings: words\n  - replied\n  + answered\n"
    assert (edited / "finance.docx").read_bytes() == before
    again = committee("update", "finance-updated.docx", "-o", "again.docx", cwd=edited)
    assert (again.code, again.out) == (0, "nothing to update\n")
    copies = [(edited / name).read_bytes() for name in ("finance-updated.docx", "again.docx")]
    assert copies[0] == copies[1]


def test_json_tells_changes_and_conflicts_and_the_status_is_one(
    edited: Path, committee: Committee
) -> None:
    data = (edited / "finance.docx").read_bytes()
    (edited / "finance.docx").write_bytes(edits.replace(data, "replied", "responded"))
    change(edited, "tells the", "informs the")
    done = committee("update", "finance.docx", "--json", "--dry-run", cwd=edited)
    assert done.code == 1
    assert not (edited / "finance-updated.docx").exists()
    assert json.loads(done.out) == {
        "report": "check",
        "output": "finance-updated.docx",
        "written": False,
        "changes": [
            {
                "became": "changed",
                "kind": "words",
                "unit": "purpose",
                "old": "tells",
                "new": "informs",
            }
        ],
        "conflicts": [
            {
                "became": "conflict",
                "kind": "words",
                "unit": "findings",
                "old": "responded",
                "new": "answered",
            }
        ],
        "notices": [],
    }


def test_neither_the_file_itself_nor_another_is_replaced(
    edited: Path, committee: Committee
) -> None:
    done = committee("update", "finance.docx", "-o", "finance.docx", cwd=edited)
    assert done.code == 2
    assert "finance.docx is the edited file itself" in done.err
    (edited / "other.docx").write_bytes(b"mine")
    done = committee("update", "finance.docx", "-o", "other.docx", cwd=edited)
    assert done.code == 2
    assert "other.docx: there already and different; give --force to replace" in done.err
    assert committee("update", "finance.docx", "-o", "other.docx", "--force", cwd=edited).code == 0


def test_files_that_cannot_be_updated_say_why(edited: Path, committee: Committee) -> None:
    (edited / "broken.docx").write_bytes(b"no zip")
    done = committee("update", "broken.docx", cwd=edited)
    assert done.code == 1
    assert done.problems[0].startswith("broken.docx: ")
    (edited / "strange.docx").write_bytes(docx(p("Not a draft.")))
    done = committee("update", "strange.docx", cwd=edited)
    assert "strange.docx: does not say what it was when it was sent" in done.problems[0]
    done = committee("update", "finance.docx", "--report", "nothing", cwd=edited)
    assert done.code != 0
