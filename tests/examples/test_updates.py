"""Updates of edited drafts of examples: read by the Open XML SDK, opened by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.config.workspace import Workspace, find_workspace
from generator.pipeline.report import build_report
from generator.pipeline.updating import UpdatedCopy, update
from generator.word.reading.read_word import read_word
from tests import edits
from tests.settled import settled

from .test_redlines import VALIDATOR
from .test_reports import ROOT

NAMES = ["health-check-2022", "agency-social-work-2023"]


@pytest.fixture(scope="module", params=NAMES)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, UpdatedCopy, Workspace]:
    """An edited draft, and the same brought up to sources that have changed since."""
    name = str(request.param)
    root = tmp_path_factory.mktemp(name)
    for folder in ("config", "report_templates", f"inputs/{name}"):
        shutil.copytree(ROOT / folder, root / folder)
    workspace = find_workspace(root)
    draft = build_report(workspace, name).files[f"{name}.docx"]
    edited = edited_draft(draft)
    narrative = root / "inputs" / name / "narrative.md"
    narrative.write_text(changed(narrative.read_text(encoding="utf-8")), encoding="utf-8")
    return edited, update(workspace, "edited.docx", edited), workspace


def edited_draft(draft: bytes) -> bytes:
    """The draft with an edit of each kind in its longest paragraphs."""
    texts = [one.text for one in read_word(draft).accepted if one.kind == "paragraph"]
    first, second, third, fourth = sorted(texts, key=len)[-4:]
    data = edits.insert_words(draft, start(first), " indeed")
    data = edits.replace(data, start(second), "Other words", tracked=False)
    data = edits.add_paragraph(data, start(third), "The officer adds this.")
    data = edits.make_bold(data, start(third))
    return edits.comment(data, start(fourth), "Is this so?")


def start(text: str) -> str:
    return " ".join(text.split()[:2])


def changed(narrative: str) -> str:
    """A narrative with a word changed in many paragraphs, and new paragraphs, one with a note."""
    paragraphs = narrative.replace(" and ", " as well as ").split("\n\n")
    plain = [at for at, one in enumerate(paragraphs) if one[:1].isalpha() and len(one) > 200]
    for at in reversed(plain[::3]):
        paragraphs.insert(at + 1, "The author adds **this** text.[^added]")
        break
    return "\n\n".join([*paragraphs, "[^added]: With a note."]) + "\n"


def said(data: bytes, view: str) -> list[tuple[str, str]]:
    texts = getattr(read_word(data), view)
    return [(one.kind, one.text) for one in texts if one.text.strip() and one.kind != "contents"]


def test_rejecting_what_the_program_did_gives_the_officers_file(
    made: tuple[bytes, UpdatedCopy, Workspace],
) -> None:
    edited, updated, workspace = made
    assert len(updated.items) > 5
    undone = settled(updated.data, accept=False)
    assert said(undone, "accepted") == said(edited, "accepted")
    assert said(undone, "rejected") == said(edited, "rejected")
    assert read_word(undone).comments == read_word(edited).comments
    assert update(workspace, "updated.docx", updated.data).items == ()


@pytest.mark.skipif(
    not VALIDATOR.exists() or shutil.which("node") is None,
    reason="needs node and `npm install` (the Open XML SDK validator)",
)
def test_the_open_xml_sdk_finds_nothing(
    made: tuple[bytes, UpdatedCopy, Workspace], tmp_path: Path
) -> None:
    file = tmp_path / "updated.docx"
    file.write_bytes(made[1].data)
    done = subprocess.run(
        ["node", str(VALIDATOR), str(file)], capture_output=True, text=True, timeout=120
    )
    assert '"ok": true' in done.stdout, done.stdout


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_keeps_every_text(
    made: tuple[bytes, UpdatedCopy, Workspace], tmp_path: Path
) -> None:
    file = tmp_path / "updated.docx"
    file.write_bytes(made[1].data)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir"]
    saved = tmp_path / "saved"
    subprocess.run([*command, str(saved), str(file)], check=True, capture_output=True, timeout=180)
    data = (saved / file.name).read_bytes()
    texts = [" ".join(text.split()) for _, text in said(made[1].data, "accepted")]
    kept = {" ".join(text.split()) for _, text in said(data, "accepted")}
    assert "The author adds this text." in kept
    assert "The officer adds this." in kept
    assert sum(text in kept for text in texts) > 0.9 * len(texts)
