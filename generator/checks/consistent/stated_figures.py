"""What sentences state: one figure each, of what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator.checks.consistent.claim_stems import MEASURES, stems
from generator.checks.consistent.figure_clauses import YEAR, clauses, others
from generator.checks.quick_looks import has_digit
from generator.model.wording.late_pattern import late_pattern

_FIGURE = late_pattern(
    r"(?<![\w.,])(?P<pound>\N{POUND SIGN}\s?)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s?(?P<unit>%|per\s?cent(?!age)\b|percent\b|percentage\s+points?|points?\b|million\b|billion\b"
    r"|thousand\b|mn?\b|bn\b|k\b)?",
    re.IGNORECASE,
)
_ABOUT = late_pattern(
    r"\b(?:about|around|approximately|approx\.?|some|nearly|almost|(?:just\s+|well\s+)?(?:over|under)"
    r"|up\s+to|roughly|circa|(?:more|less|fewer)\s+than|at\s+(?:least|most)|above|below|c\.)\s+"
    r"(?=\N{POUND SIGN}?\d)",
    re.IGNORECASE,
)
_MOVED = (
    r"(?:rose|risen|rises?|increas(?:ed?|es)|grew|grown|fell|fallen|falls?|drop(?:s|ped)?|decreased?"
    r"|reduced?|declined?|improved?|went\s+(?:up|down))"
)
_TO = late_pattern(
    rf"\b{_MOVED}(?:\s+(?:again|sharply|slightly|steadily|further))?\s+to\b", re.IGNORECASE
)
_CHANGED = late_pattern(
    r"\b(?:another|further|additional|extra)\s+(?:about\s+|around\s+)?\N{POUND SIGN}?\d"
    rf"|\b{_MOVED}(?:\s+\w+){{0,3}}?\s+by\b"
    r"|\d\s?(?:%|per\s?cent|percent)?\s+(?:more|fewer|less|higher|lower|increase|decrease|reduction"
    r"|rise|fall|drop|cut|uplift|each)\b"
    r"|\b(?:each|per)\s+(?:\w+\s+){0,3}\w+$",
    re.IGNORECASE,
)
_PART = late_pattern(
    r"\bof\s+(?:these|those|them|which|whom)\b(?!\s+(?:who|survey|asked|repl|respon))", re.I
)
_TYPED = late_pattern(r"^\W*\d+(?:(?:\.\d+)+\.?\s+|\.?\)?\s+(?=[A-Z*]))")
_LABEL = 6  # words
_ENDED = late_pattern(r"[.!?]\W*$")
_TIMES = {"million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "thousand": 1e3, "k": 1e3}
_LEAST = 2
_ROUGH = 0.2
"""How far, as a part of it, a figure may be from one that is told as 'about' so many."""


class Stated(NamedTuple):
    """A figure of a sentence. value: 63.0 for 63%, 1200000.0 for £1.2m; step: of its last digit.

    kind: '%', '£' or '#', a count. words: stems of what it is a figure of. years: that the sentence
    names. about: it is told as 'about' so many. shown, sentence: as written.
    """

    value: float
    step: float
    kind: str
    words: frozenset[str]
    years: frozenset[str]
    about: bool
    shown: str
    sentence: str

    def differs(self, other: Stated) -> bool:
        """Whether both cannot be one figure, however it was rounded."""
        apart = abs(self.value - other.value)
        if self.about or other.about:
            return apart > _ROUGH * max(self.value, other.value)
        if self.step == other.step:
            return apart > 0
        return apart > max(self.step, other.step) / 2 + 1e-9


def as_data(stated: Stated) -> list[Any]:
    """A figure as JSON data."""
    value, step, kind, words, years, *rest = stated
    return [value, step, kind, sorted(words), sorted(years), *rest]


def stated_of(data: Sequence[Any]) -> Stated:
    """The figure that `as_data` told."""
    value, step, kind, words, years, *rest = data
    return Stated(value, step, kind, frozenset(words), frozenset(years), *rest)


def stated_in(sentence: str) -> Iterator[Stated]:
    """The figures of a sentence, each where it is the only one of its kind in its clause."""
    if not has_digit(sentence) or _PART.search(sentence):
        return
    ended = _ENDED.search(sentence) is not None
    said = _TYPED.sub("", sentence)
    years, whole = frozenset(YEAR.findall(said)), stems(_label(said))
    for clause in clauses(said):
        if _CHANGED.search(clause.plain) is not None:
            continue
        named = whole | others(clause)
        own = frozenset(YEAR.findall(clause.words)) or years
        for one in _of_clause(clause.plain, own, sentence):
            if ended or one.kind != "#":  # 'Heading 2' is a name
                yield one._replace(words=one.words | named)


def _label(sentence: str) -> str:
    """'North team' of 'North team: 40 vacancies.'; '' for none."""
    label, colon, _ = sentence.partition(": ")
    return label if colon and len(label.split()) <= _LABEL and not has_digit(label) else ""


def _of_clause(clause: str, years: frozenset[str], sentence: str) -> Iterator[Stated]:
    about = _ABOUT.search(clause) is not None
    told = _TO.sub(" ", _ABOUT.sub(" ", clause))
    found = list(_FIGURE.finditer(told))
    words = stems(_FIGURE.sub(" ", told))
    if len(words) < _LEAST and not words & MEASURES:
        return
    kinds = [_kind(one) for one in found]
    for one, kind in zip(found, kinds, strict=True):
        if kind and kinds.count(kind) == 1:
            value, step = _value(one)
            yield Stated(value, step, kind, words, years, about, one[0].strip(), sentence)


def _kind(figure: re.Match[str]) -> str:
    """'' for what is no figure of its own, such as points that it changed by."""
    unit = (figure["unit"] or "").casefold()
    if figure["pound"]:
        return "\N{POUND SIGN}"
    if unit.rstrip("s").endswith("point"):
        return ""
    return "%" if unit.startswith(("%", "per")) else "#"


def _value(figure: re.Match[str]) -> tuple[float, float]:
    """The value, and the step of its last digit: 1.2m is 1,200,000 to the next 100,000."""
    number = figure["number"].replace(",", "")
    times = _TIMES.get((figure["unit"] or "").casefold(), 1.0)
    decimals = len(number.partition(".")[2])
    return float(number) * times, times / 10**decimals
