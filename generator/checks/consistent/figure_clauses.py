"""The clauses of a sentence that hold a figure each, and which of its digits are figures at all.

'In Barry, 48% of shops have closed, and 12% may move' has two: 'In Barry, 48% of shops have closed'
and '12% may move'. Dates, references, ages and bases ('of the 94') are no figures but tell of what
one is; what a figure is compared with ('up from 45%') is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.quick_looks import has_any, has_digit
from generator.model.wording.late_pattern import late_pattern

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_NUMBERED = (
    "paragraph|section|table|figure|chart|page|appendix|annexe?|question|year|step|phase|part|article"
    "|schedule|regulation|band|grade|level|stage|item|objective|option|priority|act|version|wave|ward"
    "|no|week|day|quarter|q|p|para|recommendation|chapter|number|note"
)
YEAR = late_pattern(
    r"(?<![\d,.\N{POUND SIGN}])((?:19|20)\d\d)(?:\s?[/\N{EN DASH}-]\s?(?:20)?\d\d)?(?!\d|[.,]\d)"
)
_TELLS = late_pattern(
    rf"\b(?:{_NUMBERED})s?\.?\s*\(?\d[\d.,]*(?!\d|[.,\d]*\s?(?:%|per\s?cent))\w*(?:\(\w+\))*"
    r"(?:\s*(?:,|and|to|or|\N{EN DASH}|-)\s*\d[\d.]*)*"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b"
    r"|\bof\s+(?:the\s+|all\s+|these\s+)?\d[\d,]*(?![\d.,]*\s?(?:%|per\s?cent))"
    r"|\b(?:within|after|before|over|in|for|under|aged?|last|past|next|first)\s+\d+\s+(?:\w+\s+)?"
    r"(?:hour|day|week|month|year|mile|minute)s?\b"
    r"|\b\d{1,2}[.:]\d\d\s?(?:am|pm|hours)?\b(?!\s?(?:%|per|m\b|k\b|million))|\b\d{1,2}\s?[ap]m\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d+(?:\s?(?:\N{EN DASH}|-|/)\s?|\s+to\s+)\d+\b"
    r"|\b[A-Za-z]+[-/]?\d[\w/-]*|\[\d+\]|\(\d{1,2}\)",
    re.IGNORECASE,
)
_ASIDE = late_pattern(
    r"(?:,\s*|\s+|\()(?:compared\s+(?:with|to)|as\s+against|against|(?:up|down)\s+(?:from|on)"
    r"|(?:an?\s+)?(?:rise|increase|fall|decrease|improvement|reduction|drop)\s+(?:from|of|on)"
    r"|(?:higher\s+|lower\s+)?than)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_COMPARED = (
    "ompared", "gainst", "p from", "n from", "p on", "n on", "ise", "ncrease", "all", "ecrease",
    "mprove", "eduction", "rop", "than",
)  # fmt: skip
"""What one of those holds, whatever its first letter: looked for before the pattern is tried."""
_WHICH = late_pattern(r",\s+(?:which|who|where|as)\b[^,;]*")
_FROM = late_pattern(
    r"\bfrom\s+(?=\N{POUND SIGN}?\d)[^.;]*?\bto\b(?=\s+\N{POUND SIGN}?\d)", re.IGNORECASE
)
_PARTS = late_pattern(
    r";\s+|\s[\N{EN DASH}\N{EM DASH}]\s|,?\s+(?:while|whereas|but|although|though)\s+",
    re.IGNORECASE,
)
_CLAUSES = late_pattern(
    r"(?:,|,?\s+(?:and|with|or))\s+(?=(?:\w+\s+){0,2}?\N{POUND SIGN}?\d)", re.IGNORECASE
)


class Clause(NamedTuple):
    """A clause as written, and without digits that are no figures."""

    words: str
    plain: str


def clauses(sentence: str) -> Iterator[Clause]:
    """The clauses with a figure; what stands before one belongs to it: 'In Barry, 48% ...'."""
    said = _WHICH.sub("", sentence) if has_any(sentence, (", wh", ", as")) else sentence
    for part in _PARTS.split(said):
        before = ""
        for one in _CLAUSES.split(part):
            clause = before + (_ASIDE.sub("", one) if has_any(one, _COMPARED) else one)
            plain = _plain(clause) if has_digit(clause) else ""
            before = "" if has_digit(plain) else f"{clause}, "
            if not before:
                yield Clause(clause, plain)


def _plain(clause: str) -> str:
    """Without other digits, and without the first figure of 'from 12% to 15%'."""
    moved = _FROM.sub(" to ", clause) if "from " in clause else clause
    return _TELLS.sub(" ", YEAR.sub(" ", moved))


def others(clause: Clause) -> frozenset[str]:
    """Those digits with their words, which tell what a figure is of: 'option 1', 'of the 94'."""
    if len(clause.plain) == len(clause.words):
        return frozenset()
    return frozenset(" ".join(one[0].casefold().split()) for one in _TELLS.finditer(clause.words))
