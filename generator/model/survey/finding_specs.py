"""What findings.yaml declares, checked against the codebook: which figures a report may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.model.survey.codebook import NumberRange

Measure = Literal[
    "response_rate",
    "percent",
    "top_box",
    "bottom_box",
    "net",
    "mean",
    "median",
    "index",
    "bands",
    "shares",
    "multi",
    "representativeness",
    "ranking",
    "quotation",
]

RankingPick = Literal["best", "worst", "rises", "falls", "changes"]

ALL_THEMES = "all"
"""The `theme` of a finding over the questions of every theme."""


@dataclass(frozen=True, slots=True)
class DisclosureRules:
    """When a figure is withheld. `_breakdown`: for figures by a group or of a part of a cohort.

    minimum_base: people a figure must be based on. minimum_cell: people who must have given an
    answer, and who must not have given it. protection_range: how far apart, in people, the lowest
    and highest count must be that a reader can work out for a withheld figure. rounding_base:
    counts and bases are published rounded to a multiple of it; 1 publishes them as they are.
    unreliable_base: figures on a smaller base carry the mark [u]. published: 'protect' withholds
    what would tell something with earlier publications of the survey; 'warn' only says so.
    """

    minimum_base: int = 10
    minimum_base_breakdown: int = 10
    minimum_cell: int = 0
    minimum_cell_breakdown: int = 5
    protection_range: int = 5
    rounding_base: int = 1
    unreliable_base: int = 30
    published: Literal["warn", "protect"] = "warn"

    def base(self, breakdown: bool) -> int:
        """The smallest base that is published: no group smaller than a cell may be."""
        least = self.minimum_base_breakdown if breakdown else self.minimum_base
        return max(least, self.cell(breakdown))

    def cell(self, breakdown: bool) -> int:
        """The smallest number of people behind an answer, or not behind it, that is published."""
        return self.minimum_cell_breakdown if breakdown else self.minimum_cell

    def rounded(self, count: int) -> int:
        """A count as published: the nearest multiple of the rounding base, half up."""
        unit = self.rounding_base
        return count if unit <= 1 else (count + unit // 2) // unit * unit


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of scores: from `at_least` on, or over `above`; both None for the lowest."""

    name: str
    at_least: float | None = None
    above: float | None = None

    def holds(self, score: float) -> bool:
        """Whether a score reaches this band. Noise of binary fractions is forgiven."""
        if self.at_least is not None:
            return score >= self.at_least - 1e-9
        return self.above is None or score > self.above + 1e-9


DEFAULT_BANDS = (Band("good", at_least=75), Band("moderate", above=50), Band("poor"))
"""Of scores 0 to 100; those of a published health check of 2021, as far as its minute says."""


@dataclass(frozen=True, slots=True)
class FindingSpec:
    """One finding as declared. See `schemas/findings.json` for what each key means.

    key: 'sw.leaving'. cohorts: one or more, counted together. questions: ids; for `index`, `bands`
    and `ranking` of a theme or of the whole, all of its items. options: answers that count,
    resolved from `top` or `bottom` where given so; negative: for `net`, the answers taken off. by:
    at most two questions. only: question -> answers, the filter `where:`. waves: in codebook order,
    those in which it can be computed. wave: the one quoted when none is named. strict: whether the
    minimums of breakdowns hold though nothing is broken down; None: as found. missing_items: the
    share of items a person must have answered for a score. items: 'common': `questions` are those
    asked in every wave, and left_out the others; 'own': what each wave has of them. as_needed: no
    decimals were asked for, so that medians which are all whole are printed without.
    """

    key: str
    measure: Measure
    cohorts: tuple[str, ...]
    where: Where
    waves: tuple[str, ...]
    wave: str
    questions: tuple[str, ...] = ()
    theme: str = ""
    options: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    numbers: NumberRange | None = None
    by: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decimals: int = 0
    as_needed: bool = False
    title: str = ""
    definition: str = ""
    note: str = ""
    scale: str = ""
    interval: bool = False
    test: bool = False
    strict: bool | None = None
    weighted: bool = False
    missing_items: float = 0.5
    items: Literal["common", "own"] = "common"
    left_out: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    of: Measure | None = None
    pick: RankingPick = "best"
    number: int = 5
    since: str = ""
    ids: tuple[str, ...] = ()

    @property
    def breakdown(self) -> bool:
        """Whether it looks at a part of a cohort, so that the stricter minimums hold."""
        return bool(self.by or self.only or self.strict)


@dataclass(frozen=True, slots=True)
class FindingsFile:
    """The whole of findings.yaml.

    correction: intervals and tests allow for how much of the workforce replied.
    """

    file: str
    wave: str
    waves: tuple[str, ...]
    findings: tuple[FindingSpec, ...]
    rules: DisclosureRules = field(default_factory=DisclosureRules)
    decimals: int = 0
    confidence: float = 0.95
    correction: bool = True
    method: tuple[str, ...] = ()

    def questions(self) -> tuple[str, ...]:
        """Ids of every question that a finding reads, in the order first met."""
        found: dict[str, None] = {}
        for spec in self.findings:
            found.update(dict.fromkeys((*spec.questions, *spec.by, *spec.only)))
        return tuple(found)
