"""`committee redline` of a report beside its first build: thirty edits, and another report."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from lxml import etree

from benchmarks.timing import Command, compare, show
from generator.word.package.zip_package import read_parts, write_package

ROOT = Path(__file__).resolve().parent.parent
EDITS = 30
LONG = 500  # pages
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGES = 38  # of the report that is lengthened
GOAL = 2.1  # seconds: what docx-scalpel takes for the same, from its start


def redlines(folder: Path, draft: Path, rounds: int) -> None:
    """Whole processes. draft: health-check-2022 as built."""
    edited, long, long_edited = (folder / f"{name}.docx" for name in ("edited", "long", "longer"))
    edited.write_bytes(with_edits(draft.read_bytes()))
    long.write_bytes(lengthened(draft.read_bytes(), LONG // _PAGES + 1))
    long_edited.write_bytes(with_edits(long.read_bytes()))
    results = compare(
        {
            "python -c 'import lxml.etree'": Command([sys.executable, "-c", "import lxml.etree"]),
            f"redline, {EDITS} edits": _command(draft, edited, folder),
            f"redline, {LONG} pages": _command(long, long_edited, folder),
        },
        rounds,
    )
    show(f"Redline (goal of the first: {GOAL} s)", results, "python -c 'import lxml.etree'")


def _command(old: Path, new: Path, folder: Path) -> Command:
    made = str(folder / f"{new.stem}-redline.docx")
    words = ["-m", "generator", "redline", str(old), str(new), "--force", "--output", made]
    return Command([sys.executable, *words], folder=ROOT)


def with_edits(data: bytes) -> bytes:
    """A document with a word changed in thirty of its texts, the same ones each time."""
    parts = dict(read_parts(data))
    root = etree.fromstring(parts["word/document.xml"])
    texts = [one for one in root.iter(f"{_W}t") if len((one.text or "").split()) > 5]
    for text in Random(1).sample(texts, EDITS):
        first, _, rest = (text.text or "").partition(" ")
        text.text = f"{first} really {rest}"
    parts["word/document.xml"] = etree.tostring(root)
    return write_package(parts)


def lengthened(data: bytes, times: int) -> bytes:
    """A document with its text several times over, each time with words of its own."""
    parts = dict(read_parts(data))
    root = etree.fromstring(parts["word/document.xml"])
    body = root[0]
    once = [etree.tostring(node) for node in body][:-1]
    for number in range(1, times):
        for node in once:
            made = etree.fromstring(node)
            for text in made.iter(f"{_W}t"):
                text.text = (text.text or "").replace(" the ", f" the {number}th ")
            body.insert(len(body) - 1, made)
    parts["word/document.xml"] = etree.tostring(root)
    return write_package(parts)
