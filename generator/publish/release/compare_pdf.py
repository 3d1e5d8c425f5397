"""Whether a PDF of other bytes says what was released, page by page, line by line, chart by chart.

The record has what each page of the released PDF prints. A program that saves that PDF again leaves
it so, and then nothing else need be known. A PDF that was laid out anew, as by Word from the .docx,
is searched for the released lines and for the figures of charts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from generator.model.release.record import ReleaseRecord
from generator.publish.pdf.pdf_lines import PdfPages, bare, is_covered
from generator.publish.release.compare_charts import CHART, chart_differences
from generator.publish.release.comparison import ChangedLine, Compared
from generator.word.paper.release_lines import ALTERNATIVE

_LEAST = 0.3
"""The share of a release's lines that a PDF must print to be held against it."""
_UNPRINTED = (ALTERNATIVE, "link: ", CHART, "picture: ")
_AROUND = 4
"""Words shown before and after what differs on a page."""


def compared_pdf(data: bytes, known: Sequence[ReleaseRecord]) -> Compared:
    """Hold a PDF that is none of the released files against releases."""
    pages = PdfPages(data)
    shares = [pages.share({line for _, line in _printed(one)}) for one in known if pages]
    best = max(range(len(shares)), key=lambda at: (shares[at], known[at].version), default=-1)
    if best < 0 or shares[best] <= _LEAST:
        return Compared("unknown", pdf=True)
    record = known[best]
    if _same_pages(record, pages):
        return Compared("unsure" if is_covered(data) else "saved again", record, pdf=True)
    lines = tuple(_differing(record, pages))
    return Compared("changed" if lines else "unsure", record, lines=lines, pdf=True)


def _same_pages(record: ReleaseRecord, pages: PdfPages) -> bool:
    return bool(record.pages) and [*map(bare, record.pages)] == [*map(bare, pages.shown)]


def _printed(record: ReleaseRecord) -> list[tuple[str, str]]:
    """The lines that pages print as they are, which those of charts and links are not."""
    return [one for one in dict.fromkeys(record.lines) if not one[1].startswith(_UNPRINTED)]


def _differing(record: ReleaseRecord, pages: PdfPages) -> Iterator[ChangedLine]:
    lines = [
        ChangedLine(place, line, pages.near(line))
        for place, line in _printed(record)
        if not pages.prints(line)
    ]
    yield from lines
    if len(record.pages) == len(pages.shown):
        yield from _on_pages(record.pages, pages.shown, lines)
    else:
        yield from chart_differences(record.lines, pages.shown)


def _on_pages(
    released: Iterable[str], found: Iterable[str], lines: Sequence[ChangedLine]
) -> Iterator[ChangedLine]:
    """What differs on each page and is in none of the lines, such as figures within charts."""
    for number, (before, after) in enumerate(zip(released, found, strict=True), start=1):
        if bare(before) == bare(after):
            continue
        for old, new, shown in _hunks(before.split(), after.split()):
            told = any(old in bare(one.released) and new in bare(one.found) for one in lines)
            if old != new and not told:
                yield ChangedLine(f"Page {number}", *shown)


def _hunks(before: list[str], after: list[str]) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Words that differ, without spaces, and as they are shown, with some words around."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, begin, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            shown = (
                " ".join(before[max(begin - _AROUND, 0) : end + _AROUND]),
                " ".join(after[max(first - _AROUND, 0) : last + _AROUND]),
            )
            yield bare("".join(before[begin:end])), bare("".join(after[first:last])), shown
