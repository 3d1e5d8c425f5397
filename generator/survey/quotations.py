"""Whether an approved quotation is what somebody wrote, and approving one.

A quotation is the answer word for word. What is left out is marked by '[...]' or an ellipsis, what
is put in its place or corrected stands in square brackets: 'My manager [...] really list[en]s to
[people in the team]', and is never more than what is left. Capitals, spaces and punctuation do not
count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from generator.errors import CommitteeError, Problems
from generator.model.survey.codebook import ApprovedQuotation
from generator.model.wording.english import few_listed
from generator.survey.answers.free_text import find_personal, quotation_id
from generator.survey.answers.responses import Answers, Responses
from generator.survey.survey_rules import QUOTATION_WORDS

_LEFT_OUT = ""  # stands for any words of the answer, or none
_PIECE = re.compile(
    r"[^\s.,;:!?]*\[[^\]]*\][^\s.,;:!?]*|\.\.\.+|\N{HORIZONTAL ELLIPSIS}|[^\W_]+(?:'[^\W_]+)*"
)
_BRACKETS, _WORD = re.compile(r"\[[^\]]*\]"), re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u0060\u00b4]")
_MEND = (
    "quote word for word, with [...] for what is left out and [brackets] round what is changed;"
    " `committee survey comments` lists the answers"
)


class _Answer(NamedTuple):
    """A free answer: whose it is, the question, its text."""

    answers: Answers
    question: str
    text: str


def check_quotation_words(responses: Responses, problems: Problems) -> None:
    """Note every quotation that is not an answer of the people that it is said to be of.

    Under an id that `committee survey comments` lists it must be that answer; under any other, one
    to the same question by the same cohort in the same wave. No message tells the answer.
    """
    quotations = responses.codebook.quotations
    named = _answers_named(responses, quotations)
    for found in quotations.values():
        answer = named.get(found.id)
        wrong = _unlike(found, answer) if answer is not None else _unheard(responses, found)
        if wrong:
            problems.add(QUOTATION_WORDS, found.where, wrong, _MEND)


def _unlike(found: ApprovedQuotation, answer: _Answer) -> str:
    """How a quotation differs from the answer that has its id; told by its own words alone."""
    cohort, wave = answer.answers.cohort, answer.answers.wave
    if (cohort, wave, answer.question) != (found.cohort, found.wave, found.question):
        return f"the answer {found.id!r} is to {answer.question!r}, of {cohort} in {wave}"
    if is_quoted(found.text, answer.text):
        return ""
    known = _pieces(answer.text)
    strange = [piece for piece in _pieces(found.text) if piece not in (*known, _LEFT_OUT)]
    words = f": {few_listed([repr(word) for word in strange], 4)} not in it" if strange else ""
    return f"the quotation {found.id!r} is not the answer with that id, word for word{words}"


def _unheard(responses: Responses, found: ApprovedQuotation) -> str:
    """What is wrong with a quotation under an id of the author's own; '' for nothing."""
    answers = responses.of(found.cohort, found.wave)
    texts = answers.texts(found.question) if answers is not None else ()
    if any(text and is_quoted(found.text, str(text)) for text in texts):
        return ""
    return (
        f"nobody wrote the quotation {found.id!r}: no answer to {found.question!r} of"
        f" {found.cohort} in {found.wave} reads so"
    )


def is_quoted(text: str, answer: str) -> bool:
    """Whether a text is an answer, word for word but for what is marked as left out or changed."""
    if " ".join(text.split()) == " ".join(answer.split()):
        return True
    pieces, words = _pieces(text), _pieces(answer)
    parts: list[list[str]] = [[]]
    for piece in pieces:
        if piece == _LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(piece)
    if not any(parts) or _mostly_put_in(text):
        return False
    if len(parts) == 1:
        return parts[0] == words
    return _in_order(parts, words)


def _mostly_put_in(text: str) -> bool:
    """Whether more words stand in brackets than the answer has left: that is no quotation of it."""
    put_in = sum(len(_WORD.findall(found)) for found in _BRACKETS.findall(text))
    return put_in > len(_WORD.findall(_BRACKETS.sub(" ", text)))


def _in_order(parts: Sequence[list[str]], words: list[str]) -> bool:
    """Whether the parts stand in the words one after another, first and last at the ends."""
    first, *middle, last = parts
    stop = len(words) - len(last)
    if words[: len(first)] != first or stop < len(first) or words[stop:] != last:
        return False
    at = len(first)
    for part in middle:
        places = range(at, stop - len(part) + 1)
        place = next((p for p in places if words[p : p + len(part)] == part), None)
        if place is None:
            return False
        at = place + len(part)
    return True


def _pieces(text: str) -> list[str]:
    """The words of a text in small letters, and _LEFT_OUT for each mark of a change."""
    plain = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text))
    plain = _CAPITAL.sub(r"\1", plain)
    return [
        _LEFT_OUT if "[" in found or not any(map(str.isalnum, found)) else found.casefold()
        for found in _PIECE.findall(plain)
    ]


# ---------------------------------------------------------------- the answers
def _answers_named(responses: Responses, ids: Container[str]) -> dict[str, _Answer]:
    """The answers that have these ids."""
    found: dict[str, _Answer] = {}
    for answers in responses.answers.values():
        files = [path for path, count in answers.sources for _ in range(count)]
        for question in _text_questions(responses, answers):
            texts = answers.texts(question)
            for row in np.flatnonzero(texts != ""):
                key = quotation_id(files[row], int(answers.rows[row]), question)
                if key in ids:
                    found[key] = _Answer(answers, question, str(texts[row]))
    return found


def _text_questions(responses: Responses, answers: Answers) -> Iterator[str]:
    for key, question in responses.codebook.questions.items():
        if question.kind == "text" and key in answers.columns:
            yield key


# ---------------------------------------------------------------- approving
def approved_entry(responses: Responses, key: str, post: str, text: str = "") -> dict[str, str]:
    """What codebook.yaml has to hold of an answer for it to be quoted.

    text: its words as they are printed, '' for the whole answer. Raises CommitteeError for an
    answer that is not there or approved already, and for a text that is not its words or may name
    somebody.
    """
    known, people = responses.codebook.quotations.get(key), responses.codebook.people
    if known is not None:
        raise CommitteeError(f"{known.where}: the quotation {key!r} is approved already")
    answer = _answers_named(responses, (key,)).get(key)
    if answer is None:
        raise CommitteeError(f"there is no answer {key!r}; `committee survey comments` lists ids")
    shown = " ".join((text or answer.text).split())
    if not is_quoted(shown, answer.text):
        raise CommitteeError(f"the text is not the answer {key!r}; {_MEND}")
    finds = dict.fromkeys(find.kind for find in find_personal(shown, people, approved=bool(text)))
    if finds:
        raise CommitteeError(
            f"the answer {key!r} may name a person (found: {', '.join(finds)}); give the text"
            ' without it: --text "... [...] ..."'
        )
    if find_personal(post, people):
        raise CommitteeError("--by names a person; give the post of the person who approves it")
    return {
        "cohort": answer.answers.cohort,
        "wave": answer.answers.wave,
        "question": answer.question,
        "text": shown,
        "approved_by": post,
    }
