"""The same said twice in other words, with different figures.

Two sentences tell the same where their words come to the same stems, of the same time, and nothing
says that they speak of two groups: a report has a section for each group, and the sentences in them
leave the group to the heading. So this warns, where the same words twice are an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.checks.consistent.claim_stems import stems
from generator.checks.consistent.figure_clauses import YEAR
from generator.checks.consistent.figure_rules import FIGURE_RESTATED
from generator.checks.consistent.stated_figures import Stated, stated_in
from generator.checks.held import Held
from generator.checks.paper_sections import sentences_of, written
from generator.checks.quick_looks import has_digit
from generator.model.issues import Issue
from generator.model.release.paper import Paper
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
    groups = _groups(held.paper)
    for one in _placed(held.paper):
        stated = one.stated
        before = known.setdefault((stated.kind, stated.words), [])
        other = next((each for each in before if _contradicts(one, each, groups)), None)
        if other is not None:
            told = f"({other.stated.sentence[:60]!r})"
            what = f"{stated.shown} is said here, and {other.stated.shown} elsewhere {told}"
            where = held.paper.where(one.at, stated.sentence)
            yield held.issue(FIGURE_RESTATED, where, what)
        before.append(one)


def _placed(paper: Paper) -> Iterator[_Placed]:
    """The figures of what is written. A year counts for what follows it in its paragraph."""
    for at, text in written(paper):
        if not has_digit(text.text):
            continue
        head = text.heading
        years, around = frozenset(YEAR.findall(head)), stems(head)
        for sentence in sentences_of(text.text):
            around |= stems(sentence)
            for stated in stated_in(sentence):
                yield _Placed(stated, at, around, stated.years or years)
            years = frozenset(YEAR.findall(sentence)) or years


def _groups(paper: Paper) -> frozenset[str]:
    """Of what the paper gives shares: 'social' of '35% of social workers'."""
    found = (_OF.findall(text.text) for _, text in written(paper) if has_digit(text.text))
    return frozenset(stem for ones in found for words in ones for stem in stems(words))


def _contradicts(one: _Placed, other: _Placed, groups: Iterable[str]) -> bool:
    here, there = one.stated, other.stated
    if here.sentence.casefold() == there.sentence.casefold() or not here.differs(there):
        return False
    if one.years != other.years:
        return False
    named = here.words | there.words
    apart = (one.around ^ other.around) - named
    return not apart.intersection(groups)
