"""The same said twice in other words, with different figures.

Two sentences tell the same where their words come to the same stems, of the same time, and nothing
says that they speak of two groups: a report has a section for each group, and the sentences in them
leave the group to the heading. So this warns, where the same words twice are an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.checks.consistent.claim_stems import stems
from generator.checks.consistent.figure_clauses import YEAR
from generator.checks.consistent.figure_rules import FIGURE_RESTATED
from generator.checks.consistent.stated_figures import Stated, as_data, stated_in, stated_of
from generator.checks.held import Held
from generator.checks.paper_sections import is_written, sentences_of
from generator.checks.quick_looks import has_digit, has_letter
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_OF = late_pattern(
    r"(?:%|per\s?cent|percent|proportion|share)\s+of\s+(?:the\s+|our\s+|all\s+|its\s+)*"
    r"((?:[^\W\d_]+[-'\N{RIGHT SINGLE QUOTATION MARK}]?\s?){1,3})",
    re.IGNORECASE,
)


class _Placed(NamedTuple):
    """A stated figure, the index of its text, and the words and years of what it stands under."""

    stated: Stated
    at: int
    around: frozenset[str]
    years: frozenset[str]


def check_figures_restated(held: Held) -> Iterator[Issue]:
    """Each figure against those before it that are of the same."""
    known: dict[tuple[str, frozenset[str]], list[_Placed]] = {}
    groups = _groups(held)
    for one in _placed(held):
        stated = one.stated
        before = known.setdefault((stated.kind, stated.words), [])
        other = next((each for each in before if _contradicts(one, each, groups)), None)
        if other is not None:
            told = f"({other.stated.sentence[:60]!r})"
            what = f"{stated.shown} is said here, and {other.stated.shown} elsewhere {told}"
            where = held.paper.where(one.at, stated.sentence)
            yield held.issue(FIGURE_RESTATED, where, what)
        before.append(one)


def _placed(held: Held) -> Iterator[_Placed]:
    """The figures of what is written. A year counts for what follows it in its paragraph."""
    for at, sentences in held.found(_stated_in):
        text = held.paper.texts[at]
        if not is_written(text):
            continue
        head = text.heading
        years, around = frozenset(YEAR.findall(head)), stems(head)
        for words, own_years, figures in sentences:
            around |= frozenset(words)
            for one in figures:
                stated = stated_of(one)
                yield _Placed(stated, at, around, stated.years or years)
            years = frozenset(own_years) or years


def _stated_in(text: str) -> list[list[Any]]:
    """The stems, years and figures of each sentence of a text with figures; nothing for none."""
    found = [
        [sorted(stems(one)), YEAR.findall(one), list(map(as_data, stated_in(one)))]
        for one in (sentences_of(text) if has_digit(text) and has_letter(text) else ())
    ]
    return found if any(figures for *_, figures in found) else []


def _groups(held: Held) -> frozenset[str]:
    """Of what the paper gives shares: 'social' of '35% of social workers'."""
    found = held.found(_shared_by)
    return frozenset(
        stem for at, ones in found if is_written(held.paper.texts[at]) for stem in ones
    )


def _shared_by(text: str) -> list[str]:
    """The stems of that of which a text gives shares."""
    found = _OF.findall(text) if has_digit(text) else ()
    return sorted({stem for words in found for stem in stems(words)})


def _contradicts(one: _Placed, other: _Placed, groups: Iterable[str]) -> bool:
    here, there = one.stated, other.stated
    if here.sentence.casefold() == there.sentence.casefold() or not here.differs(there):
        return False
    if one.years != other.years:
        return False
    named = here.words | there.words
    apart = (one.around ^ other.around) - named
    return not apart.intersection(groups)
