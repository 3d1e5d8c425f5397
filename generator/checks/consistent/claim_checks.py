"""What a text claims of its figures, by the rules that the narrative is held to.

A report that was built is left alone: its narrative was held against the findings themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.consistent.figure_rules import (
    DIRECTION_WRONG,
    QUANTIFIER_LOOSE,
    QUANTIFIER_WRONG,
    SHARE_IMPOSSIBLE,
)
from generator.checks.held import Held
from generator.checks.paper_sections import is_written, written, written_having
from generator.model.findings import Findings
from generator.model.issues import Issue, Rule
from generator.model.narrative import QuantifierScale, QuantifierStep, Words
from generator.model.wording.late_pattern import late_pattern
from generator.narrative.claims import claims_in
from generator.narrative.narrative_rules import (
    FIGURE_DIRECTION,
    FIGURE_IMPOSSIBLE,
    FIGURE_QUANTIFIER,
)
from generator.narrative.passages import Passage

_NO_FINDINGS = Findings("", (), {}, {}, (), ())
_RULES: dict[str, Rule] = {
    FIGURE_QUANTIFIER.id: QUANTIFIER_WRONG,
    FIGURE_DIRECTION.id: DIRECTION_WRONG,
    FIGURE_IMPOSSIBLE.id: SHARE_IMPOSSIBLE,
}
_ALLOWED: dict[str, tuple[float, float]] = {
    "all": (99.5, 100), "almost all": (85, 99.9), "nearly all": (85, 99.9),
    "the vast majority": (75, 99.9), "vast majority": (75, 99.9), "the large majority": (60, 95),
    "large majority": (60, 95), "the great majority": (65, 99), "most": (50.1, 99.9),
    "the majority": (50.1, 99.9), "a majority": (50.1, 99.9), "majority": (50.1, 99.9),
    "three quarters": (70, 80), "around three quarters": (70, 80), "two thirds": (62, 71),
    "around two thirds": (62, 71), "more than two thirds": (66.7, 80), "well over half": (54, 80),
    "more than half": (50.1, 80), "over half": (50.1, 80), "half": (45, 55),
    "around half": (45, 55), "about half": (45, 55), "almost half": (40, 49.9),
    "nearly half": (40, 49.9), "just under half": (43, 49.9), "just over half": (50.1, 57),
    "less than half": (15, 49.9), "fewer than half": (15, 49.9), "a minority": (0.1, 49.9),
    "minority": (0.1, 49.9), "a third": (29, 38), "one third": (29, 38),
    "around a third": (28, 39), "over a third": (33.3, 45), "more than a third": (33.3, 45),
    "a quarter": (21, 29), "one quarter": (21, 29), "around a quarter": (20, 30),
    "more than a quarter": (25, 33.3), "a fifth": (17, 23), "one in five": (17, 23),
    "around one in five": (16, 24), "one in ten": (7, 13), "around one in ten": (6, 14),
    "few": (0, 30), "very few": (0, 15), "hardly any": (0, 10), "almost none": (0, 10),
    "none": (0, 0.5),
}  # fmt: skip
_RANKS = (
    ("almost all", "nearly all"),
    ("vast majority", "great majority"),
    ("most", "large majority"),
    ("majority",),
)
_STRONG = late_pattern(
    r"\b(almost all|nearly all|vast majority|great majority|large majority|most|majority)\b"
    r"(?:\s+[^\s.;:!?(),\d]+){0,9}?\s*(?:\(|,\s)\s*(\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)


@cache
def _words() -> Words:
    """Everyday meanings, wide enough for any council's scale."""
    scale = QuantifierScale("everyday", (QuantifierStep("", 0.0),), _ALLOWED)
    return Words("everyday", {"everyday": scale})


def check_claims(held: Held) -> Iterator[Issue]:
    """Words for proportions, directions, and per cents that their base does not allow."""
    if held.built:
        return
    passages = [
        Passage(text.text, (), at, "prose", text.kind == "item") for at, text in written(held.paper)
    ]
    for claim in claims_in(passages, _NO_FINDINGS, _words()):
        rule = _RULES.get(claim.rule.id)
        if rule is not None:
            yield held.issue(
                rule, held.paper.where(claim.line, claim.words), claim.what, rule.remedy
            )


def check_loose_words(held: Held) -> Iterator[Issue]:
    """A stronger word with a lower figure than a weaker one has in the same paper."""
    shares: dict[int, list[tuple[float, int, str]]] = {}
    for at, strong in held.found(_strong_in):
        for word, share in strong if is_written(held.paper.texts[at]) else ():
            rank = next(place for place, words in enumerate(_RANKS) if word in words)
            shares.setdefault(rank, []).append((share, at, word))
    for rank, found_here in sorted(shares.items()):
        low = min(found_here)
        weaker = [one for place, ones in shares.items() if place > rank for one in ones]
        high = max(weaker, default=None)
        if high is not None and high[0] > low[0]:
            what = f"{low[2]!r} stands with {low[0]:g}%, and {high[2]!r} with {high[0]:g}%"
            yield held.issue(QUANTIFIER_LOOSE, held.paper.where(low[1]), what)


def _strong_in(words: str) -> list[tuple[str, float]]:
    """Each such word with its figure."""
    return [(found[1].casefold(), float(found[2])) for found in _STRONG.finditer(words)]


_UP = "rose|risen|rises|rising|increased|increases|increasing|grew|grown|climbed|improved|up"
_DOWN = "fell|fallen|falls|falling|decreased|decreases|decreasing|declined|dropped|reduced|down"
_COUNT, _UNIT = r"\d[\d,]*(?:\.\d+)?", r"\s?(?:%|per\s?cent|m|k|million)?"
_FROM_TO = late_pattern(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<doubled>doubled)|(?P<halved>halved)"
    r"|(?P<trebled>trebled|tripled))(?:\s+(?:again|sharply|slightly|steadily|further))?"
    rf",?\s+from\s+(?:about\s+|around\s+)?\N{{POUND SIGN}}?(?P<then>{_COUNT})(?P<sign>{_UNIT})"
    r"(?:\s+(?:in|at)\s+[\w ]{3,20}?)?,?\s+to\s+(?:about\s+|around\s+|just\s+)?"
    rf"\N{{POUND SIGN}}?(?P<now>{_COUNT})(?P<sign2>{_UNIT})",
    re.IGNORECASE,
)
_TIMES = {"doubled": (1.7, 2.4), "halved": (0.4, 0.6), "trebled": (2.5, 3.6)}


def check_from_to(held: Held) -> Iterator[Issue]:
    """'rose from 15 to 10', 'doubled from 10 to 15'."""
    for at, text in written_having(held, _goes_from):
        for found in _FROM_TO.finditer(text.text):
            then, now = (float(found[name].replace(",", "")) for name in ("then", "now"))
            years = 1900 < then < 2100 and 1900 < now < 2100
            signs = {found["sign"].strip(), found["sign2"].strip()} - {""}
            percent = "%" in found[0] or "cent" in found[0]
            if years or len(signs) > 1 or percent or _borne(found, then, now):
                continue
            what = f"{found[0]!r} moved another way"
            yield held.issue(DIRECTION_WRONG, held.paper.where(at, found[0]), what)


def _goes_from(words: str) -> bool:
    return " from " in words and _FROM_TO.search(words) is not None


def _borne(found: re.Match[str], then: float, now: float) -> bool:
    if found["up"]:
        return now > then
    if found["down"]:
        return now < then
    low, high = next(bounds for name, bounds in _TIMES.items() if found[name])
    return then == 0 or low <= now / then <= high
