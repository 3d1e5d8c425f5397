"""Whether a file is a released one, and what differs if it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal

from generator.model.digests import bytes_digest
from generator.model.frozen import dataclass
from generator.model.release.record import ReleaseRecord
from generator.publish.pdf.pdf_lines import PdfPages
from generator.word.package.parts import Parts
from generator.word.paper.release_lines import ALTERNATIVE, release_lines
from generator.word.paper.release_mark import release_mark

Verdict = Literal["released", "saved again", "changed", "unsure", "unknown"]
_ALIKE = 0.5
"""The share of a file's lines that a release must have for the file to be held against it."""

_LEAST = 0.3
"""The same of a PDF, in which lines stand otherwise than they were written."""
_NEAR = 40
_UNPRINTED = (ALTERNATIVE, "link: ", "chart: ", "picture: ")


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

    verdict: 'released', byte for byte; 'saved again', other bytes and the same lines; 'changed';
    'unsure', a PDF of other bytes that prints every released line, and perhaps more; 'unknown',
    where it comes near to none. superseded: a later version was released. parts: names
    of the parts of the .docx that differ. lines: what differs in the text. lost: how many
    alternative texts are gone, as LibreOffice loses those of charts; that alone changes nothing.
    """

    verdict: Verdict
    record: ReleaseRecord | None = None
    superseded: bool = False
    parts: tuple[str, ...] = ()
    lines: tuple[ChangedLine, ...] = ()
    lost: int = 0


def compare(data: bytes, records: Iterable[ReleaseRecord], releases: Sequence[str]) -> Compared:
    """Hold a file's bytes against releases. releases: the digest of each record, in their order.

    Raises PackageError for a .docx that cannot be opened. Of a PDF the bytes are certain; of
    another one it is told which released lines it does not print.
    """
    known = list(records)
    digest = bytes_digest(data)
    for record in known:
        if digest in record.files.values():
            return Compared("released", record, _is_superseded(record, known))
    if not data.startswith(b"PK"):
        return _compared_pdf(data, known) if data.startswith(b"%PDF") else Compared("unknown")
    parts = Parts(data)
    lines = [line.text for line in release_lines(data)]
    nearest = _nearest(release_mark(parts), lines, known, releases)
    if nearest is None:
        return Compared("unknown")
    found = tuple(_changed(nearest.lines, lines))
    changed = tuple(one for one in found if not _is_lost(one))
    verdict: Verdict = "changed" if changed else "saved again"
    superseded, differing = _is_superseded(nearest, known), tuple(_parts(nearest, parts))
    return Compared(verdict, nearest, superseded, differing, changed, len(found) - len(changed))


def _compared_pdf(data: bytes, known: Sequence[ReleaseRecord]) -> Compared:
    pages = PdfPages(data)
    shares = [pages.share({line for _, line in _printed(one)}) for one in known if pages]
    best = max(range(len(shares)), key=lambda at: (shares[at], known[at].version), default=-1)
    if best < 0 or shares[best] <= _LEAST:
        return Compared("unknown")
    lines = tuple(
        ChangedLine(place, line, pages.near(line))
        for place, line in _printed(known[best])
        if not pages.prints(line)
    )
    superseded = _is_superseded(known[best], known)
    return Compared("changed" if lines else "unsure", known[best], superseded, lines=lines)


def _printed(record: ReleaseRecord) -> list[tuple[str, str]]:
    """The lines that pages print as they are, which those of charts and links are not."""
    return [one for one in dict.fromkeys(record.lines) if not one[1].startswith(_UNPRINTED)]


def _is_superseded(record: ReleaseRecord, known: Iterable[ReleaseRecord]) -> bool:
    return any(one.report == record.report and one.version > record.version for one in known)


def _nearest(
    mark: str, lines: Sequence[str], known: Sequence[ReleaseRecord], releases: Sequence[str]
) -> ReleaseRecord | None:
    """The release that the file says it is; else the one that has most of its lines."""
    for record, release in zip(known, releases, strict=True):
        if mark and mark == release:
            return record
    own = set(lines)
    shares = [(len(own & {text for _, text in one.lines}), one.version) for one in known]
    best = max(range(len(known)), key=shares.__getitem__, default=-1)
    return known[best] if best >= 0 and shares[best][0] > _ALIKE * len(own) else None


def _changed(released: Sequence[tuple[str, str]], found: Sequence[str]) -> Iterator[ChangedLine]:
    texts = [text for _, text in released]
    matcher = SequenceMatcher(None, texts, found, autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        for step in range(max(end - begin, last - first)):
            at = min(begin + step, end - 1) if end > begin else begin - 1
            place = released[max(at, 0)][0] if released else ""
            before = texts[begin + step] if begin + step < end else ""
            after = found[first + step] if first + step < last else ""
            yield ChangedLine(place, before, after)


def _is_lost(line: ChangedLine) -> bool:
    """Whether it is an alternative text that is gone, and nothing in its place."""
    return line.released.startswith(ALTERNATIVE) and not line.found


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Two lines from a little before their first difference to a little after their last."""
    if not one or not other:
        return one, other
    first = _alike(one, other)
    last = _alike(one[first:][::-1], other[first:][::-1])
    start, rest = max(first - _NEAR, 0), max(last - _NEAR, 0)
    before, after = "…" if start else "", "…" if rest else ""
    cut = [before + text[start : len(text) - rest] + after for text in (one, other)]
    return cut[0], cut[1]


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _parts(record: ReleaseRecord, parts: Parts) -> Iterator[str]:
    """Parts that differ, are gone, or came, by name."""
    own = {name: bytes_digest(data) for name, data in parts.raw.items()}
    for name in sorted(own.keys() | record.parts.keys()):
        if own.get(name) != record.parts.get(name):
            yield name
