"""Appendix text made from the survey: its questions, and how its figures came about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.compose.entries import plain_table
from generator.compose.text import date_text, listed, paragraph
from generator.model.document import Block, Heading, LineBreak, ListBlock, ListItem, Text
from generator.model.findings import Collection, Findings, QuestionEntry
from generator.model.rounding import figure_text

_NOT_LISTED = frozenset({"personal"})
_COLLECTION = (
    "Who was asked", "Wave", "Fieldwork", "Sent", "Counted", "Response rate", "Left out",
)  # fmt: skip
_COLLECTION_WIDTHS = (1.5, 0.8, 2.4, 0.8, 1.1, 1.2, 2.2)


def question_lists(findings: Findings) -> tuple[Block, ...]:
    """The questions of the report's wave, by who was asked and by theme, with their answers."""
    asked = [
        entry
        for entry in findings.questions
        if entry.kind not in _NOT_LISTED and (not entry.waves or findings.wave in entry.waves)
    ]
    groups = list(dict.fromkeys(entry.cohorts for entry in asked))
    blocks: list[Block] = []
    for cohorts in groups:
        entries = [entry for entry in asked if entry.cohorts == cohorts]
        level = 2
        if len(groups) > 1:
            blocks.append(Heading((Text(_asked_of(findings, cohorts)),), level))
            level = 3
        blocks.extend(_by_theme(findings, entries, level))
    return tuple(blocks)


def _asked_of(findings: Findings, cohorts: Sequence[str]) -> str:
    names = [findings.cohorts.get(key, key) for key in cohorts]
    text = listed(names)
    return f"Questions for {text}" if text else "Questions for everybody"


def _by_theme(
    findings: Findings, entries: Sequence[QuestionEntry], level: int
) -> Iterable[Block]:
    themes = list(dict.fromkeys(entry.theme for entry in entries))
    start = 1
    for theme in themes:
        chosen = [entry for entry in entries if entry.theme == theme]
        if len(themes) > 1:
            name = findings.themes.get(theme, theme) or "Other questions"
            yield Heading((Text(name),), level)
        # Questions count through their themes, so that 'question 23' means one question.
        yield ListBlock(tuple(_question(entry) for entry in chosen), "1.", start)
        start += len(chosen)


def _question(entry: QuestionEntry) -> ListItem:
    answers = {
        "text": "in respondents' own words",
        "number": "a number",
        "date": "a date",
    }.get(entry.kind, "; ".join(entry.options))
    if not answers:
        return ListItem((Text(entry.text),))
    return ListItem((Text(entry.text), LineBreak(), Text(f"Answers: {answers}", italic=True)))


def method_note(findings: Findings) -> tuple[Block, ...]:
    """The sentences of the method note, then who was asked and who replied, a row for each wave."""
    blocks: list[Block] = [paragraph(sentence) for sentence in findings.method]
    rows = [_collection_row(findings, one) for one in findings.collections]
    if rows:
        description = f"{len(rows)} collections of answers, a row for each."
        table = plain_table(_COLLECTION, rows, description)
        blocks.append(replace(table, widths=_COLLECTION_WIDTHS))
    return tuple(blocks)


def _collection_row(findings: Findings, one: Collection) -> tuple[tuple[Text, ...], ...]:
    sent = f"{one.sent:,}" if one.sent else "Not known"
    rate = figure_text(100 * one.received / one.sent, 0, "per cent") if one.sent else "Not known"
    left_out = listed([f"{_counted(n, reason)}" for reason, n in one.excluded.items() if n])
    texts = (
        _capital(findings.cohorts.get(one.cohort, one.cohort)),
        one.wave,
        _fieldwork(one),
        sent,
        f"{one.received:,}",
        rate,
        left_out or "None",
    )
    return tuple((Text(text),) for text in texts)


def _fieldwork(one: Collection) -> str:
    days = [day for day in (one.fieldwork_from, one.fieldwork_to) if day is not None]
    return " to ".join(date_text(day) for day in dict.fromkeys(days)) or "Not known"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


