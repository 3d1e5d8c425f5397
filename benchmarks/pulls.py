"""`committee pull` of a report with thirty edits, beside its first build."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from random import Random

from lxml import etree

from benchmarks.redlines import EDITS
from benchmarks.timing import Command, compare, show
from generator.word.package.zip_package import read_parts, write_package

ROOT = Path(__file__).resolve().parent.parent
GOAL = 2.0  # times a first build
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pulls(workspace: Path, report: str, rounds: int) -> None:
    """Whole processes. The report has been built."""
    edited = workspace / "edited.docx"
    draft = workspace / "output" / report / f"{report}.docx"
    edited.write_bytes(with_typed_words(draft.read_bytes()))
    sources, kept = workspace / "inputs" / report, workspace.parent / "kept"
    shutil.copytree(sources, kept)
    ours = [sys.executable, "-m", "generator"]
    there = ["--workspace", str(workspace)]

    def forget() -> None:
        shutil.rmtree(workspace / "output" / ".cache", ignore_errors=True)

    def as_sent() -> None:
        shutil.rmtree(sources)
        shutil.copytree(kept, sources)

    first, name = "committee build, first", f"committee pull, {EDITS} edits"
    results = compare(
        {
            first: Command([*ours, "build", report, *there], before=forget, folder=ROOT),
            name: Command([*ours, "pull", str(edited), *there], before=as_sent, folder=ROOT),
        },
        rounds,
    )
    show("Pull", results, first, GOAL)


def with_typed_words(data: bytes) -> bytes:
    """A draft with a word put into thirty of its paragraphs, the same ones each time."""
    parts = dict(read_parts(data))
    root = etree.fromstring(parts["word/document.xml"])
    texts = [
        text
        for paragraph in root.iterfind(f"{_W}body/{_W}p")
        if _is_written(paragraph)
        for text in list(paragraph.iter(f"{_W}t"))[:1]
        if len((text.text or "").split()) > 5
    ]
    for text in Random(1).sample(texts, EDITS):
        first, _, rest = (text.text or "").partition(" ")
        text.text = f"{first} really {rest}"
    parts["word/document.xml"] = etree.tostring(root)
    return write_package(parts)


def _is_written(paragraph: etree._Element) -> bool:
    names = [mark.get(f"{_W}name", "") for mark in paragraph.iter(f"{_W}bookmarkStart")]
    return any(name.startswith("_p_") for name in names)
