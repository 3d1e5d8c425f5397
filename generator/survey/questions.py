"""The survey's questions, as an appendix lists them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.survey.finding_scores import was_asked
from generator.model.findings import QuestionEntry
from generator.model.survey.codebook import Codebook, Question
from generator.model.survey.finding_specs import FindingsFile
from generator.survey.measures.titles import wording


def question_entries(codebook: Codebook, settings: FindingsFile) -> tuple[QuestionEntry, ...]:
    """Every question in codebook order, without those that hold personal data or are derived.

    Worded as in the report's wave, or as last asked. Where cohorts were asked it in different words
    there is an entry for each wording.
    """
    return tuple(
        entry
        for question in codebook.questions.values()
        if question.kind != "personal" and not question.source
        for entry in _entries(question, codebook, settings)
    )


def _entries(
    question: Question, codebook: Codebook, settings: FindingsFile
) -> Iterator[QuestionEntry]:
    exports = {(file.cohort, file.wave) for file in codebook.files}
    asked = {
        cohort: [
            wave
            for wave in settings.waves
            if (cohort, wave) in exports and was_asked(codebook, question.id, cohort, wave)
        ]
        for cohort in codebook.cohorts
    }
    by_text: dict[str, list[str]] = {}
    for cohort, waves in asked.items():
        if waves:
            wave = settings.wave if settings.wave in waves else waves[-1]
            by_text.setdefault(wording(question, cohort, wave), []).append(cohort)
    for text, cohorts in by_text.items():
        known = {wave for cohort in cohorts for wave in asked[cohort]}
        yield QuestionEntry(
            question.id,
            text,
            question.kind,
            question.every_option,
            tuple(cohorts),
            tuple(wave for wave in settings.waves if wave in known),
            question.theme,
        )
