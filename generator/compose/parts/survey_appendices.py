"""Appendix text made from the survey: its questions, and how its figures came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.compose.parts.entries import plain_table
from generator.compose.plain_text import paragraph
from generator.model.document import Alignment, Block, Heading, LineBreak, ListBlock, ListItem, Text
from generator.model.findings import Collection, Findings, QuestionEntry
from generator.model.wording.counting import letters
from generator.model.wording.dates import period_text
from generator.model.wording.english import capital, counted, listed
from generator.model.wording.rounding import PER_CENT, figure_text

_NOT_LISTED = frozenset({"personal"})
_COLLECTION = (
    "Who was asked", "Wave", "Fieldwork", "Sent", "Counted", "Response rate", "Left out",
)  # fmt: skip
_FIGURES = ("Sent", "Counted", "Response rate")
_COLLECTION_WIDTHS = (1.6, 1.0, 2.2, 0.9, 1.3, 1.5, 2.0)
_SHARED = 3  # so many questions must offer the same answers for these to be given once
Answers = dict[tuple[str, ...], str]


def question_lists(findings: Findings) -> tuple[Block, ...]:
    """The questions of the report's wave, by who was asked and by theme, with their answers.

    What everybody was asked comes first. Answers that many questions share are given once.
    """
    asked = [
        entry
        for entry in findings.questions
        if entry.kind not in _NOT_LISTED and (not entry.waves or findings.wave in entry.waves)
    ]
    scales = _shared_answers(asked)
    blocks: list[Block] = [paragraph(f"{name}: {'; '.join(o)}.") for o, name in scales.items()]
    groups = sorted(dict.fromkeys(entry.cohorts for entry in asked), key=len, reverse=True)
    for cohorts in groups:
        entries = [entry for entry in asked if entry.cohorts == cohorts]
        level = 2
        if len(groups) > 1:
            blocks.append(Heading((Text(_asked_of(findings, cohorts)),), level))
            level = 3
        blocks.extend(_by_theme(findings, entries, scales, level))
    return tuple(blocks)


def _shared_answers(asked: Sequence[QuestionEntry]) -> Answers:
    """Answers that several questions offer -> 'Scale A', in the order in which they are met."""
    offered = Counter(entry.options for entry in asked if entry.kind == "scale" and entry.options)
    shared = [options for options, times in offered.items() if times >= _SHARED]
    return {options: f"Scale {letters(index)}" for index, options in enumerate(shared, start=1)}


def _asked_of(findings: Findings, cohorts: Sequence[str]) -> str:
    text = listed([findings.cohorts.get(key, key) for key in cohorts])
    return f"Questions for {text}" if text else "Questions for everybody"


def _by_theme(
    findings: Findings, entries: Sequence[QuestionEntry], scales: Answers, level: int
) -> Iterable[Block]:
    themes = list(dict.fromkeys(entry.theme for entry in entries))
    start = 1
    for theme in themes:
        chosen = [entry for entry in entries if entry.theme == theme]
        if len(themes) > 1:
            name = findings.themes.get(theme, theme) or "Other questions"
            yield Heading((Text(name),), level)
        # Questions count through their themes, so that 'question 23' means one question.
        yield ListBlock(tuple(_question(entry, scales) for entry in chosen), "1.", start)
        start += len(chosen)


def _question(entry: QuestionEntry, scales: Answers) -> ListItem:
    answers = {
        "text": "in respondents' own words",
        "number": "a number",
        "date": "a date",
    }.get(entry.kind, scales.get(entry.options, "; ".join(entry.options)))
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
        sides: tuple[Alignment, ...] = tuple(
            "right" if name in _FIGURES else "left" for name in _COLLECTION
        )
        blocks.append(replace(table, widths=_COLLECTION_WIDTHS, alignments=sides))
    return tuple(blocks)


def _collection_row(findings: Findings, one: Collection) -> tuple[tuple[Text, ...], ...]:
    sent = f"{one.sent:,}" if one.sent else "Not known"
    rate = "Not known" if one.rate is None else figure_text(one.rate, 0, PER_CENT)
    left_out = listed([counted(n, reason) for reason, n in one.excluded.items() if n])
    texts = (
        capital(findings.cohorts.get(one.cohort, one.cohort)),
        one.wave,
        _fieldwork(one),
        sent,
        f"{one.received:,}",
        rate,
        left_out or "None",
    )
    return tuple((Text(text),) for text in texts)


def _fieldwork(one: Collection) -> str:
    first, last = one.fieldwork_from or one.fieldwork_to, one.fieldwork_to or one.fieldwork_from
    return period_text(first, last) if first and last else "Not known"
