"""Which questions match across waves: `committee survey compare CODEBOOK`.

A likeness of wording is only ever a suggestion; the codebook says what is the same question.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

from generator.config.files import Files
from generator.errors import Problems
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.survey.codebook import Codebook, ExportFile, Question
from generator.model.wording.counting import column_letters
from generator.survey.answers.matching import (
    Match,
    code_keys,
    expected_questions,
    match_questions,
    wordings,
)
from generator.survey.answers.read import named_exports, open_export
from generator.survey.answers.same_answers import repeated_exports
from generator.survey.inspection.merged_waves import row_of
from generator.survey.likeness import fold, likenesses, tidy
from generator.survey.readers.export_layout import HeadColumn, Outline

LIKE = 0.6
"""From this likeness of two wordings on, one is suggested for the other."""

Status = Literal["matched", "missing", "not asked"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A column that may hold a question. likeness: 0 to 1, or 1 where the codes are the same.

    by 'row': it is the same row of a grid under another lead-in.
    """

    column: str
    wording: str
    likeness: float
    by: Literal["code", "wording", "row"]

    @property
    def lead_in(self) -> str:
        """What stands before the row of a grid."""
        return tidy(self.wording.removesuffix(f"[{row_of(self.wording)}]"))


@dataclass(frozen=True, slots=True)
class QuestionInWave:
    """One question in one export. by: what it was found by. column, wording: where it stands.

    reworded: found, but its wording is not the codebook's. suggestions: best first, where missing.
    """

    question: str
    cohort: str
    wave: str
    status: Status
    by: Literal["code", "wording", ""] = ""
    column: str = ""
    wording: str = ""
    reworded: bool = False
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class UnclaimedColumn:
    """A column of an export that no question of the codebook claims. waves: other waves with it."""

    cohort: str
    wave: str
    column: str
    code: str
    wording: str
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What changed from one wave of a cohort to the next: ids of questions."""

    cohort: str
    earlier: str
    later: str
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The questions of a codebook through its exports.

    issues: why some were not found in one; repeated: exports that are named for two waves.
    """

    questions: tuple[QuestionInWave, ...]
    unclaimed: tuple[UnclaimedColumn, ...]
    turns: tuple[Turn, ...]
    issues: tuple[Issue, ...]
    repeated: tuple[Issue, ...] = ()

    @property
    def missing(self) -> tuple[QuestionInWave, ...]:
        """The questions that should be in an export and are not."""
        return tuple(entry for entry in self.questions if entry.status == "missing")


@dataclass(frozen=True, slots=True)
class _Read:
    export: ExportFile
    outline: Outline
    matches: dict[str, Match]
    free: tuple[HeadColumn, ...]
    issues: tuple[Issue, ...]


def compare_codebook(codebook: Codebook, folder: Path, files: Files) -> Comparison:
    """Compare the exports of a codebook with it and with each other.

    Of the answers it only says whether two exports have the same. folder: the codebook's folder.
    Raises InputProblems for exports that cannot be opened; a question without a column is part of
    the answer and no error, and so is an answer that the codebook does not know.
    """
    problems = Problems()
    reads: list[_Read] = []
    for export in codebook.files:
        path = folder / export.path
        where = Where(files.name(path))
        with problems.collecting():
            outline = open_export(path, where, export).outline
            reads.append(_read(codebook, export, outline, where))
    problems.raise_any()
    entries = [entry for read in reads for entry in _entries(codebook, read, reads)]
    turns = tuple(_turns(codebook, reads))
    issues = tuple(issue for read in reads for issue in read.issues)
    named = named_exports(codebook, folder, files, Problems())
    repeated = repeated_exports(named, codebook.filters.same_answers)
    return Comparison(tuple(entries), tuple(_unclaimed(reads)), turns, issues, tuple(repeated))


def _read(codebook: Codebook, export: ExportFile, outline: Outline, where: Where) -> _Read:
    asked = expected_questions(codebook.questions, export.cohort, export.wave)
    matches, issues = match_questions(asked, outline, export, where)
    taken = {c.index for match in matches.values() for c in match.columns}
    free = tuple(column for column in outline.questions if column.index not in taken)
    return _Read(export, outline, matches, free, tuple(issues))


def _entries(codebook: Codebook, read: _Read, reads: Sequence[_Read]) -> Sequence[QuestionInWave]:
    cohort, wave = read.export.cohort, read.export.wave
    asked = {q.id for q in expected_questions(codebook.questions, cohort, wave)}
    entries: list[QuestionInWave] = []
    for key, question in codebook.questions.items():
        match = read.matches.get(key)
        if question.kind == "personal" or question.source:
            continue
        if match is not None:
            entries.append(_matched(question, match, cohort, wave))
        elif key in asked:
            found = _suggest(question, read, reads)
            entries.append(QuestionInWave(key, cohort, wave, "missing", suggestions=found))
        else:
            entries.append(QuestionInWave(key, cohort, wave, "not asked"))
    return entries


def _matched(question: Question, match: Match, cohort: str, wave: str) -> QuestionInWave:
    head = match.columns[0]
    texts = {fold(text) for text in wordings(question, cohort, wave)}
    wording = head.text if match.spread else head.wording
    same = {fold(form) for form in (wording, head.heading, head.part, head.text) if form} & texts
    codes = {fold(code) for code in question.codes}
    return QuestionInWave(
        question.id, cohort, wave, "matched",
        by="code" if codes & (code_keys(head) | {fold(head.code), fold(head.group_alias)})
        else "wording",
        column=column_letters(head.index),
        wording=wording,
        reworded=not same and bool(wording),
    )  # fmt: skip


def _suggest(question: Question, read: _Read, reads: Sequence[_Read]) -> tuple[Suggestion, ...]:
    """Free columns with the code that the question has elsewhere, then those of like wording."""
    cohort, wave = read.export.cohort, read.export.wave
    texts = set(wordings(question, cohort, wave)) | {question.text}
    codes: set[str] = set()
    for other in reads:
        if question.id in other.matches:
            head = other.matches[question.id].columns[0]
            texts.add(head.text if other.matches[question.id].spread else head.wording)
            codes |= code_keys(head)
    # Of a question with a column for each option, what goes into the codebook is its own wording.
    headings = [c.text if question.kind == "multi" and c.text else c.wording for c in read.free]
    alike = [
        max(each) for each in zip(*(likenesses(t, headings, LIKE) for t in texts), strict=True)
    ]
    rows = {fold(row_of(text)) for text in texts} - {""}
    found: dict[str, Suggestion] = {}
    for column, heading, ratio in zip(read.free, headings, alike, strict=True):
        letter = column_letters(column.index)
        if codes & code_keys(column):
            found.setdefault(heading, Suggestion(letter, heading, 1.0, "code"))
        elif fold(row_of(heading)) in rows:
            found.setdefault(heading, Suggestion(letter, heading, 1.0, "row"))
        elif ratio:
            found.setdefault(heading, Suggestion(letter, heading, round(ratio, 2), "wording"))
    return tuple(sorted(found.values(), key=lambda suggestion: -suggestion.likeness)[:3])


def _unclaimed(reads: Sequence[_Read]) -> Sequence[UnclaimedColumn]:
    waves_of: dict[str, list[str]] = {}
    for read in reads:
        for column in read.free:
            waves_of.setdefault(fold(column.wording), []).append(read.export.wave)
    return [
        UnclaimedColumn(
            read.export.cohort, read.export.wave, column_letters(column.index), column.code,
            column.wording,
            tuple(w for w in dict.fromkeys(waves_of[fold(column.wording)])
                  if w != read.export.wave),
        )
        for read in reads
        for column in read.free
    ]  # fmt: skip


def _turns(codebook: Codebook, reads: Sequence[_Read]) -> Sequence[Turn]:
    turns: list[Turn] = []
    for cohort in codebook.cohorts:
        by_wave: dict[str, set[str]] = {}
        for read in reads:
            if read.export.cohort == cohort:
                by_wave.setdefault(read.export.wave, set()).update(read.matches)
        waves = [wave for wave in codebook.waves if wave in by_wave]
        for earlier, later in pairwise(waves):
            before, after = by_wave[earlier], by_wave[later]
            order = list(codebook.questions)
            turns.append(
                Turn(
                    cohort,
                    earlier,
                    later,
                    tuple(key for key in order if key in before & after),
                    tuple(key for key in order if key in before - after),
                    tuple(key for key in order if key in after - before),
                )
            )
    return turns
