"""Signs, letters and numbers of lists that are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.accessible.accessible_rules import LIST_TYPED, NUMBER_TYPED
from generator.checks.accessible.paper_texts import in_body
from generator.checks.held import Held
from generator.model.issues import Issue
from generator.model.release.paper import PaperText
from generator.model.wording.late_pattern import late_pattern

_SIGN = late_pattern(
    r"([-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043*\uf0b7\u27a2\u2713]|o(?=\t))\s+\S"
)
_LETTER = late_pattern(r"(\(?(?:[a-z]|[ivx]{1,4}|[A-Z])\)|[a-z]\.|[ivx]{1,4}\.)\s+\S")
_ONE = late_pattern(r"(\(?\d{1,2}\)|\d{1,2}[.:])\s+\S")
_PARTED = late_pattern(r"(\d{1,2}(?:\.\d{1,2})+\.?)(?:\t|\s+(?=[A-Z\u2018\u201c'\"(]))\s*\S")
_OF_HEADING = late_pattern(r"(\d{1,2}[.:)]?)(?:\t|(?<=[.:)])\s+)\s*\S")
_KINDS = ("paragraph", "item")


def check_typed_lists(held: Held) -> Iterator[Issue]:
    """Two paragraphs and more in a row that begin with a typed sign, letter or number."""
    kinds = (
        (LIST_TYPED, _SIGN, _has_sign),
        (LIST_TYPED, _LETTER, _has_letter),
        (NUMBER_TYPED, _ONE, _has_number),
    )
    for rule, pattern, find in kinds:
        for found in _rows(held, pattern) if any(held.found(find)) else ():
            signs = ", ".join(repr(sign) for _, sign in found[:3])
            what = f"{len(found)} lines begin with what is typed: {signs}"
            yield held.issue(rule, held.paper.where(found[0][0]), what)


def _has_sign(words: str) -> bool:
    return _begins(words, _SIGN)


def _has_letter(words: str) -> bool:
    return _begins(words, _LETTER)


def _has_number(words: str) -> bool:
    return _begins(words, _ONE)


def _begins(words: str, pattern: re.Pattern[str]) -> bool:
    """Whether a text, or a line of it, begins so."""
    lines = (words, *words.split("\n")) if "\n" in words else (words,)
    return any(pattern.match(line.lstrip()) for line in lines)


def _rows(held: Held, pattern: re.Pattern[str]) -> Iterator[list[tuple[int, str]]]:
    """Neighbouring paragraphs of one place that begin so, each with its sign."""
    row: list[tuple[int, str]] = []
    yield from _lines(held, pattern)
    place: tuple[int, int, int] = (-1, -1, -1)
    for index, text in in_body(held.paper):
        sign = _sign(text, pattern)
        here = (text.table, text.row, text.column)
        if not sign or here != place:
            if len(row) > 1:
                yield row
            row = []
        place = here
        if sign:
            row.append((index, sign))
    if len(row) > 1:
        yield row


def _lines(held: Held, pattern: re.Pattern[str]) -> Iterator[list[tuple[int, str]]]:
    """Lines of one paragraph that begin so, where two and more do."""
    for index, text in in_body(held.paper):
        if "\n" in text.text and text.kind in _KINDS:
            found = (pattern.match(line.strip()) for line in text.text.split("\n"))
            row = [(index, one[1]) for one in found if one]
            if len(row) > 1:
                yield row


def _sign(text: PaperText, pattern: re.Pattern[str]) -> str:
    if text.kind not in _KINDS or text.number or (text.runs and text.runs[0].field):
        return ""
    found = pattern.match(text.text.lstrip())
    return found[1] if found else ""


def check_typed_numbers(held: Held) -> Iterator[Issue]:
    """Paragraphs and headings that begin with a typed number such as 3.2, or heading with 3."""
    paper = held.paper
    for index, text in in_body(paper):
        heading = text.kind == "heading"
        if text.table >= 0 or text.number or not (heading or text.kind in _KINDS):
            continue
        words = text.text.lstrip()
        found = _PARTED.match(words) or (_OF_HEADING.match(words) if heading else None)
        if found and not (text.runs and text.runs[0].field):
            what = f"the number {found[1]!r} is typed"
            yield held.issue(NUMBER_TYPED, paper.where(index), what)
