"""Words of typed titles and captions, held against the figures that are shown below them.

'Fewer than half feel safe' over a chart of 65%, 'Satisfaction has risen since 2021' over one that
fell: no figure stands beside the words, so any of those shown may bear them. What no shown figure
bears is false. Words of the questions themselves are left alone ('My workload has increased').
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from generator.model.findings import Finding, Findings
from generator.model.narrative import QuantifierScale, Words
from generator.model.wording.rounding import PER_CENT, round_half_up
from generator.narrative.direction_words import Said, said_of_message
from generator.narrative.directions import ToldFigure, contradicted, figure_of, is_borne
from generator.narrative.directives.shown_figures import WHOLES
from generator.narrative.narrative_rules import FIGURE_DIRECTION, FIGURE_QUANTIFIER
from generator.narrative.passages import Passage
from generator.narrative.rendered import Claim

_MEND = "say what the figures bear, or leave the title out: it is then computed"
_PLAIN_WORDS = frozenset({"all", "few", "many", "none", "half", "most"})
_MOST = (
    r"(?:^|[:;,]\s+|\band\s+)most(?=\s+(?:of\b|people\b|staff\b|who\b|say\b|feel\b|agree\b|think\b"
    r"|find\b|have\b|had\b|are\b|were\b|would\b|plan\b|know\b))(?!\s+of\s+(?:the\s+time|all)\b)"
)


def find_false_messages(passage: Passage, findings: Findings, words: Words) -> Iterator[Claim]:
    """Every word of direction or proportion in a title or caption that no shown figure bears."""
    figures = [found for key in passage.shows if (found := figure_of(key, findings)) is not None]
    figures = [one for one in figures if one.at(one.wave) is not None]
    if not figures or any(map(str.isdigit, _without_waves(passage.text, findings))):
        return  # with a figure of its own, the words beside that are looked at
    said = [one for one in said_of_message(passage.text) if not passage.computed(one.start)]
    asked = _asked(figures)
    for one in said:
        if one.word.casefold() not in asked:
            yield from _direction(passage, one, figures, words)
    for match in _proportions(words).finditer(passage.text):
        word = " ".join(match.group().strip(" ,:;").casefold().removeprefix("and ").split())
        if word not in asked and not passage.computed(match.end() - 1):
            yield from _proportion(passage, match, word, figures, words)


def _without_waves(text: str, findings: Findings) -> str:
    for wave in findings.waves:
        text = text.replace(wave, "")
    return re.sub(r"\b(?:19|20)\d\d\b", "", text)


def _asked(figures: Sequence[ToldFigure]) -> str:
    """The words of what was asked, and of the answers to it."""
    texts: list[str] = []
    for finding in {one.finding.key: one.finding for one in figures}.values():
        texts += [finding.title, *finding.question_texts.values(), *finding.categories]
    return " ".join(texts).casefold()


# ---------------------------------------------------------------- direction
def _direction(
    passage: Passage, said: Said, figures: Sequence[ToldFigure], words: Words
) -> Iterator[Claim]:
    one_wave = len({figure.wave for figure in figures}) < 2
    if one_wave and said.word.casefold() in ("more", "fewer", "less") and not said.since:
        return  # one group beside another, perhaps
    against: tuple[ToldFigure, str] | None = None
    for figure in figures:
        if figure.wave != _latest(figure.finding, figures):
            continue
        margin = words.change.threshold(figure.finding.unit)
        for wave in figure.earlier_named(said.since):
            if is_borne(said, figure, wave, margin):
                return
            against = figure, wave
    if against is not None:
        what = contradicted(said, *against)
        sentence = passage.sentence(said.start, said.end)
        yield Claim(passage.line, what, _MEND, FIGURE_DIRECTION, sentence)


# ---------------------------------------------------------------- proportions
def _proportions(words: Words) -> re.Pattern[str]:
    known = {word for scale in words.scales.values() for word in scale.allowed}
    return _pattern(tuple(sorted(known - _PLAIN_WORDS, key=lambda word: (-len(word), word))))


@cache
def _pattern(known: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in known)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])|{_MOST}", re.IGNORECASE)


def _proportion(
    passage: Passage, match: re.Match[str], word: str, figures: Sequence[ToldFigure], words: Words
) -> Iterator[Claim]:
    nearest: tuple[float, str] | None = None
    for finding in {one.finding.key: one.finding for one in figures}.values():
        scale = words.scale(finding.scale) if finding.scale else words.scale()
        bounds = scale.allowed.get(word) if scale is not None else None
        if finding.unit != PER_CENT or scale is None or bounds is None:
            return
        for share in _shares(finding, _waves(passage, finding, figures)):
            away = max(bounds[0] - share, share - bounds[1], 0.0)
            if away < 0.05 + 1e-9:
                return
            if nearest is None or away < nearest[0]:
                nearest = away, _told(word, share, bounds, scale)
    if nearest is not None:
        sentence = passage.sentence(*match.span())
        yield Claim(passage.line, nearest[1], _MEND, FIGURE_QUANTIFIER, sentence)


def _waves(passage: Passage, finding: Finding, figures: Sequence[ToldFigure]) -> set[str]:
    """The waves that a title is about: the latest shown, or any where it names one."""
    shown = {one.wave for one in figures if one.finding.key == finding.key}
    named = any(wave in passage.text for wave in finding.waves)
    return shown if named else {_latest(finding, figures)}


def _latest(finding: Finding, figures: Sequence[ToldFigure]) -> str:
    shown = {one.wave for one in figures if one.finding.key == finding.key}
    return max(shown, key=finding.waves.index)


def _told(word: str, share: float, bounds: tuple[float, float], scale: QuantifierScale) -> str:
    means = f"{bounds[0]:g}% to {bounds[1]:g}% in the scale {scale.key!r}"
    return f"{word!r} stands over figures of which the nearest is {share:g}%, but means {means}"


def _shares(finding: Finding, waves: set[str]) -> Iterator[float]:
    """The shares shown, as printed, and those of answers that stand next to one another."""
    for wave in waves:
        for group in (None, *finding.groups):
            named = finding.categories or (None,)
            found = [finding.estimate(wave, category, group) for category in named]
            shares = [
                float(round_half_up(one.value, finding.decimals))
                for one in found
                if one is not None and one.value is not None
            ]
            yield from shares
            if finding.measure in WHOLES:
                for first, last in combinations(range(len(shares) + 1), 2):
                    yield sum(shares[first:last])
