"""Words of direction that stand with a figure: 'which has fallen since 2016', 'up from 61%'.

Only what is bound to the figure by its grammar counts, so that 'fewer staff', 'stress has risen
(see below)' and 'might fall to 20%' are left alone. What is negated, wished or expected is, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.narrative.direction_vocabulary import (
    ABOUT,
    ADVERB,
    DOWN,
    FALL,
    FILL,
    LESS,
    LIKE,
    MORE,
    MULTIPLE,
    NOUNS,
    NUMBER,
    NUMBER_THERE,
    RISE,
    SAME,
    SIZE,
    TIMES,
    UP,
    VERBS,
    WAVE,
)
from generator.narrative.direction_wording import Wording, in_small_letters, pattern


class Said(NamedTuple):
    """A word of direction beside a figure. direction: 'up', 'down', 'same', a multiple: '2', or
    more than one: '>2', '<0.5'.

    start, end: its place. before: the figure that it is counted from, as written; '' for none.
    since: the words that name a wave; '' for none. loose: 'broadly', 'nearly' or the like is said.
    """

    word: str
    start: int
    end: int
    direction: str
    before: str = ""
    since: str = ""
    loose: bool = False


_THE_WAVE = f"(?P<wave>{WAVE})"

# ---------------------------------------------------------------- what stands after a figure
_IS = rf"(?:and|but|has|had|is|was|been|it|a|an|then|{ADVERB}|{SIZE})"
_HERE = (
    rf"(?:\s+of\s+(?:[^\W\d]['\w-]*\s+){{0,4}}[^\W\d]['\w-]*|\s*\([^()]{{0,40}}\)"
    rf"|,?\s+(?:compared\s+(?:with|to)|against)\s+\d[\d.,]*\s?%?(?:\s+in\s+{WAVE})?)"
)
_STOP = r"\s*(?:[,(\N{EN DASH}\N{EM DASH}]|\s-\s)\s*"
_NEAR = rf"^(?:{_HERE}{_STOP}|[\s,(\N{{EN DASH}}\N{{EM DASH}}-]*)(?:(?:which|that|this|{_IS})\s+)*"
_WORDS = r"(?:[^.;:!?()\d\N{OBJECT REPLACEMENT CHARACTER}]|\.(?=\w)){0,100}?"
_FAR = rf"^(?:{_HERE}?(?:{_STOP}|\s*)|{_WORDS}{_STOP})(?:{_IS}\s+)*"
_ENDS = (
    r"(?=\s*(?:[,.;:)!?\N{EN DASH}\N{EM DASH}]|$)|\s+(?:since|again|sharply|slightly|steadily"
    rf"|markedly|further|compared|(?:from|to|by)\s+{ABOUT}\d|(?:on|in|from)\s+{WAVE}"
    r"|over\s+(?:the|a|one|two)\b|(?:this|every|each)\s+(?:year|wave|survey)|between\s+\d"
    r"|year\s+(?:on|by)\s+year|in\s+(?:the|each|every)\b))"
)
_SHARE = r"(?:figure|share|proportion|rate|percentage|score|level)"
_THIS = rf"[.;:]\s+(?:this|that|the\s+{_SHARE})\s+(?:{_IS}\s+)+"
_AFTER = (
    # 26% (of staff), which has fallen since 2016
    Wording(_NEAR, rf"(?P<word>{VERBS})", _ENDS),
    # 26% agree, a rise on 2016
    Wording(_FAR, rf"(?P<word>{NOUNS})(?=\s+(?:since|from|on|compared|over|of|by)\b)"),
    # 26% agree, up from 20% in 2016
    Wording(
        _FAR,
        r"(?P<word>up|down)\b",
        rf"(?=(?:\s+{ADVERB})?\s+(?:from|on|by|since)\b|\s*(?:[,.;)]|$))",
    ),
    # 26% agree, more than in 2016
    Wording(_FAR, rf"(?P<word>{MORE}|{LESS})\s+than\s+", f"{FILL}{NUMBER_THERE}{_THE_WAVE}"),
    Wording(
        rf"{_FAR}which\s+(?:is|was)\s+(?:{ADVERB}\s+)*",
        r"(?P<word>more|fewer)\s+than\s+",
        f"{FILL}{NUMBER_THERE}{_THE_WAVE}",
    ),
    # 26%, unchanged since 2016
    Wording(rf"{_NEAR}(?:remained\s+|stayed\s+)?", f"(?P<word>{SAME})", _ENDS),
    Wording(_FAR, r"(?P<word>no\s+change)\s+(?:from|on|since)\s+", f"{FILL}{_THE_WAVE}"),
    # 26% agree, the same as in 2016
    Wording(_FAR, rf"(?P<word>{LIKE})\s+", f"{FILL}{NUMBER_THERE}{_THE_WAVE}"),
    # 26% agree; this has fallen since 2016. 26% agree. This is a fall since 2016
    Wording(rf"^{_WORDS}\s*", _THIS, rf"(?P<word>{VERBS}){_ENDS}"),
    Wording(
        rf"^{_WORDS}\s*",
        _THIS,
        rf"(?P<word>{NOUNS})(?=\s+(?:since|from|on|compared|over)\b|\s*[.;)]|$)",
    ),
    Wording(
        rf"^{_WORDS}\s*",
        _THIS,
        rf"(?P<word>{MORE}|{LESS})\s+than\s+{FILL}{NUMBER_THERE}{_THE_WAVE}",
    ),
    # 26% (2016: 20%), a rise
    Wording(
        rf"^{_WORDS}(?:\([^()]{{0,40}}\))?,\s+an?\s+(?:{SIZE}\s+)?",
        rf"(?P<word>{NOUNS})(?=\s*[.;)]|$)",
    ),
    # 26%, twice the figure of 2016
    Wording(
        _FAR,
        rf"(?P<word>{'|'.join(MULTIPLE)})\s+(?=(?:the|that|what|of|as)\b)",
        f"{FILL}{NUMBER_THERE}{_THE_WAVE}",
    ),
)
_FROM = (
    rf"^(?:\s+{ADVERB})?\s+(?:from|on|compared\s+(?:with|to))\s+{FILL}{ABOUT}"
    rf"{NUMBER.format('given')}(?!\s+(?:people|staff|replies)\b)"
)
_SINCE = rf"^[^.;:!?()]{{0,60}}?\b(?:since|from|on|in|with|to|than)\s+{FILL}{_THE_WAVE}"
# ---------------------------------------------------------------- what stands before one
_MEANWHILE = rf"(?:\s+{ADVERB}|,?\s+(?:in|since|by|over)\s+(?:the\s+(?:last|past)\s+\w+|{WAVE}),?)*"
_START = rf"{ABOUT}{NUMBER.format('start')}(?:\s+\w+)?(?:\s+(?:in|at)\s+{_THE_WAVE})?,?"
_TO = rf"\s+to\s+{ABOUT}$"
_BEFORE = (
    # fell (from 30% in 2016) to 26%
    Wording(
        rf"\b(?P<word>{VERBS}|{NOUNS}){_MEANWHILE}(?:,?\s+from\s+{_START})?{_MEANWHILE},?", _TO
    ),
    Wording(rf"\b(?P<word>up|down)\s+from\s+{_START}", _TO),
    # stable at 26%, down to 26%
    Wording(
        rf"\b(?P<word>{SAME}|up|down|higher|lower|remain(?:s|ed)|stay(?:s|ed))",
        rf"\s+at\s+{ABOUT}$",
    ),
    Wording(r"\b(?P<word>down)", _TO),
    # the share has gone up: 26%
    Wording(
        "",
        rf"\b{_SHARE}\b[^.;:,()\d]{{0,60}}\s(?:has|had)\s+",
        rf"(?:{ADVERB}\s+)*(?P<word>{VERBS})(?:\s+since\s+{WAVE})?\s*[:;,]\s+(?:now\s+)?{ABOUT}$",
    ),
)
# satisfaction has fallen (26%)
_IN_BRACKETS = Wording(
    rf"\b(?:has\s+|have\s+|had\s+|(?=rose|fell|grew|dropped|declined))(?:{ADVERB}\s+)*",
    rf"(?P<word>{VERBS})",
    rf"(?:\s+{ADVERB})*\s*\({ABOUT}$",
)
# more people than in 2016 agree (26%); a rise in those who agree (26%)
_TOLD_BEFORE = (
    Wording(
        "",
        r"\b(?P<word>more|fewer)\s+(?:[^\W\d][\w'-]*\s+){0,4}than\s+",
        rf"{FILL}{_THE_WAVE}(?:\s+[^\W\d][\w'-]*){{1,8}}\s*\({ABOUT}$",
    ),
    Wording(
        rf"\ban?\s+(?:{SIZE}\s+)?(?P<word>{NOUNS})",
        rf"\s+in\s+(?:those|the\s+(?:number|{_SHARE}))\b",
        rf"(?:\s+[^\W\d][\w'-]*){{0,8}}\s*\({ABOUT}$",
    ),
)
_CLOSED = r"^\s*[),;]"
# fewer people (26%) than in 2016
_FEWER = (
    r"(?<!no )(?<!or )\b(?P<word>more|fewer)\b(?!\s+(?:than|or)\b)(?:\s+[^\W\d][\w'-]*){0,8}"
    rf"\s*\({ABOUT}$"
)
_THAN = rf"^[^.;:!?]{{0,100}}?\bthan\s+{FILL}{_THE_WAVE}"
# ---------------------------------------------------------------- a change beside a direction
_CHANGED_BY = (
    Wording(rf"\b(?P<word>{VERBS})(?:\s+{ADVERB})*", rf"\s+by\s+{ABOUT}$"),
    Wording(rf"\b(?P<word>{NOUNS})", rf"\s+of\s+{ABOUT}$"),
    Wording(r"\b(?P<word>up|down)", rf"(?:\s+by)?\s+{ABOUT}$"),
)
_CHANGE_THEN = Wording(r"^\s+", rf"(?P<word>{MORE}|{LESS}|{NOUNS}|up|down)\b")
_SIZED = rf"\b(?P<word>{NOUNS})\s+of\s+{ABOUT}$"
_SIZED_AFTER = rf"^\s+(?P<word>{NOUNS})\b"
_ARTICLE = r"\b(?:an?|the|this|that|another)\s+$"
# ---------------------------------------------------------------- a title over figures
_MESSAGES = (
    # Satisfaction has risen since 2021
    Wording(rf"\b(?:has|have)\s+(?:{ADVERB}\s+)*", rf"(?P<word>{VERBS})", _ENDS),
    Wording("", r"\b(?P<word>rose|fell|grew|rising|falling|growing|doubled|halved)", _ENDS),
    # More find the parks clean (than in 2021)
    Wording(
        rf"^(?:{ADVERB}\s+)*",
        r"(?P<word>more|fewer|less)\b(?!\s+(?:than|or)\b)(?![^.;:]*\bthan\b)",
    ),
    Wording(
        "",
        rf"\b(?P<word>{MORE}|{LESS})\b[^.;:!?]{{0,80}}?\bthan\s+",
        f"{FILL}{_THE_WAVE}",
    ),
    Wording("", rf"\b(?P<word>up|down|{NOUNS})\s+(?:since|from|on)\s+", f"{FILL}{_THE_WAVE}"),
    Wording("", r"\b(?P<word>unchanged|no\s+change)\b"),
)
_REPORTED = r"\b(?:say|says|said|feel|feels|felt|think|believe|report|agree|whether|that)\b[^,;]*$"
# ---------------------------------------------------------------- what takes a word's meaning away
_LOOSE = re.compile(
    r"\b(?:about|almost|nearly|broadly|roughly|largely|around|fairly|relatively|more\s+or\s+less"
    r"|virtually|practically|close\s+to|similar)\b",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"\b(?:more\s+than|over)\s+$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|until|target|aim|goal)\b[^.;:,]{0,40}$", re.I)
_NOT_SAID = re.compile(
    r"(?:\b(?:not|never|no|neither|nor|without|hardly|barely|instead\s+of|rather\s+than|will|would"
    r"|should|could|may|might|must|can|cannot|shall|to|if|whether|expect(?:ed|s)?|likely|forecast"
    r"|aim(?:s|ed)?|target(?:s|ed)?|hope[sd]?|plan(?:s|ned)?|until|unless|were\s+to|prevent(?:ed)?"
    r"|avoid(?:ed)?|stop(?:ped)?)|n['\N{RIGHT SINGLE QUOTATION MARK}]t)\s+"
    r"(?:(?:a|an|the|any|be|have|been|has|had|further|\w+ly)\s+)*$",
    re.IGNORECASE,
)
_HINT = (
    rf"\b(?:{UP}|{DOWN}|{NOUNS}|{MORE}|{LESS}|{SAME}|up|down|same|similar|equal|in\s+line|remain"
    rf"|stay|{'|'.join(TIMES)}|{'|'.join(MULTIPLE)})"
)
_REACH = 180  # characters that a word may be away from its figure


def has_direction(text: str) -> bool:
    """Whether a text has any word of direction."""
    return in_small_letters(_HINT).search(text.casefold()) is not None


def said_of_level(text: str, start: int, end: int) -> Iterator[Said]:
    """What is said of how a figure has come about, which stands from start to end."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    shift = start - len(before)
    match = _first(_AFTER, after)
    if match is not None:
        yield from _said(text, match, end)
    match = _first(_BEFORE, before)
    if match is not None:
        yield from _said(text, match, shift, after)
    elif pattern(_CLOSED).search(after) is not None:
        if (match := _first((_IN_BRACKETS, *_TOLD_BEFORE), before)) is not None:
            yield from _said(text, match, shift, after)
        fewer = pattern(_FEWER).search(before)
        if fewer is not None and (than := pattern(_THAN).search(after)) is not None:
            for said in _said(text, fewer, shift):
                yield said._replace(since=than["wave"])


def _first(wordings: Iterable[Wording], text: str) -> re.Match[str] | None:
    matches = (wording.search(text) for wording in wordings)
    return next((match for match in matches if match is not None), None)


def said_of_message(text: str) -> Iterator[Said]:
    """What a title or caption says of the way that the figures below it have gone."""
    for wording in _MESSAGES:
        for match in wording.find_all(text):
            if not pattern(_REPORTED).search(text[: match.start("word")]):
                yield from _said(text, match, 0)


def said_of_change(text: str, start: int, end: int) -> Iterator[Said]:
    """What is said of the direction of a change, the size of which stands from start to end."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if (match := _first(_CHANGED_BY, before)) is not None:
        yield from _said(text, match, start - len(before))
    elif (match := _first([_CHANGE_THEN], after)) is not None:
        yield from _said(text, match, end)


def said_as_size(text: str, start: int, end: int) -> Said | None:
    """'a fall of 26%', 'a 26% fall': the figure from start to end is told as a change's size."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    match, shift = pattern(_SIZED).search(before), start - len(before)
    if match is None and pattern(_ARTICLE).search(before):
        match, shift = pattern(_SIZED_AFTER).search(after), end
    return next(_said(text, match, shift), None) if match is not None else None


def _said(text: str, match: re.Match[str], shift: int, after: str = "") -> Iterator[Said]:
    """The match as something said, unless it is denied, wished or expected. shift: of its places.

    after: what follows the figure, where a wave may be named.
    """
    start, end = shift + match.start("word"), shift + match.end("word")
    earlier = text[max(0, start - 60) : start]
    if _NOT_SAID.search(earlier) or _SUPPOSED.search(earlier):
        return
    word = " ".join(match["word"].split())
    groups = match.groupdict()
    given = groups.get("start") or groups.get("than") or ""
    since = groups.get("wave") or ""
    rest = after or text[end : end + _REACH]
    if not since and not given:
        given, since = _named_after(rest)
    loose = _LOOSE.search(text[max(0, start - 20) : end]) is not None
    more = _MORE_THAN.search(earlier) is not None
    yield Said(word, start, end, _direction(word, more), given, since, loose)


def _named_after(rest: str) -> tuple[str, str]:
    """The figure and the wave that the words after name: ('61%', '2021')."""
    figure = pattern(_FROM).search(rest)
    given = figure["given"] if figure is not None else ""
    if pattern(rf"^{WAVE}$").match(given):
        given = ""
    place = pattern(_SINCE).search(rest)
    return given, place["wave"] if place is not None else ""


def _direction(word: str, more: bool) -> str:
    """more: 'more than' stands before it."""
    plain = word.casefold()
    for expression, times in (TIMES | MULTIPLE).items():
        if re.fullmatch(expression, plain):
            return ("<" if float(times) < 1 else ">") * more + times
    for direction, expression in (
        ("up", f"{UP}|{RISE}|{MORE}|up"),
        ("down", f"{DOWN}|{FALL}|{LESS}|down"),
    ):
        if re.fullmatch(expression, plain):
            return direction
    return "same"
