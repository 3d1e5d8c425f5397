"""Exempt material that got into the copy for publication: its words and its amounts of money."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.checks.held import Held
from generator.checks.lawful.lawful_rules import EXEMPT_AMOUNT, EXEMPT_LEAK
from generator.checks.paper_sections import is_heading, plain_heading
from generator.model.issues import Issue
from generator.model.release.paper import Paper, PaperDrawing
from generator.model.wording.late_pattern import late_pattern

_WORD = late_pattern(r"\w+(?:[.,'\N{RIGHT SINGLE QUOTATION MARK}]\w+)*")
_AMOUNT = late_pattern(r"\N{POUND SIGN}\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|bn|m|k)\b)?")

_UNITS = {"": 1, "k": 1e3, "m": 1e6, "b": 1e9}
_LARGE = 1000  # smaller numbers are alike by chance


def check_exempt_material(held: Held) -> Iterator[Issue]:
    """Nothing of the exempt texts is said anywhere in the copy for publication."""
    if not held.exempt_words:
        return
    size = max(2, int(held.number(EXEMPT_LEAK, "words")))
    runs = {run for text in held.exempt_words for run, _ in _runs(text, size)}
    amounts = {_plain(one) for text in held.exempt_words for one in _AMOUNT.findall(text)}
    yield from _drawn_amounts(held, amounts)
    for at, place, text in _every_text(held.paper):
        words = _shared(text, runs, size)
        if words:
            what = f"{words!r} in {place} stands in exempt material"
            yield held.issue(EXEMPT_LEAK, held.paper.where(at, words), what)
            continue
        for one in _AMOUNT.findall(text):
            if _plain(one) in amounts:
                what = f"{one} in {place} stands in exempt material too"
                yield held.issue(EXEMPT_AMOUNT, held.paper.where(at, one), what)
                break


def exempt_texts(draft: Paper, exempt: Collection[str], titles: Collection[str]) -> tuple[str, ...]:
    """The texts of exempt appendices in a draft, those of drawings among them.

    exempt: their titles. titles: of all appendices, where one ends and another begins.
    """
    ends = tuple(plain_heading(title) for title in titles)
    wanted = tuple(plain_heading(title) for title in exempt)
    found: list[str] = []
    inside, within = False, set[int]()
    for at, text in enumerate(draft.texts):
        name = plain_heading(text.text.split("\n")[-1]) if is_heading(text) else ""
        if name and name.endswith(ends):
            inside = name.endswith(wanted)
        elif inside and text.story in ("body", "box"):
            found.append(text.text)
            within.add(at)
    found += [words for one in draft.drawings if one.text in within for words in _labels(one)]
    return tuple(one for one in found if one.strip())


def _shared(text: str, runs: Collection[str], size: int) -> str:
    """The first stretch of a text that exempt texts have too, as long as it goes on."""
    start = end = -1
    for run, span in _runs(text, size):
        if run in runs:
            start, end = (span[0] if start < 0 else start), span[1]
        elif start >= 0:
            break
    return text[start:end] if start >= 0 else ""


def _runs(text: str, size: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every so many words in a row, folded, with where they stand; a shorter text as a whole is
    none, as short texts are alike by chance.
    """
    found = list(_WORD.finditer(text))
    words = [one[0].casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for one in found]
    for at in range(len(words) - size + 1):
        span = found[at].start(), found[at + size - 1].end()
        yield " ".join(words[at : at + size]), span


def _drawn_amounts(held: Held, amounts: Collection[str]) -> Iterator[Issue]:
    """Amounts that charts and their workbooks have as bare numbers: '412500' is '£412,500'."""
    exempt = {_number(one): one for one in amounts}
    for drawing in held.paper.drawings:
        if drawing.chart is None:
            continue
        kept = [value for series in drawing.chart.series for value in series.values]
        book = drawing.chart.book.numbers if drawing.chart.book is not None else ()
        for number in (*kept, *book):
            if number is not None and number >= _LARGE and number in exempt:
                what = f"{exempt[number]} in a chart or its workbook stands in exempt material too"
                yield held.issue(EXEMPT_AMOUNT, held.paper.where(drawing.text, f"{number:g}"), what)
                break


def _number(amount: str) -> float:
    """'£1.2million' as 1,200,000."""
    bare = re.sub(r"[^\d.]", "", amount).rstrip(".")
    unit = re.search(r"[a-z]", amount)
    return round(float(bare) * _UNITS[unit[0] if unit else ""], 2)


def _plain(amount: str) -> str:
    return "".join(amount.casefold().split())


def _every_text(paper: Paper) -> Iterator[tuple[int, str, str]]:
    """(the text that it belongs to, where it stands, its words) of all that the file says."""
    for at, text in enumerate(paper.texts):
        yield at, "the text", text.text
    yield from _drawn(paper)
    for table in paper.tables:
        yield table.after, "an alternative text", f"{table.title} {table.description}"
    for name, words in (*paper.properties.items(), *paper.custom.items()):
        yield -1, f"the property {name}", words


def _labels(drawing: PaperDrawing) -> tuple[str, ...]:
    """The texts of an exempt drawing one by one: a row of answers is in public charts as well."""
    chart = drawing.chart
    return drawing.title, drawing.alternative, *(chart.texts if chart is not None else ())


def _drawn(paper: Paper) -> Iterator[tuple[int, str, str]]:
    for drawing in paper.drawings:
        yield drawing.text, "an alternative text", f"{drawing.title} {drawing.alternative}"
        if drawing.chart is not None:
            yield drawing.text, "a chart", " ".join(drawing.chart.texts)
            book = drawing.chart.book
            yield drawing.text, "the workbook of a chart", " ".join(book.texts if book else ())
