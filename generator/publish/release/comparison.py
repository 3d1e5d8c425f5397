"""How a file stands to a release."""

from __future__ import annotations

from typing import Literal

from generator.model.frozen import dataclass
from generator.model.release.record import ReleaseRecord

Verdict = Literal["released", "saved again", "changed", "unsure", "unknown"]


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that differs. released, found: its words in the release and in the file, '' where it
    is in one of them only. place: where it stands in the release, or the line before it.
    """

    place: str
    released: str
    found: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How a file stands to a release. record: the one that it is or comes nearest to.

    verdict: 'released', byte for byte; 'saved again', other bytes and the same lines, of a PDF the
    same words on every page; 'changed'; 'unsure', a PDF that prints every released line, and
    perhaps more; 'unknown', where it comes near to none. pdf: it is a PDF. superseded: a later
    version was released. parts: names of the parts of the .docx that differ. lines: what differs in
    the text. lost: how many alternative texts are gone, as LibreOffice loses those of charts; that
    alone changes nothing.
    """

    verdict: Verdict
    record: ReleaseRecord | None = None
    superseded: bool = False
    parts: tuple[str, ...] = ()
    lines: tuple[ChangedLine, ...] = ()
    lost: int = 0
    pdf: bool = False
