"""Responses: the answers of every cohort and wave, as the measures need them.

Measures never see an export's layout. They ask for a question by its id and get arrays that are all
of one length, the number of respondents counted (`Answers.size`), so masks can be combined freely.

Five states are kept apart, as codes: an answered question has a code of 0 or more; the other states
are negative, so `codes >= 0` is 'answered'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.findings import Collection
from generator.model.frozen import dataclass
from generator.model.survey.codebook import Codebook, Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

ANSWERED = 0
BLANK = -1
PREFER_NOT_TO_SAY = -2
NOT_APPLICABLE = -3
NOT_ASKED = -4

"""The option that gathers free 'Other' answers where a question allows them (`other: true`)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One question's answers. Every array has one entry per respondent.

    options: in codebook order; () for numbers, text and dates.
    codes: int8 or int16. scale, single: index into options. Other kinds: 0 where answered.
      Negative everywhere else: BLANK, PREFER_NOT_TO_SAY, NOT_APPLICABLE, NOT_ASKED.
    chosen: multi only: bool, respondents x options.
    numbers: number only: float64, NaN where there is no number.
    texts: text and date (as YYYY-MM-DD), and what was written in beside 'Other': str, '' where
      nothing is. None where not read.
    offered: those of the options that could be chosen, where the export shows it; () for all.
    """

    options: tuple[str, ...]
    codes: NDArray[Any]
    chosen: NDArray[np.bool_] | None = None
    numbers: NDArray[np.float64] | None = None
    texts: NDArray[np.object_] | None = None
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The counted answers of one cohort in one wave: duplicates, tests and the like are left out.

    rows: row of each answer in its export, counted from 1 with the header. sources: each export's
    path from the report's folder, and how many of the answers, in their order, are from it.
    unread: questions that were asked, but not read because nobody needed them; reading their
    answers is a LookupError.
    weights: one number per respondent where the codebook names a weight, else None.
    """

    cohort: str
    wave: str
    size: int
    collection: Collection
    questions: Mapping[str, Question]
    columns: Mapping[str, Column]
    rows: NDArray[np.int64]
    weights: NDArray[np.float64] | None = None
    unread: frozenset[str] = frozenset()
    sources: tuple[tuple[str, int], ...] = ()

    def asked(self, question: str) -> bool:
        """Whether this cohort was asked this question in this wave."""
        return question in self.columns or question in self.unread

    def options(self, question: str) -> tuple[str, ...]:
        """The options in order, with OTHER last where free answers are allowed; () for numbers."""
        found = self.columns.get(question)
        return found.options if found is not None else _options(self.questions[question])

    def offered(self, question: str) -> tuple[str, ...]:
        """Those of the options that could be chosen in this wave, in order."""
        found, options = self.columns.get(question), self.options(question)
        known = self.questions[question].offered.get(self.wave, ())
        known = known or (found.offered if found is not None else ())
        return tuple(option for option in options if option in known) if known else options

    def codes(self, question: str) -> NDArray[Any]:
        """Index into options(question) (0 for multi, number and text), negative if not answered.

        A question that was not asked here gives NOT_ASKED throughout. An unknown id: KeyError.
        """
        found = self.columns.get(question)
        if found is not None:
            return found.codes
        self._question(question)
        return np.full(self.size, NOT_ASKED, dtype=np.int8)

    def answered(self, question: str) -> NDArray[np.bool_]:
        """True where a substantive answer was given: the base. Multi: at least one was chosen."""
        return np.asarray(self.codes(question) >= 0)

    def chose(self, question: str, options: str | Iterable[str]) -> NDArray[np.bool_]:
        """True where the respondent chose any of the options. ValueError for an unknown option.

        Use it for percentages and for filters ('where') alike, for scale, single and multi.
        """
        known = self.options(question)
        wanted = [known.index(o) for o in ([options] if isinstance(options, str) else options)]
        chosen = self._chosen(question)
        if chosen is not None:
            return np.asarray(chosen[:, wanted].any(axis=1))
        codes = self.codes(question)
        table = np.zeros(max(len(known), 1) - NOT_ASKED, dtype=np.bool_)
        table[[index - NOT_ASKED for index in wanted]] = True
        return np.asarray(table[codes - NOT_ASKED])

    def numbers(self, question: str) -> NDArray[np.float64]:
        """float64 per respondent, NaN where there is no number."""
        found = self.columns.get(question)
        if found is None or found.numbers is None:
            self._question(question)
            return np.full(self.size, np.nan)
        return found.numbers

    def texts(self, question: str) -> NDArray[np.object_]:
        """str per respondent, '' where nothing was written. Never to be published as it is."""
        found = self.columns.get(question)
        if found is None or found.texts is None:
            self._question(question)
            return np.full(self.size, "", dtype=np.object_)
        return found.texts

    def _chosen(self, question: str) -> NDArray[np.bool_] | None:
        found = self.columns.get(question)
        if found is not None:
            return found.chosen
        if self._question(question).kind == "multi":
            return np.zeros((self.size, len(self.options(question))), dtype=np.bool_)
        return None

    def _question(self, question: str) -> Question:
        if question in self.unread:
            raise LookupError(f"the answers to {question!r} were not read: name it as needed")
        return self.questions[question]


@dataclass(frozen=True, slots=True)
class Responses:
    """All answers by (cohort, wave), in the order of the codebook's waves and cohorts.

    notes: what the operator should know, such as columns that no question claims; no answers in it.
    """

    codebook: Codebook
    answers: Mapping[tuple[str, str], Answers]
    notes: tuple[str, ...] = field(default=())

    def of(self, cohort: str, wave: str) -> Answers | None:
        """The answers of one cohort in one wave; None where there is no export."""
        return self.answers.get((cohort, wave))

    def waves(self, cohort: str, question: str = "") -> tuple[str, ...]:
        """The waves with answers of a cohort (that were asked the question), in codebook order."""
        return tuple(
            wave
            for wave in self.codebook.waves
            if (found := self.of(cohort, wave)) is not None
            and (not question or found.asked(question))
        )

    @property
    def collections(self) -> tuple[Collection, ...]:
        """How each set of answers came in, for Findings.collections."""
        return tuple(found.collection for found in self.answers.values())


def _options(question: Question) -> tuple[str, ...]:
    return question.every_option if question.kind in ("scale", "single", "multi") else ()
