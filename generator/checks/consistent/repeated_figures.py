"""The same said twice with different figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.checks.consistent.figure_rules import FIGURE_TWICE
from generator.checks.held import Held
from generator.checks.paper_sections import is_written, sentences_of
from generator.checks.quick_looks import has_digit
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_FIGURE = late_pattern(
    r"\N{POUND SIGN}?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|per\s?cent\b|percent\b|million\b|m\b|k\b))?"
)
_WORD = late_pattern(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)?")
_SMALL = frozenset((
    "a", "about", "an", "and", "are", "around", "as", "at", "been", "by", "for", "from", "had",
    "has", "have", "in", "is", "it", "its", "of", "on", "or", "over", "overall", "said", "say",
    "that", "the", "their", "them", "there", "these", "they", "this", "to", "was", "we", "were",
    "which", "with",
))  # fmt: skip
_MEASURE = late_pattern(
    r"\b((?:response|vacancy|turnover|sickness|retention|absence|return|unemployment|agency)\s+rate"
    r"|total\s+(?:cost|budget|number\s+of\s+\w+)|average\s+caseload"
    r"|number\s+of\s+(?:respondents|replies|responses))"
    r"\s+(?:of|was|is|stood\s+at|were)\s+(?:about\s+|around\s+)?"
    r"(\N{POUND SIGN}?\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent|million|m\b)?)",
    re.IGNORECASE,
)
_FEW = 4


def check_figures_twice(held: Held) -> Iterator[Issue]:
    """Sentences by their words, and well-known measures by their names."""
    seen: dict[tuple[tuple[str, ...], tuple[str, ...], int], tuple[str, list[str]]] = {}
    measured: dict[tuple[str, frozenset[str]], str] = {}
    for at, figured in held.found(_figured):
        sentences = figured if is_written(held.paper.texts[at]) else ()
        for sentence, told, years, words, measures in sentences:
            key = tuple(words), tuple(years), len(told)
            if told and len(words) >= _FEW:
                other, values = seen.setdefault(key, (sentence, told))
                differing = _differing(told, values)
                if differing is not None:
                    here, there = differing
                    what = f"{here} is said here, and {there} elsewhere ({other[:60]!r})"
                    yield held.issue(FIGURE_TWICE, held.paper.where(at, sentence), what)
                    continue
            for said, name, here, context in measures:
                value = measured.setdefault((name, frozenset(context)), here)
                if value != here and _kind(value) == _kind(here):
                    what = f"the {name} is {here} here, and {value} elsewhere"
                    yield held.issue(FIGURE_TWICE, held.paper.where(at, said), what)


def _figured(words: str) -> list[list[Any]]:
    """The sentences with figures, each with these, its years, its words and its measures."""
    found: list[list[Any]] = []
    for sentence in sentences_of(words) if has_digit(words) else ():
        figures = _FIGURE.findall(sentence)
        told = [one for one in figures if not _is_year(one)]
        years = [one for one in figures if _is_year(one)]
        measures = list(map(_measured, _MEASURE.finditer(sentence)))
        if told or measures:
            found.append([sentence, told, years, sorted(_words(sentence)), measures])
    return found


def _measured(found: re.Match[str]) -> tuple[str, str, str, list[str]]:
    """How a measure is said, its name, its figure, and what else its sentence says."""
    name = " ".join(found[1].casefold().split())
    return found[0], name, found[2].strip(), _context(found.string, found)


def _words(sentence: str) -> list[str]:
    return [one for one in _WORD.findall(sentence.casefold()) if one not in _SMALL]


def _differing(here: list[str], there: list[str]) -> tuple[str, str] | None:
    """The one figure in which two sentences of the same words differ; of several, they may tell of
    two things.
    """
    found = [pair for pair in zip(here, there, strict=True) if pair[0] != pair[1]]
    alike = len(found) == 1 and _kind(found[0][0]) == _kind(found[0][1])
    return found[0] if alike else None


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and figure[:2] in ("19", "20")


def _kind(figure: str) -> str:
    return "".join(one for one in figure if not one.isdigit() and one not in ",. ")


def _context(sentence: str, found: re.Match[str]) -> list[str]:
    """What else a sentence says, so that rates of two years or two groups are not compared."""
    rest = sentence[: found.start()] + sentence[found.end() :]
    return [one for one in _FIGURE.findall(rest) if _is_year(one)] + _words(rest)
