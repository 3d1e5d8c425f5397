"""Abbreviations, jargon, words that stand twice, and recommendations that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.complete.recommendation_checks import recommended
from generator.checks.held import Held
from generator.checks.paper_sections import written, written_having
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
from generator.model.wording.late_pattern import late_pattern

_CAPITALS = late_pattern(r"(?<![\w/\[.-])([A-Z]{2,6})s?(?![\w/\]-])")
_SPELT = late_pattern(r"\(([A-Z]{2,6})s?\)|\b([A-Z]{2,6})s?\s+\((?=[A-Za-z]+\s)")
_SMALL_JARGON = tuple(one.casefold() for one in JARGON)
_ROMAN = late_pattern(r"[IVXLC]+")
_TWICE = late_pattern(r"\b(?!(?:had|that|very|so|no|bye)\b)([a-z]{2,})\s+\1\b", re.IGNORECASE)
_PASSIVE = late_pattern(
    r"\b(?:be|is|are)\s+(?:\w+ly\s+)?(?:\w+ed|given|made|taken|sent|sought|written)\b(?!\s+by\b)",
    re.I,
)


@lru_cache(maxsize=8)
def _jargon(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, terms), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE)


def check_abbreviations(held: Held) -> Iterator[Issue]:
    """Capitals that are nowhere spelt out, each told once."""
    paper = held.paper
    spelt = {
        one or other
        for at, said in held.found(_spelt_in)
        for one, other in said
        if paper.texts[at].kind != "contents"
    }
    told = set(KNOWN) | spelt | set(held.terms(ABBREVIATION))
    for at, text in held.having(_abbreviates):
        words = text.text
        passed = words.isupper() or text.story in ("header", "footer")
        if passed or text.kind == "contents":
            continue
        for found in _CAPITALS.finditer(words):
            if found[1] not in told and not _ROMAN.fullmatch(found[1]):
                told.add(found[1])
                what = f"{found[1]!r} is nowhere spelt out"
                yield held.issue(ABBREVIATION, held.paper.where(at, found[0]), what)


def _spelt_in(words: str) -> list[tuple[str, str]]:
    return _SPELT.findall(words)


def _abbreviates(words: str) -> bool:
    return _CAPITALS.search(words) is not None


def check_words(held: Held) -> Iterator[Issue]:
    """Jargon, each told once, and words that stand twice."""
    told: set[str] = set()
    terms = (*JARGON, *held.terms(JARGON_RULE))
    own = [one.casefold() for one in held.terms(JARGON_RULE)]
    for at, text in written(held.paper) if own else written_having(held, _may_be_told):
        jargon = _has_jargon(text.text) or has_any(text.text.casefold(), own)
        for found in _jargon(terms).finditer(text.text) if jargon else ():
            word = found[0].casefold()
            if word not in told:
                told.add(word)
                what = f"{found[0]!r} is jargon"
                mend = f"write {JARGON[word]!r}" if word in JARGON else ""
                yield held.issue(JARGON_RULE, held.paper.where(at, found[0]), what, mend)
        for found in _TWICE.finditer(text.text):
            what = f"{found[1]!r} stands twice"
            yield held.issue(WORD_TWICE, held.paper.where(at, found[0]), what)


def _may_be_told(words: str) -> bool:
    return _has_jargon(words) or _TWICE.search(words) is not None


def _has_jargon(words: str) -> bool:
    return has_any(words.casefold(), _SMALL_JARGON)


def check_passive(held: Held) -> Iterator[Issue]:
    """Recommendations that do not say who acts."""
    for group in recommended(held.paper, held.format):
        for at in group.items:
            found = _PASSIVE.search(held.paper.texts[at].text)
            if found is not None:
                what = f"{found[0]!r} does not say by whom"
                yield held.issue(PASSIVE, held.paper.where(at), what)
