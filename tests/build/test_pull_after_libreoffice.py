"""Copies that LibreOffice saved merge as they did before: its own ways of writing are no edits."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests import edits, small
from tests.conftest import Committee

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

Edit = Callable[..., bytes]
EDITS: dict[str, Edit] = {
    "nothing": lambda data, **_: data,
    "replace": partial(edits.replace, old="stood at", new="were"),
    "insert": partial(edits.insert_words, beside="what staff said", words=" last autumn"),
    "split": partial(edits.split, before="The budget"),
    "split an item": partial(edits.split, before="findings."),
    "add": partial(edits.add_paragraph, after="Vacancies in", words="More: 5* & <b>."),
    "delete": partial(edits.delete_paragraph, words="A quotation."),
    "bold": partial(edits.make_bold, words="Vacancies"),
    "footnote": partial(edits.edit_footnote, old="February", new="March"),
    "front matter": partial(edits.replace, old="Principal Analyst", new="Senior Analyst"),
    "figure": partial(edits.replace, old="20.0%", new="21%"),
}
CASES = [
    (name, tracked) for name in EDITS for tracked in (True, False) if tracked or name != "nothing"
]


def named(name: str, tracked: bool) -> str:
    return f"{name}, {'tracked' if tracked else 'plain'}.docx"


@pytest.fixture(scope="module")
def files(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edited files, and in `saved` what LibreOffice made of them in one run."""
    folder = tmp_path_factory.mktemp("libreoffice")
    (draft,) = (pristine / "output" / small.NAME).glob("*.docx")
    for name, tracked in CASES:
        edited = EDITS[name](draft.read_bytes(), tracked=tracked)
        (folder / named(name, tracked)).write_bytes(edited)
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={(folder / 'user').as_uri()}"]
    command += ["--convert-to", "docx", "--outdir", str(folder / "saved")]
    command += [str(folder / named(*case)) for case in CASES]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.parametrize(("name", "tracked"), CASES)
def test_the_account_and_the_sources_are_those_of_the_file_before(
    name: str, tracked: bool, files: Path, workspace: Path, committee: Committee
) -> None:
    sources = workspace / small.FOLDER
    kept = {path: path.read_bytes() for path in sources.glob("*.*")}

    def pulled(folder: Path) -> tuple[int, list[dict[str, object]], dict[str, str]]:
        for path, data in kept.items():
            path.write_bytes(data)
        shutil.copy(folder / named(name, tracked), workspace / "copy.docx")
        done = committee("pull", "copy.docx", "--json", cwd=workspace)
        texts = {path.name: path.read_text(encoding="utf-8") for path in kept}
        account = json.loads(done.out)["edits"]
        for item in account:
            item.pop("author", None)  # LibreOffice 7.4 does not always keep who pressed Enter
        return done.code, account, texts

    assert pulled(files / "saved") == pulled(files)
