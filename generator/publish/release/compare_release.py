"""Whether a file is a released one, and what differs if it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest

from generator.model.digests import bytes_digest
from generator.model.release.record import ReleaseRecord
from generator.publish.release.compare_pdf import compared_pdf
from generator.publish.release.comparison import ChangedLine, Compared, Verdict
from generator.word.package.parts import Parts
from generator.word.paper.release_lines import ALTERNATIVE, release_lines
from generator.word.paper.release_mark import release_mark

_ALIKE = 0.5
"""The share of a file's lines that a release must have for the file to be held against it."""

_NEAR = 40


def compare(data: bytes, records: Iterable[ReleaseRecord], releases: Sequence[str]) -> Compared:
    """Hold a file's bytes against releases. releases: the digest of each record, in their order.

    Raises PackageError for a .docx that cannot be opened.
    """
    known = list(records)
    digest = bytes_digest(data)
    for record in known:
        if digest in record.files.values():
            return Compared("released", record, _is_superseded(record, known))
    if not data.startswith(b"PK"):
        other = compared_pdf(data, known) if data.startswith(b"%PDF") else Compared("unknown")
        return replace(other, superseded=_is_superseded(other.record, known))
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


def _is_superseded(record: ReleaseRecord | None, known: Iterable[ReleaseRecord]) -> bool:
    return record is not None and any(
        one.report == record.report and one.version > record.version for one in known
    )


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
        gone, come = list(released[begin:end]), found[first:last]
        near = released[max(begin - 1, 0)][0] if released else ""
        if not any(text.startswith(ALTERNATIVE) for text in come):
            # Lost with a line that differs: what stands beside it is no other reading of it.
            yield from (ChangedLine(*one, "") for one in gone if one[1].startswith(ALTERNATIVE))
            gone = [one for one in gone if not one[1].startswith(ALTERNATIVE)]
        for before, after in zip_longest(gone, come):
            place, text = before or (gone[-1][0] if gone else near, "")
            yield ChangedLine(place, text, after or "")


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
