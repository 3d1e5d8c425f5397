"""Abbreviations, jargon, words that stand twice, and recommendations that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.complete.recommendation_checks import recommended
from generator.checks.held import Held
from generator.checks.paper_sections import written
from generator.checks.quick_looks import has_any
from generator.checks.readable.plain_words import JARGON, KNOWN
from generator.checks.readable.readable_rules import (
    ABBREVIATION,
    PASSIVE,
    WORD_TWICE,
)
from generator.checks.readable.readable_rules import (
    JARGON as JARGON_RULE,
)
from generator.model.issues import Issue

_CAPITALS = re.compile(r"(?<![\w/\[.-])([A-Z]{2,6})s?(?![\w/\]-])")
_SPELT = re.compile(r"\(([A-Z]{2,6})s?\)|\b([A-Z]{2,6})s?\s+\((?=[A-Za-z]+\s)")
_ROMAN = re.compile(r"[IVXLC]+")
_TWICE = re.compile(r"\b(?!(?:had|that|very|so|no|bye)\b)([a-z]{2,})\s+\1\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:be|is|are)\s+(?:\w+ly\s+)?(?:\w+ed|given|made|taken|sent|sought|written)\b(?!\s+by\b)",
    re.I,
)


@lru_cache(maxsize=8)
def _jargon(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, terms), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE)


def check_abbreviations(held: Held) -> Iterator[Issue]:
    """Capitals that are nowhere spelt out, each told once."""
    texts = [(at, text) for at, text in enumerate(held.paper.texts) if text.kind != "contents"]
    spelt = {one or other for _, text in texts for one, other in _SPELT.findall(text.text)}
    told = set(KNOWN) | spelt | set(held.terms(ABBREVIATION))
    for at, text in texts:
        words = text.text
        if words.isupper() or text.story in ("header", "footer"):
            continue
        for found in _CAPITALS.finditer(words):
            if found[1] not in told and not _ROMAN.fullmatch(found[1]):
                told.add(found[1])
                what = f"{found[1]!r} is nowhere spelt out"
                yield held.issue(ABBREVIATION, held.paper.where(at, found[0]), what)


def check_words(held: Held) -> Iterator[Issue]:
    """Jargon, each told once, and words that stand twice."""
    told: set[str] = set()
    terms = (*JARGON, *held.terms(JARGON_RULE))
    needed, pattern = [one.casefold() for one in terms], _jargon(terms)
    for at, text in written(held.paper):
        jargon = has_any(text.text.casefold(), needed)
        for found in pattern.finditer(text.text) if jargon else ():
            word = found[0].casefold()
            if word not in told:
                told.add(word)
                what = f"{found[0]!r} is jargon"
                mend = f"write {JARGON[word]!r}" if word in JARGON else ""
                yield held.issue(JARGON_RULE, held.paper.where(at, found[0]), what, mend)
        for found in _TWICE.finditer(text.text):
            what = f"{found[1]!r} stands twice"
            yield held.issue(WORD_TWICE, held.paper.where(at, found[0]), what)


def check_passive(held: Held) -> Iterator[Issue]:
    """Recommendations that do not say who acts."""
    for group in recommended(held.paper, held.format):
        for at in group.items:
            found = _PASSIVE.search(held.paper.texts[at].text)
            if found is not None:
                what = f"{found[0]!r} does not say by whom"
                yield held.issue(PASSIVE, held.paper.where(at), what)
