"""Long sentences and paragraphs, and the reading age of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.held import Held
from generator.checks.paper_sections import is_written, sentences_of, written
from generator.checks.readable.readable_rules import (
    FULL_STOP,
    LONG_PARAGRAPH,
    LONG_SENTENCE,
    READING_AGE,
)
from generator.model.issues import Issue
from generator.model.wording.late_pattern import late_pattern

_WORD = late_pattern(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_VOWELS = late_pattern(r"[aeiouy]+")
_SILENT = late_pattern(r"(?:[^laeiouy]e|[^aeioudt]ed|[^aeiouyscxzgh]es)$")
_ENDED = late_pattern(r"(?:[.:;!?\])\N{RIGHT DOUBLE QUOTATION MARK}\"]|[,;] (?:and|or))$")
_FEW_PARTS = 3  # of a sentence with semicolons; more are a list
_ENOUGH = 200  # words that a reading age can be told from


def check_sentences(held: Held) -> Iterator[Issue]:
    """Sentences and paragraphs of more words than the council allows; the paper's reading age."""
    longest = held.number(LONG_SENTENCE, "words")
    most = held.number(LONG_PARAGRAPH, "words")
    words = sentences = syllables = 0
    for at, lengths in held.found(_lengths_in):
        text = held.paper.texts[at]
        if not is_written(text):
            continue
        for number, (_, spoken, unbroken) in enumerate(lengths):
            syllables += spoken
            if unbroken > longest:
                what = f"a sentence of {unbroken} words"
                sentence = sentences_of(text.text)[number]
                yield held.issue(LONG_SENTENCE, held.paper.where(at, sentence), what)
        count = sum(length for length, _, _ in lengths)
        words, sentences = words + count, sentences + len(lengths)
        if count > most:
            what = f"a paragraph of {count} words"
            yield held.issue(LONG_PARAGRAPH, held.paper.where(at), what)
    age = reading_age(words, sentences, syllables)
    if words >= _ENOUGH and age > held.number(READING_AGE, "age"):
        what = f"the paper's reading age is about {age:.0f}"
        yield held.issue(READING_AGE, held.paper.where(), what)


def _lengths_in(text: str) -> list[tuple[int, int, int]]:
    """The words and syllables of each sentence of a text of some words, and how many of its words
    follow one another: of a list parted by semicolons, those of its longest part.
    """
    found = []
    for sentence in sentences_of(text) if text.count(" ") > 2 else ():
        words = _WORD.findall(sentence)
        parts = sentence.split(";")
        listed = len(parts) > _FEW_PARTS
        unbroken = max(len(_WORD.findall(one)) for one in parts) if listed else len(words)
        found.append((len(words), sum(map(syllables_of, words)), unbroken))
    return found


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
