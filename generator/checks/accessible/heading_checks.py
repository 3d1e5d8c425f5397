"""Headings: their order and words, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.accessible.accessible_rules import (
    HEADING_EMPTY,
    HEADING_FAKED,
    HEADING_ORDER,
    HEADING_WORDS,
    HEADINGS_MISSING,
)
from generator.checks.accessible.paper_texts import has_words, in_body, is_blank, is_front
from generator.checks.held import Held
from generator.model.issues import Issue
from generator.model.release.paper import PaperText
from generator.model.wording.late_pattern import late_pattern

_WORDY = late_pattern(r"[^\W\d_]{2}")
_ENDS = (".", ";", ",", "?", "!", "\u2026", "\u201d", '"')
_TERM = "definition term"  # of pandoc: its definition follows
_LABELLED = late_pattern(r"[^:]+:\s*\S")


def check_headings(held: Held) -> Iterator[Issue]:
    """The levels of headings in their order, and their words."""
    paper, before = held.paper, 0
    for index, text in in_body(paper):
        if text.kind != "heading":
            continue
        words = " ".join(text.text.split())
        if not words:
            if not text.drawings:
                what = f"a heading of level {text.level} has no words"
                yield held.issue(HEADING_EMPTY, paper.where(index), what)
            continue
        if not _WORDY.search(words):
            yield held.issue(
                HEADING_WORDS, paper.where(index), f"the heading {words!r} has no words"
            )
        if len(words.split()) > held.number(HEADING_WORDS, "words"):
            what = f"the heading {words[:60]!r} has {len(words.split())} words"
            yield held.issue(HEADING_WORDS, paper.where(index), what)
        if text.level > before + 1 and (before or text.level > 2):
            what = f"the heading {words!r} is of level {text.level}"
            after = f"after one of level {before}" if before else "and the first"
            yield held.issue(HEADING_ORDER, paper.where(index), f"{what}, {after}")
        before = text.level


def check_headings_are_there(held: Held) -> Iterator[Issue]:
    """Whether a long document has headings, some of them of the first level."""
    paper = held.paper
    levels = {text.level for _, text in in_body(paper) if text.kind == "heading"}
    words = sum(len(text.text.split()) for _, text in in_body(paper) if text.table < 0)
    if words >= held.number(HEADINGS_MISSING, "words") and 1 not in levels:
        said = "no heading of the first level" if levels else "no heading"
        yield held.issue(HEADINGS_MISSING, paper.where(), f"{words:,} words have {said}")


def check_faked_headings(held: Held) -> Iterator[Issue]:
    """Short bold paragraphs that stand alone before text that is not bold."""
    paper, most = held.paper, held.number(HEADING_FAKED, "words")
    outside = [(at, text) for at, text in in_body(paper) if not is_blank(text)]
    headed = any(text.kind == "heading" for _, text in outside)
    begun = not headed  # before the first heading stands what names the paper
    for (index, text), (_, after) in pairwise(outside):
        begun = begun or text.kind == "heading"
        if begun and index and _looks_like_one(text, most) and _is_plain(after):
            what = f"{text.text.strip()!r} is bold and stands alone, but is no heading"
            yield held.issue(HEADING_FAKED, paper.where(index), what)


def _looks_like_one(text: PaperText, most: float) -> bool:
    words = text.text.strip()
    if text.kind != "paragraph" or text.table >= 0 or text.number or is_front(text):
        return False
    if text.style == _TERM:
        return False
    if not has_words(words) or words.endswith(_ENDS) or len(words.split()) > most:
        return False
    lettered = [run for run in text.runs if has_words(run.text)]
    return all(run.look.bold and not run.link for run in lettered) and not _LABELLED.match(words)


def _is_plain(text: PaperText) -> bool:
    """Whether a text is one that a heading could stand over."""
    if text.table >= 0 or text.kind in ("item", "heading"):
        return text.kind != "heading" or text.table >= 0
    return any(has_words(run.text) and not run.look.bold for run in text.runs)
