"""The evidence for a whole report: each figure, what is withheld, questions, exports, sign-offs.

A figure stands there as often as it is printed. What is withheld is told by finding and survey, as
`committee findings --why` tells it: no count, and not which of several is too small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.model.findings import Findings
from generator.model.release.evidence_tables import (
    Evidence,
    EvidenceCell,
    EvidenceColumn,
    EvidenceTable,
)
from generator.model.release.explained import AskedQuestion, ExplainedFigure
from generator.model.wording.dates import date_text
from generator.pipeline.evidence.explaining import (
    Explainer,
    explainer,
    with_reasons_told,
    withheld_reasons,
)
from generator.pipeline.report import Prepared

if TYPE_CHECKING:
    from generator.survey.why import Reason

_Row = tuple[EvidenceCell, ...]
_WHERE = EvidenceColumn("Where", "heading, and number of the paragraph, table or figure", 36)
_PRINTED = EvidenceColumn("Printed", "the figure as it reads in the report", 20)
_KEY = EvidenceColumn("Key", "what the narrative calls the figure", 34)
_SURVEY = EvidenceColumn("Survey", "the survey that it is from; of a change both", 14)
_QUESTION = EvidenceColumn("Question", "as the report's survey asked it", 50)
_REWORDED = EvidenceColumn("Other wording", "how earlier surveys asked it", 50)
_SOURCE = EvidenceColumn("Source line", "the file and line that placed it", 40)
_FINDING = EvidenceColumn("Finding", "as findings.yaml names it", 30)

_FIGURES = (
    _WHERE,
    _KEY,
    _PRINTED,
    _QUESTION,
    _REWORDED,
    EvidenceColumn("Answers counted", "the answers that count towards the figure", 32),
    EvidenceColumn("Of whom", "who was asked, and the group of them", 24),
    _SURVEY,
    EvidenceColumn("Count", "how many gave these answers; none for means and indices"),
    EvidenceColumn("Base", "how many people the figure is based on"),
    EvidenceColumn("Rounding", "how the figure was rounded", 26),
    EvidenceColumn("Suppression", "the mark of the figure, and what is withheld beside it", 50),
    EvidenceColumn("Interval", "the interval, where findings.yaml asks for one", 30),
    EvidenceColumn("Definition", "who was counted, which answers, of whom", 60),
    EvidenceColumn("Exports", "the files that it was read from", 40),
    _SOURCE,
    EvidenceColumn("Expression", "what stands there", 40),
)
_WITHHELD = (
    _FINDING,
    _SURVEY,
    EvidenceColumn("What", "the answers and groups without a figure", 40),
    EvidenceColumn("Rule", "by which rule, and which other findings make it necessary", 80),
    EvidenceColumn("Instead", "what can be published", 60),
)
_QUESTIONS = (
    EvidenceColumn("Question id", "as the codebook names it", 26),
    _QUESTION,
    _REWORDED,
    EvidenceColumn("Kind", "of its answers"),
    EvidenceColumn("Options", "the answers that were offered", 50),
    EvidenceColumn("Cohorts", "who was asked", 30),
    EvidenceColumn("Surveys", "in which it was asked", 24),
    EvidenceColumn("Findings", "that are made from it", 50),
)
_EXPORTS = (
    EvidenceColumn("File", "the export", 50),
    EvidenceColumn("SHA-256", "the digest of its bytes", 72),
    EvidenceColumn("Cohort", "whose answers it holds", 24),
    _SURVEY,
)
_SIGN_OFFS = (
    EvidenceColumn("Unit", "what is cleared", 30),
    EvidenceColumn("Title", "as the report prints it", 36),
    EvidenceColumn("Owner", "who clears it", 24),
    EvidenceColumn("State", "how the sign-off stands"),
    EvidenceColumn("Code", "the sign-off code", 24),
    EvidenceColumn("Date", "of the sign-off, or on which it was asked for or withdrawn", 20),
)
_OTHERS = (
    _WHERE,
    EvidenceColumn("Key", "what the narrative calls it; none where it was typed", 34),
    _PRINTED,
    EvidenceColumn("Kind", "sourced: from elsewhere; typed: by hand, with no source"),
    EvidenceColumn("Source", "where a sourced figure is from, and its date", 60),
    _SOURCE,
)
_ABOUT = (
    "Internal: this workbook is for the council's audit file, and is not for publication.",
    "It holds what disclosure control lets be published, and nothing that it withholds.",
)


def gather_evidence(prepared: Prepared) -> Evidence:
    """The evidence for a composed report. Raises InputProblems."""
    asked, findings = explainer(prepared), prepared.computed.findings
    reasons = withheld_reasons(prepared, findings.items)
    figures = with_reasons_told(asked.figures(asked.texts), reasons)
    own = [one for one in figures if one.facts.kind in ("survey", "text")]
    others = [one for one in figures if one.facts.kind in ("sourced", "typed")]
    tables = (
        _table("Figures", "Figures of the survey as they are printed", _FIGURES, map(_figure, own)),
        _table("Withheld", "What is withheld, and why", _WITHHELD, map(_reason, reasons)),
        _table("Questions", "Questions of the survey", _QUESTIONS, _questions(asked)),
        _table("Exports", "Exports that the figures were read from", _EXPORTS, _exports(prepared)),
        _table("Sign-offs", "Sign-offs as they stand", _SIGN_OFFS, _sign_offs(prepared)),
        _table("Sourced and typed", "Sourced and typed figures", _OTHERS, map(_other, others)),
    )
    return Evidence(prepared.inputs.name, prepared.document.title, _ABOUT, tables)


def _table(
    name: str, title: str, columns: tuple[EvidenceColumn, ...], rows: Iterable[_Row]
) -> EvidenceTable:
    return EvidenceTable(name, title, columns, tuple(rows))


# ---------------------------------------------------------------- rows
def _figure(one: ExplainedFigure) -> _Row:
    facts = one.facts
    return (
        one.place,
        one.key,
        one.printed,
        " / ".join(question.text for question in facts.questions),
        " / ".join(_reworded(facts.questions)),
        ", ".join(facts.counted),
        facts.who,
        ", ".join(facts.waves),
        _number(facts.count),
        _number(facts.base),
        facts.rounding,
        " / ".join(part for part in (facts.mark, *one.withheld) if part),
        facts.interval,
        facts.definition,
        ", ".join(facts.exports),
        _line(one),
        one.expression,
    )


def _other(one: ExplainedFigure) -> _Row:
    source = ", ".join((one.facts.source or "none: typed by hand", *one.facts.exports))
    return one.place, one.key, one.printed, one.facts.kind, source, _line(one)


def _reason(reason: Reason) -> _Row:
    picked = ", ".join(part for part in reason.withheld if part) or "the figure"
    instead = "; ".join(reason.instead)
    return reason.finding, reason.wave, picked, reason.text(), instead


def _questions(asked: Explainer) -> Iterator[_Row]:
    findings = asked.facts_of.findings
    used: dict[str, list[str]] = {}
    for finding in findings.items.values():
        for name in finding.questions:
            used.setdefault(name, []).append(finding.key)
    worded = _wordings(asked, findings)
    for entry in findings.questions:
        yield (
            entry.id,
            entry.text,
            " / ".join(_reworded([worded[entry.id]])) if entry.id in worded else "",
            entry.kind,
            ", ".join(entry.options),
            ", ".join(findings.cohorts.get(one, one) for one in entry.cohorts),
            ", ".join(entry.waves),
            ", ".join(used.get(entry.id, ())),
        )


def _wordings(asked: Explainer, findings: Findings) -> dict[str, AskedQuestion]:
    """Question -> its wordings in all surveys, as its findings tell them."""
    found: dict[str, AskedQuestion] = {}
    for finding in findings.items.values():
        for question in asked.facts_of.questions(finding):
            known = found.get(question.id)
            if known is None or len(question.reworded) > len(known.reworded):
                found[question.id] = question
    return found


def _exports(prepared: Prepared) -> Iterator[_Row]:
    findings, read = prepared.computed.findings, prepared.inputs.files.seen
    for one in findings.collections:
        for name in one.exports:
            cohort = findings.cohorts.get(one.cohort, one.cohort)
            yield name, read.get(name, ""), cohort, one.wave


def _sign_offs(prepared: Prepared) -> Iterator[_Row]:
    signed = prepared.composed.sign_offs
    for row in signed.rows if signed is not None else ():
        day = date_text(row.date) if row.date else ""
        yield row.unit, row.title.rstrip(":"), row.owner, row.state, row.code, day


# ---------------------------------------------------------------- cells
def _reworded(questions: Sequence[AskedQuestion]) -> Iterator[str]:
    for question in questions:
        yield from (f"{waves}: {text}" for waves, text in question.reworded)


def _number(text: str) -> EvidenceCell:
    bare = text.replace(",", "")
    return int(bare) if bare.isdecimal() else text


def _line(one: ExplainedFigure) -> str:
    return f"{one.file}:{one.line}" if one.line else one.file
