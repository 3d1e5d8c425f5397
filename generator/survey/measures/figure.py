"""A figure before disclosure control: what would be published, and what it is made of.

A share is published as count and base; with a rounding base above 1 both are rounded to a multiple
of it and the per cent follows from the rounded counts, so that it tells no more than they do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from generator.model.findings import Estimate
from generator.model.frozen import dataclass
from generator.model.survey.finding_specs import DisclosureRules
from generator.model.wording.rounding import round_half_up
from generator.survey.measures.people import Rows
from generator.survey.statistics import effective_base, mean_interval, wilson_interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

Weigh = Callable[["NDArray[Any]"], "NDArray[Any]"]


@dataclass(frozen=True, slots=True)
class Variable:
    """What a figure looks at: something each respondent has one value of.

    kind: 'answers' (index of the option of a question), 'chosen' (1 where any of `options` of a
    question with several answers was chosen), 'number', 'score' (of several questions, per person;
    `missing` is the share of items that must be answered), 'size' (which group somebody is in),
    'ticks' (all that was chosen at a question with several answers) or 'items' (the answers to
    several questions together).
    """

    kind: Literal["answers", "chosen", "number", "score", "size", "ticks", "items"]
    questions: tuple[str, ...]
    options: tuple[str, ...] = ()
    missing: float = 0.0


@dataclass(frozen=True, slots=True)
class PublishedCell:
    """What of the underlying table a figure publishes.

    weigh: the variable's values -> what each adds to the published sum (1 or 0 for a share, the
    score for an index); None for a figure that is no sum, such as a median. breakdown: the stricter
    minimums hold. by: the questions whose answers make the groups. size: it counts respondents and
    not their answers; `weigh` then plays no part. external: it counts staff and not respondents.
    rate: it is a size of which the base is the headcount.
    """

    variable: Variable
    rows: Rows
    weigh: Weigh | None
    breakdown: bool
    by: tuple[str, ...] = ()
    size: bool = False
    external: bool = False
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure before protection.

    count, base: unrounded; count None for means. extreme: everybody in the base gave the same
    answer, which a mean would tell. effective: base for tests and intervals (Kish's for weighted
    answers). deviation: standard deviation, for means. population: people who could have answered.
    weighted: whether answers were weighted; the value is then published only as it is printed, and
    without a count, because the two together would tell of the people behind them.
    """

    estimate: Estimate
    cell: PublishedCell
    base: int
    count: int | None = None
    extreme: bool = False
    effective: float = 0.0
    deviation: float | None = None
    population: int | None = None
    weighted: bool = False


@dataclass(frozen=True, slots=True)
class Precision:
    """How figures are published: settings of findings.yaml and of the finding.

    interval: whether intervals are shown; correction: whether they use the population.
    """

    rules: DisclosureRules
    decimals: int
    interval: bool
    confidence: float
    correction: bool

    def population(self, people: int | None) -> int | None:
        """The population for the finite correction, None where it is not to be used."""
        return people if self.correction else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in its finding."""

    wave: str
    category: str | None = None
    group: str | None = None


def share_figure(
    place: Place,
    cell: PublishedCell,
    count: int,
    base: int,
    precision: Precision,
    population: int | None = None,
    weighted: tuple[float, float, float] | None = None,
) -> Figure:
    """A per cent. weighted: share 0 to 1 by weights and effective base are taken from
    (sum of weights in the count, sum in the base, sum of squares in the base).
    """
    people = precision.population(population)
    shown, of = precision.rules.rounded(count), precision.rules.rounded(base)
    share = shown / of if of else 0.0
    effective = float(of)
    if weighted is not None and weighted[1] > 0:
        share = weighted[0] / weighted[1]
        effective = effective_base(weighted[1], weighted[2])
        if precision.rules.rounding_base > 1:
            share = float(round_half_up(100 * share, precision.decimals)) / 100
    low = high = None
    if precision.interval and of:
        low, high = wilson_interval(share * effective, effective, precision.confidence, people)
        low, high = 100 * low, 100 * high
    value = 100 * share if weighted is not None else (100 * shown / of if of else 0.0)
    estimate = Estimate(place.wave, value, of, shown, place.category, place.group, None, low, high)
    is_weighted = weighted is not None
    return Figure(estimate, cell, base, count, False, effective, None, people, is_weighted)


def mean_figure(
    place: Place,
    cell: PublishedCell,
    mean: float,
    deviation: float,
    base: int,
    precision: Precision,
    *,
    extreme: bool,
    population: int | None = None,
    effective: float | None = None,
    weighted: bool = False,
) -> Figure:
    """A mean, an index or a net share. deviation: the sample's standard deviation."""
    people = precision.population(population)
    size = float(base) if effective is None else effective
    if precision.rules.rounding_base > 1:
        mean = float(round_half_up(mean, precision.decimals))
    low = high = None
    if precision.interval and base:
        low, high = mean_interval(mean, deviation, size, precision.confidence, people)
    estimate = Estimate(
        place.wave,
        mean,
        precision.rules.rounded(base),
        None,
        place.category,
        place.group,
        None,
        low,
        high,
    )
    return Figure(estimate, cell, base, None, extreme, size, deviation, people, weighted)
