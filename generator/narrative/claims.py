"""What the text claims: typed figures, words that a figure does not bear, impossible ones.

Typed figures are listed, not refused: an author may have reason. The others are errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.model.document import Block
from generator.model.findings import Findings
from generator.model.issues import Where
from generator.model.narrative import QuantifierScale, TypedFigure, Words
from generator.model.wording.attainable import attainable, bases_for
from generator.model.wording.rounding import round_half_up
from generator.narrative.direction_wording import pattern
from generator.narrative.directions import find_false_directions
from generator.narrative.message_words import find_false_messages
from generator.narrative.narrative_rules import (
    FIGURE_IMPOSSIBLE,
    FIGURE_QUANTIFIER,
    FIGURE_SIGNIFICANCE,
    FIGURE_UNIT,
)
from generator.narrative.passages import Passage, passages_of
from generator.narrative.rendered import Claim

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:%|per\s?cent\b|percent\b)"
_PER_CENT = rf"(?<![\d.,])(?P<number>{_NUMBER})\s?{_UNIT}"
_FIGURES = (
    rf"(?<![\w.,/:])(?:{_NUMBER}\s?(?:{_UNIT}|percentage\s+points?\b)"
    r"|\d[\d,]*\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+)?\d[\d,]*\b"
    r"|\d[\d,]*\s+(?:replies|responses|respondents|answers|returns)\b"
    r"|\d[\d,]*\.\d+)(?![\d]|[.,:/]\d)"
)
_PLACE = (
    r"(?:paragraphs?|sections?|parts?|appendix|appendices|annex|annexe|figures?|tables?|charts?|items?"
    r"|recommendations?|regulations?|articles?|clauses?|standards?|version|minute|stage|levels?"
    r"|schedule|chapters?|pages?)\s+(?:[\d.]+(?:\s*(?:,|and|to|or|-|\N{EN DASH})\s*)+)*$"
)
_TIME = r"\s?(?:am|pm|a\.m\.|p\.m\.|noon)\b"
_ABOUT = (
    r"(?:(?:almost|nearly|just\s+over|just\s+under|over|under|about|around|some|at|or|that\s+is"
    r"|more\s+than|less\s+than|fewer\s+than|up\s+to)\s+)*"
)
_LOOSE = frozenset({"all", "few", "many", "none", "half"})
_BEFORE_LOOSE = (
    r"\b(?:of|for|across|in|among|amongst|from|past|last|next|not|at|by|with|to|a|the|second|first|and)"
    r"\s+$"
)
_CHANGED = "increased|risen|rose|fallen|fell|decreased|declined|dropped|improved|changed"
_SIGNIFICANT = (
    r"\bsignificant(?:ly)?\s+(?:\w+\s+)?(?:increase|rise|growth|fall|decrease|decline|drop|reduction"
    rf"|improvement|change|difference|more|fewer|less|higher|lower|better|worse|{_CHANGED})s?\b"
    rf"|\b(?:{_CHANGED}|higher|lower)\s+significantly\b"
)
_BY = (
    r"\b(?:rise|rises|rose|risen|increase[sd]?|increasing|decrease[sd]?|decreasing|fall|falls|fell|fallen"
    r"|drop|drops|dropped|decline[sd]?|up|down|improve[sd]?|reduce[sd]?|grew|grown|change[sd]?)\s+by\s+"
    rf"{_ABOUT}$"
)
_UNITS = ("%", "per cent", "percent", "percentage point")
_BASES = (
    r"(?<![\d.,])(?P<n>\d[\d,]*)\s+(?:(?:out\s+)?of\s+(?:the\s+)?(?P<m>\d[\d,]*)\s+(?:[\w-]+\s+){0,5}?)?"
    r"(?:replies|responses|respondents|replied|responded|answered)\b"
    r"|(?<![\d.,])(?!(?:19|20)\d\d\b)(?P<who>\d[\d,]*)\s+"
    r"(?:(?!questions?\b|items?\b|times\b)[a-z][\w'-]*\s+){0,2}?"
    r"(?:people|persons|staff|employees|workers|practitioners|colleagues|managers|teachers|nurses)"
    r"\s+(?:have\s+|had\s+)?(?:replied|responded|answered)\b"
    r"|\b(?:base\s*(?:=|:|of)?|n\s*[=:])\s*(?P<base>\d[\d,]*)\b"
)
_SHARE = (
    r"(?<![\d.,])(?P<n>\d[\d,]*)\s+(?:out\s+)?of\s+(?:the\s+)?(?P<m>\d[\d,]*)[^.;()]{0,60}"
    rf"\(\s*(?P<number>{_NUMBER})\s?{_UNIT}"
)
_YEAR_AFTER = r"\W{0,3}(?:in|for)\s+(?:19|20)\d\d\b"


def find_typed_figures(blocks: Iterable[Block], where: Where) -> Iterator[TypedFigure]:
    """Figures in a text that no expression produced: per cents, 'n of m', decimals, replies.

    where: the text's place, for passages that do not know their line. Dates, years, times of day
    and numbers of paragraphs, sections and appendices are not figures.
    """
    for passage in passages_of(blocks, where.line or 0):
        if passage.own or not passage.has_typed_digit():
            continue
        place = replace(where, line=passage.line or None)
        for match in pattern(_FIGURES).finditer(passage.text):
            if passage.typed(match.start(), match.end()) and not _is_no_figure(passage, match):
                sentence = passage.sentence(match.start(), match.end())
                yield TypedFigure(match.group().strip(), place, sentence)


def _is_no_figure(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a decimal is the number of a place in a document, or a time of day."""
    found = match.group()
    if "%" in found or not found[-1].isdigit() or "." not in found:
        return False
    before = pattern(_PLACE).search(passage.text[: match.start()])
    return bool(before or pattern(_TIME).match(passage.text, match.end()))


def find_false_claims(blocks: Iterable[Block], findings: Findings, words: Words) -> Iterator[Claim]:
    """Every claim of the text that the figures do not bear."""
    yield from claims_in(list(passages_of(blocks)), findings, words)


def groups_of(blocks: Iterable[Block]) -> Iterator[Sequence[Passage]]:
    """The passages in groups, of which what one says has no bearing on the claims of another."""
    passages = list(passages_of(blocks))
    yield from _together(passages)
    yield from ((one,) for one in passages if one.kind != "prose")


def claims_in(passages: Sequence[Passage], findings: Findings, words: Words) -> Iterator[Claim]:
    """Every claim of some passages, in their order, that the figures do not bear."""
    quantifier = _quantifier_pattern(words)
    for passage in passages:
        yield from find_false_directions(passage, findings, words)
        if passage.kind == "message":
            if quantifier is not None:
                yield from _quantifiers(passage, quantifier, findings, words)
            yield from _significance(passage)
        if passage.shows:
            yield from find_false_messages(passage, findings, words)
    for together in _together(passages):
        for passage in together:
            if quantifier is not None:
                yield from _quantifiers(passage, quantifier, findings, words)
            yield from _significance(passage)
            yield from _units(passage)
            if passage.has_typed_digit():
                yield from _impossible(passage, together)


def _together(passages: Iterable[Passage]) -> Iterator[Sequence[Passage]]:
    """Prose that belongs together: a list and the paragraph before it, which may say what the base
    is, with a paragraph between that only leads over to the list.
    """
    group: list[Passage] = []
    for passage in passages:
        if passage.kind != "prose":
            continue
        if not (passage.listed or passage.text.rstrip().endswith(":")) and group:
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


# ---------------------------------------------------------------- words for proportions
def _quantifier_pattern(words: Words) -> re.Pattern[str] | None:
    known = {word for scale in words.scales.values() for word in scale.allowed}
    if not known:
        return None
    longest_first = sorted(known, key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    between = r"(?:\s+[^\s.;:!?(),\d]+){0,9}?"
    return re.compile(
        rf"(?<![\w-])(?P<word>{either})(?![\w-]){between}"
        rf"\s*(?:\(|,\s|\N{{EN DASH}}\s|-\s)\s*{_ABOUT}{_PER_CENT}",
        re.IGNORECASE,
    )


def _quantifiers(
    passage: Passage, quantifier: re.Pattern[str], findings: Findings, words: Words
) -> Iterator[Claim]:
    position = 0
    while (match := quantifier.search(passage.text, position)) is not None:
        position = match.end("word")
        word = " ".join(match["word"].casefold().split())
        if passage.computed(match.start("word")):
            continue
        if word in _LOOSE and pattern(_BEFORE_LOOSE).search(passage.text[: match.start()]):
            continue
        share = _to_number(match["number"])
        scale = _scale_for(passage, match, findings, words)
        if scale is None or share is None:
            continue
        claim = _misfit(word, share, match["number"], scale)
        if claim is not None:
            sentence = passage.sentence(*match.span())
            yield Claim(passage.line, *claim, FIGURE_QUANTIFIER, sentence)


def _scale_for(
    passage: Passage, match: re.Match[str], findings: Findings, words: Words
) -> QuantifierScale | None:
    span = passage.span_at(match.start("number"), match.end("number"))
    key = span.key if span is not None else ""
    for name, finding in findings.items.items():
        if key.startswith((f"{name}.", f"{name}[")) and finding.scale:
            return words.scale(finding.scale)
    return words.scale()


def _misfit(word: str, share: float, shown: str, scale: QuantifierScale) -> tuple[str, str] | None:
    right = scale.word(share)
    mend = f"write {right!r}, or .proportion in the expression" if right else "take the word out"
    allowed = scale.allowed.get(word)
    if allowed is None:
        return f"the scale {scale.key!r} has no {word!r} to stand with {shown}%", mend
    low, high = allowed
    if low - 0.05 < round(share, 1) + 1e-9 and round(share, 1) - 1e-9 < high + 0.05:
        return None
    means = f"{low:g}% to {high:g}% in the scale {scale.key!r}"
    return f"{word!r} stands with {shown}%, but means {means}", mend


# ---------------------------------------------------------------- significance and units
def _significance(passage: Passage) -> Iterator[Claim]:
    if "significan" not in passage.text.casefold():
        return
    for match in pattern(_SIGNIFICANT).finditer(passage.text):
        if not passage.computed(match.start()):
            yield Claim(
                passage.line,
                f"{match.group()!r} claims a statistical test",
                "write {{ ....significance }}, which is refused where the test does not bear it, or"
                " another word, such as 'marked'",
                FIGURE_SIGNIFICANCE,
                passage.sentence(*match.span()),
            )


def _units(passage: Passage) -> Iterator[Claim]:
    """Per cent and percentage points mixed up around a computed figure."""
    for span in passage.spans:
        text = passage.text[span.start : span.end]
        before, part = passage.text[: span.start], _part(span.key)
        if text.endswith(("%", "percentage points", "percentage point")):
            after = passage.text[span.end : span.end + 30].lstrip().casefold()
            doubled = next((unit for unit in _UNITS if after.startswith(unit)), None)
            if doubled is not None:
                what = f"{text!r} is followed by {doubled!r}"
                mend = "the expression prints its unit; take the second one out"
                words = passage.sentence(span.start, span.end)
                yield Claim(passage.line, what, mend, FIGURE_UNIT, words)
        if part in ("percent", "rate", "figure", "full") and text.startswith(tuple("0123456789")):
            by = "%" in text and " by " in before
            if by and (match := pattern(_BY).search(before)) is not None:
                yield Claim(
                    passage.line,
                    f"'{match.group().strip()} {text}' gives a level where a change is meant",
                    "a change is told in percentage points: write .difference or .points",
                    FIGURE_UNIT,
                    passage.sentence(match.start(), span.end),
                )


def _part(key: str) -> str:
    return key.rpartition("@")[0].rpartition(".")[2]


# ---------------------------------------------------------------- impossible figures
def _bases(passages: Sequence[Passage]) -> set[int]:
    """Every number of replies that the passages speak of."""
    found: set[int] = set()
    for passage in passages:
        for match in pattern(_BASES).finditer(passage.text):
            given = (match[name] for name in ("n", "m", "who", "base"))
            found.update(int(number.replace(",", "")) for number in given if number)
    return {base for base in found if base > 1}


def _impossible(passage: Passage, together: Sequence[Passage]) -> Iterator[Claim]:
    for match in pattern(_SHARE).finditer(passage.text):
        part, whole = (int(match[name].replace(",", "")) for name in ("n", "m"))
        if passage.typed(match.start(), match.end()) and whole:
            yield from _wrong_share(passage, match, part, whole)
    shares = list(pattern(_PER_CENT).finditer(passage.text))
    bases = _bases(together) if shares else set()
    if not bases:
        return
    for match in shares:
        share = _to_number(match["number"])
        if share is None or not passage.typed(match.start(), match.end()):
            continue
        if pattern(_YEAR_AFTER).match(passage.text, match.end()):
            continue
        if not any(attainable(match["number"], base) for base in bases):
            shown = " or ".join(f"{base:,}" for base in sorted(bases))
            yield Claim(
                passage.line,
                f"{match.group()} is not possible with a base of {shown}",
                f"check the figure and its base{_true_base(together, bases)}, or let an "
                "expression print both",
                FIGURE_IMPOSSIBLE,
                passage.sentence(*match.span()),
            )


def _true_base(together: Sequence[Passage], bases: set[int]) -> str:
    """The one base that all the typed per cents fit, as a hint: four of them may tell it."""
    found = [(one, match) for one in together for match in pattern(_PER_CENT).finditer(one.text)]
    texts = list(dict.fromkeys(m["number"] for one, m in found if one.typed(m.start(), m.end())))
    fitting = bases_for(texts, 2 * max(bases)) if len(texts) > 3 else []
    return f" (together they fit {fitting[0]:,})" if len(fitting) == 1 else ""


def _wrong_share(passage: Passage, match: re.Match[str], part: int, whole: int) -> Iterator[Claim]:
    shown = match["number"]
    share, decimals = _to_number(shown), _decimals(shown)
    right = round_half_up(100 * part / whole, decimals)
    if share is not None and round_half_up(share, decimals) != right:
        what = f"{match['n']} of {match['m']} is {right}%, not {shown}%"
        words = passage.sentence(*match.span())
        yield Claim(passage.line, what, "let an expression print both", FIGURE_IMPOSSIBLE, words)


def _to_number(text: str) -> float | None:
    try:
        share = float(text.replace(",", ""))
    except ValueError:
        return None
    return share if 0 <= share <= 100 else None


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])
