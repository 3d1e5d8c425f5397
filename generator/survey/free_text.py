"""Free answers: finding what tells who wrote or who is meant, and listing candidates to quote.

Nothing here makes an answer anonymous. A find blocks a quotation until a person has approved a
redacted text; no find does not mean that nobody can be recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from generator.model.survey import Codebook
from generator.survey.responses import Answers, Responses

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("e-mail address", re.compile(r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.I)),
    (
        # Prefixes that HMRC does not use are left out: D, F, I, Q, U, V first; O second.
        "National Insurance number",
        re.compile(
            r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b", re.I
        ),
    ),
    (
        "postcode",
        re.compile(
            r"\b(?:GIR\s?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)"
            r"\s?\d[ABD-HJLNP-UW-Z]{2})\b",
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
            r"\b(?:payroll|employee|staff|personnel|emp(?:loyee)?\.?|works)\s*"
            r"(?:number|no\.?|num\.?|id|ref(?:erence)?|#)\s*(?:is|:|=|-)?\s*[A-Z]{0,3}\d{3,}\b",
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

    @property
    def blocked(self) -> bool:
        """Whether it may not be quoted as things are."""
        return bool(self.finds) and not self.approved


def find_personal(text: str, names: Iterable[str] = ()) -> tuple[Find, ...]:
    """What in a text may name a person, in the order of the text; overlaps go to the first kind."""
    found: list[Find] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            _add(found, Find(kind, match.start(), match.end()))
    wanted = tuple(sorted({name.strip() for name in names if name.strip()}))
    if wanted:
        for match in _names_pattern(wanted).finditer(text):
            _add(found, Find("staff name", match.start(), match.end()))
    return tuple(sorted(found, key=lambda find: find.start))


def redacted(text: str, finds: Sequence[Find]) -> str:
    """The text with each find in brackets by its kind: a start for the person who approves."""
    parts: list[str] = []
    at = 0
    for find in finds:
        parts += [text[at : find.start], f"[{find.kind}]"]
        at = find.end
    return "".join([*parts, text[at:]])


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


def _add(found: list[Find], new: Find) -> None:
    if all(new.end <= find.start or new.start >= find.end for find in found):
        found.append(new)


@lru_cache(maxsize=8)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as words; of a full name also its surname and its forename alone."""
    words: set[str] = set()
    for name in names:
        parts = name.split()
        words.add(r"\s+".join(map(re.escape, parts)))
        words.update(re.escape(part) for part in parts if len(part) > 2)
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(longest_first) + r")(?:'s|\u2019s)?(?!\w)", re.I)
