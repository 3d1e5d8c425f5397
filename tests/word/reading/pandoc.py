"""What pandoc reads of a Word file, to compare with."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.model.readings import ReadText

PANDOC = shutil.which("pandoc")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
_NOTE_MARK = re.compile(r"\[\d+\]")
_RULES = re.compile(r"-{3,}|\s")  # of tables; and pandoc joins a split, rejected, with a space


def pandoc_reads(data: bytes, folder: Path, how: str) -> str:
    """All words of a file, without white space. how: 'accept' or 'reject'."""
    path = folder / "edited.docx"
    path.write_bytes(data)
    command = [str(PANDOC), f"--track-changes={how}", "-f", "docx", "-t", "plain", "--wrap=none"]
    done = subprocess.run([*command, str(path)], capture_output=True, check=True, timeout=60)
    return without_space(_NOTE_MARK.sub("", done.stdout.decode("utf-8")))


def words(texts: tuple[ReadText, ...]) -> str:
    """All words of texts, without white space."""
    return without_space("".join(text.text for text in texts))


def without_space(text: str) -> str:
    """A text without what pandoc and this program lay out differently."""
    return _RULES.sub("", text.replace("\u2011", "-"))
