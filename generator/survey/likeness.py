"""Comparing texts as people read them: headings and answers differ in ways nobody sees."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from generator.model.wording.english import SHORTENED, shortened

_SAME: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    ord("\u2026"): "...",
    # Invisible: zero-width space and joiners, marks of direction, soft hyphen, byte order mark.
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"), None),
}
_MOJIBAKE = (
    "\u00e2\u20ac",
    "\u00c3\u00a9",
    "\u00c3\u00a8",
    "\u00c2\u00a3",
    "\u00c2\u00a0",
    "\ufffd",
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|em|font|i|img|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.I
)
_BLOCK = re.compile(
    r"</?(?:br|center|div|h[1-6]|hr|li|ol|p|table|tbody|td|th|tr|ul)(?:\s[^<>]*)?/?>", re.I
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)


def tidy(text: str) -> str:
    """White space of every kind, non-breaking too, as single spaces; none at the ends."""
    return " ".join(text.split())


def without_markup(text: str) -> str:
    """A wording without the HTML with which its questionnaire was laid out; '<5 years' is none."""
    if "<" in text:
        text = _BLOCK.sub(" ", _INLINE.sub("", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return tidy(text)


def fold(text: str) -> str:
    """The form in which two texts are compared: white space, case, quotes and dashes aside."""
    # Options come again in every file; free answers do not, and would fill memory.
    return _folded(text) if len(text) < 100 else _fold(text)


def _fold(text: str) -> str:
    text = text.casefold()
    if not text.isascii():
        # Composing may bring forth a character of the table, taking away one that can be composed.
        text = unicodedata.normalize("NFC", text.translate(_SAME)).translate(_SAME)
    return " ".join(text.split())


_folded = lru_cache(maxsize=8192)(_fold)


def shown(text: str, limit: int = SHORTENED) -> str:
    """A text in quotes for a message, shortened: a long free answer may say who wrote it."""
    return f"'{shortened(tidy(text), limit)}'"


def nearest(text: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known text most like this one, by folded form; None if none is near."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(fold(text))
    best, best_ratio = None, cutoff
    for other in known:
        matcher.set_seq1(fold(other))
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio >= best_ratio and (best is None or ratio > best_ratio):
            best, best_ratio = other, ratio
    return best


def likenesses(text: str, others: Sequence[str], floor: float) -> list[float]:
    """How alike a wording is to each of the others, 0 to 1; 0 where it is below the floor."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(fold(text))
    found: list[float] = []
    for other in others:
        matcher.set_seq1(fold(other))
        near = matcher.real_quick_ratio() >= floor and matcher.quick_ratio() >= floor
        ratio = matcher.ratio() if near else 0.0
        found.append(ratio if ratio >= floor else 0.0)
    return found


def looks_misread(text: str) -> bool:
    """True where the text shows that its file was read in a wrong encoding."""
    return any(sign in text for sign in _MOJIBAKE)
