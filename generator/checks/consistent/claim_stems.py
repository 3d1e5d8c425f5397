"""The words of a claim as they are compared, so that two ways to say one thing are alike.

'63% said that they feel safe at work' and '60% of respondents feel safe' both come to {feel, saf}.
Words that tell nothing apart are left out; whatever else a sentence says is kept, so that another
group, place, time or a 'not' makes another claim of it.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from generator.model.wording.late_pattern import late_pattern

WORD = late_pattern(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)?")
_POSSESSIVE = late_pattern(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
_NEGATED = late_pattern(r"n['\N{RIGHT SINGLE QUOTATION MARK}]t$")

_EMPTY = """
a about across all almost also altogether among an and any approximately are around as at be been
being both but by can could did do does due each every exactly far for from had has have having he
her his how i in into is it its itself just me my nearly of off on one only or other our out over
own per precisely roughly s she so some such that the their them then there these they this those
to too under up was we were what when where which who will with within would you your
"""
_TELLING = """
according achieve achieved achieves agree agreed agrees amount amounted amounts became become
becomes believe believed believes build built came carried carries carry carrying come comes
consider considered considers find finds found gave get gets give given gives go goes going got
indicate indicated indicates lay lie lies made make makes measure measured note noted notes
numbered owned rate rated reach reached receive received receives record recorded records remain
remained remains report reported reporting reports run running runs said saw say saying says see
seen sees show showed shown shows stand stands state stated states stood suggest suggested
suggests take taken takes taking tell tells think thinks thought told took went worth
"""
_ANYBODY = """
colleague colleagues employee employees everybody everyone member members people person persons
respondent respondents staff worker workers workforce
"""
_ALWAYS = """
altogether annual annually annum authority cent council current currently figure job key level
main now number organisation overall particular per percent percentage post posts present
proportion questionnaire rate respectively role service share survey surveyed time today total way
whole work working works year years
"""
_UNTOLD = frozenset(f"{_EMPTY} {_TELLING} {_ANYBODY} {_ALWAYS}".split())
_ALIKE = {
    "felt": "feel", "left": "leave", "leaver": "leave", "spent": "spend", "spending": "spend",
    "paid": "pay", "met": "meet", "held": "hold", "kept": "keep", "lost": "lose",
    "knew": "know", "known": "know", "rose": "rise", "risen": "rise",
    "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "sent": "send",
    "ran": "run", "children's": "child", "children": "child", "women": "woman", "men": "man",
    "cannot": "not", "never": "not", "without": "not", "no": "not", "nor": "not",
    "response": "reply", "responses": "reply", "respond": "reply", "responded": "reply",
    "replies": "reply", "replied": "reply", "answered": "reply", "answer": "reply", "eaten": "eat",
    "completed": "reply", "complete": "reply", "returns": "reply", "returned": "reply",
    "participated": "reply", "participants": "reply", "participation": "reply",
    "vacant": "vacancy", "vacancies": "vacancy", "unfilled": "vacancy",
    "satisfaction": "satisf", "satisfied": "satisf", "dissatisfaction": "dissatisf",
    "saving": "save", "savings": "save", "saved": "save", "costs": "cost", "costing": "cost",
    "costed": "cost", "expenditure": "spend", "ill": "sick", "illness": "sick",
    "sickness": "sick", "proud": "pride", "confident": "confidence", "stressed": "stress",
    "valued": "value", "recommended": "recommend", "wte": "fte",
    "supported": "support", "supportive": "support", "managed": "manage", "funded": "fund",
    "funding": "fund", "recruited": "recruit", "recruitment": "recruit",
}  # fmt: skip
_ENDINGS = (
    "ations", "ation", "ions", "ion", "ments", "ment", "ness", "ities", "ity", "ings", "ing",
    "ied", "ies", "edly", "ed", "es", "ly", "ty", "s", "e", "y",
)  # fmt: skip
_LEAST = 3


def stems(words: str) -> frozenset[str]:
    """What a claim says beside its figures, small words and ways to tell left out.

    A stem that comes again is another: 'good or very good' is not 'very good'.
    """
    found = Counter(one for word in WORD.findall(words.casefold()) if (one := stem(word)))
    again = [f"{one}{count}" for one, count in found.items() if count > 1]
    return frozenset((*found, *again))


@lru_cache(maxsize=8_000)
def stem(word: str) -> str:
    """The stem of a word in small letters; '' for one that tells nothing apart."""
    if _NEGATED.search(word):
        return "not"
    plain = _ALIKE.get(word) or _POSSESSIVE.sub("", word)
    if not _UNTOLD.isdisjoint((plain, plain.removesuffix("s"))):
        return ""
    return _cut(_cut(_ALIKE.get(plain, plain)))


def _cut(word: str) -> str:
    """A word without its ending, where enough of it is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


MEASURES = frozenset(
    stem(one)
    for one in ("reply", "vacancy", "turnover", "sickness", "absence", "headcount", "caseload")
)
"""Stems that say by themselves what is counted."""
