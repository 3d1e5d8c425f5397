"""Words of a template that nobody filled in, chose or deleted; marks of a draft in a final."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.complete.complete_rules import AWAITED, RESIDUE, UNDECIDED
from generator.checks.complete.template_words import left_of_template
from generator.checks.held import Held
from generator.checks.paper_sections import plain_heading
from generator.model.format import Format
from generator.model.issues import Issue
from generator.model.release.paper import PaperDrawing
from generator.model.wording.conflict_marks import marks_in
from generator.model.wording.late_pattern import late_pattern

_AWAITED = late_pattern(r"\[awaiting\b[^\]]*\]?", re.IGNORECASE)
_DRAFT = late_pattern(
    r"\W*(?:(?:first|final|second|working|early)\s+)?draft(?:\s+(?:report|version|copy|only))?"
    r"(?:\s+for\s+\w+)?(?:\s*[-\N{EN DASH}:]?\s*not\s+for\s+publication)?\W*(?:v?\d[\d.]*)?\W*",
    re.IGNORECASE,
)
_DRAFT_WORD = late_pattern(r"\bDRAFT\b")
_DRAFT_STAMP = late_pattern(
    r"\W*(?:the\s+words?\W+)?draft(?:[\s_-]*(?:watermark|stamp|copy|only|paper|report))?\W*"
    r"(?:\d+)?(?:\.(?:png|jpe?g|gif|svg|emf|wmf|bmp))?(?:\s+draft)?",
    re.IGNORECASE,
)


def check_residue(held: Held) -> Iterator[Issue]:
    """What a template left behind, wherever it stands."""
    own = _own_texts(held.format)
    for at, (told, start, end) in held.found(left_of_template):
        words = held.paper.texts[at].text
        if plain_heading(words) not in own:
            place = held.paper.where(at, _around(words, start, end))
            yield held.issue(RESIDUE, place, f"{told}: {words[start:end].strip()!r}")


def _own_texts(format_: Format | None) -> frozenset[str]:
    """What a format prints itself, so that it is no residue: 'Reason/s for recommendation/s'."""
    if format_ is None:
        return frozenset()
    rows = (
        words
        for row in format_.front_matter
        for words in (
            row.label,
            row.label_many,
            row.label_to_be,
            row.label_has_been,
            row.label_mixed,
        )
    )
    parts = (words for part in format_.layout for words in (part.title, *part.headings))
    return frozenset(plain_heading(words) for words in (*rows, *parts) if words)


def _around(words: str, start: int, end: int) -> str:
    """The words round a match, at most 80 characters."""
    first = max(0, start - max(0, 76 - (end - start)) // 2)
    return ("\N{HORIZONTAL ELLIPSIS}" if first else "") + words[first : first + 78]


def check_undecided(held: Held) -> Iterator[Issue]:
    """Conflicts that nobody has decided."""
    for at, text in enumerate(held.paper.texts):
        if "[[author:" in (words := text.text):
            for _, mark in marks_in(words):
                what = f"nobody has chosen between two readings: {mark!r}"
                yield held.issue(UNDECIDED, held.paper.where(at, mark), what)


def check_draft_marks(held: Held) -> Iterator[Issue]:
    """What is published does not say that it is a draft."""
    if not held.final:
        return
    for at, text in enumerate(held.paper.texts):
        words = text.text
        found = _AWAITED.search(words) if "[" in words else None
        if found is not None:
            what = f"a sign-off is awaited: {found[0]!r}"
            yield held.issue(AWAITED, held.paper.where(at, found[0]), what)
        elif words and _says_draft(words, text.story in ("header", "footer")):
            what = f"the paper says that it is a draft: {words.strip()!r}"
            yield held.issue(AWAITED, held.paper.where(at), what)
    for one in held.paper.drawings:
        if _draws_draft(one):
            drawn = "watermark" if one.watermark else "picture"
            what = f"a {drawn} says that the paper is a draft"
            yield held.issue(AWAITED, held.paper.where(one.text, "DRAFT"), what)


def _draws_draft(one: PaperDrawing) -> bool:
    """By what is said of it anywhere; a picture among the text must say nothing else."""
    said = (one.words, one.alternative, one.title, one.name, one.source)
    if one.watermark:
        return any("draft" in words.casefold() for words in said)
    return any(_DRAFT_STAMP.fullmatch(words) is not None for words in said)


def _says_draft(words: str, margin: bool) -> bool:
    if len(words) < 60 and _DRAFT.fullmatch(words) is not None:
        return True
    return margin and _DRAFT_WORD.search(words) is not None
