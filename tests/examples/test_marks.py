"""Marks in the examples: every written text has one, saves keep them, changes elsewhere too."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from generator.config.workspace import Workspace, find_workspace
from generator.errors import InputProblems
from generator.pipeline.report import build_report
from generator.word.validity.find_faults import find_faults

from .test_reports import NAMES, ROOT, W

BASE = "{urn:committee-report:base:3}"
_SIGNS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return replace(find_workspace(ROOT), output=tmp_path_factory.mktemp("output"))


@pytest.fixture(scope="module")
def drafts(workspace: Workspace) -> dict[str, bytes]:
    return {name: draft(workspace, name) for name in NAMES}


def draft(workspace: Workspace, name: str, **about: object) -> bytes:
    return build_report(workspace, name, **about).files[f"{name}.docx"]  # type: ignore[arg-type]


def stories(data: bytes) -> dict[str, ElementTree.Element]:
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
        return {name: ElementTree.fromstring(package.read(name)) for name in names}


def bookmarks(data: bytes) -> list[str]:
    return [
        node.get(f"{W}name", "")
        for root in stories(data).values()
        for node in root.iter(f"{W}bookmarkStart")
    ]


def marks(data: bytes) -> list[str]:
    return [name for name in bookmarks(data) if name.startswith("_p_")]


def base(data: bytes) -> ElementTree.Element:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("customXml/item"):
                root = ElementTree.fromstring(package.read(name))
                if root.tag == f"{BASE}report":
                    return root
    raise AssertionError("there is no base")


def between(root: ElementTree.Element, mark: str) -> str:
    """The text from the start of a bookmark to its end."""
    text, number = "", ""
    for node in root.iter():
        if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name") == mark:
            number = node.get(f"{W}id", "")
        elif node.tag == f"{W}bookmarkEnd" and number and node.get(f"{W}id") == number:
            return text
        elif number and node.tag in (f"{W}t", *_SIGNS):
            text += _SIGNS.get(node.tag, node.text or "")
    raise AssertionError(f"{mark} is not there")


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_a_whole_word_file(drafts: dict[str, bytes], name: str) -> None:
    assert find_faults(drafts[name], name) == []


@pytest.mark.parametrize("name", NAMES)
def test_bookmarks_have_names_that_word_takes_each_once(
    drafts: dict[str, bytes], name: str
) -> None:
    names = bookmarks(drafts[name])
    assert len(names) == len({one.casefold() for one in names})
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", one) for one in names)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_that_a_person_wrote_has_a_mark_round_what_the_base_says(
    drafts: dict[str, bytes], name: str
) -> None:
    document = stories(drafts[name])["word/document.xml"]
    texts = list(base(drafts[name]).iter(f"{BASE}text"))
    written = [text for text in texts if text.get("by") == "person" and text.get("kind") != "title"]
    assert [text.get("mark") for text in written if not text.get("mark")] == []
    assert sorted(text.get("mark", "") for text in texts if text.get("mark")) == sorted(
        marks(drafts[name])
    )
    for text in written:
        if text.get("kind") != "footnote":
            printed = text.findtext(f"{BASE}printed")
            assert between(document, text.get("mark", "")) == printed


@pytest.mark.parametrize("name", NAMES)
def test_no_sign_off_is_inside_the_text_that_it_clears(drafts: dict[str, bytes], name: str) -> None:
    root = base(drafts[name])
    printed = " ".join(text.findtext(f"{BASE}printed") or "" for text in root.iter(f"{BASE}text"))
    for sign_off in root.iter(f"{BASE}sign-off"):
        assert sign_off.get("unit")
        if re.search(r"\d{2}", sign_off.text or ""):
            assert (sign_off.text or "") not in printed


@pytest.mark.parametrize("name", NAMES)
def test_the_base_knows_report_format_and_sources(drafts: dict[str, bytes], name: str) -> None:
    root = base(drafts[name])
    assert root.get("folder") == name
    assert len(root.get("draft", "")) == 64
    folder = ROOT / "inputs" / name
    assert root.get("format") in (folder / "report.yaml").read_text("utf-8")
    narrative = (folder / "narrative.md").read_text("utf-8")
    for text in root.iter(f"{BASE}text"):
        source = text.findtext(f"{BASE}source")
        if source and text.get("file", "").endswith("narrative.md") and text.get("kind") != "cell":
            assert source in narrative


def test_a_paragraph_added_or_taken_out_changes_no_other_mark(
    workspace: Workspace, drafts: dict[str, bytes]
) -> None:
    name = NAMES[0]
    path = f"inputs/{name}/narrative.md"
    source = (ROOT / path).read_text("utf-8")
    first, second = re.findall(r"\n\n([A-Z][^\n{|]{60,})\n\n", source)[:2]
    more = source.replace(first, f"A paragraph that was not there.\n\n{first}", 1)
    less = source.replace(f"{second}\n\n", "", 1)
    before = set(marks(drafts[name]))
    added = set(marks(draft(workspace, name, overlays={path: more})))
    left = set(marks(draft(workspace, name, overlays={path: less})))
    assert before < added
    assert len(added) == len(before) + 1
    assert left < before
    assert len(left) == len(before) - 1


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_for_publication_has_nothing_of_it(workspace: Workspace, name: str) -> None:
    try:
        public = draft(workspace, name, public=True)
    except InputProblems:
        pytest.skip("this example awaits a sign-off")
    with ZipFile(BytesIO(public)) as package:
        assert not [part for part in package.namelist() if part.startswith("customXml/")]
    names = bookmarks(public)
    assert not [one for one in names if one.startswith(("_p_", "_val_"))]
    document = ElementTree.tostring(stories(public)["word/document.xml"], "unicode")
    for one in (one for one in names if one.startswith("_sec_")):
        assert re.search(rf'(REF {one}\b|anchor="{one}")', document)


@pytest.mark.skipif(not SOFFICE, reason="needs LibreOffice")
def test_libreoffice_keeps_every_mark_and_the_base(
    drafts: dict[str, bytes], tmp_path: Path
) -> None:
    assert SOFFICE is not None
    for name, data in drafts.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    saved = tmp_path / "saved"
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    files = [str(tmp_path / f"{name}.docx") for name in drafts]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    for name, data in drafts.items():
        after = (saved / f"{name}.docx").read_bytes()
        assert set(marks(data)) <= set(marks(after)), name
        assert base(after).get("draft") == base(data).get("draft")
