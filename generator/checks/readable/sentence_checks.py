"""Long sentences and paragraphs, and the reading age of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.held import Held
from generator.checks.paper_sections import sentences_of, written
from generator.checks.readable.readable_rules import (
    FULL_STOP,
    LONG_PARAGRAPH,
    LONG_SENTENCE,
    READING_AGE,
)
from generator.model.issues import Issue

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeioudt]ed|[^aeiouyscxzgh]es)$")
_ENDED = re.compile(r"[.:;!?\])\N{RIGHT DOUBLE QUOTATION MARK}\"]$")
_ENOUGH = 200  # words that a reading age can be told from


def check_sentences(held: Held) -> Iterator[Issue]:
    """Sentences and paragraphs of more words than the council allows; the paper's reading age."""
    longest = held.number(LONG_SENTENCE, "words")
    most = held.number(LONG_PARAGRAPH, "words")
    words = sentences = syllables = 0
    for at, text in written(held.paper):
        if text.text.count(" ") < 3:
            continue
        count = 0
        for sentence in sentences_of(text.text):
            found = _WORD.findall(sentence)
            count += len(found)
            sentences += 1
            syllables += sum(map(syllables_of, found))
            if len(found) > longest:
                what = f"a sentence of {len(found)} words"
                yield held.issue(LONG_SENTENCE, held.paper.where(at, sentence), what)
        words += count
        if count > most:
            what = f"a paragraph of {count} words"
            yield held.issue(LONG_PARAGRAPH, held.paper.where(at), what)
    age = reading_age(words, sentences, syllables)
    if words >= _ENOUGH and age > held.number(READING_AGE, "age"):
        what = f"the paper's reading age is about {age:.0f}"
        yield held.issue(READING_AGE, held.paper.where(), what)


def reading_age(words: int, sentences: int, syllables: int) -> float:
    """The Flesch-Kincaid grade plus five, in years; 0.0 for no words."""
    if not words or not sentences:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """About how many syllables an English word has, 1 at least."""
    plain = word.casefold()
    count = len(_VOWELS.findall(plain))
    return max(count - (1 if count > 1 and _SILENT.search(plain) else 0), 1)


def check_full_stops(held: Held) -> Iterator[Issue]:
    """Numbered paragraphs that end in the middle of something."""
    for at, text in written(held.paper):
        words = text.text.rstrip()
        numbered = text.kind == "paragraph" and "." in text.number and text.story == "body"
        named = words.casefold().startswith(("appendix", "annex"))
        if numbered and not named and words.count(" ") > 5 and not _ENDED.search(words):
            yield held.issue(FULL_STOP, held.paper.where(at), "the paragraph has no full stop")
