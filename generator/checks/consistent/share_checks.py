"""Figures that cannot be, that are rounded unlike, and changes of shares told in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from generator.checks.consistent.figure_rules import (
    POINTS_MEANT,
    POINTS_UNCLEAR,
    PRECISION_MIXED,
    SHARE_IMPOSSIBLE,
    SHARE_UNATTAINABLE,
    SIGNS_MIXED,
)
from generator.checks.held import Held
from generator.checks.paper_sections import is_written, sentences_of, written, written_having
from generator.checks.quick_looks import has_any, has_digit
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_PEOPLE = (
    r"(?:people|persons|staff|employees|workers|practitioners|colleagues|managers|teachers|nurses"
    r"|respondents|residents|households|children|families|pupils|carers|members|councillors|replies"
    r"|responses|those\s+who|them)"
)
_PER_CENT = late_pattern(
    r"(?<![\d.,])(\d{1,3}(?:,\d{3})*|\d+)(\.\d+)?\s?(%|per\s?cent\b|percent\b)", re.I
)
_OVER_ALL = late_pattern(
    r"(?<![\d.,])(\d{3,}(?:\.\d+)?)\s?(?:%|per\s?cent|percent)\s+(?:of\s+(?:the\s+|all\s+|our\s+)?"
    rf"(?:[a-z]+\s+){{0,2}}{_PEOPLE}|(?:say|said|agreed?|are\s+satisfied|replied|responded|feel|felt)\b)",
    re.IGNORECASE,
)
_OF = late_pattern(
    r"(?<![\d.,/\N{POUND SIGN}])(\d[\d,]*)\s+(?:out\s+)?of\s+"
    r"(?:the\s+|all\s+|these\s+|those\s+)?(\d[\d,]*)\b"
    r"(?![.,]?\d|\s?(?:%|per\s?cent|(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b))",
    re.IGNORECASE,
)
_OF_THEM = late_pattern(
    r"\bof\s+(?:the\s+|all\s+|these\s+)?(\d[\d,]*)\s+(?:[a-z]+\s+){0,3}[a-z]+,\s+(\d[\d,]*)\s+"
    r"(?:said|say|agreed?|disagreed?|replied|responded|asked|want(?:ed)?|did|had|have|were|are)\b",
    re.IGNORECASE,
)
# 'Of the 10 carers who replied, 33%', and no share of something else behind it.
_OF_BASE = late_pattern(
    rf"\bof\s+(?:the\s+|all\s+|these\s+)?(?P<base>[1-9][\d,]*)\s+(?:[a-z]+\s+){{0,2}}{_PEOPLE}"
    r"(?:\s+who\s+(?:replied|responded|answered))?,\s+(?P<whole>\d{1,3})(?P<decimals>\.\d+)?"
    r"\s?(?:%|per\s?cent)(?!\s+of\b)",
    re.IGNORECASE,
)
_TINY = 1e-9
_PLACE = late_pattern(
    r"(?:paragraph|section|table|figure|page|article|regulation|schedule|part|no\.?)s?\s+$", re.I
)
_CHANGE = (
    r"(?:rise|rises|rose|risen|increase[sd]?|increasing|decrease[sd]?|decreasing|fall|falls|fell|fallen"
    r"|drop|drops|dropped|decline[sd]?|improve[sd]?|improvement|reduction|reduced|grew|grown|up|down|change[sd]?)"
)
_BY = late_pattern(
    rf"\b{_CHANGE}\s+(?:by|of)\s+(?:about\s+|around\s+|almost\s+|nearly\s+|over\s+|some\s+)*"
    r"(\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b(?!age)|percent\b)",
    re.IGNORECASE,
)
_SHARE = late_pattern(
    r"\b(?:share|proportion|percentage|rate|satisf\w+|agree\w*|respondents|staff|workers|employees|response)\b",
    re.I,
)
_BARE = late_pattern(
    r"(?<![\w.,%/:\N{POUND SIGN}-])(\d{1,2}\.\d{1,2})(?![\d%])"
    r"(?!\s?(?:%|per|points?|hours?|days?|million|m\b|fte|years?))",
    re.IGNORECASE,
)


def check_impossible(held: Held) -> Iterator[Issue]:
    """More than all of some people; more people counted than there are."""
    for at, text in written_having(held, _counts_some):
        words = text.text
        for found in _OVER_ALL.finditer(words):
            if float(found[1]) > 100:
                what = f"{found[0]!r} is more than all of them"
                yield held.issue(SHARE_IMPOSSIBLE, held.paper.where(at, found[0]), what)
        for found in _OF.finditer(words):
            part, whole = (int(one.replace(",", "")) for one in found.groups())
            year = 1900 <= whole < 2100 and "," not in found[2]
            if part > whole and not year and not _PLACE.search(words[: found.start()]):
                what = f"{found[0]!r} counts more than there are"
                yield held.issue(SHARE_IMPOSSIBLE, held.paper.where(at, found[0]), what)
        for found in _OF_THEM.finditer(words):
            whole, part = (int(one.replace(",", "")) for one in found.groups())
            if part > whole:
                what = f"{found[0]!r} counts more than there are"
                yield held.issue(SHARE_IMPOSSIBLE, held.paper.where(at, found[0]), what)


def check_attainable(held: Held) -> Iterator[Issue]:
    """'Of the 10 carers who replied, 33%': no count of them gives that share."""
    for at, text in written_having(held, _tells_a_base):
        for found in _OF_BASE.finditer(text.text):
            base, decimals = int(found["base"].replace(",", "")), len(found["decimals"] or ".") - 1
            share = float(found["whole"] + (found["decimals"] or ""))
            nearest = round(share * base / 100)
            near = (nearest + step for step in (-1, 0, 1))
            if not any(_prints(count, base, share, decimals) for count in near):
                what = f"no count of {base} is {found['whole']}{found['decimals'] or ''}%"
                yield held.issue(SHARE_UNATTAINABLE, held.paper.where(at, found[0]), what)


def _prints(count: int, base: int, share: float, decimals: int) -> bool:
    """Whether a count is printed as a share, rounded in either way at a half."""
    return abs(100 * count / base - share) <= 0.5 * 10.0**-decimals + _TINY


def _tells_a_base(words: str) -> bool:
    return has_any(words, ("%", "cent")) and _OF_BASE.search(words) is not None


def _counts_some(words: str) -> bool:
    patterns = (_OVER_ALL, _OF, _OF_THEM) if has_digit(words) else ()
    return any(one.search(words) for one in patterns)


# ---------------------------------------------------------------- precision
def check_precision(held: Held) -> Iterator[Issue]:
    """Per cents of one sentence, or of one list, that are rounded unlike."""
    group: list[tuple[int, str]] = []
    decimal = {at for at, _ in held.found(_tells_decimals)}
    for at, text in written(held.paper):
        if text.kind == "item":
            group.append((at, text.text))
            continue
        yield from _list(held, group)
        group = []
        for sentence in sentences_of(text.text) if at in decimal else ():
            yield from _sentence(held, at, sentence)
    yield from _list(held, group)


def _tells_decimals(words: str) -> bool:
    """Whether a text tells several shares, some of them with decimals."""
    shares = _PER_CENT.findall(words) if "%" in words or "cent" in words else []
    return len(shares) > 1 and any(decimals for _, decimals, _ in shares)


def _sentence(held: Held, at: int, sentence: str) -> Iterator[Issue]:
    found = list(_PER_CENT.finditer(sentence))
    if _decimals(found) > 1:
        yield _mixed(held, at, sentence, found)
    elif len(found) > 1 and any(one[2] for one in found) and (bare := _BARE.search(sentence)):
        what = f"{bare[1]} stands without a sign beside {found[0][0]}"
        yield held.issue(PRECISION_MIXED, held.paper.where(at, sentence), what)


def _list(held: Held, group: list[tuple[int, str]]) -> Iterator[Issue]:
    """A list: each of its items tells its first figure."""
    firsts = [(at, words, _PER_CENT.search(words)) for at, words in group]
    known = [(at, words, found) for at, words, found in firsts if found is not None]
    if len(known) < 2:
        return
    if _decimals([found for _, _, found in known]) > 1:
        usual = max(
            (len(f[2] or "") for _, _, f in known), key=[len(f[2] or "") for *_, f in known].count
        )
        at, words, _ = next(one for one in known if len(one[2][2] or "") != usual)
        yield _mixed(held, at, words, [found for *_, found in known])
    for at, words, found in firsts:
        bare = _BARE.search(words) if found is None else None
        if bare is not None:
            what = f"{bare[1]} stands without a sign in a list of per cents"
            yield held.issue(PRECISION_MIXED, held.paper.where(at, words), what)


def _decimals(found: list[re.Match[str]]) -> int:
    """How many precisions there are; 0% and 100% are of any."""
    return len({len(one[2] or "") for one in found if one[1] not in ("0", "100")})


def _mixed(held: Held, at: int, words: str, found: list[re.Match[str]]) -> Issue:
    shown = ", ".join(dict.fromkeys(one[0] for one in found[:5]))
    what = f"figures beside one another are rounded differently: {shown}"
    return held.issue(PRECISION_MIXED, held.paper.where(at, words), what)


# ---------------------------------------------------------------- per cent and points
def check_points(held: Held) -> Iterator[Issue]:
    """'rose by 12%' between two per cents, or of a share."""
    for at, text in written_having(held, _tells_a_change):
        for sentence in sentences_of(text.text):
            for found in _BY.finditer(sentence):
                yield from _change(held, at, sentence, found)


def _tells_a_change(words: str) -> bool:
    return (" by " in words or " of " in words) and _BY.search(words) is not None


def _change(held: Held, at: int, sentence: str, found: re.Match[str]) -> Iterator[Issue]:
    others = [
        float(one[1].replace(",", "") + (one[2] or ""))
        for one in _PER_CENT.finditer(sentence)
        if one.start() < found.start(1) or one.start() >= found.end()
    ]
    by = float(found[1])
    place = held.paper.where(at, found[0])
    if any(abs(abs(one - other) - by) < 0.051 for one, other in combinations(others, 2)):
        what = f"{found[0]!r} tells in per cent what is {found[1]} percentage points"
        yield held.issue(POINTS_MEANT, place, what)
    elif _SHARE.search(sentence[: found.start()]) and by < 100:
        what = f"{found[0]!r} may mean per cent or percentage points"
        yield held.issue(POINTS_UNCLEAR, place, what)


def check_signs(held: Held) -> Iterator[Issue]:
    """One spelling of the sign in the text."""
    first: dict[str, tuple[int, str]] = {}
    for at, signs in held.found(_signs_in):
        for sign, shown in signs if is_written(held.paper.texts[at]) else ():
            first.setdefault(sign, (at, shown))
    if len(first) > 1:
        at, shown = max(first.values())
        what = f"{shown!r} stands beside {next(iter(first.values()))[1]!r}"
        yield held.issue(SIGNS_MIXED, held.paper.where(at, shown), what)


def _signs_in(words: str) -> list[tuple[str, str]]:
    """Each sign of a text with the first figure that it stands behind."""
    first: dict[str, str] = {}
    for found in _PER_CENT.finditer(words):
        first.setdefault(" ".join(found[3].casefold().split()), found[0])
    return list(first.items())
