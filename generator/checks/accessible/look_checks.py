"""How text looks: capitals, alignment, underlining, fonts, sizes, italics, effects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.checks.accessible.look_rules import (
    ANIMATED,
    CAPITALS,
    FONT,
    ITALICS,
    JUSTIFIED,
    TEXT_SIZE,
    UNDERLINE,
)
from generator.checks.accessible.paper_texts import Gathered, has_words, in_margins
from generator.checks.held import Held
from generator.model.issues import Issue
from generator.model.release.paper import PaperRun, PaperText
from generator.model.wording.late_pattern import late_pattern

_IN_CAPITALS = late_pattern(r"[A-Z][A-Z'\u2019]*[A-Z](?:[ ,:&/-]+[A-Z][A-Z'\u2019]*[A-Z])+")
_PARTS = late_pattern(r"[ ,:&/-]+")
_A_WORD = 5  # letters; shorter ones may be abbreviations, but for the smallest
_SMALL = frozenset(
    ("THE", "OF", "AND", "TO", "FOR", "NOT", "THIS", "IS", "ALL", "ON", "WITH", "BE")
)
_JUSTIFIED = ("both", "distribute", "thaiDistribute")
_SERIFS = late_pattern(
    r"times|cambria(?! math)|georgia|garamond|book antiqua|palatino|century(?! gothic)"
    r"|baskerville|bodoni|constantia|minion|perpetua|rockwell|goudy|caslon|didot|.*\bserif"
    r"|linux libertine|tinos",
    re.I,
)
_SHOW = late_pattern(
    r"papyrus|brush script|.*handwriting|impact|.*corsiva|segoe script|bradley hand|algerian"
    r"|old english|curlz|jokerman|chiller|stencil|vivaldi|.*calligraphy|freestyle script|broadway",
    re.I,
)
_NOTES = ("footnote", "endnote")


def check_capitals(held: Held) -> Iterator[Issue]:
    """Rows of words that are typed in capitals. Abbreviations are none."""
    most = held.number(CAPITALS, "words")
    for index, text in held.having(_has_capitals):
        if text.kind == "contents":
            continue
        for found in _IN_CAPITALS.finditer(text.text):
            parts = _PARTS.split(found[0])
            if len(parts) > most and sum(map(_is_word, parts)) > 1:
                what = f"{len(parts)} words are typed in capitals: {found[0][:60]!r}"
                yield held.issue(CAPITALS, held.paper.where(index, found[0]), what)
                break


def _has_capitals(words: str) -> bool:
    return _IN_CAPITALS.search(words) is not None


def _is_word(part: str) -> bool:
    return len(part) >= _A_WORD or part in _SMALL


def check_alignment(held: Held) -> Iterator[Issue]:
    """Justified text."""
    least, found = held.number(JUSTIFIED, "words"), Gathered(held, JUSTIFIED)
    for index, text in enumerate(held.paper.texts):
        if text.alignment in _JUSTIFIED and len(text.text.split()) >= least:
            found.add((text.style, text.story), index, text.text, "text is justified")
    yield from found.issues()


def check_letters(held: Held) -> Iterator[Issue]:
    """Fonts, underlining, italics, and words that blink."""
    fonts = Gathered(held, FONT)
    for index, text in enumerate(held.paper.texts):
        lettered = [run for run in text.runs if has_words(run.text)]
        for run in lettered:
            kind = "" if run.look.hidden else _odd(run.look.font)
            if kind:
                what = f"{run.text.strip()[:40]!r} is set in {run.look.font}, a font {kind}"
                fonts.add(run.look.font, index, run.text, what)
        yield from _marks(held, index, text, lettered)
    yield from fonts.issues()


@cache
def _odd(font: str) -> str:
    """What is wrong with a font, '' for a plain one."""
    if _SERIFS.match(font) and "sans" not in font.casefold():
        return "with serifs"
    return "made for show" if _SHOW.match(font) else ""


def _marks(
    held: Held, index: int, text: PaperText, lettered: Sequence[PaperRun]
) -> Iterator[Issue]:
    """Underlining that is no link, whole paragraphs in italics, and effects, once for each text."""
    for run in lettered:
        if not run.look.underline or text.kind == "contents":
            continue
        if not run.link and "@" not in run.text and "://" not in run.text:
            what = f"{run.text.strip()[:60]!r} is underlined and no link"
            yield held.issue(UNDERLINE, held.paper.where(index, run.text), what)
            break
    blinking = next((run for run in lettered if run.look.animated), None)
    if blinking is not None:
        what = f"{blinking.text.strip()[:60]!r} blinks or sparkles"
        yield held.issue(ANIMATED, held.paper.where(index, blinking.text), what)
    slanted = all(run.look.italic for run in lettered)
    if slanted and len(text.text.split()) >= held.number(ITALICS, "words"):
        yield held.issue(ITALICS, held.paper.where(index), "a whole paragraph is in italics")


def check_sizes(held: Held) -> Iterator[Issue]:
    """Text that is smaller than the council sets for where it stands."""
    found = Gathered(held, TEXT_SIZE)
    for index, text in enumerate(held.paper.texts):
        name, place = _kind_of_place(text)
        least = held.number(TEXT_SIZE, name)
        for run in text.runs:
            size = run.look.size
            if 0 < size < least and has_words(run.text) and not run.look.hidden:
                words = f"{run.text.strip()[:40]!r} {place} is set in {size:g} points"
                found.add((size, text.style, name), index, run.text, f"{words}, not {least:g}")
                break
    yield from found.issues()


def _kind_of_place(text: PaperText) -> tuple[str, str]:
    """The threshold for a text, and how its place is called."""
    if in_margins(text):
        return "margins", f"in a {text.story}"
    if text.story in _NOTES:
        return "notes", "in a note"
    return ("tables", "in a table") if text.table >= 0 else ("points", "in the text")
