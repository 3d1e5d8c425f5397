"""Words that are marked as another language than they are written in, where that is certain.

Certain is what the commonest small words say: in a paragraph of eight words and more, at least a
quarter are of one language, and next to none of the language that it is marked as.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.accessible.accessible_rules import LANGUAGE_OTHER
from generator.checks.accessible.paper_texts import has_words
from generator.checks.held import Held
from generator.checks.paper_sections import sentences_of
from generator.model.issues import Issue
from generator.model.release.paper import PaperText
from generator.model.wording.late_pattern import late_pattern

_WORD = late_pattern(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_COMMON = {
    "en": "the of and to in is that for are was with this have from they be on as by which",
    "cy": "yn y yr mae ei gan wedi hyn sydd fel bod neu gyda gyfer ac i ar nid oedd eu o'r a'r",
    "fr": "le la les des et est dans que pour une sur avec pas qui au sont du par ont ce",
    "de": "der die das und ist nicht mit den von zu ein eine auf sich f\u00fcr im dem des auch",
    "es": "el la los las y es en que por una con para del se su no como m\u00e1s sus al",
    "pl": "w i na z do nie si\u0119 \u017ce jest to o jak dla przez od po oraz s\u0105 ich",
    "ro": "\u0219i \u00een de la cu pe nu este pentru din sunt care mai o un ce ale sau prin fi",
    "so": "iyo waa ka oo ku in la uu ay ee ah soo wax loo leh si",
}
_SMALL = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_NAMES = {
    "en": "English", "cy": "Welsh", "fr": "French", "de": "German", "es": "Spanish",
    "pl": "Polish", "ro": "Romanian", "so": "Somali",
}  # fmt: skip
_SHARE, _MOST_OTHER = 0.25, 0.08
_ENGLISH = "en"
_NO_LANGUAGE = ("", "zxx", "und", "x-none")


def check_languages(held: Held) -> Iterator[Issue]:
    """Each paragraph, or first sentence of one, that is certainly in another language than the one
    it is marked as.
    """
    fewest = held.number(LANGUAGE_OTHER, "words")
    foreign = {index for index, _ in held.found(_is_foreign)}
    for index, text in enumerate(held.paper.texts):
        if text.text.count(" ") + 1 < fewest:
            continue
        marked = _marked(text, held.paper.language)
        english = marked[:2].casefold() == _ENGLISH
        if marked.casefold() in _NO_LANGUAGE or (english and index not in foreign):
            continue
        for part in (text.text, *sentences_of(text.text)):
            found = _written_in(part, marked[:2].casefold(), fewest)
            if found:
                what = f"{_NAMES[found]} words are marked as {marked}"
                yield held.issue(LANGUAGE_OTHER, held.paper.where(index, part), what)
                break


def _is_foreign(words: str) -> bool:
    """Whether some of the words are in another language than English."""
    return any(_written_in(part, _ENGLISH, 0) for part in (words, *sentences_of(words)))


def _marked(text: PaperText, default: str) -> str:
    """The language of most of a paragraph's letters."""
    runs = [run for run in text.runs if has_words(run.text)]
    longest = max(runs, key=lambda run: len(run.text), default=None)
    return default if longest is None else longest.look.language or default


def _written_in(text: str, marked: str, fewest: float) -> str:
    """The language that a text is certainly in, '' where it is the marked one or unsure."""
    if marked == _ENGLISH and " the " in text:
        return ""
    words = [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]
    if not words or len(words) < fewest:
        return ""
    shares = {
        one: sum(word in small for word in words) / len(words) for one, small in _SMALL.items()
    }
    best = max(shares, key=lambda one: shares[one])
    sure = shares[best] >= _SHARE and shares.get(marked, 0.0) <= _MOST_OTHER
    return best if sure and best != marked else ""
