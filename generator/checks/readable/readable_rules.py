"""The rules of plain words: hints only."""

from __future__ import annotations

from generator.model.issues import Rule

_PLAIN = "GOV.UK content design guidance: writing for GOV.UK"

LONG_SENTENCE = Rule(
    "readable.long-sentence",
    "readable",
    "hint",
    "A sentence has so many words that its beginning is forgotten at its end.",
    "Make two or three of it.",
    _PLAIN,
    {"words": 35},
)
LONG_PARAGRAPH = Rule(
    "readable.long-paragraph",
    "readable",
    "hint",
    "A paragraph is so long that members cannot refer to a part of it.",
    "Divide it; each numbered paragraph says one thing.",
    _PLAIN,
    {"words": 200},
)
READING_AGE = Rule(
    "readable.reading-age",
    "readable",
    "hint",
    "By its words and sentences the paper asks for many years of schooling (Flesch-Kincaid grade "
    "plus five).",
    "Shorten the longest sentences, and write everyday words.",
    _PLAIN,
    {"age": 19},
)
ABBREVIATION = Rule(
    "readable.abbreviation",
    "readable",
    "hint",
    "An abbreviation is never spelt out.",
    "Spell it out where it first stands: 'Principal Social Worker (PSW)'.",
    _PLAIN,
)
JARGON = Rule(
    "readable.jargon",
    "readable",
    "hint",
    "A word says less, or is known to fewer people, than an everyday one.",
    "Write what it means.",
    _PLAIN,
)
PASSIVE = Rule(
    "readable.passive",
    "readable",
    "hint",
    "A recommendation does not say who is to act.",
    "Name who does it: 'Ask the director to ...'.",
    _PLAIN,
)
WORD_TWICE = Rule(
    "readable.word-twice",
    "readable",
    "hint",
    "A word stands twice.",
    "Take one out.",
)
FULL_STOP = Rule(
    "readable.full-stop",
    "readable",
    "hint",
    "A numbered paragraph ends without a full stop, so that it may have lost its end.",
    "Complete it.",
)
