"""The draft that an edited file was, where the file does not say it any more.

output/<report>/*.docx, inputs/<report>/received/*.docx ─► the one whose texts the file has
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.config.workspace import Workspace
from generator.merge.pairs.said_words import LONG, bare, drafted_words
from generator.model.draft_base import DraftBase
from generator.model.frozen import dataclass
from generator.pipeline.received import RECEIVED
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.base_part import read_base
from generator.word.reading.read_word import read_word

_ALMOST_ALL = 0.9
"""Of a draft's texts: what an officer typed without tracked changes is not there any more."""


@dataclass(frozen=True, slots=True)
class OlderDraft:
    """A file that holds a draft, or what officers made of it. name: workspace-relative."""

    name: str
    parts: Parts


def draft_of(workspace: Workspace, report: str, edited: bytes) -> OlderDraft | None:
    """The draft that an edited file was before its tracked changes; None where none is known.

    Raises PackageError for an edited file that cannot be read.
    """
    said = {bare(text) for text in read_word(edited).rejected}
    best: OlderDraft | None = None
    most = _ALMOST_ALL
    for path in _files(workspace, report):
        try:
            parts = Parts(path.read_bytes())
            base = read_base(parts)
        except PackageError:
            continue
        alike = _alike(base, said) if base is not None and base.folder == report else 0.0
        if alike > most or (alike == most and best is None):
            best, most = OlderDraft(workspace.files.name(path), parts), alike
    return best


def _files(workspace: Workspace, report: str) -> Iterator[Path]:
    for folder in (workspace.output / report, workspace.inputs / report / RECEIVED):
        yield from sorted(folder.glob("*.docx"))


def _alike(base: DraftBase, said: set[str]) -> float:
    """How many of the long texts of a draft a file has: from 0 to 1."""
    kinds = ("paragraph", "item", "footnote")
    texts = [drafted_words(one) for one in base.entries if one.kind in kinds]
    long = [text for text in texts if len(text) >= LONG]
    return sum(text in said for text in long) / len(long) if long else 0.0
