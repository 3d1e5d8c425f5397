"""The words by which papers say that they are exempt, and under what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.release.law import Law
from generator.model.release.paper import Paper, PaperText
from generator.model.wording.late_pattern import late_pattern

_NUMBER = r"\d{1,2}[A-C]?(?:\([a-z]\))?"
_NUMBERS = rf"{_NUMBER}(?:(?:\s*,\s*(?:and |or )?|\s+(?:and|or|to)\s+|\s*&\s*){_NUMBER})*"
_SCHEDULE = late_pattern(r"Schedule (\d+[A-Z]?)", re.IGNORECASE)
_CITED = late_pattern(
    rf"\bparagraphs?\s+({_NUMBERS})[^.;]{{0,40}}?\bSchedule (\d+[A-Z]?)"
    rf"|\bSchedule (\d+[A-Z]?)\b[^.;]{{0,60}}?\bparagraphs?\s+({_NUMBERS})",
    re.IGNORECASE,
)
_MARKED = late_pattern(
    r"\bnot for publication\b(?!\s*:?\s*(?:no|none|n/?a)\b)|\bexempt from publication\b"
    r"|\bcontains? exempt information\b|^\W*(?:private and )?(?:confidential|exempt)"
    r"(?: (?:report|item|paper|appendix))?\W*$",
    re.IGNORECASE,
)
_DENIED = late_pattern(r"\b(?:not|no|nothing|without|none)\b[^.]{0,20}\bexempt\b", re.IGNORECASE)
_OPEN = late_pattern(
    r"^\W*(?:not protectively marked|open|public|for general release|unrestricted"
    r"|open (?:to the public|report))\W*$",
    re.IGNORECASE,
)
_QUALIFIED = late_pattern(r"\bpart (?:2|ii|5|v)\b|public interest|qualif", re.IGNORECASE)
_EXCLUDED = late_pattern(
    r"\bexclu(?:de|ded|sion)\b[^.]{0,60}\bpublic\b"
    r"|\bpublic\b[^.]{0,60}\bexclu(?:de|ded|sion)\b",
    re.IGNORECASE,
)
_SHORT = 12
"""Words of what stands alone as a marking, at most."""


class Citation(NamedTuple):
    """Paragraphs of a schedule that a text names. words: as it names them."""

    at: int
    schedule: str
    paragraphs: tuple[int, ...]
    words: str


def citations(paper: Paper) -> Iterator[Citation]:
    """Every place that names paragraphs of a schedule."""
    for at, text in enumerate(paper.texts):
        if "chedule" not in text.text and "CHEDULE" not in text.text:
            continue
        for one in _CITED.finditer(text.text):
            schedule = (one[2] or one[3]).upper()
            yield Citation(at, schedule, _numbers(one[1] or one[4]), one[0])


def _numbers(words: str) -> tuple[int, ...]:
    """'1, 2 and 4' -> (1, 2, 4); '3 to 5' -> (3, 4, 5)."""
    found: list[int] = []
    for part in re.split(r"\s*,\s*|\s+and\s+|\s+or\s+|\s*&\s*", words):
        ends = [int(one) for one in re.findall(r"\d+", part)]
        if len(ends) == 2:
            found += range(ends[0], min(ends[1], ends[0] + 20) + 1)
        else:
            found += ends
    return tuple(found)


def schedule_of(law: Law) -> str:
    """'12A' of 'Schedule 12A to the Local Government Act 1972'."""
    found = _SCHEDULE.search(law.schedule)
    return found[1].upper() if found else ""


def is_qualified(words: str) -> bool:
    """Whether a text speaks of the part of the schedule on the public interest."""
    return _QUALIFIED.search(words) is not None


def is_marking(text: PaperText) -> bool:
    """Whether a text marks its paper as not for publication; the label of a row does not."""
    words = text.text
    if text.column == 0:
        return False
    short = text.story in ("header", "footer") or words.count(" ") < _SHORT
    return short and bool(_MARKED.search(words)) and not _DENIED.search(words)


def is_open_marking(text: PaperText) -> bool:
    """Whether a text marks its paper as public."""
    return _OPEN.match(text.text) is not None


def marking_texts(paper: Paper) -> Sequence[int]:
    """The texts that mark the paper as not for publication: of headers, footers, and those before
    its second heading, which titles of appendices and papers further down are not.
    """
    found: list[int] = []
    headings = 0
    for at, text in enumerate(paper.texts):
        headings += text.kind == "heading" and text.story == "body"
        early = headings < 2 or text.story in ("header", "footer")
        if early and is_marking(text):
            found.append(at)
    return found


def excludes_public(words: str) -> bool:
    """Whether a text asks the meeting to go on without the public."""
    return _EXCLUDED.search(words) is not None
