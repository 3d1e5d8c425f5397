"""Appendix text made from the survey: its questions, and how its figures came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.compose.parts.entries import plain_table
from generator.compose.plain_text import paragraph
from generator.model.document import (
    Alignment,
    Block,
    Heading,
    LineBreak,
    ListBlock,
    ListItem,
    Table,
    Text,
    phrase,
)
from generator.model.findings import Collection, Findings, QuestionEntry
from generator.model.wording.counting import letters
from generator.model.wording.dates import period_text
from generator.model.wording.english import capital, counted, listed
from generator.model.wording.rounding import PER_CENT, figure_text

_NOT_LISTED = frozenset({"personal"})
_ASKED = "Who was asked"
_COLLECTION = ("Wave", "Fieldwork", "Sent", "Counted", "Response rate")
_FIGURES = ("Sent", "Counted", "Response rate")
_SHARED = 3  # so many questions must offer the same answers for these to be given once
Answers = dict[tuple[str, ...], str]


def question_lists(findings: Findings) -> tuple[Block, ...]:
    """The questions of the report's wave, by who was asked and by theme, with their answers.

    What everybody was asked comes first. Answers that many questions share are given once, and
    named once for a theme whose questions all have them.
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
        scale = _only_scale(chosen, scales)
        if scale:
            yield paragraph(f"Answers to each of these questions: {scale}.")
        items = tuple(_question(entry, scales, told=bool(scale)) for entry in chosen)
        yield ListBlock(items, "1.", start)
        start += len(chosen)


def _only_scale(entries: Sequence[QuestionEntry], scales: Answers) -> str:
    """The name of the answers that all of several questions offer; '' where they differ."""
    offered = {entry.options if entry.kind == "scale" else () for entry in entries}
    return scales.get(offered.pop(), "") if len(offered) == 1 and len(entries) >= _SHARED else ""


def _question(entry: QuestionEntry, scales: Answers, told: bool = False) -> ListItem:
    """told: what it offers is said above the list."""
    answers = {
        "text": "in respondents' own words",
        "number": "a number",
        "date": "a date",
    }.get(entry.kind, scales.get(entry.options, "; ".join(entry.options)))
    if told or not answers:
        return ListItem((Text(entry.text),))
    return ListItem((Text(entry.text), LineBreak(), Text(f"Answers: {answers}", italic=True)))


def method_note(findings: Findings) -> tuple[Block, ...]:
    """The sentences of the method note, then who was asked and who replied, a row for each wave."""
    blocks: list[Block] = [paragraph(sentence) for sentence in findings.method]
    return (*blocks, _collections_table(findings)) if findings.collections else tuple(blocks)


def _collections_table(findings: Findings) -> Table:
    """A row for each wave of each cohort. Who was asked has a column where that is not always the
    same; what was left out, which mostly is, stands in the note.
    """
    named = {one.cohort: capital(_cohort(findings, one)) for one in findings.collections}
    each = len(named) > 1
    heads = (_ASKED, *_COLLECTION) if each else _COLLECTION
    rows = []
    for one in findings.collections:
        texts = ([named[one.cohort]] if each else []) + _collection_row(one)
        rows.append([(Text(text),) for text in texts])
    table = plain_table(heads, rows, f"{len(rows)} collections of answers, a row for each.")
    sides: tuple[Alignment, ...] = tuple("right" if head in _FIGURES else "left" for head in heads)
    whom = "" if each else f" to {_cohort(findings, findings.collections[0])}"
    return replace(
        table,
        alignments=sides,
        caption=phrase(f"Surveys sent{whom} and replies counted"),
        name="table-collections",
        note=phrase(_left_out(findings)),
    )


def _cohort(findings: Findings, one: Collection) -> str:
    return findings.cohorts.get(one.cohort, one.cohort)


def _collection_row(one: Collection) -> list[str]:
    sent = f"{one.sent:,}" if one.sent else "Not known"
    rate = "Not known" if one.rate is None else figure_text(one.rate, 0, PER_CENT)
    return [one.wave, _fieldwork(one), sent, f"{one.received:,}", rate]


def _left_out(findings: Findings) -> str:
    """What was left out of the counts: said once where that is the same in every row."""
    reasons = [
        listed([counted(n, reason) for reason, n in one.excluded.items() if n])
        for one in findings.collections
    ]
    if not any(reasons):
        return "No answers were left out of the counts."
    if len(set(reasons)) == 1:
        rows = " in every row" if len(reasons) > 1 else ""
        return f"Left out of the count{rows}: {reasons[0]}."
    each = zip(findings.collections, reasons, strict=True)
    several = len({one.cohort for one in findings.collections}) > 1
    said = [
        f"{reason}{f' of {_cohort(findings, one)}' if several else ''} in {one.wave}"
        for one, reason in each
        if reason
    ]
    return f"Left out of the counts: {'; '.join(said)}."


def _fieldwork(one: Collection) -> str:
    first, last = one.fieldwork_from or one.fieldwork_to, one.fieldwork_to or one.fieldwork_from
    return period_text(first, last) if first and last else "Not known"
