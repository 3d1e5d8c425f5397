"""Words of direction that the figures do not bear: '26%, which has fallen' where it rose.

A word is held against the wave that it names, else against every earlier wave that the passage
speaks of and the one before: it stands where any of them bears it. A figure that is named beside it
('up from 61%') is compared as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from generator.model.findings import Estimate, Finding, Findings, narrowed
from generator.model.narrative import Words
from generator.narrative.direction_vocabulary import WAVE
from generator.narrative.direction_words import (
    Said,
    has_direction,
    said_as_size,
    said_of_change,
    said_of_level,
)
from generator.narrative.narrative_rules import FIGURE_DIRECTION, FIGURE_UNIT
from generator.narrative.passages import ComputedSpan, Passage
from generator.narrative.rendered import Claim

_LEVELS = frozenset(
    {"percent", "rate", "mean", "median", "index", "net", "figure", "full", "proportion", "value"}
)
_COUNTS = {"count": "count", "received": "count", "base": "base", "sent": "base"}
_CHANGES = frozenset({"difference", "change_value"})
_PER_CENT = re.compile(
    r"(?<![\d.,])\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE
)
_NUMBER = re.compile(r"[\N{MINUS SIGN}+-]?\d[\d,]*(?:\.\d+)?")
_WAVE = re.compile(rf"\b{WAVE}\b", re.IGNORECASE)
_MEND = "write .change, .points or .choose(...) in an expression, which follow the figures"
_LOOSELY = 3.0  # times as large a change may be, where 'broadly' or the like is said
_SIZES = {"2": (1.7, 2.3), "0.5": (0.4, 0.58), "3": (2.6, 3.4), "4": (3.5, 4.5)}
_NEARLY = 0.97  # of twice as much: printed figures are rounded
_TOLD = {"up": "rose", "down": "fell", "same": "is the same"}


class ToldFigure(NamedTuple):
    """A published figure of the text: the finding, the place in it, and the part that is told."""

    finding: Finding
    category: str | None
    group: str | None
    wave: str
    part: str

    def at(self, wave: str) -> float | None:
        """The same of another wave; None where none is published."""
        found = self.finding.estimate(wave, self.category, self.group)
        if found is None or found.value is None or not self._change_told(wave):
            return None
        return _part_of(found, self.part)

    def _change_told(self, wave: str) -> bool:
        pair = (wave, self.wave, self.category, self.group)
        return not any(
            (one.earlier, one.later, one.category, one.group) == pair and one.difference is None
            for one in self.finding.changes
        )

    def text(self, wave: str) -> str:
        """How it is printed of a wave."""
        found = self.finding.estimate(wave, self.category, self.group)
        assert found is not None
        if self.part in _COUNTS:
            return f"{_part_of(found, self.part):,.0f}"
        return self.finding.text(found)

    def earlier_named(self, since: str) -> list[str]:
        """The earlier waves that a title may count from: the one it names, or any."""
        earlier = self.earlier()
        named = _named(since, self, earlier) if since else None
        return [wave for wave in earlier if named in (None, wave)] if named or not since else []

    def earlier(self) -> list[str]:
        """The waves before its own that have a figure."""
        waves = self.finding.waves
        before = waves[: waves.index(self.wave)] if self.wave in waves else ()
        return [wave for wave in before if self.at(wave) is not None]


def _part_of(found: Estimate, part: str) -> float | None:
    return getattr(found, _COUNTS[part]) if part in _COUNTS else found.value


def find_false_directions(passage: Passage, findings: Findings, words: Words) -> Iterator[Claim]:
    """Every word of direction in a passage that the figure beside it does not bear."""
    if not has_direction(passage.text):
        return
    for start, end, span in _figures_in(passage):
        figure = figure_of(span.key, findings) if span is not None else None
        if figure is not None and figure.part in _CHANGES:
            yield from _of_change(passage, start, end, figure)
            continue
        sized = said_as_size(passage.text, start, end) if figure is not None else None
        if sized is not None and figure is not None and figure.part in _LEVELS:
            yield from _level_for_change(passage, start, end, sized)
            continue
        for said in said_of_level(passage.text, start, end):
            if not passage.computed(said.start):
                yield from _of_level(passage, start, end, said, figure, words)


def _figures_in(passage: Passage) -> Iterator[tuple[int, int, ComputedSpan | None]]:
    """The place of every figure, and the span of those that were computed."""
    for span in passage.spans:
        yield span.start, span.end, span
    for match in _PER_CENT.finditer(passage.text):
        if passage.span_at(*match.span()) is None:
            yield (*match.span(), None)


def figure_of(key: str, findings: Findings) -> ToldFigure | None:
    """The figure that a value's key names; None for other values, such as titles and lists."""
    whole, _, waves = key.rpartition("@")
    place, _, part = whole.rpartition(".")
    if part not in _LEVELS and part not in _COUNTS and part not in _CHANGES:
        return None
    for name, finding in findings.items.items():
        if not place.startswith(name) or place[len(name) :][:1] not in ("", "[", "."):
            continue
        for category, group in product((None, *finding.categories), (None, *finding.groups)):
            if place == name + narrowed(category, group):
                return ToldFigure(finding, category, group, waves, part)
    return None


# ---------------------------------------------------------------- of a change
def _of_change(passage: Passage, start: int, end: int, figure: ToldFigure) -> Iterator[Claim]:
    earlier, _, later = figure.wave.partition("..")
    at = figure._replace(wave=later, part="value")
    then, now = at.at(earlier), at.at(later)
    if then is None or now is None:
        return
    for said in said_of_change(passage.text, start, end):
        told = not passage.computed(said.start) and said.direction in ("up", "down")
        if told and not _borne(said, then, now, 0.0):
            yield _claim(passage, said, start, end, contradicted(said, at, earlier))


def _level_for_change(passage: Passage, start: int, end: int, said: Said) -> Iterator[Claim]:
    first, last = min(start, said.start), max(end, said.end)
    if passage.computed(said.start):
        return
    yield Claim(
        passage.line,
        f"{passage.text[first:last]!r} gives a level where a change is meant",
        "write .difference or .points, which tell the size of the change",
        FIGURE_UNIT,
        passage.sentence(first, last),
    )


# ---------------------------------------------------------------- of a level
def _of_level(
    passage: Passage, start: int, end: int, said: Said, figure: ToldFigure | None, words: Words
) -> Iterator[Claim]:
    against = _against_written(passage, start, end, said) if said.before else ""
    if not against and figure is not None and _of_one_kind(passage, start, end, said):
        against = _against_waves(passage, said, figure, words)
    if against:
        yield _claim(passage, said, start, end, against)


def _against_written(passage: Passage, start: int, end: int, said: Said) -> str:
    """What is wrong with 'up from 78%' beside 67%, both as they are printed; '' for nothing."""
    text, before = passage.text[start:end], said.before.strip()
    then, now = _number(before), _number(text)
    known = then is not None and now is not None and _of_one_kind(passage, start, end, said)
    if not known or _borne(said, then or 0.0, now or 0.0, 0.0):
        return ""
    return f"{said.word!r} stands with {_shown(text)}, counted from {before}"


def _of_one_kind(passage: Passage, start: int, end: int, said: Said) -> bool:
    """Whether both figures are per cents, or neither; in 'from 61 to 67%' the sign stands once."""
    signs = [_PER_CENT.search(text) for text in (passage.text[start:end], said.before)]
    return not said.before or (signs[0] is None) == (signs[1] is None) or said.end < start


def _against_waves(passage: Passage, said: Said, figure: ToldFigure, words: Words) -> str:
    """What is wrong with 'risen since 2019' beside a figure of a finding; '' for nothing."""
    value, waves = figure.at(figure.wave), _waves(passage, said, figure)
    if value is None or not waves:
        return ""
    margin = words.change.threshold(figure.finding.unit) * (_LOOSELY if said.loose else 1.0)
    for wave in waves:
        before = figure.at(wave)
        alike = figure.text(wave) == figure.text(figure.wave)
        if before is None or _borne(said, before, value, margin, alike):
            return ""
    return contradicted(said, figure, waves[-1])


def _waves(passage: Passage, said: Said, figure: ToldFigure) -> list[str]:
    """The waves that the word may count from; the likeliest last, [] where that is not known."""
    earlier = figure.earlier()
    if said.since:
        named = _named(said.since, figure, earlier)
        if named is None:
            return []
        if named != figure.wave:
            return [named] if named in earlier else []
    spoken = {_named(found.group(), figure, earlier) for found in _WAVE.finditer(passage.text)}
    spoken |= {span.key.rpartition("@")[2] for span in passage.spans}
    return [wave for wave in earlier[:-1] if wave in spoken] + earlier[-1:]


def _named(words: str, figure: ToldFigure, earlier: list[str]) -> str | None:
    """The wave that words name; None for one that the finding has not."""
    if not any(map(str.isdigit, words)):
        waves = figure.finding.waves
        place = waves.index(figure.wave) if figure.wave in waves else 0
        before = waves[place - 1] if place else None
        return before if before in earlier else None
    plain = _plain(words)
    fitting = [
        wave
        for wave in figure.finding.waves
        if _plain(wave) == plain or plain in map(_plain, wave.split())
    ]
    return fitting[0] if len(fitting) == 1 else None


def _plain(wave: str) -> str:
    return re.sub(r"\s", "", wave).replace("\N{EN DASH}", "-").replace("/", "-").casefold()


def _borne(said: Said, then: float, now: float, margin: float, alike: bool = False) -> bool:
    """Whether two figures bear the word. margin: a change that is none. alike: they print alike."""
    if said.direction == "same":
        return alike or abs(now - then) <= margin + 1e-9
    if said.direction in _SIZES:
        low, high = _SIZES[said.direction]
        return then == 0 or low <= now / then <= high
    if said.direction[0] in "<>":
        times = float(said.direction[1:])
        return then == 0 or (now > _NEARLY * times * then if times > 1 else now < times * then)
    if alike:
        return False
    return now > then if said.direction == "up" else now < then


def is_borne(said: Said, figure: ToldFigure, wave: str, margin: float) -> bool:
    """Whether a figure bears a word that counts from a wave. margin: a change that is none."""
    value, before = figure.at(figure.wave), figure.at(wave)
    alike = figure.text(wave) == figure.text(figure.wave)
    return value is None or before is None or _borne(said, before, value, margin, alike)


def contradicted(said: Said, figure: ToldFigure, wave: str) -> str:
    """What is wrong with a word beside a figure that has gone another way since a wave."""
    then, now = figure.text(wave), figure.text(figure.wave)
    value, before = figure.at(figure.wave), figure.at(wave)
    assert value is not None
    assert before is not None
    way = "same" if then == now else "up" if value > before else "down"
    told = _TOLD[way] + (f" as in {wave}" if way == "same" else f" from {then} in {wave}")
    return f"{said.word!r} stands with {now}, which {told}"


def _claim(passage: Passage, said: Said, start: int, end: int, what: str) -> Claim:
    first, last = min(start, said.start), max(end, said.end)
    return Claim(passage.line, what, _MEND, FIGURE_DIRECTION, passage.sentence(first, last))


def _shown(text: str) -> str:
    found = _PER_CENT.search(text)
    return found.group() if found is not None else text.strip()


def _number(text: str) -> float | None:
    """The number that a figure is told with: of 'around two thirds (67%)' 67; None for none."""
    per_cent = _PER_CENT.search(text)
    found = _NUMBER.search(per_cent.group() if per_cent is not None else text)
    if found is None:
        return None
    return float(found.group().replace(",", "").replace("\N{MINUS SIGN}", "-"))
