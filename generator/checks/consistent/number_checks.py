"""Numbers that leave one out, stand twice or run backwards; typed ones and Word's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.consistent.consistent_rules import NUMBER_ORDER
from generator.checks.held import Held
from generator.checks.paper_sections import appendix_pattern
from generator.model.issues import Issue, Where
from generator.model.release.paper import Paper, PaperText
from generator.model.wording.late_pattern import late_pattern

_PLAIN = late_pattern(r"(\d{1,3}(?:\.\d{1,3})*)\.?")
_FIGURE = r"\d[\d,.]*\s?(?:%|per\s?cent|[a-z]+\s+[a-z])"  # '2.1 48% of passengers'
_TYPED = late_pattern(
    r"(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.)"
    rf"(?:\t+|\s+(?=[A-Z\W]|{_FIGURE}))\s*\S"
)
_BARE = late_pattern(r"(\d{1,2})\s+(?=[A-Z][^\W\d_])")
_FEW = 3
_CAPTION = late_pattern(r"\s*(table|figure|chart|graph|diagram|box)\s+(\d{1,3})\b(?!\.\d)", re.I)
_CAPTIONED = late_pattern(
    r"\s*(?:table|figure|chart|graph|diagram|box)\s+\d{1,3}\s*[:.\N{EN DASH}-]", re.I
)


class Numbered(NamedTuple):
    """A text with its number: (3, 5) for 3.5. typed: the number is part of its words."""

    at: int
    number: tuple[int, ...]
    shown: str
    typed: bool


def number_of(at: int, text: PaperText) -> Numbered | None:
    """The number of a heading or numbered paragraph of the body, None for none."""
    if text.story != "body" or text.table >= 0 or text.kind not in ("heading", "paragraph"):
        return None
    shown = text.number
    found = _PLAIN.fullmatch(shown) if shown else None
    typed = (not shown and _TYPED.match(text.text.lstrip())) or None
    if typed:
        shown = typed[1]
        found = _PLAIN.fullmatch(shown)
    if found is None:
        return None
    parts = tuple(int(one) for one in found[1].split("."))
    if text.kind == "paragraph" and len(parts) == 1 and not shown.endswith("."):
        return None
    return Numbered(at, parts, found[1], typed is not None)


def numbered_texts(paper: Paper) -> tuple[Numbered, ...]:
    """Every heading and paragraph of the body that has a number."""
    bare = _bare_headings(paper)
    found = (bare.get(at) or number_of(at, text) for at, text in enumerate(paper.texts))
    return tuple(one for one in found if one is not None)


def _bare_headings(paper: Paper) -> dict[int, Numbered]:
    """Headings with a number and no dot, where they count from 1: '3 Rivers' alone is a name."""
    found = {}
    for at, text in enumerate(paper.texts):
        if text.kind == "heading" and text.story == "body" and text.table < 0 and not text.number:
            typed = _BARE.match(text.text)
            if typed is not None:
                found[at] = Numbered(at, (int(typed[1]),), typed[1], True)
    first = next(iter(found.values()), None)
    return found if first is not None and first.number == (1,) and len(found) >= _FEW else {}


def check_numbers(held: Held) -> Iterator[Issue]:
    """Headings and numbered paragraphs."""
    paper = held.paper
    last: dict[tuple[int, ...], Numbered] = {}
    for one in numbered_texts(paper):
        stream = (
            one.number[:-1] if len(one.number) > 1 else (-1, paper.texts[one.at].kind == "heading")
        )
        if one.number[1:] == (0,):  # 6.0 counts as section 6, and as the first of its numbers
            yield from _follow(held, last, (-1, True), one._replace(number=one.number[:1]), True)
        elif len(one.number) == 1 and stream == (-1, True):
            yield from _follow(held, last, stream, one, True)
            continue
        if _counts(one, last, stream):
            yield from _follow(held, last, stream, one, False)


def _counts(one: Numbered, last: dict[tuple[int, ...], Numbered], stream: tuple[int, ...]) -> bool:
    """Whether a typed number is one at all: '2.5 FTE posts' is none."""
    return not one.typed or stream in last or one.number[-1] <= 1 or (*one.number[:-2], 1) == stream


def _follow(
    held: Held,
    last: dict[tuple[int, ...], Numbered],
    stream: tuple[int, ...],
    one: Numbered,
    top: bool,
) -> Iterator[Issue]:
    """One after another of a stream. top: of sections, which begin anew in an appendix."""
    before, number = last.get(stream), one.number[-1]
    if before is not None and number == 1 and before.number[-1] > 1 and stream[0] < 0:
        if top:
            last.clear()  # an appendix, or a paper that was put in, counts for itself
        before = None
    if before is None:
        what = f"{one.shown} is the first of its kind" if number > 1 and not _begins(one) else ""
    else:
        what = _jump(before, one)
    last[stream] = one
    if what:
        yield held.issue(NUMBER_ORDER, _where(held.paper, one), what)


def _begins(one: Numbered) -> bool:
    """Whether a paper may begin with that number: a running one, or a list that starts later."""
    return len(one.number) == 1


def _jump(before: Numbered, one: Numbered) -> str:
    earlier, now = before.number[-1], one.number[-1]
    if now == earlier + 1:
        return ""
    if now == earlier:
        return f"the number {one.shown} stands twice"
    if now > earlier:
        return f"{one.shown} follows {before.shown}: {_missing(before, earlier + 1)} is left out"
    return f"{one.shown} follows {before.shown}"


def _missing(before: Numbered, number: int) -> str:
    return ".".join(str(part) for part in (*before.number[:-1], number))


def _where(paper: Paper, one: Numbered) -> Where:
    text = paper.texts[one.at]
    words = text.text if one.typed else f"{text.number} {text.text}"
    return paper.where(one.at, words)


# ---------------------------------------------------------------- captions, appendices, items
def check_captions(held: Held) -> Iterator[Issue]:
    """Tables, figures and appendices count on from 1."""
    last: dict[str, int | str] = {}
    appendix = appendix_pattern(held.format)
    for at, text in enumerate(held.paper.texts):
        beside = text.kind == "caption"  # charts side by side stand in a table, with their captions
        if text.story != "body" or text.kind == "contents" or (text.table >= 0 and not beside):
            continue
        words = text.text
        if text.kind == "heading":
            found = appendix.match(words.strip())
            if found is not None:
                shown = found[0].rstrip(" :.\N{EN DASH}-")
                yield from _next(held, at, "appendix", _value(found["number"]), shown, last)
            continue
        captioned = text.kind == "caption" or _CAPTIONED.match(words) is not None
        found = _CAPTION.match(words) if captioned else None
        if found is not None:
            yield from _next(held, at, found[1].casefold(), int(found[2]), found[0], last)


def _value(shown: str) -> int:
    return int(shown) if shown.isdigit() else ord(shown.upper()) - ord("A") + 1


def _next(
    held: Held, at: int, kind: str, number: int, shown: str, last: dict[str, int | str]
) -> Iterator[Issue]:
    before = last.get(kind)
    last[kind] = number
    shown = " ".join(shown.split())
    if before is None:
        what = f"{shown} is the first" if number > 1 else ""
    elif number == before:
        what = f"{shown} stands twice"
    else:
        what = f"{shown} follows {kind} {before}" if number != int(before) + 1 else ""
    if what:
        yield held.issue(NUMBER_ORDER, held.paper.where(at), what)


_ITEM = late_pattern(r"\s*(\(?(\d{1,2}|[a-z])[.)])(?=\s+\S|$)", re.IGNORECASE)
_ROMAN = frozenset("ivx")


def check_items(held: Held) -> Iterator[Issue]:
    """Items of lists that stand one after another, typed and numbered by Word."""
    before, last = -2, 0
    for at, text in enumerate(held.paper.texts):
        item = _item_of(text)
        if item is None:
            continue
        shown, number = item
        letter = shown.strip("().").casefold()
        if at == before + 1 and number not in (1, last + 1) and letter not in _ROMAN:
            told = "stands twice" if number == last else "does not follow the one before it"
            yield held.issue(NUMBER_ORDER, held.paper.where(at), f"the item {shown!r} {told}")
        before, last = at, number


def _item_of(text: PaperText) -> tuple[str, int] | None:
    """The number of an item as shown, and what it counts; None for what is no numbered item."""
    if text.story != "body" or text.table >= 0 or text.kind not in ("paragraph", "item"):
        return None
    if text.number and (text.kind != "item" or text.level or not text.number[:1].isdigit()):
        return None
    found = _ITEM.match(text.number or text.text)
    return None if found is None else (found[1], _value(found[2]))
