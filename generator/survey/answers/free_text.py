"""Free answers: finding what tells who wrote or who is meant, and listing candidates to quote.

Nothing here makes an answer anonymous. A find blocks a quotation until a person has approved a
redacted text; no find does not mean that nobody can be recognised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.codebook import Codebook
from generator.survey.answers.responses import Answers, Responses

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BREAK = r"[\s.-]{0,2}"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "e-mail address",
        # From the beginning of a word only: from each of its letters, a long one takes for ever.
        re.compile(
            r"(?<![\w.+'-])[\w.+'-]+(?:"
            r"\s?(?:@|[\[(]at[\])])\s?[\w-]+(?:\s?(?:\.|[\[(]dot[\])])\s?[\w-]+)+"
            r"|@[\w-]+"
            r"|\sat\s(?:[\w-]+(?:\.|\sdot\s))+(?:uk|com|org|net|eu|info)\b)",
            re.I,
        ),
    ),
    (
        # Any two letters: the numbers that people make up for examples begin with QQ.
        "National Insurance number",
        re.compile(
            rf"\b[A-Z]\s?[A-Z](?:{_BREAK}(?:\d\s?\d{_BREAK}){{3}}[A-D]|\d{{6}})\b"
            r"|\b(?:NI|NINO|national\s+insurance)(?:\s+(?:number|no\.?))?\s*(?:is|:|=)?"
            rf"\s*[A-Z]{{2}}(?:{_BREAK}\d\d){{3}}\b",
            re.I,
        ),
    ),
    (
        "postcode",
        re.compile(
            r"\b(?:GIR\s{0,2}0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)"
            r"[\s-]{0,2}\d[ABD-HJLNP-UW-Z]{2})\b",
            re.I,
        ),
    ),
    (
        "telephone number",
        re.compile(r"(?<![\w.])(?:\+44|0044|\(?0)[\s().-]*(?:\d[\s().-]*){7,9}\d(?!\w)"),
    ),
    (
        "payroll number",
        re.compile(
            r"\b(?:(?:payroll|employee|staff|personnel|emp(?:loyee)?\.?|works)\s*"
            r"(?:number|no\.?|num\.?|id|ref(?:erence|\.)?|#)|payroll)"
            r"\s*(?:is|:|=|-)?\s*[A-Z]{0,3}\s?\d(?:[\s-]?\d){2,}\b",
            re.I,
        ),
    ),
    ("long number", re.compile(r"(?<![\w£$€.,])\d{5,}(?![\w,]|\.\d)")),
)


@dataclass(frozen=True, slots=True)
class Find:
    """Something that may name a person: what kind, and from which to which character."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A free answer that may be quoted. For the operator's own screen; never written to an output.

    id: stable through rebuilds, without personal data in it. finds: kinds of what was found in the
    text; blocked: quoted only with an approved text. approved: that text, '' for none. group: the
    answer to the question that candidates are grouped by.
    """

    id: str
    cohort: str
    wave: str
    question: str
    text: str
    finds: tuple[str, ...]
    approved: str = ""
    group: str = ""


def find_personal(text: str, names: Iterable[str] = (), approved: bool = False) -> tuple[Find, ...]:
    """What in a text may name a person, in the order of the text; overlaps go to the first kind.

    names: of staff; their forenames and surnames count alone, in any case. approved: somebody has
    read the text, so that a part of a name in small letters ('we will' of Will Young) is no find.
    """
    plain, places = _plain(text)
    found: list[Find] = []

    def add(kind: str, matches: Iterable[re.Match[str]]) -> None:
        new = [Find(kind, places[m.start()], places[m.end() - 1] + 1) for m in matches]
        free = [one for one in new if all(one.end <= f.start or one.start >= f.end for f in found)]
        found.extend(free)

    for kind, pattern in _PATTERNS:
        add(kind, pattern.finditer(plain))
    wanted = tuple(sorted({_plain(name.strip())[0] for name in names if name.strip()}))
    if wanted:
        matches = _names_pattern(wanted).finditer(plain)
        add("staff name", (one for one in matches if not (approved and _is_small_part(one))))
    return tuple(sorted(found, key=lambda find: find.start))


def _is_small_part(match: re.Match[str]) -> bool:
    """Whether a find is a forename or surname alone, in small letters."""
    return len(match.group().split()) == 1 and match.group().islower()


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text without accents, with plain quotes, dashes and digits; the place of each character.

    Names are typed with accents and without, numbers with dashes of every length.
    """
    if text.isascii():
        return text, range(len(text))
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in "\u2018\u2019\u02bc\u0060\u00b4":
            character = "'"
        elif unicodedata.category(character) == "Pd":
            character = "-"
        elif unicodedata.category(character) == "Cf":
            continue  # without width: it would hide a name
        for piece in unicodedata.normalize("NFKD", character):
            if not unicodedata.combining(piece):
                characters.append(piece)
                places.append(place)
    return "".join(characters), places


def quotation_id(file: str, row: int, question: str) -> str:
    """The id of an answer by where it stands: 'q-' and 12 hexadecimal digits.

    file: path of the export from the report's folder, as the codebook has it.
    """
    key = f"{file}\0{row}\0{question}".encode()
    return "q-" + blake2b(key, digest_size=6).hexdigest()


def candidates(
    responses: Responses,
    question: str,
    by: str = "",
    names: Iterable[str] = (),
) -> tuple[Candidate, ...]:
    """The free answers to a question, in the order of waves (latest first) and rows.

    by: a question by which to group them, such as a theme of comments or a service. names: staff
    names to look for, besides those of the codebook. KeyError for an unknown question.
    """
    codebook = responses.codebook
    codebook.questions[question]
    wanted = (*codebook.people, *names)
    found: list[Candidate] = []
    latest_first = sorted(
        responses.answers.values(), key=lambda answers: -codebook.waves.index(answers.wave)
    )
    for answers in latest_first:
        if answers.asked(question):
            found.extend(_of_answers(codebook, answers, question, by, wanted))
    return tuple(found)


def _of_answers(
    codebook: Codebook, answers: Answers, question: str, by: str, names: Sequence[str]
) -> Iterable[Candidate]:
    texts: NDArray[np.object_] = answers.texts(question)
    groups = _groups(answers, by) if by else None
    files = [path for path, count in answers.sources for _ in range(count)]
    for row in np.flatnonzero(texts != ""):
        key = quotation_id(files[row], int(answers.rows[row]), question)
        approved = codebook.quotations.get(key)
        yield Candidate(
            id=key,
            cohort=answers.cohort,
            wave=answers.wave,
            question=question,
            text=str(texts[row]),
            finds=tuple(dict.fromkeys(find.kind for find in find_personal(texts[row], names))),
            approved="" if approved is None else approved.text,
            group="" if groups is None else groups[row],
        )


def _groups(answers: Answers, by: str) -> list[str]:
    options = answers.options(by)
    codes = answers.codes(by)
    return [options[code] if 0 <= code < len(options) else "" for code in codes]


@lru_cache(maxsize=8)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as words; of a full name also its surname and its forename alone."""
    words: set[str] = set()
    for name in names:
        surname, comma, forename = name.partition(",")
        for order in (name, f"{forename} {surname}")[: 1 + bool(comma)]:
            words.add(r"\s*".join(map(_spelling, _parts(order))))
        words.update(_spelling(part) for part in _parts(name) if len(part) > 2)
    words.discard("")
    longest_first = sorted(words, key=len, reverse=True) or ["(?!)"]
    return re.compile(r"(?<!\w)(?:" + "|".join(longest_first) + r")(?:'?s)?(?!\w)", re.I)


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s,;]+", name) if re.search(r"\w", part)]


def _spelling(part: str) -> str:
    """A name with its hyphens and apostrophes, or without."""
    return re.escape(part).replace("'", "'?").replace(r"\-", r"[-\s]?")
