"""All checks of plain words."""

from __future__ import annotations

from generator.checks.held import Check
from generator.checks.readable.sentence_checks import check_full_stops, check_sentences
from generator.checks.readable.word_checks import check_abbreviations, check_passive, check_words

READABLE: tuple[Check, ...] = (
    check_sentences,
    check_full_stops,
    check_abbreviations,
    check_words,
    check_passive,
)
