"""The respondents that a finding counts: of one wave, of one cohort or of several together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.frozen import dataclass
from generator.survey.answers.responses import Answers, Responses

if TYPE_CHECKING:
    from numpy.typing import NDArray

NO_GROUP = -1


@dataclass(frozen=True, slots=True)
class Rows:
    """Which respondents, without a look at them: cohorts, and conditions that must all hold.

    conditions: (question, answers), sorted by question; two Rows that are equal count the same
    respondents of a wave.
    """

    cohorts: tuple[str, ...]
    conditions: tuple[tuple[str, frozenset[str]], ...] = ()

    def within(self, question: str, answers: Iterable[str]) -> Rows:
        """These respondents as far as they gave one of the answers."""
        added = (question, frozenset(answers))
        conditions = sorted({*self.conditions, added}, key=lambda c: (c[0], sorted(c[1])))
        return Rows(self.cohorts, tuple(conditions))


@dataclass(frozen=True, slots=True)
class People:
    """The counted respondents of one wave. Arrays have one entry per respondent, cohort by cohort.

    population: how many were asked in all, or None where that is not known.
    """

    wave: str
    parts: tuple[Answers, ...]

    @property
    def size(self) -> int:
        """How many respondents there are."""
        return sum(part.size for part in self.parts)

    @property
    def population(self) -> int | None:
        """How many people were sent the survey."""
        sent = [part.collection.sent for part in self.parts]
        known = [number for number in sent if number is not None]
        return sum(known) if len(known) == len(sent) else None

    def asked(self, question: str) -> bool:
        """Whether any of the cohorts was asked the question in this wave."""
        return any(part.asked(question) for part in self.parts)

    def options(self, question: str) -> tuple[str, ...]:
        """The options of a question, in order."""
        return self.parts[0].options(question)

    def offered(self, question: str) -> frozenset[str]:
        """The options that any of the cohorts could choose in this wave."""
        return frozenset(o for part in self.parts for o in part.offered(question))

    def codes(self, question: str) -> NDArray[Any]:
        """Index into options(question), or a negative state; see Answers.codes."""
        return self._joined([part.codes(question) for part in self.parts])

    def answered(self, question: str) -> NDArray[np.bool_]:
        """True where a substantive answer was given."""
        return self._joined([part.answered(question) for part in self.parts])

    def chose(self, question: str, options: Iterable[str]) -> NDArray[np.bool_]:
        """True where any of the options was chosen."""
        wanted = tuple(options)
        return self._joined([part.chose(question, wanted) for part in self.parts])

    def numbers(self, question: str) -> NDArray[np.float64]:
        """The number given, NaN where there is none."""
        return self._joined([part.numbers(question) for part in self.parts])

    def weights(self) -> NDArray[np.float64] | None:
        """The respondents' weights, or None where a cohort has none."""
        found = [part.weights for part in self.parts]
        known = [weights for weights in found if weights is not None]
        return self._joined(known) if len(known) == len(found) else None

    def cohort_index(self, cohorts: Sequence[str]) -> NDArray[np.int8]:
        """The position of each respondent's cohort in `cohorts`, NO_GROUP for another."""
        position = {name: index for index, name in enumerate(cohorts)}
        return self._joined(
            [np.full(p.size, position.get(p.cohort, NO_GROUP), np.int8) for p in self.parts]
        )

    def mask(self, rows: Rows) -> NDArray[np.bool_] | None:
        """True for the respondents who meet the conditions; None where there are none to meet."""
        mask: NDArray[np.bool_] | None = None
        for question, answers in rows.conditions:
            chosen = self.chose(question, answers)
            mask = chosen if mask is None else mask & chosen
        return mask

    @staticmethod
    def _joined(arrays: Sequence[NDArray[Any]]) -> NDArray[Any]:
        return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)


def people_of(responses: Responses, cohorts: Sequence[str], wave: str) -> People | None:
    """The respondents of these cohorts in a wave; None unless every one of them has answers."""
    parts = [responses.of(cohort, wave) for cohort in cohorts]
    known = tuple(part for part in parts if part is not None)
    return People(wave, known) if len(known) == len(parts) else None


@dataclass(frozen=True, slots=True)
class Groups:
    """How respondents fall into the groups a finding shows.

    codes: group of each respondent, NO_GROUP for those who are left out; None: all in one group.
    labels: '' for the one group of a finding without `by`. rows: what each group is made of.
    populations: how many people each group has, where the codebook says so.
    """

    codes: NDArray[np.intp] | None
    labels: tuple[str, ...]
    rows: tuple[Rows, ...]
    populations: tuple[int | None, ...]

    @property
    def count(self) -> int:
        """How many groups."""
        return len(self.labels)


def counts_by_group(
    groups: Groups, codes: NDArray[Any], values: int, weights: NDArray[np.float64] | None = None
) -> NDArray[Any]:
    """Respondents by group and value: groups x values, int64, or float64 sums of weights.

    codes: 0 to values - 1, negative for no answer.
    """
    if groups.codes is None and weights is None:
        low = min(0, int(codes.min(initial=0)))
        shifted = codes.astype(np.intp)
        shifted -= low
        return np.bincount(shifted, minlength=values - low)[None, -low : values - low]
    kept = codes >= 0
    if groups.codes is not None:
        kept &= groups.codes >= 0
    flat = codes[kept].astype(np.intp)
    if groups.codes is not None:
        flat += groups.codes[kept] * values
    found = None if weights is None else weights[kept]
    size = groups.count * values
    return np.bincount(flat, found, minlength=size)[:size].reshape(groups.count, values)
